// SPDX-License-Identifier: EUPL-1.2
// All words of the page itself, in both languages. A key that is missing in a table, or a text that
// lacks a language, does not compile.
import type { Language, Text } from "./contract.ts";
import { area_words } from "./words/area.ts";
import { chart_words } from "./words/charts.ts";
import { map_words } from "./words/map.ts";
import { shell_words } from "./words/shell.ts";
import { table_words } from "./words/tables.ts";
import { view_words } from "./words/views.ts";

const words = { ...shell_words, ...chart_words, ...map_words, ...area_words, ...table_words, ...view_words } satisfies Record<string, Text>;

export type Key = keyof typeof words;
export type Values = Readonly<Record<string, string | number>>;

/** "from {first} to {last}" with values put in; a value may not hold further braces. */
export function say(language: Language, key: Key, values: Values = {}): string {
  const text: string = words[key][language];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
