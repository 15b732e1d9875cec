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

// Several at one place stand beside each other; `middle` says where a line's badge stands.
export function badgeSeries(
  badges: Badge[],
  place: [number, number][],
  middle: (line: LineIndex) => [number, number],
): object {
  const taken = new Map<string, number>();
  const data = badges.map(({ text, point, line }) => {
    const at = point !== null ? `point ${point}` : `line ${line}`,
      before = taken.get(at) ?? 0;
    taken.set(at, before + 1);
    return {
      value: point !== null ? place[point] : middle(line!),
      name: at,
      label: { formatter: () => text },
      symbolOffset: [before * 19, point !== null ? -15 : 0],
    };
  });
  return {
    id: "badges",
    type: "scatter",
    coordinateSystem: "geo",
    data,
    z: 6,
    symbol: "circle",
    symbolSize: 17,
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
