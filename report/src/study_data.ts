// The contract between the program and the page, second part: studies. The rules of data.ts hold.
import type { BoundRow, CauseIndex, Common, Estimate, LineIndex, Network, PointIndex, PublishedRow } from "./data";

// What identifies one of several scenarios, and its results.
export interface SimulatedScenario {
  name: string;
  replications: number;
  scenario_sha256: string;
  results_hash: string;
}

// ---------------------------------------------------------------------------------------------- a comparison

// A base and variants with the same random numbers: paired differences.
export interface ComparisonData extends Common, StudyMaps {
  kind: "comparison";
  scenarios: ComparedScenario[]; // the base first
}

export interface StudiedScenario extends SimulatedScenario {
  question: string; // its description; may be empty
  changes: string[]; // what it changes, one line each; of the base, or the first: empty
  binding: Binding | null;
  binding_rivals: Binding[]; // places that the replications do not tell apart from it
}

export interface ComparedScenario extends StudiedScenario {
  answer: string; // of a variant, in one sentence: "278,894 ± 5,711 TEU more delivered (+61.9 %)."
  on_map: OnMap | null; // means over its replications; null: no train ran
  another_way: string; // how many trains went another way than planned, over which borders; none, or of the base: empty
  confirmation: string | null; // as of a run; of the base: null
  variance: string; // what the same random numbers leave of it, in a sentence; of the base, or of nothing: empty
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

// ---------------------------------------------------------------------------------------------- a selection

// `landbridge select`: which of several is best, with the same random numbers.
export interface SelectionData extends Common, StudyMaps {
  kind: "selection";
  kpi: { key: string; name: string; unit: string };
  less_is_better: boolean;
  currency: string; // of costs; empty: the KPI alone counts
  worth: number | null; // money, of one unit of the KPI; null: the KPI alone counts
  zone: number; // smaller differences of the score do not matter
  score_unit: string; // the currency, or the KPI's unit
  probability: number; // of a correct selection, if the best is ahead by the zone
  end: "decided" | "tie" | "undecided";
  best: number; // its place among the candidates; so far, if it is not decided
  candidates: Candidate[]; // as they were named
}

export interface Candidate extends StudiedScenario {
  kpi: Estimate;
  score: Estimate; // worth × KPI − cost; where less is better −worth × KPI − cost
  behind: Estimate; // the best one's score less its own, in pairs; null: it is the best
  gain: Estimate; // how much better its KPI is than the first one's, in pairs; null: it is the first
  cost: number | null; // money over the counted time; null: the KPI alone counts
  cost_a_year: number | null;
  better_per_1000: Estimate; // of the KPI, for each 1,000 that it costs more than the first; null: it does not
  out_after: number | null; // replications; null: still in
  state: string; // "selected", "ahead so far", "one of the best", "still in", "out after 10 replications"
  on_map: OnMap | null; // means over its replications; null: no train ran
  gridlocks: number; // replications
}

// ---------------------------------------------------------------------------------------------- an assessment

// `landbridge assess`: past years beside what was published of them.
export interface AssessmentData extends Common, StudyMaps {
  kind: "assessment";
  notes: string[]; // what else there is to say of scores, a sentence each
  years: AssessedYear[];
  scores: AssessmentScore[]; // by kind of figure, the last one of all; empty: nothing is scored
  rows: AssessedRow[]; // every published figure of every year
}

export interface AssessedYear extends SimulatedScenario {
  year: number;
  on_map: OnMap | null; // means over its replications; null: no train ran
}

export interface AssessmentScore {
  of: string; // "times", "trains and TEU", "other", "all"
  figures: number;
  of_other_years: number; // of these, published of a year that is not assessed
  hits: number; // agree or are close
  error: number; // mean absolute one, as a share of what was published
  as_it_was: Beside | null; // what was published of the same series for the latest time before; null: nothing
  without_waiting: Beside | null; // running and handling at their means, nobody waiting
}

// A naive forecast beside the simulation, over the figures of which there is one.
export interface Beside {
  figures: number;
  nearer: number; // in so many the simulation is nearer
  simulated: number; // its mean error
  naive: number; // and the forecast's
}

// `held_back`: it is scored, in this year.
export interface AssessedRow extends PublishedRow {
  year: number; // that its scenario counts
  scored_in: number | null; // the year that its fact counts in; null: in none
  of_the_year: boolean; // its period has the year
  of_the_map: boolean; // a length, which follows from the map
  same_as: string; // id of a figure that states the same fact; empty: none
  single: [number, number] | null; // 95 % of single replications; null: not simulated
  as_it_was: number | null;
  as_it_was_year: number | null;
  without_waiting: number | null;
}

// ---------------------------------------------------------------------------------------------- maps of studies

// One network, and how it is used in each of the railways that were simulated.
export interface StudyMaps {
  // With the points and lines of all of them, each as the first one has it; figures of lines that hang on a run are null.
  // Absent: there is no map.
  network?: Network;
  resources?: StudyResource[]; // servers of stages and bays of terminals that are used in any of them
  map_note: string; // why there is no map, or not of all; may be empty
}

export interface StudyResource {
  name: string; // "Dostyk: lift"
  point: PointIndex;
}

// Three digits behind the point; of shares of what binds six.
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
  effects?: string[]; // sentences: what the first of them surely answer to; none where points are not drawn
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
  growth: string | null; // where queues grow, or are left, in sentences; empty: nowhere; null: not known
  grows: boolean; // surely, for good: not put down to a disruption or a season
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
