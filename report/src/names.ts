// What points are called on maps and diagrams: in Latin letters, Chinese or Russian, as the reader chose.
import type { Point } from "./data";

export type Script = "latin" | "zh" | "ru";

let script: Script = "latin";
const listeners: (() => void)[] = [];

export const onScript = (listener: () => void): void => {
  listeners.push(listener);
};

export function setScript(chosen: Script): void {
  script = chosen;
  listeners.forEach((listener) => listener());
}

// Without a name in that script the Latin one.
export const localName = (point: Point, wanted: Script): string =>
  wanted === "latin" ? point.name : point.local_names?.[wanted] || point.name;

export const nameOf = (point: Point): string => localName(point, script);
