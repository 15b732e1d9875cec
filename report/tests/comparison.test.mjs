// What a comparison says differs, or may not, and what only one side of it observed.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, isQuiet, open } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

after(closeBrowser);

test("KPIs that only one side has stand in a table of their own, without a difference", async () => {
  const report = await open(examples.comparison());
  const { page } = report;
  const tables = page.locator("section.table", {
    has: page.getByRole("heading", { name: "observed on one side only" }),
  });
  assert.equal(await tables.count(), 1, "only of the variant that has such KPIs");
  assert.equal(await tables.locator("h3").innerText(), "two: observed on one side only");
  const rows = (await tables.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
  assert.deepEqual(rows, [
    [`${examples.HOSTILE[2]} now`, "h", "nothing observed", "7 ± 1", "u1"],
    ["then", "h", "3", "nothing observed", "u2"],
    ["never together", "h", "1", "2", "u3"],
  ]);
  await isQuiet(report);
  await report.close();
});

// As tests/studies/relative_text_test.cc says of the program.
test("a difference in per cent of the base is told as the program tells it", async () => {
  const { relativeText } = await load("effect_chart");
  const text = (base, by) => relativeText({ base: [base, 1], difference: [by, 1] }).replace("\u2009", " ");
  assert.equal(text(200, 91.4), "+45.7 %");
  assert.equal(text(200, -50), "−25.0 %");
  assert.equal(text(-200, 50), "+25.0 %", "of its size");
  assert.equal(text(10000, -1), "< 0.1 %");
  assert.equal(text(10000, 0), "+0.0 %");
  assert.equal(text(2, 43), "+2,150 %");
  assert.equal(text(0, 3), "from nothing");
  assert.equal(text(3, -3), "to nothing");
});

// The text under "What differs" and the captions of tables, of one variant with these KPIs.
async function told(kpis) {
  const data = examples.comparison();
  data.scenarios = data.scenarios.slice(0, 2);
  data.scenarios[1].kpis = kpis;
  const report = await open(data);
  const card = report.page.locator("section.card", { has: report.page.getByRole("heading", { name: "What differs" }) });
  const all = {
    text: await card.innerText(),
    tables: await report.page.locator("#view-comparison section.table h3").count(),
    pressed: await card.locator("button[aria-pressed=true]").first().innerText(),
  };
  await isQuiet(report);
  await report.close();
  return all;
}

test("where nothing differs surely there is no empty table", async () => {
  const [kpi] = examples.comparison().scenarios[1].kpis;
  const unsure = await told([{ ...kpi, differs: false, p_holm: 0.5 }]);
  assert.match(unsure.text, /Of these 1 KPIs none differs surely/);
  assert.equal(unsure.tables, 0);
});

test("of one pair all differences are shown, and said to be unsure", async () => {
  const [kpi] = examples.comparison().scenarios[1].kpis;
  const single = await told([{ ...kpi, difference: [60, null], differs: false, p_holm: null }]);
  assert.match(single.text, /One pair of replications of .*: no interval, and nothing can be said surely/);
  assert.deepEqual([single.tables, single.pressed], [1, "all"]);
});

test("what binds has beside it what is not told apart from it", async () => {
  const report = await open(examples.comparison());
  const notes = await report.page
    .locator("#view-comparison section.card p.note", { hasText: "Binds:" })
    .allInnerTexts();
  assert.equal(notes.length, 3);
  assert.match(notes[1], /80\s% of the container-hours of waiting$/);
  assert.match(
    notes[2],
    /80\s%; or lift, .*: 70\s% of the container-hours of waiting; 5 replications do not tell them apart$/,
  );
  await isQuiet(report);
  await report.close();
});
