// SPDX-License-Identifier: EUPL-1.2
// Is care shortest far from where its physicians are trained? Kilometres against shortage, a mark for
// each region, and Spearman's rank correlation.
import { FONT, INK, SOFT_INK, TOOLTIP, plain, style_of, type Option } from "../charts.ts";
import { undelta, type Centre, type Distance, type Report } from "../data.ts";
import { figure, figure_with_unit, number, shown } from "../format.ts";
import {
  chosen_of,
  profession_name,
  scenario_title,
  type Cell,
  type ChartPart,
  type Choice,
  type Part,
  type PureView,
  type Seen,
  type TablePart,
} from "./part.ts";
import { amount, amount_of, number_axis, tick_text, with_unit, GRID } from "./pieces.ts";
import { spearman, straight_line } from "./statistics.ts";

/** A region with both figures. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly km: number;
  readonly shortage: number;
  readonly low: number | null;
  readonly high: number | null;
  /** As the crow flies from the middle of the region, so it may be another than km is about. */
  readonly centre: string;
}

const packed_km = 10;

function distance_of(report: Report, profession: string): Distance | undefined {
  return report.data.distance.find((one) => one.profession === profession);
}

/** Of the year, else of the nearest year that was kept. */
function kilometres(distance: Distance, year: number): (number | null)[] {
  const at = distance.years.reduce(
    (best, one, i) => (Math.abs(one - year) < Math.abs((distance.years[best] ?? Infinity) - year) ? i : best),
    0,
  );
  const all = undelta(distance.km, distance.years.length, packed_km);
  return all.filter((_, i) => i % distance.years.length === at);
}

function nearest_centre(centres: readonly Centre[], at: readonly [number, number] | undefined): string {
  if (at === undefined) return "";
  let [found, least] = ["", Infinity];
  for (const centre of centres) {
    const away = Math.hypot(centre.x - at[0], centre.y - at[1]);
    if (away < least) [found, least] = [centre.name, away];
  }
  return found;
}

export function places_of(report: Report, scenario: number, profession: string, year: number): Place[] {
  const distance = distance_of(report, profession);
  const line = report.figures(scenario, "region", "shortage", profession);
  if (distance === undefined || line === undefined) return [];
  const km = kilometres(distance, year);
  const region = report.level("region");
  const centres = report.centres(profession, year).filter((centre) => !centre.parent);
  return region.codes.flatMap((code, i): Place[] => {
    const [away, shortage] = [km[i] ?? null, line.centre(i, year)];
    if (away === null || shortage === null) return [];
    return [
      {
        code,
        name: region.names[i] ?? code,
        km: away,
        shortage,
        low: line.value("p05", i, year),
        high: line.value("p95", i, year),
        centre: nearest_centre(centres, region.at[i]),
      },
    ];
  });
}

function rho_of(places: readonly Place[]): number | null {
  return spearman(
    places.map((place) => place.km),
    places.map((place) => place.shortage),
  );
}

/** In words, as far as so few regions allow. */
function strength(seen: Seen, rho: number): string {
  const size = Math.abs(rho);
  if (size < 0.2) return seen.t("rho_none");
  const key = size < 0.4 ? "rho_weak" : size < 0.6 ? "rho_moderate" : "rho_strong";
  return seen.t(key, { direction: seen.t(rho > 0 ? "rho_more" : "rho_less") });
}

function professions_of(report: Report): string[] {
  return report.data.professions
    .map((one) => one.id)
    .filter(
      (id) =>
        distance_of(report, id) !== undefined &&
        report.data.figures.some(
          (block) => block.indicator === "shortage" && block.profession === id && block.level === "region",
        ),
    );
}

function choices_of(seen: Seen): Choice[] {
  const options = professions_of(seen.report).map((id) => ({ value: id, text: profession_name(seen, id) }));
  const value = chosen_of(seen, "profession", options, seen.selection.profession);
  return [{ id: "profession", label: seen.t("profession"), value, options }];
}

