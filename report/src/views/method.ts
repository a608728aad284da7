// SPDX-License-Identifier: EUPL-1.2
// How the figures came about: what is simulated, what each scenario changes, every assumption with how
// it is known, what went in.
import { pick, type Assumption, type Report } from "../data.ts";
import { choice, h } from "../dom.ts";
import { unit } from "../format.ts";
import type { Context, View } from "../view.ts";
import type { Key } from "../words.ts";

const BASES: Readonly<Record<string, Key>> = {
  read: "basis_read", derived: "basis_derived", fitted: "basis_fitted", remembered: "basis_remembered",
  assumption: "basis_assumption", choice: "basis_choice",
};

function basis_word(ctx: Context, basis: string): string {
  const key = BASES[basis];
  return key === undefined ? basis : ctx.t(key);
}

function section(title: string, ...children: (Node | string)[]): HTMLElement {
  return h("section", { class: "story" }, h("h3", {}, title), ...children);
}

function table(caption: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": caption },
    h("table", { class: "texts" }, h("caption", { class: "unseen" }, caption),
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...rows)));
}

function scenarios(ctx: Context): HTMLElement {
  return section(ctx.t("method_scenarios"), ...ctx.report.data.scenarios.map((scenario) => {
    const changes = scenario.changes.map(({ key, value, origin }) => h("tr", {},
      h("th", { scope: "row" }, h("code", {}, key)), h("td", { class: "long" }, value), h("td", {}, origin)));
    const caption = `${ctx.t("method_changes")}: ${scenario.title}`;
    return h("article", {}, h("h4", {}, scenario.title),
      h("p", {}, scenario.question),
      h("p", { class: "quiet" }, ctx.t("method_runs", { replicates: scenario.replicates, seed: scenario.seed })),
      changes.length === 0 ? h("p", { class: "quiet" }, ctx.t("method_no_changes"))
        : h("details", {}, h("summary", {}, ctx.t("method_changes")),
          table(caption, [ctx.t("setting"), ctx.t("value"), ctx.t("origin")], changes)));
  }));
}

function figures(ctx: Context): HTMLElement {
  const { report, language } = ctx;
  const rows = report.data.indicators.map((indicator) => h("tr", {},
    h("th", { scope: "row" }, pick(indicator.name, language)), h("td", {}, unit(language, indicator)),
    h("td", {}, pick(indicator.meaning, language))));
  const title = ctx.t("method_figures");
  return section(title, table(title, [ctx.t("indicator"), ctx.t("method_unit"), ctx.t("method_meaning")], rows));
}

/** Filtered as one types; drawn when the section is opened, since there are hundreds. */
function assumptions(ctx: Context): HTMLElement {
  const all = ctx.report.data.assumptions;
  const title = ctx.t("method_assumptions");
  let basis = "";
  const box = h("div");
  const count = h("p", { class: "count", role: "status" });
  const search = h("input", { type: "search", name: "assumption", autocomplete: "off", on: { input: () => draw() } });
  const kinds = [...new Set(all.map((one) => one.basis))].sort();
  const draw = (): void => {
    const wanted = search.value.trim().toLocaleLowerCase();
    const rows = all.filter((one) => (basis === "" || (basis === "\u0000" ? one.changed : one.basis === basis)) &&
      (wanted === "" || `${one.key} ${one.meaning} ${one.source} ${one.value}`.toLocaleLowerCase().includes(wanted)));
    count.textContent = ctx.t("assumptions_count", { shown: rows.length, all: all.length });
    box.replaceChildren(table(title, [ctx.t("setting"), ctx.t("value"), ctx.t("method_meaning"),
      ctx.t("assumptions_basis"), ctx.t("column_source")], rows.map((one) => assumption_row(ctx, one))));
  };
  const tools = h("div", { class: "row-of-tools no-print" },
    h("label", { class: "field" }, h("span", { class: "label" }, ctx.t("assumptions_find")), search),
    choice(ctx.t("assumptions_basis"), [
      { value: "", text: ctx.t("assumptions_any") },
      ...kinds.map((value) => ({ value, text: basis_word(ctx, value) })),
      { value: "\u0000", text: ctx.t("assumptions_changed") },
    ], basis, (value) => {
      basis = value;
      draw();
    }, "basis"), count);
  draw();
  return section(title, h("p", { class: "source" }, ctx.t("assumptions_note")), tools, box);
}

function assumption_row(ctx: Context, one: Assumption): HTMLElement {
  const value = one.unit === "" || one.unit === "1" || one.unit === "-" ? one.value : `${one.value} ${one.unit}`;
  return h("tr", { class: one.changed ? "chosen" : undefined },
    h("th", { scope: "row" }, h("code", {}, one.key)), h("td", { class: "long" }, value),
    h("td", {}, one.meaning), h("td", {}, basis_word(ctx, one.basis)), h("td", {}, one.source));
}

function sources(ctx: Context): HTMLElement {
  const kinds = { run: "kind_run", comparison: "kind_comparison", sensitivity: "kind_sensitivity" } as const;
  return section(ctx.t("method_sources"), h("p", { class: "source" }, ctx.t("sources_note")),
    ...ctx.report.data.sources.map((source) => h("details", {},
      h("summary", {}, ctx.t("manifest_of", { title: source.title, kind: ctx.t(kinds[source.kind]) })),
      h("pre", { tabindex: 0 }, JSON.stringify(source.manifest, null, 2)))));
}

function licences(ctx: Context): HTMLElement {
  const text = notices;
  return section(ctx.t("method_licences"), h("details", {},
    h("summary", {}, ctx.t("method_licences")), h("pre", { tabindex: 0 }, text.trim())));
}

/** Read before the page replaces its own body. */
const notices = document.getElementById("mgz-notices")?.textContent ?? "";

export const method_view: View = {
  id: "method",
  title: "view_method",
  controls: [],
  offered: () => true,
  render(el, ctx) {
    const { report }: { report: Report } = ctx;
    el.append(h("h2", {}, ctx.t("method_title")), h("div", { class: "prose" },
      h("p", {}, ctx.t("method_simulated")), h("p", {}, ctx.t("method_chance")),
      report.data.scenarios.length > 1 && h("p", {}, ctx.t("method_effect")),
      h("p", {}, ctx.t("method_bounds"))),
      scenarios(ctx), figures(ctx), assumptions(ctx), sources(ctx), licences(ctx));
  },
  update() { },
  close() { },
};
