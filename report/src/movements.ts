// Trains of one replication, stop by stop, unpacked into flat arrays; and what is counted from them.
import { CAUSES, type Movements, type PointIndex } from "./data";
import type { Marks } from "./map_marks";

// Stop i belongs to the train t with first[t] <= i < first[t + 1].
export interface Stops {
  data: Movements;
  trains: number;
  first: Int32Array; // trains + 1
  train: Int32Array;
  point: Int32Array;
  arrived: Int32Array; // minutes after count_from
  departed: Int32Array; // NEVER: not by the end of the run
  waitFirst: Int32Array; // stops + 1, into waitCause and waitMinutes
  waitCause: Uint8Array;
  waitMinutes: Int32Array;
  standing: { from: number; until: number }; // the time that is known
}

export const NEVER = 0x3fffffff;

export function unpack(data: Movements): Stops {
  const trains = data.trains.route.length;
  const first = new Int32Array(trains + 1);
  for (let t = 0; t < trains; ++t) first[t + 1] = first[t] + data.routes[data.trains.route[t]].points.length;
  const count = first[trains];
  const stops: Stops = {
    data,
    trains,
    first,
    train: new Int32Array(count),
    point: new Int32Array(count),
    arrived: new Int32Array(count),
    departed: new Int32Array(count),
    ...unpackWaits(data.waits, count),
    standing: { from: data.from_min, until: data.until_min },
  };
  let next = 0;
  for (let t = 0; t < trains; ++t) {
    const points = data.routes[data.trains.route[t]].points;
    let now = data.trains.start[t];
    for (let k = 0; k < points.length; ++k) {
      const i = first[t] + k,
        stay = data.times[next++];
      stops.train[i] = t;
      stops.point[i] = points[k];
      stops.arrived[i] = now;
      stops.departed[i] = stay < 0 ? NEVER : now + stay;
      now += Math.max(stay, 0);
      if (k + 1 < points.length) now += data.times[next++];
    }
  }
  return stops;
}

function unpackWaits(waits: number[], stops: number): Pick<Stops, "waitFirst" | "waitCause" | "waitMinutes"> {
  const count = waits.length / 3,
    waitFirst = new Int32Array(stops + 1);
  const waitCause = new Uint8Array(count),
    waitMinutes = new Int32Array(count);
  let stop = -1;
  for (let w = 0; w < count; ++w) {
    stop += waits[3 * w];
    ++waitFirst[stop + 1];
    waitCause[w] = waits[3 * w + 1];
    waitMinutes[w] = waits[3 * w + 2];
  }
  for (let i = 0; i < stops; ++i) waitFirst[i + 1] += waitFirst[i];
  return { waitFirst, waitCause, waitMinutes };
}

export function waitOf(stops: Stops, stop: number): number {
  let sum = 0;
  for (let w = stops.waitFirst[stop]; w < stops.waitFirst[stop + 1]; ++w) sum += stops.waitMinutes[w];
  return sum;
}

// Whether a train that stands at a stop at a minute waits then: in the last minutes of the stop.
export function isWaiting(stops: Stops, stop: number, minute: number): boolean {
  const wait = waitOf(stops, stop),
    left = Math.min(stops.departed[stop], stops.standing.until);
  return wait > 0 && minute >= Math.max(stops.arrived[stop], left - wait);
}

export const lastStop = (stops: Stops, train: number): number => stops.first[train + 1] - 1;

// Minutes by cause in bins of `bin` minutes, of waits of trains at a point. A stop says how long was waited for what,
// not when: waits are put at the end of the stop, one after the other, the last cause last.
export interface Queue {
  bin: number;
  bins: number;
  standing: Float64Array; // trains that stand there, mean over each bin
  waiting: Float64Array[]; // of these, waiting; by CAUSES
}

