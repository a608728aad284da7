// SPDX-License-Identifier: EUPL-1.2
// What decides: indices of a sweep, as the data of charts. No drawing here.
import { pick, type Index, type Indicator, type Outcome, type Sensitivity } from "../data.ts";
import { of_profession } from "../sentences.ts";
import { number, shown, unit } from "../format.ts";
import type { Key } from "../words.ts";
import { chosen_of, type Amount, type Choice, type Seen } from "./part.ts";

/** The measure that orders factors, by design; and the one drawn beside it. */
export const MAIN: Readonly<Record<string, string>> = { saltelli: "total", morris: "mu_star" };
export const BESIDE: Readonly<Record<string, string>> = { saltelli: "first", morris: "sigma" };
export const STRONGEST = "";

export interface Driver {
  readonly factor: string;
  readonly title: string;
  readonly main: Index;
  readonly beside: Index | undefined;
}

/** Everything that is chosen in this view. */
export interface Chosen {
  readonly study: Sensitivity;
  readonly measure: string;
  readonly outcome: string;
  readonly factor: string;
}

export function main_measure(study: Sensitivity): string {
  return MAIN[study.design] ?? "rank_correlation";
}

/** All outcomes that differ by area only have one key. */
export function key_of(outcome: Outcome): string {
  return [outcome.indicator, outcome.profession, outcome.year, outcome.policy].join("/");
}

/** Code or place in the level: both are written. */
export function area_of(outcome: Outcome, codes: readonly string[]): number {
  const area: unknown = outcome.area;
  return typeof area === "number" ? area : codes.indexOf(String(area));
}

export function indicator_of(seen: Seen, id: string): Indicator | undefined {
  return seen.report.data.indicators.find((indicator) => indicator.id === id);
}

function outcome_text(seen: Seen, study: Sensitivity, outcome: Outcome): string {
  const indicator = indicator_of(seen, outcome.indicator);
  const several = (of: (one: Outcome) => string | number) => new Set(study.outcomes.map(of)).size > 1;
  const name =
    indicator !== undefined
      ? pick(indicator.name, seen.language)
      : outcome.indicator === "excess_shortage"
        ? seen.t("excess_shortage")
        : outcome.indicator;
  const parts = [of_profession(seen, name, outcome.indicator, outcome.profession)];
  if (several((one) => one.year)) parts.push(String(outcome.year));
  if (several((one) => one.policy)) parts.push(outcome.policy);
  return parts.join(", ");
}

/** Largest first; factors without a figure are left out. */
export function drivers_of(study: Sensitivity, outcome: Outcome): Driver[] {
  const main = main_measure(study);
  const titles = new Map(study.factors.map(({ id, title }) => [id, title]));
  return outcome.indices
    .filter((index) => index.measure === main && typeof index.value === "number" && Number.isFinite(index.value))
    .map((index): Driver => ({
      factor: index.factor,
      title: titles.get(index.factor) ?? index.factor,
      main: index,
      beside: outcome.indices.find(
        (other) =>
          other.factor === index.factor &&
          other.measure === BESIDE[study.design] &&
          typeof other.value === "number",
      ),
    }))
    .sort((a, b) => Math.abs(b.main.value) - Math.abs(a.main.value));
}

/** Whether the first is above the second whichever way both are off. */
export function is_clear(drivers: readonly Driver[]): boolean {
  const [first, second] = drivers;
  if (first === undefined || second === undefined) return first !== undefined;
  return first.main.low !== null && second.main.high !== null && first.main.low > second.main.high;
}

export function outcome_at(
  study: Sensitivity,
  key: string,
  level: string,
  area: number,
  codes: readonly string[],
): Outcome | undefined {
  return study.outcomes.find(
    (one) => key_of(one) === key && one.level === level && (level === "country" || area_of(one, codes) === area),
  );
}

export function choices_of(seen: Seen): Choice[] {
  const { report, t } = seen;
  const studies = report.data.sensitivity.map((study, i) => ({ value: String(i), text: study.title }));
  const study_choice = chosen_of(seen, "study", studies);
  const study = report.data.sensitivity[Number(study_choice)];
  if (study === undefined) return [];
  const outcomes = new Map<string, string>();
  for (const outcome of study.outcomes) {
    if (drivers_of(study, outcome).length > 0) outcomes.set(key_of(outcome), outcome_text(seen, study, outcome));
  }
  const of_outcomes = [...outcomes].map(([value, text]) => ({ value, text }));
  const factors = [
    { value: STRONGEST, text: t("sens_strongest") },
    ...study.factors.map(({ id, title }) => ({ value: id, text: title })),
  ];
  const list: Choice[] = [
    { id: "study", label: t("sens_study"), options: studies, value: study_choice },
    {
      id: "outcome",
      label: t("sens_outcome"),
      options: of_outcomes,
      value: chosen_of(seen, "outcome", of_outcomes),
    },
    { id: "factor", label: t("sens_map_of"), options: factors, value: chosen_of(seen, "factor", factors) },
  ];
  const with_regions = study.outcomes.some((one) => one.level === "region");
  return list.filter(
    (one) =>
      one.id === "outcome" || (one.id === "factor" && with_regions) || (one.id === "study" && studies.length > 1),
  );
}

export function chosen_now(seen: Seen): Chosen | undefined {
  const values = new Map(choices_of(seen).map((choice) => [choice.id, choice.value]));
  const study = seen.report.data.sensitivity[Number(values.get("study") ?? 0)];
  const outcome = values.get("outcome");
  if (study === undefined || outcome === undefined || outcome === "") return undefined;
  return { study, measure: main_measure(study), outcome, factor: values.get("factor") ?? STRONGEST };
}

/** Indices of variance are bare shares; mu* and sigma are in the unit of the outcome. */
function is_share(measure: string): boolean {
  return measure === "total" || measure === "first" || measure === "rank_correlation";
}

export function put(measure: string, indicator: Indicator | undefined, value: number): number {
  return is_share(measure) || indicator === undefined ? value : shown(indicator, value);
}

function digits_of(measure: string, indicator: Indicator | undefined): number {
  return is_share(measure) ? 2 : Math.max(2, indicator?.digits ?? 2);
}

export function text_of(
  seen: Seen,
  measure: string,
  indicator: Indicator | undefined,
  value: number | null,
): Amount {
  if (value === null || !Number.isFinite(value)) return { value: null, text: seen.t("unknown") };
  return { value, text: number(seen.language, put(measure, indicator, value), digits_of(measure, indicator)) };
}

const MEASURE_NAMES: Readonly<Record<string, Key>> = {
  total: "sens_total",
  first: "sens_first",
  mu_star: "sens_mu_star",
  sigma: "sens_sigma",
};

export function measure_name(seen: Seen, measure: string): string {
  return seen.t(MEASURE_NAMES[measure] ?? "sens_rank");
}

export function axis_name(seen: Seen, measure: string, indicator: Indicator | undefined): string {
  const of = is_share(measure) || indicator === undefined ? "" : unit(seen.language, indicator, true);
  const name = measure_name(seen, measure);
  return of === "" ? name : `${name} (${of})`;
}
