// Trains that stand at a point over time, of these the waiting ones by cause. One can look closer.
import { CAUSES, type CauseIndex, type PointIndex } from "./data";
import { type ChartOption, axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { folded } from "./folded";
import { number } from "./format";
import { type Queue, type Stops, queueAt } from "./movements";
import { type Report, causeName } from "./report";
import { table } from "./table";
import { causeColour, css } from "./theme";
import { TimeZoom } from "./zoom";

const DAY = 1440;
const HOUR = 60;

// Shorter bins for shorter times.
function binOf(stops: Stops): number {
  const days = (stops.standing.until - stops.standing.from) / DAY;
  if (days > 60) return DAY;
  return days > 10 ? 6 * HOUR : HOUR;
}

interface Item {
  dataIndex: number;
  seriesName: string;
  value: number;
}

const rounded = (values: Float64Array): number[] => Array.from(values, (x) => Math.round(x * 100) / 100);

function waiting(queue: Queue, cause: CauseIndex): object {
  const color = causeColour(cause);
  return {
    name: causeName(cause),
    type: "line",
    stack: "waiting",
    showSymbol: false,
    sampling: "max",
    data: rounded(queue.waiting[cause]),
    lineStyle: { width: 0 },
    areaStyle: { color, opacity: 1 },
    itemStyle: { color },
  };
}

function standing(queue: Queue): object {
  const color = css("--ink");
  return {
    name: "all standing",
    type: "line",
    showSymbol: false,
    sampling: "max",
    data: rounded(queue.standing),
    lineStyle: { width: 1.2, color },
    itemStyle: { color },
  };
}

// Bins in words.
class Times {
  constructor(
    private report: Report,
    private start: number,
    private bin: number,
  ) {}
  private minute(b: number): number {
    return this.start + b * this.bin;
  }
  sortable(b: number): string | number {
    return this.report.clock.sortable(this.minute(b));
  }
  onAxis(b: number): string {
    const { clock } = this.report;
    const minute = this.minute(b);
    return this.bin >= DAY ? clock.short(minute) : `${clock.short(minute)}, ${clock.dateTime(minute).slice(-5)}`;
  }
  exact(b: number): string {
    const { clock } = this.report;
    const minute = this.minute(b);
    return this.bin >= DAY ? clock.date(minute) : `from ${clock.dateTime(minute)}${clock.zone}`;
  }
  span(first: number, last: number): string {
    const { clock } = this.report;
    return `${clock.date(this.start + first * this.bin)} to ${clock.date(this.start + (last + 1) * this.bin - 1)}`;
  }
}

const causesOf = (queue: Queue): CauseIndex[] =>
  CAUSES.map((_, c) => c).filter((c) => queue.waiting[c].some((x) => x > 0));

function queueTable(queue: Queue, times: Times, name: string): HTMLElement {
  return table({
    name: "queue-over-time",
    caption: name,
    rows: Array.from({ length: queue.bins }, (_, b) => b),
    most: 8,
    columns: [
      { title: "Time", value: (b) => times.sortable(b), show: (b) => times.exact(b) },
      { title: "All standing", unit: "trains", value: (b) => queue.standing[b] },
      ...causesOf(queue).map((cause) => ({
        title: causeName(cause),
        unit: "trains",
        value: (b: number) => queue.waiting[cause][b],
      })),
    ],
  });
}

function option(queue: Queue, times: Times, zoom: TimeZoom): ChartOption {
  const causes = causesOf(queue);
  const say = (items: Item[]): HTMLElement =>
    tip(
      times.exact(items[0].dataIndex),
      items.map((item) => [item.seriesName, number(item.value)]),
    );
  return {
    grid: { left: 4, right: 8, top: 26, bottom: 4, containLabel: true },
    legend: {},
    tooltip: tooltip({ trigger: "axis", formatter: say }),
    xAxis: axis({
      type: "category",
      data: Array.from({ length: queue.bins }, (_, b) => times.onAxis(b)),
      boundaryGap: false,
    }),
    yAxis: axis({
      type: "value",
      name: "trains",
      minInterval: 1,
      axisLine: { show: false },
      nameTextStyle: { align: "left", color: css("--muted") },
    }),
    dataZoom: zoom.option(),
    series: [...causes.map((cause) => waiting(queue, cause)), standing(queue)],
  };
}

// With its table. null: movements were not recorded.
export function queueChart(report: Report, point: PointIndex, height = 220): HTMLElement | null {
  const { stops } = report;
  if (!stops) return null;
  const bin = binOf(stops);
  const queue = queueAt(stops, point, bin);
  const times = new Times(report, stops.standing.from, bin);
  const zoom = new TimeZoom(queue.bins, (first, last) => times.span(first, last));
  const label = `Trains at ${report.data.network.points[point].name} over time`;
  const chart = zoom.around(chartBox(label, height, () => option(queue, times, zoom)));
  return h(
    "div",
    {},
    chart,
    folded("As a table", () => queueTable(queue, times, label)),
  );
}
