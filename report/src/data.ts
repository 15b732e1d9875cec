// The contract between the program and the page: what `landbridge report` writes into
//   <script type="application/json" id="data">…</script>      ("</" written as "<\/")
// and what the page reads from it. Nothing else goes from the one to the other.
//
// Rules that hold everywhere
// - A key that may be absent has a `?` or `null` in its type; `null` and absent mean the same: not known or not
//   observed. An empty list means that there are none.
// - Shares are 0..1 (more where work goes on after a shift), not per cent. TEU, trains: counts over the counted time.
// - Text is plain UTF-8, for people, in English, and is never read as HTML.
// - Indices count from 0. `PointIndex` points into `network.points`, `LineIndex` into `network.lines`,
//   `CauseIndex` into CAUSES.
// - Where a table comes from a CSV file of a run directory, its row order is that of the file.

// Comparisons, selections, assessments, sweeps and capacity studies: study_data.ts. Movements of trains: movement_data.ts.
import type { Movements } from "./movement_data";
import type { AssessmentData, CapacityData, ComparisonData, SelectionData, SweepData } from "./study_data";

export type { Movements, Passings, Plans, Route, TrainColumns } from "./movement_data";

export const FORMAT = "landbridge-report-1";

// Where a container's time goes, in the order of rail::Cause (models/cause.h).
export const CAUSES = [
  "section",
  "path",
  "track",
  "server",
  "bay",
  "yard",
  "fleet",
  "hours",
  "possession",
  "closure",
  "formation",
  "handling",
  "running",
  "slowed",
  "plug",
  "consolidation",
] as const;
export type Cause = (typeof CAUSES)[number];

export type PointIndex = number;
export type LineIndex = number;
export type CauseIndex = number;
export type DirectionIndex = 0 | 1; // 0 westbound, 1 eastbound

// A mean over replications: [mean, half the 95 % confidence interval], by Student's t. The half is null with fewer
// than two replications in which it was observed. null instead of the pair: never observed.
// Eight significant digits.
export type Estimate = [number, number | null] | null;

export type Data = RunData | ComparisonData | SelectionData | AssessmentData | SweepData | CapacityData;

// ---------------------------------------------------------------------------------------------- for every kind

export interface Common {
  format: typeof FORMAT;
  title: string; // scenario's or study's name: "eurasia-2017"
  question: string; // what was asked, one or two sentences: the scenario's `description`, or made from the study
  answer: string; // the answer in one sentence of at most about 200 characters
  figures: KeyFigure[]; // four to six, the most important one first
  // Warnings that belong beside the answer: gridlocks, wants, interrupted, warm-up too short. Often empty.
  warnings: string[];
  trust: Trust;
}

export interface KeyFigure {
  label: string; // "TEU delivered", "Transit Xi'an – Duisburg, 90th percentile"
  unit: string; // "TEU", "trains/day", "days", "share" (shown as per cent), …
  value: Estimate; // of a difference: its interval is that of the paired difference
  note?: string | null; // a few words below: "westbound 197,060, eastbound 104,500"
  key?: string | null; // of the KPI, where there is one
}

export interface Trust {
  program: string; // "landbridge 0.9.0"
  git_revision: string;
  compiler: string;
  // What reproduces it, one line: "landbridge run scenarios/eurasia-2017.txtpb --replications 20". Of a sweep, the work of
  // many runs: empty, as are revision, compiler, start and, without its base, the counted time.
  command: string;
  scenario_file: string;
  scenario_sha256: string;
  results_hash: string; // of all replications; of a study: empty
  seed: number | string; // a string where it does not fit into 2^53
  replications: number; // complete ones; of a sweep: per design point, as asked
  count_from: string; // ISO 8601, UTC: "2017-01-01T00:00:00Z"
  count_until: string;
  spin_up_days: number;
  started: string; // ISO 8601, UTC
  seconds_taken: number;
  threads: number;
  changes: string[]; // put on top of the scenario's file (`--change`), as text
  // Published figures beside simulated ones, as published.csv. Empty where the scenario has none.
  published: PublishedRow[];
  // What the scenario's figures rest on (scenarios/explain.h), summed up by source, most figures first.
  sources: SourceRow[];
  // Assumptions, each one once (equal notes are counted), those on which most figures hang first. At most 300.
  assumptions: AssumptionRow[];
}

export interface PublishedRow {
  id: string;
  observable: string;
  scope: string;
  period: string;
  unit: string;
  role: string; // "input", "calibrated", "compared": to_string(FigureRole)
  published: number;
  low: number | null;
  high: number | null;
  tolerance: number | null; // the published value is believed so far either way
  believed: [number, number]; // all in all: low to high, the value within its tolerance, or as it was rounded
  simulated: Estimate; // in the published figure's unit
  deviation: number | null; // (simulated - published) / published
  verdict: string; // "agrees", "close", "miss", "not simulated", "not observed"
  why_not: string; // why no KPI stands for it; else empty
  sources: string; // "S004; S181"
  confidence: string; // "A", "B", "C"
  // Counted on the first screen: compared, simulated, a fact not stated before, and not a length, which is the map's alone.
  held_back: boolean;
}

