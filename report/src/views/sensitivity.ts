// SPDX-License-Identifier: EUPL-1.2
// What decides: a tornado of the factors of one outcome, and a map of what decides where.
import { FAINT, FONT, INK, TOOLTIP, plain, type Option } from "../charts.ts";
import { pick, type Indicator, type Outcome } from "../data.ts";
import { number } from "../format.ts";
import {
  choices_of,
  chosen_now,
  drivers_of,
  indicator_of,
  is_clear,
  outcome_at,
  put,
  text_of,
  axis_name,
  measure_name,
  type Chosen,
  type Driver,
} from "./drivers.ts";
import { type Cell, type ChartPart, type Part, type PureView, type Seen, type TablePart } from "./part.ts";
import { number_axis, GRID, whiskers } from "./pieces.ts";
import { map_parts } from "./sensitivity_map.ts";

/** A long name in two lines, the unit below. */
function narrow_name(seen: Seen, name: string): string {
  return seen.narrow ? name.replace(/ (\([^()]*\))$/, "\n$1") : name;
}

function where_of(seen: Seen, chosen: Chosen): { outcome: Outcome | undefined; name: string } {
  const { report, selection, t } = seen;
  const region = report.level("region");
  const index = report.area_index("region", selection.level === "region" ? selection.area : null);
  const at = index === null ? undefined : outcome_at(chosen.study, chosen.outcome, "region", index, region.codes);
  if (at !== undefined) return { outcome: at, name: region.names[index ?? -1] ?? "" };
  const country = outcome_at(chosen.study, chosen.outcome, "country", 0, []);
  if (country !== undefined) return { outcome: country, name: t("level_country") };
  const first = region.codes.findIndex(
    (_, i) => outcome_at(chosen.study, chosen.outcome, "region", i, region.codes) !== undefined,
  );
  return {
    outcome: outcome_at(chosen.study, chosen.outcome, "region", first, region.codes),
    name: region.names[first] ?? "",
  };
}

