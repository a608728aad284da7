// SPDX-License-Identifier: EUPL-1.2
// Maps beside each other, all with the same classes, and the facts that a reader would ask for first.
import { make_chart, type Chart } from "../charts.ts";
import { pick, type Centre, type Report } from "../data.ts";
import { h } from "../dom.ts";
import { save_picture } from "../export.ts";
import { make_facts, type Facts } from "../facts.ts";
import { figure, figure_with_unit, unit } from "../format.ts";
import { map_of, type Point } from "../geometry.ts";
import { draw_legend, legend_entries, legend_title } from "../legend.ts";
import { map_option } from "../map_chart.ts";
import { classes_of, picture_of, type AreaFigure, type Picture } from "../picture.ts";
import { area_lines, effect_words, provenance, title_of } from "../sentences.ts";
import { compared } from "../state.ts";
import type { Context, View } from "../view.ts";

const ZOOMS = [1, 1.6, 2.5, 4, 6.5];

interface Panel {
  readonly figure: HTMLElement;
  readonly caption: HTMLElement;
  readonly chart: Chart;
}

class MapPage {
  private ctx_: Context;
  private panels_: Panel[] = [];
  private pictures_: Picture[] = [];
  private zoom_ = 0;
  private centre_: Point | null = null;
  private readonly title_ = h("h2");
  private readonly source_ = h("p", { class: "source" });
  private readonly maps_ = h("div", { class: "maps" });
  private readonly legend_ = h("div", { class: "legend" });
  private readonly facts_: Facts;
  private readonly closer_: HTMLButtonElement;
  private readonly wider_: HTMLButtonElement;
  private readonly watcher_: ResizeObserver;

  constructor(el: HTMLElement, ctx: Context) {
    this.ctx_ = ctx;
    this.facts_ = make_facts();
    const button = (text: string, act: () => void): HTMLButtonElement =>
      h("button", { type: "button", on: { click: act } }, text);
    this.closer_ = button("+", () => this.zoom_by_(1));
    this.wider_ = button("\u2212", () => this.zoom_by_(-1));
    this.closer_.setAttribute("aria-label", ctx.t("zoom_in"));
    this.wider_.setAttribute("aria-label", ctx.t("zoom_out"));
    const tools = h("div", { class: "tools" },
      h("span", { class: "zoom" }, this.closer_, this.wider_),
      button(ctx.t("save_png"), () => void this.save_("png")),
      button(ctx.t("save_svg"), () => void this.save_("svg")));
    el.append(h("div", { class: "map-page" },
      h("div", { class: "heading" }, this.title_, this.source_),
      h("div", { class: "map-side" }, this.legend_, this.maps_, tools), this.facts_.el));
    // Names and sizes of maps depend on the room that there is.
    let width = 0;
    this.watcher_ = new ResizeObserver(() => {
      if (Math.abs(this.maps_.clientWidth - width) < 8) return;
      width = this.maps_.clientWidth;
      this.draw_maps_();
    });
    this.watcher_.observe(this.maps_);
  }

  update(ctx: Context): void {
    this.ctx_ = ctx;
    this.title_.textContent = title_of(ctx);
    this.source_.textContent = provenance(ctx);
    const { report, selection: s } = ctx;
    const scenarios = s.mode === "difference" ? compared(s, report) : s.scenarios;
    this.pictures_ = scenarios.map((scenario) => picture_of(report, s, scenario));
    this.match_panels_(scenarios.length);
    this.draw_maps_();
    this.draw_legend_();
    this.facts_.update(ctx, this.pictures_);
  }

  close(): void {
    this.watcher_.disconnect();
    for (const panel of this.panels_) panel.chart.dispose();
    this.facts_.close();
  }

  private match_panels_(count: number): void {
    while (this.panels_.length > count) {
      const panel = this.panels_.pop();
      panel?.chart.dispose();
      panel?.figure.remove();
    }
    this.maps_.dataset["count"] = String(count);
    while (this.panels_.length < count) {
      const caption = h("figcaption");
      const box = h("div", { class: "map" });
      const figure = h("figure", {}, caption, box);
      this.maps_.append(figure);
      const chart = make_chart(box);
      this.listen_(chart);
      this.panels_.push({ figure, caption, chart });
    }
  }

  private listen_(chart: Chart): void {
    chart.instance.on("click", (hit) => {
      const code = (hit as { name?: string; seriesId?: string }).name ?? "";
      if ((hit as { seriesId?: string }).seriesId === "centres") return;
      const { report, selection: s } = this.ctx_;
      if (report.area_index(s.level, code) === null) return;
      this.ctx_.select({ area: code === s.area ? null : code });
    });
    chart.instance.on("georoam", () => {
      const option = chart.instance.getOption() as { geo?: { center?: Point }[] };
      this.centre_ = option.geo?.[0]?.center ?? null;
    });
  }

