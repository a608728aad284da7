// SPDX-License-Identifier: EUPL-1.2
// What was spent beside ordinary salaries: of a run by payer or by what for, of a comparison the
// extra euros against the reference with their interval.
import { FONT, INK, TOOLTIP, plain, style_of, type Option } from "../charts.ts";
import { pick, type Money, type Report } from "../data.ts";
import { number } from "../format.ts";
import {
  chosen_of, scenario_title, type Amount, type Cell, type ChartPart, type Choice, type Column, type Part, type PureView,
  type Seen, type TablePart,
} from "./part.ts";
import { band, number_axis, year_axis, year_line, GRID } from "./pieces.ts";

const [YEAR, REGION, ITEM, PAYER, MEAN, P05, P95] = [0, 1, 2, 3, 4, 5, 6] as const;
const COUNTRY = -1;
const MILLION = 1e6;

/** Told apart by lightness as well as by hue; more would not be. */
const COLOURS = ["#0b4f6c", "#d9822b", "#7fb7be", "#5f3b9c", "#e3c16f", "#9a1b5a", "#9aa5b1"];

type Row = readonly number[];

export function is_difference(money: Money): boolean {
  return money.rows.some((row) => row[ITEM] === -1);
}

/** Rows of a region; of the country its own, or those of all regions where it has none. */
export function rows_of(money: Money, region: number): Row[] {
  const own = money.rows.filter((row) => row[REGION] === region);
  return region === COUNTRY && own.length === 0 ? [...money.rows] : own;
}

/** Euros by year and by item or payer: sums of means are means. */
export function sums(rows: readonly Row[], by: "item" | "payer"): Map<number, Map<number, number>> {
  const result = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const year = row[YEAR]!;
    const of_year = result.get(year) ?? new Map<number, number>();
    result.set(year, of_year);
    const key = row[by === "item" ? ITEM : PAYER]!;
    of_year.set(key, (of_year.get(key) ?? 0) + row[MEAN]!);
  }
  return result;
}

function region_of(seen: Seen): number {
  const { report, selection: s } = seen;
  const index = report.area_index(s.level, s.area);
  if (index === null) return COUNTRY;
  return s.level === "region" ? index : report.level("subregion").parent?.[index] ?? COUNTRY;
}

function area_name(seen: Seen, region: number): string {
  return region === COUNTRY ? seen.t("level_country") : seen.report.level("region").names[region] ?? "";
}

function euros(seen: Seen, value: number | null, signed = false): Amount {
  if (value === null) return { value: null, text: seen.t("unknown") };
  return { value: Math.round(value) / MILLION, text: number(seen.language, value / MILLION, Math.abs(value) < MILLION ? 2 : 1, signed) };
}

/** Of what is shown, those of runs and those of comparisons. */
function shown_money(seen: Seen, difference: boolean): Money[] {
  const { report, selection } = seen;
  const all = report.data.money.filter((money) => is_difference(money) === difference);
  const chosen = all.filter((money) => selection.scenarios.includes(money.scenario));
  return chosen.length > 0 ? chosen : difference ? all : all.slice(0, 1);
}

function has(report: Report, difference: boolean): boolean {
  return report.data.money.some((money) => money.rows.length > 0 && is_difference(money) === difference);
}

function choices_of(seen: Seen): Choice[] {
  if (!has(seen.report, false)) return [];
  const options = [{ value: "item", text: seen.t("money_by_item") }, { value: "payer", text: seen.t("money_by_payer") }];
  return [{ id: "by", label: seen.t("money_split"), value: chosen_of(seen, "by", options), options }];
}

interface Layer {
  readonly name: string;
  readonly keys: readonly number[];
  readonly colour: string;
}

