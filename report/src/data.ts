// SPDX-License-Identifier: EUPL-1.2
// Unpacks the data of the page and answers: what is this figure here, then, under that scenario?
import type {
  Block, Centre, Indicator, Level, LevelName, Named, Packed, PageData, Scenario, Text, Years,
} from "./contract.ts";

export type * from "./contract.ts";

export type Statistic = "mean" | "p05" | "p50" | "p95" | "improved";

/** base64 of a zlib stream of JSON. */
export async function unpack(packed: string): Promise<PageData> {
  const text = atob(packed.trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const data = JSON.parse(await new Response(stream).text()) as PageData;
  if (data.format !== 1) throw new Error(`This page reads data of format 1, not ${String(data.format)}.`);
  return data;
}

export function list_years(years: Years): readonly number[] {
  if ("list" in years) return years.list;
  const [first, last] = years;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Within an area the first known time is absolute, each later one the difference to the last known. */
export function undelta(packed: Packed, times: number, scale: number): (number | null)[] {
  const values: (number | null)[] = new Array(packed.length);
  let last = 0;
  for (let i = 0; i < packed.length; ++i) {
    if (i % times === 0) last = 0;
    const step = packed[i];
    if (step === null || step === undefined) {
      values[i] = null;
      continue;
    }
    last += step;
    values[i] = last / scale;
  }
  return values;
}

/** A block unpacked: figures of all areas of a level in all years that were kept. */
export class Figures {
  readonly years: readonly number[];
  private readonly slot_ = new Map<number, number>();
  private readonly unpacked_ = new Map<Statistic, (number | null)[]>();

  constructor(private readonly block_: Block, private readonly scale_: number) {
    this.years = list_years(block_.years);
    this.years.forEach((year, i) => this.slot_.set(year, i));
  }

  get own_from(): number {
    return this.years[0] ?? -Infinity;
  }

  has(statistic: Statistic): boolean {
    return this.block_[statistic] !== undefined;
  }

  has_year(year: number): boolean {
    return this.slot_.has(year);
  }

  /** In the indicator's own unit (a share is 0 to 1); null where unknown. */
  value(statistic: Statistic, area: number, year: number): number | null {
    const slot = this.slot_.get(year);
    if (slot === undefined) return null;
    return this.list_(statistic)[area * this.years.length + slot] ?? null;
  }

  /** The figure to show: the mean of replicates where it was kept, else the median. */
  centre(area: number, year: number): number | null {
    return this.value(this.central, area, year);
  }

  get central(): "mean" | "p50" {
    return this.has("mean") ? "mean" : "p50";
  }

  /** 1 better, -1 worse, 0 neither, null where nothing is known. */
  certain(area: number, year: number): number | null {
    const slot = this.slot_.get(year);
    if (slot === undefined) return null;
    return this.block_.certain?.[area * this.years.length + slot] ?? null;
  }

  private list_(statistic: Statistic): (number | null)[] {
    let list = this.unpacked_.get(statistic);
    if (list === undefined) {
      const packed = this.block_[statistic] ?? [];
      list = undelta(packed, this.years.length, statistic === "improved" ? 1 : this.scale_);
      this.unpacked_.set(statistic, list);
    }
    return list;
  }
}

/** What a scenario gives: its own figures, and before its first year those of its reference. */
export interface Line {
  readonly central: "mean" | "p50";
  readonly years: readonly number[];
  /** The first year in which the figures are the scenario's own. */
  readonly own_from: number;
  value(statistic: Statistic, area: number, year: number): number | null;
  centre(area: number, year: number): number | null;
}

const address = (scenario: number, level: LevelName, indicator: string, profession: string): string =>
  `${scenario}/${level}/${indicator}/${profession}`;

export class Report {
  private readonly indicators_ = new Map<string, Indicator>();
  private readonly figures_ = new Map<string, Figures>();
  private readonly effects_ = new Map<string, Figures>();

  constructor(readonly data: PageData) {
    for (const indicator of data.indicators) this.indicators_.set(indicator.id, indicator);
    for (const [blocks, index] of [[data.figures, this.figures_], [data.effects, this.effects_]] as const) {
      for (const block of blocks) {
        const scale = this.indicators_.get(block.indicator)?.scale ?? 1;
        index.set(address(block.scenario, block.level, block.indicator, block.profession),
                  new Figures(block, scale));
      }
    }
  }

  indicator(id: string): Indicator {
    const found = this.indicators_.get(id) ?? this.data.indicators[0];
    if (found === undefined) throw new Error("The page holds no indicator.");
    return found;
  }

  profession(id: string): Named | undefined {
    return this.data.professions.find((profession) => profession.id === id);
  }

  scenario(index: number): Scenario {
    const found = this.data.scenarios[index];
    if (found === undefined) throw new Error(`The page holds no scenario ${index}.`);
    return found;
  }

  level(name: LevelName): Level {
    return this.data.levels[name] ?? this.data.levels.region;
  }

  /** The scenario that this one is held against: the last reference before it, else the first scenario. */
  reference_of(scenario: number): number {
    for (let i = scenario; i >= 0; --i) if (this.data.scenarios[i]?.reference) return i;
    return Math.max(0, this.data.scenarios.findIndex((other) => other.reference));
  }

  /** Of these scenarios, or of runs of the same: a comparison tells less of what happens inside. */
  inside<T extends { readonly scenario: number }>(parts: readonly T[], scenarios: readonly number[]): T[] {
    return scenarios.flatMap((index) => {
      const { title, seed } = this.scenario(index);
      const own = parts.find((part) => part.scenario === index) ?? parts.find((part) => {
        const other = this.scenario(part.scenario);
        return other.title === title && other.seed === seed;
      });
      return own === undefined ? [] : [own];
    }).filter((part, i, all) => all.indexOf(part) === i);
  }

  /** The first scenario that others are held against; 0 in a report of runs only. */
  get reference(): number {
    return Math.max(0, this.data.scenarios.findIndex((scenario) => scenario.reference));
  }

  is_reference(scenario: number): boolean {
    return this.reference_of(scenario) === scenario;
  }

  /** True when a comparison told how sure the effects are. */
  get has_effects(): boolean {
    return this.data.effects.length > 0;
  }

  figures(scenario: number, level: LevelName, indicator: string, profession: string): Line | undefined {
    const own = this.figures_.get(address(scenario, level, indicator, profession));
    const reference = this.reference_of(scenario);
    if (own === undefined || reference === scenario || !this.has_effects) return own;
    const before = this.figures_.get(address(reference, level, indicator, profession));
    return before === undefined ? own : new Continued(before, own);
  }

  effects(scenario: number, level: LevelName, indicator: string, profession: string): Figures | undefined {
    return this.effects_.get(address(scenario, level, indicator, profession));
  }

  /** Professions of an indicator of which there are figures at this level, in the page's order. */
  professions_of(indicator: string, level: LevelName): string[] {
    const known = this.indicator(indicator).professions.filter((profession) =>
      this.data.figures.some((block) => block.indicator === indicator && block.profession === profession &&
        block.level === level));
    const order = this.data.professions.map((profession) => profession.id);
    return known.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  }

  /** Indicators with figures at this level. */
  indicators_at(level: LevelName): Indicator[] {
    const there = new Set(this.data.figures.filter((b) => b.level === level).map((b) => b.indicator));
    return this.data.indicators.filter((indicator) => there.has(indicator.id));
  }

  /** Training centres of a profession (of both for the score) that are open in a year. */
  centres(profession: string, year: number): Centre[] {
    const parts = profession === "huisarts_so" || profession === "" ? ["huisarts", "so"] : [profession];
    return this.data.centres.filter((centre) => parts.includes(centre.profession) &&
      (centre.from ?? -Infinity) <= year && year <= (centre.to ?? Infinity));
  }

  area_index(level: LevelName, code: string | null): number | null {
    const found = code === null ? -1 : this.level(level).codes.indexOf(code);
    return found < 0 ? null : found;
  }
}

/** Until the first year in which it differs, a compared scenario is its reference. */
class Continued implements Line {
  readonly years: readonly number[];
  readonly central: "mean" | "p50";
  readonly own_from: number;

  constructor(private readonly before_: Figures, private readonly own_: Figures) {
    this.own_from = own_.years[0] ?? Infinity;
    this.years = [...before_.years.filter((year) => year < this.own_from), ...own_.years];
    this.central = own_.central;
  }

  value(statistic: Statistic, area: number, year: number): number | null {
    const figures = year < this.own_from ? this.before_ : this.own_;
    return figures.value(statistic, area, year);
  }

  centre(area: number, year: number): number | null {
    return this.value(this.central, area, year);
  }
}

/** The class of a value: breaks[i] <= value < breaks[i + 1]; the first and the last are open-ended. */
export function class_of(breaks: readonly number[], value: number): number {
  let found = 0;
  for (let i = 1; i < breaks.length - 1; ++i) if (value >= (breaks[i] ?? Infinity)) found = i;
  return found;
}

export function colour_of(breaks: readonly number[], colours: readonly string[], value: number): string {
  return colours[class_of(breaks, value)] ?? "#ffffff";
}

export function pick(text: Text, language: "en" | "nl"): string {
  return text[language];
}
