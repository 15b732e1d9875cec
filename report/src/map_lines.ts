// Where lines lie on the map: those of several gauges between the same two points side by side. Pure functions.
import type { Network } from "./data";
import { parallelLines } from "./network";

const GAP = 1.5; // px

export const lineWidth = (flow: number): number => 1 + 9 * flow;

// Px that each line lies to the left of the straight way from its `from` to its `to`; 0 for one that has the way for
// itself.
export function sideways(network: Network, flows: number[]): number[] {
  const offsets = network.lines.map(() => 0);
  for (const group of new Set(parallelLines(network))) {
    const widths = group.map((line) => lineWidth(flows[line]));
    let at = -(widths.reduce((sum, w) => sum + w, 0) + GAP * (group.length - 1)) / 2;
    group.forEach((line, i) => {
      const { from, to } = network.lines[line];
      offsets[line] = (at + widths[i] / 2) * (from < to ? 1 : -1) || 0;
      at += widths[i] + GAP;
    });
  }
  return offsets;
}

// A way moved to its left by so much of the plane's units.
export function beside(a: [number, number], b: [number, number], by: number): [[number, number], [number, number]] {
  const dx = b[0] - a[0],
    dy = b[1] - a[1],
    length = Math.hypot(dx, dy);
  if (length === 0 || by === 0) return [a, b];
  const x = (-dy / length) * by,
    y = (dx / length) * by;
  return [
    [a[0] + x, a[1] + y],
    [b[0] + x, b[1] + y],
  ];
}