/** The largest by themselves, the rest together, so that every colour can be told from the next. */
function layers_of(seen: Seen, money: Money, totals: ReadonlyMap<number, number>, by: "item" | "payer"): Layer[] {
  const names = by === "item" ? money.items : money.payers;
  const order = [...totals.keys()].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  const room = order.length <= COLOURS.length ? COLOURS.length : COLOURS.length - 1;
  const layers = order.slice(0, room).map((key, i): Layer => {
    const name = names[key];
    return { name: name === undefined ? "" : pick(name.name, seen.language), keys: [key], colour: COLOURS[i]! };
  });
  if (order.length > room) layers.push({ name: seen.t("money_other"), keys: order.slice(room), colour: COLOURS.at(-1)! });
  return layers;
}

/** A run: bars of layers, a bar for each year. */
function of_run(seen: Seen, money: Money, by: "item" | "payer", most: number | undefined): Part[] {
  const { selection, t } = seen;
  const region = region_of(seen);
  const rows = rows_of(money, region);
  if (rows.length === 0) {
    return [{ kind: "note", text: t("money_none", { area: area_name(seen, region), scenario: scenario_title(seen, money.scenario) }) }];
  }
  const by_year = sums(rows, by);
  const totals = new Map<number, number>();
  for (const of_year of by_year.values()) for (const [key, value] of of_year) totals.set(key, (totals.get(key) ?? 0) + value);
  const layers = layers_of(seen, money, totals, by);
  const [first, last] = seen.report.data.years;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const value = (year: number, keys: readonly number[]) => keys.reduce((sum, key) => sum + (by_year.get(year)?.get(key) ?? 0), 0);
  const of_year = value(selection.year, [...totals.keys()]);
  const option: Option = {
    tooltip: {
      ...TOOLTIP, trigger: "axis", axisPointer: { type: "shadow" },
      formatter: (hits: readonly { axisValue?: string }[]) => {
        const year = Number(hits[0]?.axisValue);
        const lines = layers.filter((layer) => value(year, layer.keys) !== 0)
          .map((layer) => `${plain(layer.name)}: ${euros(seen, value(year, layer.keys)).text}`);
        return [String(year), ...lines.reverse(), `${t("total")}: ${euros(seen, value(year, [...totals.keys()])).text}`].join("\n");
      },
    },
    grid: { ...GRID, left: 58, right: 14, top: 14, bottom: 30 },
    xAxis: {
      type: "category", data: years.map(String), axisTick: { show: false },
      axisLabel: { color: INK, fontFamily: FONT, fontSize: 12, hideOverlap: true },
    },
    yAxis: number_axis(t("money_axis"), (x) => number(seen.language, x, Number.isInteger(x) ? 0 : 1), { nameGap: 40, max: most }),
    series: layers.map((layer, i) => ({
      type: "bar", stack: "all", name: layer.name, barCategoryGap: "22%",
      itemStyle: { color: layer.colour, borderColor: "#ffffff", borderWidth: 0.5 },
      data: years.map((year) => value(year, layer.keys) / MILLION),
      ...(i === 0 ? { markLine: year_line(String(selection.year)) } : {}),
    })),
  };
  return [
    {
      kind: "chart", height: 380, option, note: t("money_note"),
      title: t("money_title", {
        scenario: scenario_title(seen, money.scenario), area: area_name(seen, region), year: selection.year, sum: euros(seen, of_year).text,
      }),
    },
    { kind: "key", entries: layers.map((layer) => ({ text: layer.name, colour: layer.colour, filled: true })) },
    table_by_year(seen, layers, years.filter((year) => by_year.has(year)), value),
    table_of_year(seen, money, rows),
  ];
}

/** Where the axes of several runs end, so that they can be compared. */
function common_end(runs: readonly Money[], region: number): number {
  const totals = runs.flatMap((money) => [...sums(rows_of(money, region), "payer").values()]
    .map((of_year) => [...of_year.values()].reduce((sum, value) => sum + value, 0) / MILLION));
  const most = Math.max(...totals, 0.001);
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= most) ?? 10);
}

