// SPDX-License-Identifier: EUPL-1.2
// Areas in order of the chosen figure, with the middle 90% of the replicates.
import { FAINT, FONT, INK, SOFT_INK, TOOLTIP, plain, style_of } from "../charts.ts";
import type { Indicator } from "../data.ts";
import { figure_with_unit, shown, unit } from "../format.ts";
import { picture_of, type AreaFigure } from "../picture.ts";
import { compared } from "../state.ts";
import {
  chosen_of,
  figure_name,
  scenario_title,
  named_list,
  type Cell,
  type ChartPart,
  type Choice,
  type Column,
  type Part,
  type PureView,
  type Seen,
  type TablePart,
} from "./part.ts";
import { amount, number_axis, tick_text, whiskers, with_interval, with_unit, chosen_row, GRID } from "./pieces.ts";

/** Areas in their order, and for every scenario the figure of each. */
export interface Ranking {
  readonly indicator: Indicator;
  readonly effect: boolean;
  readonly scenarios: readonly number[];
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** [scenario][place in the order] */
  readonly figures: readonly (readonly AreaFigure[])[];
  /** Of the whole country, for every scenario; null where it has none. */
  readonly country: readonly (number | null)[];
}

function shown_scenarios(seen: Seen): number[] {
  const { selection, report } = seen;
  return selection.mode === "difference" ? compared(selection, report) : [...selection.scenarios];
}

function choices_of(seen: Seen): Choice[] {
  const scenarios = shown_scenarios(seen);
  const options = [
    ...scenarios.map((s) => ({
      value: `figure-${s}`,
      text:
        scenarios.length === 1
          ? seen.t("rank_by_figure")
          : seen.t("rank_by_scenario", { scenario: scenario_title(seen, s) }),
    })),
    { value: "name", text: seen.t("rank_by_name") },
  ];
  return [{ id: "order", label: seen.t("rank_order"), value: chosen_of(seen, "order", options), options }];
}

/** Worst first; of effects the best first. Unknown last, equal ones by name. */
export function ranking_of(seen: Seen, order: string): Ranking {
  const { selection: s, report } = seen;
  const indicator = report.indicator(s.indicator);
  const scenarios = shown_scenarios(seen);
  const effect = s.mode === "difference";
  const pictures = scenarios.map((scenario) => picture_of(report, s, scenario));
  const first =
    pictures[
      Math.max(
        0,
        scenarios.findIndex((scenario) => order === `figure-${scenario}`),
      )
    ];
  const downward = effect || indicator.better !== "more" ? -1 : 1;
  const places = (first?.areas ?? [])
    .map((_, i) => i)
    .sort((a, b) => {
      const [left, right] = [first!.areas[a]!, first!.areas[b]!];
      const by_name = left.name.localeCompare(right.name, seen.language);
      if (order === "name" || left.value === right.value) return by_name;
      if (left.value === null || right.value === null) return left.value === null ? 1 : -1;
      return downward * (left.value - right.value);
    });
  const country = scenarios.map((scenario) => {
    const effects = report.effects(scenario, "country", s.indicator, s.profession);
    if (effect) return effects?.value("p50", 0, s.year) ?? null;
    return report.figures(scenario, "country", s.indicator, s.profession)?.centre(0, s.year) ?? null;
  });
  return {
    indicator,
    effect,
    scenarios,
    country,
    codes: places.map((i) => first!.areas[i]!.code),
    names: places.map((i) => first!.areas[i]!.name),
    figures: pictures.map((picture) => places.map((i) => picture.areas[i]!)),
  };
}

/** Pixels between scenarios of one row. */
const STEP = 9;

