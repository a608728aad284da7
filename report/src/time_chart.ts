// SPDX-License-Identifier: EUPL-1.2
// A figure over the years: a line and a band from 5% to 95% per scenario.
import { FAINT, INK, SOFT_INK, TOOLTIP, plain, style_of, type Option } from "./charts.ts";
import type { Indicator, LevelName } from "./data.ts";
import { figure, figure_with_unit, interval, number, shown, unit } from "./format.ts";
import { effect_words } from "./sentences.ts";
import { compared } from "./state.ts";
import type { Context } from "./view.ts";

interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Series {
  readonly scenario: number;
  readonly title: string;
  readonly points: readonly Point[];
}

/** Of the chosen scenarios, or of their effects, for one area of a level. */
export function series_of(ctx: Context, level: LevelName, area: number): Series[] {
  const { report, selection: s } = ctx;
  const effect = s.mode === "difference" && report.has_effects;
  const scenarios = effect ? compared(s, report) : s.scenarios;
  const with_reference = !effect && scenarios.some((scenario) => report.is_reference(scenario));
  const found: Series[] = [];
  for (const scenario of scenarios) {
    const line = effect ? report.effects(scenario, level, s.indicator, s.profession)
                        : report.figures(scenario, level, s.indicator, s.profession);
    if (line === undefined) continue;
    found.push({
      scenario, title: report.scenario(scenario).title,
      // Until it parts from the reference its line would only hide that of the reference.
      points: line.years.filter((year) => !with_reference || year >= line.own_from - 1).map((year) => ({
        year, value: effect ? line.value("p50", area, year) : line.centre(area, year),
        low: line.value("p05", area, year), high: line.value("p95", area, year),
      })),
    });
  }
  return found;
}

