// The contract between the program and the page, second part: comparisons and studies. The rules of data.ts hold.
import type { BoundRow, CauseIndex, Common, Estimate, LineIndex, Network, PointIndex } from "./data";

// ---------------------------------------------------------------------------------------------- a comparison

// A base and variants with the same random numbers: paired differences.
export interface ComparisonData extends Common, StudyMaps {
  kind: "comparison";
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
  on_map: OnMap | null; // means over its replications; null: no train ran
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

// ---------------------------------------------------------------------------------------------- maps of studies

// One network, and how it is used in each of the railways that were simulated.
export interface StudyMaps {
  network?: Network; // of the base; figures of its lines that hang on a run are null. Absent: there is no map
  resources?: StudyResource[]; // servers of stages and bays of terminals that are used in any of them
  map_note: string; // why there is no map, or not of all; may be empty
}

export interface StudyResource {
  name: string; // "Dostyk: lift"
  point: PointIndex;
}

// Three digits behind the point.
export interface OnMap {
  // As Network.lines, as lineUse(): the greater of uic406_mean and path_use, else occupancy; null: nothing known.
  line_use: (number | null)[];
  line_trains: number[]; // likewise: both directions, a day
  resource_use: (number | null)[]; // as StudyMaps.resources; null: not used
  binding: BindingPlace[]; // what is waited for most, at most five
}

export interface BindingPlace extends Binding {
  point: PointIndex | null; // where it is; both null: nowhere on the map
  line: LineIndex | null;
}

// ---------------------------------------------------------------------------------------------- a sweep

// From the study's SQLite file (docs/guides/sweep.md).
export interface SweepData extends Common, StudyMaps {
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
  on_map: OnMap | null; // of its first replication; null: not known
}

// ---------------------------------------------------------------------------------------------- a capacity study

// `landbridge capacity`: the largest demand carried for good.
export interface CapacityData extends Common, StudyMaps {
  kind: "capacity";
  tolerated: number; // share left behind that is no growth of all queues together: 0.005
  steps: CapacityStep[]; // the railway as it is, then with more of what bound
  bounds: BoundRow[]; // "scenario mix", by step
  bound_notes: string[]; // what the bound does not know
  flows: string; // pattern of the demand that is asked about; empty: all
  points_looked_at: boolean; // a queue that grows at a point alone is too much, too, not only that of a service
}

export interface CapacityStep {
  widened: string; // "4 bays instead of 2 (B.lift)"; empty: the railway as it is
  carried: number | null; // times the demand; null: not even the least
  not_carried: number | null; // null: even the most is carried
  answer: string; // "toy carries 3.50 times its demand for good, but not 4.00 times."
  binds: string; // "Above that binds Border: lift (bay, 75 % of the container-hours of waiting)."; empty: not known
  imprecise: string; // that the interval is wider than asked for; empty: it is not
  warnings: string[]; // of this railway; all of them are among Common.warnings
  // Means over the trial of the greatest demand that is carried; if none surely is, that may
  // be; if none may, of the least that was tried. null: not known.
  on_map: { demand: number; figures: OnMap } | null;
  trials: CapacityTrial[]; // by demand
}

export interface CapacityTrial {
  demand: number; // times the scenario's
  left_behind: Estimate; // share of what came
  replications: number;
  reason: string; // "queue of service/EAST: 12 trains more", "above the bound"; empty: none
  verdict: "carried" | "not carried" | "unclear" | "gridlock";
}
