// The steps of an axis over a factor: its values, or bands of them where there are many, as of points that are drawn.
import type { SweepPoint } from "./study_data";
import { mean } from "./format";
import { setting } from "./sweep_names";

const MOST_VALUES = 12,
  BANDS = 8;

// The values of a factor in order; texts as they come.
export function levels(points: SweepPoint[], factor: number): (number | string)[] {
  const all = [...new Set(points.map((p) => p.settings[factor]))];
  return all.every((v) => typeof v === "number") ? (all as number[]).sort((a, b) => a - b) : all;
}

export interface Steps {
  labels: string[];
  of: number[]; // the step of each point
}

const edge = (value: number): string =>
  value.toLocaleString("en-GB", { maximumSignificantDigits: 3 }).replace(/^-/, "−");

export function steps(points: SweepPoint[], factor: number): Steps {
  const values = levels(points, factor),
    of = points.map((p) => p.settings[factor]);
  const first = values[0],
    last = values[values.length - 1];
  if (values.length <= MOST_VALUES || typeof first !== "number" || typeof last !== "number")
    return { labels: values.map(setting), of: of.map((v) => values.indexOf(v)) };
  const width = (last - first) / BANDS;
  return {
    labels: Array.from({ length: BANDS }, (_, i) => `${edge(first + i * width)} to ${edge(first + (i + 1) * width)}`),
    of: of.map((v) => Math.min(BANDS - 1, Math.floor(((v as number) - first) / width))),
  };
}

export interface Cell {
  x: number;
  y: number;
  value: number;
  points: number[];
} // x, y: steps

// Means of a KPI over the points of each pair of steps; none where there are no points.
export function cells(points: SweepPoint[], x: Steps, y: Steps, kpi: number): Cell[] {
  const found = new Map<string, number[]>();
  points.forEach((p, i) => {
    if (mean(p.values[kpi]) === null) return;
    const key = `${x.of[i]},${y.of[i]}`;
    found.set(key, [...(found.get(key) ?? []), i]);
  });
  return [...found].map(([key, members]) => {
    const [cx, cy] = key.split(",").map(Number);
    return {
      x: cx,
      y: cy,
      points: members,
      value: members.reduce((s, i) => s + mean(points[i].values[kpi])!, 0) / members.length,
    };
  });
}
