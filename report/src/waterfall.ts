// A journey as a waterfall: each bar begins where the one before it ends, the last one is the whole.
import { type ChartOption, axis, chartBox, tip, tooltip } from "./chart";
import { duration, fixed, number } from "./format";
import { causeColour, css } from "./theme";

export interface Bar {
  name: string;
  words: string; // what it is, in a tooltip
  cause: number;
  days: number;
}

export interface Waterfall {
  label: string; // for a screen reader
  bars: Bar[];
  total: number; // days
  of: string; // what the figures are: "mean", "time"
  exact: (days: number) => string; // in tooltips; beside the bars it is short
}

// Where each bar begins.
export function starts(bars: Bar[]): number[] {
  let from = 0;
  return bars.map(({ days }) => {
    from += days;
    return from - days;
  });
}

const DAY = 1440;
const NARROW = 640; // px

export const short = (days: number): string => (days < 1 ? duration(days * DAY) : `${fixed(days, 1)} days`);

const UNITS = [
  { name: "minutes", perDay: DAY, below: 1 / 12, steps: [1, 2, 5, 10, 15, 30] },
  { name: "hours", perDay: 24, below: 2, steps: [1, 2, 3, 6, 12] },
];
const MOST_STEPS = 8;

// Of the axis, in days: it ends soon after the journey does, however short that is.
export interface TimeAxis {
  unit: string;
  perDay: number; // of that unit
  max: number | undefined;
  interval?: number; // days, or cut evenly
}

export function timeAxis(total: number): TimeAxis {
  const unit = UNITS.find(({ below }) => total < below);
  if (!unit || total <= 0) return { unit: "days", perDay: 1, max: Math.ceil(total) || undefined };
  const whole = Math.ceil(total * unit.perDay - 1e-6);
  const step = unit.steps.find((one) => whole / one <= MOST_STEPS) ?? unit.steps[unit.steps.length - 1];
  const max = Math.ceil(whole / step) * step;
  return { unit: unit.name, perDay: unit.perDay, max: max / unit.perDay, interval: step / unit.perDay };
}

const WHOLE = "release to arrival";

function tipOf({ bars, total, exact, of }: Waterfall, index: number): HTMLElement {
  const bar = bars[index];
  if (!bar) return tip("From release to arrival", [[of, exact(total)]]);
  return tip(bar.words, [
    [of, exact(bar.days)],
    ["of the journey", `${number((100 * bar.days) / total)} %`],
  ]);
}

// Without the last digits of a sum of intervals.
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

// For values in days, of which the greatest is `most`.
export function daysAxis(most: number, words: string): object {
  const { unit, perDay, max, interval } = timeAxis(most);
  return axis({
    type: "value",
    name: `${unit}, ${words}`,
    nameLocation: "middle",
    nameGap: 26,
    max,
    interval,
    axisLabel: { color: css("--muted"), hideOverlap: true, formatter: (days: number) => number(tidy(days * perDay)) },
  });
}

function option(water: Waterfall): ChartOption {
  const { bars, total } = water;
  const names = innerWidth < NARROW ? 110 : 190; // px
  const coloured = bars.map((bar) => ({ value: bar.days, itemStyle: { color: causeColour(bar.cause) } }));
  return {
    grid: { left: 4, right: 84, top: 8, bottom: 30, containLabel: true },
    tooltip: tooltip({ formatter: (p: { dataIndex: number }) => tipOf(water, p.dataIndex) }),
    xAxis: daysAxis(total, "added up"),
    yAxis: axis({
      type: "category",
      inverse: true,
      data: [...bars.map((bar) => bar.name), WHOLE],
      splitLine: { show: false },
      axisLabel: { color: css("--muted"), width: names, overflow: "truncate", interval: 0 },
    }),
    series: [
      { type: "bar", stack: "w", silent: true, itemStyle: { color: "transparent" }, data: [...starts(bars), 0] },
      {
        type: "bar",
        stack: "w",
        barMaxWidth: 18,
        barMinHeight: 2,
        data: [...coloured, { value: total, itemStyle: { color: css("--neutral") } }],
        label: {
          show: true,
          position: "right",
          color: css("--ink"),
          fontSize: 12,
          formatter: (p: { value: number }) => short(p.value),
        },
      },
    ],
  };
}

export function waterfall(water: Waterfall): HTMLElement {
  return chartBox(water.label, 60 + 26 * (water.bars.length + 1), () => option(water)).element;
}
