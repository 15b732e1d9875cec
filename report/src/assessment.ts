// Past years beside what was published of them: hits and misses by year and role, scores, and naive forecasts.
import type { AssessedRow, AssessedYear, AssessmentData, AssessmentScore, Beside } from "./study_data";
import { h } from "./dom";
import { headline } from "./overview";
import { severalMap } from "./several_map";
import { AGREES, MARKS, SHOWN, counts, publishedColumns, ratioChart } from "./published";
import { type Column, table } from "./table";

export function assessmentView(data: AssessmentData): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    h("div", { class: "first" }, h("section", { class: "card ask" }, headline(data)), ...yearMap(data)),
    scoreCard(data),
    data.years.map((year) => yearCard(data, year)),
    h("p", { class: "note" }, `${AGREES} ${MARKS} ${NOT_COUNTED}`),
    h("div", { class: "card" }, figureTable(data.rows)),
  );
}

// At first of the latest year.
function yearMap(data: AssessmentData): HTMLElement[] {
  const years = data.years.map(({ year }) => year);
  return severalMap(data, {
    label: "Year",
    alike: years.length > 1 ? "trains a day, in all years alike" : "trains a day",
    first: years.indexOf(Math.max(...years)),
    railways: data.years.map(({ year, name, on_map, replications }) => ({
      name: String(year),
      on_map,
      told: `${year}: ${name}, means over its ${replications} replications.`,
    })),
  }).elements;
}

const NOT_COUNTED =
  "Not counted: what was not held back, a fact that is counted in another year or was stated before, and lengths, which " +
  "follow from the map.";

function scoreCard({ scores, notes }: AssessmentData): HTMLElement | null {
  if (scores.length === 0) return null;
  const beside = (of: "as_it_was" | "without_waiting", name: string): Column<AssessmentScore>[] => {
    const one = (score: AssessmentScore): Beside | null => score[of];
    return [
      { title: `${name}: figures`, value: (s) => one(s)?.figures },
      { title: `${name}: simulated`, unit: "share", value: (s) => one(s)?.simulated },
      { title: `${name}: forecast`, unit: "share", value: (s) => one(s)?.naive },
      { title: `${name}: simulation nearer in`, value: (s) => one(s)?.nearer },
    ];
  };
  const rows = table({
    name: "scores",
    caption: "Scores, over the figures held back",
    rows: scores,
    columns: [
      { title: "Of", value: (s) => s.of },
      { title: "Figures", value: (s) => s.figures },
      { title: "Agree or are close", value: (s) => s.hits },
      { title: "Mean error", unit: "share", value: (s) => s.error },
      ...beside("as_it_was", "As it was"),
      ...beside("without_waiting", "No waits"),
    ],
  });
  return h(
    "div",
    { class: "card" },
    rows,
    [...notes, FORECASTS].map((note) => h("p", { class: "note" }, note)),
  );
}

const FORECASTS =
  "Errors: means of absolute ones, as shares of what was published. As it was: what was published of the same series for " +
  "the latest time before. No waits: running and handling at their means, nobody waiting.";

const ROLES = [
  { role: "compared", title: "Held back, never fitted" },
  { role: "calibrated", title: "Set aside to fit parameters" },
  { role: "input", title: "Went into the scenario" },
];

const isDrawn = (row: AssessedRow): boolean => row.simulated !== null && row.published > 0;

function yearCard({ rows }: AssessmentData, { year, name }: AssessedYear): HTMLElement {
  const all = rows.filter((row) => row.year === year);
  const held = all.filter((row) => row.held_back);
  const text = held.length > 0 ? `Counted here (${held.length}): ${counts(held)}.` : "None of its figures counts here.";
  return h(
    "section",
    { class: "card" },
    h("h3", {}, `${year}: ${name}`),
    h("p", { class: "note" }, text),
    ROLES.map(({ role, title }) =>
      roleCharts(
        `${year}, ${title.toLowerCase()}`,
        title,
        all.filter((row) => row.role === role && isDrawn(row)),
      ),
    ),
  );
}

// What counts first.
function roleCharts(label: string, title: string, rows: AssessedRow[]): HTMLElement[] {
  const sorted = [...rows.filter((row) => row.held_back), ...rows.filter((row) => !row.held_back)];
  const parts = Array.from({ length: Math.ceil(sorted.length / SHOWN) }, (_, i) =>
    sorted.slice(i * SHOWN, (i + 1) * SHOWN),
  );
  return parts.map((part, i) =>
    h("div", {}, i === 0 && h("p", {}, h("strong", {}, title)), ratioChart(`Simulated over published, ${label}`, part)),
  );
}

function figureTable(rows: AssessedRow[]): HTMLElement {
  const [figure, where, ...others] = publishedColumns<AssessedRow>("Counted here");
  return table({
    name: "assessment",
    caption: "Every published figure of every year",
    rows,
    most: 20,
    filter: true,
    keys: 3,
    columns: [
      { title: "Year", value: (r) => r.year, show: (r) => String(r.year) },
      figure,
      where,
      ...others,
      { title: "As it was", value: (r) => r.as_it_was },
      { title: "In", value: (r) => r.as_it_was_year, show: (r) => String(r.as_it_was_year ?? "–") },
      { title: "No waits", value: (r) => r.without_waiting },
      { title: "Counts in", value: (r) => r.scored_in, show: (r) => String(r.scored_in ?? "–") },
      { title: "Id", value: (r) => r.id },
      { title: "Same fact as", value: (r) => r.same_as || null },
    ],
  });
}
