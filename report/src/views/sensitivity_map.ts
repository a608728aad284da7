// SPDX-License-Identifier: EUPL-1.2
// Where which factor decides most, or how much one factor does.
import { INK, TOOLTIP, hatch, plain, type Option } from "../charts.ts";
import { class_of, type Indicator } from "../data.ts";
import { number } from "../format.ts";
import { map_of } from "../geometry.ts";
import {
  drivers_of,
  is_clear,
  outcome_at,
  put,
  text_of,
  axis_name,
  STRONGEST,
  type Chosen,
  type Driver,
} from "./drivers.ts";
import { type Cell, type Part, type Seen, type TablePart, type KeyEntry } from "./part.ts";

/** After Okabe and Ito: told apart with any eyes, and light enough for hatches. */
const FACTOR_COLOURS = ["#56b4e9", "#e69f00", "#3fb48f", "#cc79a7", "#f0e442", "#e0803c", "#8aa0d8"];
const OTHER = "#b4bcc6";
const NOTHING = "#ffffff";
/** Light to dark. */
const STRENGTH_COLOURS = ["#eef3f6", "#c6dbe5", "#8fbad0", "#4f90b3", "#0b5a8a", "#062f4a"];

/** What a region's colour and hatch stand on. */
interface Spot {
  readonly code: string;
  readonly name: string;
  readonly drivers: readonly Driver[];
  readonly driver: Driver | undefined;
  readonly clear: boolean;
}

function spots_of(seen: Seen, chosen: Chosen): Spot[] {
  const region = seen.report.level("region");
  return region.codes.map((code, i): Spot => {
    const outcome = outcome_at(chosen.study, chosen.outcome, "region", i, region.codes);
    const drivers = outcome === undefined ? [] : drivers_of(chosen.study, outcome);
    const driver = chosen.factor === STRONGEST ? drivers[0] : drivers.find((one) => one.factor === chosen.factor);
    return { code, name: region.names[i] ?? code, drivers, driver, clear: is_clear(drivers) };
  });
}

/** Round steps from 0 to the largest of all factors, so that maps of two factors can be compared. */
function breaks_of(spots: readonly Spot[], measure: string, indicator: Indicator | undefined): number[] {
  if (measure === "total") return [0, 0.05, 0.1, 0.2, 0.4, 0.6, 1];
  const most = Math.max(
    0,
    ...spots.flatMap((spot) => spot.drivers.map(({ main }) => Math.abs(put(measure, indicator, main.value)))),
  );
  const rough = most / STRENGTH_COLOURS.length || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10);
  return Array.from({ length: STRENGTH_COLOURS.length + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}

export function map_parts(seen: Seen, chosen: Chosen, indicator: Indicator | undefined, outcome: string): Part[] {
  const { report, t, selection, language } = seen;
  const region = report.level("region");
  const spots = spots_of(seen, chosen);
  if (region.shapes.length === 0 || spots.every((spot) => spot.drivers.length === 0)) return [];
  const strongest = chosen.factor === STRONGEST;
  const order = strongest_factors(spots);
  const breaks = breaks_of(spots, chosen.measure, indicator);
  const colour = (spot: Spot): string => {
    if (spot.driver === undefined) return NOTHING;
    if (strongest) return FACTOR_COLOURS[order.indexOf(spot.driver.factor)] ?? OTHER;
    return (
      STRENGTH_COLOURS[class_of(breaks, Math.abs(put(chosen.measure, indicator, spot.driver.main.value)))] ?? OTHER
    );
  };
  const map = map_of("region", region);
  const option: Option = {
    tooltip: {
      ...TOOLTIP,
      trigger: "item",
      formatter: (hit: { name?: string }) =>
        map_box(
          seen,
          chosen,
          spots.find((spot) => spot.code === hit.name),
          indicator,
        ),
    },
    geo: {
      map: map.name,
      aspectScale: 1,
      roam: false,
      selectedMode: false,
      label: { show: false },
      layoutCenter: ["50%", "50%"],
      layoutSize: "98%",
      emphasis: { label: { show: false } },
      regions: spots.map((spot) => {
        const fill = { areaColor: colour(spot) };
        const border =
          spot.code === selection.area
            ? { borderColor: INK, borderWidth: 3 }
            : { borderColor: "#5b6673", borderWidth: 0.7 };
        return {
          name: spot.code,
          itemStyle: { ...fill, ...border },
          emphasis: { itemStyle: { ...fill, borderColor: INK, borderWidth: 2 } },
        };
      }),
    },
    series: [
      {
        type: "map",
        map: map.name,
        geoIndex: 0,
        selectedMode: false,
        data: spots.map((spot) => ({
          name: spot.code,
          value: spot.driver?.main.value ?? Number.NaN,
          ...(strongest && spot.driver !== undefined && !spot.clear
            ? { itemStyle: { decal: hatch("rgba(29, 39, 51, 0.6)") } }
            : {}),
        })),
      },
    ],
  };
  const title_of = (factor: string) => chosen.study.factors.find(({ id }) => id === factor)?.title ?? factor;
  const key: KeyEntry[] = strongest
    ? [
        ...order
          .slice(0, FACTOR_COLOURS.length)
          .map((factor, i) => ({ text: title_of(factor), colour: FACTOR_COLOURS[i]!, filled: true })),
        ...(order.length > FACTOR_COLOURS.length ? [{ text: t("sens_other"), colour: OTHER, filled: true }] : []),
      ]
    : STRENGTH_COLOURS.map((one, i) => ({
        colour: one,
        filled: true,
        text: t("from_to", { low: tick(language, breaks[i] ?? 0), high: tick(language, breaks[i + 1] ?? 0) }),
      }));
  return [
    {
      kind: "chart",
      option,
      height: seen.narrow ? 380 : 640,
      key,
      file: `map of what decides ${chosen.outcome}`,
      source: chosen.study.title,
      title: strongest
        ? t("sens_map_title", { outcome })
        : t("sens_map_title_factor", { factor: title_of(chosen.factor), outcome }),
      note: strongest ? t("sens_map_note") : axis_name(seen, chosen.measure, indicator),
      pick: (hit) =>
        spots.some((spot) => spot.code === hit.name)
          ? { level: "region", area: hit.name === selection.area ? null : (hit.name ?? null) }
          : null,
    },
    map_table(seen, chosen, spots, indicator),
  ];
}

/** Factors that are the strongest somewhere, the most frequent first. */
function strongest_factors(spots: readonly Spot[]): string[] {
  const count = new Map<string, number>();
  for (const { drivers } of spots) {
    const first = drivers[0]?.factor;
    if (first !== undefined) count.set(first, (count.get(first) ?? 0) + 1);
  }
  return [...count.keys()].sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || a.localeCompare(b));
}

