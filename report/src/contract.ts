// SPDX-License-Identifier: EUPL-1.2
// The data in the page, as mgz report packs them. Figures are whole numbers: value times scale; lists
// are area after area, and within an area each time is the difference to the one before.

export type Language = "en" | "nl";
export type Text = Readonly<Record<Language, string>>;
export type Packed = readonly (number | null)[];

/** Polygons of rings of flat [x0, y0, dx, dy, ...] in units of 100 m, EPSG:28992, not closed. */
export type Shape = readonly (readonly (readonly number[])[])[];

export interface Level {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly parent?: readonly number[];
  readonly population: readonly number[];
  readonly at: readonly (readonly [number, number])[];
  readonly shapes: readonly Shape[];
}

export type LevelName = "country" | "region" | "subregion";
export type Years = readonly [number, number] | { readonly list: readonly number[] };

export interface Indicator {
  readonly id: string;
  readonly group: "shortage" | "workforce" | "care" | "duty" | "waiting" | "cooperation" | "equity";
  readonly unit: string;
  readonly scale: number;
  /** Decimals on screen; of a share after conversion to per cent. */
  readonly digits: number;
  readonly name: Text;
  readonly meaning: Text;
  readonly better: "less" | "more" | "none";
  readonly professions: readonly string[];
  readonly breaks: readonly number[];
  readonly colours: readonly string[];
  readonly effectBreaks?: readonly number[];
  readonly effectColours?: readonly string[];
}

export interface Block {
  readonly scenario: number;
  readonly level: LevelName;
  readonly indicator: string;
  readonly profession: string;
  readonly years: Years;
  readonly mean?: Packed;
  readonly p05?: Packed;
  readonly p50?: Packed;
  readonly p95?: Packed;
  /** Per cent of replicates that improved; effects only. */
  readonly improved?: Packed;
  /** 1 better, -1 worse, 0 neither; effects only, no deltas. */
  readonly certain?: readonly number[];
}

export interface Source {
  readonly kind: "run" | "comparison" | "sensitivity";
  readonly title: string;
  readonly manifest: unknown;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly reference: boolean;
  readonly replicates: number;
  readonly seed: number;
  readonly changes: readonly { readonly key: string; readonly value: string; readonly origin: string }[];
}

export interface Centre {
  readonly name: string;
  readonly profession: string;
  readonly parent: boolean;
  readonly x: number;
  readonly y: number;
  readonly from: number | null;
  readonly to: number | null;
}

export interface Lasting {
  readonly scenario: number;
  readonly level: LevelName;
  readonly area: number;
  readonly indicator: string;
  readonly profession: string;
  readonly from: number;
  readonly better: boolean;
}

/** Kilometres to the nearest centre, weighted by need; packed like a block, times 10. */
export interface Distance {
  readonly profession: string;
  readonly level: "region";
  readonly years: readonly number[];
  readonly km: Packed;
}

export interface Named {
  readonly id: string;
  readonly name: Text;
}

/** FTE by cause; per profession [region][year][cause], times 10, no deltas. */
export interface Account {
  readonly scenario: number;
  readonly causes: readonly Named[];
  readonly from: number;
  readonly data: Readonly<Record<string, readonly number[]>>;
}

export interface InventoryItem {
  readonly id: string;
  readonly question: Text;
  readonly kind: "scale" | "mention" | "number";
  readonly answers: readonly Text[];
}

/** [region][year][item]: step 1 to 4 of scales, 0 or 1 of mentions; value times 1000. */
export interface Inventory {
  readonly scenario: number;
  readonly years: readonly number[];
  readonly items: readonly InventoryItem[];
  readonly step: Packed;
  readonly value: Packed;
}

/** Rows are [year, region, item, payer, mean, p05, p95] in euros; region -1 the country, item -1 all. */
export interface Money {
  readonly scenario: number;
  readonly years: readonly number[];
  readonly items: readonly Named[];
  readonly payers: readonly Named[];
  readonly rows: readonly (readonly number[])[];
}

/** Rows are [year, profession, from, to, heads, FTE, other employer], the last three times 10. */
export interface Moves {
  readonly scenario: number;
  readonly rows: readonly (readonly number[])[];
}

export interface Index {
  readonly measure: string;
  readonly factor: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Outcome {
  readonly policy: string;
  readonly year: number;
  readonly level: LevelName;
  readonly area: string;
  readonly profession: string;
  readonly indicator: string;
  readonly mean: number;
  readonly sd: number;
  readonly indices: readonly Index[];
}

export interface Sensitivity {
  readonly title: string;
  readonly design: string;
  readonly factors: readonly { readonly id: string; readonly title: string }[];
  readonly outcomes: readonly Outcome[];
  readonly texts?: readonly string[];
}

export interface Assumption {
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  readonly basis: string;
  readonly source: string;
  readonly meaning: string;
  readonly changed: boolean;
}

export interface PageData {
  readonly format: 1;
  readonly lang: Language;
  readonly title: string;
  readonly program: string;
  readonly note: string;
  readonly attribution: string;
  readonly sources: readonly Source[];
  readonly scenarios: readonly Scenario[];
  readonly years: readonly [number, number];
  readonly year: number;
  readonly levels: { readonly country: Level; readonly region: Level; readonly subregion?: Level };
  readonly indicators: readonly Indicator[];
  readonly professions: readonly Named[];
  readonly centres: readonly Centre[];
  readonly figures: readonly Block[];
  readonly effects: readonly Block[];
  readonly lasting: readonly Lasting[];
  readonly distance: readonly Distance[];
  readonly accounts: readonly Account[];
  readonly inventory: readonly Inventory[];
  readonly money: readonly Money[];
  readonly moves: readonly Moves[];
  readonly sensitivity: readonly Sensitivity[];
  readonly summary: readonly string[];
  readonly assumptions: readonly Assumption[];
}
