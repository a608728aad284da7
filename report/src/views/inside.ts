// SPDX-License-Identifier: EUPL-1.2
// Nights, waiting lists, placements elsewhere and small homes through the years: a small chart for
// each figure, of one area or of all regions together.
import { INK, TOOLTIP, plain, style_of, type Option } from "../charts.ts";
import { table_by_region, table_by_year, type Shown } from "./inside_tables.ts";
import { pick, type Indicator, type Line, type Report } from "../data.ts";
import { figure_with_unit, interval, shown, unit } from "../format.ts";
import {
  chosen_of,
  figure_name,
  scenario_title,
  type ChartPart,
  type Choice,
  type Part,
  type PureView,
  type Seen,
} from "./part.ts";
import { band, number_axis, tick_text, with_interval, with_unit, year_axis, year_line, GRID } from "./pieces.ts";

/** In the order of the page; what else there is of duty and waiting the map and the table show. */
const FIGURES = [
  "duty_load",
  "thin_duty",
  "pushed",
  "crisis",
  "vvt_wait_weeks",
  "vvt_placed_away",
  "vvt_unplaced",
  "ghz_wait_weeks",
  "ghz_placed_away",
  "ghz_unplaced",
  "small_home_unmet",
  "outside_unmet",
];
const GREY = "#8a94a1";
const HEIGHT = 200;

/** Those that the page has at this level; of the chosen profession where they are of one. */
function shown_figures(seen: Seen, level: "country" | "region"): Shown[] {
  const { report, selection } = seen;
  const there = report.indicators_at(level);
  return FIGURES.flatMap((id) => there.find((indicator) => indicator.id === id) ?? []).flatMap((indicator) => {
    const known = report.professions_of(indicator.id, level);
    const profession = known.includes(selection.profession) ? selection.profession : known[0];
    return profession === undefined ? [] : [{ indicator, profession }];
  });
}

/** A subregion is shown by the region that it is in: these figures are of regions. */
function region_of(seen: Seen): number | null {
  const { report, selection: s } = seen;
  const index = report.area_index(s.level, s.area);
  if (index === null || s.level === "region") return index;
  return report.level("subregion").parent?.[index] ?? null;
}

function choices_of(seen: Seen): Choice[] {
  const region = region_of(seen);
  const name = region === null ? seen.t("level_country") : (seen.report.level("region").names[region] ?? "");
  const options = [
    { value: "area", text: name },
    { value: "all", text: seen.t("inside_all") },
  ];
  const first = region === null && shown_figures(seen, "country").length === 0 ? "all" : "area";
  return [{ id: "areas", label: seen.t("inside_show"), value: chosen_of(seen, "areas", options, first), options }];
}

function frame(seen: Seen, indicator: Indicator, series: object[], tooltip: object): Option {
  const [first, last] = seen.report.data.years;
  return {
    tooltip: { ...TOOLTIP, ...tooltip },
    grid: { ...GRID, left: 46, right: 20, top: 12, bottom: 26 },
    xAxis: year_axis(first, last),
    yAxis: number_axis("", tick_text(seen.language, indicator), { splitNumber: 3 }),
    series,
  };
}

/** From the year before a scenario goes its own way: till then its line would hide that of the reference. */
function own_years(line: Line, reference: Line | undefined, area: number): readonly number[] {
  if (reference === undefined) return line.years;
  const same = (year: number) =>
    (["mean", "p05", "p50", "p95"] as const).every(
      (statistic) => line.value(statistic, area, year) === reference.value(statistic, area, year),
    );
  const first = line.years.findIndex((year) => !same(year));
  return first < 0 ? [] : line.years.slice(Math.max(0, first - 1));
}