function table_by_year(seen: Seen, layers: readonly Layer[], years: readonly number[],
                       value: (year: number, keys: readonly number[]) => number): TablePart {
  const { t, selection } = seen;
  const all = layers.flatMap((layer) => layer.keys);
  return {
    kind: "table", caption: t("money_by_year"), file: "costs by year",
    columns: [{ title: t("year") }, ...layers.map((layer): Column => ({ title: layer.name, number: true })), { title: t("total"), number: true }],
    rows: years.map((year): Cell[] => [String(year), ...layers.map((layer) => euros(seen, value(year, layer.keys))), euros(seen, value(year, all))]),
    marked: new Set([years.indexOf(selection.year)]),
  };
}

/** Every item and payer of the chosen year; intervals only where the row is one of the file. */
function table_of_year(seen: Seen, money: Money, rows: readonly Row[]): TablePart {
  const { t, selection, language } = seen;
  const cells = new Map<string, { item: number; payer: number; mean: number; low: number | null; high: number | null }>();
  for (const row of rows) {
    if (row[YEAR] !== selection.year) continue;
    const key = `${row[ITEM]}/${row[PAYER]}`;
    const before = cells.get(key);
    cells.set(key, before === undefined
      ? { item: row[ITEM]!, payer: row[PAYER]!, mean: row[MEAN]!, low: row[P05]!, high: row[P95]! }
      : { ...before, mean: before.mean + row[MEAN]!, low: null, high: null });
  }
  const list = [...cells.values()].sort((a, b) => b.mean - a.mean);
  const bound = (value: number | null): Cell => (value === null ? "" : euros(seen, value));
  const name = (of: { name: { en: string; nl: string } } | undefined) => (of === undefined ? "" : pick(of.name, language));
  return {
    kind: "table", caption: t("money_of_year", { year: selection.year }), file: `costs ${selection.year}`,
    columns: [
      { title: t("money_item") }, { title: t("money_payer") }, { title: t("figure_mean"), number: true },
      { title: "5%", number: true }, { title: "95%", number: true },
    ],
    rows: list.map((one): Cell[] => [
      name(money.items[one.item]), name(money.payers[one.payer]), euros(seen, one.mean), bound(one.low), bound(one.high),
    ]),
  };
}

/** A comparison: a small chart for each payer, a line for each scenario. */
function of_comparison(seen: Seen, list: readonly Money[]): Part[] {
  const { t, language } = seen;
  const region = region_of(seen);
  const payers = (list[0]?.payers ?? []).map((payer, i) => ({ i, name: pick(payer.name, language) }))
    .filter(({ i }) => list.some((money) => money.rows.some((row) => row[PAYER] === i && row[REGION] === region)));
  if (payers.length === 0) return [{ kind: "note", text: t("money_no_extra", { area: area_name(seen, region) }) }];
  const reference = scenario_title(seen, seen.report.reference_of(list[0]!.scenario));
  return [
    { kind: "lead", text: t("money_extra_lead", { area: area_name(seen, region), reference }) },
    { kind: "key", entries: list.map((money) => ({ text: scenario_title(seen, money.scenario), ...style_of(money.scenario) })) },
    ...payers.map(({ i, name }) => of_payer(seen, list, i, name, region)),
    extra_table(seen, list, payers, region),
    { kind: "note", text: t("money_extra_note") },
  ];
}

