// SPDX-License-Identifier: EUPL-1.2
// The one place that knows ECharts' parts. Charts are SVG: sharp on paper, and their hatches and
// texts can be read by tests. Tooltips are drawn in the chart (richText), because those made of HTML
// need inline styles, which the policy of the page refuses.
import { BarChart, CustomChart, HeatmapChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent, GeoComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  TooltipComponent, VisualMapComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { EChartsCoreOption, EChartsType } from "echarts/core";

echarts.use([
  BarChart, CustomChart, HeatmapChart, LineChart, MapChart, ScatterChart,
  AriaComponent, GeoComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  TooltipComponent, VisualMapComponent,
  SVGRenderer,
]);

export { echarts };
export type Option = EChartsCoreOption;

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
export const INK = "#1d2733";
export const SOFT_INK = "#55606e";
export const FAINT = "#d9dee4";

/** Scenarios in all charts: told apart by colour, by dash and by mark. The first is the reference. */
export const SCENARIO_STYLES = [
  { colour: "#3c4858", dash: "solid", symbol: "circle" },
  { colour: "#0b6aa2", dash: "solid", symbol: "rect" },
  { colour: "#b4480b", dash: [7, 3], symbol: "triangle" },
  { colour: "#5f3b9c", dash: [2, 3], symbol: "diamond" },
  { colour: "#1f7a4d", dash: [9, 3, 2, 3], symbol: "roundRect" },
  { colour: "#9a1b5a", dash: [4, 2], symbol: "pin" },
] as const;

export function style_of(scenario: number): (typeof SCENARIO_STYLES)[number] {
  return SCENARIO_STYLES[scenario % SCENARIO_STYLES.length] ?? SCENARIO_STYLES[0];
}

/** 45 degree lines over an area of which the sign is not certain. */
export function hatch(colour = "rgba(60, 68, 80, 0.62)"): object {
  return {
    symbol: "rect", color: colour, backgroundColor: "transparent",
    dashArrayX: [1, 0], dashArrayY: [1.1, 5.2], rotation: -Math.PI / 4, symbolSize: 1,
  };
}

export const TOOLTIP = {
  renderMode: "richText" as const,
  confine: true,
  backgroundColor: "#ffffff",
  borderColor: "#8a94a1",
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: INK, fontFamily: FONT, fontSize: 13, lineHeight: 19 },
  transitionDuration: 0,
};

/** ECharts reads {style|text} in rich text, so a name with braces would lose a part. */
export function plain(text: string): string {
  return text.replaceAll("{", "\u2774").replaceAll("}", "\u2775").replaceAll("|", "\u2223");
}

export interface Chart {
  readonly instance: EChartsType;
  readonly el: HTMLElement;
  /** Replaces what is drawn; `label` says in words what a reader who cannot see the picture misses. */
  draw(option: Option, label: string): void;
  dispose(): void;
}

/** A chart that fills its element, whose size the style sheet sets. */
export function make_chart(el: HTMLElement): Chart {
  const instance = echarts.init(el, undefined, { renderer: "svg" });
  // On paper the style sheet gives another width, and a picture with a view box takes it.
  const allow_scaling = (): void =>
    el.querySelector("svg")?.setAttribute("viewBox", `0 0 ${instance.getWidth()} ${instance.getHeight()}`);
  const watcher = new ResizeObserver(() => {
    if (el.clientWidth === 0 || el.clientHeight === 0 || matchMedia("print").matches) return;
    instance.resize({ animation: { duration: 0 } });
    allow_scaling();
  });
  watcher.observe(el);
  el.setAttribute("role", "img");
  return {
    instance,
    el,
    draw(option, label) {
      instance.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK }, ...option },
                         { notMerge: true });
      allow_scaling();
      el.setAttribute("aria-label", label);
    },
    dispose() {
      watcher.disconnect();
      instance.dispose();
    },
  };
}
