// SPDX-License-Identifier: EUPL-1.2
// A view is one page of the report: it is drawn once when it is opened (again in another language)
// and brought up to date at every change of the selection.
import type { Language, Report } from "./data.ts";
import type { Change, Selection } from "./state.ts";
import type { Key, Values } from "./words.ts";

/** The parts of the bar at the top that a view heeds; others are hidden while it is open. */
export type Control = "scenarios" | "mode" | "level" | "indicator" | "profession" | "year" | "area";

export interface Context {
  readonly report: Report;
  readonly selection: Selection;
  readonly language: Language;
  /** A sentence of the page in the chosen language. */
  t(key: Key, values?: Values): string;
  select(change: Change): void;
}

export interface View {
  /** In the address; short and English. */
  readonly id: string;
  /** In the row of views. */
  readonly title: Key;
  readonly controls: readonly Control[];
  /** Whether the page holds what the view needs; else it is not offered. */
  offered(report: Report): boolean;
  /** Fills an empty element. Called before the first update, and anew when the language changes. */
  render(el: HTMLElement, ctx: Context): void;
  update(ctx: Context): void;
  /** Lets go of charts and timers; the element is emptied after it. */
  close(): void;
}
