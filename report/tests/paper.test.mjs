// On paper.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, coloursOn, isQuiet, open, settle, style } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { VIEWS } from "./all_views.mjs";

after(closeBrowser);

test("the dark theme is not printed, and comes back", { skip: CHROMIUM_ONLY }, async () => {
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

test("on paper all views stand one after the other, without links or controls", { skip: CHROMIUM_ONLY }, async () => {
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

test(
  "a table of many columns is printed as several that can be read, and comes back",
  { skip: CHROMIUM_ONLY },
  async () => {
    const data = examples.sweep();
    data.kpis = Array.from({ length: 40 }, (_, i) => ({
      key: `k${i}`,
      name: `waiting at place number ${i}`,
      unit: "h",
    }));
    data.points.forEach((point, i) => {
      point.values = data.kpis.map((_, k) => [100 * i + k, 1]);
    });
    const report = await open(data, { viewport: { width: 1040, height: 1000 } }),
      { page } = report;
    const tables = page.locator("section.table", { has: page.getByRole("heading", { name: "Design points" }) });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const seen = await tables.locator("table:visible").evaluateAll((all) =>
      all.map((one) => ({
        zoom: Number(one.style.zoom),
        heads: [...one.tHead.rows[0].cells].map((cell) => cell.textContent),
        cells: [...new Set([...one.tBodies[0].rows].map((row) => row.cells.length))],
        cut: one.parentElement.scrollWidth > one.parentElement.clientWidth + 1,
      })),
    );
    assert.ok(seen.length > 1);
    for (const one of seen) {
      assert.ok(one.zoom >= 0.55, `letters of ${one.zoom} of their size`);
      assert.deepEqual(one.heads.slice(0, 3), ["Point", data.factors[0].name, "rule"], "which point it is");
      assert.deepEqual(one.cells, [one.heads.length]);
      assert.ok(!one.cut);
    }
    assert.equal(new Set(seen.flatMap((one) => one.heads)).size, 3 + 40 + 3, "every column is printed");
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    assert.equal(await tables.locator("table").count(), 1);
    assert.ok(await tables.locator("table").isVisible());
    await isQuiet(report);
    await report.close();
  },
);

test("on paper nothing looks like a link, or asks to be picked", { skip: CHROMIUM_ONLY }, async () => {
  const report = await open(examples.sweep()),
    { page } = report;
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await style(page, ".link", "textDecorationLine"), ["none"]);
  assert.equal(await page.locator(".told:visible, .picked:visible").count(), 0);
  await page.emulateMedia({ media: "screen" });
  await page.locator("#view-sweep tbody tr").first().getByRole("button").press("Enter");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".picked:visible").count(), 1, "what was picked is printed");
  await report.close();
});
