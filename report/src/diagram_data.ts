// Trains over one way as lines in time and distance. Pure functions over the unpacked movements.
import type { Line, Network, Passings } from "./data";
import { NEVER, type Stops, waitOf } from "./movements";
import { type Way, parallelLines } from "./network";

// Vertices of one train's piece of the way lie in [first[p], first[p + 1]) of `minute` and `km`.
export interface Paths {
  train: number[];
  first: number[];
  minute: number[];
  km: number[];
  from: number[];   // first and last minute of each piece, for leaving out what is not in view
  until: number[];
  planned: number[]; // minute of each vertex had the train not waited since its first point
}

// Waits at points, as pieces of the horizontal parts: [minute, minute) at `km`. `cause` into CAUSES, or PASSING_PLACE.
export interface Delays { path: number[]; from: number[]; until: number[]; km: number[]; cause: number[] }

// A section taken: [from, until) in time, [km0, km1] in distance.
export interface Blocks { from: number[]; until: number[]; km0: number[]; km1: number[]; direction: number[] }

export interface Diagram { paths: Paths; delays: Delays; blocks: Blocks; detailed: boolean }

// Passing-place times by "train/k", unpacked once.
export type PassingTimes = Map<string, { run: number[]; stand: number[] }>;

export function unpackPassings(passings: Passings | null | undefined, stops: Stops, lines: Line[]): PassingTimes {
  const times: PassingTimes = new Map();
  if (!passings) return times;
  let train = 0;
  for (let i = 0; i < passings.values.length;) {
    train += passings.values[i];
    const k = passings.values[i + 1];
    i += 2;
    const line = lines[stops.data.routes[stops.data.trains.route[train]].lines[k]];
    const run: number[] = [], stand: number[] = [];
    for (let n = 1; n < line.sections; ++n, i += 2) {
      run.push(passings.values[i]);
      stand.push(passings.values[i + 1]);
    }
    times.set(`${train}/${k}`, { run, stand });
  }
  return times;
}

// No cause is recorded of stands at passing places: it may be the section ahead, a path, a track or a closure.
export const PASSING_PLACE = -1;

// Minutes that a train stood at passing places, as far as they were recorded.
export function passingStands(passings: PassingTimes, stops: Stops, train: number): number {
  let sum = 0;
  for (let k = 0; k < stops.first[train + 1] - stops.first[train] - 1; ++k)
    for (const minutes of passings.get(`${train}/${k}`)?.stand ?? []) sum += minutes;
  return sum;
}

class Builder {
  readonly paths: Paths = { train: [], first: [0], minute: [], km: [], from: [], until: [], planned: [] };
  readonly delays: Delays = { path: [], from: [], until: [], km: [], cause: [] };
  readonly blocks: Blocks = { from: [], until: [], km0: [], km1: [], direction: [] };
  private lost = 0; // minutes waited so far

  constructor(private stops: Stops, private network: Network, private passings: PassingTimes) {}

  vertex(minute: number, km: number): void {
    this.paths.minute.push(minute);
    this.paths.km.push(km);
    this.paths.planned.push(minute - this.lost);
  }
  startTrain(): void { this.lost = 0; }
  endPath(train: number): void {
    const { paths } = this, first = paths.first[paths.first.length - 1];
    if (paths.minute.length - first < 2) {
      paths.minute.length = paths.km.length = paths.planned.length = first;
      return;
    }
    paths.train.push(train);
    paths.from.push(paths.minute[first]);
    paths.until.push(paths.minute[paths.minute.length - 1]);
    paths.first.push(paths.minute.length);
  }
  // Waits go to the end of the stop, as in movements.ts.
  stop(i: number, km: number | null): void {
    const { stops } = this, left = Math.min(stops.departed[i], stops.standing.until), waited = waitOf(stops, i);
    if (km === null) { this.lost += waited; return; }
    this.vertex(stops.arrived[i], km);
    let from = Math.max(stops.arrived[i], left - waited);
    for (let w = stops.waitFirst[i]; w < stops.waitFirst[i + 1]; ++w) {
      this.delay(from, Math.min(left, from + stops.waitMinutes[w]), km, stops.waitCause[w]);
      from += stops.waitMinutes[w];
    }
    if (left - waited > stops.arrived[i] && waited > 0) this.vertex(left - waited, km);
    this.lost += waited;
    if (left > stops.arrived[i]) this.vertex(left, km);
  }
  private delay(from: number, until: number, km: number, cause: number): void {
    const { delays } = this;
    delays.path.push(this.paths.train.length);
    delays.from.push(from);
    delays.until.push(until);
    delays.km.push(km);
    delays.cause.push(cause);
  }
  private block(from: number, until: number, a: number, b: number, direction: number): void {
    const { blocks } = this;
    blocks.from.push(from);
    blocks.until.push(until);
    blocks.km0.push(Math.min(a, b));
    blocks.km1.push(Math.max(a, b));
    blocks.direction.push(direction);
  }
  // Over the line after stop i of a train, from km a to km b.
  run(train: number, k: number, i: number, a: number, b: number): void {
    const { stops } = this, line = this.network.lines[stops.data.routes[stops.data.trains.route[train]].lines[k]];
    const direction = stops.data.trains.direction[train], left = stops.departed[i];
    const known = this.passings.get(`${train}/${k}`), n = line.sections;
    if (left === NEVER) return;
    let from = left;
    const total = stops.arrived[i + 1] - left;
    for (let s = 0; s < n; ++s) {
      const last = s === n - 1, here = a + ((b - a) * s) / n, there = a + ((b - a) * (s + 1)) / n;
      const until = last ? stops.arrived[i + 1] : known ? from + known.run[s] : left + Math.round((total * (s + 1)) / n);
      if (line.tracks === 1) this.block(from, until, here, there, direction);
      const stand = !last && known ? known.stand[s] : 0;
      if (known && !last) this.vertex(until, there);
      if (stand > 0) {
        this.delay(until, until + stand, there, PASSING_PLACE);
        this.lost += stand;
        this.vertex(until + stand, there);
      }
      from = until + stand;
    }
  }
}

