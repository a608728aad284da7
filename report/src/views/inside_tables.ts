// SPDX-License-Identifier: EUPL-1.2
// The figures of nights and waiting as tables: an area through the years, or all regions in one.
import type { Indicator, Line } from "../data.ts";
import { figure_name, scenario_title, type Cell, type Column, type Seen, type TablePart } from "./part.ts";
import { amount, with_unit } from "./pieces.ts";

/** A figure, and of which profession where it is of one. */
export interface Shown {
  readonly indicator: Indicator;
  readonly profession: string;
}

/** Years down, figures across; a block of columns for each scenario. */
export function table_by_year(
  seen: Seen,
  figures: readonly Shown[],
  level: "country" | "region",
  area: number,
  name: string,
): TablePart {
  const { report, selection, language, t } = seen;
  const several = selection.scenarios.length > 1;
  const columns: Column[] = [{ title: t("year") }];
  const lines: { line: Line | undefined; indicator: Indicator }[] = [];
  for (const scenario of selection.scenarios) {
    for (const { indicator, profession } of figures) {
      const title = with_unit(figure_name(seen, indicator.id, profession), language, indicator);
      columns.push({ title: several ? `${scenario_title(seen, scenario)}: ${title}` : title, number: true });
      lines.push({ line: report.figures(scenario, level, indicator.id, profession), indicator });
    }
  }
  const [first, last] = report.data.years;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    kind: "table",
    caption: t("table_caption_of", { of: name }),
    columns,
    file: `nights and waiting ${name}`,
    marked: new Set([selection.year - first]),
    rows: years.map((year): Cell[] => [
      String(year),
      ...lines.map(({ line, indicator }) => amount(language, indicator, line?.centre(area, year) ?? null)),
    ]),
  };
}

export function table_by_region(
  seen: Seen,
  figures: readonly Shown[],
  scenario: number,
  chosen: number | null,
): TablePart {
  const { report, selection, language, t } = seen;
  const region = report.level("region");
  const lines = figures.map(({ indicator, profession }) => ({
    indicator,
    line: report.figures(scenario, "region", indicator.id, profession),
  }));
  return {
    kind: "table",
    caption: t("table_caption_of", { of: String(selection.year) }),
    file: `nights and waiting ${selection.year}`,
    columns: [
      { title: t("area") },
      ...figures.map(({ indicator, profession }) => ({
        title: with_unit(figure_name(seen, indicator.id, profession), language, indicator),
        number: true,
      })),
    ],
    rows: region.names.map((name, i): Cell[] => [
      name,
      ...lines.map(({ indicator, line }) => amount(language, indicator, line?.centre(i, selection.year) ?? null)),
    ]),
    marked: new Set(chosen === null ? [] : [chosen]),
  };
}
