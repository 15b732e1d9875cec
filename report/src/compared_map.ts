// One map, of the scenario that is picked: the eye sees what changes where, and what binds then.
import type { ComparisonData } from "./study_data";
import { h, select } from "./dom";
import { studyMap } from "./study_map";

export function comparedMap(data: ComparisonData): HTMLElement[] {
  const { network, resources, map_note } = data;
  const scenarios = data.scenarios.filter((scenario) => scenario.on_map);
  if (!network || scenarios.length === 0) return [h("p", { class: "card wide note" }, map_note)];
  const names = scenarios.map(({ name }) => name);
  const options = names.map((text, i) => ({ value: String(i), text }));
  const map = studyMap({
    network,
    resources: resources ?? [],
    all: scenarios.map((scenario) => scenario.on_map!),
    names,
    alike: "trains a day, in all scenarios alike",
    picker: select("Scenario", options, "0", (value) => show(Number(value))),
  });
  const show = (i: number): void => map.show(scenarios[i].on_map!, `${names[i]}: means over its replications.`);
  show(0);
  return map.elements;
}
