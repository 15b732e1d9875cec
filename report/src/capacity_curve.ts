// The share of demand that is left behind over the demand: what is carried for good, between what the capacity lies, and
// the bound.
import type { BoundRow } from "./data";
import type { CapacityData, CapacityStep, CapacityTrial } from "./study_data";
import { type ChartOption, axis, chartBox, percentTick, tip, tooltip } from "./chart";
import { choice, h } from "./dom";
import { estimate, fixed, number, percent } from "./format";
import { css, seriesColour } from "./theme";

const SYMBOLS: Record<CapacityTrial["verdict"], string> = {
  carried: "circle",
  unclear: "diamond",
  "not carried": "triangle",
  gridlock: "rect",
};
const FARTHEST = 3; // times the most that was tried: a bound beyond it would squeeze all else

export const stepName = (step: CapacityStep): string => (step.widened ? `with ${step.widened}` : "as it is");
export const times = (demand: number | null): string => (demand === null ? "–" : fixed(demand, 2));

interface Api {
  value(i: number): number;
  coord(at: [number, number]): [number, number];
}

function drawBar(_: unknown, api: Api): object {
  const [low, high] = [1, 2].map((i) => api.coord([api.value(0), api.value(i)]));
  return {
    type: "line",
    shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] },
    style: { stroke: css("--muted"), lineWidth: 1.5 },
  };
}

const NEAR = 10; // times what is tolerated

const isNear = ({ left_behind }: CapacityTrial, tolerated: number): boolean =>
  left_behind !== null && left_behind[0] <= NEAR * tolerated;

// A round number that is at least as great.
export function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Number((Math.ceil(value / (unit / 2) - 1e-9) * (unit / 2)).toPrecision(12));
}

// What the picture has to hold.
class Extent {
  readonly bound: BoundRow | undefined; // of the railway as it is; those of later steps are in the table
  readonly isDrawn: boolean;
  readonly most: number;
  readonly near: number; // as far as something near the limit is
  readonly least: number;

  constructor(data: CapacityData) {
    const trials = data.steps.flatMap((step) => step.trials);
    const tried = Math.max(...trials.map((trial) => trial.demand), 1);
    this.bound = data.bounds.find((bound) => bound.times_demand !== null);
    this.isDrawn = this.bound !== undefined && this.bound.times_demand! <= FARTHEST * tried;
    const bound = this.isDrawn ? this.bound!.times_demand! : 0;
    this.most = Math.max(tried, bound);
    const close = trials.filter((trial) => isNear(trial, data.tolerated)).map((trial) => trial.demand);
    this.near = close.length > 0 ? Math.max(...close, ...data.steps.map((step) => step.not_carried ?? 0), bound) : 0;
    // Of a demand that is carried more may be delivered than came in the time, so that less than nothing is left.
    this.least = Math.min(0, ...trials.map((trial) => trial.left_behind?.[0] ?? 0));
  }
}

const isBetween = (step: CapacityStep): boolean => step.carried !== null && step.not_carried !== null;

function lines(data: CapacityData, { bound, isDrawn }: Extent): object {
  const label = { formatter: () => `bound: ${bound?.name}`, color: css("--muted"), position: "insideEndTop" };
  const upright = isDrawn ? [{ xAxis: bound!.times_demand, name: "bound", label }] : [];
  return {
    symbol: "none",
    silent: true,
    precision: 6,
    lineStyle: { type: "dashed", color: css("--ink") },
    data: [...upright, { yAxis: data.tolerated, label: { show: false } }],
  };
}

