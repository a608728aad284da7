// SPDX-License-Identifier: EUPL-1.2
// The classes of the maps in words and colours, one legend for all maps beside each other.
import type { Indicator } from "./data.ts";
import { h } from "./dom.ts";
import { number, shown, unit } from "./format.ts";
import type { Classes } from "./picture.ts";
import type { Context } from "./view.ts";

export interface LegendEntry {
  readonly colour: string;
  readonly text: string;
}

/** Breaks have as many decimals as they need, not as many as figures. */
function break_text(ctx: Context, indicator: Indicator, value: number, signed: boolean): string {
  const seen = shown(indicator, value);
  const digits = [0, 1, 2, 3].find((d) => Math.abs(seen - Number(seen.toFixed(d))) < 1e-9) ?? 3;
  return number(ctx.language, seen, digits, signed);
}

export function legend_entries(ctx: Context, indicator: Indicator, classes: Classes,
                               effect: boolean): LegendEntry[] {
  const { breaks, colours } = classes;
  const mark = unit(ctx.language, indicator, effect) === "%" ? "%" : "";
  return colours.map((colour, i) => {
    const low = break_text(ctx, indicator, breaks[i] ?? 0, effect) + (i === colours.length - 1 ? mark : "");
    const high = break_text(ctx, indicator, breaks[i + 1] ?? 0, effect) + mark;
    if (i === 0) return { colour, text: ctx.t("below", { high }) };
    if (i === colours.length - 1) return { colour, text: ctx.t("from_up", { low }) };
    return { colour, text: ctx.t("class_between", { low, high }) };
  });
}

/** Shares need no word; effects say in which direction is better. */
export function legend_title(ctx: Context, indicator: Indicator, effect: boolean): string {
  const of = unit(ctx.language, indicator, effect);
  if (!effect) return of === "%" ? "" : of;
  if (indicator.better === "none") return of;
  const sign = `${ctx.t("legend_worse")} \u2190 0 \u2192 ${ctx.t("legend_better")}`;
  return of === "" ? sign : `${of} (${sign})`;
}

export interface LegendMarks {
  readonly uncertain: boolean;
  readonly no_figure: boolean;
  readonly institutes: boolean;
  readonly dependances: boolean;
}

export function draw_legend(el: HTMLElement, ctx: Context, indicator: Indicator, classes: Classes,
                            effect: boolean, marks: LegendMarks): void {
  const swatch = (colour: string): HTMLElement => {
    const box = h("span", { class: "swatch", "aria-hidden": "true" });
    box.style.backgroundColor = colour;
    return box;
  };
  const item = (mark: HTMLElement, text: string): HTMLElement => h("li", {}, mark, h("span", {}, text));
  const mark = (kind: string): HTMLElement => h("span", { class: `mark ${kind}`, "aria-hidden": "true" });
  const entries = legend_entries(ctx, indicator, classes, effect);
  const title = legend_title(ctx, indicator, effect);
  el.replaceChildren(...[
    title !== "" && h("p", { class: "legend-title" }, title),
    h("ul", { class: "classes", "aria-label": ctx.t("legend") },
      ...entries.map(({ colour, text }) => item(swatch(colour), text)),
      marks.no_figure && item(mark("none"), ctx.t("legend_no_figure"))),
    h("ul", { class: "marks" },
      marks.uncertain && item(mark("hatched"), ctx.t("legend_uncertain")),
      marks.uncertain && item(mark("outlined"), ctx.t("legend_certain")),
      marks.institutes && item(mark("institute"), ctx.t("legend_institute")),
      marks.dependances && item(mark("dependance"), ctx.t("legend_dependance"))),
  ].filter((one) => one !== false));
}
