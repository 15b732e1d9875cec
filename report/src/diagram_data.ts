// Trains over one way as lines in time and distance. Pure functions over the unpacked movements.
import type { Line, LineIndex, Network, Passings } from "./data";
import { NEVER, type Stops, waitOf } from "./movements";
import { type Way, linesBeside } from "./network";
import { type Plan, planOf, plannedStop } from "./plans";

// Vertices of piece p lie in [first[p], first[p + 1]) of `minute` and `km`.
export interface Lines {
  first: number[];
  minute: number[];
  km: number[];
}

// A line run over, on which part of the way.
export interface Stretch {
  line: LineIndex;
  km0: number;
  km1: number;
}

// Trains as they were simulated: a piece for each time that one is on the way.
export interface Paths extends Lines {
  train: number[];
  from: number[]; // first and last minute of each piece, for leaving out what is not in view
  until: number[];
  stretches: Stretch[][]; // of each piece
  beside: boolean[]; // of each vertex: what follows it runs on a line of another gauge beside the way's own
  // The same pieces as they were to be: by timetable, or had the train not waited since its first point.
  planned: Lines;
  timetabled: boolean[]; // which of the two
}

// Waits at points, as pieces of the horizontal parts: [minute, minute) at `km`. `cause` into CAUSES, or PASSING_PLACE.
export interface Delays {
  path: number[];
  from: number[];
  until: number[];
  km: number[];
  cause: number[];
}

// A section taken: [from, until) in time, [km0, km1] in distance.
export interface Blocks {
  from: number[];
  until: number[];
  km0: number[];
  km1: number[];
  direction: number[];
  line: LineIndex[];
}

export interface Diagram {
  own: Set<LineIndex>; // lines of the way itself; those of other gauges beside them are not
  paths: Paths;
  delays: Delays;
  blocks: Blocks;
  detailed: boolean;
}

// Passing-place times by "train/k", unpacked once.
export type PassingTimes = Map<string, { run: number[]; stand: number[] }>;

