// SPDX-License-Identifier: EUPL-1.2
// The head and the foot of the page: title, what the figures are, language, the row of views.
import { h } from "./dom.ts";
import type { Language } from "./data.ts";
import type { Context, View } from "./view.ts";

export interface Header {
  readonly el: HTMLElement;
  readonly footer: HTMLElement;
  update(ctx: Context, open: View): void;
}

const LANGUAGES: readonly { id: Language; name: string }[] = [
  { id: "nl", name: "Nederlands" }, { id: "en", name: "English" },
];

export function make_header(views: readonly View[]): Header {
  const skip = h("a", { class: "skip", href: "#main" });
  const title = h("h1");
  const note = h("p", { class: "note" });
  const languages = h("div", { class: "languages", role: "group" });
  const nav = h("nav");
  const el = h("header", { class: "page" }, skip,
    h("div", { class: "top" }, h("div", { class: "titles" }, title, note), languages), nav);
  const attribution = h("p");
  const program = h("p");
  const footer = h("footer", {}, attribution, program);
  let key = "";

  const draw = (ctx: Context, open: View): void => {
    skip.textContent = ctx.t("skip");
    title.textContent = ctx.report.data.title;
    note.textContent = ctx.t("simulated");
    languages.setAttribute("aria-label", ctx.t("language"));
    languages.replaceChildren(...LANGUAGES.map(({ id, name }) => h("button", {
      type: "button", lang: id, "aria-pressed": String(ctx.language === id),
      on: { click: () => ctx.select({ language: id }) },
    }, name)));
    nav.setAttribute("aria-label", ctx.t("views"));
    nav.replaceChildren(h("ul", {}, ...views.map((view) => h("li", {}, h("button", {
      type: "button", "data-view": view.id, "aria-current": view === open ? "page" : undefined,
      on: { click: () => ctx.select({ view: view.id }) },
    }, ctx.t(view.title))))));
    attribution.textContent = ctx.report.data.attribution;
    program.textContent = ctx.t("made_by", { program: ctx.report.data.program });
    document.title = ctx.report.data.title;
  };
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main")?.focus();
  });
  return {
    el, footer,
    update(ctx, open) {
      const next = `${ctx.language}/${open.id}`;
      if (next === key) return;
      key = next;
      const focused = el.contains(document.activeElement) ? document.activeElement : null;
      const marker = focused?.getAttribute("data-view") ?? focused?.getAttribute("lang");
      draw(ctx, open);
      if (marker === null || marker === undefined) return;
      el.querySelector<HTMLElement>(`[data-view="${CSS.escape(marker)}"], button[lang="${CSS.escape(marker)}"]`)
        ?.focus({ preventScroll: true });
    },
  };
}
