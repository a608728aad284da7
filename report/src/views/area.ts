// SPDX-License-Identifier: EUPL-1.2
// The story of one area: its figure over the years, where FTE came from and went to, its inventory and
// its initiatives.
import { make_account, type AccountPart } from "../area_account.ts";
import { make_initiatives, make_inventory, type InventoryPart } from "../area_inventory.ts";
import { make_chart, type Chart } from "../charts.ts";
import type { Report } from "../data.ts";
import { h } from "../dom.ts";
import { save_picture } from "../export.ts";
import { in_sentence, what } from "../sentences.ts";
import { table_details } from "../table.ts";
import { series_label, series_of, series_rows, time_option, type Series } from "../time_chart.ts";
import type { Context, View } from "../view.ts";

class AreaPage {
  private ctx_: Context;
  private chart_: Chart | null = null;
  private readonly title_ = h("h2");
  private readonly hint_ = h("p", { class: "source" });
  private readonly series_title_ = h("h3");
  private readonly series_note_ = h("p", { class: "source" });
  private readonly box_ = h("div", { class: "series-chart" });
  private readonly rows_ = h("div");
  private readonly series_: HTMLElement;
  private readonly parent_ = h("p", { class: "source inside" });
  private readonly account_: AccountPart = make_account();
  private readonly inside_: readonly InventoryPart[] = [make_inventory(), make_initiatives()];

  constructor(el: HTMLElement, ctx: Context) {
    this.ctx_ = ctx;
    const button = (kind: "png" | "svg"): HTMLButtonElement => h("button", {
      type: "button", on: { click: () => void this.save_(kind) },
    }, ctx.t(kind === "png" ? "save_png" : "save_svg"));
    this.series_ = h("section", { class: "story" }, this.series_title_, this.series_note_, this.box_,
                     h("div", { class: "tools" }, button("png"), button("svg")), this.rows_);
    el.append(this.title_, this.hint_, this.series_, this.parent_, this.account_.el,
              ...this.inside_.map((part) => part.el));
  }

  update(ctx: Context): void {
    this.ctx_ = ctx;
    const { report, selection: s } = ctx;
    const area = report.area_index(s.level, s.area);
    const name = area === null ? ctx.t("level_country") : report.level(s.level).names[area] ?? "";
    this.title_.textContent = ctx.t("area_title", { area: name });
    this.hint_.hidden = area !== null;
    this.hint_.textContent = ctx.t("area_choose");
    this.draw_series_(ctx, area, name);
    this.draw_inside_(ctx, area);
  }

  close(): void {
    this.chart_?.dispose();
    this.account_.close();
    for (const part of this.inside_) part.close();
  }

  private draw_series_(ctx: Context, area: number | null, name: string): void {
    const { report, selection: s } = ctx;
    const series = series_of(ctx, area === null ? "country" : s.level, area ?? 0);
    this.series_.hidden = series.length === 0;
    if (series.length === 0) return;
    const effect = s.mode === "difference" && report.has_effects;
    const title = series_title(ctx, name, series, effect);
    this.series_title_.textContent = title;
    this.series_note_.textContent = effect
      ? ctx.t("series_note_effect", { reference: report.scenario(report.reference).title })
      : ctx.t("series_note", { year: s.year });
    this.chart_ ??= make_chart(this.box_);
    this.chart_.draw(time_option(ctx, series, false), series_label(ctx, title, series));
    const heads = [ctx.t("year"), ...series.flatMap((one) =>
      [ctx.t("middle"), "5%", "95%"].map((part) => `${one.title}, ${part}`))];
    const open = this.rows_.querySelector("details")?.open ?? false;
    const details = table_details(ctx, title, heads, series_rows(ctx, series));
    details.toggleAttribute("open", open);
    this.rows_.replaceChildren(details);
  }

  /** What happens inside is known of regions; of a subregion that of its region is shown. */
  private draw_inside_(ctx: Context, area: number | null): void {
    const { report, selection: s } = ctx;
    const parent = area === null ? null
      : s.level === "region" ? area : report.level("subregion").parent?.[area] ?? null;
    this.parent_.hidden = s.level === "region" || parent === null;
    for (const part of [this.account_, ...this.inside_]) part.el.hidden = parent === null;
    if (parent === null) return;
    const region = report.level("region").names[parent] ?? "";
    this.parent_.textContent = ctx.t("area_of_region", { region });
    const known = report.inside(report.data.accounts, s.scenarios).length > 0;
    if (!known) {
      this.parent_.hidden = false;
      this.parent_.textContent = ctx.t("area_no_inside");
    }
    for (const part of [this.account_, ...this.inside_]) part.update(ctx, parent, region);
  }

  private async save_(kind: "png" | "svg"): Promise<void> {
    if (this.chart_ === null) return;
    const { report, selection: s } = this.ctx_;
    await save_picture(kind, {
      name: ["series", s.area ?? "country", s.indicator, s.profession],
      title: this.series_title_.textContent ?? "",
      subtitle: this.series_note_.textContent ?? "",
      charts: [{ title: "", el: this.chart_.el }],
      foot: `${this.ctx_.t("simulated")}. ${report.data.program}`,
    });
  }
}

function series_title(ctx: Context, area: string, series: readonly Series[], effect: boolean): string {
  const years = series.flatMap(({ points }) => points.map(({ year }) => year));
  const values = { area, from: Math.min(...years), to: Math.max(...years) };
  return effect ? ctx.t("series_title_effect", { ...values, what: in_sentence(what(ctx)) })
                : ctx.t("series_title", { ...values, what: what(ctx) });
}

let page: AreaPage | null = null;

export const area_view: View = {
  id: "area",
  title: "view_area",
  controls: ["scenarios", "mode", "level", "indicator", "profession", "year", "area"],
  offered: (report: Report) => report.data.figures.length > 0,
  render(el, ctx) {
    page = new AreaPage(el, ctx);
  },
  update(ctx) {
    page?.update(ctx);
  },
  close() {
    page?.close();
    page = null;
  },
};