  private zoom_by_(steps: number): void {
    this.zoom_ = Math.min(ZOOMS.length - 1, Math.max(0, this.zoom_ + steps));
    const { report, selection: s } = this.ctx_;
    const chosen = report.area_index(s.level, s.area);
    const at = chosen === null ? undefined : report.level(s.level).at[chosen];
    if (this.zoom_ === 0) this.centre_ = null;
    else if (this.centre_ === null && at !== undefined) this.centre_ = [at[0] / 1000, at[1] / 1000];
    this.draw_maps_();
  }

  private draw_maps_(): void {
    const { report, selection: s } = this.ctx_;
    const level = report.level(s.level);
    const map = map_of(s.level, level);
    const centres = report.centres(s.profession, s.year);
    this.closer_.disabled = this.zoom_ === ZOOMS.length - 1;
    this.wider_.disabled = this.zoom_ === 0;
    this.panels_.forEach((panel, i) => {
      const picture = this.pictures_[i];
      if (picture === undefined) return;
      const title = report.scenario(picture.scenario).title;
      panel.caption.textContent = title;
      const box = panel.chart.el;
      panel.chart.draw(map_option({
        picture, level, map, centres, chosen: s.area,
        describe: (area) => area_lines(this.ctx_, area),
        describe_centre: (centre) => centre_lines(this.ctx_, centre),
        short: (area) => short_figure(this.ctx_, area),
        better: report.indicator(s.indicator).better,
        width: box.clientWidth, height: box.clientHeight,
        zoom: ZOOMS[this.zoom_] ?? 1, centre: this.centre_,
      }), map_label(this.ctx_, picture, title));
    });
  }

  private draw_legend_(): void {
    const { report, selection: s } = this.ctx_;
    const effect = s.mode === "difference";
    const indicator = report.indicator(s.indicator);
    const areas = this.pictures_.flatMap((picture) => picture.areas);
    const centres = report.centres(s.profession, s.year);
    draw_legend(this.legend_, this.ctx_, indicator, classes_of(indicator, effect), effect, {
      uncertain: effect && report.has_effects,
      no_figure: areas.some((area) => area.value === null),
      institutes: centres.some((centre) => !centre.parent),
      dependances: centres.some((centre) => centre.parent),
    });
  }

  private async save_(kind: "png" | "svg"): Promise<void> {
    const ctx = this.ctx_;
    const { report, selection: s } = ctx;
    const effect = s.mode === "difference";
    const indicator = report.indicator(s.indicator);
    const classes = classes_of(indicator, effect);
    await save_picture(kind, {
      name: [s.mode === "difference" ? "effect" : "map", s.indicator, s.profession, s.level, s.year],
      title: title_of(ctx),
      subtitle: provenance(ctx),
      charts: this.panels_.map((panel) => ({
        title: panel.caption.textContent ?? "", el: panel.chart.el,
      })),
      legend_title: legend_title(ctx, indicator, effect),
      legend: legend_entries(ctx, indicator, classes, effect),
      notes: effect && report.has_effects ? [ctx.t("legend_uncertain"), ctx.t("legend_certain")] : [],
      foot: report.data.attribution,
    });
  }
}

function short_figure(ctx: Context, area: AreaFigure): string {
  const indicator = ctx.report.indicator(ctx.selection.indicator);
  const effect = ctx.selection.mode === "difference";
  const mark = unit(ctx.language, indicator, effect) === "%" ? "%" : "";
  return figure(ctx.language, indicator, area.value, effect) + mark;
}

function centre_lines(ctx: Context, centre: Centre): string[] {
  const profession = ctx.report.profession(centre.profession);
  const kind = ctx.t(centre.parent ? "legend_dependance" : "legend_institute");
  return [centre.name, profession === undefined ? kind : `${kind}, ${pick(profession.name, ctx.language)}`];
}

/** The picture in a sentence, for who cannot see it. */
function map_label(ctx: Context, picture: Picture, scenario: string): string {
  const indicator = ctx.report.indicator(ctx.selection.indicator);
  const known = picture.areas.filter((area) => area.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const words = (at: number): string => {
    const area = known.at(at);
    if (area === undefined || area.value === null) return ctx.t("unknown");
    const text = picture.effect ? effect_words(ctx, indicator, area.value)
                                : figure_with_unit(ctx.language, indicator, area.value);
    return `${area.name} (${text})`;
  };
  return ctx.t("map_alt", { title: title_of(ctx), scenario, most: words(0), least: words(-1) });
}

let page: MapPage | null = null;

export const map_view: View = {
  id: "map",
  title: "view_map",
  controls: ["scenarios", "mode", "level", "indicator", "profession", "year", "area"],
  offered: (report: Report) => report.data.figures.length > 0,
  render(el, ctx) {
    page = new MapPage(el, ctx);
  },
  update(ctx) {
    page?.update(ctx);
  },
  close() {
    page?.close();
    page = null;
  },
};
