// Borders: how long containers stand, what crosses over time, how queues grow.
import type { CrossingRow, DwellRow, PointIndex } from "./data";
import { axis, chartBox, redrawIn, tip, tooltip } from "./chart";
import { h, select } from "./dom";
import { estimate, number, sum } from "./format";
import { onScript } from "./names";
import { queueChart } from "./queue_chart";
import type { Report } from "./report";
import { table } from "./table";
import { css, directionColour } from "./theme";
import { throughputChart } from "./throughput_chart";

const MOST = 14;

export function bordersView(report: Report): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    dwellChart(report),
    h("div", { class: "grid2" }, throughputCard(report), queueCard(report)),
    crossingTable(report),
    dwellTable(report),
  );
}

interface PointDwell {
  point: PointIndex;
  ways: (DwellRow | undefined)[];
  most: number;
}

function byPoint(report: Report): PointDwell[] {
  const points = new Map<PointIndex, PointDwell>();
  for (const row of report.data.dwell) {
    const one = points.get(row.point) ?? { point: row.point, ways: [undefined, undefined], most: 0 };
    one.ways[row.direction] = row;
    one.most = Math.max(one.most, row.p90_h?.[0] ?? row.mean_h?.[0] ?? 0);
    points.set(row.point, one);
  }
  const borders = [...points.values()].filter(
    (p) => report.data.network.points[p.point].role === "border" && p.most > 0,
  );
  return (borders.length > 0 ? borders : [...points.values()]).sort((a, b) => b.most - a.most);
}

// Toys, and networks within one country, have none.
const where = (report: Report, rows: PointDwell[]): string =>
  rows.every((row) => report.data.network.points[row.point].role === "border") ? "at borders" : "at points";

function dwellChart(report: Report): HTMLElement {
  const rows = byPoint(report).slice(0, MOST).reverse();
  if (rows.length === 0) return h("p", { class: "card" }, "Containers stand nowhere for long.");
  const names = ["westbound", "eastbound"];
  const chart = chartBox(`Hours that containers stand ${where(report, rows)}`, 58 + 34 * rows.length, () => ({
    grid: { left: 4, right: 24, top: 12, bottom: 30, containLabel: true },
    legend: { data: names },
    tooltip: tooltip({
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (items: { dataIndex: number }[]) => {
        const row = rows[items[0].dataIndex];
        return tip(
          report.pointName(row.point),
          names.flatMap((name, d): [string, string][] => {
            const way = row.ways[d];
            return way
              ? [
                  [name, `${estimate(way.mean_h)} h`],
                  ["  half within", `${number(way.p50_h?.[0])} h`],
                  ["  nine in ten within", `${number(way.p90_h?.[0])} h`],
                ]
              : [];
          }),
        );
      },
    }),
    xAxis: axis({ type: "value", name: "hours", nameLocation: "middle", nameGap: 26 }),
    yAxis: axis({ type: "category", data: rows.map((r) => report.pointName(r.point)), splitLine: { show: false } }),
    series: names.flatMap((name, d) => [
      {
        name,
        type: "bar",
        barMaxWidth: 11,
        barGap: "25%",
        itemStyle: { color: directionColour(d) },
        data: rows.map((r) => r.ways[d]?.mean_h?.[0] ?? null),
      },
      {
        name: `${name} p90`,
        type: "scatter",
        symbol: "rect",
        symbolSize: [3, 13],
        symbolOffset: [0, d === 0 ? -7 : 7],
        silent: true,
        itemStyle: { color: css("--ink") },
        data: rows.map((r) => r.ways[d]?.p90_h?.[0] ?? null),
      },
    ]),
  }));
  onScript(chart.redraw);
  return h(
    "section",
    { class: "card" },
    h("h3", {}, `How long containers stand ${where(report, rows)}`),
    chart.element,
    h("p", { class: "note" }, "From arrival to departure. Bar: the mean; mark: nine in ten within."),
  );
}

