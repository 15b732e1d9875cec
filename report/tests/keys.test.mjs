// Legends and zooming of charts without a pointer.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, huedPixels, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

const QUEUE = "#view-borders .card:has(h3:text('standing over time'))";

async function tabTo(page, selector) {
  for (let i = 0; i < 80; ++i) {
    await page.keyboard.press("Tab");
    if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`no key leads to ${selector}`);
}

const hued = async (page) => (await huedPixels(page, QUEUE))[0].hued;

test("a cause is left out of the queue by keys alone, and comes back", async () => {
  const report = await open(examples.run(), { view: "borders" });
  const { page } = report;
  const entry = page.locator(`${QUEUE} .keys button`, { hasText: "bay" });
  assert.deepEqual(await page.locator(`${QUEUE} .keys button`).allInnerTexts(), ["section", "bay", "all standing"]);
  await settle(page);
  const before = await hued(page);
  await tabTo(page, `${QUEUE} [data-series=bay]`);
  await page.keyboard.press("Space");
  await settle(page);
  assert.equal(await entry.getAttribute("aria-pressed"), "false");
  const without = await hued(page);
  assert.ok(without < before, `${without} hued pixels, ${before} before`);
  // It stays out when the picture is drawn anew for another theme, and the button keeps the focus.
  await page.getByLabel("Colours").selectOption("dark");
  await settle(page);
  assert.equal(await entry.getAttribute("aria-pressed"), "false");
  await page.getByLabel("Colours").selectOption("light");
  await settle(page);
  assert.equal(await hued(page), without);
  await entry.focus();
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await hued(page), before);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.series), "bay");
  await isQuiet(report);
  await report.close();
});

test("the queue over time is zoomed and moved by keys and by buttons, and says what it shows", async () => {
  const report = await open(examples.run(), { view: "borders" });
  const { page } = report;
  const told = page.locator(`${QUEUE} output`);
  const look = () => page.locator(`${QUEUE} canvas`).first().screenshot();
  const whole = "1 Jan 2017 to 10 Jan 2017";
  assert.equal(await told.innerText(), whole);
  await settle(page);
  const first = await look();
  await tabTo(page, `${QUEUE} .chart`);
  await page.keyboard.press("+");
  await settle(page);
  assert.equal(await told.innerText(), "3 Jan 2017 to 8 Jan 2017");
  assert.notDeepEqual(await look(), first);
  await page.keyboard.press("ArrowRight");
  assert.equal(await told.innerText(), "6 Jan 2017 to 10 Jan 2017");
  await page.getByLabel("Colours").selectOption("dark");
  assert.equal(await told.innerText(), "6 Jan 2017 to 10 Jan 2017", "another theme is no other time");
  await page.getByLabel("Colours").selectOption("light");
  await page.locator(`${QUEUE} .chart`).focus();
  await page.keyboard.press("0");
  assert.equal(await told.innerText(), whole);
  for (const name of ["Zoom in", "Earlier"]) await page.locator(QUEUE).getByRole("button", { name }).click();
  assert.equal(await told.innerText(), "1 Jan 2017 to 6 Jan 2017");
  await page.locator(QUEUE).getByRole("button", { name: "All", exact: true }).click();
  assert.equal(await told.innerText(), whole);
  await isQuiet(report);
  await report.close();
});

test("every chart's legend is made of buttons, and none is drawn where no key comes", async () => {
  const views = {
    run: ["journeys", "borders", "lines"],
    comparison: ["comparison"],
    selection: ["selection"],
    capacity: ["capacity"],
  };
  for (const [kind, all] of Object.entries(views)) {
    for (const view of all) {
      const report = await open(examples[kind](), { view });
      const { page } = report;
      const names = await page.locator(`#view-${view} .keys button`).allInnerTexts();
      assert.ok(names.length > 1, `${kind}, ${view}: ${names}`);
      assert.ok(names.every((name) => name.length > 0));
      const marks = await page.$$eval(`#view-${view} .keys button i`, (list) =>
        list.map((i) => i.style.background + i.style.color + i.style.borderTop),
      );
      assert.ok(
        marks.every((mark) => mark !== ""),
        `${view}: a name without its colour`,
      );
      await page.locator(`#view-${view} .keys button`).first().click();
      await isQuiet(report);
      await report.close();
    }
  }
});
