// SPDX-License-Identifier: EUPL-1.2
// Who works elsewhere under a scenario than in the reference: what regions gain and lose, and the
// largest flows between them.
import { FAINT, FONT, INK, TOOLTIP, plain } from "../charts.ts";
import type { Moves, Report } from "../data.ts";
import { number } from "../format.ts";
import { compared } from "../state.ts";
import {
  chosen_of,
  profession_name,
  scenario_title,
  type Cell,
  type ChartPart,
  type Choice,
  type Part,
  type PureView,
  type Seen,
  type TablePart,
} from "./part.ts";
import { amount_of, number_axis, chosen_row, BETTER, WORSE, GRID } from "./pieces.ts";

/** Where those are who have no work in either. */
const NOWHERE = -1;
const packed_heads = 10;
const MOST_FLOWS = 15;

export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly heads: number;
  readonly fte: number;
  readonly other_employer: number;
}

export function flows_of(moves: Moves, year: number, profession: number): Flow[] {
  return moves.rows
    .filter((row) => row[0] === year && row[1] === profession)
    .map((row) => ({
      from: row[2]!,
      to: row[3]!,
      heads: row[4]! / packed_heads,
      fte: row[5]! / packed_heads,
      other_employer: row[6]! / packed_heads,
    }));
}

/** FTE that each region has more than in the reference, by who came and who went. */
export function net_fte(flows: readonly Flow[], regions: number): number[] {
  const net = new Array<number>(regions).fill(0);
  for (const { from, to, fte } of flows) {
    if (from === to) continue;
    if (from !== NOWHERE) net[from]! -= fte;
    if (to !== NOWHERE) net[to]! += fte;
  }
  return net;
}

/** What one region gives another after what it gets back: two that change places leave no flow. */
export function net_flows(flows: readonly Flow[]): Flow[] {
  const back = new Map(flows.map((flow) => [`${flow.to}/${flow.from}`, flow]));
  return flows.flatMap((flow): Flow[] => {
    if (flow.from === flow.to) return [];
    const other = back.get(`${flow.from}/${flow.to}`);
    const fte = flow.fte - (other?.fte ?? 0);
    const heads = flow.heads - (other?.heads ?? 0);
    return fte > 0 ? [{ ...flow, fte, heads }] : [];
  });
}

function moves_shown(seen: Seen): Moves[] {
  const wanted = compared(seen.selection, seen.report);
  const found = seen.report.data.moves.filter((moves) => wanted.includes(moves.scenario));
  return found.length > 0 ? found : seen.report.data.moves.slice(0, 1);
}

function years_of(moves: readonly Moves[]): number[] {
  return [...new Set(moves.flatMap((one) => one.rows.map((row) => row[0]!)))].sort((a, b) => a - b);
}

/** Rows name professions by their place in this list; the score is no profession that can move. */
function professions_of(report: Report): { index: number; id: string }[] {
  const there = new Set(report.data.moves.flatMap((moves) => moves.rows.map((row) => row[1]!)));
  return report.data.professions.map(({ id }, index) => ({ index, id })).filter(({ index }) => there.has(index));
}

/** The year of the slider, or the nearest of which moves were kept. */
function choices_of(seen: Seen): Choice[] {
  const { t, report, selection } = seen;
  const scenarios = moves_shown(seen).map(({ scenario }) => ({
    value: String(scenario),
    text: scenario_title(seen, scenario),
  }));
  const professions = professions_of(report).map(({ id }) => ({ value: id, text: profession_name(seen, id) }));
  const years = years_of(report.data.moves).map((year) => ({ value: String(year), text: String(year) }));
  const near = [...years].sort(
    (a, b) => Math.abs(Number(a.value) - report.data.year) - Math.abs(Number(b.value) - report.data.year),
  )[0];
  const list: Choice[] = [
    { id: "scenario", label: t("scenario"), options: scenarios, value: chosen_of(seen, "scenario", scenarios) },
    {
      id: "profession",
      label: t("profession"),
      options: professions,
      value: chosen_of(seen, "profession", professions, selection.profession),
    },
    { id: "year", label: t("year"), options: years, value: chosen_of(seen, "year", years, near?.value) },
  ];
  return list.filter((one) => one.options.length > 1 || one.id !== "scenario");
}

