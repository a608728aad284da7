// SPDX-License-Identifier: EUPL-1.2
// Where FTE came from and went to between two years, by cause, in one region.
import { FAINT, INK, SOFT_INK, TOOLTIP, make_chart, plain, style_of, type Chart } from "./charts.ts";
import { pick, type Account } from "./data.ts";
import { capital, choice, h } from "./dom.ts";
import { number } from "./format.ts";
import { bare, in_sentence } from "./sentences.ts";
import { table_details } from "./table.ts";
import type { Context } from "./view.ts";

const SCALE = 10;

/** Professions that make up the one that is chosen and of which there is an account. */
function parts_of(account: Account, profession: string): string[] {
  const wanted = profession === "huisarts_so" || profession === "" ? ["huisarts", "so"] : [profession];
  return wanted.filter((one) => one in account.data);
}

function years_of(account: Account, regions: number): number {
  const list = Object.values(account.data)[0] ?? [];
  return Math.floor(list.length / Math.max(1, regions * account.causes.length));
}

/** FTE by cause, summed over the years after `from` up to and with `to`. */
export function sums_of(account: Account, regions: number, region: number, profession: string,
                        from: number, to: number): number[] {
  const causes = account.causes.length;
  const years = years_of(account, regions);
  const sums = new Array<number>(causes).fill(0);
  for (const part of parts_of(account, profession)) {
    const list = account.data[part] ?? [];
    for (let year = Math.max(from + 1, account.from); year <= to; ++year) {
      const slot = (region * years + year - account.from) * causes;
      for (let i = 0; i < causes; ++i) sums[i] = (sums[i] ?? 0) + (list[slot + i] ?? 0) / SCALE;
    }
  }
  return sums;
}

export interface AccountPart {
  readonly el: HTMLElement;
  update(ctx: Context, region: number, name: string): void;
  close(): void;
}

export function make_account(): AccountPart {
  let from = 0;
  let chart: Chart | null = null;
  const title = h("h3");
  const note = h("p", { class: "source" });
  const picker = h("div", { class: "picker no-print" });
  const box = h("div", { class: "account-chart" });
  const rows = h("div");
  const el = h("section", { class: "story" }, title, note, picker, box, rows);

  const update = (ctx: Context, region: number, name: string): void => {
    const { report, selection: s, language } = ctx;
    const accounts = report.inside(report.data.accounts, s.scenarios)
      .filter((one) => parts_of(one, s.profession).length > 0);
    const first = accounts[0];
    el.hidden = first === undefined;
    if (first === undefined) return;
    const regions = report.level("region").codes.length;
    const last = first.from + years_of(first, regions) - 1;
    const to = Math.min(Math.max(s.year, first.from), last);
    const earliest = first.from - 1;
    if (from < earliest || from >= to) from = Math.max(earliest, to - 15);
    if (from >= to) from = to - 1;
    const both = report.profession(s.profession === "" ? "huisarts_so" : s.profession);
    const profession = both === undefined ? "" : bare(in_sentence(pick(both.name, language)));
    title.textContent = ctx.t("account_title", { profession, area: name, from, to });
    const sums = accounts.map((one) => sums_of(one, regions, region, s.profession, from, to));
    note.textContent = ctx.t("account_note", {
      total: sums.map((list, i) => ctx.t("account_total", {
        value: number(language, list.reduce((sum, one) => sum + one, 0), 1, true),
        scenario: report.scenario(accounts[i]?.scenario ?? 0).title,
      })).join("; "),
    });
    const years = Array.from({ length: to - earliest }, (_, i) => String(earliest + i));
    picker.replaceChildren(choice(ctx.t("account_from"), years.map((value) => ({ value, text: value })),
      String(from), (value) => {
        from = Number(value);
        update(ctx, region, name);
        picker.querySelector("select")?.focus();
      }, "account-from"));
    chart ??= make_chart(box);
    draw(chart, ctx, accounts, sums);
    rows.replaceChildren(table_details(ctx, title.textContent,
      [ctx.t("cause"), ...accounts.map((one) => report.scenario(one.scenario).title)],
      first.causes.map((cause, i) => [capital(pick(cause.name, language)),
        ...sums.map((list) => number(language, list[i] ?? 0, 1, true))])));
  };
  return {
    el,
    update,
    close() {
      chart?.dispose();
      chart = null;
    },
  };
}

function draw(chart: Chart, ctx: Context, accounts: readonly Account[], sums: readonly (readonly number[])[]): void {
  const { report, language } = ctx;
  const causes = accounts[0]?.causes ?? [];
  // What is nothing everywhere would only be a row of white.
  const shown = causes.map((_, i) => i).filter((i) => sums.some((list) => Math.abs(list[i] ?? 0) >= 0.05))
    .sort((a, b) => (sums[0]?.[a] ?? 0) - (sums[0]?.[b] ?? 0));
  const names = shown.map((i) => plain(capital(pick(causes[i]?.name ?? { en: "", nl: "" }, language))));
  chart.el.style.height = `${60 + shown.length * Math.max(30, 12 + accounts.length * 16)}px`;
  chart.instance.resize();
  const bars = names.map((name, i) =>
    `${name} ${number(language, sums[0]?.[shown[i] ?? 0] ?? 0, 1, true)}`).reverse().join("; ");
  chart.draw({
    grid: { left: 8, right: 48, top: accounts.length > 1 ? 36 : 8, bottom: 8, outerBoundsMode: "same",
            outerBoundsContain: "axisLabel" },
    legend: { show: accounts.length > 1, top: 0, left: 0, selectedMode: false, icon: "rect", itemWidth: 14,
              itemHeight: 10, textStyle: { color: INK, fontSize: 13 } },
    tooltip: {
      ...TOOLTIP, trigger: "axis", axisPointer: { type: "shadow" },
      formatter: (hits: { dataIndex?: number }[]) => {
        const row = hits[0]?.dataIndex ?? 0;
        return [names[row] ?? "", ...accounts.map((one, i) => plain(ctx.t("account_total", {
          value: number(language, sums[i]?.[shown[row] ?? 0] ?? 0, 1, true),
          scenario: report.scenario(one.scenario).title,
        })))].join("\n");
      },
    },
    xAxis: {
      type: "value", boundaryGap: ["12%", "12%"], axisLabel: { color: SOFT_INK, formatter: (v: number) => number(language, v, 0, true) },
      splitLine: { lineStyle: { color: FAINT } },
    },
    yAxis: { type: "category", data: names, axisTick: { show: false }, axisLine: { show: false },
             axisLabel: { color: INK, fontSize: 13, interval: 0, width: 220, overflow: "truncate" } },
    series: accounts.map((one, i) => ({
      type: "bar", name: plain(report.scenario(one.scenario).title), barMaxWidth: 18, barGap: "15%",
      itemStyle: { color: style_of(one.scenario).colour },
      data: shown.map((cause) => {
        const value = sums[i]?.[cause] ?? 0;
        return { value, label: { position: value < 0 ? "left" : "right" } };
      }),
      label: { show: true, color: INK, fontSize: 12,
               formatter: ({ value }: { value: number }) => number(language, value, 1, true) },
    })),
  }, ctx.t("account_alt", { bars }));
}