/** Farthest from the line or from training; the region that is chosen always. */
function named(places: readonly Place[], chosen: string | null, narrow: boolean): Set<string> {
  const line = straight_line(
    places.map((place) => place.km),
    places.map((place) => place.shortage),
  );
  const off = (place: Place) => place.shortage - (line === null ? 0 : line.offset + line.slope * place.km);
  const by_off = [...places].sort((a, b) => off(b) - off(a));
  const most = narrow ? 1 : 3;
  const by_km = [...places].sort((a, b) => b.km - a.km);
  const all = [...by_off.slice(0, most), ...by_off.slice(-most), ...by_km.slice(0, most)].map(
    (place) => place.code,
  );
  return new Set(chosen === null ? all : [...all, chosen]);
}

/** The ends of the axes, one for all charts. */
interface Ends {
  readonly km: number;
  readonly shortage: number;
}

function chart(seen: Seen, scenario: number, profession: string, places: readonly Place[], ends: Ends): ChartPart {
  const { report, language, selection, t } = seen;
  const indicator = report.indicator("shortage");
  const rho = rho_of(places);
  const labelled = named(places, selection.area, seen.narrow);
  const { colour } = style_of(scenario);
  const far = Math.max(...places.map((place) => place.km));
  const option: Option = {
    tooltip: {
      ...TOOLTIP,
      trigger: "item",
      formatter: (hit: { dataIndex: number }) => box_text(seen, places[hit.dataIndex]),
    },
    grid: { ...GRID, left: 62, right: 22, top: 16, bottom: 52 },
    xAxis: number_axis(t("distance_axis"), (km) => number(language, km, 0), {
      nameGap: 28,
      min: 0,
      max: rounded_up(ends.km),
    }),
    yAxis: number_axis(with_unit(t("distance_shortage"), language, indicator), tick_text(language, indicator), {
      nameGap: 44,
      min: 0,
      max: rounded_up(shown(indicator, ends.shortage)),
    }),
    series: [
      {
        type: "scatter",
        symbolSize: seen.narrow ? 10 : 12,
        cursor: "pointer",
        data: places.map((place) => {
          const chosen = place.code === selection.area;
          return {
            name: place.code,
            value: [place.km, shown(indicator, place.shortage)],
            symbolSize: chosen ? 17 : undefined,
            itemStyle: {
              color: chosen ? "#ffd666" : colour,
              opacity: chosen ? 1 : 0.8,
              borderColor: chosen ? INK : "#ffffff",
              borderWidth: chosen ? 2 : 1,
            },
            label: {
              show: labelled.has(place.code),
              formatter: plain(place.name),
              fontWeight: chosen ? "bold" : "normal",
              // Names of the farthest would run out of the picture.
              position: place.km > far * (seen.narrow ? 0.5 : 0.8) ? "left" : "right",
            },
          };
        }),
        label: {
          color: INK,
          fontFamily: FONT,
          fontSize: 12,
          distance: 6,
          textBorderColor: "#ffffff",
          textBorderWidth: 3,
        },
        labelLayout: { hideOverlap: true },
        markLine: trend(places, shown(indicator, 1)),
      },
    ],
  };
  const text = rho === null ? t("unknown") : number(language, rho, 2);
  return {
    kind: "chart",
    height: seen.narrow ? 400 : 480,
    option,
    file: `distance ${profession} ${selection.year}`,
    title: t("distance_title", {
      profession: profession_name(seen, profession),
      year: selection.year,
      scenario: scenario_title(seen, scenario),
    }),
    label: t("distance_label", { rho: text, n: places.length }),
    note: t("distance_note"),
    pick: (hit) => (hit.name ? { level: "region", area: hit.name === selection.area ? null : hit.name } : null),
  };
}

function rounded_up(value: number): number {
  return Math.max(10, Math.ceil(value / 10) * 10);
}

function trend(places: readonly Place[], factor: number): object {
  const km = places.map((place) => place.km);
  const line = straight_line(
    km,
    places.map((place) => place.shortage),
  );
  if (line === null) return { data: [] };
  const height = (x: number) => Math.max(0, factor * (line.offset + line.slope * x));
  const [first, last] = [Math.min(...km), Math.max(...km)];
  return {
    silent: true,
    symbol: "none",
    animation: false,
    label: { show: false },
    tooltip: { show: false },
    lineStyle: { color: SOFT_INK, type: [5, 4], width: 1.2 },
    data: [[{ coord: [first, height(first)] }, { coord: [last, height(last)] }]],
  };
}

