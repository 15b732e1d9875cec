// The mean journey of the containers of one origin and destination as a waterfall, cause by cause, from release to
// arrival; and leg by leg, where known.
import { CAUSES, type Journey, type Leg } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { duration, fixed, number } from "./format";
import { type Report, trackText } from "./report";
import { CAUSE_WORDS, causeColour, css } from "./theme";

export interface Step { name: string; cause: number; from: number; days: number }

// Before the train first what comes first: filling, formation; then running, handling, and the waits, longest first.
const BEFORE = ["consolidation", "formation", "plug"], WORK = ["running", "handling", "slowed"];

export function steps(causes: (number | null)[]): Step[] {
  const rank = (c: number): number => {
    const before = BEFORE.indexOf(CAUSES[c]), work = WORK.indexOf(CAUSES[c]);
    return before >= 0 ? before : work >= 0 ? 10 + work : 20 - Math.min(1, (causes[c] ?? 0) / 1000);
  };
  let from = 0;
  return CAUSES.map((_, c) => c).filter((c) => (causes[c] ?? 0) > 1 / 1440).sort((a, b) => rank(a) - rank(b)).map((c) => {
    const step = { name: CAUSES[c], cause: c, from, days: causes[c]! };
    from += step.days;
    return step;
  });
}

export function waterfall(report: Report, journey: Journey): HTMLElement {
  const bars = steps(journey.causes), total = journey.total_mean?.[0] ?? 0;
  const names = [...bars.map((b) => b.name), "release to arrival"];
  const label = (days: number): string => (days < 1 ? duration(days * 1440) : `${fixed(days, 1)} days`);
  const chart = chartBox(`Mean journey ${journey.name} by cause`, 60 + 26 * names.length, () => ({
    grid: { left: 4, right: 84, top: 8, bottom: 30, containLabel: true },
    tooltip: tooltip({ formatter: (p: { dataIndex: number }) => {
      const bar = bars[p.dataIndex];
      return bar ? tip(CAUSE_WORDS[CAUSES[bar.cause]], [["mean", label(bar.days)], ["of the journey", `${number((100 * bar.days) / total)} %`]])
        : tip("From release to arrival", [["mean", `${number(total)} days`]]);
    } }),
    xAxis: axis({ type: "value", name: "days, added up", nameLocation: "middle", nameGap: 26, max: Math.ceil(total) || undefined }),
    yAxis: axis({ type: "category", inverse: true, data: names, splitLine: { show: false } }),
    series: [
      { type: "bar", stack: "w", silent: true, itemStyle: { color: "transparent" }, data: [...bars.map((b) => b.from), 0] },
      {
        type: "bar", stack: "w", barMaxWidth: 18, barMinHeight: 2,
        data: [...bars.map((b) => ({ value: b.days, itemStyle: { color: causeColour(b.cause) } })), { value: total, itemStyle: { color: css("--faint") } }],
        label: { show: true, position: "right", color: css("--ink"), fontSize: 12, formatter: (p: { value: number }) => label(p.value) },
      },
    ],
  })).element;
  return h("div", { class: "stack" }, chart, journey.legs ? legs(report, journey.legs)
    : h("p", { class: "note" }, "Mean over containers delivered in the counted time. Leg by leg with records of containers."));
}

function legs(report: Report, all: Leg[]): HTMLElement {
  const order = CAUSES.map((_, c) => c).filter((c) => all.some((leg) => (leg.causes[c] ?? 0) > 0));
  const rows = [...all].reverse();
  const name = (leg: Leg): string => `${report.pointName(leg.from)} – ${report.pointName(leg.to)}`;
  const chart = chartBox("Leg by leg", 44 + 30 * rows.length, () => ({
    grid: { left: 4, right: 20, top: 4, bottom: 30, containLabel: true },
    tooltip: tooltip({ trigger: "axis", axisPointer: { type: "none" }, formatter: (items: { dataIndex: number }[]) => {
      const leg = rows[items[0].dataIndex];
      return tip(name(leg), order.filter((c) => (leg.causes[c] ?? 0) > 1 / 1440).map((c) => [CAUSES[c], duration(leg.causes[c]! * 1440)]),
        `${trackText(0, leg.gauge_mm) === "ships" ? "ship" : `${leg.gauge_mm} mm`}, mean of ${leg.containers} containers`);
    } }),
    xAxis: axis({ type: "value", name: "days, leg by leg", nameLocation: "middle", nameGap: 26 }),
    yAxis: axis({ type: "category", data: rows.map(name), splitLine: { show: false }, axisLabel: { color: css("--muted"), width: 170, overflow: "truncate" } }),
    series: order.map((c) => ({ name: CAUSES[c], type: "bar", stack: "d", barMaxWidth: 18, itemStyle: { color: causeColour(c) }, data: rows.map((l) => l.causes[c] ?? 0) })),
  })).element;
  return h("div", { class: "stack" }, chart, h("p", { class: "note" }, "Legs: containers of one replication that took the most usual ones."));
}
