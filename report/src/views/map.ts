// SPDX-License-Identifier: EUPL-1.2
import { h } from "../dom.ts";
import { figure_with_unit } from "../format.ts";
import { pick } from "../data.ts";
import type { Context, View } from "../view.ts";

let text = h("p");

export const map_view: View = {
  id: "map",
  title: "view_map",
  controls: ["scenarios", "mode", "level", "indicator", "profession", "year", "area"],
  offered: () => true,
  render(el) {
    text = h("p");
    el.append(text);
  },
  update({ report, selection: s, language }: Context) {
    const indicator = report.indicator(s.indicator);
    const line = report.figures(s.scenarios[0] ?? 0, s.level, s.indicator, s.profession);
    const value = line?.centre(report.area_index(s.level, s.area) ?? 0, s.year) ?? null;
    text.textContent = `${pick(indicator.name, language)}: ${figure_with_unit(language, indicator, value)}`;
  },
  close() { },
};
