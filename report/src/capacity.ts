// How much demand is carried for good: what was tried, between what the capacity lies, the bound, and what binds.
import type { CapacityData, CapacityStep } from "./study_data";
import { capacityMap } from "./capacity_map";
import { capacityCurve, stepName } from "./capacity_curve";
import { h } from "./dom";
import { number } from "./format";
import { headline } from "./overview";
import { table } from "./table";

export function capacityView(data: CapacityData): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    h("div", { class: "first" }, h("section", { class: "card ask" }, headline(data)), ...capacityMap(data)),
    capacityCurve(data),
    h(
      "div",
      { class: "grid2" },
      data.steps.map((step, i) => stepCard(step, i)),
    ),
    data.bounds.length > 0 ? bounds(data) : null,
    trialTable(data),
  );
}

function stepCard(step: CapacityStep, i: number): HTMLElement {
  return h(
    "section",
    { class: "card" },
    h("h3", {}, i === 0 ? "The railway as it is" : `With ${step.widened}`),
    h("p", {}, h("strong", {}, step.answer)),
    step.binds && h("p", { class: "note" }, step.binds),
    step.imprecise && h("p", { class: "note" }, step.imprecise),
    step.warnings.map((warning) => h("p", { class: "note" }, `${warning}.`)),
  );
}

function bounds({ bounds: rows, bound_notes }: CapacityData): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "bounds",
      caption: "The bound, and what would bind then",
      rows,
      most: 8,
      columns: [
        { title: "Step", value: (b) => b.step },
        { title: "Times demand", value: (b) => b.times_demand },
        { title: "Binds", value: (b) => b.name },
        { title: "By its", value: (b) => b.kind },
        {
          title: "One more gives",
          value: (b) => b.price,
          show: (b) => (b.price === null ? "–" : `${number(b.price)} ${b.unit} per ${b.capacity_unit}`),
        },
      ],
    }),
    bound_notes.map((note) => h("p", { class: "note" }, `The bound: ${note}.`)),
  );
}

function trialTable(data: CapacityData): HTMLElement {
  const rows = data.steps.flatMap((step) => step.trials.map((trial) => ({ step, trial })));
  return h(
    "div",
    { class: "card" },
    table({
      name: "trials",
      caption: "What was tried",
      rows,
      most: 20,
      columns: [
        { title: "Railway", value: (r) => stepName(r.step) },
        { title: "Times demand", value: (r) => r.trial.demand },
        { title: "Left behind", unit: "share", value: (r) => r.trial.left_behind },
        { title: "Replications", value: (r) => r.trial.replications },
        { title: "Verdict", value: (r) => r.trial.verdict },
        { title: "Why", value: (r) => r.trial.reason || null },
      ],
    }),
  );
}
