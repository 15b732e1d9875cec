// The map of a capacity study: the railway at the most that it carries, as it is or with more of what binds.
import type { CapacityData, CapacityStep } from "./study_data";
import { stepName, times } from "./capacity_curve";
import { h, select } from "./dom";
import { studyMap } from "./study_map";

function demandText({ carried, trials, on_map }: CapacityStep): string {
  const { demand } = on_map!;
  const isUnclear = trials.some((trial) => trial.demand === demand && trial.verdict === "unclear");
  const which = isUnclear
    ? "the most that may be carried: none surely is"
    : "the least that was tried: none is carried";
  return `${times(demand)} times the demand, ${demand === carried ? "the most that is surely carried" : which}`;
}

export function capacityMap(data: CapacityData): HTMLElement[] {
  const { network, resources, map_note } = data;
  const steps = data.steps.filter((step) => step.on_map);
  if (!network || steps.length === 0) return [h("p", { class: "card wide note" }, map_note)];
  const options = steps.map((step, i) => ({
    value: String(i),
    text: `${stepName(step)}, ${times(step.on_map!.demand)} times`,
  }));
  const picker = select("Railway", options, "0", (value) => show(Number(value)));
  const map = studyMap({
    network,
    resources: resources ?? [],
    all: steps.map((step) => step.on_map!.figures),
    alike: steps.length > 1 ? "trains a day, in all railways alike" : "trains a day",
    picker: steps.length > 1 ? picker : null,
  });
  const show = (i: number): void =>
    map.show(steps[i].on_map!.figures, `The railway ${stepName(steps[i])} at ${demandText(steps[i])}.`);
  show(0);
  return map.elements;
}
