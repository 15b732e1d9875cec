// Why one may believe it: what was run with what, what it rests on, and how it compares with published figures.
import type { Common, KpiColumns, PublishedRow, Trust } from "./data";
import type { SimulatedScenario } from "./study_data";
import { h } from "./dom";
import { estimate, number, unitColumn } from "./format";
import { AGREES, MARKS, SHOWN, counts, publishedColumns, ratioChart } from "./published";
import { table } from "./table";

// `scenarios`, `kpis`: tables of the kinds of report that have them. `of`: of which of several scenarios the sources are.
export function trustView(
  data: Common,
  { scenarios, kpis, of }: { scenarios?: HTMLElement; kpis?: HTMLElement; of?: string } = {},
): HTMLElement {
  const { trust } = data;
  return h(
    "div",
    { class: "stack" },
    trust.published.length > 0 ? published(trust.published) : null,
    made(trust, of),
    scenarios ?? null,
    sources(trust, of),
    kpis ?? null,
  );
}

function made(trust: Trust, of?: string): HTMLElement {
  const all: [string, string | number][] = [
    [
      "Program",
      [trust.program, trust.git_revision && `revision ${trust.git_revision}`, trust.compiler]
        .filter(Boolean)
        .join(", "),
    ],
    ["Command", trust.command],
    ["Scenario", trust.scenario_file],
    ["SHA-256 of the scenario", trust.scenario_sha256],
    [of ? "Hash of its results" : "Hash of all results", trust.results_hash],
    ["Seed", trust.seed],
    ["Replications", trust.replications],
    ["Counted time", countedText(trust)],
    ["Run", runText(trust)],
    ...trust.changes.map((change): [string, string] => ["Changed", change]),
  ];
  const rows = all.filter(([, value]) => value !== ""); // a sweep is the work of many runs
  const proof = trust.results_hash ? "; the hash proves it" : "";
  return h(
    "section",
    { class: "card" },
    h("h3", {}, "How it was made"),
    h(
      "dl",
      { class: "facts" },
      rows.map(([name, value]) => [h("dt", {}, name), h("dd", {}, h("code", {}, value))]),
    ),
    h(
      "p",
      { class: "note" },
      `The same scenario, seed and program give the same results to the last bit, on any number of threads${proof}. ` +
        "± is half the 95 % confidence interval of the mean over replications.",
    ),
  );
}

const DAY_MS = 86_400_000;

function countedText(trust: Trust): string {
  if (!trust.count_from) return "";
  const days = (Date.parse(trust.count_until) - Date.parse(trust.count_from)) / DAY_MS;
  const when = trust.count_from.startsWith("1970-01-01")
    ? ""
    : `${trust.count_from.slice(0, 10)} to ${trust.count_until.slice(0, 10)} (UTC), `;
  return `${when}${number(days)} days, after ${number(trust.spin_up_days)} days of spin-up`;
}

const runText = (trust: Trust): string =>
  trust.started
    ? `${trust.started.replace("T", " ").replace("Z", " UTC")}, ${number(trust.seconds_taken)} s on ${trust.threads} ${trust.threads === 1 ? "thread" : "threads"}`
    : "";

// Each scenario of a study with what identifies it and its results; `first`: that of which the facts above are.
export function scenarioTable(scenarios: SimulatedScenario[], first: string): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "scenarios",
      caption: `Scenarios (the facts above are of ${first})`,
      rows: scenarios,
      columns: [
        { title: "Scenario", value: (s) => s.name },
        { title: "Replications", value: (s) => s.replications },
        { title: "SHA-256", value: (s) => s.scenario_sha256 },
        { title: "Hash of its results", value: (s) => s.results_hash },
      ],
    }),
  );
}

// Those that count, as on the first screen, apart from all others.
export function verdictText(rows: PublishedRow[]): string {
  const held = rows.filter((r) => r.held_back);
  const others = rows.filter((r) => !r.held_back);
  const counted = held.length > 0 && `Held back for comparison, never fitted (${held.length}): ${counts(held)}.`;
  const rest =
    others.length > 0 &&
    `Others (${others.length}: inputs, fitted, a fact stated before, lengths of the map, or without a result): ${counts(others)}.`;
  return [counted, rest].filter(Boolean).join(" ");
}

const byHeldBack = (rows: PublishedRow[]): PublishedRow[] => [
  ...rows.filter((r) => r.held_back),
  ...rows.filter((r) => !r.held_back),
];

function published(all: PublishedRow[]): HTMLElement {
  const rows = byHeldBack(all);
  const fit = rows.filter((r) => r.simulated && r.published !== 0 && r.role !== "input"),
    compared = fit.slice(0, SHOWN);
  const some = fit.length > SHOWN ? `; it shows ${SHOWN} of ${fit.length}` : "";
  return h(
    "div",
    { class: "stack" },
    h(
      "section",
      { class: "card" },
      h("h3", {}, "Simulated against published"),
      h(
        "p",
        { class: "note" },
        `${verdictText(rows)} All are listed below, misses too; inputs are not in the picture${some}. ` +
          `${AGREES} ${MARKS}`,
      ),
      compared.length > 0 ? ratioChart("Simulated over published figures", compared) : null,
    ),
    h("div", { class: "card" }, publishedTable(rows)),
  );
}

function publishedTable(rows: PublishedRow[]): HTMLElement {
  return table({
    name: "published",
    caption: "Every published figure",
    rows,
    most: 15,
    filter: true,
    columns: publishedColumns("Held back"),
  });
}

function sources(trust: Trust, of?: string): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    trust.sources.length > 0 &&
      h(
        "div",
        { class: "card" },
        table({
          name: "sources",
          caption: `Sources of the figures of ${of ?? "the scenario"}`,
          rows: trust.sources,
          most: 12,
          filter: true,
          columns: [
            { title: "Source", value: (s) => s.source },
            { title: "Figures", value: (s) => s.figures },
            { title: "Weakest confidence", value: (s) => s.confidence },
            { title: "Note", value: (s) => s.note },
          ],
        }),
      ),
    trust.assumptions.length > 0 &&
      h(
        "div",
        { class: "card" },
        table({
          name: "assumptions",
          caption: of ? `Assumptions of ${of}` : "Assumptions",
          rows: trust.assumptions,
          most: 12,
          filter: true,
          columns: [
            { title: "Assumed", value: (a) => a.note },
            { title: "Figures", value: (a) => a.figures },
            { title: "For example", value: (a) => a.example },
          ],
        }),
      ),
  );
}

export function kpiTable(kpis: KpiColumns): HTMLElement {
  const rows = kpis.key.map((_, i) => i);
  return h(
    "div",
    { class: "card" },
    table({
      name: "kpis",
      caption: `Every KPI (${number(rows.length)})`,
      rows,
      most: 12,
      filter: true,
      columns: [
        { title: "Key", value: (i) => kpis.key[i] },
        { title: "Unit", value: (i) => kpis.unit[i], show: (i) => unitColumn(kpis.unit[i]) },
        { title: "Value", value: (i) => kpis.value[i], show: (i) => estimate(kpis.value[i], kpis.unit[i]) },
      ],
    }),
  );
}
