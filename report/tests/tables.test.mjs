// Tables and the pictures beside them: sorted, filtered, picked from, taken away.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeBrowser, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

test("tables sort, filter, open whole and leave as CSV", async () => {
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
  await settle(page);
  const charts = page.locator(".linked canvas"),
    before = await charts.nth(1).screenshot();
  const heat = await charts.nth(2).boundingBox();
  await page.mouse.click(heat.x + heat.width * 0.8, heat.y + heat.height * 0.3);
  await settle(page);
  assert.match(await page.locator("[aria-live]").innerText(), /^Point \d+: /);
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
  assert.match(await page.locator("#view-sweep [aria-live]").innerText(), /^Point 2: /);
  await isQuiet(report);
  await report.close();
});
