// Trains that enter a line over time, by direction.
import type { LineIndex } from "./data";
import { type ChartOption, axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { folded } from "./folded";
import { number } from "./format";
import { throughput } from "./movements";
import type { Report } from "./report";
import { table } from "./table";
import { css, directionColour } from "./theme";

const DAY = 1440;
const NAMES = ["westbound", "eastbound"];

interface Item {
  dataIndex: number;
  seriesName: string;
  value: number;
}

// Whole bins only: the last one, if it is shorter, would look like a fall.
interface Counts {
  bin: number;
  start: number;
  whole: number;
  counts: Float64Array[]; // by direction
}

function way({ counts, whole, bin }: Counts, direction: number): object {
  return {
    name: NAMES[direction],
    type: "line",
    showSymbol: false,
    step: "middle",
    lineStyle: { width: 1.6, type: direction === 1 ? "dashed" : "solid" },
    itemStyle: { color: directionColour(direction) },
    data: Array.from(counts[direction].slice(0, whole), (x) => (x * DAY) / bin),
  };
}

function option(report: Report, all: Counts): ChartOption {
  const { bin, start, whole } = all;
  const say = (items: Item[]): HTMLElement =>
    tip(
      `${bin > DAY ? "week from " : ""}${report.clock.date(start + items[0].dataIndex * bin)}`,
      items.map((item) => [item.seriesName, number(item.value)]),
    );
  return {
    grid: { left: 4, right: 8, top: 26, bottom: 4, containLabel: true },
    legend: {},
    tooltip: tooltip({ trigger: "axis", formatter: say }),
    xAxis: axis({
      type: "category",
      data: Array.from({ length: whole }, (_, b) => report.clock.short(start + b * bin)),
    }),
    yAxis: axis({
      type: "value",
      name: "trains a day",
      nameTextStyle: { align: "left", color: css("--muted") },
      axisLine: { show: false },
    }),
    series: [way(all, 0), way(all, 1)],
  };
}

function counted(report: Report, { bin, start, whole, counts }: Counts, name: string): HTMLElement {
  return table({
    name: "trains-over-time",
    caption: name,
    rows: Array.from({ length: whole }, (_, b) => b),
    most: 8,
    columns: [
      {
        title: `${bin > DAY ? "Week from" : "Day"}${report.clock.zone}`,
        value: (b) => report.clock.sortable(start + b * bin),
        show: (b) => report.clock.date(start + b * bin),
      },
      ...NAMES.map((direction, d) => ({
        title: direction,
        unit: "trains a day",
        value: (b: number) => (counts[d][b] * DAY) / bin,
      })),
    ],
  });
}

// With its table. null: movements were not recorded.
export function throughputChart(report: Report, line: LineIndex, height = 220): HTMLElement | null {
  const { stops } = report;
  if (!stops) return null;
  const { from: start, until } = stops.standing;
  const bin = (until - start) / DAY > 200 ? 7 * DAY : DAY;
  const whole = Math.max(1, Math.floor((until - start) / bin));
  const all = { bin, start, whole, counts: throughput(stops, line, bin) };
  const label = `Trains a day onto ${report.data.network.lines[line].name} over time`;
  const chart = chartBox(label, height, () => option(report, all)).element;
  return h(
    "div",
    {},
    chart,
    folded("As a table", () => counted(report, all, label)),
  );
}
