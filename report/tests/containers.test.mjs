// Single containers: picked by how fast they were or by number, step by step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, coloursOn, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

const picker = (page, name) => page.getByRole("combobox", { name, exact: true });
const card = (page) =>
  page.locator("#view-journeys section.card", { has: page.getByRole("heading", { name: /by cause/ }) });

test("the fastest, the median, the slowest and any by number are picked, and their minutes add up", async () => {
  const report = await open(examples.run(), { view: "journeys" });
  const { page } = report;
  const groups = await picker(page, "Container")
    .locator("optgroup")
    .evaluateAll((all) => all.map((g) => [g.label, g.children.length]));
  assert.deepEqual(groups, [
    ["By time from release to arrival", 7],
    ["By number", 41],
  ]);
  const text = () => card(page).innerText();
  assert.match(await text(), /Legs: containers of one replication/);
  for (const [value, minutes, faster] of [
    ["time:0", 9421, "none was faster"],
    ["time:20", 10621, "500 of 1000 others were not slower"],
    ["number:40", 11821, "1000 of 1000"],
  ]) {
    await picker(page, "Container").selectOption(value);
    await settle(page);
    const id = (0xabc0000000000000n + BigInt(value.split(":")[1])).toString(16);
    assert.ok((await text()).includes(id));
    assert.ok((await text()).includes(faster), `${faster} in ${await text()}`);
    const days = Math.floor(minutes / 1440),
      hours = Math.floor((minutes % 1440) / 60);
    assert.ok(
      (await text()).includes(`${days} days ${hours} h ${minutes % 60} min from release to arrival`),
      await text(),
    );
    assert.ok((await coloursOn(page, "#view-journeys section.card:has(code) canvas")) > 5);
    const rows = await card(page).locator("tbody tr").allInnerTexts();
    const cells = rows.map((row) => row.split("\t"));
    assert.equal(
      cells.reduce((sum, row) => sum + Number(row[2].replace(",", "")), 0),
      minutes,
    );
    assert.deepEqual(
      cells.map((row) => row[1]),
      ["formation", "handling", "running", "bay", "formation", "running"],
    );
    assert.equal(cells[2][0], `${examples.HOSTILE[0]} → ${examples.HOSTILE[1]}`);
  }
  assert.match(await text(), /41 of the 1001 containers of this journey that were recorded are in this page/);
  await isQuiet(report);
  await report.close();
});

test("the steps leave as CSV, and another journey begins with its mean", { skip: CHROMIUM_ONLY }, async () => {
  const report = await open(examples.run(), { view: "journeys" });
  const { page } = report;
  await picker(page, "Container").selectOption("number:0");
  const waiting = page.waitForEvent("download");
  await card(page).getByRole("button", { name: /CSV/ }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "container-abc0000000000000.csv");
  const rows = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
  assert.match(rows[0], /^Where,Cause,Time \(min\)/);
  assert.equal(rows.length, 7);
  await picker(page, "Journey").selectOption("1");
  assert.equal(await picker(page, "Container").inputValue(), "");
  assert.equal(await picker(page, "Container").locator("option").count(), 1, "none is recorded of it");
  assert.match(await card(page).innerText(), /Leg by leg with records of containers/);
  await isQuiet(report);
  await report.close();
});