function of_payer(seen: Seen, list: readonly Money[], payer: number, name: string, region: number): ChartPart {
  const { selection, language, t } = seen;
  const first = Math.min(...list.flatMap((money) => money.years)) - 1;
  const last = seen.report.data.years[1];
  const lines = list.map((money) => {
    const rows = money.rows.filter((row) => row[PAYER] === payer && row[REGION] === region).sort((a, b) => a[YEAR]! - b[YEAR]!);
    return { scenario: money.scenario, rows, at: new Map(rows.map((row) => [row[YEAR]!, row])) };
  });
  const text = (row: Row | undefined) => (row === undefined ? euros(seen, 0).text
    : `${euros(seen, row[MEAN]!, true).text} (${t("from_to", { low: euros(seen, row[P05]!, true).text, high: euros(seen, row[P95]!, true).text })})`);
  const series = lines.flatMap(({ scenario, rows }, k) => {
    const { colour, dash, symbol } = style_of(scenario);
    const column = (c: number) => rows.map((row) => row[c]! / MILLION);
    return [
      band(scenario_title(seen, scenario), rows.map((row) => row[YEAR]!), column(P05), column(P95), colour),
      {
        type: "line", name: scenario_title(seen, scenario), showSymbol: false, symbol, symbolSize: 7, z: 4,
        lineStyle: { color: colour, width: 2, type: dash }, itemStyle: { color: colour },
        data: rows.map((row) => [row[YEAR], row[MEAN]! / MILLION]),
        ...(k === 0 ? { markLine: year_line(selection.year, true) } : {}),
      },
    ];
  });
  const option: Option = {
    tooltip: {
      ...TOOLTIP, trigger: "axis", axisPointer: { type: "line", snap: true },
      formatter: (hits: readonly { axisValue?: number }[]) => {
        const year = Number(hits[0]?.axisValue ?? selection.year);
        return [String(year), ...lines.map(({ scenario, at }) => `${plain(scenario_title(seen, scenario))}: ${text(at.get(year))}`)].join("\n");
      },
    },
    grid: { ...GRID, left: 50, right: 14, top: 12, bottom: 26 },
    xAxis: year_axis(first, last),
    yAxis: number_axis("", (x) => number(language, x, Number.isInteger(x) ? 0 : 1, true), { splitNumber: 3 }),
    series,
  };
  return {
    kind: "chart", small: true, height: 220, option, title: `${name} (${t("money_unit")})`,
    note: lines.length === 1 ? `${selection.year}: ${text(lines[0]!.at.get(selection.year))}` : undefined,
  };
}

function extra_table(seen: Seen, list: readonly Money[], payers: readonly { i: number; name: string }[], region: number): TablePart {
  const { selection, t } = seen;
  const rows = list.flatMap((money) => payers.map(({ i, name }): Cell[] => {
    const row = money.rows.find((one) => one[YEAR] === selection.year && one[REGION] === region && one[PAYER] === i);
    const reading = (row?.[P05] ?? 0) > 0 ? "money_more" : (row?.[P95] ?? 0) < 0 ? "money_less" : "not_certain";
    return [scenario_title(seen, money.scenario), name, ...[MEAN, P05, P95].map((c) => euros(seen, row?.[c] ?? 0, true)), t(reading)];
  }));
  return {
    kind: "table", caption: t("money_extra_table", { year: selection.year, area: area_name(seen, region) }), open: true, rows,
    columns: [
      { title: t("scenario") }, { title: t("money_payer") }, { title: t("effect_median"), number: true },
      { title: "5%", number: true }, { title: "95%", number: true }, { title: t("certainty") },
    ],
    file: `extra costs ${selection.year}`,
  };
}

export const money_view: PureView = {
  id: "money",
  title: "view_money",
  controls: ["scenarios", "year", "area"],
  offered: (report) => has(report, false) || has(report, true),
  choices: choices_of,
  build(seen) {
    const by = choices_of(seen)[0]?.value === "payer" ? "payer" : "item";
    const extra = has(seen.report, true) ? of_comparison(seen, shown_money(seen, true)) : [];
    const runs = has(seen.report, false) ? shown_money(seen, false) : [];
    const most = runs.length > 1 ? common_end(runs, region_of(seen)) : undefined;
    const spent = runs.flatMap((money) => of_run(seen, money, by, most));
    return [...extra, ...spent];
  },
};
