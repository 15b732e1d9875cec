// The time–distance diagram: zoomed, moved, of another way, what is shaded.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, coloursOn, go, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

test("the diagram zooms, moves, changes its way, and shows a train under the pointer", async () => {
  const report = await open(examples.run(), { view: "diagram" }),
    { page } = report;
  await settle(page);
  const canvas = page.locator("#view-diagram .diagram canvas"),
    picture = () => canvas.screenshot();
  const whole = await picture();
  await canvas.focus();
  await page.keyboard.press("+");
  await settle(page);
  const near = await picture();
  assert.notDeepEqual(near, whole, "the + key does not zoom");
  await page.keyboard.press("ArrowRight");
  await settle(page);
  assert.notDeepEqual(await picture(), near, "arrows do not move");
  await page.getByRole("button", { name: "Day", exact: true }).click();
  const box = await canvas.boundingBox();
  let shown = "";
  for (let y = 60; y < box.height && !shown; y += 4) {
    await page.mouse.move(box.x + box.width / 2, box.y + y);
    if (await page.locator(".diagram .tip").count()) shown = await page.locator(".diagram .tip").innerText();
  }
  assert.match(shown, /train-\d+/);
  await page.locator("#view-diagram select").first().selectOption("line:1");
  await page.getByLabel("planned").check();
  await settle(page);
  assert.ok((await coloursOn(page, "#view-diagram .diagram canvas")) > 8);
  assert.match(await page.locator("#view-diagram .table h3").innerText(), /Trains over this way \(40\)/);
  await isQuiet(report);
  await report.close();
});

test("when it is normal again stands on the first screen, and the diagram says what is shaded", async () => {
  const report = await open(examples.run()),
    { page } = report;
  const row = await page.locator("#view-overview tbody tr").first().innerText();
  for (const text of [
    examples.HOSTILE[1],
    "2 Jan 2017, 09:20",
    "3 Jan 2017, 02:00",
    "3 Jan 2017, 11:00",
    "4.00 ± 1.00",
  ])
    assert.ok(row.includes(text.replace(/\.00/g, "")) || row.includes(text), `${text} in ${row}`);
  assert.match(await page.locator("#view-overview thead").innerText(), /From UTC/);
  await go(page, "diagram");
  const told = page.locator("#view-diagram .note", { hasText: "Shaded" });
  assert.ok((await told.innerText()).includes(examples.HOSTILE[1]));
  await page.locator("#view-diagram select").first().selectOption("line:0");
  assert.equal(await told.count(), 0, "it is on another line");
  assert.match(await page.locator("#view-diagram thead").innerText(), /Left UTC/);
  await isQuiet(report);
  await report.close();
});

test("a narrow picture begins with less time, when it is first seen as when its way is picked again", async () => {
  const data = examples.run();
  for (const line of data.network.lines) line.length_km /= 4;
  const report = await open(data, { view: "diagram", viewport: { width: 390, height: 800 } }),
    { page } = report;
  await settle(page);
  const days = () => page.getByLabel("First time shown").evaluate((slider) => (14400 - Number(slider.max)) / 1440);
  const first = await days();
  assert.ok(first < 4, `${first} days`);
  await page.locator("#view-diagram select").first().selectOption("way:0");
  await settle(page);
  assert.equal(await days(), first);
  await isQuiet(report);
  await report.close();
});

test("other gauges can be asked for where a whole route has lines of them beside it, and only there", async () => {
  const data = examples.run();
  data.network.lines.push({ ...data.network.lines[1], id: "L2b", name: "L2b", gauge_mm: 1435 });
  data.movements.routes[2].lines = [2, 3]; // back by the other line
  const report = await open(data, { view: "diagram" }),
    { page } = report;
  await settle(page);
  const others = page.getByLabel("other gauges"),
    legend = page.locator("#view-diagram .legend");
  assert.ok(await others.isVisible());
  assert.match(await legend.innerText(), /thin: on a line of another gauge/);
  const canvas = page.locator("#view-diagram .diagram canvas");
  const without = await canvas.screenshot();
  await others.check();
  await settle(page);
  assert.notDeepEqual(await canvas.screenshot(), without, "its sections are not drawn");
  await page.locator("#view-diagram select").first().selectOption("line:3");
  assert.ok(!(await others.isVisible()));
  assert.doesNotMatch(await legend.innerText(), /thin/);
  assert.match(await page.locator("#view-diagram .table h3").innerText(), /Trains over this way \(20\)/);
  const pickers = page.locator("#view-diagram select");
  await pickers.nth(1).selectOption("0");
  assert.equal(await pickers.first().inputValue(), "", "a way over two lines is none of the list");
  await pickers.nth(1).selectOption("1");
  assert.equal(await pickers.first().inputValue(), "line:1", "which of both gauges");
  await isQuiet(report);
  await report.close();
});
