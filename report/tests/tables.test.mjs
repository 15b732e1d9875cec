// Tables and the pictures beside them: sorted, filtered, picked from, taken away.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

test("tables sort, filter, open whole and leave as CSV", { skip: CHROMIUM_ONLY }, async () => {
  const report = await open(examples.run(), { view: "lines" }),
    { page } = report;
  const lines = page.locator("section.table", { has: page.getByRole("heading", { name: "All lines" }) });
  await lines.getByRole("button", { name: "Length" }).click();
  assert.match(await lines.locator("tbody tr").first().innerText(), /L3/);
  await lines.getByRole("button", { name: "Length" }).click();
  assert.match(await lines.locator("tbody tr").first().innerText(), /L2/);
  await lines.getByRole("searchbox").fill("l1 ");
  assert.equal(await lines.locator("tbody tr").count(), 1);
  const waiting = page.waitForEvent("download");
  await lines.getByRole("button", { name: /CSV/ }).click();
  const download = await waiting,
    text = readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "lines.csv");
  await lines.getByRole("searchbox").fill("");
  const idsOf = async () => (await lines.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t")[1]);
  for (const order of [
    ["L2", "L3", "L1"],
    ["L3", "L2", "L1"],
  ]) {
    await lines.getByRole("button", { name: "Paths in use" }).click();
    assert.deepEqual(await idsOf(), order, "no limit, and so no use, comes last both ways");
  }
  assert.equal(text.trim().split("\r\n").length, 4, "a header and all three lines, filtered or not");
  assert.match(text, /"L1 <img src=x onerror=""window\.harmed = 2"">"/);
  await isQuiet(report);
  await report.close();
});

test("a point picked in one picture of a sweep is marked in the others", async () => {
  const report = await open(examples.sweep()),
    { page } = report;
  await page.locator(".linked").last().scrollIntoViewIfNeeded(); // below the map
  await settle(page);
  const charts = page.locator(".linked canvas"),
    before = await charts.nth(1).screenshot();
  const heat = await charts.nth(2).boundingBox();
  await page.mouse.click(heat.x + heat.width * 0.8, heat.y + heat.height * 0.3);
  await settle(page);
  assert.match(await page.locator(".picked").innerText(), /^Point \d+: /);
  await page.mouse.move(0, 0);
  assert.notDeepEqual(await charts.nth(1).screenshot(), before);
  await isQuiet(report);
  await report.close();
});

test("a design point is picked in the table by keys", async () => {
  const report = await open(examples.sweep()),
    { page } = report;
  await page.locator("#view-sweep tbody tr").nth(2).getByRole("button").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#view-sweep .picked").innerText(), /^Point 2: /);
  await isQuiet(report);
  await report.close();
});

test("a sweep says what its results answer to, where that is known", async () => {
  const data = examples.sweep();
  for (const effects of [data.effects, []]) {
    const report = await open({ ...data, effects });
    const told = await report.page.locator("#view-sweep .effects > p:not(.note)").allInnerTexts();
    assert.equal(told.length, effects.length);
    for (const sentence of told) assert.match(sentence, / answers most to .* from 5\)\.$/);
    await report.close();
  }
});

test("of a design point it is said where a queue grows, and whether that is known", async () => {
  const data = examples.sweep();
  data.points[3].growth = "what `shut` left waiting is not worked off";
  const report = await open(data),
    { page } = report;
  const rows = (await page.locator("#view-sweep tbody tr").allInnerTexts()).map((row) => row.split("\t"));
  assert.deepEqual(
    rows.slice(0, 4).map((row) => row.at(-1)),
    ["not known", "no", "yes", "perhaps not"],
  );
  const told = page.locator("#view-sweep .picked");
  await page.locator("#view-sweep tbody tr").nth(2).getByRole("button").press("Enter");
  assert.match(await told.innerText(), /\. In design point 2 a queue grows at <img src=x/);
  await page.locator("#view-sweep tbody tr").nth(1).getByRole("button").press("Enter");
  assert.doesNotMatch(await told.innerText(), /grows/);
  await isQuiet(report);
  await report.close();
});

test("trains over time and queues have tables of the same figures", async () => {
  const report = await open(examples.run(), { view: "borders" }),
    { page } = report;
  const card = (name) => page.locator("#view-borders section.card", { has: page.getByRole("heading", { name }) });
  const rows = async (name) => {
    await card(name).getByText("As a table").press("Enter");
    const table = card(name).locator("section.table");
    await table.getByRole("button", { name: /rows/ }).click();
    return (await table.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
  };
  const trains = await rows("Trains over time");
  assert.equal(trains.length, 10, "a row a day");
  assert.deepEqual(trains[0].slice(0, 1), ["1 Jan 2017"]);
  const sum = trains.reduce((all, row) => all + Number(row[1]) + Number(row[2]), 0);
  assert.equal(sum, 40, "trains of the line, both ways");
  const queue = await rows("Trains standing over time");
  assert.equal(queue.length, 240, "a row an hour");
  assert.ok(queue.some((row) => Number(row[1]) >= 1));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("summary:visible").count(), 0, "controls on paper");
  assert.equal(await page.locator("details table:visible").count(), 2, "those that were opened are printed");
  await page.emulateMedia({ media: "screen" });
  await isQuiet(report);
  await report.close();
});

test("legs have a table, and occupied lines of two gauges their gauges", async () => {
  const data = examples.run();
  data.network.lines.push({ ...data.network.lines[1], id: "L2b", gauge_mm: 1435 });
  const report = await open(data, { view: "journeys" }),
    { page } = report;
  const legs = page.locator("section.table", { has: page.getByRole("heading", { name: "Leg by leg" }) });
  assert.equal(await legs.locator("tbody tr").count(), 2);
  assert.match(await legs.locator("tbody tr").first().innerText(), /1435 mm\s+5\.56/);
  await page.click("#tab-lines");
  await settle(page);
  const box = await page.locator("#view-lines .chart").first().boundingBox();
  const seen = new Set();
  for (let y = 20; y < box.height; y += 12) {
    await page.mouse.move(box.x + box.width * 0.8, box.y + y);
    for (const text of await page.locator("#view-lines .tip:visible strong").allInnerTexts()) seen.add(text);
  }
  assert.equal([...seen].filter((text) => /, 1435 mm$|, 1520 mm$/.test(text)).length, 2, [...seen].join("; "));
  await isQuiet(report);
  await report.close();
});
