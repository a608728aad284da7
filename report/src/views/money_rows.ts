// SPDX-License-Identifier: EUPL-1.2
// Rows of what was spent, and their sums. No drawing here.
import type { Money } from "../data.ts";
import { number } from "../format.ts";
import type { Amount, Seen } from "./part.ts";

export const [YEAR, REGION, ITEM, PAYER, MEAN, P05, P95] = [0, 1, 2, 3, 4, 5, 6] as const;
export const COUNTRY = -1;
export const MILLION = 1e6;

export type Row = readonly number[];

export function is_difference(money: Money): boolean {
  return money.rows.some((row) => row[ITEM] === -1);
}

/** Rows of a region; of the country its own, or those of all regions where it has none. */
export function rows_of(money: Money, region: number): Row[] {
  const own = money.rows.filter((row) => row[REGION] === region);
  return region === COUNTRY && own.length === 0 ? [...money.rows] : own;
}

export type Split = "item" | "payer";

/** Euros by year and by id of an item or payer: sums of means are means. */
export function sums(money: Money, region: number, by: Split): Map<number, Map<string, number>> {
  const result = new Map<number, Map<string, number>>();
  for (const row of rows_of(money, region)) {
    const year = row[YEAR]!;
    const of_year = result.get(year) ?? new Map<string, number>();
    result.set(year, of_year);
    const id = (by === "item" ? money.items[row[ITEM]!] : money.payers[row[PAYER]!])?.id ?? "";
    of_year.set(id, (of_year.get(id) ?? 0) + row[MEAN]!);
  }
  return result;
}

export function region_of(seen: Seen): number {
  const { report, selection: s } = seen;
  const index = report.area_index(s.level, s.area);
  if (index === null) return COUNTRY;
  return s.level === "region" ? index : (report.level("subregion").parent?.[index] ?? COUNTRY);
}

export function area_name(seen: Seen, region: number): string {
  return region === COUNTRY ? seen.t("level_country") : (seen.report.level("region").names[region] ?? "");
}

export function euros(seen: Seen, value: number | null, signed = false): Amount {
  if (value === null) return { value: null, text: seen.t("unknown") };
  return {
    value: Math.round(value) / MILLION,
    text: number(seen.language, value / MILLION, Math.abs(value) < MILLION ? 2 : 1, signed),
  };
}
