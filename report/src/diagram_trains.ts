// What is said of the trains of a time–distance diagram: under the pointer, and in the table below it.
import { tip } from "./chart";
import { PASSING_PLACE, type PassingTimes, passingStands } from "./diagram_data";
import { duration, number } from "./format";
import { type Stops, lastStop, waitOf } from "./movements";
import { type Lateness, type Plan, hasPlans, lateness, planOf } from "./plans";
import { type Report, causeName } from "./report";
import { type Column, table } from "./table";

export const delayName = (cause: number): string =>
  cause === PASSING_PLACE ? "stands at a passing place" : causeName(cause);

export interface TrainRow {
  train: number;
  id: string;
  from: string;
  to: string;
  direction: string;
  left: string;
  leftMinute: number;
  arrived: string;
  minutes: number;
  teu: number;
  waited: number;
  causes: [number, number][]; // cause, minutes; the longest first
  plan: Plan | null;
  late: Lateness | null;
}

function waitsOf(stops: Stops, passings: PassingTimes, train: number): { waited: number; causes: [number, number][] } {
  const causes = new Map<number, number>();
  let waited = passingStands(passings, stops, train);
  if (waited > 0) causes.set(PASSING_PLACE, waited);
  for (let i = stops.first[train]; i <= lastStop(stops, train); ++i) {
    waited += waitOf(stops, i);
    for (let w = stops.waitFirst[i]; w < stops.waitFirst[i + 1]; ++w)
      causes.set(stops.waitCause[w], (causes.get(stops.waitCause[w]) ?? 0) + stops.waitMinutes[w]);
  }
  return { waited, causes: [...causes].sort((a, b) => b[1] - a[1]) };
}

export function trainRow(report: Report, stops: Stops, passings: PassingTimes, train: number): TrainRow {
  const { trains } = stops.data;
  const first = stops.first[train];
  const last = lastStop(stops, train);
  const plan = planOf(stops.data, train);
  return {
    train,
    id: trains.id[train],
    from: report.pointName(stops.point[first]),
    to: report.pointName(stops.point[last]),
    direction: trains.direction[train] === 1 ? "eastbound" : "westbound",
    left: report.clock.dateTime(stops.departed[first]),
    leftMinute: stops.departed[first],
    arrived: report.clock.dateTime(stops.arrived[last]),
    minutes: stops.arrived[last] - stops.departed[first],
    teu: trains.teu[train],
    ...waitsOf(stops, passings, train),
    plan,
    late: plan && lateness(stops, train, plan),
  };
}

const lateText = (minutes: number | null): string =>
  minutes === null ? "–" : minutes <= 0 ? "on time" : duration(minutes);

export function trainTip(report: Report, row: TrainRow): HTMLElement {
  const { zone } = report.clock;
  const plan: [string, string][] = row.plan
    ? [
        ["by timetable", report.clock.dateTime(row.plan.departure) + zone],
        ["left late by", lateText(row.late!.leaving)],
        ["came late by", lateText(row.late!.arriving)],
      ]
    : [];
  return tip(`${row.from} – ${row.to}`, [
    ["train", row.id],
    ...plan,
    ["left", row.left + zone],
    ["arrived", row.arrived + zone],
    ["on the way", duration(row.minutes)],
    ["TEU", String(row.teu)],
    ["waited", duration(row.waited)],
    ...row.causes.map(([cause, minutes]): [string, string] => [`  ${delayName(cause)}`, duration(minutes)]),
  ]);
}

// Only where some train goes by a timetable.
function planColumns(report: Report): Column<TrainRow>[] {
  if (!hasPlans(report.data.movements)) return [];
  const hours = (minutes: number | null | undefined): number | null =>
    minutes === null || minutes === undefined ? null : minutes / 60;
  return [
    {
      title: `By timetable${report.clock.zone}`,
      value: (r) => r.plan?.departure ?? null,
      show: (r) => (r.plan ? report.clock.dateTime(r.plan.departure) : "–"),
    },
    { title: "Left late", unit: "h", value: (r) => hours(r.late?.leaving) },
    { title: "Came late", unit: "h", value: (r) => hours(r.late?.arriving) },
  ];
}

export function trainTable(report: Report, rows: TrainRow[], onpick: (train: number) => void): HTMLElement {
  return table({
    name: "trains",
    caption: `Trains over this way (${number(rows.length)})`,
    rows: [...rows].sort((a, b) => b.waited - a.waited),
    most: 8,
    filter: true,
    onpick: (row) => onpick(row.train),
    columns: [
      { title: "Train", value: (r) => r.id },
      { title: "From", value: (r) => r.from },
      { title: "To", value: (r) => r.to },
      { title: "Direction", value: (r) => r.direction },
      ...planColumns(report),
      { title: `Left${report.clock.zone}`, value: (r) => r.leftMinute, show: (r) => r.left },
      { title: "On the way", unit: "h", value: (r) => r.minutes / 60 },
      { title: "TEU", value: (r) => r.teu },
      { title: "Waited", unit: "h", value: (r) => r.waited / 60 },
      { title: "Mostly for", value: (r) => (r.causes[0] ? delayName(r.causes[0][0]) : "") },
    ],
  });
}
