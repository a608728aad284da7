// SPDX-License-Identifier: EUPL-1.2
// What was spent beside ordinary salaries: of a run by payer or by what for; a comparison has its own
// file.
import { FONT, INK, TOOLTIP, plain, type Option } from "../charts.ts";
import { capital } from "../dom.ts";
import { pick, type Money, type Report } from "../data.ts";
import { number } from "../format.ts";
import { of_comparison } from "./money_extra.ts";
import {
  YEAR,
  ITEM,
  PAYER,
  MEAN,
  P05,
  P95,
  MILLION,
  is_difference,
  rows_of,
  sums,
  region_of,
  area_name,
  euros,
  type Row,
  type Split,
} from "./money_rows.ts";
import {
  chosen_of,
  scenario_title,
  type Cell,
  type Choice,
  type Column,
  type Part,
  type PureView,
  type Seen,
  type TablePart,
} from "./part.ts";
import { number_axis, year_line, GRID } from "./pieces.ts";

/** Told apart by lightness as well as by hue; more would not be. */
const COLOURS = ["#0b4f6c", "#d9822b", "#7fb7be", "#5f3b9c", "#e3c16f", "#9a1b5a", "#9aa5b1"];

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
  const options = [
    { value: "item", text: seen.t("money_by_item") },
    { value: "payer", text: seen.t("money_by_payer") },
  ];
  return [{ id: "by", label: seen.t("money_split"), value: chosen_of(seen, "by", options), options }];
}

interface Layer {
  readonly name: string;
  readonly ids: readonly string[];
  readonly colour: string;
}

/**
 * The largest by themselves, the rest together, so that every colour can be told from the next. Of
 * all runs that are shown, so that a colour is the same in each.
 */
function layers_of(seen: Seen, runs: readonly Money[], region: number, by: Split): Layer[] {
  const totals = new Map<string, number>();
  for (const of_year of runs.flatMap((money) => [...sums(money, region, by).values()])) {
    for (const [id, value] of of_year) totals.set(id, (totals.get(id) ?? 0) + value);
  }
  const names = new Map(
    runs
      .flatMap((money) => (by === "item" ? money.items : money.payers))
      .map(({ id, name }) => [id, capital(pick(name, seen.language))]),
  );
  const order = [...totals.keys()].sort(
    (a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || a.localeCompare(b),
  );
  const room = order.length <= COLOURS.length ? COLOURS.length : COLOURS.length - 1;
  const layers = order
    .slice(0, room)
    .map((id, i): Layer => ({ name: names.get(id) ?? id, ids: [id], colour: COLOURS[i]! }));
  if (order.length > room)
    layers.push({ name: seen.t("money_other"), ids: order.slice(room), colour: COLOURS.at(-1)! });
  return layers;
}

/** A run: bars of layers, a bar for each year. */
function of_run(seen: Seen, money: Money, by: Split, layers: readonly Layer[], most: number | undefined): Part[] {
  const { selection, t } = seen;
  const region = region_of(seen);
  const rows = rows_of(money, region);
  if (rows.length === 0) {
    return [
      {
        kind: "note",
        text: t("money_none", { area: area_name(seen, region), scenario: scenario_title(seen, money.scenario) }),
      },
    ];
  }
  const by_year = sums(money, region, by);
  const all = layers.flatMap((layer) => layer.ids);
  const [first, last] = seen.report.data.years;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const value = (year: number, ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (by_year.get(year)?.get(id) ?? 0), 0);
  const of_year = value(selection.year, all);
  const option: Option = {
    tooltip: {
      ...TOOLTIP,
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (hits: readonly { axisValue?: string }[]) => {
        const year = Number(hits[0]?.axisValue);
        const lines = layers
          .filter((layer) => value(year, layer.ids) !== 0)
          .map((layer) => `${plain(layer.name)}: ${euros(seen, value(year, layer.ids)).text}`);
        return [String(year), ...lines.reverse(), `${t("total")}: ${euros(seen, value(year, all)).text}`].join(
          "\n",
        );
      },
    },
    grid: { ...GRID, left: 58, right: 20, top: 14, bottom: 30 },
    xAxis: {
      type: "category",
      data: years.map(String),
      axisTick: { show: false },
      axisLabel: { color: INK, fontFamily: FONT, fontSize: 12, hideOverlap: true },
    },
    yAxis: number_axis(t("money_axis"), (x) => number(seen.language, x, Number.isInteger(x) ? 0 : 1), {
      nameGap: 40,
      max: most,
    }),
    series: layers.map((layer, i) => ({
      type: "bar",
      stack: "all",
      name: layer.name,
      barCategoryGap: "22%",
      itemStyle: { color: layer.colour, borderColor: "#ffffff", borderWidth: 0.5 },
      // A bar of no height would still draw its border.
      data: years.map((year) => value(year, layer.ids) / MILLION || null),
      ...(i === 0 ? { markLine: year_line(String(selection.year)) } : {}),
    })),
  };
  return [
    {
      kind: "chart",
      height: 380,
      option,
      note: t("money_note"),
      file: `costs ${selection.year}`,
      key: layers.map((layer) => ({ text: layer.name, colour: layer.colour, filled: true })),
      title: t("money_title", {
        scenario: scenario_title(seen, money.scenario),
        area: area_name(seen, region),
        year: selection.year,
        sum: euros(seen, of_year).text,
      }),
    },
    table_by_year(
      seen,
      layers,
      years.filter((year) => by_year.has(year)),
      value,
    ),
    table_of_year(seen, money, rows),
  ];
}

/** Where the axes of several runs end, so that they can be compared. */
function common_end(runs: readonly Money[], region: number): number {
  const totals = runs.flatMap((money) =>
    [...sums(money, region, "payer").values()].map(
      (of_year) => [...of_year.values()].reduce((sum, value) => sum + value, 0) / MILLION,
    ),
  );
  const most = Math.max(...totals, 0.001);
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= most) ?? 10);
}

