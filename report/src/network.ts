// What views ask of the network: how much a line is used, which way leads from here to there. Pure functions.
import type { Journey, Line, LineIndex, Movements, Network, PointIndex, Resource } from "./data";
import { mean, meanOr0 } from "./format";

// How full a line is: the greater of its UIC 406 occupancy over the counted time and the use of its paths.
export function lineUse(line: Line): number | null {
  const parts = [mean(line.uic406_mean), line.path_use ?? null].filter((x): x is number => x !== null);
  if (parts.length > 0) return Math.max(...parts);
  return mean(line.occupancy);
}

export const lineTrains = (line: Line): number => meanOr0(line.trains_per_day[0]) + meanOr0(line.trains_per_day[1]);

// Both directions, over the counted time; null: not known.
export function lineTeu(line: Line): number | null {
  if (!line.teu[0] && !line.teu[1]) return null;
  return meanOr0(line.teu[0]) + meanOr0(line.teu[1]);
}

export interface Flows {
  shares: number[]; // by line, 0..1 of the greatest flow
  of: "TEU" | "trains";
}

// What widths of lines go by: TEU, or trains where TEU are not known of every line.
export function flowsOf(teu: (number | null)[], trains: number[]): Flows {
  const of = teu.every((x) => x !== null) ? "TEU" : "trains",
    flows = of === "TEU" ? (teu as number[]) : trains;
  const greatest = Math.max(...flows, 1e-9);
  return { shares: flows.map((flow) => flow / greatest), of };
}

export const lineFlows = (lines: Line[]): Flows => flowsOf(lines.map(lineTeu), lines.map(lineTrains));

// The use of the busiest of a point's servers and bays.
export function pointUse(resources: Resource[], point: PointIndex): number | null {
  const uses = resources.filter((r) => r.point === point).map((r) => mean(r.utilisation));
  const known = uses.filter((x): x is number => x !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

// Trains a day over all lines that end at each point. `trains`: of each line.
export function pointTraffic(network: Network, trains = network.lines.map(lineTrains)): number[] {
  const traffic = network.points.map(() => 0);
  network.lines.forEach((line, i) => {
    traffic[line.from] += trains[i];
    traffic[line.to] += trains[i];
  });
  return traffic;
}

export interface Way {
  points: PointIndex[];
  lines: LineIndex[];
  km: number[]; // of each point from the first one
}

export function wayOf(network: Network, points: PointIndex[], lines: LineIndex[]): Way {
  const km = [0];
  lines.forEach((line, i) => km.push(km[i] + network.lines[line].length_km));
  return { points, lines, km };
}

// The way that trains would take: short, and over lines on which many run (Dijkstra; networks are small, so the nearest
// point is found by looking at all). null: none.
export function usualWay(network: Network, from: PointIndex, to: PointIndex): Way | null {
  const count = network.points.length;
  const distance = new Array<number>(count).fill(Infinity);
  const by = new Array<LineIndex>(count).fill(-1);
  const done = new Array<boolean>(count).fill(false);
  const around: LineIndex[][] = network.points.map(() => []);
  network.lines.forEach((line, i) => {
    around[line.from].push(i);
    around[line.to].push(i);
  });
  distance[from] = 0;
  for (;;) {
    let here = -1;
    for (let i = 0; i < count; ++i)
      if (!done[i] && distance[i] < Infinity && (here < 0 || distance[i] < distance[here])) here = i;
    if (here < 0 || here === to) break;
    done[here] = true;
    for (const i of around[here]) {
      const line = network.lines[i],
        there = line.from === here ? line.to : line.from;
      const cost = line.length_km * (1 + 1 / Math.max(lineTrains(line), 0.001));
      if (distance[here] + cost >= distance[there]) continue;
      distance[there] = distance[here] + cost;
      by[there] = i;
    }
  }
  if (distance[to] === Infinity) return null;
  const points = [to],
    lines: LineIndex[] = [];
  while (points[0] !== from) {
    const line = network.lines[by[points[0]]];
    lines.unshift(by[points[0]]);
    points.unshift(line.from === points[0] ? line.to : line.from);
  }
  return wayOf(network, points, lines);
}

// As the journey's trains really ran: leg by leg the route that most of them took; else the usual way.
export function journeyWay(network: Network, journey: Journey, movements: Movements | null): Way | null {
  const points: PointIndex[] = [journey.origin],
    lines: LineIndex[] = [];
  if (!journey.legs || !movements) return usualWay(network, journey.origin, journey.destination);
  const counts = new Map<number, number>();
  for (const route of movements.trains.route) counts.set(route, (counts.get(route) ?? 0) + 1);
  for (const leg of journey.legs) {
    let best = -1;
    movements.routes.forEach((route, r) => {
      if (route.points[0] !== leg.from || route.points[route.points.length - 1] !== leg.to) return;
      if (network.lines[route.lines[0]].gauge_mm === leg.gauge_mm && (best < 0 || counts.get(r)! > counts.get(best)!))
        best = r;
    });
    if (best < 0 || leg.from !== points[points.length - 1])
      return usualWay(network, journey.origin, journey.destination);
    points.push(...movements.routes[best].points.slice(1));
    lines.push(...movements.routes[best].lines);
  }
  return wayOf(network, points, lines);
}

// Lines between the same two points in other gauges belong to the same stretch of a way.
export function parallelLines(network: Network): LineIndex[][] {
  const groups = new Map<string, LineIndex[]>();
  const name = (line: Line): string => [line.from, line.to].sort((a, b) => a - b).join("-");
  network.lines.forEach((line, i) => groups.set(name(line), [...(groups.get(name(line)) ?? []), i]));
  return network.lines.map((line) => groups.get(name(line))!);
}

// The lines whose trains belong to each step of a way: of a whole route those of other gauges, too, since its trains may
// change gauge there in either direction; a single line is that line alone.
export const linesBeside = (network: Network, way: Way): LineIndex[][] => {
  if (way.lines.length === 1) return [way.lines];
  const parallel = parallelLines(network);
  return way.lines.map((line) => parallel[line]);
};

// Coordinates where the scenario has none (toys): points in a row, the first one in the east.
export function layout(network: Network): [number, number][] {
  if (network.points.some((p) => p.lat !== 0 || p.lon !== 0)) return network.points.map((p) => [p.lon, p.lat]);
  const depth = network.points.map(() => -1),
    row = network.points.map(() => 0),
    used: number[] = [];
  for (let start = 0; start < depth.length; ++start) {
    if (depth[start] >= 0) continue;
    depth[start] = 0;
    const queue = [start];
    for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
      row[here] = used[depth[here]] = (used[depth[here]] ?? -1) + 1;
      for (const line of network.lines) {
        const there = line.from === here ? line.to : line.to === here ? line.from : -1;
        if (there >= 0 && depth[there] < 0) {
          depth[there] = depth[here] + 1;
          queue.push(there);
        }
      }
    }
  }
  return depth.map((d, i) => [-d * 10, -row[i] * 5]);
}
