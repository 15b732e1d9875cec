// The journey of one container, step by step: where it stood or ran, for which cause, how many minutes.
import { CAUSES, type Journey, type PointIndex, type SingleContainers } from "./data";
import { type Option, h } from "./dom";
import { fixed } from "./format";
import type { Report } from "./report";
import { table } from "./table";
import { CAUSE_WORDS } from "./theme";
import { waterfall } from "./waterfall";

const DAY = 1440;

export interface Step {
  place: number; // into SingleContainers.places
  cause: number;
  minutes: number;
}

export function stepsOf(flat: number[]): Step[] {
  return Array.from({ length: flat.length / 3 }, (_, i) => {
    const [place, cause, minutes] = flat.slice(3 * i, 3 * i + 3);
    return { place, cause, minutes };
  });
}

export const minutesOf = (flat: number[]): number => stepsOf(flat).reduce((sum, step) => sum + step.minutes, 0);

// "3 days 4 h 05 min": nothing is rounded.
export function exactly(minutes: number): string {
  const days = Math.floor(minutes / DAY);
  const hours = Math.floor((minutes % DAY) / 60);
  const parts = [
    days > 0 && `${days} ${days === 1 ? "day" : "days"}`,
    hours > 0 && `${hours} h`,
    `${minutes % 60} min`,
  ];
  return parts.filter(Boolean).join(" ");
}

// Those that people ask for, by the share of containers that are faster.
const MARKS: [number, string][] = [
  [0, "the fastest"],
  [0.05, "5 % are faster"],
  [0.25, "a quarter is faster"],
  [0.5, "half are faster (median)"],
  [0.75, "three quarters are faster"],
  [0.95, "95 % are faster"],
  [1, "the slowest"],
];

// The embedded container that is nearest to that share.
export function nearestRank(single: SingleContainers, share: number): number {
  const wanted = share * (single.recorded - 1);
  const away = (i: number): number => Math.abs(single.rank[i] - wanted);
  return single.rank.reduce((best, _, i) => (away(i) < away(best) ? i : best), 0);
}

// Values are indices into `single`; a container may be found both ways.
export function containerOptions(single: SingleContainers): Option[] {
  const days = (i: number): string => `${fixed(minutesOf(single.steps[i]) / DAY, 1)} days`;
  const marks = single.recorded < MARKS.length ? [] : MARKS;
  const byTime = marks.map(([share, text]) => {
    const i = nearestRank(single, share);
    return { value: `time:${i}`, text: `${text}: ${days(i)}`, group: "By time from release to arrival" };
  });
  const byNumber = single.id
    .map((id, i) => ({ value: `number:${i}`, text: `${id}: ${days(i)}`, group: "By number" }))
    .sort((a, b) => a.text.localeCompare(b.text));
  return [...byTime, ...byNumber];
}

function placeText(report: Report, [from, to]: [PointIndex, PointIndex]): string {
  return from === to ? report.pointName(from) : `${report.pointName(from)} → ${report.pointName(to)}`;
}

// A container changes trains where the same cause comes twice in its stay: once with the train that brought it, once with
// the one that takes it on.
export function sides(steps: Step[]): Side[] {
  const found = steps.map((): Side => "");
  steps.forEach((step, i) => {
    for (let k = i + 1; k < steps.length && steps[k].place === step.place; ++k)
      if (steps[k].cause === step.cause) [found[i], found[k]] = ["incoming", "outgoing"];
  });
  return found;
}
export type Side = "" | "incoming" | "outgoing";

interface Row extends Step {
  where: string;
  side: Side;
  begins: number; // minutes after release
}

function rowsOf(report: Report, single: SingleContainers, i: number): Row[] {
  let now = 0;
  const steps = stepsOf(single.steps[i]);
  const side = sides(steps);
  return steps.map((step, k) => {
    now += step.minutes;
    const where = placeText(report, single.places[step.place]);
    return { ...step, where, side: side[k], begins: now - step.minutes };
  });
}

function heading(single: SingleContainers, i: number): HTMLElement {
  const rank = single.rank[i];
  const text = `${exactly(minutesOf(single.steps[i]))} from release to arrival; `;
  const faster = rank === 0 ? "none was faster" : `${rank} of ${single.recorded - 1} others were not slower`;
  return h("p", {}, "Container ", h("code", {}, single.id[i]), ": ", h("strong", {}, text), `${faster}.`);
}

function noteOf(single: SingleContainers): HTMLElement {
  const all = single.id.length === single.recorded;
  const which = all
    ? `All ${single.recorded} containers of this journey that were recorded are in this page.`
    : `${single.id.length} of the ${single.recorded} containers of this journey that were recorded are in this page, ` +
      "evenly from the fastest to the slowest; all are in containers.csv.";
  const how =
    "One replication. Stays are split by cause in the order in which trains usually meet them; where a container changes " +
    "trains, “incoming” is with the train that brought it, “outgoing” with the one that takes it on. “→” " +
    "is all between two of them, with stays of less than an hour; " +
    "where on its way a train stood at passing places or was slowed is not recorded, and spread evenly over a leg.";
  return h("p", { class: "note" }, `${which} ${how}`);
}

const nameOf = ({ side, cause }: Row): string => `${side} ${CAUSES[cause]}`.trim();

function stepTable(rows: Row[], id: string): HTMLElement {
  return table({
    name: `container-${id}`,
    caption: "Step by step",
    rows,
    most: 12,
    columns: [
      { title: "Where", value: (r) => r.where },
      { title: "Cause", value: nameOf },
      { title: "Time", unit: "min", value: (r) => r.minutes },
      { title: "Begins after release", unit: "h", value: (r) => r.begins / 60 },
    ],
  });
}

export function singleContainer(report: Report, journey: Journey, single: SingleContainers, i: number): HTMLElement {
  const rows = rowsOf(report, single, i);
  const chart = waterfall({
    label: `Journey of container ${single.id[i]}, ${journey.name}, step by step`,
    bars: rows.map((row) => ({
      name: `${nameOf(row)}, ${row.where}`,
      words: `${row.where}: ${`${row.side} ${CAUSE_WORDS[CAUSES[row.cause]]}`.trim()}`,
      cause: row.cause,
      days: row.minutes / DAY,
    })),
    total: minutesOf(single.steps[i]) / DAY,
    of: "time",
    exact: (days) => exactly(Math.round(days * DAY)),
  });
  return h("div", { class: "stack" }, heading(single, i), chart, noteOf(single), stepTable(rows, single.id[i]));
}
