// Light and dark, narrow and on paper.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, coloursOn, go, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { VIEWS } from "./all_views.mjs";

after(closeBrowser);

// WCAG 2: relative luminance and contrast.
function contrast(a, b) {
  const luminance = (rgb) =>
    rgb
      .map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((s, c, i) => s + c * [0.2126, 0.7152, 0.0722][i], 0);
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: text has a contrast of at least 4.5 (AA), and the toggle wins over the system`, async () => {
    const report = await open(examples.run(), { colorScheme }),
      { page } = report;
    const colours = () =>
      page.evaluate(() =>
        Object.fromEntries(
          ["--ink", "--muted", "--accent", "--warn", "--card", "--page", "--warn-soft", "--land"].map((name) => {
            const probe = document.createElement("i");
            probe.style.color = `var(${name})`;
            document.body.append(probe);
            const rgb = getComputedStyle(probe).color.match(/\d+/g).map(Number);
            probe.remove();
            return [name, rgb];
          }),
        ),
      );
    const now = await colours();
    for (const [text, back] of [
      ["--ink", "--card"],
      ["--ink", "--page"],
      ["--muted", "--card"],
      ["--muted", "--page"],
      ["--accent", "--card"],
      ["--card", "--accent"],
      ["--warn", "--warn-soft"],
      ["--ink", "--land"],
    ])
      assert.ok(
        contrast(now[text], now[back]) >= 4.5,
        `${text} on ${back}: ${contrast(now[text], now[back]).toFixed(2)}`,
      );
    // Trains on the map are of the one with a rim of the other: one of them has 3:1 on whatever lies below.
    assert.ok(contrast(now["--ink"], now["--card"]) >= 9);
    assert.equal(now["--card"][0] < 128, colorScheme === "dark");
    await page.getByLabel("Colours").selectOption(colorScheme === "dark" ? "light" : "dark");
    assert.equal((await colours())["--card"][0] < 128, colorScheme !== "dark");
    await isQuiet(report);
    await report.close();
  });
}

for (const width of [360, 390]) {
  test(`nothing sticks out at ${width} px`, async () => {
    for (const kind of ["run", "comparison", "sweep", "capacity"]) {
      const report = await open(examples[kind](), { viewport: { width, height: 780 }, hasTouch: true, isMobile: true }),
        { page } = report;
      for (const view of VIEWS[kind]) {
        await go(page, view);
        await settle(page);
        assert.ok(
          (await page.evaluate(() => document.documentElement.scrollWidth)) <= width,
          `${kind}, ${view} is wider than the screen`,
        );
      }
      await isQuiet(report);
      await report.close();
    }
  });
}

test("the dark theme is not printed, and comes back", async () => {
  const report = await open(examples.run(), { colorScheme: "dark" }),
    { page } = report;
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color.match(/\d+/g).map(Number)[0]);
  const dark = await ink();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.ok((await ink()) < 80 && dark > 180);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await ink(), dark);
  await report.close();
});

test("on paper all views stand one after the other, without links or controls", async () => {
  const report = await open(examples.run()),
    { page } = report;
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await settle(page);
  for (const view of VIEWS.run) assert.ok(await page.locator(`#view-${view}`).isVisible(), view);
  for (const control of ["[role=tablist]", ".tools", ".zoom", ".player", ".quiet", "input[type=search]"])
    assert.equal(await page.locator(control).locator("visible=true").count(), 0, control);
  assert.equal(await page.locator("a[href]:visible").count(), 0, "links");
  const cut = await page
    .locator(".table .scroll")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  assert.equal(cut, 0, "tables that are cut off");
  assert.ok((await coloursOn(page, "#view-map canvas")) > 20, "the map is drawn before any frame");
  assert.equal(
    await page.locator("canvas:nth-of-type(2):visible").count(),
    0,
    "a second layer would cover the first in white",
  );
  const pdf = await page.pdf();
  assert.ok(pdf.length > 50000, `${pdf.length} bytes are no report`);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.locator("[role=tabpanel]:visible").count(), 1);
  await isQuiet(report);
  await report.close();
});
