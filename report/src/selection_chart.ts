// How far candidates are behind the best one, and what difference would be too small to matter.
import type { Candidate, SelectionData } from "./study_data";
import { type ChartOption, axis, chartBox, namesBeside, rowHeight, tip, tooltip } from "./chart";
import { h } from "./dom";
import { estimate, meanOr0, number, shownUnit } from "./format";
import { type Interval, intervalSeries } from "./interval_marks";
import { css, seriesColour } from "./theme";

interface Kind {
  name: string;
  symbol: string;
  colour: number; // of seriesColour
  has(candidate: Candidate): boolean;
}

const isOut = ({ out_after }: Candidate): boolean => out_after !== null;

// `best`: the candidate that is ahead; others may be as good.
const kinds = (best: Candidate): Kind[] => [
  { name: best.state, symbol: "circle", colour: 2, has: (c) => !isOut(c) && c.state === best.state },
  { name: "still in", symbol: "diamond", colour: 1, has: (c) => !isOut(c) && c.state !== best.state },
  { name: "out", symbol: "triangle", colour: 5, has: isOut },
];

function candidateTip(data: SelectionData, candidate: Candidate): HTMLElement {
  const { kpi, score_unit } = data;
  const rows: [string, string][] = [
    [kpi.name, `${estimate(candidate.kpi, kpi.unit)} ${shownUnit(kpi.unit)}`],
    ["behind the best", candidate.behind ? `${estimate(candidate.behind)} ${score_unit}` : "–"],
    ["replications", number(candidate.replications)],
  ];
  if (candidate.cost !== null) rows.push(["cost", `${number(candidate.cost)} ${data.currency}`]);
  return tip(candidate.name, rows, candidate.state);
}

// What is less than the zone apart is as good.
const zoneArea = ({ zone }: SelectionData): object => ({
  silent: true,
  itemStyle: { color: css("--accent-soft") },
  data: [[{ xAxis: 0 }, { xAxis: zone }]],
});

function option(data: SelectionData, row: number): ChartOption {
  const rows = [...data.candidates].reverse(); // from below
  const intervals = rows.flatMap(({ behind }, y): Interval[] =>
    behind && behind[1] !== null ? [[y, behind[0] - behind[1], behind[0] + behind[1], 0]] : [],
  );
  const shown = kinds(data.candidates[data.best]).filter((kind) => rows.some(kind.has));
  const marks = shown.map((kind, i) => ({
    name: kind.name,
    type: "scatter",
    symbol: kind.symbol,
    symbolSize: 12,
    itemStyle: { color: seriesColour(kind.colour) },
    data: rows.flatMap((candidate, y) =>
      kind.has(candidate) ? [{ value: [meanOr0(candidate.behind), y], candidate }] : [],
    ),
    ...(i === 0 ? { markArea: zoneArea(data) } : {}),
  }));
  return {
    grid: { left: 4, right: 24, top: 8, bottom: 40, containLabel: true },
    legend: { data: shown.map(({ name }) => name) },
    tooltip: tooltip({ formatter: (p: { data: { candidate: Candidate } }) => candidateTip(data, p.data.candidate) }),
    xAxis: axis({
      type: "value",
      name: `behind the best, ${data.score_unit}`,
      nameLocation: "middle",
      nameGap: 26,
    }),
    yAxis: axis({
      type: "category",
      data: rows.map(({ name }) => name),
      axisLabel: { color: css("--muted"), interval: 0 },
    }),
    media: namesBeside(300, row),
    series: [...marks, intervalSeries("interval", intervals)],
  };
}

export function behindChart(data: SelectionData): HTMLElement {
  const row = rowHeight(30);
  const label = "How far candidates are behind the best";
  const chart = chartBox(label, 70 + row * data.candidates.length, () => option(data, row));
  const note =
    `Mean over pairs of replications, line: its 95 % interval. Band: the zone of ${number(data.zone)} ${data.score_unit}, ` +
    "less than which does not matter. Who is out was run no more.";
  return h(
    "section",
    { class: "card" },
    h("h3", {}, "How far behind the best"),
    chart.element,
    h("p", { class: "note" }, note),
  );
}
