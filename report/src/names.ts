// What points are called on maps and diagrams: in Latin letters, Chinese or Russian, as the reader chose.
import type { Point } from "./data";
import { LOCAL_NAMES } from "./local_names";

export type Script = "latin" | "zh" | "ru";

let script: Script = "latin";
const listeners: (() => void)[] = [];

export const onScript = (listener: () => void): void => { listeners.push(listener); };

export function setScript(chosen: Script): void {
  script = chosen;
  listeners.forEach((listener) => listener());
}

// Without a name in that script the Latin one.
export function localName(point: Point, wanted: Script): string {
  if (wanted === "latin") return point.name;
  const own = point.local_names?.[wanted];
  if (own) return own;
  const known = LOCAL_NAMES[point.id];
  return known && point.name.startsWith(known[0]) ? known[wanted === "zh" ? 1 : 2] : point.name;
}

export const nameOf = (point: Point): string => localName(point, script);
