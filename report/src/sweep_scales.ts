// What is picked of a sweep, and the scales of its results: even, or by powers of ten where that tells points apart.
import type { Estimate } from "./data";
import type { SweepData } from "./study_data";

export interface Choice {
  x: number;
  y: number;
  kpi: number;
  other: number;
  chosen: number;
  log: boolean; // where a scale by powers of ten is useful
}

const MANY_DECADES = 2;

// All are positive, and so far apart that on an even scale most of them would lie on one another.
export function spansDecades(values: Estimate[]): boolean {
  const means = values.flatMap((value) => (value ? [value[0]] : []));
  return means.length > 0 && Math.min(...means) > 0 && Math.max(...means) > 10 ** MANY_DECADES * Math.min(...means);
}

export const valuesOf = (data: SweepData, kpi: number): Estimate[] => data.points.map((p) => p.values[kpi]);
export const isLog = (data: SweepData, now: Choice, kpi: number): boolean =>
  now.log && spansDecades(valuesOf(data, kpi));

export const scaled = (unit: string, value: number): number => (unit === "share" ? value * 100 : value);

interface ValueAxis {
  axis: object;
  least: number; // where it begins, if it is logarithmic; else none
}

// Of a result. Even scales begin where values do, if `loose`.
export function valueAxis(data: SweepData, now: Choice, i: number, loose: boolean): ValueAxis {
  const { name, unit } = data.kpis[i];
  const title = `${name}, ${unit === "share" ? "%" : unit}`;
  if (!isLog(data, now, i)) return { axis: { type: "value", name: title, scale: loose }, least: -Infinity };
  const means = valuesOf(data, i).flatMap((value) => (value ? [scaled(unit, value[0])] : []));
  const least = 10 ** Math.floor(Math.log10(Math.min(...means)));
  return { axis: { type: "log", logBase: 10, name: `${title}, logarithmic`, min: least }, least };
}
