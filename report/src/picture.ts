// SPDX-License-Identifier: EUPL-1.2
// What one map shows: for every area a value, a class colour and how sure its sign is.
import { colour_of, type Indicator, type Report } from "./data.ts";
import type { Selection } from "./state.ts";

export interface AreaFigure {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly colour: string;
  /** 1 better, -1 worse, 0 uncertain, null where nobody knows or where it is no difference. */
  readonly certain: number | null;
  /** Share of replicates that improved, per cent; differences only. */
  readonly improved: number | null;
}

export interface Picture {
  readonly scenario: number;
  readonly areas: readonly AreaFigure[];
  readonly effect: boolean;
  /** How figures were drawn together from the replicates. */
  readonly statistic: "mean" | "p50";
}

export interface Classes {
  readonly breaks: readonly number[];
  readonly colours: readonly string[];
}

export const NO_FIGURE = "#ffffff";

/** Where the page brings no classes for differences (reports of runs): around 0, by the largest. */
const PLAIN_COLOURS = ["#b35806", "#e08a2e", "#fdc88a", "#e9e9e9", "#c3bfe0", "#8a7db8", "#54278f"];
const PLAIN_STEPS = [1, 2, 4, 8];

export function classes_of(indicator: Indicator, effect: boolean): Classes {
  if (!effect) return { breaks: indicator.breaks, colours: indicator.colours };
  if (indicator.effectBreaks !== undefined && indicator.effectColours !== undefined) {
    return { breaks: indicator.effectBreaks, colours: indicator.effectColours };
  }
  const least = indicator.unit === "share" ? 0.01 : rounded((indicator.breaks.at(-1) ?? 1) / 40);
  const steps = PLAIN_STEPS.map((step) => step * least);
  return { breaks: [...steps.map((step) => -step).reverse(), ...steps], colours: PLAIN_COLOURS };
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value * 0.999) ?? 10);
}

export function picture_of(report: Report, s: Selection, scenario: number): Picture {
  return s.mode === "difference" ? effect_picture(report, s, scenario) : level_picture(report, s, scenario);
}

function level_picture(report: Report, s: Selection, scenario: number): Picture {
  const indicator = report.indicator(s.indicator);
  const line = report.figures(scenario, s.level, s.indicator, s.profession);
  const { breaks, colours } = classes_of(indicator, false);
  const level = report.level(s.level);
  const areas = level.codes.map((code, i): AreaFigure => {
    const value = line?.centre(i, s.year) ?? null;
    return {
      code, name: level.names[i] ?? code, value,
      low: line?.value("p05", i, s.year) ?? null, high: line?.value("p95", i, s.year) ?? null,
      colour: value === null ? NO_FIGURE : colour_of(breaks, colours, value),
      certain: null, improved: null,
    };
  });
  return { scenario, areas, effect: false, statistic: line?.central ?? "mean" };
}

function effect_picture(report: Report, s: Selection, scenario: number): Picture {
  const indicator = report.indicator(s.indicator);
  const { breaks, colours } = classes_of(indicator, true);
  const effects = report.effects(scenario, s.level, s.indicator, s.profession);
  const plain = effects === undefined && !report.has_effects ? plain_difference(report, s, scenario) : null;
  const level = report.level(s.level);
  const areas = level.codes.map((code, i): AreaFigure => {
    const value = plain === null ? effects?.value("p50", i, s.year) ?? null : plain(i);
    return {
      code, name: level.names[i] ?? code, value,
      low: effects?.value("p05", i, s.year) ?? null, high: effects?.value("p95", i, s.year) ?? null,
      colour: value === null ? NO_FIGURE : colour_of(breaks, colours, value),
      certain: effects?.certain(i, s.year) ?? null,
      improved: effects?.value("improved", i, s.year) ?? null,
    };
  });
  return { scenario, areas, effect: true, statistic: plain === null ? "p50" : "mean" };
}

/** Two runs beside each other: what differs is known, how sure it is is not. Above 0 is better. */
function plain_difference(report: Report, s: Selection, scenario: number): (area: number) => number | null {
  const sign = report.indicator(s.indicator).better === "less" ? -1 : 1;
  const own = report.figures(scenario, s.level, s.indicator, s.profession);
  const other = report.figures(report.reference_of(scenario), s.level, s.indicator, s.profession);
  return (area) => {
    const [a, b] = [own?.centre(area, s.year) ?? null, other?.centre(area, s.year) ?? null];
    return a === null || b === null ? null : sign * (a - b);
  };
}