function of_area(
  seen: Seen,
  { indicator, profession }: Shown,
  level: "country" | "region",
  area: number,
): ChartPart {
  const { report, selection, language } = seen;
  const lines = selection.scenarios.flatMap((scenario) => {
    const line = report.figures(scenario, level, indicator.id, profession);
    return line === undefined ? [] : [{ scenario, line }];
  });
  const put = (value: number | null) => (value === null ? null : shown(indicator, value));
  const series = lines.flatMap(({ scenario, line }, i) => {
    const { colour, dash, symbol } = style_of(scenario);
    const before = lines[0] !== undefined && i > 0 ? lines[0].line : undefined;
    const years = own_years(line, before, area);
    const of = (statistic: "p05" | "p95") => years.map((year) => put(line.value(statistic, area, year)));
    return [
      band(scenario_title(seen, scenario), years, of("p05"), of("p95"), colour),
      {
        type: "line",
        name: scenario_title(seen, scenario),
        showSymbol: false,
        symbol,
        symbolSize: 7,
        z: 4,
        lineStyle: { color: colour, width: 2, type: dash },
        itemStyle: { color: colour },
        data: years.map((year) => [year, put(line.centre(area, year))]),
        ...(i === 0 ? { markLine: year_line(selection.year) } : {}),
      },
    ];
  });
  const box = (hits: readonly { axisValue?: number }[]): string => {
    const year = Number(hits[0]?.axisValue ?? selection.year);
    return [
      String(year),
      ...lines.map(({ scenario, line }) => {
        const text = with_interval(
          language,
          indicator,
          line.centre(area, year),
          line.value("p05", area, year),
          line.value("p95", area, year),
        );
        return lines.length > 1 ? `${plain(scenario_title(seen, scenario))}: ${text}` : text;
      }),
    ].join("\n");
  };
  const option = frame(seen, indicator, series, {
    trigger: "axis",
    axisPointer: { type: "line", snap: true },
    formatter: box,
  });
  const now = lines.map(({ scenario, line }) => {
    const text = figure_with_unit(language, indicator, line.centre(area, selection.year));
    return lines.length > 1 ? `${scenario_title(seen, scenario)} ${text}` : text;
  });
  return part_of(seen, indicator, profession, option, now.join("; "));
}

/** Every region a grey line; the chosen one and the country stand out. */
function of_all(seen: Seen, { indicator, profession }: Shown, scenario: number, chosen: number | null): ChartPart {
  const { report, selection, language } = seen;
  const line = report.figures(scenario, "region", indicator.id, profession);
  const country = report.figures(scenario, "country", indicator.id, profession);
  const names = report.level("region").names;
  const path = (from: Line, area: number) =>
    from.years.map((year) => {
      const value = from.centre(area, year);
      return [year, value === null ? null : shown(indicator, value)];
    });
  const { colour } = style_of(scenario);
  const series: object[] =
    line === undefined
      ? []
      : names.map((name, i) => ({
          type: "line",
          name,
          showSymbol: false,
          symbol: "circle",
          symbolSize: 6,
          triggerLineEvent: true,
          data: path(line, i),
          z: i === chosen ? 6 : 2,
          itemStyle: { color: i === chosen ? "#a33d00" : GREY },
          lineStyle: {
            color: i === chosen ? "#a33d00" : GREY,
            width: i === chosen ? 2.6 : 1,
            opacity: i === chosen ? 1 : 0.55,
          },
          emphasis: { lineStyle: { color: INK, width: 2.2, opacity: 1 } },
          ...(i === 0 ? { markLine: year_line(selection.year) } : {}),
        }));
  if (country !== undefined) {
    series.push({
      type: "line",
      name: seen.t("level_country"),
      showSymbol: false,
      symbol: "circle",
      symbolSize: 6,
      z: 5,
      triggerLineEvent: true,
      data: path(country, 0),
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: 2.4 },
    });
  }
  const box = (hit: { seriesName?: string; value?: readonly [number, number | null] }): string => {
    const whole = hit.seriesName === seen.t("level_country");
    const at = names.indexOf(hit.seriesName ?? "");
    const from = whole ? country : line;
    const year = selection.year;
    const text = figure_with_unit(language, indicator, from?.centre(whole ? 0 : at, year) ?? null);
    return `${plain(hit.seriesName ?? "")}\n${year}: ${text}`;
  };
  const option = frame(seen, indicator, series, { trigger: "item", formatter: box });
  const values =
    line === undefined ? [] : names.map((_, i) => line.centre(i, selection.year)).filter((value) => value !== null);
  const ends = interval(
    language,
    indicator,
    values.length === 0 ? null : Math.min(...values),
    values.length === 0 ? null : Math.max(...values),
  );
  return {
    ...part_of(seen, indicator, profession, option, `${ends} ${unit(language, indicator)}`.trim()),
    pick: (hit) => {
      const code = report.level("region").codes[names.indexOf(hit.seriesName ?? "")];
      return code === undefined ? null : { level: "region", area: code };
    },
  };
}

