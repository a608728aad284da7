// SPDX-License-Identifier: EUPL-1.2
// What decides: a tornado of the factors of one outcome, and a map of what decides where.
import { FAINT, FONT, INK, TOOLTIP, hatch, plain, type Option } from "../charts.ts";
import { pick, type Indicator, type Outcome } from "../data.ts";
import { map_of } from "../geometry.ts";
import { number, shown, unit } from "../format.ts";
import {
  choices_of, chosen_now, drivers_of, indicator_of, is_clear, outcome_at, STRONGEST, type Chosen, type Driver,
} from "./drivers.ts";
import type { Amount, Cell, ChartPart, KeyPart, Part, PureView, Seen, TablePart } from "./part.ts";
import { number_axis, whiskers, GRID } from "./pieces.ts";
import { class_of } from "../data.ts";

/** After Okabe and Ito: told apart with any eyes, and light enough for hatches. */
const FACTOR_COLOURS = ["#56b4e9", "#e69f00", "#3fb48f", "#cc79a7", "#f0e442", "#e0803c", "#8aa0d8"];
const OTHER = "#b4bcc6";
const NOTHING = "#ffffff";
/** Light to dark. */
const STRENGTH_COLOURS = ["#eef3f6", "#c6dbe5", "#8fbad0", "#4f90b3", "#0b5a8a", "#062f4a"];

/** Indices of variance are bare shares; mu* and sigma are in the unit of the outcome. */
function is_share(measure: string): boolean {
  return measure === "total" || measure === "first" || measure === "rank_correlation";
}

function put(measure: string, indicator: Indicator | undefined, value: number): number {
  return is_share(measure) || indicator === undefined ? value : shown(indicator, value);
}

function digits_of(measure: string, indicator: Indicator | undefined): number {
  return is_share(measure) ? 2 : Math.max(2, indicator?.digits ?? 2);
}

function text_of(seen: Seen, measure: string, indicator: Indicator | undefined, value: number | null): Amount {
  if (value === null || !Number.isFinite(value)) return { value: null, text: seen.t("unknown") };
  return { value, text: number(seen.language, put(measure, indicator, value), digits_of(measure, indicator)) };
}

function axis_name(seen: Seen, measure: string, indicator: Indicator | undefined): string {
  const key = measure === "total" ? "sens_total" : measure === "mu_star" ? "sens_mu_star" : "sens_rank";
  const of = is_share(measure) || indicator === undefined ? "" : unit(seen.language, indicator, true);
  return of === "" ? seen.t(key) : `${seen.t(key)} (${of})`;
}

function where_of(seen: Seen, chosen: Chosen): { outcome: Outcome | undefined; name: string } {
  const { report, selection, t } = seen;
  const region = report.level("region");
  const index = report.area_index("region", selection.level === "region" ? selection.area : null);
  const at = index === null ? undefined : outcome_at(chosen.study, chosen.outcome, "region", index, region.codes);
  if (at !== undefined) return { outcome: at, name: region.names[index ?? -1] ?? "" };
  const country = outcome_at(chosen.study, chosen.outcome, "country", 0, []);
  if (country !== undefined) return { outcome: country, name: t("level_country") };
  const first = region.codes.findIndex((_, i) => outcome_at(chosen.study, chosen.outcome, "region", i, region.codes) !== undefined);
  return { outcome: outcome_at(chosen.study, chosen.outcome, "region", first, region.codes), name: region.names[first] ?? "" };
}

function tornado(seen: Seen, chosen: Chosen, drivers: readonly Driver[], indicator: Indicator | undefined, name: string,
                 outcome: string): ChartPart {
  const { language, t } = seen;
  const { measure } = chosen;
  const value = (x: number) => put(measure, indicator, x);
  const spans = drivers.flatMap(({ main }, row) => (main.low === null || main.high === null ? [] : [{
    low: value(main.low), high: value(main.high), row,
  }]));
  const marks = drivers.flatMap(({ beside }, row) => (beside === undefined ? [] : [[put(beside.measure, indicator, beside.value), String(row)]]));
  const beside = drivers.find((driver) => driver.beside !== undefined)?.beside?.measure;
  const option: Option = {
    tooltip: {
      ...TOOLTIP, trigger: "axis", axisPointer: { type: "shadow", axis: "y" },
      formatter: (hits: readonly { dataIndex: number; axisValue?: string }[]) => {
        const driver = drivers[Number(hits[0]?.axisValue ?? -1)];
        return driver === undefined ? "" : box_text(seen, chosen, driver, indicator);
      },
    },
    grid: { ...GRID, left: seen.narrow ? 140 : 270, right: 24, top: 8, bottom: 58 },
    xAxis: number_axis(axis_name(seen, measure, indicator), (x) => number(language, x, Number.isInteger(x) ? 0 : Math.abs(x) < 0.1 ? 2 : 1),
                       { nameGap: 28, ...(measure === "rank_correlation" ? { min: -1, max: 1 } : {}) }),
    yAxis: {
      type: "category", inverse: true, data: drivers.map((_, i) => String(i)), axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: {
        interval: 0, color: INK, fontFamily: FONT, fontSize: 12, width: seen.narrow ? 128 : 256, overflow: "break", lineHeight: 14,
        formatter: (i: string) => plain(drivers[Number(i)]?.title ?? ""),
      },
    },
    series: [
      {
        type: "bar", name: "main", barWidth: "58%", z: 2, itemStyle: { color: "#6f9fbd" },
        data: drivers.map(({ main }) => value(main.value)),
      },
      whiskers("interval", spans, INK, 0, 1.6),
      {
        type: "scatter", name: "beside", z: 5, symbol: "diamond", symbolSize: 11, data: marks,
        itemStyle: { color: "#b4480b", borderColor: "#ffffff", borderWidth: 1 },
      },
    ],
  };
  return {
    kind: "chart", option, height: Math.max(2, drivers.length) * (seen.narrow ? 34 : 28) + 66,
    title: t("sens_title", { outcome, area: name }),
    note: `${t(measure === "total" ? "sens_note_total" : measure === "mu_star" ? "sens_note_mu" : "sens_note_rank")}${
      beside === undefined ? "" : ` ${t(beside === "first" ? "sens_note_first" : "sens_note_sigma")}`}`,
  };
}