export function unpackPassings(passings: Passings | null | undefined, stops: Stops, lines: Line[]): PassingTimes {
  const times: PassingTimes = new Map();
  if (!passings) return times;
  let train = 0;
  for (let i = 0; i < passings.values.length; ) {
    train += passings.values[i];
    const k = passings.values[i + 1];
    i += 2;
    const line = lines[stops.data.routes[stops.data.trains.route[train]].lines[k]];
    const run: number[] = [];
    const stand: number[] = [];
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

const noLines = (): Lines => ({ first: [0], minute: [], km: [] });

function addVertex(lines: Lines, minute: number, km: number): void {
  lines.minute.push(minute);
  lines.km.push(km);
}

const begun = (lines: Lines): number => lines.first[lines.first.length - 1];

// Ends a piece, or takes back what there is of it.
function close(lines: Lines, keep: boolean): void {
  if (keep) lines.first.push(lines.minute.length);
  else lines.minute.length = lines.km.length = begun(lines);
}

class Builder {
  readonly paths: Paths = {
    ...noLines(),
    train: [],
    from: [],
    until: [],
    stretches: [],
    beside: [],
    planned: noLines(),
    timetabled: [],
  };
  readonly delays: Delays = { path: [], from: [], until: [], km: [], cause: [] };
  readonly blocks: Blocks = { from: [], until: [], km0: [], km1: [], direction: [], line: [] };
  private stretches: Stretch[] = []; // of the piece begun
  private beside = false;
  private lost = 0; // minutes waited so far
  private plan: Plan | null = null;

  constructor(
    private stops: Stops,
    private network: Network,
    private passings: PassingTimes,
    private own: Set<LineIndex>,
  ) {}

  startTrain(train: number): void {
    this.lost = 0;
    this.plan = planOf(this.stops.data, train);
  }

  endPath(train: number): void {
    const { paths } = this;
    const first = begun(paths);
    const keep = paths.minute.length - first >= 2;
    if (keep) {
      paths.train.push(train);
      paths.from.push(paths.minute[first]);
      paths.until.push(paths.minute[paths.minute.length - 1]);
      paths.stretches.push(this.stretches);
      paths.timetabled.push(this.plan !== null);
    }
    this.stretches = [];
    close(paths, keep);
    paths.beside.length = paths.minute.length;
    close(paths.planned, keep);
  }

  // At the k-th point of its route, stop i, `next` the line of the way that it takes from there. Waits go to the end of
  // the stop, as in movements.ts.
  stop(k: number, i: number, km: number | null, next: LineIndex | null): void {
    const { stops } = this;
    this.beside = next !== null && !this.own.has(next);
    const came = stops.arrived[i];
    const left = Math.min(stops.departed[i], stops.standing.until);
    const waited = waitOf(stops, i);
    if (km !== null) {
      this.planStop(k, km);
      this.vertex(came, km);
      this.delaysOf(i, Math.max(came, left - waited), left, km);
      if (left - waited > came && waited > 0) this.vertex(left - waited, km);
    }
    this.lost += waited;
    if (km !== null && left > came) this.vertex(left, km);
  }

  // Over the line after stop i of a train, from km a to km b.
  run(train: number, k: number, i: number, a: number, b: number): void {
    const { stops } = this;
    const index = stops.data.routes[stops.data.trains.route[train]].lines[k];
    const line = this.network.lines[index];
    const direction = stops.data.trains.direction[train];
    const left = stops.departed[i];
    if (left === NEVER) return;
    this.stretches.push({ line: index, km0: Math.min(a, b), km1: Math.max(a, b) });
    const known = this.passings.get(`${train}/${k}`);
    const total = stops.arrived[i + 1] - left;
    let from = left;
    for (let s = 0; s < line.sections; ++s) {
      const last = s === line.sections - 1;
      const [here, there] = [s, s + 1].map((at) => a + ((b - a) * at) / line.sections);
      const evenly = left + Math.round((total * (s + 1)) / line.sections);
      const until = last ? stops.arrived[i + 1] : known ? from + known.run[s] : evenly;
      if (line.tracks === 1) this.block(from, until, here, there, direction, index);
      from = known && !last ? this.passingPlace(until, known.stand[s], there) : until;
    }
  }

  private vertex(minute: number, km: number): void {
    addVertex(this.paths, minute, km);
    this.paths.beside.push(this.beside);
    if (!this.plan) addVertex(this.paths.planned, minute - this.lost, km);
  }

  private planStop(k: number, km: number): void {
    if (!this.plan) return;
    const { from, until } = plannedStop(this.plan, k);
    addVertex(this.paths.planned, from, km);
    if (until !== null && until > from) addVertex(this.paths.planned, until, km);
  }

  // Returns when it leaves.
  private passingPlace(minute: number, stand: number, km: number): number {
    this.vertex(minute, km);
    if (stand === 0) return minute;
    this.delay(minute, minute + stand, km, PASSING_PLACE);
    this.lost += stand;
    this.vertex(minute + stand, km);
    return minute + stand;
  }

  private delaysOf(i: number, from: number, left: number, km: number): void {
    const { waitFirst, waitCause, waitMinutes } = this.stops;
    let begin = from;
    for (let w = waitFirst[i]; w < waitFirst[i + 1]; ++w) {
      this.delay(begin, Math.min(left, begin + waitMinutes[w]), km, waitCause[w]);
      begin += waitMinutes[w];
    }
  }

  private delay(from: number, until: number, km: number, cause: number): void {
    const { delays } = this;
    delays.path.push(this.paths.train.length);
    delays.from.push(from);
    delays.until.push(until);
    delays.km.push(km);
    delays.cause.push(cause);
  }

  private block(from: number, until: number, a: number, b: number, direction: number, line: LineIndex): void {
    const { blocks } = this;
    blocks.from.push(from);
    blocks.until.push(until);
    blocks.km0.push(Math.min(a, b));
    blocks.km1.push(Math.max(a, b));
    blocks.direction.push(direction);
    blocks.line.push(line);
  }
}

// Of every train that runs over a line of the way; of a whole route, also over one of another gauge beside it.
export function diagram(stops: Stops, network: Network, way: Way, passings: PassingTimes): Diagram {
  const stepOf = new Map<number, number>();
  linesBeside(network, way).forEach((lines, step) => lines.forEach((line) => stepOf.set(line, step)));
  const own = new Set(way.lines);
  const builder = new Builder(stops, network, passings, own);
  for (let t = 0; t < stops.trains; ++t) {
    const route = stops.data.routes[stops.data.trains.route[t]];
    const steps = route.lines.map((line) => stepOf.get(line));
    if (!steps.some((step) => step !== undefined)) continue;
    builder.startTrain(t);
    for (let k = 0; k < route.points.length; ++k) {
      const i = stops.first[t] + k;
      const [before, after] = [steps[k - 1], steps[k]];
      const place = after ?? before;
      const at = place === undefined ? null : kmOf(way, place, route.points[k]);
      builder.stop(k, i, at, after === undefined ? null : route.lines[k]);
      if (after !== undefined) builder.run(t, k, i, at!, kmOf(way, after, route.points[k + 1]));
      else builder.endPath(t);
    }
  }
  const { paths, delays, blocks } = builder;
  return { own, paths, delays, blocks, detailed: passings.size > 0 };
}

// Of an end of the way's step.
const kmOf = (way: Way, step: number, point: number): number =>
  way.points[step] === point ? way.km[step] : way.km[step + 1];
