// A base and variants side by side: what differs, by how much, how surely.
import { CAUSES } from "./data";
import type { Binding, ComparedScenario, ComparisonData, StudiedScenario } from "./study_data";
import { redrawIn } from "./chart";
import { comparedMap } from "./compared_map";
import { pairedTable, unpairedTable } from "./compared_tables";
import { choice, h, replace } from "./dom";
import { effectChart, relative } from "./effect_chart";
import { number, percent, unbroken } from "./format";
import { headline } from "./overview";
import { CAUSE_WORDS } from "./theme";

const SHOWN = 24;

export function comparisonView(data: ComparisonData): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    h("div", { class: "first" }, h("section", { class: "card ask" }, headline(data)), ...comparedMap(data)),
    h(
      "div",
      { class: "grid2" },
      data.scenarios.map((scenario, i) => scenarioCard(scenario, i === 0)),
    ),
    effects(data.scenarios),
  );
}

const place = ({ cause, name, share }: Binding): string => `${name}, ${CAUSE_WORDS[CAUSES[cause]]}: ${percent(share)}`;

export function binds({ binding, binding_rivals, replications }: StudiedScenario): string {
  const all = [binding!, ...binding_rivals].map(place).join("; or ");
  const unsure = binding_rivals.length > 0 ? `; ${replications} replications do not tell them apart` : "";
  return `Binds: ${all} of the container-hours of waiting${unsure}`;
}

function scenarioCard(scenario: ComparedScenario, base: boolean): HTMLElement {
  const { name, question, changes, answer, another_way, binding, confirmation, variance } = scenario;
  return h(
    "section",
    { class: "card" },
    h("h3", {}, base ? `Base: ${name}` : name),
    question && h("p", { class: "note" }, question),
    changes.length > 0 && changeList(changes),
    answer && h("p", {}, h("strong", {}, unbroken(answer))),
    another_way && h("p", {}, unbroken(another_way)),
    binding && h("p", { class: "note" }, binds(scenario)),
    confirmation && h("p", {}, unbroken(confirmation)),
    variance && h("p", { class: "note" }, unbroken(variance)),
  );
}

const FEW = 4;

// Of many the first ones are shown, and on paper all.
export function changeList(changes: string[]): HTMLElement {
  const item = (change: string): HTMLElement => h("li", {}, h("code", {}, change));
  const first = h("ul", { class: "stages" }, changes.slice(0, FEW).map(item));
  const rest = changes.slice(FEW);
  if (rest.length === 0) return first;
  const fold = h("details", { class: "folded more" }, h("summary", {}, `and ${rest.length} more`));
  fold.append(h("ul", { class: "stages" }, rest.map(item)));
  return h("div", {}, first, fold);
}

// Of what differs surely, or of all; in the order of the KPIs.
function keysOf(variants: ComparedScenario[], all: boolean): string[] {
  const rows = variants.flatMap((variant) => variant.kpis);
  return [...new Set(rows.filter((row) => (all || row.differs) && relative(row) !== null).map((row) => row.key))];
}

const HOW =
  "Mean paired difference in per cent of the base, at the edges: beyond; line: 95 % interval. Surely: within each " +
  "variant at most 5 % risk that any of them does not differ (Holm). Replications have the same random numbers. What is " +
  "0 in the base is in the tables alone.";

// Without a second pair there is no interval.
const hasOnePair = ({ kpis }: ComparedScenario): boolean => kpis.length > 0 && kpis.every((row) => row.p_holm === null);

// What is said where nothing differs surely; the words of `landbridge compare`.
export function nothingText(base: ComparedScenario, variants: ComparedScenario[]): string {
  if (variants.every((variant) => variant.results_hash === base.results_hash))
    return "Nothing differs: all results are equal in every replication.";
  if (variants.every(hasOnePair)) return "Of one pair of replications nothing can be said surely.";
  const rows = variants.flatMap((variant) => variant.kpis);
  if (rows.length === 0) return "No KPI was observed on both sides.";
  const count = new Set(rows.map((row) => row.key)).size;
  if (rows.every((row) => row.difference?.[0] === 0 && row.difference[1] === 0))
    return `${noneOf(count)}, in no replication; others do (compare --kpi, or kpis of a study).`;
  return `${noneOf(count)} surely; figures above that are not among them may.`;
}

const noneOf = (count: number): string =>
  count === 1 ? "The KPI that is compared does not differ" : `Of these ${number(count)} KPIs none differs`;

function onePairText(variants: ComparedScenario[]): string {
  const names = variants.filter(hasOnePair).map((variant) => variant.name);
  if (names.length === 0) return "";
  return `One pair of replications of ${names.join(", ")}: no interval, and nothing can be said surely.`;
}

function effects([base, ...variants]: ComparedScenario[]): HTMLElement {
  const body = h("div");
  const rest = h("div", { class: "stack" });
  const some = h("span");
  const draw = (all: boolean): void => {
    const found = keysOf(variants, all);
    const wanted = found.slice(0, SHOWN).reverse();
    const nothing = h("p", {}, nothingText(base, variants));
    redrawIn(body, wanted.length > 0 ? effectChart(variants, wanted) : nothing);
    some.textContent = found.length > SHOWN ? `${SHOWN} of ${found.length} are shown; the tables have all. ` : "";
    replace(
      rest,
      variants.map((variant) => [pairedTable(variant, all), unpairedTable(variant)]),
    );
  };
  const first = variants.every(hasOnePair);
  const unsure = onePairText(variants);
  draw(first);
  const options = [
    { value: "sure", text: "surely" },
    { value: "all", text: "all" },
  ];
  const which = choice("Which", options, first ? "all" : "sure", (value) => draw(value === "all"));
  const bar = h("div", { class: "bar" }, h("h3", {}, "What differs"), which);
  return h(
    "div",
    { class: "stack" },
    h("section", { class: "card" }, bar, unsure && h("p", {}, unsure), body, h("p", { class: "note" }, some, HOW)),
    rest,
  );
}
