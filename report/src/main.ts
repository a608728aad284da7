// SPDX-License-Identifier: EUPL-1.2
// Opens the page: unpack, choose a view, keep bar and view in step with the selection.
import { make_bar } from "./controls.ts";
import { Report, unpack, type Language } from "./data.ts";
import { h } from "./dom.ts";
import { State } from "./state.ts";
import type { Context, View } from "./view.ts";
import { VIEWS } from "./views/index.ts";
import { say } from "./words.ts";
import { make_header } from "./header.ts";

function language_of_page(): Language {
  return document.documentElement.lang === "nl" ? "nl" : "en";
}

function context_of(report: Report, state: State): Context {
  const selection = state.now;
  return {
    report, selection, language: selection.language,
    t: (key, values) => say(selection.language, key, values),
    select: (change) => state.set(change),
  };
}

function open_page(report: Report): void {
  const views = VIEWS.filter((view) => view.offered(report));
  const first = views[0];
  if (first === undefined) throw new Error("no view");
  const state = new State(report, first.id);
  const header = make_header(views);
  const bar_el = h("form", { class: "bar", on: { submit: (event) => event.preventDefault() } });
  const bar = make_bar(bar_el, report);
  const main = h("main", { id: "main", tabindex: -1 });
  document.body.replaceChildren(header.el, bar_el, main, header.footer);

  let open: View | null = null;
  let language: Language | null = null;
  const refresh = (): void => {
    const ctx = context_of(report, state);
    const view = views.find((one) => one.id === ctx.selection.view) ?? first;
    if (view !== open || ctx.language !== language) {
      open?.close();
      main.replaceChildren();
      open = view;
      language = ctx.language;
      document.documentElement.lang = language;
      main.dataset["view"] = view.id;
      view.render(main, ctx);
    }
    header.update(ctx, view);
    bar_el.hidden = view.controls.length === 0;
    bar_el.setAttribute("aria-label", ctx.t("choices"));
    bar.update(ctx, view.controls);
    view.update(ctx);
  };
  state.subscribe(refresh);
  refresh();
  document.documentElement.dataset["ready"] = "yes";
  performance.mark("mgz-ready");
}

async function start(): Promise<void> {
  const holder = document.getElementById("mgz-data");
  performance.mark("mgz-start");
  const data = await unpack(holder?.textContent ?? "");
  performance.mark("mgz-unpacked");
  open_page(new Report(data));
}

start().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  document.body.replaceChildren(
    h("p", { class: "broken", role: "alert" }, say(language_of_page(), "broken", { reason })));
  console.error(error);
});