// Of every train that runs over a line of the way (or a parallel one of another gauge).
export function diagram(stops: Stops, network: Network, way: Way, passings: PassingTimes): Diagram {
  const parallel = parallelLines(network), stepOf = new Map<number, number>();
  way.lines.forEach((line, step) => parallel[line].forEach((other) => stepOf.set(other, step)));
  const builder = new Builder(stops, network, passings);
  for (let t = 0; t < stops.trains; ++t) {
    const route = stops.data.routes[stops.data.trains.route[t]];
    const steps = route.lines.map((line) => stepOf.get(line));
    if (!steps.some((step) => step !== undefined)) continue;
    builder.startTrain();
    for (let k = 0; k < route.points.length; ++k) {
      const i = stops.first[t] + k, before = steps[k - 1], after = steps[k];
      const place = after ?? before, at = place === undefined ? null : kmOf(way, place, route.points[k]);
      builder.stop(i, at);
      if (after !== undefined) builder.run(t, k, i, at!, kmOf(way, after, route.points[k + 1]));
      else builder.endPath(t);
    }
  }
  return { paths: builder.paths, delays: builder.delays, blocks: builder.blocks, detailed: passings.size > 0 };
}

// Of an end of the way's step.
const kmOf = (way: Way, step: number, point: number): number =>
  way.points[step] === point ? way.km[step] : way.km[step + 1];

export interface Window { from: number; until: number; kmFrom: number; kmUntil: number }

// The piece under a place of the picture, no further than `reach` px; -1: none.
export function nearestPath(
  paths: Paths, window: Window, size: { width: number; height: number }, x: number, y: number, reach: number,
): number {
  const sx = size.width / (window.until - window.from), sy = size.height / (window.kmUntil - window.kmFrom);
  let best = reach * reach, found = -1;
  for (let p = 0; p < paths.train.length; ++p) {
    if (paths.until[p] < window.from || paths.from[p] > window.until) continue;
    for (let v = paths.first[p]; v + 1 < paths.first[p + 1]; ++v) {
      const ax = (paths.minute[v] - window.from) * sx, bx = (paths.minute[v + 1] - window.from) * sx;
      if (bx < x - reach || ax > x + reach) continue;
      const d = toSegment(x, y, ax, (paths.km[v] - window.kmFrom) * sy, bx, (paths.km[v + 1] - window.kmFrom) * sy);
      if (d < best) { best = d; found = p; }
    }
  }
  return found;
}

function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2;
}

export interface Meet { minute: number; km: number }

// Where lines of opposite directions cross: on single track only at stations, if all is right.
export function meets(paths: Paths, direction: (path: number) => number, window: Window): Meet[] {
  const west: number[] = [], east: number[] = [], found: Meet[] = [];
  for (let p = 0; p < paths.train.length; ++p) {
    if (paths.until[p] < window.from || paths.from[p] > window.until) continue;
    (direction(p) === 1 ? east : west).push(p);
  }
  for (const a of west) for (const b of east) {
    const meet = crossing(paths, a, b);
    if (meet && meet.minute >= window.from && meet.minute <= window.until
      && meet.km >= window.kmFrom && meet.km <= window.kmUntil) found.push(meet);
  }
  return found;
}

// By halving the time between: the one's distance less the other's changes its sign once.
function crossing(paths: Paths, a: number, b: number): Meet | null {
  let low = Math.max(paths.from[a], paths.from[b]), high = Math.min(paths.until[a], paths.until[b]);
  if (low >= high) return null;
  const gap = (minute: number): number => kmAt(paths, a, minute) - kmAt(paths, b, minute);
  const sign = Math.sign(gap(low));
  if (sign === 0 || Math.sign(gap(high)) === sign) return null;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (Math.sign(gap(middle)) === sign) low = middle; else high = middle;
  }
  return { minute: high, km: kmAt(paths, a, high) };
}

export function kmAt(paths: Paths, path: number, minute: number): number {
  let low = paths.first[path], high = paths.first[path + 1] - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (paths.minute[middle] <= minute) low = middle; else high = middle;
  }
  const span = paths.minute[high] - paths.minute[low];
  const share = span === 0 ? 0 : Math.min(1, Math.max(0, (minute - paths.minute[low]) / span));
  return paths.km[low] + share * (paths.km[high] - paths.km[low]);
}
