// How much demand is carried for good: what was tried, between what the capacity lies, the bound, and what binds.
import { CAUSES, type BoundRow } from "./data";
import type { CapacityData, CapacityStep, CapacityTrial } from "./study_data";
import { axis, chartBox, legend, tip, tooltip } from "./chart";
import { choice, h } from "./dom";
import { estimate, fixed, number, percent } from "./format";
import { headline } from "./overview";
import { table } from "./table";
import { CAUSE_WORDS, css } from "./theme";

const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];
const SYMBOLS: Record<CapacityTrial["verdict"], string> = { carried: "circle", unclear: "diamond", "not carried": "triangle", gridlock: "rect" };

export function capacityView(data: CapacityData): HTMLElement {
  return h("div", { class: "stack" }, h("section", { class: "card ask" }, headline(data)), curve(data),
    h("div", { class: "grid2" }, data.steps.map((step, i) => stepCard(step, i))),
    data.bounds.length > 0 ? bounds(data.bounds) : null, trialTable(data));
}

const stepName = (step: CapacityStep): string => (step.widened ? `with ${step.widened}` : "as it is");

const times = (demand: number | null): string => (demand === null ? "–" : fixed(demand, 2));

export const spanText = (step: CapacityStep): string => {
  if (step.carried === null) return `not even ${times(step.not_carried)} times the demand is carried for good`;
  if (step.not_carried === null) return `${times(step.carried)} times the demand and more is carried for good`;
  return `${times(step.carried)} times the demand is carried for good, ${times(step.not_carried)} times is not`;
};

function stepCard(step: CapacityStep, i: number): HTMLElement {
  const b = step.binding;
  return h("section", { class: "card" }, h("h3", {}, i === 0 ? "The railway as it is" : `With ${step.widened}`),
    h("p", {}, h("strong", {}, spanText(step))),
    b && h("p", { class: "note" }, `Above that binds ${b.name}: ${CAUSE_WORDS[CAUSES[b.cause]]}, ${percent(b.share)} of the container-hours of waiting.`),
    step.spin_up_is_short && h("p", { class: "note" }, `Queues settle later than counting begins (${number(step.warm_up_days)} days); the capacity may be higher.`));
}

interface Api { value(i: number): number; coord(at: [number, number]): [number, number] }

function drawBar(_: unknown, api: Api): object {
  const low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
  return { type: "line", shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke: css("--muted"), lineWidth: 1.5 } };
}