function place_name(seen: Seen, region: number): string {
  return region === NOWHERE ? seen.t("moves_nowhere") : (seen.report.level("region").names[region] ?? "");
}

function bars(
  seen: Seen,
  rows: readonly { name: string; value: number; chosen: boolean; box: string }[],
  signed: boolean,
  axis: string,
): ChartPart["option"] {
  const { language } = seen;
  return {
    tooltip: {
      ...TOOLTIP,
      trigger: "axis",
      axisPointer: { type: "shadow", axis: "y" },
      formatter: (hits: readonly { dataIndex: number }[]) => rows[hits[0]?.dataIndex ?? -1]?.box ?? "",
    },
    grid: { ...GRID, left: seen.narrow ? 138 : 320, right: seen.narrow ? 30 : 56, top: 8, bottom: 46 },
    xAxis: number_axis(axis, (x) => number(language, x, Number.isInteger(x) ? 0 : 1, signed), {
      nameGap: 28,
      ...(signed ? { boundaryGap: seen.narrow ? ["24%", "24%"] : ["8%", "8%"] } : {}),
    }),
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((_, i) => String(i)),
      axisTick: { show: false },
      triggerEvent: true,
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: {
        interval: 0,
        color: INK,
        fontFamily: FONT,
        fontSize: 12,
        width: seen.narrow ? 128 : 308,
        overflow: "truncate",
        lineHeight: 14,
        formatter: (i: string) => {
          const row = rows[Number(i)];
          return row === undefined ? "" : row.chosen ? `{chosen|${plain(row.name)}}` : plain(row.name);
        },
        rich: { chosen: { fontWeight: "bold", color: INK, fontFamily: FONT, fontSize: 12 } },
      },
    },
    series: [
      chosen_row(signed ? rows.findIndex((row) => row.chosen) : -1),
      {
        type: "bar",
        barCategoryGap: "28%",
        data: rows.map(({ value, chosen }) => ({
          value,
          itemStyle: {
            color: !signed ? "#0b6aa2" : value < 0 ? WORSE : BETTER,
            borderColor: INK,
            borderWidth: chosen ? 1.5 : 0,
          },
          label: { position: value < 0 ? "left" : "right" },
        })),
        label: {
          show: true,
          color: INK,
          fontFamily: FONT,
          fontSize: 12,
          formatter: ({ value }: { value: number }) => number(language, value, 1, signed),
        },
      },
    ],
  };
}

function net_chart(seen: Seen, flows: readonly Flow[], title: string): ChartPart {
  const region = seen.report.level("region");
  const net = net_fte(flows, region.codes.length);
  const rows = net
    .map((value, i) => ({ i, value }))
    .sort((a, b) => b.value - a.value)
    .map(({ i, value }) => ({
      code: region.codes[i] ?? "",
      name: region.names[i] ?? "",
      value,
      chosen: region.codes[i] === seen.selection.area,
      box: `${plain(region.names[i] ?? "")}\n${number(seen.language, value, 1, true)} ${seen.t("unit_fte")}`,
    }));
  return {
    kind: "chart",
    title,
    file: "moves net",
    height: rows.length * 21 + 60,
    note: seen.t("moves_note"),
    option: bars(seen, rows, true, seen.t("moves_axis_net")),
    pick: (hit) => {
      const code = rows[Number(hit.componentType === "yAxis" ? hit.value : hit.name)]?.code;
      return code === undefined ? null : { level: "region", area: code === seen.selection.area ? null : code };
    },
  };
}

function flow_text(seen: Seen, { from, to }: Flow): string {
  return seen.t("moves_from_to", { from: place_name(seen, from), to: place_name(seen, to) });
}