function tick(language: Seen["language"], value: number): string {
  const digits = Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2;
  return number(language, value, digits);
}

function map_box(seen: Seen, chosen: Chosen, spot: Spot | undefined, indicator: Indicator | undefined): string {
  if (spot === undefined) return "";
  const lines = spot.drivers
    .slice(0, 3)
    .map(
      (driver, i) =>
        `${i + 1}. ${plain(driver.title)}: ${text_of(seen, chosen.measure, indicator, driver.main.value).text}`,
    );
  if (chosen.factor !== STRONGEST && spot.driver !== undefined) {
    lines.unshift(
      `${plain(spot.driver.title)}: ${text_of(seen, chosen.measure, indicator, spot.driver.main.value).text}`,
    );
  }
  if (spot.drivers.length > 0 && !spot.clear) lines.push(seen.t("sens_unclear"));
  return [plain(spot.name), ...(lines.length > 0 ? lines : [seen.t("unknown")])].join("\n");
}

function map_table(
  seen: Seen,
  chosen: Chosen,
  spots: readonly Spot[],
  indicator: Indicator | undefined,
): TablePart {
  const { t, selection } = seen;
  const strongest = chosen.factor === STRONGEST;
  const cell = (value: number | null | undefined): Cell => text_of(seen, chosen.measure, indicator, value ?? null);
  const rows = spots.filter((spot) => spot.driver !== undefined);
  return {
    kind: "table",
    caption: t("table_caption_map"),
    file: `what decides where ${chosen.outcome}`,
    columns: [
      { title: t("area") },
      { title: t(strongest ? "sens_strongest" : "sens_factor") },
      { title: axis_name(seen, chosen.measure, indicator), number: true },
      { title: "2.5%", number: true },
      { title: "97.5%", number: true },
      ...(strongest ? [{ title: t("sens_second") }, { title: t("sens_ahead") }] : []),
    ],
    rows: rows.map((spot): Cell[] => {
      const { main, title } = spot.driver!;
      return [
        spot.name,
        title,
        cell(main.value),
        cell(main.low),
        cell(main.high),
        ...(strongest ? [spot.drivers[1]?.title ?? "", t(spot.clear ? "yes" : "no")] : []),
      ];
    }),
    marked: new Set([rows.findIndex((spot) => spot.code === selection.area)]),
  };
}