// Adds the overlap of [from, until) with each bin, as a share of the bin.
export function spread(into: Float64Array, start: number, bin: number, from: number, until: number): void {
  const low = Math.max(from, start),
    high = Math.min(until, start + bin * into.length);
  for (let b = Math.floor((low - start) / bin); b < into.length && start + b * bin < high; ++b) {
    const left = Math.max(low, start + b * bin),
      right = Math.min(high, start + (b + 1) * bin);
    if (right > left) into[b] += (right - left) / bin;
  }
}

export function queueAt(stops: Stops, point: PointIndex, bin: number): Queue {
  const { from, until } = stops.standing,
    bins = Math.max(1, Math.ceil((until - from) / bin));
  const queue: Queue = {
    bin,
    bins,
    standing: new Float64Array(bins),
    waiting: CAUSES.map(() => new Float64Array(bins)),
  };
  for (let i = 0; i < stops.point.length; ++i) {
    if (stops.point[i] !== point) continue;
    const left = Math.min(stops.departed[i], until);
    spread(queue.standing, from, bin, stops.arrived[i], left);
    let end = left;
    for (let w = stops.waitFirst[i + 1] - 1; w >= stops.waitFirst[i]; --w) {
      spread(queue.waiting[stops.waitCause[w]], from, bin, Math.max(stops.arrived[i], end - stops.waitMinutes[w]), end);
      end -= stops.waitMinutes[w];
    }
  }
  return queue;
}

// Trains that entered a line, per bin and direction.
export function throughput(stops: Stops, line: number, bin: number): [Float64Array, Float64Array] {
  const { from, until } = stops.standing,
    bins = Math.max(1, Math.ceil((until - from) / bin));
  const counts: [Float64Array, Float64Array] = [new Float64Array(bins), new Float64Array(bins)];
  for (let t = 0; t < stops.trains; ++t) {
    const lines = stops.data.routes[stops.data.trains.route[t]].lines;
    for (let k = 0; k < lines.length; ++k) {
      const at = stops.departed[stops.first[t] + k];
      if (lines[k] !== line || at < from || at >= until) continue;
      ++counts[stops.data.trains.direction[t]][Math.floor((at - from) / bin)];
    }
  }
  return counts;
}

// Where each train is at a minute: at stop `stop`, or `share` of the way from it to the next one.
export interface Position {
  train: number;
  stop: number;
  share: number;
}

export function positions(stops: Stops, minute: number): Position[] {
  const found: Position[] = [];
  for (let t = 0; t < stops.trains; ++t) {
    const first = stops.first[t],
      last = stops.first[t + 1] - 1;
    if (stops.arrived[first] > minute || stops.departed[last] <= minute) continue;
    let low = first,
      high = last; // the last stop at which it had arrived
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stops.arrived[middle] <= minute) low = middle;
      else high = middle - 1;
    }
    const left = stops.departed[low];
    const share = left <= minute && low < last ? (minute - left) / Math.max(1, stops.arrived[low + 1] - left) : 0;
    found.push({ train: t, stop: low, share });
  }
  return found;
}

// Where trains run at a minute, and how many wait at each point.
export function marksAt(stops: Stops, place: [number, number][], minute: number): Marks {
  const waiting = new Map<PointIndex, number>(),
    trains: Marks["trains"] = [];
  for (const { train, stop, share } of positions(stops, minute)) {
    const point = stops.point[stop],
      [x, y] = place[point];
    if (share === 0) {
      if (isWaiting(stops, stop, minute)) waiting.set(point, (waiting.get(point) ?? 0) + 1);
      continue;
    }
    const next = place[stops.point[Math.min(stop + 1, lastStop(stops, train))]],
      dx = next[0] - x,
      dy = next[1] - y;
    trains.push({
      x: x + share * dx,
      y: y + share * dy,
      direction: stops.data.trains.direction[train],
      heading: (Math.atan2(dy, dx) * 180) / Math.PI,
    });
  }
  return { trains, queues: [...waiting].map(([point, count]) => ({ point, trains: count })) };
}