function chart(seen: Seen, ranking: Ranking, title: string): ChartPart {
  const { indicator, effect, scenarios, codes } = ranking;
  const { language, selection } = seen;
  const shifts = scenarios.map((_, i) => (i - (scenarios.length - 1) / 2) * STEP);
  const name_of = new Map(codes.map((code, i) => [code, ranking.names[i] ?? code]));
  const series = scenarios.flatMap((scenario, i) => {
    const { colour, symbol } = style_of(scenario);
    const figures = ranking.figures[i]!;
    const known = figures.flatMap((area, row) =>
      area.low === null || area.high === null
        ? []
        : [{ low: shown(indicator, area.low), high: shown(indicator, area.high), row }],
    );
    return [
      whiskers(scenario_title(seen, scenario), known, colour, shifts[i]!),
      {
        type: "scatter",
        name: scenario_title(seen, scenario),
        z: 5,
        symbol,
        symbolSize: symbol === "pin" ? 13 : 9,
        symbolOffset: [0, shifts[i]!],
        itemStyle: { color: colour, borderColor: colour, borderWidth: 1.5 },
        cursor: "pointer",
        data: figures.map((area) => ({
          name: area.code,
          value: [area.value === null ? "-" : shown(indicator, area.value), area.code],
          ...(area.certain === 0 ? { itemStyle: { color: "#ffffff" } } : {}),
        })),
        ...(i === 0 ? { markLine: lines(seen, ranking) } : {}),
      },
    ];
  });
  const axis_unit = unit(language, indicator, effect);
  return {
    kind: "chart",
    title,
    file: `ranking ${selection.indicator} ${selection.profession} ${selection.year}`,
    height: codes.length * Math.max(seen.narrow ? 29 : 21, 12 + STEP * scenarios.length) + 96,
    note: seen.t(effect ? "rank_note_effect" : "rank_note"),
    option: {
      aria: { enabled: false },
      tooltip: {
        ...TOOLTIP,
        trigger: "axis",
        axisPointer: { type: "shadow", axis: "y", shadowStyle: { color: "rgba(11, 90, 138, 0.08)" } },
        formatter: (hits: readonly { axisValue?: string }[]) => box_text(seen, ranking, hits[0]?.axisValue ?? ""),
      },
      legend: {
        show: scenarios.length > 1,
        top: 0,
        left: 0,
        type: "plain",
        itemWidth: 12,
        itemHeight: 10,
        selectedMode: false,
        textStyle: {
          color: INK,
          fontFamily: FONT,
          fontSize: 12,
          width: seen.narrow ? 250 : 420,
          overflow: "truncate",
        },
        data: scenarios.map((scenario) => ({
          name: scenario_title(seen, scenario),
          icon: style_of(scenario).symbol,
          itemStyle: { color: style_of(scenario).colour },
        })),
      },
      grid: {
        ...GRID,
        left: seen.narrow ? 128 : 200,
        right: 20,
        bottom: 44,
        top: (effect ? 6 : 26) + (scenarios.length > 1 ? (seen.narrow ? 22 * scenarios.length : 26) : 0),
      },
      xAxis: number_axis(axis_unit === "%" ? "" : axis_unit, tick_text(language, indicator, effect), {
        nameGap: 26,
        scale: false,
      }),
      yAxis: {
        type: "category",
        inverse: true,
        data: [...codes],
        triggerEvent: true,
        axisLine: { lineStyle: { color: FAINT } },
        axisTick: { show: false },
        axisLabel: {
          interval: 0,
          color: INK,
          fontFamily: FONT,
          fontSize: 12,
          width: seen.narrow ? 118 : 188,
          overflow: "break",
          lineHeight: 13,
          formatter: (code: string) => {
            const name = plain(name_of.get(code) ?? code);
            return code === selection.area ? `{chosen|${name}}` : name;
          },
          rich: { chosen: { fontWeight: "bold", color: INK, fontFamily: FONT, fontSize: 12, lineHeight: 13 } },
        },
      },
      series: [chosen_row(codes.indexOf(selection.area ?? "")), ...series],
    },
    pick: (hit) => {
      const code = hit.componentType === "yAxis" ? String(hit.value) : (hit.name ?? "");
      return name_of.has(code) ? { area: code === selection.area ? null : code } : null;
    },
  };
}

/** The country; of effects also nothing changed. */
function lines(seen: Seen, { indicator, effect, country, scenarios }: Ranking): object {
  const marks: object[] = [];
  const whole = country[0] ?? null;
  if (effect) {
    marks.push({ xAxis: 0, lineStyle: { color: INK, type: "solid", width: 1 }, label: { show: false } });
  }
  if (whole !== null && indicator.unit !== "FTE" && indicator.unit !== "positions" && scenarios.length === 1) {
    marks.push({
      xAxis: shown(indicator, whole),
      lineStyle: { color: SOFT_INK, type: [5, 4], width: 1.2 },
      label: {
        show: true,
        position: "start",
        distance: 4,
        color: INK,
        fontFamily: FONT,
        fontSize: 12,
        formatter: `${seen.t("level_country")} ${figure_with_unit(seen.language, indicator, whole, effect)}`,
      },
    });
  }
  return { silent: true, symbol: "none", animation: false, data: marks };
}

