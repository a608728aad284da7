// SPDX-License-Identifier: EUPL-1.2
// The year: a slider that a mouse, a finger and arrow keys move, and a button that plays.
import { h } from "./dom.ts";
import type { Context } from "./view.ts";

const STEP_MS = 700;

export interface Slider {
  readonly el: HTMLElement;
  update(ctx: Context): void;
}

export function year_slider(years: readonly [number, number]): Slider {
  const [first, last] = years;
  let ctx: Context | null = null;
  let timer = 0;
  const range = h("input", { type: "range", min: first, max: last, step: 1, id: "year", name: "year" });
  const label = h("label", { for: "year", class: "label" });
  const output = h("output", { for: "year", class: "year" });
  const button = h("button", { type: "button", class: "play" });
  const ends = h("div", { class: "ends", "aria-hidden": "true" },
    h("span", {}, String(first)), h("span", {}, String(last)));
  const el = h("div", { class: "years" }, button,
    h("div", { class: "track" }, label, range, ends), output);

  const stop = (): void => {
    clearInterval(timer);
    timer = 0;
    name_button();
  };
  const name_button = (): void => {
    if (ctx === null) return;
    button.textContent = timer === 0 ? "\u25b6\ufe0e" : "\u275a\u275a";
    button.setAttribute("aria-label", ctx.t(timer === 0 ? "play" : "pause"));
    button.title = ctx.t(timer === 0 ? "play" : "pause");
  };
  const step = (): void => {
    if (ctx === null) return;
    const next = ctx.selection.year + 1;
    if (next > last) stop();
    else ctx.select({ year: next });
  };
  button.addEventListener("click", () => {
    if (timer !== 0) {
      stop();
      return;
    }
    if (ctx !== null && ctx.selection.year >= last) ctx.select({ year: first });
    timer = window.setInterval(step, STEP_MS);
    name_button();
  });
  // A slider tells of more steps than a screen can show: only the last before each frame is drawn.
  let frame = 0;
  range.addEventListener("input", () => {
    if (timer !== 0) stop();
    output.textContent = range.value;
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      ctx?.select({ year: Number(range.value) });
    });
  });
  return {
    el,
    update(next) {
      ctx = next;
      label.textContent = next.t("year");
      const year = String(next.selection.year);
      if (range.value !== year) range.value = year;
      range.setAttribute("aria-valuetext", year);
      output.textContent = year;
      name_button();
      if (el.hidden && timer !== 0) stop();
    },
  };
}
