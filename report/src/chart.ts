// ECharts, only what is used of it; charts follow the theme and the size of their element.
import { BarChart, CustomChart, LineChart, LinesChart, ScatterChart } from "echarts/charts";
import {
  DataZoomComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { h } from "./dom";
import { textWidth } from "./labels";
import { type Drawn, Legend } from "./legend";
import { isOnPaper, onPaper } from "./paper";
import { css, onTheme } from "./theme";

echarts.use([
  BarChart,
  CustomChart,
  LineChart,
  LinesChart,
  ScatterChart,
  DataZoomComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
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
    backgroundColor: css("--card"),
    borderColor: css("--line"),
    padding: [8, 10],
    confine: true,
    textStyle: { color: css("--ink"), fontFamily: FONT, fontSize: 13 },
    ...extra,
  };
}

// Names beside a picture, a row each. Where it is narrow they take three lines, and its rows are higher, so that most of its
// width is left to what it shows.
const NARROW = 560; // px, of a picture
const NARROW_PAGE = 640; // px
const LINE = 11; // px

export const rowHeight = (wide: number): number => (innerWidth < NARROW_PAGE ? 3 * LINE + 3 : wide);

const NARROW_NAMES = 140; // px

// Of the widest of them, and a little more.
const widthOf = (names: string[], fontSize: number): number =>
  Math.ceil(Math.max(...names.map((name) => textWidth(name, FONT, fontSize)))) + 2;

// As wide as they need, and not wider than `width`; without `names` just so wide, so that pictures below each other have one
// scale.
export function namesBeside(width: number, row: number, names?: string[]): ChartOption["media"] {
  const height = Math.floor(row / LINE) * LINE;
  const least = (most: number, fontSize: number): object => ({
    width: names ? Math.min(most, widthOf(names, fontSize)) : most,
    fontSize,
  });
  const wide = { ...least(width, 12), overflow: "truncate", lineHeight: 14 };
  const narrow = {
    ...least(NARROW_NAMES, 10.5),
    height,
    overflow: "break",
    lineOverflow: "truncate",
    lineHeight: LINE,
  };
  const media = (axisLabel: object, splitNumber: number): ChartOption => ({
    yAxis: { axisLabel },
    xAxis: { splitNumber },
  });
  return [{ query: { maxWidth: NARROW }, option: media(narrow, 3) }, { option: media(wide, 5) }];
}

// A share on an axis, with as many decimals as a tick needs: "0.2 %", "40 %".
export const percentTick = (share: number): string =>
  `${(share * 100).toLocaleString("en-GB", { maximumFractionDigits: 6 }).replace("-", "−")}\u2009%`;

// The content of a tooltip as an element: ECharts would take a text for HTML.
export function tip(title: string, rows: [string, string][] = [], note = ""): HTMLElement {
  return h(
    "div",
    { class: "tip" },
    h("strong", {}, title),
    rows.map(([label, value]) => h("div", {}, h("span", {}, label), h("b", {}, value))),
    note && h("p", {}, note),
  );
}

export interface ChartBox {
  element: HTMLElement; // what is put on the page: the picture, and its legend if it has one
  picture: HTMLElement;
  chart: Chart;
  redraw(): void;
}

// ECharts would let the ground shine through marks, which then stand out less than their colours are made to.
const OPAQUE = { scatter: { itemStyle: { opacity: 1 } } };

// `label` is what a screen reader says instead of the picture. `option` is asked anew when the theme changes; its
// `legend` becomes one of buttons (legend.ts).
export function chartBox(label: string, height: number | string, option: (chart: Chart) => ChartOption): ChartBox {
  const picture = h("div", { class: "chart", role: "img", "aria-label": label });
  picture.style.height = typeof height === "number" ? `${height}px` : height;
  const chart = echarts.init(picture, OPAQUE, { renderer: "canvas", width: 600, height: 300 });
  const legend = new Legend((name) => chart.dispatchAction({ type: "legendToggleSelect", name }));
  let hasLegend = false;
  const redraw = (): void => {
    const drawn = option(chart) as ChartOption & Drawn;
    hasLegend = drawn.legend !== undefined;
    const shown = drawn.legend ? { legend: legend.option(drawn.legend) } : {};
    chart.setOption({ animation: false, ...drawn, ...shown }, { notMerge: true });
    legend.draw(drawn);
  };
  redraw();
  keepSize(picture, chart, redraw);
  const element = hasLegend ? h("div", { class: "charted" }, legend.element, picture) : picture;
  return { element, picture, chart, redraw };
}

// As large as its element, on paper too, until the chart ends.
function keepSize(picture: HTMLElement, chart: Chart, redraw: () => void): void {
  const resize = (): void => {
    if (picture.clientWidth === 0 || picture.clientHeight === 0) return;
    chart.resize({ width: picture.clientWidth, height: picture.clientHeight });
  };
  const observer = new ResizeObserver(() => {
    if (!isOnPaper()) resize();
  });
  observer.observe(picture);
  const forget = [
    onTheme(redraw),
    onPaper(() => {
      resize();
      redraw();
      chart.getZr().flush(); // no frame comes before paper
    }),
  ];
  ends.set(picture, () => {
    observer.disconnect();
    forget.forEach((end) => end());
    chart.dispose();
  });
}

const ends = new WeakMap<Element, () => void>();

// Puts other content into an element; charts that were in it end.
export function redrawIn(element: Element, content: HTMLElement): void {
  element.querySelectorAll(".chart").forEach((one) => ends.get(one)?.());
  element.replaceChildren(content);
}
