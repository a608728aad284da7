// SPDX-License-Identifier: EUPL-1.2
// The questions of the inventory as the region would answer them, and its initiatives by phase.
import { FAINT, INK, SOFT_INK, TOOLTIP, make_chart, type Chart } from "./charts.ts";
import { pick, type Inventory, type InventoryItem } from "./data.ts";
import { h } from "./dom.ts";
import { number } from "./format.ts";
import { table_details } from "./table.ts";
import type { Context } from "./view.ts";

const VALUE_SCALE = 1000;

/** Where an item of a region in a year stands in the lists. */
function slot(inventory: Inventory, region: number, year: number, item: number): number | null {
  const at = inventory.years.indexOf(year);
  return at < 0 ? null : (region * inventory.years.length + at) * inventory.items.length + item;
}

export interface InventoryPart {
  readonly el: HTMLElement;
  update(ctx: Context, region: number, name: string): void;
  close(): void;
}

function inventories(ctx: Context): Inventory[] {
  return ctx.report.inside(ctx.report.data.inventory, ctx.selection.scenarios);
}

/** The last year that was kept, not after the one that is shown; else the first. */
function year_in(inventory: Inventory, year: number): number {
  return inventory.years.filter((one) => one <= year).at(-1) ?? inventory.years[0] ?? year;
}

export function make_inventory(): InventoryPart {
  const title = h("h3");
  const note = h("p", { class: "source" });
  const scales = h("div");
  const mentions = h("div");
  const el = h("section", { class: "story" }, title, note, scales, mentions);
  return {
    el,
    update(ctx, region, name) {
      const all = inventories(ctx);
      const first = all[0];
      el.hidden = first === undefined;
      if (first === undefined) return;
      title.textContent = ctx.t("inventory_title", { area: name, year: year_in(first, ctx.selection.year) });
      note.textContent = ctx.t("inventory_note");
      scales.replaceChildren(scale_table(ctx, all, region, title.textContent));
      mentions.replaceChildren(mention_table(ctx, all, region));
    },
    close() { },
  };
}

function items_of(inventory: Inventory, kind: InventoryItem["kind"]): { item: InventoryItem; at: number }[] {
  return inventory.items.map((item, at) => ({ item, at })).filter(({ item }) => item.kind === kind);
}

function step_at(ctx: Context, inventory: Inventory, region: number, item: number): number | null {
  const at = slot(inventory, region, year_in(inventory, ctx.selection.year), item);
  return at === null ? null : inventory.step[at] ?? null;
}

/** Steps as a row of dots and in words. */
function step_cell(ctx: Context, item: InventoryItem, step: number | null): HTMLElement {
  if (step === null) return h("td", {}, ctx.t("unknown"));
  const steps = item.answers.length;
  const dots = Array.from({ length: steps }, (_, i) => h("i", { class: i + 1 === step ? "on" : "" }));
  const answer = item.answers[step - 1];
  return h("td", {}, h("div", { class: "step" },
    h("span", { class: "steps", role: "img", "aria-label": ctx.t("step_of", { step, steps }) }, ...dots),
    h("span", {}, answer === undefined ? String(step) : pick(answer, ctx.language))));
}

function heads(ctx: Context, first: string, all: readonly Inventory[]): HTMLElement {
  return h("thead", {}, h("tr", {}, h("th", { scope: "col" }, first),
    ...all.map((one) => h("th", { scope: "col" }, ctx.report.scenario(one.scenario).title))));
}

function scale_table(ctx: Context, all: readonly Inventory[], region: number, caption: string): HTMLElement {
  const rows = items_of(all[0] as Inventory, "scale").map(({ item, at }) => h("tr", {},
    h("th", { scope: "row" }, pick(item.question, ctx.language)),
    ...all.map((one) => step_cell(ctx, item, step_at(ctx, one, region, at)))));
  return h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": caption },
    h("table", { class: "inventory" }, h("caption", { class: "unseen" }, caption),
      heads(ctx, ctx.t("question"), all), h("tbody", {}, ...rows)));
}

function mention_table(ctx: Context, all: readonly Inventory[], region: number): HTMLElement {
  const rows = items_of(all[0] as Inventory, "mention").map(({ item, at }) => h("tr", {},
    h("th", { scope: "row" }, pick(item.question, ctx.language)),
    ...all.map((one) => {
      const step = step_at(ctx, one, region, at);
      if (step === null) return h("td", {}, ctx.t("unknown"));
      return h("td", { class: step === 1 ? "yes" : "no" }, ctx.t(step === 1 ? "mentioned_yes" : "mentioned_no"));
    })));
  const caption = ctx.t("mentioned_title");
  return h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": caption },
    h("table", { class: "inventory mentions" }, h("caption", {}, caption),
      heads(ctx, ctx.t("bottleneck"), all), h("tbody", {}, ...rows)));
}

