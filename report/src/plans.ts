// What trains were to do by their timetable, and how late they were. Pure functions over the movements.
import type { Movements } from "./data";
import { NEVER, type Stops, lastStop } from "./movements";

// Of one train, minutes after count_from; null: it goes by no timetable.
export interface Plan {
  departure: number; // by timetable
  times: number[]; // it leaves its first point, comes to the next one, leaves that, … comes to its last one
}

export const hasPlans = (data: Movements | null): boolean => Boolean(data?.plans);

export function planOf(data: Movements, train: number): Plan | null {
  const departure = data.plans?.departure[train];
  const way = data.plans?.way[train];
  if (departure === null || departure === undefined || way === null || way === undefined) return null;
  return { departure, times: data.plans!.times[way].map((after) => departure + after) };
}

// When it was to be at the k-th point of its route: from, and until if it goes on from there.
export function plannedStop(plan: Plan, k: number): { from: number; until: number | null } {
  return { from: k === 0 ? plan.departure : plan.times[2 * k - 1], until: plan.times[2 * k] ?? null };
}

// Minutes after the plan; null: it never left, or has come nowhere.
export interface Lateness {
  leaving: number | null; // its first point
  arriving: number | null; // at its last one
}

export function lateness(stops: Stops, train: number, plan: Plan): Lateness {
  const first = stops.first[train];
  const last = lastStop(stops, train);
  const left = stops.departed[first];
  const { until } = plannedStop(plan, 0);
  const due = plannedStop(plan, last - first).from;
  return {
    leaving: left === NEVER || until === null ? null : left - until,
    arriving: last === first ? null : stops.arrived[last] - due,
  };
}