function box_text(seen: Seen, place: Place | undefined): string {
  if (place === undefined) return "";
  const { language, t, report } = seen;
  const indicator = report.indicator("shortage");
  const lines = [
    place.name,
    t("distance_box", { km: number(language, place.km, 1) }),
    t("shortage_box", { shortage: figure_with_unit(language, indicator, place.shortage) }),
  ];
  if (place.low !== null && place.high !== null) {
    lines.push(
      t("interval_box", {
        low: figure(language, indicator, place.low),
        high: figure(language, indicator, place.high),
      }),
    );
  }
  if (place.centre !== "") lines.push(t("centre_box", { centre: place.centre }));
  return lines.map(plain).join("\n");
}

function table(seen: Seen, profession: string, places: readonly Place[]): TablePart {
  const { language, t, report, selection } = seen;
  const indicator = report.indicator("shortage");
  const rows = [...places].sort((a, b) => b.km - a.km || a.name.localeCompare(b.name, language));
  return {
    kind: "table",
    caption: t("table_caption"),
    file: `distance ${profession} ${selection.year}`,
    columns: [
      { title: t("area") },
      { title: t("distance_axis"), number: true },
      { title: with_unit(t("distance_shortage"), language, indicator), number: true },
      { title: "5%", number: true },
      { title: "95%", number: true },
      { title: t("nearest_centre") },
    ],
    rows: rows.map((place): Cell[] => [
      place.name,
      amount_of(language, place.km, 1, t("unknown")),
      ...[place.shortage, place.low, place.high].map((value) => amount(language, indicator, value)),
      place.centre,
    ]),
    marked: new Set([rows.findIndex((place) => place.code === selection.area)]),
  };
}

/** Rank correlation of every profession under every scenario that is shown. */
function correlations(seen: Seen): TablePart {
  const { report, selection, language, t } = seen;
  const rows = professions_of(report).map((profession): Cell[] => [
    profession_name(seen, profession),
    ...selection.scenarios.map((scenario) =>
      amount_of(language, rho_of(places_of(report, scenario, profession, selection.year)), 2, t("unknown")),
    ),
  ]);
  return {
    kind: "table",
    caption: t("rho_caption", { year: selection.year }),
    open: true,
    rows,
    columns: [
      { title: t("profession") },
      ...selection.scenarios.map((s) => ({ title: scenario_title(seen, s), number: true })),
    ],
    file: `rank correlation ${selection.year}`,
  };
}

export const distance_view: PureView = {
  id: "distance",
  title: "view_distance",
  controls: ["scenarios", "year"],
  offered: (report) => professions_of(report).length > 0,
  choices: choices_of,
  build(seen) {
    const { selection, report, language, t } = seen;
    const profession = choices_of(seen)[0]?.value ?? "";
    const parts: Part[] = [];
    const all = selection.scenarios
      .map((scenario) => ({ scenario, places: places_of(report, scenario, profession, selection.year) }))
      .filter(({ places }) => places.length > 0);
    const every = all.flatMap(({ places }) => places);
    const ends = {
      km: Math.max(...every.map(({ km }) => km)),
      shortage: Math.max(...every.map(({ shortage }) => shortage)),
    };
    for (const { scenario, places } of all) {
      const rho = rho_of(places);
      if (rho !== null) {
        const text = t("rho_lead", { words: strength(seen, rho), rho: number(language, rho, 2), n: places.length });
        parts.push({ kind: "lead", text: all.length > 1 ? `${scenario_title(seen, scenario)}. ${text}` : text });
      }
      parts.push(chart(seen, scenario, profession, places, ends), table(seen, profession, places));
    }
    if (parts.length === 0) return [{ kind: "note", text: t("nothing_known") }];
    return [...parts, correlations(seen)];
  },
};