export interface SourceRow {
  source: string; // "S004", or its text where the scenario gives one
  confidence: string; // the weakest one of its figures
  figures: number; // how many figures of the scenario rest on it
  note: string; // title or note of the source; may be empty
}

export interface AssumptionRow {
  note: string; // what is assumed, in words
  figures: number; // how many figures rest on it
  example: string; // path of one of them: "lines/L088/passing_places"
}

// ---------------------------------------------------------------------------------------------- the network

export interface Network {
  points: Point[]; // only those with traffic, or at an end of a line that is listed; order of the scenario
  lines: Line[]; // only those over which a train ran in some replication, and those that a disruption closes
}

export interface Point {
  id: string; // "BY_BRE"
  name: string; // for people, in Latin letters, as short as PlaceNames has it
  full_name?: string; // as the scenario has it, if longer
  country: string; // ISO 3166 alpha-2; may be empty
  role: string; // "station", "origin hub", "border", "junction", "port", "terminal"
  // Degrees. Both 0 (toys without coordinates): the page lays points out by itself, in a row.
  lat: number;
  lon: number;
  gauges_mm: number[]; // 0: ships
  time_zone: string; // IANA; may be empty
  tracks: number | null; // of all gauges; null: not stated
  // Names in Chinese and Russian, where the scenario has them.
  local_names?: { zh?: string; ru?: string } | null;
  processes: Process[]; // stages of a border or terminal; empty where trains only pass
}

export interface Process {
  title: string; // "westbound, change of gauge", "eastbound, passing"
  stages: Stage[]; // in their order
}

export interface Stage {
  name: string; // "customs"
  what: string; // one line: "0.5 + exponential(1) h, 3 % inspected", describe_law()
  resource: string | null; // Resource.id; null: no server needed
  hours: string | null; // opening hours in words; null: always open
}

export interface Line {
  id: string; // "L088"
  name: string; // "Altynkol - Zhetygen"
  from: PointIndex;
  to: PointIndex;
  gauge_mm: number; // 0: ships
  tracks: number | null; // 1, 2, …; 0: no limit (ships); null: of a study, not alike in all its railways
  length_km: number;
  sections: number; // equal parts between passing places: passing_places + 1; double track: 1
  run_min: number; // minutes from end to end at the line's speed, class of factor 1, unhindered
  paths_per_day: number | null;
  trains_per_day: [Estimate, Estimate]; // by DirectionIndex
  teu: [Estimate, Estimate]; // by DirectionIndex, over the counted time; null if not known
  wait_h: [Estimate, Estimate]; // mean wait for a section per train
  path_wait_h: [Estimate, Estimate]; // mean wait for a path per train
  occupancy: Estimate; // share of time blocked
  uic406_mean: Estimate; // compressed occupancy: counted time, busiest day, busiest hour of the day
  uic406_day: Estimate; // null where tracks are 0
  uic406_peak: Estimate;
  // Likewise of each section from `from` on; of double track the way from there first, then the other. null: not known.
  uic406_sections: SectionUse[] | null;
  path_use: number | null; // busier direction's trains a day over paths_per_day
  graph_pairs: number | null; // pairs (double track: trains each way) a day by the 1520 practice
}

// Counted time, half its interval, busiest day, busiest hour of the day; null: never observed, or no interval.
export type SectionUse = [number | null, number | null, number | null, number | null];

// Servers of stages, and bays of terminals; as resources.csv.
export interface Resource {
  id: string; // "KZ_DOS.customs"; a terminal: "KZ_DOS.lift"
  name: string; // "Dostyk: customs"
  point: PointIndex;
  kind: string; // as resources.csv; "bays" of terminals
  servers: number;
  utilisation: Estimate; // of the time in which it is open
  queue_mean: Estimate; // trains
  queue_longest: Estimate; // trains
  wait_mean_h: Estimate; // h per train
  yard_teu_mean: Estimate; // bays only
  yard_teu_most: Estimate;
  lifts: Estimate;
}

// A place and a cause of waiting; as binding.csv, with waits for formation and consolidation (`is_resource` false) after.
export interface WaitRow {
  place: string; // id as in the KPI's key
  name: string; // for people: "Astana - Tobol", "Dostyk: lift"
  cause: CauseIndex;
  point: PointIndex | null; // where the place is; both null: a fleet, or unknown
  line: LineIndex | null;
  container_hours: Estimate; // waits under way at the end included
  mean_h: Estimate; // per train (formation: per container); null for lines
  share: number; // of the container-hours of all waits for resources; 0 where is_resource is false
  utilisation: Estimate; // of the place; null: it has none
  waiting_at_end: Estimate; // trains
  is_resource: boolean;
}

