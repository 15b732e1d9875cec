// The planned path of trains in the time–distance diagram, and how late they are.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

const FRAME_LEFT = 132; // src/diagram_axes.ts
const FRAME_RIGHT = 10;

// What is in each column of the diagram's pixels, as a number, and which minutes they are.
async function columns(page) {
  await settle(page);
  const start = Number(await page.locator("#view-diagram .player input[type=range]").inputValue());
  const { sums, clientWidth } = await page.$eval("#view-diagram .diagram canvas", (canvas) => {
    const { width, height, clientWidth } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true }); // else Chromium complains
    copy.drawImage(canvas, 0, 0);
    const all = copy.getImageData(0, 0, width, height).data;
    const sums = new Array(width).fill(0);
    for (let i = 0; i < all.length; ++i) sums[(i >> 2) % width] += all[i] * ((i % 251) + 1);
    return { sums, clientWidth };
  });
  const perMinute = (clientWidth - FRAME_LEFT - FRAME_RIGHT) / 1440; // a day is shown
  return { sums, perMinute, minute: (x) => start + (x - FRAME_LEFT) / perMinute };
}

// The first minute in which two pictures differ.
const firstDifference = (a, b) => a.minute(a.sums.findIndex((sum, x) => sum !== b.sums[x]));

async function openDay(data) {
  const report = await open(data, { view: "diagram" });
  const { page } = report;
  await page.getByRole("combobox", { name: "Way", exact: true }).selectOption("line:0");
  await page.getByRole("button", { name: "Day", exact: true }).click();
  await page.locator("#view-diagram .player input[type=range]").fill("600");
  return report;
}

test("the planned line begins at the departure that the timetable has, the simulated one when it was made", async () => {
  const report = await openDay(examples.timetable());
  const { page } = report;
  const planned = page.getByLabel("planned");
  assert.ok(await planned.isChecked(), "it is drawn at once where there is a timetable");
  const both = await columns(page);
  await planned.uncheck();
  const simulated = await columns(page);
  const minute = 1 / both.perMinute; // of a pixel
  const found = firstDifference(both, simulated);
  assert.ok(Math.abs(found - 955) <= 2 * minute, `the plan begins at minute ${found}, not 955`);
  // The train itself against an empty diagram: the same window, no train in it.
  const none = examples.timetable();
  none.movements.trains.start = [9000];
  none.movements.plans.departure = [8955];
  const empty = await openDay(none);
  await empty.page.getByLabel("planned").uncheck();
  const train = firstDifference(simulated, await columns(empty.page));
  assert.ok(Math.abs(train - 1000) <= 3 * minute, `the train begins at minute ${train}, not 1000`);
  await isQuiet(report);
  await empty.close();
  await report.close();
});

test("legend, table and tooltip say timetable, and how late a train is", async () => {
  const report = await openDay(examples.timetable());
  const { page } = report;
  const legend = page.locator("#view-diagram .legend").first();
  assert.match(await legend.innerText(), /Planned\s+timetable/);
  assert.doesNotMatch(await legend.innerText(), /unhindered/);
  const table = page.locator("#view-diagram .table");
  assert.match(await table.locator("thead").innerText(), /By timetable UTC\s+Left late h\s+Came late h/);
  const row = (await table.locator("tbody tr").first().innerText()).split("\t");
  assert.deepEqual(row.slice(4, 7), ["1 Jan 2017, 15:55", "3.58", "5.25"]);
  await table.getByRole("button", { name: "late" }).first().click();
  await page.locator("#view-diagram .table tbody button").click();
  const tip = await page.locator(".diagram .tip").innerText();
  for (const text of ["by timetable", "1 Jan 2017, 15:55 UTC", "3 h 35 min", "5 h 15 min"])
    assert.ok(tip.includes(text), `${text} in ${tip}`);
  await page.getByLabel("planned").uncheck();
  assert.doesNotMatch(await legend.innerText(), /timetable/);
  await isQuiet(report);
  await report.close();
});

test("without a timetable the dashed line is called unhindered, and there is no word of being late", async () => {
  const report = await open(examples.run(), { view: "diagram" });
  const { page } = report;
  assert.ok(!(await page.getByLabel("planned").isChecked()));
  await page.getByLabel("planned").check();
  assert.match(await page.locator("#view-diagram .legend").first().innerText(), /unhindered, from its departure/);
  assert.doesNotMatch(await page.locator("#view-diagram thead").innerText(), /timetable|late/);
  assert.match(await page.locator("#view-diagram").innerText(), /No service of this scenario goes by a timetable/);
  await isQuiet(report);
  await report.close();
});
