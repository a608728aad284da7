// SPDX-License-Identifier: EUPL-1.2
// Beside the map: the country and who is worst and best off; of a chosen area its own figures.
import { make_chart, style_of, type Chart } from "./charts.ts";
import { h } from "./dom.ts";
import { figure_with_unit, interval } from "./format.ts";
import type { AreaFigure, Picture } from "./picture.ts";
import { areas_word, certainty_words, effect_words, what } from "./sentences.ts";
import { series_label, series_of, time_option } from "./time_chart.ts";
import type { Context } from "./view.ts";

const LISTED = 5;

export interface Facts {
  readonly el: HTMLElement;
  update(ctx: Context, pictures: readonly Picture[]): void;
  close(): void;
}

export function make_facts(): Facts {
  const text = h("div");
  const box = h("div", { class: "small-chart" });
  const after = h("div");
  const el = h("aside", { class: "facts" }, text, box, after);
  let chart: Chart | null = null;
  return {
    el,
    update(ctx, pictures) {
      const { report, selection: s } = ctx;
      const area = report.area_index(s.level, s.area);
      const name = area === null ? ctx.t("level_country") : report.level(s.level).names[area] ?? "";
      text.replaceChildren(h("h3", {}, name), ...heads(ctx, pictures, area));
      const series = series_of(ctx, area === null ? "country" : s.level, area ?? 0);
      box.hidden = series.length === 0;
      if (series.length > 0) {
        chart ??= make_chart(box);
        chart.draw(time_option(ctx, series, true), series_label(ctx, `${what(ctx)}, ${name}`, series));
      }
      after.replaceChildren(...(area === null ? lists(ctx, pictures) : ways_on(ctx, name)));
    },
    close() {
      chart?.dispose();
      chart = null;
    },
  };
}

/** Per scenario the figure of the area or of the country. */
function heads(ctx: Context, pictures: readonly Picture[], area: number | null): HTMLElement[] {
  return pictures.map((picture) => {
    const found = area === null ? country_figure(ctx, picture) : picture.areas[area];
    const dot = h("span", { class: "dot", "aria-hidden": "true" });
    dot.style.backgroundColor = style_of(picture.scenario).colour;
    return h("div", { class: "head" },
      h("p", { class: "who" }, dot, ctx.report.scenario(picture.scenario).title),
      ...(found === undefined ? [] : figure_lines(ctx, picture, found)));
  });
}

function country_figure(ctx: Context, picture: Picture): AreaFigure | undefined {
  const { report, selection: s } = ctx;
  const line = picture.effect ? report.effects(picture.scenario, "country", s.indicator, s.profession)
                              : report.figures(picture.scenario, "country", s.indicator, s.profession);
  if (line === undefined) return undefined;
  const effects = picture.effect ? report.effects(picture.scenario, "country", s.indicator, s.profession) : undefined;
  return {
    code: "country", name: ctx.t("level_country"), colour: "",
    value: picture.effect ? line.value("p50", 0, s.year) : line.centre(0, s.year),
    low: line.value("p05", 0, s.year), high: line.value("p95", 0, s.year),
    certain: effects?.certain(0, s.year) ?? null, improved: effects?.value("improved", 0, s.year) ?? null,
  };
}

function figure_lines(ctx: Context, picture: Picture, area: AreaFigure): HTMLElement[] {
  const indicator = ctx.report.indicator(ctx.selection.indicator);
  if (area.value === null) return [h("p", { class: "big" }, ctx.t("legend_no_figure"))];
  const value = picture.effect ? effect_words(ctx, indicator, area.value)
                               : figure_with_unit(ctx.language, indicator, area.value);
  const range = area.low === null || area.high === null ? null
    : ctx.t("interval_90", { interval: interval(ctx.language, indicator, area.low, area.high, picture.effect) });
  return [
    h("p", { class: "big" }, value),
    ...(range === null ? [] : [h("p", { class: "range" }, range)]),
    ...(picture.effect ? [h("p", { class: "range" }, certainty_words(ctx, area) + lasting(ctx, picture, area))] : []),
  ];
}