function box_text(seen: Seen, { measure }: Chosen, driver: Driver, indicator: Indicator | undefined): string {
  const { t } = seen;
  const text = (m: string, value: number | null) => text_of(seen, m, indicator, value).text;
  const { main, beside } = driver;
  const lines = [plain(driver.title), `${t(measure === "total" ? "sens_total" : measure === "mu_star" ? "sens_mu_star" : "sens_rank")}: ${text(measure, main.value)}`];
  if (main.low !== null && main.high !== null) lines.push(t("interval_95_box", { low: text(measure, main.low), high: text(measure, main.high) }));
  if (beside !== undefined) lines.push(`${t(beside.measure === "first" ? "sens_first" : "sens_sigma")}: ${text(beside.measure, beside.value)}`);
  return lines.join("\n");
}

function index_table(seen: Seen, chosen: Chosen, drivers: readonly Driver[], indicator: Indicator | undefined): TablePart {
  const { t } = seen;
  const { measure } = chosen;
  const beside = drivers.find((driver) => driver.beside !== undefined)?.beside?.measure;
  const cell = (m: string, value: number | null): Cell => text_of(seen, m, indicator, value);
  return {
    kind: "table", caption: t("table_caption"), file: `what decides ${chosen.outcome}`,
    columns: [
      { title: t("sens_factor") }, { title: axis_name(seen, measure, indicator), number: true },
      { title: "2.5%", number: true }, { title: "97.5%", number: true },
      ...(beside === undefined ? [] : [{ title: t(beside === "first" ? "sens_first" : "sens_sigma"), number: true }]),
    ],
    rows: drivers.map(({ title, main, beside: other }): Cell[] => [
      title, cell(measure, main.value), cell(measure, main.low), cell(measure, main.high),
      ...(beside === undefined ? [] : [cell(beside, other?.value ?? null)]),
    ]),
  };
}

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
  const most = Math.max(0, ...spots.flatMap((spot) => spot.drivers.map(({ main }) => Math.abs(put(measure, indicator, main.value)))));
  const rough = most / STRENGTH_COLOURS.length || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10);
  return Array.from({ length: STRENGTH_COLOURS.length + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}

function map_parts(seen: Seen, chosen: Chosen, indicator: Indicator | undefined, outcome: string): Part[] {
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
    return STRENGTH_COLOURS[class_of(breaks, Math.abs(put(chosen.measure, indicator, spot.driver.main.value)))] ?? OTHER;
  };
  const map = map_of("region", region);
  const option: Option = {
    tooltip: {
      ...TOOLTIP, trigger: "item",
      formatter: (hit: { name?: string }) => map_box(seen, chosen, spots.find((spot) => spot.code === hit.name), indicator),
    },
    geo: {
      map: map.name, aspectScale: 1, roam: false, selectedMode: false, label: { show: false }, layoutCenter: ["50%", "50%"], layoutSize: "98%",
      emphasis: { label: { show: false } },
      regions: spots.map((spot) => {
        const fill = { areaColor: colour(spot) };
        const border = spot.code === selection.area ? { borderColor: INK, borderWidth: 3 } : { borderColor: "#5b6673", borderWidth: 0.7 };
        return { name: spot.code, itemStyle: { ...fill, ...border }, emphasis: { itemStyle: { ...fill, borderColor: INK, borderWidth: 2 } } };
      }),
    },
    series: [{
      type: "map", map: map.name, geoIndex: 0, selectedMode: false,
      data: spots.map((spot) => ({
        name: spot.code, value: spot.driver?.main.value ?? Number.NaN,
        ...(strongest && spot.driver !== undefined && !spot.clear ? { itemStyle: { decal: hatch("rgba(29, 39, 51, 0.6)") } } : {}),
      })),
    }],
  };
  const title_of = (factor: string) => chosen.study.factors.find(({ id }) => id === factor)?.title ?? factor;
  const key: KeyPart = {
    kind: "key",
    entries: strongest
      ? [...order.slice(0, FACTOR_COLOURS.length).map((factor, i) => ({ text: title_of(factor), colour: FACTOR_COLOURS[i]!, filled: true })),
        ...(order.length > FACTOR_COLOURS.length ? [{ text: t("sens_other"), colour: OTHER, filled: true }] : [])]
      : STRENGTH_COLOURS.map((one, i) => ({
        colour: one, filled: true,
        text: t("from_to", { low: tick(language, breaks[i] ?? 0), high: tick(language, breaks[i + 1] ?? 0) }),
      })),
  };
  return [
    {
      kind: "chart", option, height: seen.narrow ? 380 : 640,
      title: strongest ? t("sens_map_title", { outcome }) : t("sens_map_title_factor", { factor: title_of(chosen.factor), outcome }),
      note: strongest ? t("sens_map_note") : axis_name(seen, chosen.measure, indicator),
      pick: (hit) => (spots.some((spot) => spot.code === hit.name)
        ? { level: "region", area: hit.name === selection.area ? null : hit.name ?? null } : null),
    },
    key,
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
  const lines = spot.drivers.slice(0, 3).map((driver, i) =>
    `${i + 1}. ${plain(driver.title)}: ${text_of(seen, chosen.measure, indicator, driver.main.value).text}`);
  if (chosen.factor !== STRONGEST && spot.driver !== undefined) {
    lines.unshift(`${plain(spot.driver.title)}: ${text_of(seen, chosen.measure, indicator, spot.driver.main.value).text}`);
  }
  if (spot.drivers.length > 0 && !spot.clear) lines.push(seen.t("sens_unclear"));
  return [plain(spot.name), ...(lines.length > 0 ? lines : [seen.t("unknown")])].join("\n");
}

function map_table(seen: Seen, chosen: Chosen, spots: readonly Spot[], indicator: Indicator | undefined): TablePart {
  const { t, selection } = seen;
  const strongest = chosen.factor === STRONGEST;
  const cell = (value: number | null | undefined): Cell => text_of(seen, chosen.measure, indicator, value ?? null);
  const rows = spots.filter((spot) => spot.driver !== undefined);
  return {
    kind: "table", caption: t("table_caption_map"), file: `what decides where ${chosen.outcome}`,
    columns: [
      { title: t("area") }, { title: t(strongest ? "sens_strongest" : "sens_factor") },
      { title: axis_name(seen, chosen.measure, indicator), number: true }, { title: "2.5%", number: true }, { title: "97.5%", number: true },
      ...(strongest ? [{ title: t("sens_second") }, { title: t("sens_ahead") }] : []),
    ],
    rows: rows.map((spot): Cell[] => {
      const { main, title } = spot.driver!;
      return [
        spot.name, title, cell(main.value), cell(main.low), cell(main.high),
        ...(strongest ? [spot.drivers[1]?.title ?? "", t(spot.clear ? "yes" : "no")] : []),
      ];
    }),
    marked: new Set([rows.findIndex((spot) => spot.code === selection.area)]),
  };
}

export const sensitivity_view: PureView = {
  id: "sensitivity",
  title: "view_sensitivity",
  controls: ["area"],
  offered: (report) => report.data.sensitivity.some((study) => study.outcomes.length > 0),
  choices: choices_of,
  build(seen) {
    const { t } = seen;
    const chosen = chosen_now(seen);
    if (chosen === undefined) return [{ kind: "note", text: t("nothing_known") }];
    const { outcome, name } = where_of(seen, chosen);
    if (outcome === undefined) return [{ kind: "note", text: t("nothing_known") }];
    const drivers = drivers_of(chosen.study, outcome);
    const indicator = indicator_of(seen, outcome.indicator);
    const text = choices_of(seen).find((choice) => choice.id === "outcome")?.options
      .find((option) => option.value === chosen.outcome)?.text ?? (indicator === undefined ? "" : pick(indicator.name, seen.language));
    const parts: Part[] = [];
    const [first, second] = drivers;
    if (first !== undefined && second !== undefined) {
      parts.push({
        kind: "lead",
        text: t(is_clear(drivers) ? "sens_lead" : "sens_lead_unclear", { first: first.title, second: second.title, area: name }),
      });
    }
    return [
      ...parts, tornado(seen, chosen, drivers, indicator, name, text), index_table(seen, chosen, drivers, indicator),
      ...map_parts(seen, chosen, indicator, text), { kind: "note", text: t("sens_ranges") },
    ];
  },
};
