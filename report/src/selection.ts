// Which of several scenarios is best: how far the others are behind it, what they cost, and what they change.
import type { Estimate } from "./data";
import type { Candidate, SelectionData } from "./study_data";
import { binds, changeList } from "./comparison";
import { h } from "./dom";
import { headline } from "./overview";
import { behindChart } from "./selection_chart";
import { type Column, table } from "./table";

export function selectionView(data: SelectionData): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    h("section", { class: "card ask" }, headline(data)),
    behindChart(data),
    h("div", { class: "card" }, candidateTable(data), h("p", { class: "note" }, noteText(data))),
    h("div", { class: "grid2" }, data.candidates.map(candidateCard)),
  );
}

function noteText({ currency, less_is_better, worth, kpi }: SelectionData): string {
  const pairs = "Differences are of pairs of replications with the same random numbers.";
  if (worth === null) return `Better: ${less_is_better ? "less" : "more"} of ${kpi.name}. ${pairs}`;
  const score = `${less_is_better ? "−" : ""}worth × KPI − cost`;
  return `Score: ${score}, in ${currency}, with ${worth.toLocaleString("en-GB")} for each unit of the KPI. ${pairs}`;
}

const perMillion = (per1000: Estimate | null): Estimate | null =>
  per1000 && [1000 * per1000[0], per1000[1] === null ? null : 1000 * per1000[1]];

function candidateTable(data: SelectionData): HTMLElement {
  const { kpi, score_unit: unit, currency, candidates } = data;
  const money: Column<Candidate>[] =
    data.worth === null
      ? []
      : [
          { title: "Score", unit, value: (c) => c.score },
          { title: "Cost", unit: currency, value: (c) => c.cost },
          { title: "Cost a year", unit: currency, value: (c) => c.cost_a_year },
          { title: `Better per million ${currency}`, unit: kpi.unit, value: (c) => perMillion(c.better_per_1000) },
        ];
  return table({
    name: "selection",
    caption: "Candidates",
    rows: candidates,
    most: 20,
    columns: [
      { title: "Candidate", value: (c) => c.name },
      { title: "State", value: (c) => c.state },
      { title: kpi.name, unit: kpi.unit, value: (c) => c.kpi },
      { title: "Better than the first", unit: kpi.unit, value: (c) => c.gain },
      { title: "Behind the best", unit, value: (c) => c.behind },
      ...money,
      { title: "Replications", value: (c) => c.replications },
      { title: "Out after", value: (c) => c.out_after },
      { title: "In gridlock", value: (c) => c.gridlocks },
      { title: "Binds", value: (c) => c.binding?.name },
    ],
  });
}

function candidateCard(candidate: Candidate): HTMLElement {
  const { name, question, changes, state, binding } = candidate;
  return h(
    "section",
    { class: "card" },
    h("h3", {}, `${name}: ${state}`),
    question && h("p", { class: "note" }, question),
    changes.length > 0 && changeList(changes),
    binding && h("p", { class: "note" }, binds(candidate)),
  );
}