function tornado(
  seen: Seen,
  chosen: Chosen,
  drivers: readonly Driver[],
  indicator: Indicator | undefined,
  name: string,
  outcome: string,
): ChartPart {
  const { language, t } = seen;
  const { measure } = chosen;
  const value = (x: number) => put(measure, indicator, x);
  const spans = drivers.flatMap(({ main }, row) =>
    main.low === null || main.high === null ? [] : [{ low: value(main.low), high: value(main.high), row }],
  );
  const marks = drivers.flatMap(({ beside }, row) =>
    beside === undefined ? [] : [[put(beside.measure, indicator, beside.value), String(row)]],
  );
  const beside = drivers.find((driver) => driver.beside !== undefined)?.beside?.measure;
  const option: Option = {
    tooltip: {
      ...TOOLTIP,
      trigger: "axis",
      axisPointer: { type: "shadow", axis: "y" },
      formatter: (hits: readonly { dataIndex: number; axisValue?: string }[]) => {
        const driver = drivers[Number(hits[0]?.axisValue ?? -1)];
        return driver === undefined ? "" : box_text(seen, chosen, driver, indicator);
      },
    },
    grid: { ...GRID, left: seen.narrow ? 140 : 270, right: 24, top: 8, bottom: 58 },
    xAxis: number_axis(
      narrow_name(seen, axis_name(seen, measure, indicator)),
      (x) => number(language, x, Number.isInteger(x) ? 0 : Math.abs(x) < 0.1 ? 2 : 1),
      { nameGap: 28, ...(measure === "rank_correlation" ? { min: -1, max: 1 } : {}) },
    ),
    yAxis: {
      type: "category",
      inverse: true,
      data: drivers.map((_, i) => String(i)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: {
        interval: 0,
        color: INK,
        fontFamily: FONT,
        fontSize: 12,
        width: seen.narrow ? 128 : 256,
        overflow: "break",
        lineHeight: 14,
        formatter: (i: string) => plain(drivers[Number(i)]?.title ?? ""),
      },
    },
    series: [
      {
        type: "bar",
        name: "main",
        barWidth: "58%",
        z: 2,
        itemStyle: { color: "#6f9fbd" },
        data: drivers.map(({ main }) => value(main.value)),
      },
      whiskers("interval", spans, INK, 0, 1.6),
      {
        type: "scatter",
        name: "beside",
        z: 5,
        symbol: "diamond",
        symbolSize: 11,
        data: marks,
        itemStyle: { color: "#b4480b", borderColor: "#ffffff", borderWidth: 1 },
      },
    ],
  };
  return {
    kind: "chart",
    option,
    file: `what decides ${chosen.outcome}`,
    source: chosen.study.title,
    height: Math.max(2, drivers.length) * (seen.narrow ? 34 : 28) + 66,
    title: t("sens_title", { outcome, area: name }),
    note: note_of(seen, measure, beside),
  };
}

/** What bars and diamonds are. */
function note_of({ t }: Seen, measure: string, beside: string | undefined): string {
  const bar = t(
    measure === "total" ? "sens_note_total" : measure === "mu_star" ? "sens_note_mu" : "sens_note_rank",
  );
  return beside === undefined ? bar : `${bar} ${t(beside === "first" ? "sens_note_first" : "sens_note_sigma")}`;
}

function box_text(seen: Seen, { measure }: Chosen, driver: Driver, indicator: Indicator | undefined): string {
  const { t } = seen;
  const text = (m: string, value: number | null) => text_of(seen, m, indicator, value).text;
  const { main, beside } = driver;
  const lines = [plain(driver.title), `${measure_name(seen, measure)}: ${text(measure, main.value)}`];
  if (main.low !== null && main.high !== null)
    lines.push(t("interval_95_box", { low: text(measure, main.low), high: text(measure, main.high) }));
  if (beside !== undefined)
    lines.push(`${measure_name(seen, beside.measure)}: ${text(beside.measure, beside.value)}`);
  return lines.join("\n");
}

function index_table(
  seen: Seen,
  chosen: Chosen,
  drivers: readonly Driver[],
  indicator: Indicator | undefined,
): TablePart {
  const { t } = seen;
  const { measure } = chosen;
  const beside = drivers.find((driver) => driver.beside !== undefined)?.beside?.measure;
  const cell = (m: string, value: number | null): Cell => text_of(seen, m, indicator, value);
  return {
    kind: "table",
    caption: t("table_caption"),
    file: `what decides ${chosen.outcome}`,
    columns: [
      { title: t("sens_factor") },
      { title: axis_name(seen, measure, indicator), number: true },
      { title: "2.5%", number: true },
      { title: "97.5%", number: true },
      ...(beside === undefined ? [] : [{ title: measure_name(seen, beside), number: true }]),
    ],
    rows: drivers.map(({ title, main, beside: other }): Cell[] => [
      title,
      cell(measure, main.value),
      cell(measure, main.low),
      cell(measure, main.high),
      ...(beside === undefined ? [] : [cell(beside, other?.value ?? null)]),
    ]),
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
    const text =
      choices_of(seen)
        .find((choice) => choice.id === "outcome")
        ?.options.find((option) => option.value === chosen.outcome)?.text ??
      (indicator === undefined ? "" : pick(indicator.name, seen.language));
    const parts: Part[] = [];
    const [first, second] = drivers;
    if (first !== undefined && second !== undefined) {
      parts.push({
        kind: "lead",
        text: t(is_clear(drivers) ? "sens_lead" : "sens_lead_unclear", {
          first: first.title,
          second: second.title,
          area: name,
        }),
      });
    }
    return [
      ...parts,
      tornado(seen, chosen, drivers, indicator, name, text),
      index_table(seen, chosen, drivers, indicator),
      ...map_parts(seen, chosen, indicator, text),
      { kind: "note", text: t("sens_ranges") },
    ];
  },
};
