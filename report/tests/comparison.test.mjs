// What a comparison says differs, or may not, and what only one side of it observed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, isQuiet, open, settle } from "./browser.mjs";
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
    ["idle", "%", "nothing observed", "12.5 ± 0.2\u2009%", "u4"],
  ]);
  await isQuiet(report);
  await report.close();
});

test("shares are compared in per cent, and saved as the numbers they are", { skip: CHROMIUM_ONLY }, async () => {
  const report = await open(examples.comparison()),
    { page } = report;
  const two = page.locator("section.table", { has: page.getByRole("heading", { name: "two against the base" }) });
  const row = two.locator("tbody tr", { hasText: "used" });
  const cells = (await row.innerText()).split("\t").map((cell) => cell.replace("\u2009", " "));
  assert.deepEqual(cells.slice(0, 6), [
    "used",
    "%",
    "82.9 ± 0.4 %",
    "77.5 ± 0.6 %",
    "−5.4 ± 0.3 percentage points",
    "−6.5 %",
  ]);
  const waiting = page.waitForEvent("download");
  await two.getByRole("button", { name: /CSV/ }).click();
  const text = readFileSync(await (await waiting).path(), "utf8");
  assert.match(text, /\r\nused,share,0\.829,0\.004,0\.775,0\.006,-0\.054,0\.003,/);
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

test("what the same random numbers gain, and whether what binds does, stands on the card of each variant", async () => {
  const report = await open(examples.comparison());
  const cards = report.page.locator("#view-comparison .grid2 section.card");
  const texts = await cards.allInnerTexts();
  assert.deepEqual(
    texts.map((text) => /leave 2\s%/.test(text)),
    [false, true, true],
  );
  assert.deepEqual(
    texts.map((text) => text.includes("by a paired run")),
    [false, false, true],
    "where it was asked whether what binds does",
  );
  assert.deepEqual(
    texts.map((text) => text.includes("Over borders")),
    [false, false, true],
    "where trains went another way",
  );
  await isQuiet(report);
  await report.close();
});

test("where nothing differs surely there is no empty table", async () => {
  const [kpi] = examples.comparison().scenarios[1].kpis;
  const unsure = await told([{ ...kpi, differs: false, p_holm: 0.5 }]);
  assert.match(unsure.text, /The KPI that is compared does not differ surely/);
  assert.equal(unsure.tables, 0);
});

test("of one pair all differences are shown, and said to be unsure", async () => {
  const [kpi] = examples.comparison().scenarios[1].kpis;
  const single = await told([{ ...kpi, difference: [60, null], differs: false, p_holm: null }]);
  assert.match(single.text, /One pair of replications of .*: no interval, and nothing can be said surely/);
  assert.deepEqual([single.tables, single.pressed], [1, "all"]);
});

const IN_USE = /in use, [\d.]+ trains a day/g;

// Of the first line that the mouse meets.
async function lineTip(page) {
  await page.locator(".mapbox .chart").scrollIntoViewIfNeeded();
  await settle(page);
  const box = await page.locator(".mapbox .chart").boundingBox();
  for (let x = 20; x < box.width; x += 7)
    for (let y = 40; y < box.height; y += 14) {
      await page.mouse.move(box.x + x, box.y + y);
      const tips = await page.locator(".mapbox .tip").filter({ hasText: "in use" }).allInnerTexts();
      if (tips.length > 0) return tips[0];
    }
  return "";
}

test("beside the map is what binds in the scenario that is picked, and where", async () => {
  const data = examples.comparison();
  data.scenarios[2].on_map.binding = [{ name: "elsewhere", cause: 1, share: 1, point: null, line: 2 }];
  const report = await open(data),
    { page } = report;
  const binding = page.locator("#view-comparison .binding");
  assert.equal(await binding.locator("li").count(), 3);
  assert.match(await page.locator(".mapbox .shown > span").innerText(), /^base: means over its replications\.$/);
  await binding.getByRole("button").first().click();
  assert.match(await binding.locator(".told").innerText(), /trains a day, in and out .*lift .*\d+\s%/);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("2");
  assert.deepEqual(await binding.locator("li button").allInnerTexts(), ["elsewhere"]);
  // A line tells of all scenarios at once.
  const box = await page.locator(".mapbox .chart").boundingBox();
  assert.ok(box.y < 600, `the map begins at ${box.y} px`);
  assert.equal((await lineTip(page)).match(IN_USE).length, 3, "base and both variants");
  await isQuiet(report);
  await report.close();
});

test("of more than eight scenarios a line tells of the one that is shown", async () => {
  const data = examples.comparison();
  const [base, one] = data.scenarios;
  for (const [variants, rows] of [
    [7, 8],
    [8, 1],
  ]) {
    data.scenarios = [base, ...Array.from({ length: variants }, (_, i) => ({ ...one, name: `variant ${i}` }))];
    const report = await open(data);
    const tip = await lineTip(report.page);
    if (rows > 1) assert.equal(tip.match(IN_USE).length, rows);
    else assert.match(tip, /trains a day, both ways\s*\d+\s*in use\s*[\d–]/);
    await isQuiet(report);
    await report.close();
  }
});

// `more`: what is clicked. Shown are `few` of `items` at first, and `all` on paper and after the click.
async function unfolds(page, items, few, all, more) {
  const visible = async () => (await items.evaluateAll((some) => some.filter((one) => one.checkVisibility()))).length;
  assert.equal(await visible(), few);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await visible(), all);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await visible(), few);
  await page.getByText(more).click();
  assert.equal(await visible(), all);
}

test("of many changes the first are shown, the others by a click and on paper", async () => {
  const data = examples.comparison();
  data.scenarios[1].changes = Array.from({ length: 12 }, (_, i) => `lines/L${i}/tracks: 1 → 2`);
  const report = await open(data),
    { page } = report;
  const changes = page.locator("#view-comparison li code", { hasText: "tracks" });
  await unfolds(page, changes, 4, 12, "and 8 more");
  await isQuiet(report);
  await report.close();
});

test("of many warnings two are shown, so that the map is on the first screen, the others by a click and on paper", async () => {
  const data = examples.comparison();
  const told = "differences of its waits, and of times over it, are of this length of run alone";
  data.warnings = Array.from(
    { length: 7 },
    (_, i) => `In variant ${i} a queue grows at a place with a long name: ${told}`,
  );
  const report = await open(data),
    { page } = report;
  const warnings = page.locator(".warnings li");
  await settle(page);
  const map = await page.locator(".mapbox .chart").boundingBox();
  assert.ok(map.y < 500, `the map begins at ${map.y} px`);
  await unfolds(page, warnings, 2, 7, "5 more warnings");
  await isQuiet(report);
  await report.close();
  data.warnings = data.warnings.slice(0, 2);
  const few = await open(data);
  assert.equal(await few.page.locator(".warnings details").count(), 0, "nothing to unfold");
  await few.close();
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
