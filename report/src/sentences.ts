// SPDX-License-Identifier: EUPL-1.2
// Titles and sentences that several views share.
import { pick, type Indicator, type Report } from "./data.ts";
import { capital } from "./dom.ts";
import { figure_with_unit, interval } from "./format.ts";
import type { AreaFigure } from "./picture.ts";
import type { Selection } from "./state.ts";
import type { Context } from "./view.ts";

/** "Shortage of GPs", "Waiting time for a nursing home" */
export function what(ctx: Context): string {
  const { report, selection: s, language } = ctx;
  const name = capital(pick(report.indicator(s.indicator).name, language));
  return of_profession(ctx, name, s.indicator, s.profession);
}

/** "Shortage of GPs", "Vacancies (GPs)", "Wait for a nursing home" */
export function of_profession({ report, language, t }: Pick<Context, "report" | "language" | "t">, name: string,
                              indicator: string, profession: string): string {
  const found = profession === "" ? undefined : report.profession(profession);
  if (found === undefined) return name;
  return t(indicator === "shortage" ? "what_shortage" : "what_of", {
    indicator: name, profession: bare(in_sentence(pick(found.name, language))),
  });
}

/** Without the abbreviation behind it. */
export function bare(name: string): string {
  return name.replace(/ \([^)]*\)$/, "");
}

/** "FTE" and "SO" keep their capitals. */
export function in_sentence(text: string): string {
  return /^\p{Lu}[\p{Ll}\s]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function level_word(ctx: Context): string {
  return ctx.t(ctx.selection.level === "region" ? "one_region" : "one_subregion");
}

export function areas_word(ctx: Context): string {
  return ctx.t(ctx.selection.level === "region" ? "regions" : "subregions");
}

export function title_of(ctx: Context): string {
  const { selection: s } = ctx;
  const values = { level: level_word(ctx), year: s.year };
  return s.mode === "difference"
    ? ctx.t("map_title_effect", { ...values, what: in_sentence(what(ctx)) })
    : ctx.t("map_title", { ...values, what: what(ctx) });
}

/** What the figure means, how it came about, and what its range is. */
export function provenance(ctx: Context): string {
  const { report, selection: s } = ctx;
  const meaning = sentence(pick(report.indicator(s.indicator).meaning, ctx.language));
  return meaning + how(ctx, report, s);
}

function sentence(text: string): string {
  const whole = capital(text.trim());
  return whole === "" ? "" : `${whole}${/[.?!]$/.test(whole) ? "" : "."} `;
}

function how(ctx: Context, report: Report, s: Selection): string {
  const replicates = report.scenario(s.scenarios[0] ?? 0).replicates;
  if (s.mode === "difference") {
    if (!report.has_effects) return ctx.t("of_effect_plain");
    return ctx.t("of_effect", { replicates, reference: report.scenario(report.reference).title });
  }
  return replicates > 1 ? ctx.t("of_mean", { replicates }) : ctx.t("of_mean_one");
}

/** An effect in words, because a plus before a shortage would be read as more of it. */
export function effect_words(ctx: Context, indicator: Indicator, value: number): string {
  const text = figure_with_unit(ctx.language, indicator, Math.abs(value), true).replace(/^\+/, "");
  if (!/[1-9]/.test(text.replace(/\D+$/, ""))) return ctx.t("no_difference");
  if (indicator.better === "none") return ctx.t(value > 0 ? "higher_by" : "lower_by", { value: text });
  return ctx.t(value > 0 ? "better_by" : "worse_by", { value: text });
}

export function certainty_words(ctx: Context, area: AreaFigure): string {
  if (area.certain === null) return ctx.t("effect_unknown");
  if (area.certain === 0) return ctx.t("effect_uncertain");
  return ctx.t(area.certain > 0 ? "effect_certain_better" : "effect_certain_worse");
}

/** Name, figure, interval and for effects how sure the sign is: the box at the pointer. */
export function area_lines(ctx: Context, area: AreaFigure): string[] {
  const { report, selection: s, language } = ctx;
  const indicator = report.indicator(s.indicator);
  const effect = s.mode === "difference";
  const lines = [area.name];
  if (area.value === null) return [...lines, ctx.t("legend_no_figure")];
  lines.push(effect ? effect_words(ctx, indicator, area.value)
                    : figure_with_unit(language, indicator, area.value));
  if (area.low !== null && area.high !== null) {
    lines.push(ctx.t("interval_90", { interval: interval(language, indicator, area.low, area.high, effect) }));
  }
  if (effect) lines.push(certainty_words(ctx, area));
  return lines;
}