function flow_chart(seen: Seen, flows: readonly Flow[]): ChartPart {
  const { language, t, selection, report } = seen;
  const at = report.area_index("region", selection.area);
  const between = net_flows(flows).filter(({ from, to }) => at === null || from === at || to === at);
  const rows = [...between]
    .sort((a, b) => b.fte - a.fte)
    .slice(0, MOST_FLOWS)
    .map((flow) => ({
      name: seen.narrow ? flow_text(seen, flow).replace(" \u2192 ", " \u2192\n") : flow_text(seen, flow),
      value: flow.fte,
      chosen: false,
      box: [
        plain(flow_text(seen, flow)),
        `${number(language, flow.fte, 1)} ${t("unit_fte")}`,
        t("moves_heads", { heads: number(language, flow.heads, 1) }),
      ].join("\n"),
    }));
  return {
    kind: "chart",
    file: "moves",
    height: Math.max(2, rows.length) * (seen.narrow ? 34 : 21) + 60,
    option: bars(seen, rows, false, t("unit_fte")),
    note: t("moves_flows_note"),
    title: at === null ? t("moves_flows") : t("moves_flows_of", { area: place_name(seen, at) }),
  };
}

function table(seen: Seen, flows: readonly Flow[], file: string): TablePart {
  const { language, t } = seen;
  const rows = [...flows].sort((a, b) => b.fte - a.fte || a.from - b.from || a.to - b.to);
  const cell = (value: number) => amount_of(language, value, 1, t("unknown"));
  return {
    kind: "table",
    caption: t("moves_table"),
    file,
    columns: [
      { title: t("moves_from") },
      { title: t("moves_to") },
      { title: t("moves_heads_column"), number: true },
      { title: t("unit_fte"), number: true },
      { title: t("moves_other_employer"), number: true },
    ],
    rows: rows.map((flow): Cell[] => [
      place_name(seen, flow.from),
      place_name(seen, flow.to),
      cell(flow.heads),
      cell(flow.fte),
      cell(flow.other_employer),
    ]),
  };
}

export const moves_view: PureView = {
  id: "moves",
  title: "view_moves",
  controls: ["scenarios", "area"],
  offered: (report) => report.data.moves.some((moves) => moves.rows.length > 0),
  choices: choices_of,
  build(seen) {
    const { t, report, language } = seen;
    const chosen = new Map(choices_of(seen).map((choice) => [choice.id, choice.value]));
    const moves =
      moves_shown(seen).find(({ scenario }) => String(scenario) === chosen.get("scenario")) ?? moves_shown(seen)[0];
    const profession = professions_of(report).find(({ id }) => id === chosen.get("profession"));
    const year = Number(chosen.get("year"));
    if (moves === undefined || profession === undefined) return [{ kind: "note", text: t("nothing_known") }];
    const flows = flows_of(moves, year, profession.index);
    const values = {
      scenario: scenario_title(seen, moves.scenario),
      reference: scenario_title(seen, report.reference_of(moves.scenario)),
      profession: profession_name(seen, profession.id),
      year,
    };
    const away = flows.filter(({ from, to }) => from !== to && from !== NOWHERE && to !== NOWHERE);
    if (flows.length === 0) return [{ kind: "note", text: t("moves_none", values) }];
    const sum = (list: readonly number[]) =>
      number(
        language,
        list.reduce((all, one) => all + one, 0),
        1,
      );
    const gained = net_fte(flows, report.level("region").codes.length).filter((net) => net > 0);
    const parts: Part[] = [
      {
        kind: "lead",
        text: t("moves_lead", {
          ...values,
          heads: number(
            language,
            away.reduce((all, flow) => all + flow.heads, 0),
            0,
          ),
          fte: sum(away.map((flow) => flow.fte)),
          net: sum(gained),
        }),
      },
    ];
    parts.push(
      net_chart(seen, flows, t("moves_net_title", values)),
      flow_chart(seen, flows),
      table(seen, flows, `moves ${profession.id} ${year}`),
    );
    return parts;
  },
};
