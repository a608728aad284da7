// SPDX-License-Identifier: EUPL-1.2
// The bar of choices above every view. A view says which parts it heeds.
import { pick, type Report } from "./data.ts";
import { capital, choice, h } from "./dom.ts";
import { MOST_MAPS } from "./state.ts";
import type { Context, Control } from "./view.ts";
import { year_slider } from "./slider.ts";

export interface Bar {
  /** Fills the bar anew. Choices keep their elements as long as what they offer is the same. */
  update(ctx: Context, controls: readonly Control[]): void;
}

/** Groups of choices: each is drawn anew only when its key changes, so that focus is not lost. */
interface Part {
  readonly control: Control;
  key(ctx: Context): string;
  draw(ctx: Context): HTMLElement | null;
}

function scenario_boxes(ctx: Context): HTMLElement | null {
  const { report, selection, t } = ctx;
  if (report.data.scenarios.length < 2) return null;
  const chosen = new Set(selection.scenarios);
  const boxes = report.data.scenarios.map((scenario, i) => {
    const box = h("input", { type: "checkbox", name: `scenario-${i}` });
    box.checked = chosen.has(i);
    box.disabled = (chosen.size === 1 && chosen.has(i)) || (chosen.size >= MOST_MAPS && !chosen.has(i));
    box.addEventListener("change", () => {
      const next = new Set(selection.scenarios);
      if (box.checked) next.add(i);
      else next.delete(i);
      ctx.select({ scenarios: [...next] });
    });
    const note = report.has_effects && report.is_reference(i) ? ` (${t("reference")})` : "";
    return h("label", { class: "check" }, box, h("span", {}, scenario.title + note));
  });
  return h("fieldset", { class: "field scenarios" },
    h("legend", { class: "label" }, t("scenarios")), h("div", { class: "checks" }, ...boxes));
}

function mode_buttons(ctx: Context): HTMLElement | null {
  const { report, selection, t } = ctx;
  if (report.data.scenarios.length < 2) return null;
  const reference = report.scenario(report.reference).title;
  const radio = (mode: "level" | "difference", text: string): HTMLElement => {
    const input = h("input", { type: "radio", name: "mode", value: mode });
    input.checked = selection.mode === mode;
    input.addEventListener("change", () => ctx.select({ mode }));
    return h("label", {}, input, h("span", {}, text));
  };
  return h("fieldset", { class: "field segments" }, h("legend", { class: "label" }, t("mode")),
    h("div", {}, radio("level", t("mode_level")), radio("difference", t("mode_difference", { reference }))));
}

function level_choice(ctx: Context): HTMLElement | null {
  const { report, selection, t } = ctx;
  if (report.data.levels.subregion === undefined) return null;
  return choice(t("level"), [
    { value: "region", text: t("level_region") }, { value: "subregion", text: t("level_subregion") },
  ], selection.level, (value) => ctx.select({ level: value as "region" | "subregion", area: null }), "level");
}

function indicator_choice(ctx: Context): HTMLElement {
  const { report, selection, language, t } = ctx;
  const options = report.indicators_at(selection.level).map((one) =>
    ({ value: one.id, text: capital(pick(one.name, language)), group: t(`group_${one.group}`) }));
  return choice(t("indicator"), options, selection.indicator,
                (value) => ctx.select({ indicator: value }), "indicator");
}

function profession_choice(ctx: Context): HTMLElement | null {
  const { report, selection, language, t } = ctx;
  const known = report.professions_of(selection.indicator, selection.level);
  if (known.length < 2 && known[0] === "") return null;
  const options = known.map((id) => {
    const found = report.profession(id);
    return { value: id, text: found === undefined ? id : capital(pick(found.name, language)) };
  });
  return choice(t("profession"), options, selection.profession,
                (value) => ctx.select({ profession: value }), "profession");
}

function area_choice(ctx: Context): HTMLElement {
  const { report, selection, language, t } = ctx;
  const level = report.level(selection.level);
  const options = level.codes.map((value, i) => ({ value, text: level.names[i] ?? value }))
    .sort((a, b) => a.text.localeCompare(b.text, language));
  return choice(t("area"), [{ value: "", text: t("area_none") }, ...options], selection.area ?? "",
                (value) => ctx.select({ area: value === "" ? null : value }), "area");
}

const PARTS: readonly Part[] = [
  { control: "mode", key: (c) => c.selection.mode, draw: mode_buttons },
  { control: "indicator", key: (c) => c.selection.level + c.selection.indicator, draw: indicator_choice },
  {
    control: "profession",
    key: (c) => c.selection.level + c.selection.indicator + c.selection.profession, draw: profession_choice,
  },
  { control: "level", key: (c) => c.selection.level, draw: level_choice },
  { control: "area", key: (c) => c.selection.level + (c.selection.area ?? ""), draw: area_choice },
  { control: "scenarios", key: (c) => c.selection.scenarios.join(), draw: scenario_boxes },
];

export function make_bar(el: HTMLElement, report: Report): Bar {
  const slots = PARTS.map((part) => h("div", { class: `slot ${part.control}` }));
  const keys = PARTS.map(() => "");
  const slider = year_slider(report.data.years);
  el.append(...slots, slider.el);
  return {
    update(ctx, controls) {
      PARTS.forEach((part, i) => {
        const slot = slots[i];
        if (slot === undefined) return;
        const key = controls.includes(part.control) ? `${ctx.language}:${part.key(ctx)}` : "";
        if (key === keys[i]) return;
        keys[i] = key;
        redraw(slot, key === "" ? null : part.draw(ctx));
      });
      slider.el.hidden = !controls.includes("year");
      slider.update(ctx);
    },
  };
}

/** Puts the new choice in place and gives it the focus that the old one had. */
function redraw(slot: HTMLElement, next: HTMLElement | null): void {
  const focused = document.activeElement;
  const inside = focused instanceof HTMLElement && slot.contains(focused);
  const name = inside ? focused.getAttribute("name") : null;
  const value = inside && focused instanceof HTMLInputElement ? focused.value : null;
  slot.replaceChildren(...(next === null ? [] : [next]));
  slot.hidden = next === null;
  if (name === null) return;
  const same = [...slot.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`)];
  const found = same.find((one) => one instanceof HTMLInputElement && one.value === value) ?? same[0];
  found?.focus({ preventScroll: true });
}
