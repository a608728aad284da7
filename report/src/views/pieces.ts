// SPDX-License-Identifier: EUPL-1.2
// Pieces that several charts are made of: axes, intervals, bands.
import { FAINT, FONT, INK, SOFT_INK } from "../charts.ts";
import type { Indicator, Language } from "../data.ts";
import { interval, figure, number, shown, unit } from "../format.ts";
import type { Amount } from "./part.ts";

export const BETTER = "#54278f";
export const WORSE = "#9a4a05";
/** Behind what is chosen. */
export const CHOSEN_BAND = "rgba(255, 214, 102, 0.45)";

const AXIS_TEXT = { color: SOFT_INK, fontFamily: FONT, fontSize: 12 };

/** What ECharts hands to renderItem, as far as we use it. */
export interface Painter {
  value(dimension: number): number;
  coord(at: readonly [number, number]): [number, number];
  size(of: readonly [number, number]): [number, number];
}

/** ECharts would make room for a name that is wider than the axis by making the chart smaller. */
export const GRID = { outerBoundsMode: "none" as const };

/** An axis of numbers with a name along it; `text` writes one number. */
export function number_axis(name: string, text: (value: number) => string, more: object = {}): object {
  return {
    type: "value",
    name,
    nameLocation: "middle",
    nameTextStyle: { ...AXIS_TEXT, color: INK, lineHeight: 14 },
    axisLabel: { ...AXIS_TEXT, formatter: text, hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: FAINT } },
    ...more,
  };
}

/** Years as they are: no thousands mark, no gaps made up. */
export function year_axis(first: number, last: number, splits = 4): object {
  return {
    type: "value",
    min: first,
    max: last,
    minInterval: 1,
    splitNumber: splits,
    axisLabel: { ...AXIS_TEXT, formatter: (year: number) => String(year), hideOverlap: true },
    axisLine: { onZero: false, lineStyle: { color: SOFT_INK } },
    axisTick: { show: true },
    splitLine: { show: false },
  };
}

/** Writes numbers on an axis of an indicator in as few decimals as its ticks need. */
export function tick_text(language: Language, indicator: Indicator, signed = false): (value: number) => string {
  return (value) => {
    const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 0.1 ? 2 : 1;
    const text = number(language, value, digits, signed);
    return indicator.unit === "share" && !signed ? `${text}%` : text;
  };
}

/** "Shortage (%)" */
export function with_unit(name: string, language: Language, indicator: Indicator, effect = false): string {
  const of = unit(language, indicator, effect);
  return of === "" ? name : `${name} (${of})`;
}

/** The figure in the indicator's own unit, as shown on screen. */
export function amount(language: Language, indicator: Indicator, value: number | null, signed = false): Amount {
  return {
    value: value === null ? null : rounded(shown(indicator, value)),
    text: figure(language, indicator, value, signed),
  };
}

/** Whole figures divided by their scale carry dust of the division. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

export function amount_of(
  language: Language,
  value: number | null,
  digits: number,
  unknown: string,
  signed = false,
): Amount {
  return {
    value: value === null ? null : rounded(value),
    text: value === null ? unknown : number(language, value, digits, signed),
  };
}

/** "24.7 (18.3 to 31.0)" */
export function with_interval(
  language: Language,
  indicator: Indicator,
  value: number | null,
  low: number | null,
  high: number | null,
  signed = false,
): string {
  const text = figure(language, indicator, value, signed);
  if (value === null || low === null || high === null) return text;
  return `${text} (${interval(language, indicator, low, high, signed)})`;
}

/** A light band behind one row of an axis of categories. */
export function chosen_row(row: number): object {
  return {
    type: "custom",
    name: "chosen",
    silent: true,
    z: 0,
    tooltip: { show: false },
    data: row < 0 ? [] : [[row]],
    encode: { y: 0 },
    renderItem: (at: { coordSys: { x: number; width: number } }, api: Painter) => {
      const height = api.size([0, 1])[1];
      const y = api.coord([0, api.value(0)])[1];
      return {
        type: "rect",
        shape: { x: at.coordSys.x, y: y - height / 2, width: at.coordSys.width, height },
        style: { fill: CHOSEN_BAND },
      };
    },
  };
}

export interface Whisker {
  readonly low: number;
  readonly high: number;
  /** Place on the axis of categories. */
  readonly row: number;
}

/** Lines from low to high with small ends, `shift` pixels below the middle of their rows. */
export function whiskers(name: string, list: readonly Whisker[], colour: string, shift: number, width = 2): object {
  return {
    type: "custom",
    name,
    silent: true,
    z: 3,
    clip: true,
    itemStyle: { color: colour },
    encode: { x: [0, 1], y: 2 },
    data: list.map(({ low, high, row }) => [low, high, row]),
    renderItem: (_: unknown, api: Painter) => {
      const [x1, y] = api.coord([api.value(0), api.value(2)]);
      const [x2] = api.coord([api.value(1), api.value(2)]);
      const line = (ax: number, ay: number, bx: number, by: number) => ({
        type: "line",
        shape: { x1: ax, y1: ay, x2: bx, y2: by },
        style: { stroke: colour, lineWidth: width, fill: "none" },
      });
      const at = y + shift;
      return {
        type: "group",
        children: [line(x1, at, x2, at), line(x1, at - 3, x1, at + 3), line(x2, at - 3, x2, at + 3)],
      };
    },
  };
}

/** The middle 90% of replicates through the years, as one shape behind the lines. */
export function band(
  name: string,
  years: readonly number[],
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  colour: string,
): object {
  const known = years.map((_, i) => i).filter((i) => low[i] !== null && high[i] !== null);
  const upper = known.map((i) => [years[i]!, high[i]!] as const);
  const lower = known.map((i) => [years[i]!, low[i]!] as const).reverse();
  return {
    type: "custom",
    name,
    silent: true,
    z: 1,
    clip: true,
    itemStyle: { color: colour },
    // Axes look at the data, so both ends stand in it; only the first item draws.
    encode: { x: 0, y: 1 },
    data: [...upper, ...lower],
    tooltip: { show: false },
    renderItem: (at: { dataIndex: number }, api: Painter) =>
      at.dataIndex > 0
        ? null
        : {
            type: "polygon",
            shape: { points: [...upper, ...lower].map((point) => api.coord(point)) },
            style: { fill: colour, opacity: 0.16 },
          },
  };
}

/** A thin line at the year of the slider; with `zero` another where nothing changes. */
export function year_line(year: number | string, zero = false): object {
  return {
    silent: true,
    symbol: "none",
    label: { show: false },
    animation: false,
    lineStyle: { color: SOFT_INK, type: "dashed", width: 1 },
    data: [{ xAxis: year }, ...(zero ? [{ yAxis: 0, lineStyle: { color: INK, type: "solid", width: 1 } }] : [])],
  };
}
