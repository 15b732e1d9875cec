// What the map of a study shows, for those who would rather read than look; picking a row shows it on the map.
import type { Network } from "./data";
import type { OnMap, StudyResource } from "./study_data";
import type { Spot } from "./map_view";
import { trackText } from "./report";
import { table } from "./table";

export function lineTable(network: Network, figures: OnMap, onpick: (spot: Spot) => void): HTMLElement {
  const rows = network.lines
    .map((line, i) => ({ line, i, trains: figures.line_trains[i], use: figures.line_use[i] }))
    .filter((row) => row.trains > 0)
    .sort((a, b) => (b.use ?? -1) - (a.use ?? -1));
  return table({
    name: "lines_on_map",
    caption: "Lines",
    rows,
    most: 8,
    filter: true,
    onpick: ({ i }) => onpick({ line: i }),
    columns: [
      { title: "Line", value: (r) => r.line.name },
      { title: "In use", value: (r) => r.use, unit: "share" },
      { title: "Trains a day, both ways", value: (r) => r.trains },
      { title: "km", value: (r) => r.line.length_km },
      { title: "Tracks", value: (r) => trackText(r.line.tracks, r.line.gauge_mm) },
    ],
  });
}

export function resourceTable(resources: StudyResource[], figures: OnMap, onpick: (spot: Spot) => void): HTMLElement {
  const rows = resources
    .map((resource, i) => ({ ...resource, use: figures.resource_use[i] }))
    .sort((a, b) => (b.use ?? -1) - (a.use ?? -1));
  return table({
    name: "servers_on_map",
    caption: "Servers and bays",
    rows,
    most: 8,
    filter: true,
    onpick: ({ point }) => onpick({ point }),
    columns: [
      { title: "Where", value: (r) => r.name },
      { title: "In use", value: (r) => r.use, unit: "share" },
    ],
  });
}
