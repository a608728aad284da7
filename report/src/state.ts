// SPDX-License-Identifier: EUPL-1.2
// What is chosen on the page: one value that is replaced, never changed. It stands in the address
// after #, so that a link or a bookmark opens the same picture.
import type { Language, Report } from "./data.ts";

export interface Selection {
  readonly view: string;
  /** One to four, in the page's order; also in the mode of differences, where references are left out. */
  readonly scenarios: readonly number[];
  readonly level: "region" | "subregion";
  readonly indicator: string;
  readonly profession: string;
  readonly year: number;
  /** Code of an area of the level, or null. */
  readonly area: string | null;
  readonly language: Language;
  readonly mode: "level" | "difference";
}

export type Change = Partial<Selection>;
export const MOST_MAPS = 4;

export function first_selection(report: Report, view: string): Selection {
  const { data } = report;
  return fit({
    view,
    scenarios: data.scenarios.slice(0, report.has_effects ? 2 : 1).map((_, i) => i),
    level: "region",
    indicator: "shortage",
    profession: "huisarts_so",
    year: data.year,
    area: null,
    language: data.lang,
    mode: "level",
  }, report);
}

/** The nearest selection of which the page has figures: whatever stands in the address, something shows. */
export function fit(wanted: Selection, report: Report): Selection {
  const { data } = report;
  const level = wanted.level === "subregion" && data.levels.subregion !== undefined ? "subregion" : "region";
  const at_level = report.indicators_at(level);
  const indicator = (at_level.find((one) => one.id === wanted.indicator) ?? at_level[0] ??
    report.indicator(wanted.indicator)).id;
  const professions = report.professions_of(indicator, level);
  const profession = professions.includes(wanted.profession) ? wanted.profession : professions[0] ?? "";
  const known = [...new Set(wanted.scenarios)].filter((i) => Number.isInteger(i) && i in data.scenarios)
    .sort((a, b) => a - b).slice(0, MOST_MAPS);
  const scenarios = known.length > 0 ? known : [0];
  const year = Math.min(data.years[1], Math.max(data.years[0], Math.round(wanted.year) || data.year));
  const area = report.area_index(level, wanted.area) === null ? null : wanted.area;
  const mode = wanted.mode === "difference" && data.scenarios.length > 1 ? "difference" : "level";
  const language = wanted.language === "nl" ? "nl" : "en";
  return { ...wanted, level, indicator, profession, scenarios, year, area, mode, language };
}

/** The scenarios shown as differences: those chosen that are not a reference, else the first such. */
export function compared(selection: Selection, report: Report): number[] {
  const chosen = selection.scenarios.filter((i) => !report.is_reference(i));
  if (chosen.length > 0) return chosen;
  const first = report.data.scenarios.findIndex((_, i) => !report.is_reference(i));
  return first < 0 ? [] : [first];
}

export function to_hash(s: Selection): string {
  const parts = new URLSearchParams({
    view: s.view, scenarios: s.scenarios.join(","), level: s.level, indicator: s.indicator,
    profession: s.profession, year: String(s.year), mode: s.mode, lang: s.language,
  });
  if (s.area !== null) parts.set("area", s.area);
  return `#${parts.toString()}`;
}

export function from_hash(hash: string, base: Selection): Selection {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (key: string, other: string): string => parts.get(key) ?? other;
  const scenarios = parts.get("scenarios");
  return {
    view: text("view", base.view),
    scenarios: scenarios === null ? base.scenarios : scenarios.split(",").map(Number),
    level: text("level", base.level) as Selection["level"],
    indicator: text("indicator", base.indicator),
    profession: text("profession", base.profession),
    year: Number(text("year", String(base.year))),
    area: parts.get("area") ?? base.area,
    language: text("lang", base.language) as Language,
    mode: text("mode", base.mode) as Selection["mode"],
  };
}

type Listener = (now: Selection, before: Selection) => void;

export class State {
  private now_: Selection;
  private readonly listeners_: Listener[] = [];
  private written_ = "";
  private timer_ = 0;

  constructor(private readonly report_: Report, view: string) {
    this.now_ = fit(from_hash(location.hash, first_selection(report_, view)), report_);
    window.addEventListener("hashchange", () => {
      if (location.hash !== this.written_) this.set(from_hash(location.hash, this.now_));
    });
  }

  get now(): Selection {
    return this.now_;
  }

  set(change: Change): void {
    const before = this.now_;
    const now = fit({ ...before, ...change }, this.report_);
    if (to_hash(now) === to_hash(before)) return;
    this.now_ = now;
    for (const listener of this.listeners_) listener(now, before);
    this.write_soon_();
  }

  subscribe(listener: Listener): void {
    this.listeners_.push(listener);
  }

  /** Browsers refuse many changes of the address in a second, and a slider makes many. */
  private write_soon_(): void {
    clearTimeout(this.timer_);
    this.timer_ = window.setTimeout(() => {
      this.written_ = to_hash(this.now_);
      location.replace(this.written_);
      this.written_ = location.hash;
    }, 250);
  }
}