function table_by_year(
  seen: Seen,
  layers: readonly Layer[],
  years: readonly number[],
  value: (year: number, ids: readonly string[]) => number,
): TablePart {
  const { t, selection } = seen;
  const all = layers.flatMap((layer) => layer.ids);
  return {
    kind: "table",
    caption: t("money_by_year"),
    file: "costs by year",
    columns: [
      { title: t("year") },
      ...layers.map((layer): Column => ({ title: layer.name, number: true })),
      { title: t("total"), number: true },
    ],
    rows: years.map((year): Cell[] => [
      String(year),
      ...layers.map((layer) => euros(seen, value(year, layer.ids))),
      euros(seen, value(year, all)),
    ]),
    marked: new Set([years.indexOf(selection.year)]),
  };
}

/** Every item and payer of the chosen year; intervals only where the row is one of the file. */
function table_of_year(seen: Seen, money: Money, rows: readonly Row[]): TablePart {
  const { t, selection, language } = seen;
  const cells = new Map<
    string,
    { item: number; payer: number; mean: number; low: number | null; high: number | null }
  >();
  for (const row of rows) {
    if (row[YEAR] !== selection.year) continue;
    const key = `${row[ITEM]}/${row[PAYER]}`;
    const before = cells.get(key);
    cells.set(
      key,
      before === undefined
        ? { item: row[ITEM]!, payer: row[PAYER]!, mean: row[MEAN]!, low: row[P05]!, high: row[P95]! }
        : { ...before, mean: before.mean + row[MEAN]!, low: null, high: null },
    );
  }
  const list = [...cells.values()].sort((a, b) => b.mean - a.mean);
  const bound = (value: number | null): Cell => (value === null ? "" : euros(seen, value));
  const name = (of: { name: { en: string; nl: string } } | undefined) =>
    of === undefined ? "" : capital(pick(of.name, language));
  return {
    kind: "table",
    caption: t("money_of_year", { year: selection.year }),
    file: `costs ${selection.year}`,
    columns: [
      { title: t("money_item") },
      { title: t("money_payer") },
      { title: t("figure_mean"), number: true },
      { title: "5%", number: true },
      { title: "95%", number: true },
    ],
    rows: list.map((one): Cell[] => [
      name(money.items[one.item]),
      name(money.payers[one.payer]),
      euros(seen, one.mean),
      bound(one.low),
      bound(one.high),
    ]),
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
    const layers = layers_of(seen, runs, region_of(seen), by);
    const spent = runs.flatMap((money) => of_run(seen, money, by, layers, most));
    return [...extra, ...spent];
  },
};
