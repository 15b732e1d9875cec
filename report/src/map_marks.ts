// What is put onto the map's lines and points: moving trains, trains that wait, numbers of what binds.
import type { LineIndex, PointIndex } from "./data";
import { FONT } from "./chart";
import { h, replace } from "./dom";
import { css, onTheme } from "./theme";

export interface Marks {
  trains: { x: number; y: number; direction: number; heading: number }[]; // heading: degrees, 0 east, 90 north
  queues: { point: PointIndex; trains: number }[]; // trains that wait there
}

// A short text at a point or line.
export interface Badge {
  text: string;
  point: PointIndex | null;
  line: LineIndex | null;
}

// Light on dark or dark on light, with a rim of the other, so that one of both stands out from any line.
const trainColours = (direction: number): { color: string; borderColor: string } =>
  direction === 1
    ? { color: css("--card"), borderColor: css("--ink") }
    : { color: css("--ink"), borderColor: css("--card") };

const queueSize = (trains: number): number => 6 + 7 * Math.sqrt(trains);

export function markSeries(marks: Marks, place: [number, number][]): object[] {
  const queues = marks.queues.map((q) => ({ value: place[q.point], symbolSize: queueSize(q.trains) }));
  const trains = marks.trains.map((t) => ({
    value: [t.x, t.y],
    symbolRotate: t.heading - 90,
    itemStyle: { ...trainColours(t.direction), borderWidth: 1.2, opacity: 1 },
  }));
  return [
    {
      id: "queues",
      type: "scatter",
      coordinateSystem: "geo",
      data: queues,
      silent: true,
      z: 3,
      itemStyle: { color: `${css("--warn")}66`, borderColor: css("--warn"), borderWidth: 1.2, opacity: 1 },
    },
    {
      id: "trains",
      type: "scatter",
      coordinateSystem: "geo",
      data: trains,
      silent: true,
      z: 5,
      symbolSize: [9, 11],
      symbol: "arrow",
    },
  ];
}

type At = [number, number];

const BADGE = 17; // px
const APART = BADGE + 2;
const ABOVE = 15; // px, of the point that it is of

// How far each is moved so that it does not lie on one before it: to the nearer side of one of these, to the right if both
// are as near. `wanted`: where they are to stand, px.
export function sideBySide(wanted: At[]): number[] {
  const placed: At[] = [];
  return wanted.map(([wantedX, y]) => {
    const free = (x: number): boolean => placed.every((other) => Math.hypot(other[0] - x, other[1] - y) >= APART - 0.5);
    const beside = placed.flatMap(([x]) => [x + APART, x - APART]);
    const x = [wantedX, ...beside]
      .filter(free)
      .reduce((best, one) => (Math.abs(one - wantedX) < Math.abs(best - wantedX) ? one : best));
    placed.push([x, y]);
    return x - wantedX;
  });
}

// `middle` says where a line's badge stands, `pixel` where on the screen a place is.
export function badgeSeries(
  badges: Badge[],
  place: At[],
  middle: (line: LineIndex) => At,
  pixel: (at: At) => At,
): object {
  const values = badges.map(({ point, line }) => (point !== null ? place[point] : middle(line!)));
  const up = badges.map(({ point }) => (point !== null ? -ABOVE : 0));
  const moved = sideBySide(values.map((at, i) => [pixel(at)[0], pixel(at)[1] + up[i]]));
  const data = badges.map(({ text, point, line }, i) => ({
    value: values[i],
    name: point !== null ? `point ${point}` : `line ${line}`,
    label: { formatter: () => text },
    symbolOffset: [moved[i], up[i]],
  }));
  return {
    id: "badges",
    type: "scatter",
    coordinateSystem: "geo",
    data,
    z: 6,
    symbol: "circle",
    symbolSize: BADGE,
    itemStyle: { color: css("--accent"), opacity: 1, borderColor: css("--card"), borderWidth: 1.5 },
    label: { show: true, color: css("--card"), fontFamily: FONT, fontSize: 11, fontWeight: 700 },
  };
}

// What the marks of a map that is played mean.
export function markLegend(): HTMLElement {
  const element = h("div", { class: "legend" });
  const train = (direction: number): HTMLElement => {
    const swatch = h("i"),
      { color, borderColor } = trainColours(direction);
    Object.assign(swatch.style, {
      background: color,
      border: `1.5px solid ${direction === 1 ? borderColor : css("--muted")}`,
    });
    return swatch;
  };
  const queue = (): HTMLElement => {
    const swatch = h("i");
    Object.assign(swatch.style, {
      background: `${css("--warn")}66`,
      border: `1.2px solid ${css("--warn")}`,
      width: `${queueSize(1)}px`,
      height: `${queueSize(1)}px`,
      borderRadius: "50%",
    });
    return swatch;
  };
  const draw = (): void =>
    replace(
      element,
      h("span", {}, train(0), "westbound trains"),
      h("span", {}, train(1), "eastbound trains"),
      h("span", {}, queue(), "a train that waits; larger: more of them"),
    );
  draw();
  onTheme(draw);
  return element;
}
