// What a comparison says differs, or may not, and what only one side of it observed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, isQuiet, open } from "./browser.mjs";
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
  await page.locator(".mapbox .chart").scrollIntoViewIfNeeded();
  const shown = await page.locator(".mapbox .chart").boundingBox();
  let rows = 0;
  for (let x = 20; x < shown.width && rows === 0; x += 7)
    for (let y = 40; y < shown.height && rows === 0; y += 14) {
      await page.mouse.move(shown.x + x, shown.y + y);
      const tip = await page.locator(".mapbox .tip").filter({ hasText: "in use" }).allInnerTexts();
      rows = tip.length > 0 ? tip[0].match(/in use, [\d.]+ trains a day/g).length : 0;
    }
  assert.equal(rows, 3, "base and both variants");
  await isQuiet(report);
  await report.close();
});

test("of many changes the first are shown, the others by a click and on paper", async () => {
  const data = examples.comparison();
  data.scenarios[1].changes = Array.from({ length: 12 }, (_, i) => `lines/L${i}/tracks: 1 → 2`);
  const report = await open(data),
    { page } = report;
  const changes = page.locator("#view-comparison li code", { hasText: "tracks" });
  const visible = async () => (await changes.evaluateAll((all) => all.filter((one) => one.checkVisibility()))).length;
  assert.equal(await visible(), 4);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await visible(), 12);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await visible(), 4);
  await page.getByText("and 8 more").click();
  assert.equal(await visible(), 12);
  await isQuiet(report);
  await report.close();
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