export interface DwellRow {
  // containers, arrival to departure; as places.csv
  point: PointIndex;
  direction: DirectionIndex;
  mean_h: Estimate;
  p50_h: Estimate;
  p90_h: Estimate;
}

export interface CrossingRow {
  // lines between two countries; as crossings.csv
  line: LineIndex;
  from_country: string; // of the line's `from`
  to_country: string;
  trains: [Estimate, Estimate]; // by DirectionIndex, counted time
  teu: [Estimate, Estimate];
}

// ---------------------------------------------------------------------------------------------- journeys

// Containers of one origin and destination; as transit.csv, journeys.csv and costs.csv.
export interface Journey {
  origin: PointIndex;
  destination: PointIndex;
  name: string; // "Xi'an - Duisburg"
  containers: Estimate; // delivered in the counted time
  teu: Estimate;
  transit_mean: Estimate; // days, first departure to arrival
  transit_p50: Estimate;
  transit_p90: Estimate;
  total_mean: Estimate; // days, release to arrival
  total_p50: Estimate;
  total_p90: Estimate;
  causes: (number | null)[]; // days of total_mean by CAUSES; they add up to it
  // Transit days at PERCENTILES, of the containers of replication 0; null: fewer than 20 of them.
  transit_percentiles: number[] | null;
  // Where the time goes on the way, leg by leg, mean over containers of replication 0 that took these legs (the most
  // frequent sequence of legs). null: containers were not recorded.
  legs: Leg[] | null;
  // Single containers of replication 0. null: containers were not recorded.
  single?: SingleContainers | null;
  costs: Costs | null; // null: the scenario states no costs
}

// At most 41 of those that were recorded from release to arrival, evenly from the fastest to the slowest.
export interface SingleContainers {
  recorded: number; // how many there are
  id: string[]; // identity as in containers.csv
  rank: number[]; // by time from release to arrival: 0 the fastest, recorded - 1 the slowest
  places: [PointIndex, PointIndex][]; // where steps are: at a point (both are the same), or between two
  // Of each container, step by step in their order, three numbers each: [into `places`, CauseIndex, whole minutes]. They add
  // up to the minutes from release to arrival. Stays of less than an hour on the way are part of the way.
  steps: number[][];
}

export const PERCENTILES = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const;

export interface Leg {
  from: PointIndex;
  to: PointIndex;
  gauge_mm: number;
  containers: number; // that these means are of
  causes: (number | null)[]; // days by CAUSES, from ready until ready for the next leg or arrived
}

export interface Costs {
  currency: string; // "USD"
  per_teu: Estimate;
  parts: { name: string; value: Estimate }[]; // tariff, handling, wagons, locomotives, energy: currency per TEU
  g_per_teu: Estimate; // CO2 equivalent
  emission_parts: { name: string; value: Estimate }[]; // traction, handling, refrigeration: g per TEU
  g_per_tonne_km: Estimate;
  kwh_per_teu: Estimate;
}

// Closures, cuts, slow orders, surges; to be shaded in diagrams.
export interface Disruption {
  id: string;
  what: string; // describe_disruption()
  from_min: number; // after count_from
  until_min: number;
  lines: LineIndex[];
  points: PointIndex[];
  trains_held: Estimate;
  time_to_clear_h: Estimate;
}

// ---------------------------------------------------------------------------------------------- a run

// One scenario, n replications: `landbridge report RUN`.
export interface RunData extends Common {
  kind: "run";
  network: Network;
  resources: Resource[];
  waits: WaitRow[]; // the binding one first
  confirmation: string | null; // what a paired run with a tenth more of what binds gave, in sentences; null: not asked
  dwell: DwellRow[];
  crossings: CrossingRow[];
  journeys: Journey[]; // most containers first
  disruptions: Disruption[];
  bounds: BoundRow[]; // as bounds.csv; may be empty
  movements: Movements | null; // null: not recorded
  kpis: KpiColumns; // all of them, for the table and its download
}

export interface KpiColumns {
  key: string[];
  unit: string[];
  value: Estimate[];
}

export interface BoundRow {
  bound: string; // "of demand", "scenario mix", "free mix", "cut westbound", "cut eastbound"
  step: number;
  value: number;
  unit: string; // "trains/day", "TEU/day"
  times_demand: number | null; // null where it is 0: has none
  simulated: number | null;
  name: string; // of what binds: "Dostyk: lift"
  kind: string; // "bays", "servers", …
  price: number | null; // growth for one more of capacity_unit
  capacity_unit: string;
}
