// Which of several scenarios is best: how far the others are behind it, what they cost, and what they change.
import type { Estimate } from "./data";
import { differenceUnit, exact, toldDifference } from "./format";
import type { Candidate, SelectionData } from "./study_data";
import { binds, changeList } from "./comparison";
import { h } from "./dom";
import { headline } from "./overview";
import { behindChart } from "./selection_chart";
import { severalMap } from "./several_map";
import { type Column, table } from "./table";

export function selectionView(data: SelectionData): HTMLElement {
  const map = severalMap(data, {
    label: "Candidate",
    alike: "trains a day, in all candidates alike",
    first: data.best,
    railways: data.candidates.map((candidate) => ({ ...candidate, told: mapText(candidate) })),
    onpick: (candidate) => chart.mark(candidate),
  });
  const pick = (candidate: number): void => {
    chart.mark(candidate);
    map.show(candidate);
  };
  const chart = behindChart(data, pick);
  return h(
    "div",
    { class: "stack" },
    h("div", { class: "first" }, h("section", { class: "card ask" }, headline(data)), ...map.elements),
    chart.element,
    h("div", { class: "card" }, candidateTable(data, pick), h("p", { class: "note" }, noteText(data))),
    h("div", { class: "grid2" }, data.candidates.map(candidateCard)),
  );
}

const mapText = ({ name, state, replications }: Candidate): string =>
  `${name}, ${state}: means over ${replications === 1 ? "one replication" : `its ${replications} replications`}.`;

function noteText({ currency, less_is_better, worth, kpi }: SelectionData): string {
  const pairs = "Differences are of pairs of replications with the same random numbers.";
  if (worth === null) return `Better: ${less_is_better ? "less" : "more"} of ${kpi.name}. ${pairs}`;
  const score = `${less_is_better ? "−" : ""}worth × KPI − cost`;
  const isShare = kpi.unit === "share";
  const each = `${exact(isShare ? worth / 100 : worth)} for each ${isShare ? "percentage point" : "unit"} of the KPI`;
  return `Score: ${score}, in ${currency}, with ${each}. ${pairs}`;
}

const perMillion = (per1000: Estimate | null): Estimate | null =>
  per1000 && [1000 * per1000[0], per1000[1] === null ? null : 1000 * per1000[1]];

function candidateTable(data: SelectionData, pick: (candidate: number) => void): HTMLElement {
  const { kpi, score_unit: unit, currency, candidates } = data;
  const points = differenceUnit(kpi.unit);
  const money: Column<Candidate>[] =
    data.worth === null
      ? []
      : [
          { title: "Score", unit, value: (c) => c.score },
          { title: "Cost", unit: currency, value: (c) => c.cost },
          { title: "Cost a year", unit: currency, value: (c) => c.cost_a_year },
          {
            title: `Better per million ${currency}`,
            unit: points,
            value: (c) => toldDifference(perMillion(c.better_per_1000), kpi.unit),
          },
        ];
  return table({
    name: "selection",
    caption: "Candidates",
    rows: candidates,
    most: 20,
    ...(data.network
      ? { onpick: (c: Candidate) => pick(candidates.indexOf(c)), picks: (c: Candidate) => c.on_map !== null }
      : {}),
    columns: [
      { title: "Candidate", value: (c) => c.name },
      { title: "State", value: (c) => (c.out_after === null ? c.state : "out") },
      { title: kpi.name, unit: kpi.unit, value: (c) => c.kpi },
      { title: "Better than the first", unit: points, value: (c) => toldDifference(c.gain, kpi.unit) },
      { title: "Behind the best", unit: differenceUnit(unit), value: (c) => toldDifference(c.behind, unit) },
      ...money,
      { title: "Replications", value: (c) => c.replications },
      { title: "Out after", unit: "replications", value: (c) => c.out_after },
      { title: "In gridlock", unit: "replications", value: (c) => c.gridlocks },
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
