// SPDX-License-Identifier: EUPL-1.2
// The figures of the map as a table: what a canvas cannot tell, sorted and searched at will.
import type { Report } from "../data.ts";
import { capital, file_name, h, save, to_csv } from "../dom.ts";
import { figure, number, unit } from "../format.ts";
import { picture_of, type AreaFigure, type Picture } from "../picture.ts";
import { areas_word, level_word, provenance, title_of } from "../sentences.ts";
import { compared } from "../state.ts";
import type { Context, View } from "../view.ts";
import type { Key } from "../words.ts";

interface Column {
  readonly id: string;
  readonly title: string;
  readonly scenario: number | null;
  readonly number: boolean;
  text(area: number): string;
  sort(area: number): number | string | null;
}

class TablePage {
  private sorted_ = "0:value";
  private descending_ = true;
  private filter_ = "";
  private ctx_: Context;
  private readonly title_ = h("h2");
  private readonly source_ = h("p", { class: "source" });
  private readonly search_: HTMLInputElement;
  private readonly count_ = h("p", { class: "count", role: "status" });
  private readonly box_ = h("div", { class: "table-box", tabindex: 0, role: "region" });

  constructor(el: HTMLElement, ctx: Context) {
    this.ctx_ = ctx;
    this.search_ = h("input", {
      type: "search", name: "find", autocomplete: "off",
      on: { input: () => { this.filter_ = this.search_.value; this.draw_(); } },
    });
    el.append(this.title_, this.source_, h("div", { class: "row-of-tools no-print" },
      h("label", { class: "field" }, h("span", { class: "label" }, ctx.t("table_filter")), this.search_),
      h("button", { type: "button", on: { click: () => this.save_() } }, ctx.t("save_csv")), this.count_),
      this.box_);
  }

  update(ctx: Context): void {
    this.ctx_ = ctx;
    this.draw_();
  }

  private pictures_(): Picture[] {
    const { report, selection: s } = this.ctx_;
    const scenarios = s.mode === "difference" ? compared(s, report) : s.scenarios;
    return scenarios.map((scenario) => picture_of(report, s, scenario));
  }

  private draw_(): void {
    const ctx = this.ctx_;
    const { report, selection: s } = ctx;
    const pictures = this.pictures_();
    const columns = columns_of(ctx, pictures);
    const sorted = columns.find((one) => one.id === this.sorted_) ?? columns[1] ?? columns[0];
    if (sorted === undefined) return;
    this.title_.textContent = title_of(ctx);
    const note = s.mode === "difference"
      ? ` ${ctx.t("table_effect_note", { reference: report.scenario(report.reference).title })}` : "";
    this.source_.textContent = provenance(ctx) + note;
    const areas = pictures[0]?.areas ?? [];
    const wanted = this.filter_.trim().toLocaleLowerCase();
    const rows = areas.map((_, i) => i)
      .filter((i) => wanted === "" || (areas[i]?.name ?? "").toLocaleLowerCase().includes(wanted));
    rows.sort((a, b) => compare(sorted.sort(a), sorted.sort(b), this.descending_, ctx.language));
    this.count_.textContent = ctx.t("table_count", { shown: rows.length, all: areas.length, areas: areas_word(ctx) });
    const focused = this.box_.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-focus") ?? null : null;
    const caption = `${title_of(ctx)}${unit_note(ctx)}`;
    this.box_.setAttribute("aria-label", caption);
    this.box_.replaceChildren(h("table", { class: "figures" }, h("caption", {}, caption),
      this.head_(columns, pictures, sorted),
      h("tbody", {}, ...rows.map((i) => this.row_(columns, areas[i], i)))));
    if (focused !== null) {
      this.box_.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
  }

  private head_(columns: readonly Column[], pictures: readonly Picture[], sorted: Column): HTMLElement {
    const { report } = this.ctx_;
    const per = (columns.length - 1) / Math.max(1, pictures.length);
    const groups = h("tr", {}, h("td"), ...pictures.map((picture) =>
      h("th", { scope: "colgroup", colspan: per, class: "group" }, report.scenario(picture.scenario).title)));
    return h("thead", {}, groups, h("tr", {}, ...columns.map((column) => {
      const on = column === sorted;
      const arrow = on ? (this.descending_ ? "\u2193" : "\u2191") : "";
      return h("th", {
        scope: "col", class: column.number ? "num" : undefined,
        "aria-sort": on ? (this.descending_ ? "descending" : "ascending") : undefined,
      }, h("button", {
        type: "button", class: "sort", "data-focus": `sort ${column.id}`,
        on: { click: () => this.sort_by_(column) },
      }, column.title, h("span", { "aria-hidden": "true", class: "arrow" }, arrow)));
    })));
  }

  private row_(columns: readonly Column[], area: AreaFigure | undefined, i: number): HTMLElement {
    const chosen = area?.code === this.ctx_.selection.area;
    return h("tr", { class: chosen ? "chosen" : undefined }, ...columns.map((column) => column.scenario === null
      ? h("th", { scope: "row" }, h("button", {
        type: "button", class: "link", "aria-pressed": String(chosen), "data-focus": `area ${area?.code ?? ""}`,
        on: { click: () => this.ctx_.select({ area: chosen ? null : area?.code ?? null }) },
      }, column.text(i)))
      : h("td", { class: column.number ? "num" : undefined }, column.text(i))));
  }

  private sort_by_(column: Column): void {
    this.descending_ = column.id === this.sorted_ ? !this.descending_ : column.number;
    this.sorted_ = column.id;
    this.draw_();
  }

  /** One row per area and scenario, with names and units as in the files of the program. */
  private save_(): void {
    const { report, selection: s } = this.ctx_;
    const effect = s.mode === "difference";
    const heads = ["scenario", "year", "level", "code", "name", "profession", "indicator", "unit",
      ...(effect ? ["effect_median", "effect_p05", "effect_p95", "percent_improved", "certain"]
                 : ["mean", "p05", "p95"])];
    const rows = this.pictures_().flatMap((picture) => picture.areas.map((area) => [
      report.scenario(picture.scenario).id, s.year, s.level, area.code, area.name, s.profession, s.indicator,
      report.indicator(s.indicator).unit, area.value, area.low, area.high,
      ...(effect ? [area.improved, area.certain] : []),
    ]));
    save(`${file_name(effect ? "effect" : "figures", s.indicator, s.profession, s.level, s.year)}.csv`,
         to_csv([heads, ...rows]));
  }
}

function unit_note(ctx: Context): string {
  const text = unit(ctx.language, ctx.report.indicator(ctx.selection.indicator), ctx.selection.mode === "difference");
  return text === "" ? "" : ` (${text})`;
}

/** What is unknown comes last, whichever way is sorted. */
function compare(a: number | string | null, b: number | string | null, descending: boolean,
                 language: string): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === "string" || typeof b === "string"
    ? String(a).localeCompare(String(b), language) : a - b;
  return descending ? -order : order;
}