function box_text(seen: Seen, ranking: Ranking, code: string): string {
  const row = ranking.codes.indexOf(code);
  if (row < 0) return "";
  const lines = [plain(ranking.names[row] ?? code)];
  ranking.scenarios.forEach((scenario, i) => {
    const area = ranking.figures[i]![row]!;
    const text = with_interval(seen.language, ranking.indicator, area.value, area.low, area.high, ranking.effect);
    lines.push(ranking.scenarios.length > 1 ? `${plain(scenario_title(seen, scenario))}: ${text}` : text);
    if (area.certain !== null) lines.push(certain_text(seen, area.certain));
  });
  return lines.join("\n");
}

function certain_text(seen: Seen, certain: number): string {
  return seen.t(certain > 0 ? "surely_better" : certain < 0 ? "surely_worse" : "not_certain");
}

function table(seen: Seen, ranking: Ranking): TablePart {
  const { language, selection, t } = seen;
  const { indicator, effect, scenarios } = ranking;
  const columns: Column[] = [{ title: t("rank") }, { title: t("area") }];
  for (const scenario of scenarios) {
    const of = scenarios.length > 1 ? `${scenario_title(seen, scenario)}: ` : "";
    columns.push(
      {
        title: with_unit(of + t(effect ? "effect_median" : "figure_mean"), language, indicator, effect),
        number: true,
      },
      { title: `${of}5%`, number: true },
      { title: `${of}95%`, number: true },
    );
    if (effect) columns.push({ title: of + t("certainty") });
  }
  const rows = ranking.codes.map((_, row): Cell[] => [
    { value: row + 1, text: String(row + 1) },
    ranking.names[row] ?? "",
    ...scenarios.flatMap((_, i): Cell[] => {
      const area = ranking.figures[i]![row]!;
      const cells: Cell[] = [area.value, area.low, area.high].map((value) =>
        amount(language, indicator, value, effect),
      );
      if (effect) cells.push(area.certain === null ? t("unknown") : certain_text(seen, area.certain));
      return cells;
    }),
  ]);
  const at = ranking.codes.indexOf(selection.area ?? "");
  return {
    kind: "table",
    caption: t("table_caption"),
    columns,
    rows,
    marked: new Set(at < 0 ? [] : [at]),
    file: `ranking ${selection.indicator} ${selection.profession} ${selection.year}`,
  };
}

function title_of(seen: Seen, ranking: Ranking): string {
  const { selection: s, t, language, report } = seen;
  const what = figure_name(seen, s.indicator, s.profession);
  if (ranking.effect) {
    return t("rank_title_effect", {
      what,
      year: s.year,
      reference: scenario_title(seen, report.reference_of(ranking.scenarios[0] ?? 0)),
    });
  }
  const figures = ranking.figures[0] ?? [];
  const known = figures.filter((area) => area.value !== null).sort((a, b) => a.value! - b.value!);
  const [low, high] = [known[0], known.at(-1)];
  if (ranking.scenarios.length > 1 || low === undefined || high === undefined || low.value === high.value)
    return t("rank_title", { what, year: s.year });
  return t("rank_title_ends", {
    what,
    year: s.year,
    high: high.name,
    low: low.name,
    most: figure_with_unit(language, ranking.indicator, high.value),
    least: figure_with_unit(language, ranking.indicator, low.value),
  });
}

/** In how many areas each scenario does better and worse for sure. */
function gains(seen: Seen, ranking: Ranking): Part[] {
  if (!ranking.effect) return [];
  const list = ranking.scenarios.map((scenario, i) => {
    const figures = ranking.figures[i]!;
    const count = (sign: number) => figures.filter((area) => area.certain === sign).length;
    const unknown = figures.every((area) => area.certain === null);
    const values = { better: count(1), worse: count(-1), unsure: count(0), all: figures.length };
    return {
      name: scenario_title(seen, scenario),
      text: unknown ? seen.t("rank_no_certainty") : seen.t("rank_gains", values),
    };
  });
  return [named_list(list, seen.language)];
}

export const ranking_view: PureView = {
  id: "ranking",
  title: "view_ranking",
  controls: ["scenarios", "mode", "level", "indicator", "profession", "year", "area"],
  offered: (report) => report.data.figures.length > 0,
  choices: choices_of,
  build(seen) {
    const order = choices_of(seen)[0]?.value ?? "";
    const ranking = ranking_of(seen, order);
    return [...gains(seen, ranking), chart(seen, ranking, title_of(seen, ranking)), table(seen, ranking)];
  },
};
