// How full lines are: UIC 406 occupancy beside its limits; bounds of the whole scenario; all lines as a table.
import type { BoundRow, Line } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { estimate, mean, number, percent } from "./format";
import { onScript } from "./names";
import { type Report, causeName, trackText } from "./report";
import { type Along, alongLine } from "./sections";
import { table } from "./table";
import { css } from "./theme";
import { DAY_LIMIT, PEAK_LIMIT, PEAK_NAME } from "./uic406";

const MOST = 18;

// Names of lines beside a narrow picture take two lines, and leave it most of its width.
const isNarrow = (): boolean => innerWidth < 640;
const BROKEN = { width: 120, overflow: "break", lineHeight: 13, fontSize: 11 };

const busiest = (line: Line): number => Math.max(mean(line.uic406_day) ?? 0, mean(line.uic406_peak) ?? 0);

export function linesView(report: Report): HTMLElement {
  const { data } = report;
  const along = alongLine(report);
  return h(
    "div",
    { class: "stack" },
    occupancy(report),
    along?.element,
    data.bounds.length > 0 ? boundTable(data.bounds) : null,
    lineTable(report, along),
    waitTable(report),
    resourceTable(report),
  );
}

function occupancy(report: Report): HTMLElement {
  const order = report.data.network.lines
    .map((line, i) => ({ line, i }))
    .filter(({ line }) => busiest(line) > 0)
    .sort((a, b) => busiest(b.line) - busiest(a.line))
    .slice(0, MOST)
    .reverse();
  if (order.length === 0) return h("p", { class: "card" }, "No line has tracks that set a limit.");
  const measures = [
    { name: "mean", value: (l: Line) => mean(l.uic406_mean), symbol: "circle", colour: "#0072b2" },
    { name: "busiest day", value: (l: Line) => mean(l.uic406_day), symbol: "diamond", colour: "#d55e00" },
    {
      name: PEAK_NAME,
      value: (l: Line) => mean(l.uic406_peak),
      symbol: "triangle",
      colour: "#009e73",
    },
  ];
  const limit = (at: number, name: string): object => ({
    xAxis: at,
    name,
    lineStyle: { color: css("--ink"), type: "dashed" },
    label: { formatter: name, color: css("--muted"), position: "insideEndTop" },
  });
  const most = Math.max(0.8, ...order.map(({ line }) => busiest(line)));
  const chart = chartBox(
    "UIC 406 occupancy of the most occupied lines",
    58 + (isNarrow() ? 32 : 26) * order.length,
    () => ({
      grid: { left: 4, right: 24, top: 12, bottom: 30, containLabel: true },
      legend: {},
      tooltip: tooltip({
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: (items: { dataIndex: number }[]) => {
          const { line, i } = order[items[0].dataIndex];
          return tip(
            report.lineTitle(i),
            [
              ["mean", estimate(line.uic406_mean, "share")],
              ["busiest day", estimate(line.uic406_day, "share")],
              [PEAK_NAME, estimate(line.uic406_peak, "share")],
              ["share of time blocked", estimate(line.occupancy, "share")],
            ],
            trackText(line.tracks, line.gauge_mm),
          );
        },
      }),
      xAxis: axis({
        type: "value",
        min: 0,
        max: Math.ceil(most * 10) / 10,
        axisLabel: { color: css("--muted"), hideOverlap: true, formatter: (x: number) => percent(x) },
      }),
      yAxis: axis({
        type: "category",
        data: order.map(({ i }) => report.lineTitle(i)),
        axisLabel: { color: css("--muted"), interval: 0, ...(isNarrow() ? BROKEN : {}) },
      }),
      series: measures.map((m, k) => ({
        name: m.name,
        type: "scatter",
        symbol: m.symbol,
        symbolSize: 11,
        itemStyle: { color: m.colour, borderColor: css("--card"), borderWidth: 1 },
        data: order.map(({ line }) => m.value(line)),
        ...(k === 0
          ? {
              markLine: {
                symbol: "none",
                silent: true,
                data: [limit(DAY_LIMIT, "limit, day"), limit(PEAK_LIMIT, "limit, hour")],
              },
            }
          : {}),
      })),
    }),
  );
  onScript(chart.redraw);
  return h(
    "section",
    { class: "card" },
    h("h3", {}, `How full lines are (UIC 406), ${order.length} fullest`),
    chart.element,
    h(
      "p",
      { class: "note" },
      "Trains of each line's most occupied section pushed together, over the time it is open. Limits of UIC 406 for mixed " +
        "traffic: 60 % over a day, 75 % in the busiest hour. That is here the busiest of the 24 hours of a day in the mean over all " +
        "days, not the busiest single hour, so it can lie below the busiest day. A mean far below with a busiest day above says " +
        "that trains bunch.",
    ),
  );
}

