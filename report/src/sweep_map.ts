// The map of a sweep: of the design point that is picked, here or in the pictures below.
import type { SweepData } from "./study_data";
import { h, select } from "./dom";
import { studyMap } from "./study_map";
import { settingText, settingsText } from "./sweep_names";

export interface SweepMap {
  elements: HTMLElement[];
  show(point: number): void;
}

// Where every factor leaves the scenario as it is; else the first one that has a map.
export function firstOnMap({ factors, points }: SweepData): number {
  const base = points.findIndex(
    (point) => point.on_map && factors.every((factor, i) => factor.scale && point.settings[i] === 1),
  );
  return base >= 0 ? base : points.findIndex((point) => point.on_map);
}

export function sweepMap(data: SweepData, onpick: (point: number) => void): SweepMap {
  const { network, resources, points, factors, map_note } = data;
  const first = firstOnMap(data);
  if (!network || first < 0)
    return { elements: [h("p", { class: "card wide note" }, map_note)], show: () => undefined };
  const options = points.flatMap(({ on_map, settings }, i) =>
    on_map
      ? [{ value: String(i), text: `${i}: ${settings.map((s, k) => settingText(factors[k], s)).join(", ")}` }]
      : [],
  );
  const picker = select("Design point", options, String(first), (value) => {
    show(Number(value));
    onpick(Number(value));
  });
  const all = points.flatMap(({ on_map }) => (on_map ? [on_map] : []));
  const alike = "trains a day, at all design points alike";
  const map = studyMap({ network, resources: resources ?? [], all, alike, picker });
  let drawn = first;
  const show = (point: number): void => {
    const figures = points[point].on_map;
    if (figures) drawn = point;
    const missing = figures ? "" : `There is no map of design point ${point}. `;
    picker.querySelector("select")!.value = String(drawn);
    const text = `${missing}Design point ${drawn}: ${settingsText(data, drawn)}; its first replication.`;
    map.show(points[drawn].on_map!, map_note ? `${text} ${map_note}` : text);
  };
  show(first);
  return { elements: map.elements, show };
}