function part_of(seen: Seen, indicator: Indicator, profession: string, option: Option, text: string): ChartPart {
  const name = figure_name(seen, indicator.id, profession);
  return {
    kind: "chart",
    small: true,
    height: HEIGHT,
    option,
    title: with_unit(name, seen.language, indicator),
    note: `${seen.selection.year}: ${text}`,
    label: seen.t("inside_label", {
      what: pick(indicator.meaning, seen.language),
      year: seen.selection.year,
      figure: text,
    }),
  };
}

/** What is nothing in every year would be an empty chart: it is said in a sentence instead. */
function split(
  seen: Seen,
  figures: readonly Shown[],
  level: "country" | "region",
  areas: readonly number[],
  scenarios: readonly number[],
): { drawn: Shown[]; said: Part[] } {
  const nothing = ({ indicator, profession }: Shown) =>
    scenarios.every((scenario) => {
      const line = seen.report.figures(scenario, level, indicator.id, profession);
      return (
        line === undefined ||
        areas.every((area) =>
          line.years.every(
            (year) => (line.centre(area, year) ?? 0) === 0 && (line.value("p95", area, year) ?? 0) === 0,
          ),
        )
      );
    });
  const zero = figures.filter(nothing);
  const names = zero.map(({ indicator, profession }) => figure_name(seen, indicator.id, profession)).join("; ");
  return {
    drawn: figures.filter((one) => !nothing(one)),
    said: zero.length === 0 ? [] : [{ kind: "note", text: seen.t("inside_zero", { names }) }],
  };
}

function legend(seen: Seen): Part[] {
  if (seen.selection.scenarios.length < 2) return [];
  return [
    {
      kind: "key",
      entries: seen.selection.scenarios.map((scenario) => ({
        text: scenario_title(seen, scenario),
        ...style_of(scenario),
      })),
    },
  ];
}

function offered(report: Report): boolean {
  return report.indicators_at("region").some((indicator) => FIGURES.includes(indicator.id));
}

export const inside_view: PureView = {
  id: "inside",
  title: "view_inside",
  controls: ["scenarios", "year", "area"],
  offered,
  choices: choices_of,
  build(seen) {
    const { report, selection, t } = seen;
    const chosen = region_of(seen);
    if (choices_of(seen)[0]?.value === "all") {
      const scenario = selection.scenarios[0] ?? 0;
      const figures = shown_figures(seen, "region");
      const { drawn, said } = split(
        seen,
        figures,
        "region",
        report.level("region").codes.map((_, i) => i),
        [scenario],
      );
      return [
        { kind: "lead", text: t("inside_lead_all", { scenario: scenario_title(seen, scenario) }) },
        ...drawn.map((one) => of_all(seen, one, scenario, chosen)),
        ...said,
        table_by_region(seen, figures, scenario, chosen),
      ];
    }
    const level = chosen === null ? "country" : "region";
    const name = chosen === null ? t("level_country") : (report.level("region").names[chosen] ?? "");
    const figures = shown_figures(seen, level);
    const { drawn, said } = split(seen, figures, level, [chosen ?? 0], selection.scenarios);
    return [
      { kind: "lead", text: t("inside_lead", { area: name }) },
      ...legend(seen),
      ...drawn.map((one) => of_area(seen, one, level, chosen ?? 0)),
      ...said,
      table_by_year(seen, figures, level, chosen ?? 0, name),
    ];
  },
};
