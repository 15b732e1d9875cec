// Why one may believe it: what was run with what, what it rests on, and how it compares with published figures.
import type { Common, KpiColumns, PublishedRow, Trust } from "./data";
import type { ComparedScenario } from "./study_data";
import { axis, chartBox, namesBeside, rowHeight, tip, tooltip } from "./chart";
import { h } from "./dom";
import { estimate, number, percent, unitColumn } from "./format";
import { table } from "./table";
import { css, seriesColour } from "./theme";

// `scenarios`, `kpis`: tables of the kinds of report that have them.
export function trustView(
  data: Common,
  { scenarios, kpis }: { scenarios?: HTMLElement; kpis?: HTMLElement } = {},
): HTMLElement {
  const { trust } = data;
  return h(
    "div",
    { class: "stack" },
    trust.published.length > 0 ? published(trust.published) : null,
    made(trust),
    scenarios ?? null,
    sources(trust),
    kpis ?? null,
  );
}

function made(trust: Trust): HTMLElement {
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
    ["Hash of all results", trust.results_hash],
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

// Each scenario of a comparison with what identifies it and its results; the facts above are the base's.
export function scenarioTable(scenarios: ComparedScenario[]): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "scenarios",
      caption: "Scenarios (the facts above are of the base)",
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

const SHOWN = 24;

const VERDICT_WORDS: [verdict: string, one: string, many: string][] = [
  ["agrees", "agrees", "agree"],
  ["close", "close", "close"],
  ["miss", "misses", "miss"],
  ["not simulated", "not simulated", "not simulated"],
  ["not observed", "not observed", "not observed"],
];

function counts(rows: PublishedRow[]): string {
  const parts = VERDICT_WORDS.map(([verdict, one, many]) => {
    const n = rows.filter((r) => r.verdict === verdict).length;
    return n > 0 ? `${n} ${n === 1 ? one : many}` : "";
  });
  return parts.filter(Boolean).join(", ");
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

// docs/decisions/0005.
const AGREES =
  "A figure agrees if what is published (low to high, ± its tolerance, or its value as rounded) meets the 95 % confidence " +
  "interval of the simulated mean, and is close if it meets only the range of 95 % of single replications: how far off " +
  "it is does not decide it.";

// Simulated over published: 1 is agreement.
function published(all: PublishedRow[]): HTMLElement {
  const rows = byHeldBack(all);
  const fit = rows.filter((r) => r.simulated && r.published !== 0 && r.role !== "input"),
    compared = fit.slice(0, SHOWN).reverse();
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
          `${AGREES} ` +
          "Circle: agrees, diamond: close, triangle: miss; hollow: not counted; at the edges: beyond.",
      ),
      compared.length > 0 ? ratioChart(compared) : null,
    ),
    h("div", { class: "card" }, publishedTable(rows)),
  );
}

// [colour of a series, symbol]
const VERDICTS: Record<string, [number, string]> = {
  agrees: [2, "circle"],
  close: [1, "diamond"],
  miss: [5, "triangle"],
};

// Hollow, unless it counts.
function verdictMark(row: PublishedRow): object {
  const [series, symbol] = VERDICTS[row.verdict] ?? [null, "rect"];
  const colour = series === null ? css("--neutral") : seriesColour(series);
  const color = row.held_back ? colour : css("--card");
  return { symbol, itemStyle: { color, borderColor: colour, borderWidth: 2, opacity: 1 } };
}

const clampRatio = (ratio: number): number => Math.min(4, Math.max(0.25, ratio));

function ratioChart(rows: PublishedRow[]): HTMLElement {
  const label = (r: PublishedRow): string => `${r.observable}, ${r.scope}`.slice(0, 58);
  const range = (r: PublishedRow): string =>
    r.low !== null && r.high !== null
      ? `${number(r.published)} (${number(r.low)} to ${number(r.high)})`
      : number(r.published) + (r.tolerance ? ` ± ${number(r.tolerance)}` : "");
  const row = rowHeight(22);
  return chartBox("Simulated over published figures", 60 + row * rows.length, () => ({
    grid: { left: 4, right: 24, top: 8, bottom: 30, containLabel: true },
    tooltip: tooltip({
      formatter: (p: { dataIndex: number }) => {
        const r = rows[p.dataIndex];
        return tip(
          `${r.observable}, ${r.scope}`,
          [
            ["published", `${range(r)} ${r.unit}`],
            ["simulated", `${estimate(r.simulated)} ${r.unit}`],
            ["verdict", r.verdict],
          ],
          `${r.role}${r.held_back ? ", held back" : ""}, ${r.period}, ${r.sources}`,
        );
      },
    }),
    xAxis: axis({
      type: "log",
      logBase: 2,
      min: 0.25,
      max: 4,
      name: "simulated over published",
      nameLocation: "middle",
      nameGap: 26,
    }),
    yAxis: axis({
      type: "category",
      data: rows.map(label),
      axisLabel: { color: css("--muted"), interval: 0 },
    }),
    media: namesBeside(320, row),
    series: [
      {
        type: "scatter",
        symbolSize: 10,
        data: rows.map((r, i) => ({
          value: [clampRatio(r.simulated![0] / r.published), i],
          ...verdictMark(r),
        })),
        markLine: {
          symbol: "none",
          silent: true,
          data: [{ xAxis: 1 }],
          lineStyle: { color: css("--ink"), type: "solid" },
          label: { show: false },
        },
      },
    ],
  })).element;
}

function publishedTable(rows: PublishedRow[]): HTMLElement {
  return table({
    name: "published",
    caption: "Every published figure",
    rows,
    most: 15,
    filter: true,
    columns: [
      { title: "Figure", value: (r) => r.observable },
      { title: "Where", value: (r) => r.scope },
      { title: "When", value: (r) => r.period },
      { title: "Role", value: (r) => r.role },
      { title: "Held back", value: (r) => (r.held_back ? "yes" : "no") },
      { title: "Unit", value: (r) => r.unit },
      { title: "Published", value: (r) => r.published },
      { title: "±", value: (r) => r.tolerance },
      { title: "Low", value: (r) => r.low },
      { title: "High", value: (r) => r.high },
      { title: "Simulated", value: (r) => r.simulated },
      { title: "Deviation", value: (r) => r.deviation, show: (r) => percent(r.deviation) },
      { title: "Verdict", value: (r) => r.verdict },
      { title: "Sources", value: (r) => r.sources },
      { title: "Confidence", value: (r) => r.confidence },
      { title: "Why not compared", value: (r) => r.why_not },
    ],
  });
}

function sources(trust: Trust): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    trust.sources.length > 0 &&
      h(
        "div",
        { class: "card" },
        table({
          name: "sources",
          caption: "Sources of the scenario's figures",
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
          caption: "Assumptions",
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
