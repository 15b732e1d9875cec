// The contract between the program and the page, third part: where trains were, and when. The rules of data.ts hold.
import type { DirectionIndex, LineIndex, PointIndex } from "./data";

// Every train of replication 0, stop by stop, from trains.csv or from the records themselves. Times are whole minutes
// after `Trust.count_from` (floored; negative in the spin-up). The program takes whole days from count_from until the
// stops are about 200,000, so that the file stays small: `until_min` says how far.
export interface Movements {
  from_min: number; // trains that stand or move at some time between from_min and until_min are all here
  until_min: number;
  dated: boolean; // false: a toy without a calendar; the page counts days instead of dates
  routes: Route[]; // distinct ones
  trains: TrainColumns; // one entry per train in every column; by first time
  // For every train in order, for every point of its route: minutes of standing there, then, but for its last point,
  // minutes of running to the next one. The first minute is trains.start. At the last point: until the train ended (its
  // containers lifted or delivered), or -1 if it had not by the end of the run. Differences of floored times, so that
  // errors do not add up. Of a train that stands at a point at the end of the run that stop is not recorded.
  times: number[];
  // Waits of at least a minute of trains while they stood at points, sparse and flat, three numbers each:
  //   [stops skipped since the last one (stops count through all trains in order; the first counts from -1, so the very
  //     first stop is 1; 0: another cause at the same stop), CauseIndex, minutes]
  waits: number[];
  // What happens between points, for the time–distance diagram. null: not recorded, and the page draws a train's way over
  // a line as evenly spaced.
  passings: Passings | null;
  // What trains were to do by their services' timetables. null: none of them goes by one.
  plans?: Plans | null;
}

// Of trains at the origin of a service with a timetable or a list of departures. The scenario has no planned times but
// those of departure: what follows is the least that handling and running take, so that no train is ahead of it.
export interface Plans {
  departure: (number | null)[]; // per train: minute in which it departs by timetable; null: none, or it left before counting began
  way: (number | null)[]; // per train: into `times`; null likewise
  // Minutes after that: it leaves the first point of its route, comes to the next one, leaves it, … comes to the last one.
  times: number[][];
}

export interface Route {
  points: PointIndex[];
  lines: LineIndex[]; // lines[k] leads from points[k] to points[k + 1]: one fewer
}

export interface TrainColumns {
  id: string[]; // identity as in trains.csv
  route: number[]; // into Movements.routes
  start: number[]; // minute in which it came to the route's first point or was made there, waits for wagons included
  direction: DirectionIndex[];
  gauge_mm: number[]; // 0: a ship
  teu: number[]; // as it left its first point
  formed_by: number[]; // into Movements.formed_by
}

// Stops at passing places of single-track lines, of trains that entered the line in [from_min, until_min).
// In the order of the trains, and of the lines of their routes, flat:
//   [train (index; difference from the one before), k of Route.lines, then for each of the line's sections - 1 passing
//    places in the way of the train: minutes of running from the place before, minutes of standing there]
export interface Passings {
  from_min: number; // usually a month
  until_min: number;
  values: number[];
}
