// What views of a run share: the data, and what is made of it once.
import { CAUSES, type CauseIndex, type PointIndex, type RunData, type WaitRow } from "./data";
import { type Clock, clock, estimate, number, percent } from "./format";
import { tip } from "./chart";
import type { MapContent } from "./map_content";
import type { Badge } from "./map_marks";
import { type Stops, unpack } from "./movements";
import { nameOf } from "./names";
import { lineFlows, lineTeu, lineUse, parallelLines, pointTraffic, pointUse } from "./network";

export class Report {
  private unpacked: Stops | null | undefined;
  private parallel?: number[][];
  readonly clock: Clock;
  constructor(readonly data: RunData) {
    this.clock = clock(data.trust.count_from, data.movements?.dated ?? true);
  }

  // Unpacked when first asked for: the first screen does without.
  get stops(): Stops | null {
    if (this.unpacked === undefined) this.unpacked = this.data.movements ? unpack(this.data.movements) : null;
    return this.unpacked;
  }

  pointName(point: PointIndex): string {
    return nameOf(this.data.network.points[point]);
  }

  // "Altynkol – Zhetygen" in the reader's script.
  lineName(line: number): string {
    const { from, to } = this.data.network.lines[line];
    return `${this.pointName(from)} – ${this.pointName(to)}`;
  }

  // With the gauge, where there is another line between the same points.
  lineTitle(line: number): string {
    this.parallel ??= parallelLines(this.data.network);
    return this.parallel[line].length > 1
      ? `${this.lineName(line)}, ${gaugeText(this.data.network.lines[line].gauge_mm)}`
      : this.lineName(line);
  }
}

const gaugeText = (gauge: number): string => (gauge === 0 ? "ships" : `${gauge} mm`);

// What binds, the first one most; as numbered on the first screen and the map.
export const bindingRows = (data: RunData): WaitRow[] =>
  shownShares(data.waits.filter((row) => row.is_resource)).slice(0, 5);

// What is shown as 0 % binds nothing; the first one is named all the same.
const LEAST_SHARE = 0.005;
export const shownShares = <Row extends { share: number }>(rows: Row[]): Row[] =>
  rows.filter((one, i) => i === 0 || one.share >= LEAST_SHARE);

const badges = (data: RunData): Badge[] =>
  bindingRows(data)
    .map((row, i) => ({ text: String(i + 1), point: row.point ?? null, line: row.line ?? null }))
    .filter((b) => b.point !== null || b.line !== null);

export interface CauseHours {
  cause: CauseIndex;
  hours: number;
}

// Container-hours of waiting at a point by cause; for resources only, or for trains to be formed, too.
export function waitsAt(data: RunData, point: PointIndex, which: "resources" | "all"): CauseHours[] {
  const sums = new Map<CauseIndex, number>();
  for (const row of data.waits) {
    if (row.point !== point || !row.container_hours || (which === "resources" && !row.is_resource)) continue;
    sums.set(row.cause, (sums.get(row.cause) ?? 0) + row.container_hours[0]);
  }
  return [...sums].map(([cause, hours]) => ({ cause, hours })).sort((a, b) => b.hours - a.hours);
}

// Names are shown first where journeys begin and end, at borders, and where trains wait.
function ranks(data: RunData): number[] {
  const traffic = pointTraffic(data.network),
    most = Math.max(...traffic, 1e-9);
  const rank = data.network.points.map(
    (point, i) =>
      traffic[i] / most +
      (point.role === "border" ? 0.4 : 0) +
      (point.role === "origin hub" || point.role === "terminal" ? 0.3 : 0),
  );
  const ends = new Map<PointIndex, number>();
  for (const journey of data.journeys)
    for (const end of [journey.origin, journey.destination])
      ends.set(end, (ends.get(end) ?? 0) + (journey.containers?.[0] ?? 0));
  const busiest = Math.max(...ends.values(), 1e-9);
  for (const [end, containers] of ends) rank[end] += containers / busiest;
  for (const row of data.waits.slice(0, 10))
    if (row.point !== null && row.point !== undefined) rank[row.point] += row.share * 3;
  return rank.map((value, i) => (traffic[i] > 0 ? value : 0));
}

export function mapContent(report: Report): () => MapContent {
  const { data } = report,
    flows = lineFlows(data.network.lines).shares,
    rank = ranks(data);
  return () => ({
    lines: data.network.lines.map((line, i) => ({ use: lineUse(line), flow: flows[i] })),
    points: data.network.points.map((point, i) => {
      const use = pointUse(data.resources, i);
      return { name: nameOf(point), use, size: use !== null && use >= 0.2 ? 11 : rank[i] > 0.6 ? 8 : 5, rank: rank[i] };
    }),
    pointTip: (point) => pointTip(report, point),
    lineTip: (line) => lineTip(report, line),
    badges: badges(data),
  });
}

function pointTip(report: Report, index: PointIndex): HTMLElement {
  const { data } = report,
    point = data.network.points[index],
    use = pointUse(data.resources, index);
  const rows: [string, string][] = [];
  if (use !== null) rows.push(["busiest servers or bays", percent(use)]);
  for (const one of waitsAt(data, index, "resources").slice(0, 3))
    rows.push([`waits: ${causeName(one.cause)}`, `${number(one.hours)} container-h`]);
  const title = nameOf(point) === point.name ? point.name : `${nameOf(point)} (${point.name})`;
  return tip(title, rows, `${point.role}${point.country ? `, ${point.country}` : ""}`);
}

function lineTip(report: Report, index: number): HTMLElement {
  const line = report.data.network.lines[index],
    teu = lineTeu(line);
  return tip(
    report.lineTitle(index),
    [
      ["trains a day, westbound", estimate(line.trains_per_day[0])],
      ["eastbound", estimate(line.trains_per_day[1])],
      ...(teu === null ? [] : [["TEU, both ways", number(teu)] as [string, string]]),
      ["UIC 406 occupancy, mean", estimate(line.uic406_mean, "share")],
      ["busiest day", estimate(line.uic406_day, "share")],
      ...(line.path_use === null || line.path_use === undefined
        ? []
        : [["paths in use", percent(line.path_use)] as [string, string]]),
    ],
    `${number(line.length_km)} km, ${trackText(line.tracks, line.gauge_mm)}`,
  );
}

// `tracks` null: not as many in all railways of a study.
function trackWords(tracks: number | null): string {
  if (tracks === null) return "tracks not alike in all";
  if (tracks === 1) return "single track";
  return tracks === 2 ? "double track" : `${tracks} tracks`;
}

export const trackText = (tracks: number | null, gauge: number): string =>
  gauge === 0 ? "ships" : `${trackWords(tracks)}, ${gauge} mm`;

export const causeName = (cause: CauseIndex): string => CAUSES[cause];