export function series_label(ctx: Context, title: string, series: readonly Series[]): string {
  const indicator = ctx.report.indicator(ctx.selection.indicator);
  const ends = series.map(({ title: scenario, points }) => {
    const known = points.filter((point) => point.value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return "";
    return ctx.t("series_end", {
      scenario, first: figure_with_unit(ctx.language, indicator, first.value), from: first.year,
      last: figure_with_unit(ctx.language, indicator, last.value), to: last.year,
    });
  });
  return ctx.t("series_alt", { title, ends: ends.join(" ") });
}

export function time_option(ctx: Context, series: readonly Series[], small: boolean): Option {
  const { report, selection: s, language } = ctx;
  const indicator = report.indicator(s.indicator);
  const effect = s.mode === "difference" && report.has_effects;
  const legend = series.length > 1 || !small;
  return {
    grid: { left: 8, right: 16, top: legend ? (small ? 8 : 44) : 12, bottom: 8, outerBoundsMode: "same",
            outerBoundsContain: "axisLabel" },
    legend: {
      show: legend && !small, top: 0, left: 0, selectedMode: false, itemWidth: 28, itemHeight: 9, icon: "inherit",
      textStyle: { color: INK, fontSize: 13 }, formatter: (name: string) => plain(name),
      data: series.map(({ scenario, title }) => ({ name: key_of(scenario, title) })),
    },
    tooltip: {
      ...TOOLTIP, trigger: "axis", axisPointer: { type: "line", lineStyle: { color: SOFT_INK, width: 1 } },
      formatter: (hits: { axisValue?: number | string }[]) =>
        lines_at(ctx, indicator, effect, series, Number(hits[0]?.axisValue)).map(plain).join("\n"),
    },
    xAxis: {
      type: "value", min: first_year(series), max: last_year(series), minInterval: 1,
      splitNumber: small ? 3 : 8,
      axisLabel: { formatter: (year: number) => String(year), color: SOFT_INK, fontSize: 12, hideOverlap: true },
      splitLine: { show: false }, axisLine: { lineStyle: { color: "#8a94a1" } }, axisTick: { show: true },
    },
    yAxis: {
      type: "value", scale: effect || !starts_at_zero(indicator), splitNumber: small ? 3 : 5,
      axisLabel: {
        color: SOFT_INK, fontSize: 12,
        formatter: (value: number) => axis_text(language, indicator, value, effect),
      },
      splitLine: { lineStyle: { color: FAINT } },
    },
    series: [
      ...series.map((one) => band(indicator, one)),
      ...series.map((one, i) => line(ctx, indicator, one, i === 0, effect)),
    ],
  };
}

/** ECharts tells series apart by name; two scenarios may have one title. */
function key_of(scenario: number, title: string): string {
  return title + "\u200b".repeat(scenario);
}

function first_year(series: readonly Series[]): number {
  return Math.min(...series.map(({ points }) => points[0]?.year ?? Infinity));
}

function last_year(series: readonly Series[]): number {
  return Math.max(...series.map(({ points }) => points.at(-1)?.year ?? -Infinity));
}

function starts_at_zero(indicator: Indicator): boolean {
  return indicator.unit !== "ratio";
}

function axis_text(language: "en" | "nl", indicator: Indicator, value: number, effect: boolean): string {
  const digits = [0, 1, 2, 3].find((d) => Math.abs(value - Number(value.toFixed(d))) < 1e-9) ?? 3;
  const text = number(language, value, digits, effect);
  return unit(language, indicator, effect) === "%" ? `${text}%` : text;
}

function line(ctx: Context, indicator: Indicator, { scenario, title, points }: Series, first: boolean,
              effect: boolean): object {
  const style = style_of(scenario);
  const marks = [
    { xAxis: ctx.selection.year, lineStyle: { color: INK, type: "solid", width: 1, opacity: 0.55 } },
    ...(effect ? [{ yAxis: 0, lineStyle: { color: INK, type: "solid", width: 1 } }] : []),
  ];
  return {
    type: "line", name: key_of(scenario, title), id: `line-${scenario}`, z: 5,
    symbol: style.symbol, symbolSize: 6, showSymbol: false, lineStyle: { width: 2.4, type: style.dash },
    itemStyle: { color: style.colour },
    data: points.map(({ year, value }) => [year, value === null ? null : shown(indicator, value)]),
    ...(first ? { markLine: { silent: true, symbol: "none", label: { show: false }, data: marks } } : {}),
  };
}

/** One polygon: up along the lower bounds, back along the upper ones. */
function band(indicator: Indicator, { scenario, points }: Series): object {
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const lows = known.map(({ low }) => shown(indicator, low ?? 0));
  const highs = known.map(({ high }) => shown(indicator, high ?? 0));
  return {
    type: "custom", id: `band-${scenario}`, silent: true, z: 1, tooltip: { show: false }, clip: true,
    itemStyle: { color: style_of(scenario).colour },
    encode: { x: 0, y: [1, 2] },
    data: known.map(({ year }, i) => [year, lows[i], highs[i]]),
    renderItem: (params: { dataIndex: number }, api: { coord(at: [number, number]): [number, number] }) => {
      if (params.dataIndex !== 0) return null;
      const up = known.map(({ year }, i) => api.coord([year, lows[i] ?? 0]));
      const back = known.map(({ year }, i) => api.coord([year, highs[i] ?? 0])).reverse();
      return {
        type: "polygon", silent: true, shape: { points: [...up, ...back] },
        style: { fill: style_of(scenario).colour, opacity: 0.13, stroke: "none" },
      };
    },
  };
}

function lines_at(ctx: Context, indicator: Indicator, effect: boolean, series: readonly Series[],
                  year: number): string[] {
  const lines = [String(year)];
  for (const { title, points } of series) {
    const point = points.find((one) => one.year === year);
    if (point === undefined || point.value === null) continue;
    const text = effect ? effect_words(ctx, indicator, point.value)
                        : figure_with_unit(ctx.language, indicator, point.value);
    const range = point.low === null ? ""
      : ` (${interval(ctx.language, indicator, point.low, point.high, effect)})`;
    lines.push(`${title}: ${text}${range}`);
  }
  return lines;
}

/** The same in rows: year, then figure, low and high of each scenario. */
export function series_rows(ctx: Context, series: readonly Series[]): string[][] {
  const indicator = ctx.report.indicator(ctx.selection.indicator);
  const effect = ctx.selection.mode === "difference" && ctx.report.has_effects;
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  return years.map((year) => [String(year), ...series.flatMap(({ points }) => {
    const point = points.find((one) => one.year === year);
    return [point?.value ?? null, point?.low ?? null, point?.high ?? null]
      .map((value) => figure(ctx.language, indicator, value, effect));
  })]);
}