function curve(data: CapacityData): HTMLElement {
  // Of the railway as it is; those of later steps are in the table.
  const bound = data.bounds.find((b) => b.times_demand !== null);
  const known = (s: CapacityStep): s is CapacityStep & { carried: number; not_carried: number } => s.carried !== null && s.not_carried !== null;
  const tried = Math.max(...data.steps.flatMap((s) => s.trials.map((t) => t.demand)), 1);
  const drawn = bound !== undefined && bound.times_demand! <= 3 * tried; // farther away it would squeeze all else
  const most = drawn ? Math.max(tried, bound.times_demand!) : tried;
  const marks = drawn ? [{ xAxis: bound.times_demand, name: "bound", label: { formatter: () => `bound: ${bound.name}`, color: css("--muted"), position: "insideEndTop" } }] : [];
  // Of a demand that is carried more may be delivered than came in the time, so that less than nothing is left.
  const least = Math.min(0, ...data.steps.flatMap((s) => s.trials.map((t) => t.left_behind?.[0] ?? 0)));
  let near = true;
  const chart = chartBox("Share of demand left behind over demand", 380, () => ({
    grid: { left: 8, right: 24, top: 48, bottom: 34, containLabel: true }, legend: legend({ data: data.steps.map(stepName) }),
    tooltip: tooltip({ formatter: (p: { data: { trial?: CapacityTrial } }) => {
      const t = p.data.trial;
      return t ? tip(`${number(t.demand)} times the demand`, [["left behind", estimate(t.left_behind, "share")], ["replications", String(t.replications)], ["verdict", t.verdict]], t.overloaded && `${t.overloaded} alone shows it`) : tip("");
    } }),
    xAxis: axis({ type: "value", name: "times the scenario's demand", nameLocation: "middle", nameGap: 28, min: 0, max: Math.ceil(most * 1.05) }),
    yAxis: axis({ type: "value", name: "left behind", min: Math.max(-data.tolerated, least), ...(near ? { max: 10 * data.tolerated } : {}), nameTextStyle: { align: "left", color: css("--muted") }, axisLabel: { color: css("--muted"), formatter: (x: number) => percent(x) } }),
    series: data.steps.flatMap((step, i) => {
      const colour = COLOURS[i % COLOURS.length], trials = step.trials.filter((t) => t.left_behind);
      return [
        {
          name: stepName(step), type: "line", symbolSize: 10, itemStyle: { color: colour }, lineStyle: { color: colour, width: 1.5 },
          data: trials.map((t) => ({ value: [t.demand, t.left_behind![0]], symbol: SYMBOLS[t.verdict], trial: t })),
          ...(known(step) ? { markArea: { silent: true, itemStyle: { color: colour, opacity: 0.16 }, data: [[{ xAxis: step.carried }, { xAxis: step.not_carried }]] } } : {}),
          ...(i === 0 ? { markLine: { symbol: "none", silent: true, precision: 6, lineStyle: { type: "dashed", color: css("--ink") }, data: [...marks, { yAxis: data.tolerated, label: { show: false } }] } } : {}),
        },
        { type: "custom", silent: true, clip: true, renderItem: drawBar, data: trials.filter((t) => t.left_behind![1] !== null).map((t) => [t.demand, t.left_behind![0] - t.left_behind![1]!, t.left_behind![0] + t.left_behind![1]!]) },
      ];
    }),
  }));
  const zoom = choice("Show", [{ value: "near", text: "near the limit" }, { value: "all", text: "all" }], "near", (v) => { near = v === "near"; chart.redraw(); });
  return h("section", { class: "card" }, h("div", { class: "bar" }, h("h3", {}, "What is left behind, by demand"), zoom), chart.element,
    h("p", { class: "note" }, `Carried for good is what leaves less than ${percent(data.tolerated, 1)} behind (dashed, level). Band: between what is carried and what is not. ${boundNote(bound, drawn)} Lines: 95 % intervals; verdicts go by 99 %, and by each service alone, so that a demand may be too much though the mean lies below the level. Circle: carried, triangle: not carried, diamond: unclear, square: gridlock.`));
}

function boundNote(bound: BoundRow | undefined, drawn: boolean): string {
  if (!bound) return "";
  const what = "the bound of a railway without waiting, meets or chance";
  return drawn ? `Dashed, upright: ${what}.` : `Not drawn, far to the right: ${what}, ${times(bound.times_demand)} times the demand.`;
}

function bounds(rows: BoundRow[]): HTMLElement {
  return h("div", { class: "card" }, table({
    name: "bounds", caption: "The bound, and what would bind then", rows, most: 8,
    columns: [
      { title: "Step", value: (b) => b.step }, { title: "Times demand", value: (b) => b.times_demand }, { title: "Binds", value: (b) => b.name },
      { title: "By its", value: (b) => b.kind }, { title: "One more gives", value: (b) => b.price, show: (b) => (b.price === null ? "–" : `${number(b.price)} ${b.unit} per ${b.capacity_unit}`) },
    ],
  }));
}

function trialTable(data: CapacityData): HTMLElement {
  const rows = data.steps.flatMap((step) => step.trials.map((trial) => ({ step, trial })));
  return h("div", { class: "card" }, table({
    name: "trials", caption: "What was tried", rows, most: 20,
    columns: [
      { title: "Railway", value: (r) => stepName(r.step) }, { title: "Times demand", value: (r) => r.trial.demand },
      { title: "Left behind", unit: "share", value: (r) => r.trial.left_behind }, { title: "Replications", value: (r) => r.trial.replications },
      { title: "Verdict", value: (r) => r.trial.verdict }, { title: "Too much for", value: (r) => r.trial.overloaded || null },
    ],
  }));
}