/** ", clear from 2031 on": the year from which the interval stays on one side of 0. */
function lasting(ctx: Context, picture: Picture, area: AreaFigure): string {
  const { report, selection: s } = ctx;
  const level = area.code === "country" ? "country" : s.level;
  const index = level === "country" ? 0 : report.area_index(level, area.code);
  const found = report.data.lasting.find((one) => one.scenario === picture.scenario && one.level === level &&
    one.area === index && one.indicator === s.indicator && one.profession === s.profession);
  return found === undefined || area.certain === 0 ? "" : `; ${ctx.t("effect_lasting", { year: found.from })}`;
}

function lists(ctx: Context, pictures: readonly Picture[]): HTMLElement[] {
  const picture = pictures[0];
  if (picture === undefined) return [];
  if (picture.effect) return [...pictures.map((one) => counts(ctx, one)), hint(ctx)];
  const better = ctx.report.indicator(ctx.selection.indicator).better;
  const known = picture.areas.filter((area) => area.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [top, bottom] = [known.slice(0, LISTED), known.slice(-LISTED).reverse()];
  const [high, low] = better === "less" ? ["facts_worst", "facts_best"] as const
    : better === "more" ? ["facts_best", "facts_worst"] as const : ["facts_most", "facts_least"] as const;
  const first = better === "more" ? [list(ctx, ctx.t(low), bottom), list(ctx, ctx.t(high), top)]
                                  : [list(ctx, ctx.t(high), top), list(ctx, ctx.t(low), bottom)];
  const of = pictures.length > 1 ? h("p", { class: "of" }, ctx.report.scenario(picture.scenario).title) : null;
  return [...(of === null ? [] : [of]), h("div", { class: "lists" }, ...first), hint(ctx)];
}

function list(ctx: Context, title: string, areas: readonly AreaFigure[]): HTMLElement {
  const indicator = ctx.report.indicator(ctx.selection.indicator);
  return h("section", {}, h("h4", {}, title), h("ol", {}, ...areas.map((area) => h("li", {},
    h("button", { type: "button", class: "link", on: { click: () => ctx.select({ area: area.code }) } }, area.name),
    h("span", { class: "num" }, figure_with_unit(ctx.language, indicator, area.value))))));
}

/** How many areas gain or lose, and which do so clearly. */
function counts(ctx: Context, picture: Picture): HTMLElement {
  const areas = areas_word(ctx);
  const of = (sign: number): AreaFigure[] => picture.areas.filter((area) => area.certain === sign);
  const rows = ([[1, "count_better"], [-1, "count_worse"], [0, "count_unclear"]] as const)
    .map(([sign, key]) => h("li", {}, ctx.t(key, { n: of(sign).length, areas })));
  const clear = [...of(1), ...of(-1)].sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  return h("section", { class: "counts" },
    h("h4", {}, ctx.report.scenario(picture.scenario).title),
    ctx.report.has_effects && h("ul", {}, ...rows),
    clear.length > 0 && h("ol", {}, ...clear.slice(0, LISTED).map((area) => h("li", {},
      h("button", { type: "button", class: "link", on: { click: () => ctx.select({ area: area.code }) } }, area.name),
      h("span", { class: "num" },
        effect_words(ctx, ctx.report.indicator(ctx.selection.indicator), area.value ?? 0))))));
}

function hint(ctx: Context): HTMLElement {
  return h("p", { class: "hint" }, ctx.t("map_hint"));
}

function ways_on(ctx: Context, area: string): HTMLElement[] {
  return [h("p", { class: "ways" },
    h("button", { type: "button", class: "main", on: { click: () => ctx.select({ view: "area" }) } },
      ctx.t("more_about", { area })),
    h("button", { type: "button", on: { click: () => ctx.select({ area: null }) } }, ctx.t("facts_close")))];
}
