// SPDX-License-Identifier: EUPL-1.2
// What a view says, as plain values: sentences, charts and tables. A view is a pure function from
// the data and the selection to these; mount.ts alone puts them on the page.
import type { Option } from "../charts.ts";
import { pick, type Language, type Report } from "../data.ts";
import { capital } from "../dom.ts";
import { of_profession } from "../sentences.ts";
import type { Change, Selection } from "../state.ts";
import type { Control } from "../view.ts";
import type { Key, Values } from "../words.ts";
import type { Block } from "./markdown.ts";

/** What a view may look at. */
export interface Seen {
  readonly report: Report;
  readonly selection: Selection;
  readonly language: Language;
  readonly narrow: boolean;
  t(key: Key, values?: Values): string;
  /** What was chosen in one of the view's own select boxes; undefined before that. */
  local(choice: string): string | undefined;
}

/** A select box of the view itself, below the bar. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** A cell that is a number on screen and in the file: `value` as exact as the page holds it. */
export interface Amount {
  readonly value: number | null;
  readonly text: string;
}
export type Cell = string | Amount;

export interface Column {
  readonly title: string;
  readonly number?: boolean;
}

/** Of a hit on a chart: enough to tell what was hit. */
export interface Hit {
  readonly componentType?: string;
  readonly name?: string;
  readonly seriesName?: string;
  readonly value?: unknown;
}

/** What a line, mark or colour stands for. */
export interface KeyEntry {
  readonly text: string;
  readonly colour: string;
  readonly dash?: string | readonly number[];
  /** A filled square instead of a line. */
  readonly filled?: boolean;
}

export interface ChartPart {
  readonly kind: "chart";
  /** A sentence with what is to be seen. */
  readonly title: string;
  readonly note?: string;
  /** Below the chart, and in its picture. */
  readonly key?: readonly KeyEntry[];
  /** What the picture says of where its figures come from; what the page says of means, unless given. */
  readonly source?: string;
  /** Name of the file of its picture; small charts have none. */
  readonly file?: string;
  /** For who cannot see the picture; the title, unless given. */
  readonly label?: string;
  readonly height: number;
  /** Small charts stand beside each other. */
  readonly small?: boolean;
  readonly option: Option;
  readonly pick?: (hit: Hit) => Change | null;
}

export interface TablePart {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows to set off, such as the chosen area. */
  readonly marked?: ReadonlySet<number>;
  readonly open?: boolean;
  readonly file: string;
}

export interface TextPart {
  readonly kind: "text";
  readonly blocks: readonly Block[];
  /** What the text is written in, whatever the page speaks. */
  readonly language: Language;
}

/** One sentence; `lead` is the answer that the view gives. */
export interface SentencePart {
  readonly kind: "lead" | "note";
  readonly text: string;
}

/** A list of sentences, each beginning with a word in bold. */
export function named_list(
  list: readonly { readonly name: string; readonly text: string }[],
  language: Language,
): TextPart {
  const items = list.map(({ name, text }) => [{ text: name, style: "strong" as const }, { text: `: ${text}` }]);
  return { kind: "text", language, blocks: [{ kind: "list", ordered: false, items }] };
}

/** What lines and marks stand for, of several charts at once. */
export interface KeyPart {
  readonly kind: "key";
  readonly entries: readonly KeyEntry[];
}

export type Part = ChartPart | TablePart | TextPart | SentencePart | KeyPart;

export interface PureView {
  readonly id: string;
  readonly title: Key;
  readonly controls: readonly Control[];
  offered(report: Report): boolean;
  choices?(seen: Seen): readonly Choice[];
  build(seen: Seen): readonly Part[];
}

/** The chosen option, as long as it is offered; else the one to begin with. */
export function chosen_of(seen: Seen, id: string, options: readonly { value: string }[], first?: string): string {
  const wanted = seen.local(id);
  const offered = (value: string | undefined) => options.some((option) => option.value === value);
  if (wanted !== undefined && offered(wanted)) return wanted;
  return first !== undefined && offered(first) ? first : (options[0]?.value ?? "");
}

export function profession_name(seen: Seen, id: string): string {
  const found = seen.report.profession(id);
  return found === undefined ? id : capital(pick(found.name, seen.language));
}

export function scenario_title(seen: Seen, scenario: number): string {
  return seen.report.scenario(scenario).title;
}

/** "Shortage of elderly care physicians" */
export function figure_name(seen: Seen, indicator: string, profession: string): string {
  const name = pick(seen.report.indicator(indicator).name, seen.language);
  return of_profession(seen, name, indicator, profession);
}