function stepSeries(data: CapacityData, extent: Extent, step: CapacityStep, i: number): object[] {
  const color = seriesColour(i);
  const trials = step.trials.filter((trial) => trial.left_behind);
  const known = trials.filter((trial) => trial.left_behind![1] !== null);
  const band = {
    silent: true,
    itemStyle: { color, opacity: 0.16 },
    data: [[{ xAxis: step.carried }, { xAxis: step.not_carried }]],
  };
  const shown = {
    name: stepName(step),
    type: "line",
    symbolSize: 10,
    itemStyle: { color },
    lineStyle: { color, width: 1.5 },
    data: trials.map((trial) => ({
      value: [trial.demand, trial.left_behind![0]],
      symbol: SYMBOLS[trial.verdict],
      trial,
    })),
    ...(isBetween(step) ? { markArea: band } : {}),
    ...(i === 0 ? { markLine: lines(data, extent) } : {}),
  };
  const interval = ({ demand, left_behind }: CapacityTrial): number[] => {
    const [share, half] = left_behind!;
    return [demand, share - half!, share + half!];
  };
  const bars = { type: "custom", silent: true, clip: true, renderItem: drawBar, data: known.map(interval) };
  return [shown, bars];
}

function trialTip(trial: CapacityTrial | undefined): HTMLElement {
  if (!trial) return tip("");
  return tip(
    `${number(trial.demand)} times the demand`,
    [
      ["left behind", estimate(trial.left_behind, "share")],
      ["replications", String(trial.replications)],
      ["verdict", trial.verdict],
    ],
    trial.reason,
  );
}

function option(data: CapacityData, extent: Extent, near: boolean): ChartOption {
  return {
    grid: { left: 8, right: 24, top: 30, bottom: 34, containLabel: true },
    legend: { data: data.steps.map(stepName) },
    tooltip: tooltip({ formatter: (p: { data: { trial?: CapacityTrial } }) => trialTip(p.data.trial) }),
    xAxis: axis({
      type: "value",
      name: "times the scenario's demand",
      nameLocation: "middle",
      nameGap: 28,
      min: 0,
      max: roundUp(1.02 * (near ? extent.near : extent.most)),
    }),
    yAxis: axis({
      type: "value",
      name: "left behind",
      min: Math.max(-data.tolerated, extent.least),
      ...(near ? { max: NEAR * data.tolerated } : {}),
      nameTextStyle: { align: "left", color: css("--muted") },
      axisLabel: { color: css("--muted"), formatter: percentTick, showMinLabel: extent.least === 0 }, // else no round one
    }),
    series: data.steps.flatMap((step, i) => stepSeries(data, extent, step, i)),
  };
}

function boundNote({ bound, isDrawn }: Extent): string {
  if (!bound) return "";
  const what = "the bound of a railway without waiting, meets or chance";
  if (isDrawn) return `Dashed, upright: ${what}.`;
  return `Not drawn, far to the right: ${what}, ${times(bound.times_demand)} times the demand.`;
}

function queues(data: CapacityData): string {
  if (data.points_looked_at) return "service and point";
  return data.flows ? "service asked about" : "service";
}

function note(data: CapacityData, extent: Extent): HTMLElement {
  const level = `More than ${percent(data.tolerated, 1)} left behind (dashed, level), or a train of each service where that is more, is too much.`;
  const band = "Band: between what is carried and what is not.";
  const verdicts =
    `Lines: 95 % intervals; verdicts go by 99 %, and by the queue of each ${queues(data)} ` +
    "alone, so that a demand may be too much though the mean lies below the level. Circle: carried, triangle: not carried, diamond: unclear, square: gridlock.";
  return h("p", { class: "note" }, [level, band, boundNote(extent), verdicts].filter(Boolean).join(" "));
}

export function capacityCurve(data: CapacityData): HTMLElement {
  const extent = new Extent(data);
  const isAnyNear = extent.near > 0;
  let near = isAnyNear;
  const chart = chartBox("Share of demand left behind over demand", 380, () => option(data, extent, near));
  const options = [
    { value: "near", text: "near the limit" },
    { value: "all", text: "all" },
  ];
  const which = choice("Show", options, "near", (value) => {
    near = value === "near";
    chart.redraw();
  });
  const bar = h("div", { class: "bar" }, h("h3", {}, "What is left behind, by demand"), isAnyNear && which);
  return h("section", { class: "card" }, bar, chart.element, note(data, extent));
}
