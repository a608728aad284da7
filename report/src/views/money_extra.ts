// SPDX-License-Identifier: EUPL-1.2
// Extra euros of a comparison against its reference, by who pays, with their interval.
import { TOOLTIP, plain, style_of, type Option } from "../charts.ts";
import { capital } from "../dom.ts";
import { pick, type Money } from "../data.ts";
import { number } from "../format.ts";
import {
  YEAR,
  REGION,
  PAYER,
  MEAN,
  P05,
  P95,
  MILLION,
  region_of,
  area_name,
  euros,
  type Row,
} from "./money_rows.ts";
import { scenario_title, type Cell, type ChartPart, type Part, type Seen, type TablePart } from "./part.ts";
import { band, number_axis, year_axis, year_line, GRID } from "./pieces.ts";

/** A comparison: a small chart for each payer, a line for each scenario. */
export function of_comparison(seen: Seen, list: readonly Money[]): Part[] {
  const { t, language } = seen;
  const region = region_of(seen);
  const payers = (list[0]?.payers ?? [])
    .map((payer, i) => ({ i, name: capital(pick(payer.name, language)) }))
    .filter(({ i }) => list.some((money) => money.rows.some((row) => row[PAYER] === i && row[REGION] === region)));
  if (payers.length === 0) return [{ kind: "note", text: t("money_no_extra", { area: area_name(seen, region) }) }];
  const reference = scenario_title(seen, seen.report.reference_of(list[0]!.scenario));
  return [
    { kind: "lead", text: t("money_extra_lead", { area: area_name(seen, region), reference }) },
    {
      kind: "key",
      entries: list.map((money) => ({ text: scenario_title(seen, money.scenario), ...style_of(money.scenario) })),
    },
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
    const rows = money.rows
      .filter((row) => row[PAYER] === payer && row[REGION] === region)
      .sort((a, b) => a[YEAR]! - b[YEAR]!);
    return { scenario: money.scenario, rows, at: new Map(rows.map((row) => [row[YEAR]!, row])) };
  });
  const signed = (value: number) => euros(seen, value, true).text;
  const text = (row: Row | undefined) =>
    row === undefined
      ? euros(seen, 0).text
      : `${signed(row[MEAN]!)} (${t("from_to", { low: signed(row[P05]!), high: signed(row[P95]!) })})`;
  const series = lines.flatMap(({ scenario, rows }, k) => {
    const { colour, dash, symbol } = style_of(scenario);
    const column = (c: number) => rows.map((row) => row[c]! / MILLION);
    return [
      band(
        scenario_title(seen, scenario),
        rows.map((row) => row[YEAR]!),
        column(P05),
        column(P95),
        colour,
      ),
      {
        type: "line",
        name: scenario_title(seen, scenario),
        showSymbol: false,
        symbol,
        symbolSize: 7,
        z: 4,
        lineStyle: { color: colour, width: 2, type: dash },
        itemStyle: { color: colour },
        data: rows.map((row) => [row[YEAR], row[MEAN]! / MILLION]),
        ...(k === 0 ? { markLine: year_line(selection.year, true) } : {}),
      },
    ];
  });
  const option: Option = {
    tooltip: {
      ...TOOLTIP,
      trigger: "axis",
      axisPointer: { type: "line", snap: true },
      formatter: (hits: readonly { axisValue?: number }[]) => {
        const year = Number(hits[0]?.axisValue ?? selection.year);
        return [
          String(year),
          ...lines.map(({ scenario, at }) => `${plain(scenario_title(seen, scenario))}: ${text(at.get(year))}`),
        ].join("\n");
      },
    },
    grid: { ...GRID, left: 50, right: 20, top: 12, bottom: 26 },
    xAxis: year_axis(first, last),
    yAxis: number_axis("", (x) => number(language, x, Number.isInteger(x) ? 0 : 1, true), { splitNumber: 3 }),
    series,
  };
  return {
    kind: "chart",
    small: true,
    height: 220,
    option,
    title: `${name} (${t("money_unit")})`,
    note: lines.length === 1 ? `${selection.year}: ${text(lines[0]!.at.get(selection.year))}` : undefined,
  };
}

function extra_table(
  seen: Seen,
  list: readonly Money[],
  payers: readonly { i: number; name: string }[],
  region: number,
): TablePart {
  const { selection, t } = seen;
  const rows = list.flatMap((money) =>
    payers.map(({ i, name }): Cell[] => {
      const row = money.rows.find(
        (one) => one[YEAR] === selection.year && one[REGION] === region && one[PAYER] === i,
      );
      const reading = (row?.[P05] ?? 0) > 0 ? "money_more" : (row?.[P95] ?? 0) < 0 ? "money_less" : "not_certain";
      return [
        scenario_title(seen, money.scenario),
        name,
        ...[MEAN, P05, P95].map((c) => euros(seen, row?.[c] ?? 0, true)),
        t(reading),
      ];
    }),
  );
  return {
    kind: "table",
    caption: t("money_extra_table", { year: selection.year, area: area_name(seen, region) }),
    open: true,
    rows,
    columns: [
      { title: t("scenario") },
      { title: t("money_payer") },
      { title: t("effect_median"), number: true },
      { title: "5%", number: true },
      { title: "95%", number: true },
      { title: t("certainty") },
    ],
    file: `extra costs ${selection.year}`,
  };
}