function boundTable(rows: BoundRow[]): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "bounds",
      caption: "What could be carried at most, and what would bind",
      rows,
      most: 8,
      columns: [
        { title: "Bound", value: (b) => b.bound },
        { title: "Step", value: (b) => b.step },
        { title: "At most", value: (b) => b.value, show: (b) => `${number(b.value)} ${b.unit}` },
        { title: "Times demand", value: (b) => b.times_demand },
        { title: "Simulated", value: (b) => b.simulated },
        { title: "Binds", value: (b) => b.name },
        { title: "By its", value: (b) => b.kind },
        {
          title: "One more gives",
          value: (b) => b.price,
          show: (b) => (b.price === null ? "–" : `${number(b.price)} per ${b.capacity_unit}`),
        },
      ],
    }),
  );
}

// A line that is picked is shown section by section.
function lineTable(report: Report, along: Along | null): HTMLElement {
  const { lines } = report.data.network;
  return h(
    "div",
    { class: "card" },
    table({
      name: "lines",
      caption: "All lines",
      rows: lines,
      most: 10,
      filter: true,
      ...(along
        ? {
            onpick: (line: Line) => along.show(lines.indexOf(line)),
            picks: (line: Line) => along.has(lines.indexOf(line)),
          }
        : {}),
      columns: [
        { title: "Line", value: (l) => l.name },
        { title: "Id", value: (l) => l.id },
        { title: "Track", value: (l) => trackText(l.tracks, l.gauge_mm) },
        { title: "Length", unit: "km", value: (l) => l.length_km },
        { title: "Trains a day west", value: (l) => l.trains_per_day[0] },
        { title: "Trains a day east", value: (l) => l.trains_per_day[1] },
        { title: "TEU west", value: (l) => l.teu[0] },
        { title: "TEU east", value: (l) => l.teu[1] },
        { title: "UIC 406 mean", unit: "share", value: (l) => l.uic406_mean },
        { title: "Busiest day", unit: "share", value: (l) => l.uic406_day },
        { title: "Busiest hour, mean over days", unit: "share", value: (l) => l.uic406_peak },
        { title: "Paths in use", unit: "share", value: (l) => l.path_use },
        { title: "1520 practice", unit: "pairs/day", value: (l) => l.graph_pairs },
        { title: "Wait west", unit: "h", value: (l) => l.wait_h[0] },
        { title: "Wait east", unit: "h", value: (l) => l.wait_h[1] },
      ],
    }),
  );
}

function waitTable(report: Report): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "waits",
      caption: "Waits by place and cause",
      rows: report.data.waits,
      most: 10,
      filter: true,
      columns: [
        { title: "Place", value: (w) => w.name },
        { title: "Cause", value: (w) => causeName(w.cause) },
        { title: "Container-hours", value: (w) => w.container_hours },
        { title: "Share", unit: "share", value: (w) => (w.is_resource ? w.share : null) },
        { title: "Mean", unit: "h", value: (w) => w.mean_h },
        { title: "Used", unit: "share", value: (w) => w.utilisation },
        { title: "Waiting at the end", value: (w) => w.waiting_at_end },
      ],
    }),
  );
}

function resourceTable(report: Report): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "resources",
      caption: "Servers and bays",
      rows: report.data.resources,
      most: 10,
      filter: true,
      columns: [
        { title: "Name", value: (r) => r.name },
        { title: "Kind", value: (r) => r.kind },
        { title: "How many", value: (r) => r.servers },
        { title: "Used", unit: "share", value: (r) => r.utilisation },
        { title: "Queue", unit: "trains", value: (r) => r.queue_mean },
        { title: "Longest queue", value: (r) => r.queue_longest },
        { title: "Wait", unit: "h", value: (r) => r.wait_mean_h },
        { title: "Yard, mean", unit: "TEU", value: (r) => r.yard_teu_mean },
        { title: "Yard, most", unit: "TEU", value: (r) => r.yard_teu_most },
        { title: "Lifts", value: (r) => r.lifts },
      ],
    }),
  );
}
