// SPDX-License-Identifier: EUPL-1.2
// Plain tables: of a chart's figures, folded away under it.
import { h } from "./dom.ts";
import type { Context } from "./view.ts";

/** The first column names the row, the others are figures. */
export function plain_table(caption: string, heads: readonly string[],
                            rows: readonly (readonly string[])[]): HTMLElement {
  return h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": caption }, h("table", {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...heads.map((head, i) =>
      h("th", { scope: "col", class: i === 0 ? undefined : "num" }, head)))),
    h("tbody", {}, ...rows.map(([first, ...others]) => h("tr", {},
      h("th", { scope: "row" }, first ?? ""), ...others.map((text) => h("td", { class: "num" }, text)))))));
}

export function table_details(ctx: Context, caption: string, heads: readonly string[],
                              rows: readonly (readonly string[])[]): HTMLElement {
  return h("details", {}, h("summary", {}, ctx.t("figures_as_table")), plain_table(caption, heads, rows));
}
