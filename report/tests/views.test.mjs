// Every view of every kind of report in a real browser: drawn, quiet, offline, harmless.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { VIEWS } from "./all_views.mjs";
import { closeBrowser, coloursOn, go, huedPixels, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

// Large pictures are drawn over some frames.
async function allDrawn(page, view) {
  for (let left = 50; ; --left) {
    const empty = (await huedPixels(page, `#view-${view}`)).filter(({ hued }) => hued <= 20).map(({ label }) => label);
    if (empty.length === 0) return;
    assert.ok(left > 0, `${view}: nothing is drawn in “${empty.join("”, “")}”`);
    await settle(page);
  }
}

for (const [kind, views] of Object.entries(VIEWS)) {
  test(`${kind}: each view is drawn, without errors, requests or harm from names`, async () => {
    const report = await open(examples[kind]()),
      { page } = report;
    for (const view of views) {
      await go(page, view);
      await settle(page);
      assert.ok((await page.locator(`#view-${view}`).innerText()).length > 40, `${view} says nothing`);
      const charts = page.locator(`#view-${view} canvas`),
        count = await charts.count();
      for (let i = 0; i < count; ++i)
        assert.ok((await charts.nth(i).boundingBox()).width > 100, `${view}: picture ${i} has no width`);
      if (kind !== "toy") await allDrawn(page, view);
      if (view !== "trust" && kind !== "toy")
        assert.ok(count > 0 && (await coloursOn(page, `#view-${view} canvas`)) > 3, `${view} has no picture`);
    }
    await isQuiet(report);
    await report.close();
  });
}

test("names are shown as they are, letter by letter", async () => {
  const report = await open(examples.run()),
    { page } = report;
  assert.equal(await page.title(), `${examples.HOSTILE[0]} – Landbridge`);
  assert.equal(await page.locator("header h1").innerText(), `${examples.HOSTILE[0]}Landbridge`);
  await go(page, "map");
  assert.equal(await page.locator(".detail h2").innerText(), examples.HOSTILE[1]);
  // Tooltips are the place where charts would take text for HTML.
  const box = await page.locator("#view-map .mapbox canvas").first().boundingBox();
  let tips = 0;
  for (let x = 20; x < box.width; x += 12)
    for (let y = 40; y < box.height; y += 40) {
      await page.mouse.move(box.x + x, box.y + y);
      tips += await page.locator("#view-map .mapbox .tip").count();
      if (tips > 3) {
        x = box.width;
        break;
      }
    }
  assert.ok(tips > 0, "no tooltip was met");
  await isQuiet(report);
  await report.close();
});

test("a sweep of which no replication is complete says so", async () => {
  const data = examples.sweep(3);
  delete data.network;
  data.map_note = "There is no map yet: no replication is complete.";
  data.warnings = ["Not finished: 0 of 3 replications are complete"];
  data.figures = data.kpis = [];
  data.points.forEach((point) => Object.assign(point, { values: [], replications: 0, on_map: null }));
  const report = await open(data);
  const text = await report.page.locator("#view-sweep").innerText();
  for (const said of [data.map_note, data.warnings[0], "Design points"]) assert.ok(text.includes(said), said);
  assert.equal(await report.page.locator("#view-sweep tbody tr").count(), 3);
  await isQuiet(report);
  await report.close();
});

test("the first screen holds question, answer, figures with intervals, what binds and the map", async () => {
  const report = await open(examples.run()),
    { page } = report;
  for (const part of [".question", ".answer", ".figures", ".mapbox", ".binding"]) {
    const box = await page.locator(`#view-overview ${part}`).boundingBox();
    assert.ok(box.y + Math.min(box.height, 200) <= 800, `${part} begins below the first screen`);
  }
  assert.match(await page.locator(".figure").first().innerText(), /TEU delivered\s+301,383 ± 1,116 TEU/);
  assert.match(await page.locator(".binding li").first().innerText(), /60.%/);
  assert.doesNotMatch(await page.locator(".binding").innerText(), /9,999/, "formation is no resource");
  await report.close();
});

test("data of another format are refused in words", async () => {
  const report = await open({ ...examples.run(), format: "landbridge-report-9" }),
    { page } = report;
  assert.match(await page.locator("main").innerText(), /cannot be shown\s+.*landbridge-report-9/);
  await isQuiet(report);
  await report.close();
});