function columns_of(ctx: Context, pictures: readonly Picture[]): Column[] {
  const { report, selection: s, language } = ctx;
  const indicator = report.indicator(s.indicator);
  const effect = s.mode === "difference";
  const of = (picture: Picture, id: string, key: Key, value: (area: AreaFigure) => number | null,
              text: (value: number | null) => string, is_number = true): Column => ({
    id: `${pictures.indexOf(picture)}:${id}`, title: ctx.t(key), scenario: picture.scenario, number: is_number,
    text: (i) => text(value(picture.areas[i] as AreaFigure)),
    sort: (i) => value(picture.areas[i] as AreaFigure),
  });
  const shown = (value: number | null): string => figure(language, indicator, value, effect);
  const sure = (value: number | null): string => value === null ? ctx.t("unknown")
    : ctx.t(value === 0 ? "sure_unclear" : value > 0 ? "sure_better" : "sure_worse");
  const names: Column = {
    id: "name", title: capital(level_word(ctx)), scenario: null, number: false,
    text: (i) => pictures[0]?.areas[i]?.name ?? "", sort: (i) => pictures[0]?.areas[i]?.name ?? "",
  };
  return [names, ...pictures.flatMap((picture) => [
    of(picture, "value", effect ? "column_effect" : "column_figure", (a) => a.value, shown),
    of(picture, "low", "column_low", (a) => a.low, shown),
    of(picture, "high", "column_high", (a) => a.high, shown),
    ...(effect && report.has_effects ? [
      of(picture, "improved", "column_improved", (a) => a.improved,
         (value) => value === null ? ctx.t("unknown") : `${number(language, value, 0)}%`),
      of(picture, "sure", "column_sure", (a) => a.certain, sure, false),
    ] : []),
  ])];
}

let page: TablePage | null = null;

export const table_view: View = {
  id: "table",
  title: "view_table",
  controls: ["scenarios", "mode", "level", "indicator", "profession", "year", "area"],
  offered: (report: Report) => report.data.figures.length > 0,
  render(el, ctx) {
    page = new TablePage(el, ctx);
  },
  update(ctx) {
    page?.update(ctx);
  },
  close() {
    page = null;
  },
};