const PHASES = [
  { id: "exploring", key: "phase_exploring", colour: "#c9d7e6" },
  { id: "preparing", key: "phase_preparing", colour: "#7fa6c9" },
  { id: "in_force", key: "phase_force", colour: "#0b5a8a" },
] as const;

/** Joint initiatives by phase, a chart per scenario with one axis for all. */
export function make_initiatives(): InventoryPart {
  const title = h("h3");
  const note = h("p", { class: "source" });
  const grid = h("div", { class: "phases" });
  const rows = h("div");
  const el = h("section", { class: "story" }, title, note, grid, rows);
  let charts: { figure: HTMLElement; caption: HTMLElement; chart: Chart }[] = [];
  return {
    el,
    update(ctx, region, name) {
      const all = inventories(ctx).filter((one) => PHASES.every((phase) => phase_item(one, phase.id) >= 0));
      el.hidden = all.length === 0;
      if (all.length === 0) return;
      title.textContent = ctx.t("initiatives_title", { area: name });
      note.textContent = ctx.t("initiatives_note");
      while (charts.length > all.length) {
        const last = charts.pop();
        last?.chart.dispose();
        last?.figure.remove();
      }
      while (charts.length < all.length) {
        const box = h("div", { class: "phase-chart" });
        const caption = h("figcaption");
        const figure = h("figure", {}, caption, box);
        grid.append(figure);
        charts.push({ figure, caption, chart: make_chart(box) });
      }
      const most = Math.max(...all.flatMap((one) => one.years.map((year) =>
        PHASES.reduce((sum, phase) => sum + number_of(one, region, year, phase.id), 0))));
      charts.forEach(({ caption, chart }, i) => {
        const one = all[i];
        if (one === undefined) return;
        caption.textContent = ctx.report.scenario(one.scenario).title;
        draw_phases(ctx, chart, one, region, Math.ceil(most));
      });
      rows.replaceChildren(phase_rows(ctx, all, region, title.textContent));
    },
    close() {
      for (const { chart } of charts) chart.dispose();
      charts = [];
    },
  };
}

function phase_item(inventory: Inventory, id: string): number {
  return inventory.items.findIndex((item) => item.id === id);
}

function number_of(inventory: Inventory, region: number, year: number, id: string): number {
  const at = slot(inventory, region, year, phase_item(inventory, id));
  return at === null ? 0 : (inventory.value[at] ?? 0) / VALUE_SCALE;
}

function draw_phases(ctx: Context, chart: Chart, inventory: Inventory, region: number, most: number): void {
  const { language } = ctx;
  const words = (year: number): string[] => [...PHASES].reverse().map((phase) =>
    `${ctx.t(phase.key)}: ${number(language, number_of(inventory, region, year, phase.id), 1)}`);
  const year = year_in(inventory, ctx.selection.year);
  chart.draw({
    grid: { left: 8, right: 12, top: 34, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, selectedMode: false, icon: "rect", itemWidth: 14, itemHeight: 10,
              textStyle: { color: INK, fontSize: 13 } },
    tooltip: {
      ...TOOLTIP, trigger: "axis", axisPointer: { type: "shadow" },
      formatter: (hits: { dataIndex?: number }[]) => {
        const at = inventory.years[hits[0]?.dataIndex ?? 0] ?? 0;
        return [String(at), ...words(at)].join("\n");
      },
    },
    xAxis: { type: "category", data: inventory.years.map(String), axisLabel: { color: SOFT_INK },
             axisLine: { lineStyle: { color: "#8a94a1" } } },
    yAxis: { type: "value", max: Math.max(1, most), minInterval: 1, axisLabel: { color: SOFT_INK },
             splitLine: { lineStyle: { color: FAINT } } },
    series: [...PHASES].reverse().map((phase) => ({
      type: "bar", stack: "phases", name: ctx.t(phase.key), barCategoryGap: "25%",
      itemStyle: { color: phase.colour, borderColor: "#5b6b7c", borderWidth: 0.5 },
      data: inventory.years.map((at) => number_of(inventory, region, at, phase.id)),
    })),
  }, ctx.t("initiatives_alt", {
    scenario: ctx.report.scenario(inventory.scenario).title, year, phases: words(year).join(", "),
  }));
}

function phase_rows(ctx: Context, all: readonly Inventory[], region: number, caption: string): HTMLElement {
  const years = all[0]?.years ?? [];
  const names = [ctx.t("year"), ...all.flatMap((one) => [...PHASES].reverse().map((phase) =>
    `${ctx.report.scenario(one.scenario).title}, ${ctx.t(phase.key)}`))];
  return table_details(ctx, caption, names, years.map((year) => [String(year),
    ...all.flatMap((one) => [...PHASES].reverse().map((phase) =>
      number(ctx.language, number_of(one, region, year, phase.id), 1)))]));
}
