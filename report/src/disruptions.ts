// Closures, cuts, slow orders and surges: when and where, how many trains they held, when it was as before. And which of
// them touch a way of the diagram.
import type { Disruption, Estimate, Network } from "./data";
import { type Way, linesBeside } from "./network";
import type { Report } from "./report";
import { table } from "./table";

export function disruptionTable(report: Report): HTMLElement {
  const { disruptions, network } = report.data,
    { clock } = report;
  const where = (d: Disruption): string =>
    [...d.lines.map((line) => report.lineTitle(line)), ...d.points.map((point) => network.points[point].name)].join(
      "; ",
    );
  const normal = (d: Disruption): Estimate => d.time_to_clear_h && [d.until_min + d.time_to_clear_h[0] * 60, null];
  return table({
    name: "disruptions",
    caption: "Disruptions, and when it is normal again",
    rows: disruptions,
    most: 8,
    columns: [
      { title: "What", value: (d) => d.what },
      { title: "Where", value: where },
      { title: `From${clock.zone}`, value: (d) => d.from_min, show: (d) => clock.dateTime(d.from_min) },
      { title: `Until${clock.zone}`, value: (d) => d.until_min, show: (d) => clock.dateTime(d.until_min) },
      { title: "Trains held", value: (d) => d.trains_held },
      { title: "To clear, after its end", unit: "h", value: (d) => d.time_to_clear_h },
      {
        title: `Normal again${clock.zone}, mean`,
        value: normal,
        show: (d) => (normal(d) ? clock.dateTime(normal(d)![0]) : "not by the end"),
      },
    ],
  });
}

// A part of a way that is disrupted; a point is no longer than `km0`.
export interface Shade {
  from: number;
  until: number;
  km0: number;
  km1: number;
  what: string;
}

// Of all lines that belong to the way's steps; nothing of what happens elsewhere.
export function shades(network: Network, way: Way, disruptions: Disruption[]): Shade[] {
  const beside = linesBeside(network, way);
  return disruptions.flatMap((one) => {
    const of = (km0: number, km1: number): Shade => ({
      from: one.from_min,
      until: one.until_min,
      km0,
      km1,
      what: one.what,
    });
    const steps = beside.flatMap((lines, i) =>
      lines.some((l) => one.lines.includes(l)) ? [of(way.km[i], way.km[i + 1])] : [],
    );
    return [
      ...steps,
      ...way.points.flatMap((point, i) => (one.points.includes(point) ? [of(way.km[i], way.km[i])] : [])),
    ];
  });
}
