// One map, of the scenario that is picked: the eye sees what changes where, and what binds then.
import type { ComparisonData } from "./study_data";
import { severalMap } from "./several_map";

export function comparedMap(data: ComparisonData): HTMLElement[] {
  return severalMap(data, {
    label: "Scenario",
    alike: "trains a day, in all scenarios alike",
    first: 0,
    railways: data.scenarios.map(({ name, on_map }) => ({
      name,
      on_map,
      told: `${name}: means over its replications.`,
    })),
  }).elements;
}
