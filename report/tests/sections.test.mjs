// How full lines are section by section: in the lines' view and beside the map.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

after(closeBrowser);

const { sectionsOf } = await load("sections");
const { verdict } = await load("uic406");

const reportOf = (lines) => ({
  data: { network: { lines } },
  pointName: (point) => `P${point}`,
  lineTitle: (index) => lines[index].id,
});

test("sections of single track lie between passing places, those of double track are its ways", () => {
  const { lines } = examples.network();
  const [double, single] = [sectionsOf(reportOf(lines), 0), sectionsOf(reportOf(lines), 1)];
  const ends = (all) => all.map((s) => [s.from, s.to, s.from_km, s.to_km]);
  assert.deepEqual(ends(single), [
    ["P1", "passing place 1", 0, 400],
    ["passing place 1", "passing place 2", 400, 800],
    ["passing place 2", "P2", 800, 1200],
  ]);
  assert.deepEqual(ends(double), [
    ["P0", "P1", 0, 2500],
    ["P1", "P0", 2500, 0],
  ]);
  assert.deepEqual([single[2].mean, single[2].day, single[2].peak], [[0.5, 0.01], 0.75, 1]);
  const bare = (uic406_sections) => sectionsOf(reportOf([{ ...lines[1], uic406_sections }]), 0);
  assert.equal(bare(null), null, "of older programs nothing is known");
  assert.equal(bare([[null, null, null, null]]), null, "no time was counted");
});

test("limits are judged as the program's tables have it", () => {
  assert.equal(verdict(0.6, 0.75), "within");
  assert.equal(verdict(0.61, 0.75), "over day limit");
  assert.equal(verdict(0.6, 0.76), "over peak limit");
  assert.equal(verdict(0.61, 0.76), "over both limits");
  assert.equal(verdict(null, null), "");
});

test("a line that is picked in the table is shown section by section, and saved", { skip: CHROMIUM_ONLY }, async () => {
  const report = await open(examples.run(), { view: "lines" }),
    { page } = report;
  const along = page.locator("#view-lines .along");
  const picker = along.getByRole("combobox", { name: "Along line" });
  const shown = () => along.locator(".chart").getAttribute("aria-label");
  const first = await shown();
  assert.ok(first.includes(await picker.locator("option:checked").innerText()), "the fullest one first");
  const lines = page.locator("#view-lines section.table", { has: page.getByRole("heading", { name: "All lines" }) });
  await lines.locator("tbody button").first().press("Enter");
  await settle(page);
  assert.notEqual(await shown(), first);
  await picker.selectOption({ index: 0 });
  assert.equal(await shown(), first);
  await along.getByText("As a table").press("Enter");
  await along.locator("tbody tr").first().waitFor(); // it is made as it is unfolded, a moment later
  const rows = (await along.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
  assert.deepEqual(
    rows.map((row) => row[5].replace("\u2009", " ")),
    ["17 ± 1 %", "33 ± 1 %", "50 ± 1 %"],
  );
  assert.deepEqual(
    rows.map((row) => row[8]),
    ["within", "within", "over both limits"],
  );
  const waiting = page.waitForEvent("download");
  await along.getByRole("button", { name: /CSV/ }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "sections-L2.csv");
  const text = readFileSync(await download.path(), "utf8");
  assert.match(text, /UIC 406 mean \(share\),UIC 406 mean \(share\) ci95,Busiest day \(share\)/);
  assert.match(text, /,0\.5,0\.01,0\.75,1,over both limits/);
  await isQuiet(report);
  await report.close();
});

test("a line of whose sections nothing is known is no button", async () => {
  const data = examples.run();
  data.network.lines[0].uic406_sections = null;
  const report = await open(data, { view: "lines" }),
    { page } = report;
  const lines = page.locator("#view-lines section.table", { has: page.getByRole("heading", { name: "All lines" }) });
  const buttons = (row) => lines.locator("tbody tr").nth(row).locator("button").count();
  assert.deepEqual(await Promise.all([0, 1, 2].map(buttons)), [0, 1, 1]);
  assert.match(await lines.locator("tbody tr").first().innerText(), /^L1 /);
  await isQuiet(report);
  await report.close();
});

test("a line beside the map has its sections, and none where nothing is known of them", async () => {
  const data = examples.run();
  const pickLine = async (page) => {
    await page.locator("#view-map").getByRole("combobox", { name: "Line", exact: true }).selectOption("1");
    await settle(page);
  };
  const report = await open(data, { view: "map" });
  await pickLine(report.page);
  assert.equal(await report.page.locator(".detail .sections .chart").count(), 1);
  await isQuiet(report);
  await report.close();
  data.network.lines.forEach((line) => (line.uic406_sections = null));
  const older = await open(data, { view: "map" });
  await pickLine(older.page);
  assert.equal(await older.page.locator(".detail .sections").count(), 0);
  await older.page.click("#tab-lines");
  assert.equal(await older.page.locator("#view-lines .along").count(), 0);
  await isQuiet(older);
  await older.close();
});
