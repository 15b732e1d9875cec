// What is where in a time–distance diagram: the train under the pointer, and where lines cross. Pure functions.
import type { LineIndex } from "./data";
import type { Lines, Paths } from "./diagram_data";

export interface Window {
  from: number;
  until: number;
  kmFrom: number;
  kmUntil: number;
}

// The piece under a place of the picture, no further than `reach` px; -1: none.
export function nearestPath(
  paths: Paths,
  window: Window,
  size: { width: number; height: number },
  x: number,
  y: number,
  reach: number,
): number {
  const sx = size.width / (window.until - window.from);
  const sy = size.height / (window.kmUntil - window.kmFrom);
  let best = reach * reach;
  let found = -1;
  for (let p = 0; p < paths.train.length; ++p) {
    if (paths.until[p] < window.from || paths.from[p] > window.until) continue;
    for (let v = paths.first[p]; v + 1 < paths.first[p + 1]; ++v) {
      const ax = (paths.minute[v] - window.from) * sx;
      const bx = (paths.minute[v + 1] - window.from) * sx;
      if (bx < x - reach || ax > x + reach) continue;
      const [ay, by] = [(paths.km[v] - window.kmFrom) * sy, (paths.km[v + 1] - window.kmFrom) * sy];
      const d = toSegment(x, y, ax, ay, bx, by);
      if (d < best) {
        best = d;
        found = p;
      }
    }
  }
  return found;
}

// The square of the distance.
function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2;
}

export interface Meet {
  minute: number;
  km: number;
  line: LineIndex; // of the network, on which both are
}

const EXACT = 0.01; // minutes
const NEAR = 0.1; // km: farther than a train runs in that time

// Where trains of opposite directions meet on one line: on single track only at stations, if all is right. Trains on lines
// of different gauges beside each other do not meet, though their pieces cross.
export function meets(paths: Paths, direction: (path: number) => number, window: Window): Meet[] {
  const west: number[] = [];
  const east: number[] = [];
  const found: Meet[] = [];
  for (let p = 0; p < paths.train.length; ++p) {
    if (paths.until[p] < window.from || paths.from[p] > window.until) continue;
    (direction(p) === 1 ? east : west).push(p);
  }
  for (const a of west) {
    for (const b of east) {
      const at = crossing(paths, a, b);
      if (!at || !isIn(window, at)) continue;
      const line = sharedLine(paths, a, b, at.km);
      if (line !== null) found.push({ ...at, line });
    }
  }
  return found;
}

// That both pieces run over at a place, or up to it.
function sharedLine({ stretches }: Paths, a: number, b: number, km: number): LineIndex | null {
  const other = new Set(stretches[b].map(({ line }) => line));
  const shared = stretches[a].find(({ line, km0, km1 }) => other.has(line) && km >= km0 - NEAR && km <= km1 + NEAR);
  return shared ? shared.line : null;
}

const isIn = (window: Window, { minute, km }: Omit<Meet, "line">): boolean =>
  minute >= window.from && minute <= window.until && km >= window.kmFrom && km <= window.kmUntil;

// By halving the time between: the one's distance less the other's changes its sign once.
function crossing(paths: Paths, a: number, b: number): Omit<Meet, "line"> | null {
  let low = Math.max(paths.from[a], paths.from[b]);
  let high = Math.min(paths.until[a], paths.until[b]);
  if (low >= high) return null;
  const gap = (minute: number): number => kmAt(paths, a, minute) - kmAt(paths, b, minute);
  const sign = Math.sign(gap(low));
  if (sign === 0 || Math.sign(gap(high)) === sign) return null;
  while (high - low > EXACT) {
    const middle = (low + high) / 2;
    if (Math.sign(gap(middle)) === sign) low = middle;
    else high = middle;
  }
  return { minute: high, km: kmAt(paths, a, high) };
}

export function kmAt(lines: Lines, piece: number, minute: number): number {
  let low = lines.first[piece];
  let high = lines.first[piece + 1] - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines.minute[middle] <= minute) low = middle;
    else high = middle;
  }
  const span = lines.minute[high] - lines.minute[low];
  const share = span === 0 ? 0 : Math.min(1, Math.max(0, (minute - lines.minute[low]) / span));
  return lines.km[low] + share * (lines.km[high] - lines.km[low]);
}
