// ECharts, only what is used of it; charts follow the theme and the size of their element.
import {
  BarChart, CustomChart, LineChart, LinesChart, ScatterChart,
} from "echarts/charts";
import {
  DataZoomComponent, GeoComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  TooltipComponent, VisualMapComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { h } from "./dom";
import { isOnPaper, onPaper } from "./paper";
import { css, onTheme } from "./theme";

echarts.use([
  BarChart, CustomChart, LineChart, LinesChart, ScatterChart,
  DataZoomComponent, GeoComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  TooltipComponent, VisualMapComponent, CanvasRenderer,
]);

export { echarts };
export type ChartOption = echarts.EChartsCoreOption;
export type Chart = echarts.ECharts;

export const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

// Axes, grids and tooltips alike everywhere.
export function axis(extra: object = {}): object {
  return {
    axisLine: { lineStyle: { color: css("--line") } },
    axisTick: { show: false },
    axisLabel: { color: css("--muted"), fontFamily: FONT, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: css("--line"), opacity: 0.6 } },
    nameTextStyle: { color: css("--muted"), fontFamily: FONT },
    ...extra,
  };
}

export function tooltip(extra: object = {}): object {
  return {
    backgroundColor: css("--card"), borderColor: css("--line"), padding: [8, 10], confine: true,
    textStyle: { color: css("--ink"), fontFamily: FONT, fontSize: 13 }, ...extra,
  };
}

export function legend(extra: object = {}): object {
  return {
    type: "plain", top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: "roundRect",
    textStyle: { color: css("--ink"), fontFamily: FONT, fontSize: 12 }, ...extra,
  };
}

// The content of a tooltip as an element: ECharts would take a text for HTML.
export function tip(title: string, rows: [string, string][] = [], note = ""): HTMLElement {
  return h("div", { class: "tip" }, h("strong", {}, title),
    rows.map(([label, value]) => h("div", {}, h("span", {}, label), h("b", {}, value))),
    note && h("p", {}, note));
}

export interface ChartBox {
  element: HTMLElement;
  chart: Chart;
  redraw(): void;
}

// `label` is what a screen reader says instead of the picture. `option` is asked anew when the theme changes.
export function chartBox(label: string, height: number | string, option: (chart: Chart) => ChartOption): ChartBox {
  const element = h("div", { class: "chart", role: "img", "aria-label": label });
  element.style.height = typeof height === "number" ? `${height}px` : height;
  const chart = echarts.init(element, null, { renderer: "canvas", width: 600, height: 300 });
  const redraw = (): void => chart.setOption({ animation: false, ...option(chart) }, { notMerge: true });
  redraw();
  const resize = (): void => {
    if (element.clientWidth === 0 || element.clientHeight === 0) return;
    chart.resize({ width: element.clientWidth, height: element.clientHeight });
  };
  const observer = new ResizeObserver(() => { if (!isOnPaper()) resize(); });
  observer.observe(element);
  const forget = [onTheme(redraw), onPaper(() => {
    resize();
    redraw();
    chart.getZr().flush(); // no frame comes before paper
  })];
  ends.set(element, () => { observer.disconnect(); forget.forEach((end) => end()); chart.dispose(); });
  return { element, chart, redraw };
}

const ends = new WeakMap<Element, () => void>();

// Puts other content into an element; charts that were in it end.
export function redrawIn(element: Element, content: HTMLElement): void {
  element.querySelectorAll(".chart").forEach((one) => ends.get(one)?.());
  element.replaceChildren(content);
}
