// SPDX-License-Identifier: EUPL-1.2
// Figures as people read them: shares in per cent, the marks of the language, a true minus sign.
import type { Indicator, Language } from "./data.ts";
import { say, type Key } from "./words.ts";

const LOCALES = { en: "en-GB", nl: "nl-NL" } as const;
const formats = new Map<string, Intl.NumberFormat>();

/** Never "-0.0": what rounds to nothing is nothing. */
export function number(language: Language, value: number, digits: number, signed = false): string {
  const key = `${language}${digits}${signed ? "+" : ""}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: digits, maximumFractionDigits: digits,
      signDisplay: signed ? "exceptZero" : "negative",
    });
    formats.set(key, format);
  }
  return format.format(value).replace("-", "\u2212");
}

const UNITS: Readonly<Record<string, Key>> = {
  share: "unit_percent", FTE: "unit_fte", heads: "unit_heads", positions: "unit_positions",
  points: "unit_points", weeks: "unit_weeks", ratio: "unit_ratio", "1": "unit_none",
  "shifts per week": "unit_shifts", "persons per quarter": "unit_persons",
  "FTE per 100,000 people": "unit_access", step: "unit_step", persons: "unit_people",
  patients: "unit_patients", clients: "unit_clients", number: "unit_none",
  pools: "unit_pools", parties: "unit_parties", initiatives: "unit_initiatives", practices: "unit_practices",
};

/** "%", "FTE", "percentage points"; empty where the figure has no unit. */
export function unit(language: Language, indicator: Indicator, effect = false): string {
  if (effect && indicator.unit === "share") return say(language, "unit_percentage_points");
  const key = UNITS[indicator.unit];
  return key === undefined ? indicator.unit : say(language, key);
}

/** What is shown of a value: shares in per cent. */
export function shown(indicator: Indicator, value: number): number {
  return indicator.unit === "share" ? value * 100 : value;
}

/** The bare figure, without its unit. */
export function figure(language: Language, indicator: Indicator, value: number | null, signed = false): string {
  if (value === null) return say(language, "unknown");
  return number(language, shown(indicator, value), indicator.digits, signed);
}

/** "24.7%", "12.0 FTE"; an effect with its sign: "+1.2 percentage points". */
export function figure_with_unit(language: Language, indicator: Indicator, value: number | null,
                                 effect = false): string {
  const text = figure(language, indicator, value, effect);
  if (value === null) return text;
  const of = unit(language, indicator, effect);
  if (of === "" ) return text;
  return of === "%" ? `${text}%` : `${text}\u00a0${of}`;
}

/** "18.3 to 31.0" */
export function interval(language: Language, indicator: Indicator, low: number | null, high: number | null,
                         signed = false): string {
  if (low === null || high === null) return say(language, "unknown");
  return say(language, "from_to", {
    low: figure(language, indicator, low, signed), high: figure(language, indicator, high, signed),
  });
}
