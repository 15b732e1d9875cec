// What the results of a sweep whose points are drawn answer to.
import { h } from "./dom";
import { unbroken } from "./format";
import type { SweepData } from "./study_data";

const EFFECTS_NOTE =
  "Of the first six results: factors whose rank correlation with the result is not zero, the strongest first, at 5 % for all that is said here; " +
  "with the result's mean over the quarters of the design points with the factor's lowest and highest values.";

export function effectsPanel({ effects = [] }: SweepData): HTMLElement | null {
  if (effects.length === 0) return null;
  return h(
    "section",
    { class: "card effects" },
    h("h3", {}, "What results answer to"),
    h("p", { class: "note" }, EFFECTS_NOTE),
    effects.map((sentence) => h("p", {}, unbroken(sentence))),
  );
}
