// Published figures beside simulated ones: how near these come, in words, in a picture and in columns.
import type { PublishedRow } from "./data";
import { type ChartOption, axis, chartBox, namesBeside, rowHeight, tip, tooltip } from "./chart";
import { estimate, number, percent } from "./format";
import { type Interval, intervalSeries } from "./interval_marks";
import type { Column } from "./table";
import { css, seriesColour } from "./theme";

export const SHOWN = 24; // in one picture: more could not be read on paper

const VERDICT_WORDS: [verdict: string, one: string, many: string][] = [
  ["agrees", "agrees", "agree"],
  ["close", "close", "close"],
  ["miss", "misses", "miss"],
  ["not simulated", "not simulated", "not simulated"],
  ["not observed", "not observed", "not observed"],
];

export function counts(rows: PublishedRow[]): string {
  const parts = VERDICT_WORDS.map(([verdict, one, many]) => {
    const n = rows.filter((r) => r.verdict === verdict).length;
    return n > 0 ? `${n} ${n === 1 ? one : many}` : "";
  });
  return parts.filter(Boolean).join(", ");
}

// docs/decisions/0005.
export const AGREES =
  "A figure agrees if what is published (low to high, ± its tolerance, or its value as rounded) meets the 95 % confidence " +
  "interval of the simulated mean, and is close if it meets only the range of 95 % of single replications: how far off " +
  "it is does not decide it.";

export const MARKS =
  "Circle: agrees, diamond: close, triangle: miss; hollow: not counted; at the edges: beyond. Grey bar: what is " +
  "published, thin line: the interval of the mean.";

// [colour of a series, symbol]
const VERDICTS: Record<string, [number, string]> = {
  agrees: [2, "circle"],
  close: [1, "diamond"],
  miss: [5, "triangle"],
};

// Hollow, unless it counts.
function verdictMark(row: PublishedRow): object {
  const [series, symbol] = VERDICTS[row.verdict] ?? [null, "rect"];
  const colour = series === null ? css("--neutral") : seriesColour(series);
  const color = row.held_back ? colour : css("--card");
  return { symbol, itemStyle: { color, borderColor: colour, borderWidth: 2, opacity: 1 } };
}

const within = (ratio: number): number => Math.min(4, Math.max(0.25, ratio));

const nameOf = (r: PublishedRow): string => `${r.observable}, ${r.scope}`;

function rangeText(r: PublishedRow): string {
  if (r.low !== null && r.high !== null) return `${number(r.published)} (${number(r.low)} to ${number(r.high)})`;
  return number(r.published) + (r.tolerance ? ` ± ${number(r.tolerance)}` : "");
}

const publishedTip = (r: PublishedRow): HTMLElement =>
  tip(
    nameOf(r),
    [
      ["published", `${rangeText(r)} ${r.unit}`],
      ["simulated", `${estimate(r.simulated)} ${r.unit}`],
      ["verdict", r.verdict],
    ],
    `${r.role}${r.held_back ? ", held back" : ""}, ${r.period}, ${r.sources}`,
  );

const interval = (r: PublishedRow, y: number, from: number, until: number): Interval => [
  y,
  within(from / r.published),
  within(until / r.published),
  0,
];

function series(rows: PublishedRow[]): object[] {
  const believed = rows.map((r, y) => interval(r, y, ...r.believed));
  const known = rows.flatMap((r, y) => {
    const [mean, half] = r.simulated!;
    return half === null ? [] : [interval(r, y, mean - half, mean + half)];
  });
  const one = {
    symbol: "none",
    silent: true,
    data: [{ xAxis: 1 }],
    lineStyle: { color: css("--ink"), type: "solid" },
    label: { show: false },
  };
  const marks = {
    name: "simulated",
    type: "scatter",
    symbolSize: 10,
    data: rows.map((r, y) => ({ value: [within(r.simulated![0] / r.published), y], ...verdictMark(r) })),
    markLine: one,
  };
  return [intervalSeries("published", believed, "--neutral", 6), marks, intervalSeries("interval", known)];
}

function option(rows: PublishedRow[], row: number): ChartOption {
  return {
    grid: { left: 4, right: 24, top: 8, bottom: 30, containLabel: true },
    tooltip: tooltip({ formatter: (p: { dataIndex: number }) => publishedTip(rows[p.dataIndex]) }),
    xAxis: axis({
      type: "log",
      logBase: 2,
      min: 0.25,
      max: 4,
      name: "simulated over published",
      nameLocation: "middle",
      nameGap: 26,
    }),
    yAxis: axis({
      type: "category",
      data: rows.map((r) => nameOf(r).slice(0, 58)),
      axisLabel: { color: css("--muted"), interval: 0 },
    }),
    media: namesBeside(320, row),
    series: series(rows),
  };
}

// Simulated over published, 1 is agreement; from above. All of them are simulated, and none was published as 0.
export function ratioChart(label: string, rows: PublishedRow[]): HTMLElement {
  const fromBelow = [...rows].reverse();
  const row = rowHeight(22);
  return chartBox(label, 60 + row * rows.length, () => option(fromBelow, row)).element;
}

// `counted`: what those that are counted are called.
export const publishedColumns = <Row extends PublishedRow>(counted: string): Column<Row>[] => [
  { title: "Figure", value: (r) => r.observable },
  { title: "Where", value: (r) => r.scope },
  { title: "When", value: (r) => r.period },
  { title: "Role", value: (r) => r.role },
  { title: counted, value: (r) => (r.held_back ? "yes" : "no") },
  { title: "Unit", value: (r) => r.unit },
  { title: "Published", value: (r) => r.published },
  { title: "±", value: (r) => r.tolerance },
  { title: "Low", value: (r) => r.low },
  { title: "High", value: (r) => r.high },
  { title: "Simulated", value: (r) => r.simulated },
  { title: "Deviation", value: (r) => r.deviation, show: (r) => percent(r.deviation) },
  { title: "Verdict", value: (r) => r.verdict },
  { title: "Sources", value: (r) => r.sources },
  { title: "Confidence", value: (r) => r.confidence },
  { title: "Why not compared", value: (r) => r.why_not },
];
