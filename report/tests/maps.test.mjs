// Maps: places and lines are picked, time is played, what binds is numbered.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, go, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

after(closeBrowser);

const { project } = await load("projection");

// Where the map puts places at first: all of them in the middle, as large as fits (src/map.ts).
function placesOn(box, plane) {
  const [xs, ys] = [0, 1].map((axis) => plane.map((p) => p[axis])),
    span = (v) => [Math.min(...v), Math.max(...v)];
  const [[west, east], [south, north]] = [span(xs), span(ys)];
  const scale = Math.min(box.width / ((east - west) * 1.1), box.height / ((north - south) * 1.2));
  return plane.map(([x, y]) => [
    box.x + box.width / 2 + (x - (west + east) / 2) * scale,
    box.y + box.height / 2 - (y - (south + north) / 2) * scale,
  ]);
}

test("a click on a place shows its stages, waits and queue; a click on a line its use", async () => {
  const report = await open(examples.run(), { view: "map" }),
    { page } = report;
  await settle(page);
  const box = await page.locator("#view-map .mapbox canvas").first().boundingBox(),
    { points } = examples.network();
  const places = placesOn(
    box,
    points.map((p) => project([p.lon, p.lat])),
  );
  const show = () => page.locator(".detail h2").innerText();
  for (const [i, [x, y]] of places.entries()) {
    await page.mouse.click(x, y);
    assert.equal(await show(), points[i].name);
  }
  for (const [from, to] of [
    [0, 1],
    [2, 3],
  ]) {
    await page.mouse.click((places[from][0] + places[to][0]) / 2, (places[from][1] + places[to][1]) / 2);
    assert.equal(await show(), `${points[from].name} – ${points[to].name}`);
  }
  await page.getByRole("combobox", { name: "Place", exact: true }).selectOption("1");
  const text = await page.locator(".detail").innerText();
  for (const word of [
    "local time (Asia/Almaty)",
    "longest queue",
    "customs",
    "lift",
    "MON 08:00-20:00",
    "westbound, change of gauge",
    "Waits by cause",
  ])
    assert.ok(text.includes(word), word);
  await isQuiet(report);
  await report.close();
});

test("the slider and the player move time, and trains with it", async () => {
  const report = await open(examples.run(), { view: "map" }),
    { page } = report;
  await settle(page);
  const picture = () => page.locator("#view-map .mapbox canvas").first().screenshot();
  const slider = page.locator("#view-map .player input[type=range]"),
    time = page.locator("#view-map .player output");
  assert.match(await time.innerText(), /Jan 2017, \d\d:\d\d UTC$/);
  await slider.fill("1440");
  assert.equal(await time.innerText(), "2 Jan 2017, 00:00 UTC");
  const before = await picture();
  await slider.fill("4320");
  assert.equal(await time.innerText(), "4 Jan 2017, 00:00 UTC");
  await settle(page);
  assert.notDeepEqual(await picture(), before, "trains stand still");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await time.innerText(), "4 Jan 2017, 00:30 UTC");
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction(() => Number(document.querySelector("#view-map .player input").value) > 4800);
  await page.getByRole("button", { name: "Pause" }).click();
  const stopped = await time.innerText();
  await settle(page);
  assert.equal(await time.innerText(), stopped);
  await isQuiet(report);
  await report.close();
});

test("names of places in Chinese and Cyrillic where the data have them", async () => {
  const report = await open(examples.run(), { view: "map" }),
    { page } = report;
  await page.getByRole("button", { name: "中文" }).click();
  assert.match(await page.locator(".detail h2").innerText(), /边境/);
  await page.getByRole("button", { name: "Рус" }).click();
  assert.match(await page.locator(".detail h2").innerText(), /Граница/);
  await isQuiet(report);
  await report.close();
});

test("what binds is numbered on the map, and a click on it shows it there", async () => {
  const report = await open(examples.run()),
    { page } = report;
  await settle(page);
  const { points } = examples.network(),
    rows = page.locator(".binding li");
  assert.deepEqual(await rows.locator(".rank").allInnerTexts(), ["1", "2"]);
  assert.match(await page.locator(".binding > .note").last().innerText(), /at most 70.%/);
  assert.equal(await page.locator(".binding").getByText("by a paired run").count(), 1, "whether it does");
  await rows.first().getByRole("button").click();
  assert.equal(await page.locator(".detail h2").innerText(), `${points[1].name} – ${points[2].name}`);
  await go(page, "overview");
  await rows.nth(1).getByRole("button").click();
  assert.equal(await page.locator(".detail h2").innerText(), points[1].name);
  // The number lies on the line: without what binds the middle of it has another colour.
  const accent = (picture) =>
    picture.evaluate((canvas) => {
      const { width, height } = canvas,
        all = canvas.getContext("2d").getImageData(0, 0, width, height).data;
      let count = 0;
      for (let i = 0; i < all.length; i += 4)
        count += all[i] === 0x0b && all[i + 1] === 0x5a && all[i + 2] === 0x8f ? 1 : 0;
      return count;
    });
  const unasked = await open({ ...examples.run(), confirmation: null });
  assert.equal(await unasked.page.getByText("by a paired run").count(), 0);
  await unasked.close();
  const without = await open({ ...examples.run(), waits: [] });
  await settle(without.page);
  await go(page, "overview");
  const [marked, plain] = [
    await accent(page.locator("#view-overview canvas").first()),
    await accent(without.page.locator("#view-overview canvas").first()),
  ];
  assert.ok(marked > plain + 2 * 80, `${marked} and ${plain} pixels of numbers`);
  await isQuiet(report);
  await without.close();
  await report.close();
});

test("a map of what-ifs has the widths of the one that is picked, and says of what they are", async () => {
  const report = await open(examples.comparison()),
    { page } = report,
    map = page.locator("#view-comparison .mapbox canvas").first();
  await settle(page);
  assert.match(
    await page.locator("#view-comparison .mapbox .legend").innerText(),
    /Width: trains a day, in all scenarios alike\. Circles: servers, bays$/,
  );
  const base = await map.screenshot();
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("2");
  await settle(page);
  assert.notDeepEqual(await map.screenshot(), base, "other trains, the same picture");
  await isQuiet(report);
  await report.close();
});
