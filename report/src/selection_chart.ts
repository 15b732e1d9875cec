// How far candidates are behind the best one, and what difference would be too small to matter.
import type { Estimate } from "./data";
import type { Candidate, SelectionData } from "./study_data";
import { type ChartOption, axis, chartBox, namesBeside, rowHeight, tip, tooltip } from "./chart";
import { h } from "./dom";
import { differenceUnit, estimate, exact, meanOr0, number, shownUnit, toldDifference } from "./format";
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
  { name: "out: run no more", symbol: "triangle", colour: 5, has: isOut },
];

const behindOf = ({ score_unit }: SelectionData, { behind }: Candidate): Estimate => toldDifference(behind, score_unit);

function candidateTip(data: SelectionData, candidate: Candidate): HTMLElement {
  const { kpi, score_unit } = data;
  const rows: [string, string][] = [
    [kpi.name, `${estimate(candidate.kpi, kpi.unit)} ${shownUnit(kpi.unit)}`],
    [
      "behind the best",
      candidate.behind ? `${estimate(behindOf(data, candidate))} ${differenceUnit(score_unit)}` : "–",
    ],
    ["replications", number(candidate.replications)],
  ];
  if (candidate.cost !== null) rows.push(["cost", `${number(candidate.cost)} ${data.currency}`]);
  return tip(candidate.name, rows, candidate.state);
}

const zoneText = ({ zone, score_unit }: SelectionData): string =>
  `${exact(toldDifference([zone, null], score_unit)![0])} ${differenceUnit(score_unit)}`;

const zoneStyle = (): object => ({
  color: css("--accent-soft"),
  borderColor: css("--accent"),
  borderWidth: 1,
  borderType: "dashed",
});

// What is less than the zone apart is as good. A series without marks, so that the legend has it.
const zoneSeries = (data: SelectionData): object => ({
  name: `zone: ${zoneText(data)}`,
  type: "bar",
  itemStyle: zoneStyle(),
  data: [],
  markArea: {
    silent: true,
    itemStyle: zoneStyle(),
    data: [[{ xAxis: 0 }, { xAxis: toldDifference([data.zone, null], data.score_unit)![0] }]],
  },
});

const SIZE = 12;
const SIZE_ON_MAP = 18;

// Of candidates of one kind. `rows`: as they stand from below; `marked`: the candidate that the map shows.
function marksOf(kind: Kind, data: SelectionData, rows: Candidate[], marked: number): object {
  const mark = (candidate: Candidate, y: number): object => ({
    value: [meanOr0(behindOf(data, candidate)), y],
    candidate: data.candidates.indexOf(candidate), // ECharts has copies of what it is given
    symbolSize: candidate === data.candidates[marked] ? SIZE_ON_MAP : SIZE,
  });
  return {
    name: kind.name,
    type: "scatter",
    symbol: kind.symbol,
    itemStyle: { color: seriesColour(kind.colour) },
    data: rows.flatMap((candidate, y) => (kind.has(candidate) ? [mark(candidate, y)] : [])),
  };
}

const intervalsOf = (data: SelectionData, rows: Candidate[]): Interval[] =>
  rows.flatMap((candidate, y): Interval[] => {
    const [mean, half] = behindOf(data, candidate) ?? [0, null];
    return half === null ? [] : [[y, mean - half, mean + half, 0]];
  });

function option(data: SelectionData, row: number, marked: number): ChartOption {
  const rows = [...data.candidates].reverse(); // from below
  const names = rows.map(({ name }) => name);
  const shown = kinds(data.candidates[data.best]).filter((kind) => rows.some(kind.has));
  const zone = zoneSeries(data) as { name: string };
  return {
    grid: { left: 4, right: 24, top: 8, bottom: 40, containLabel: true },
    legend: { data: [...shown.map(({ name }) => name), zone.name] },
    tooltip: tooltip({
      formatter: (p: { data: { candidate: number } }) => candidateTip(data, data.candidates[p.data.candidate]),
    }),
    xAxis: axis({
      type: "value",
      name: `behind the best, ${differenceUnit(data.score_unit)}`,
      nameLocation: "middle",
      nameGap: 26,
    }),
    yAxis: axis({
      type: "category",
      data: names,
      axisLabel: { color: css("--muted"), interval: 0 },
    }),
    media: namesBeside(300, row, names),
    series: [
      zone,
      ...shown.map((kind) => marksOf(kind, data, rows, marked)),
      intervalSeries("interval", intervalsOf(data, rows)),
    ],
  };
}

export interface BehindChart {
  element: HTMLElement;
  mark(candidate: number): void; // as the one on the map
}

export function behindChart(data: SelectionData, pick: (candidate: number) => void): BehindChart {
  const row = rowHeight(30);
  const label = "How far candidates are behind the best";
  let marked = data.best;
  const box = chartBox(label, 70 + row * data.candidates.length, () => option(data, row, marked));
  box.chart.on("click", (event) => {
    const { candidate } = event.data as { candidate: number };
    if (data.candidates[candidate].on_map) pick(candidate);
  });
  const onMap = data.network ? " The larger mark is the one on the map; a click on another shows that." : "";
  const note =
    `Mean over pairs of replications, line: its 95 % interval. Zone: less than ${zoneText(data)} does not matter. ` +
    `Who is out was run no more.${onMap}`;
  return {
    element: h(
      "section",
      { class: "card" },
      h("h3", {}, "How far behind the best"),
      box.element,
      h("p", { class: "note" }, note),
    ),
    mark: (candidate) => {
      marked = candidate;
      box.redraw();
    },
  };
}
