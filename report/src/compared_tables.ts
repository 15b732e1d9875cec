// A variant beside the base in figures: paired differences, and what only one side observed.
import type { Estimate } from "./data";
import type { ComparedScenario } from "./study_data";
import { h } from "./dom";
import { pText, relative, relativeText } from "./effect_chart";
import { difference, estimate, unitColumn } from "./format";
import { table } from "./table";

export function pairedTable(variant: ComparedScenario, all: boolean): HTMLElement | null {
  const shown = variant.kpis.filter((row) => all || row.differs);
  if (shown.length === 0) return null;
  const rows = table({
    name: `compare-${variant.name}`,
    caption: `${variant.name} against the base`,
    rows: shown,
    most: 15,
    filter: true,
    columns: [
      { title: "KPI", value: (r) => r.name },
      { title: "Unit", value: (r) => r.unit, show: (r) => unitColumn(r.unit) },
      { title: "Base", value: (r) => r.base, show: (r) => estimate(r.base, r.unit) },
      { title: "Variant", value: (r) => r.variant, show: (r) => estimate(r.variant, r.unit) },
      { title: "Difference", value: (r) => r.difference, show: (r) => difference(r.difference, r.unit) },
      { title: "Of the base", value: (r) => relative(r), show: relativeText },
      { title: "p (Holm)", value: (r) => r.p_holm, show: pText },
      { title: "Key", value: (r) => r.key },
    ],
  });
  return h("div", { class: "card" }, rows);
}

const NO_PAIRS =
  "Without pairs there is no difference. Where both sides have a figure, they never had it in the same replication.";

// Such as waits at a terminal that the other side does not have.
export function unpairedTable(variant: ComparedScenario): HTMLElement | null {
  if (variant.unpaired.length === 0) return null;
  const shown = (value: Estimate, unit: string): string => (value ? estimate(value, unit) : "nothing observed");
  const rows = table({
    name: `one-side-${variant.name}`,
    caption: `${variant.name}: observed on one side only`,
    rows: variant.unpaired,
    most: 8,
    filter: true,
    columns: [
      { title: "KPI", value: (r) => r.name },
      { title: "Unit", value: (r) => r.unit, show: (r) => unitColumn(r.unit) },
      { title: "Base", value: (r) => r.base, show: (r) => shown(r.base, r.unit) },
      { title: "Variant", value: (r) => r.variant, show: (r) => shown(r.variant, r.unit) },
      { title: "Key", value: (r) => r.key },
    ],
  });
  return h("div", { class: "card" }, rows, h("p", { class: "note" }, NO_PAIRS));
}
