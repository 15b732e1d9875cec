// The page under keys, wheel and fingers.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, go, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

const TABS = ["overview", "map", "diagram", "journeys", "borders", "lines", "trust"];

test("lines of the map and trains of the diagram are picked with keys", async () => {
  const report = await open(examples.run(), { view: "map" }),
    { page } = report;
  await settle(page);
  const map = page.locator("#view-map .mapbox canvas").first(),
    before = await map.screenshot();
  await page.getByRole("combobox", { name: "Line", exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await settle(page);
  const { points } = examples.network();
  const picked = await page.getByRole("combobox", { name: "Line", exact: true }).locator("option:checked").innerText();
  assert.equal(await page.locator(".detail h2").innerText(), picked);
  assert.ok(
    points.slice(1).some((p, i) => picked === `${points[i].name} – ${p.name}`),
    picked,
  );
  assert.notDeepEqual(await map.screenshot(), before, "the line is not marked");
  assert.equal(await page.getByRole("combobox", { name: "Place", exact: true }).inputValue(), "");

  await go(page, "diagram");
  await settle(page);
  const canvas = page.locator("#view-diagram .diagram canvas"),
    plain = await canvas.screenshot();
  await page.locator("#view-diagram tbody button").nth(2).focus();
  const train = await page.locator("#view-diagram tbody button").nth(2).innerText();
  await page.keyboard.press("Enter");
  await settle(page);
  assert.ok((await page.locator(".diagram .tip").innerText()).includes(train));
  assert.notDeepEqual(await canvas.screenshot(), plain, "the train is not marked");
  for (const [selector, role] of [
    ["#view-diagram .diagram canvas", "application"],
    ["#view-map .mapbox .chart", "application"],
  ])
    assert.equal(await page.locator(selector).getAttribute("role"), role, "what has keys is no picture");
  await isQuiet(report);
  await report.close();
});

test("the wheel scrolls the page over pictures, until one is clicked or Ctrl is held", async () => {
  for (const [view, picture] of [
    ["map", ".mapbox .chart"],
    ["diagram", ".diagram canvas"],
  ]) {
    const report = await open(examples.run(), { view, viewport: { width: 1280, height: 500 } }),
      { page } = report;
    await settle(page);
    const element = page.locator(`#view-${view} ${picture}`),
      box = await element.boundingBox();
    const canvas = page.locator(`#view-${view} canvas`).first(),
      look = () => canvas.evaluate((one) => one.toDataURL());
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    const wheel = async (by) => {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(300);
      await settle(page);
    };
    await page.mouse.move(box.x + box.width / 2 + 7, box.y + 150);
    await settle(page);
    const plain = await look();
    await wheel(60);
    assert.ok((await scrolled()) > 0, `${view} holds the page fast`);
    assert.ok(await page.locator(`#view-${view} .hint`).count(), "nobody says how to zoom");
    assert.equal(await look(), plain, `${view} zooms`);
    await wheel(-60);
    await page.keyboard.down("Control");
    await wheel(-60);
    await page.keyboard.up("Control");
    const near = await look();
    assert.notEqual(near, plain, `${view}: Ctrl and wheel do not zoom`);
    assert.equal(await scrolled(), 0);
    await page.mouse.click(box.x + 200, box.y + 60);
    await settle(page);
    const clicked = await look();
    await wheel(-60);
    assert.notEqual(await look(), clicked, `${view}: the wheel does not zoom after a click`);
    assert.equal(await scrolled(), 0);
    await page.keyboard.press("Escape");
    await wheel(60);
    assert.ok((await scrolled()) > 0, `${view} does not let go`);
    await isQuiet(report);
    await report.close();
  }
});

test("one finger scrolls the page over pictures on a phone", { skip: CHROMIUM_ONLY }, async () => {
  for (const [view, picture] of [
    ["overview", ".mapbox .chart"],
    ["map", ".mapbox .chart"],
    ["diagram", ".diagram canvas"],
    ["borders", ".card:has(h3:text('standing over time')) .chart"],
  ]) {
    const report = await open(examples.run(), {
        view,
        viewport: { width: 390, height: 780 },
        hasTouch: true,
        isMobile: true,
      }),
      { page } = report;
    await settle(page);
    await page.locator(`#view-${view} ${picture}`).scrollIntoViewIfNeeded();
    const box = await page.locator(`#view-${view} ${picture}`).boundingBox(),
      from = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page),
      x = box.x + box.width / 2,
      y = box.y + box.height / 2;
    const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", { x, y });
    for (let step = 1; step <= 10; ++step) await touch("touchMove", { x, y: y - 15 * step });
    await touch("touchEnd");
    await page.waitForTimeout(200);
    const by = (await page.evaluate(() => scrollY)) - from;
    assert.ok(by > 80, `${view}: scrolled by ${by} px`);
    await isQuiet(report);
    await report.close();
  }
});

test("no tab leaves the screen, however long the title", async () => {
  for (const width of [1600, 1280, 1120, 1000, 700, 390]) {
    const report = await open(
        { ...examples.run(), title: "A scenario with a very long name ".repeat(6) },
        { viewport: { width, height: 780 } },
      ),
      { page } = report;
    for (const view of TABS) {
      const box = await page.locator(`#tab-${view}`).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${view} at ${width} px: ${box.x} to ${box.x + box.width}`);
    }
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `wider than ${width}`);
    await report.close();
  }
});

test("everything can be reached with keys alone", async () => {
  const report = await open(examples.run()),
    { page } = report;
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("[role=tab][aria-selected=true]").innerText(), "Map");
  await page.keyboard.press("End");
  assert.equal(await page.locator("[role=tab][aria-selected=true]").innerText(), "Trust");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("[role=tab][aria-selected=true]").innerText(), "Overview");
  await page.keyboard.press("ArrowRight");
  const met = new Set();
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press("Tab");
    met.add(
      await page.evaluate(() =>
        `${document.activeElement.tagName} ${document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent}`.slice(
          0,
          40,
        ),
      ),
    );
  }
  for (const wanted of ["DIV Map of the corridor", "BUTTON Zoom in", "BUTTON ▶ Play", "INPUT Time"])
    assert.ok(
      [...met].some((one) => one.startsWith(wanted)),
      `${wanted} cannot be reached`,
    );
  const unnamed = await page.$$eval("button, select, input, canvas[tabindex]", (all) =>
    all
      .filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.[0]?.textContent.trim()))
      .map((e) => e.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(unnamed, [], "controls without a name");
  await report.close();
});
