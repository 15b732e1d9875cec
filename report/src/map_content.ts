// What a map shows of each point and line of a network, and what is said of them.
import type { PointIndex } from "./data";
import type { Badge } from "./map_marks";

export interface MapPoint {
  name: string;
  use: number | null;
  size: number;
  rank: number; // the greater the sooner it is named; 0: no traffic
}
export interface MapLine {
  use: number | null;
  flow: number; // 0..1 of the widest
}

export interface MapContent {
  points: MapPoint[]; // as network.points
  lines: MapLine[]; // as network.lines
  pointTip(point: PointIndex): HTMLElement;
  lineTip(line: number): HTMLElement;
  badges?: Badge[];
}
