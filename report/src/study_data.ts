// The contract between the program and the page, second part: comparisons and studies. The rules of data.ts hold.
import type { BoundRow, CauseIndex, Common, Estimate, Network } from "./data";

// ---------------------------------------------------------------------------------------------- a comparison

// A base and variants with the same random numbers: paired differences.
export interface ComparisonData extends Common {
  kind: "comparison";
  network: Network; // of the base; figures of lines are the base's
  scenarios: ComparedScenario[]; // the base first
}

export interface ComparedScenario {
  name: string;
  question: string; // its description; may be empty
  changes: string[]; // what it changes, one line each; of the base: empty
  replications: number;
  scenario_sha256: string;
  results_hash: string;
  answer: string; // of a variant, in one sentence: "278,894 ± 5,711 TEU more delivered (+61.9 %)."
  binding: Binding | null;
  binding_rivals: Binding[]; // places that the replications do not tell apart from it
  // Uses as Network.lines of the base, same order: the greater of uic406_mean and path_use; null: nothing known.
  line_utilisation: (number | null)[];
  line_teu: (number | null)[]; // both directions, counted time; null: not counted on this line
  line_trains: number[]; // both directions, a day
  kpis: PairedRow[]; // of the base: empty
  unpaired: UnpairedRow[]; // likewise: those that have no difference
}

export interface Binding {
  name: string; // "Malaszewicze: lift"
  cause: CauseIndex;
  share: number; // of the container-hours of waiting for resources
}

export interface PairedRow {
  key: string;
  name: string; // for people (studies/kpi_names.h)
  unit: string;
  base: Estimate;
  variant: Estimate;
  difference: Estimate; // variant less base, over pairs
  p_holm: number | null; // corrected for all KPIs that are looked at; null: fewer than two pairs
  differs: boolean; // p_holm < 0.05
}

// Observed on one side only, or on both but never in the same replication; null: nothing was observed of it there.
export interface UnpairedRow {
  key: string;
  name: string;
  unit: string;
  base: Estimate;
  variant: Estimate;
}

// ---------------------------------------------------------------------------------------------- a sweep

// From the study's SQLite file (docs/guides/sweep.md).
export interface SweepData extends Common {
  kind: "sweep";
  design: string; // "grid", "list", "Latin hypercube"; may be empty
  factors: Factor[];
  points: SweepPoint[];
  kpis: { key: string; name: string; unit: string }[]; // at most 40: those of the study, or the leading ones
}

export interface Factor {
  name: string;
  field: string;
  scale: boolean; // true: the value multiplies what the scenario says
  numeric: boolean; // every value is a number
}

export interface SweepPoint {
  settings: (number | string)[]; // as SweepData.factors
  values: Estimate[]; // as SweepData.kpis
  replications: number; // complete ones
  gridlocks: number; // replications that ended so
}

// ---------------------------------------------------------------------------------------------- a capacity study

// `landbridge capacity`: the largest demand carried for good.
export interface CapacityData extends Common {
  kind: "capacity";
  tolerated: number; // share left behind that is no growth of all queues together: 0.005
  steps: CapacityStep[]; // the railway as it is, then with more of what bound
  bounds: BoundRow[]; // "scenario mix", by step
}

export interface CapacityStep {
  widened: string; // "4 bays instead of 2 (B.lift)"; empty: the railway as it is
  carried: number | null; // times the demand; null: not even the least
  not_carried: number | null; // null: even the most is carried
  binding: Binding | null; // of the least demand that is not carried
  spin_up_is_short: boolean; // queues settle later than counting begins
  run_is_short: boolean; // queues had not settled by half of the run
  warm_up_days: number;
  trials: CapacityTrial[]; // by demand
}

export interface CapacityTrial {
  demand: number; // times the scenario's
  left_behind: Estimate; // share of what came
  replications: number;
  reason: string; // "queue of service/EAST: 12 trains more", "above the bound"; empty: none
  verdict: "carried" | "not carried" | "unclear" | "gridlock";
}
