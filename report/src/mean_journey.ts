// The mean journey of the containers of one origin and destination, cause by cause from release to arrival; and leg by
// leg, where known.
import { CAUSES, type Journey, type Leg } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { duration, fixed, number } from "./format";
import { type Report, trackText } from "./report";
import { table } from "./table";
import { CAUSE_WORDS, causeColour, css } from "./theme";
import { type Bar, daysAxis, short, waterfall } from "./waterfall";

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
  const below = journey.legs
    ? legs(report, journey, journey.legs)
    : h("p", { class: "note" }, `${MEAN_OF} ${LEG_BY_LEG}`);
  return h("div", { class: "stack" }, chart, below);
}

const gaugeOf = (leg: Leg): string => (trackText(0, leg.gauge_mm) === "ships" ? "ship" : `${leg.gauge_mm} mm`);
const daysOf = (leg: Leg): number => leg.causes.reduce<number>((sum, days) => sum + (days ?? 0), 0);

// Legs are of fewer containers than the mean above them, and of one replication: the two totals differ.
export function legsNote(journey: Journey, all: Leg[]): string {
  const { containers } = all[0];
  const recorded = journey.single ? ` of the ${number(journey.single.recorded)} recorded` : "";
  const days = short(all.reduce((sum, leg) => sum + daysOf(leg), 0));
  return (
    `Legs: containers of one replication that took the most usual ones, ${number(containers)}${recorded}: ${days} together. ` +
    `Above them: all containers delivered, ${short(journey.total_mean?.[0] ?? 0)}, mean over replications.`
  );
}

function legTable(name: (leg: Leg) => string, all: Leg[], order: number[]): HTMLElement {
  return table({
    name: "legs",
    caption: "Leg by leg",
    rows: all,
    columns: [
      { title: "Leg", value: name },
      { title: "By", value: gaugeOf },
      { title: "All", unit: "days", value: daysOf, show: (leg) => fixed(daysOf(leg), 2) },
      ...order.map((c) => ({
        title: CAUSES[c],
        unit: "days",
        value: (leg: Leg) => leg.causes[c],
        show: (leg: Leg) => (leg.causes[c] === null ? "–" : fixed(leg.causes[c]!, 2)),
      })),
    ],
  });
}

function legTip(leg: Leg, name: string, order: number[]): HTMLElement {
  const rows = order
    .filter((c) => (leg.causes[c] ?? 0) > MINUTE)
    .map((c): [string, string] => [CAUSES[c], duration(leg.causes[c]! * DAY)]);
  return tip(name, rows, `${gaugeOf(leg)}, mean of ${leg.containers} containers`);
}

function legs(report: Report, journey: Journey, all: Leg[]): HTMLElement {
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
    xAxis: daysAxis(Math.max(...all.map(daysOf)), "leg by leg"),
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
  const note = h("p", { class: "note" }, legsNote(journey, all));
  return h("div", { class: "stack" }, chart, note, legTable(name, all, order));
}