const busiestFirst = (report: Report): CrossingRow[] =>
  [...report.data.crossings].sort((a, b) => sum(b.trains) - sum(a.trains));

function throughputCard(report: Report): HTMLElement {
  const { network } = report.data,
    body = h("div"),
    crossings = busiestFirst(report);
  const lines = crossings.length > 0 ? crossings.map((c) => c.line) : network.lines.map((_, i) => i);
  const options = lines.map((line) => ({ value: String(line), text: network.lines[line].name }));
  const draw = (line: number): void =>
    redrawIn(body, throughputChart(report, line, 260) ?? h("p", { class: "note" }, "Movements were not recorded."));
  if (lines.length > 0) draw(lines[0]);
  return h(
    "section",
    { class: "card" },
    h(
      "div",
      { class: "bar" },
      h("h3", {}, "Trains over time"),
      select("Line", options, String(lines[0] ?? ""), (v) => draw(Number(v))),
    ),
    body,
    h("p", { class: "note" }, "One replication."),
  );
}

function queueCard(report: Report): HTMLElement {
  const { network, waits } = report.data,
    body = h("div");
  const queued = [
    ...new Set(waits.filter((w) => w.is_resource && w.point !== null && w.point !== undefined).map((w) => w.point!)),
  ];
  const borders = network.points
    .map((_, i) => i)
    .filter((i) => network.points[i].role === "border" && !queued.includes(i));
  const options = [...queued, ...borders].map((i) => ({ value: String(i), text: network.points[i].name }));
  const draw = (point: number): void =>
    redrawIn(body, queueChart(report, point, 260) ?? h("p", { class: "note" }, "Movements were not recorded."));
  if (options.length > 0) draw(Number(options[0].value));
  return h(
    "section",
    { class: "card" },
    h(
      "div",
      { class: "bar" },
      h("h3", {}, "Trains standing over time"),
      select("Place", options, options[0]?.value ?? "", (v) => draw(Number(v))),
    ),
    body,
    h(
      "p",
      { class: "note" },
      "Colours: of these, waiting, by cause. Mean over each step of time, one replication. " +
        "Keys + − 0 and arrows zoom and move the picture, too, and Ctrl and wheel.",
    ),
  );
}

function crossingTable(report: Report): HTMLElement {
  const { network } = report.data,
    crossings = busiestFirst(report);
  return h(
    "div",
    { class: "card" },
    table({
      name: "crossings",
      caption: "Border crossings",
      rows: crossings,
      most: 12,
      filter: true,
      columns: [
        { title: "Line", value: (c) => network.lines[c.line].name },
        { title: "From", value: (c) => c.from_country },
        { title: "To", value: (c) => c.to_country },
        { title: "Trains west", value: (c) => c.trains[0] },
        { title: "Trains east", value: (c) => c.trains[1] },
        { title: "TEU west", value: (c) => c.teu[0] },
        { title: "TEU east", value: (c) => c.teu[1] },
      ],
    }),
  );
}

function dwellTable(report: Report): HTMLElement {
  const rows = report.data.dwell.filter((d) => (d.mean_h?.[0] ?? 0) > 0.01).sort((a, b) => b.mean_h![0] - a.mean_h![0]);
  return h(
    "div",
    { class: "card" },
    table({
      name: "dwell",
      caption: "Hours that containers stand, all points",
      rows,
      most: 8,
      filter: true,
      columns: [
        { title: "Point", value: (d) => report.data.network.points[d.point].name },
        { title: "Direction", value: (d) => ["westbound", "eastbound"][d.direction] },
        { title: "Mean", unit: "h", value: (d) => d.mean_h },
        { title: "Half within", unit: "h", value: (d) => d.p50_h },
        { title: "Nine in ten within", unit: "h", value: (d) => d.p90_h },
      ],
    }),
  );
}
