// The mean journey of the containers of one origin and destination, cause by cause from release to arrival; and leg by
// leg, where known.
import { CAUSES, type Journey, type Leg } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { duration } from "./format";
import { type Report, trackText } from "./report";
import { CAUSE_WORDS, causeColour, css } from "./theme";
import { type Bar, short, waterfall } from "./waterfall";

const DAY = 1440;
const MINUTE = 1 / DAY;

// Before the train first what comes first: filling, formation; then running, handling, and the waits, longest first.
const BEFORE = ["consolidation", "formation", "plug"];
const WORK = ["running", "handling", "slowed"];

export function meanBars(causes: (number | null)[]): Bar[] {
  const rank = (c: number): number => {
    const before = BEFORE.indexOf(CAUSES[c]);
    const work = WORK.indexOf(CAUSES[c]);
    if (before >= 0) return before;
    return work >= 0 ? 10 + work : 20 - Math.min(1, (causes[c] ?? 0) / 1000);
  };
  return CAUSES.map((_, c) => c)
    .filter((c) => (causes[c] ?? 0) > MINUTE)
    .sort((a, b) => rank(a) - rank(b))
    .map((c) => ({ name: CAUSES[c], words: CAUSE_WORDS[CAUSES[c]], cause: c, days: causes[c]! }));
}

const LEG_BY_LEG = "Leg by leg with records of containers.";
const MEAN_OF = "Mean over containers delivered in the counted time.";

export function meanJourney(report: Report, journey: Journey): HTMLElement {
  const chart = waterfall({
    label: `Mean journey ${journey.name} by cause`,
    bars: meanBars(journey.causes),
    total: journey.total_mean?.[0] ?? 0,
    of: "mean",
    exact: short,
  });
  const below = journey.legs ? legs(report, journey.legs) : h("p", { class: "note" }, `${MEAN_OF} ${LEG_BY_LEG}`);
  return h("div", { class: "stack" }, chart, below);
}

function legTip(leg: Leg, name: string, order: number[]): HTMLElement {
  const rows = order
    .filter((c) => (leg.causes[c] ?? 0) > MINUTE)
    .map((c): [string, string] => [CAUSES[c], duration(leg.causes[c]! * DAY)]);
  const by = trackText(0, leg.gauge_mm) === "ships" ? "ship" : `${leg.gauge_mm} mm`;
  return tip(name, rows, `${by}, mean of ${leg.containers} containers`);
}

function legs(report: Report, all: Leg[]): HTMLElement {
  const order = CAUSES.map((_, c) => c).filter((c) => all.some((leg) => (leg.causes[c] ?? 0) > 0));
  const rows = [...all].reverse();
  const name = (leg: Leg): string => `${report.pointName(leg.from)} – ${report.pointName(leg.to)}`;
  const chart = chartBox("Leg by leg", 44 + 30 * rows.length, () => ({
    grid: { left: 4, right: 20, top: 4, bottom: 30, containLabel: true },
    tooltip: tooltip({
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (items: { dataIndex: number }[]) => {
        const leg = rows[items[0].dataIndex];
        return legTip(leg, name(leg), order);
      },
    }),
    xAxis: axis({ type: "value", name: "days, leg by leg", nameLocation: "middle", nameGap: 26 }),
    yAxis: axis({
      type: "category",
      data: rows.map(name),
      splitLine: { show: false },
      axisLabel: { color: css("--muted"), width: 170, overflow: "truncate" },
    }),
    series: order.map((c) => ({
      name: CAUSES[c],
      type: "bar",
      stack: "d",
      barMaxWidth: 18,
      itemStyle: { color: causeColour(c) },
      data: rows.map((leg) => leg.causes[c] ?? 0),
    })),
  })).element;
  const note = "Legs: containers of one replication that took the most usual ones.";
  return h("div", { class: "stack" }, chart, h("p", { class: "note" }, note));
}
