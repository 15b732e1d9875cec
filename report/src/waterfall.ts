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

const WHOLE = "release to arrival";

function tipOf({ bars, total, exact, of }: Waterfall, index: number): HTMLElement {
  const bar = bars[index];
  if (!bar) return tip("From release to arrival", [[of, exact(total)]]);
  return tip(bar.words, [
    [of, exact(bar.days)],
    ["of the journey", `${number((100 * bar.days) / total)} %`],
  ]);
}

function option(water: Waterfall): ChartOption {
  const { bars, total } = water;
  const names = innerWidth < NARROW ? 110 : 190; // px
  const coloured = bars.map((bar) => ({ value: bar.days, itemStyle: { color: causeColour(bar.cause) } }));
  return {
    grid: { left: 4, right: 84, top: 8, bottom: 30, containLabel: true },
    tooltip: tooltip({ formatter: (p: { dataIndex: number }) => tipOf(water, p.dataIndex) }),
    xAxis: axis({
      type: "value",
      name: "days, added up",
      nameLocation: "middle",
      nameGap: 26,
      max: Math.ceil(total) || undefined,
    }),
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
