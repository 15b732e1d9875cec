// Every view of every kind of report in a real browser: drawn, quiet, offline, harmless, usable by keys and on paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeBrowser, coloursOn, go, huedPixels, isQuiet, open, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

after(closeBrowser);

const { project } = await load("projection");

const VIEWS = {
  run: ["overview", "map", "diagram", "journeys", "borders", "lines", "trust"], toy: ["overview", "map", "diagram", "journeys", "borders", "lines", "trust"],
  comparison: ["comparison", "trust"], sweep: ["sweep", "trust"], capacity: ["capacity", "trust"],
};

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
    const report = await open(examples[kind]()), { page } = report;
    for (const view of views) {
      await go(page, view);
      await settle(page);
      assert.ok((await page.locator(`#view-${view}`).innerText()).length > 40, `${view} says nothing`);
      const charts = page.locator(`#view-${view} canvas`), count = await charts.count();
      for (let i = 0; i < count; ++i) assert.ok((await charts.nth(i).boundingBox()).width > 100, `${view}: picture ${i} has no width`);
      if (kind !== "toy") await allDrawn(page, view);
      if (view !== "trust" && kind !== "toy") assert.ok(count > 0 && (await coloursOn(page, `#view-${view} canvas`)) > 3, `${view} has no picture`);
    }
    await isQuiet(report);
    await report.close();
  });
}

test("names are shown as they are, letter by letter", async () => {
  const report = await open(examples.run()), { page } = report;
  assert.equal(await page.title(), `${examples.HOSTILE[0]} – Landbridge`);
  assert.equal(await page.locator("header h1").innerText(), `${examples.HOSTILE[0]}Landbridge`);
  await go(page, "map");
  assert.equal(await page.locator(".detail h2").innerText(), examples.HOSTILE[1]);
  // Tooltips are the place where charts would take text for HTML.
  const box = await page.locator("#view-map .mapbox canvas").first().boundingBox();
  let tips = 0;
  for (let x = 20; x < box.width; x += 12) for (let y = 40; y < box.height; y += 40) {
    await page.mouse.move(box.x + x, box.y + y);
    tips += await page.locator("#view-map .mapbox .tip").count();
    if (tips > 3) { x = box.width; break; }
  }
  assert.ok(tips > 0, "no tooltip was met");
  await isQuiet(report);
  await report.close();
});

test("the first screen holds question, answer, figures with intervals, what binds and the map", async () => {
  const report = await open(examples.run()), { page } = report;
  for (const part of [".question", ".answer", ".figures", ".mapbox", ".binding"]) {
    const box = await page.locator(`#view-overview ${part}`).boundingBox();
    assert.ok(box.y + Math.min(box.height, 200) <= 800, `${part} begins below the first screen`);
  }
  assert.match(await page.locator(".figure").first().innerText(), /TEU delivered\s+301,383 ± 1,116 TEU/);
  assert.match(await page.locator(".binding li").first().innerText(), /60.%/);
  assert.doesNotMatch(await page.locator(".binding").innerText(), /9,999/, "formation is no resource");
  await report.close();
});

// Where the map puts places at first: all of them in the middle, as large as fits (src/map.ts).
function placesOn(box, plane) {
  const [xs, ys] = [0, 1].map((axis) => plane.map((p) => p[axis])), span = (v) => [Math.min(...v), Math.max(...v)];
  const [[west, east], [south, north]] = [span(xs), span(ys)];
  const scale = Math.min(box.width / ((east - west) * 1.1), box.height / ((north - south) * 1.2));
  return plane.map(([x, y]) => [box.x + box.width / 2 + (x - (west + east) / 2) * scale, box.y + box.height / 2 - (y - (south + north) / 2) * scale]);
}

test("a click on a place shows its stages, waits and queue; a click on a line its use", async () => {
  const report = await open(examples.run(), { view: "map" }), { page } = report;
  await settle(page);
  const box = await page.locator("#view-map .mapbox canvas").first().boundingBox(), { points } = examples.network();
  const places = placesOn(box, points.map((p) => project([p.lon, p.lat])));
  const show = () => page.locator(".detail h2").innerText();
  for (const [i, [x, y]] of places.entries()) {
    await page.mouse.click(x, y);
    assert.equal(await show(), points[i].name);
  }
  for (const [from, to] of [[0, 1], [2, 3]]) {
    await page.mouse.click((places[from][0] + places[to][0]) / 2, (places[from][1] + places[to][1]) / 2);
    assert.equal(await show(), `${points[from].name} – ${points[to].name}`);
  }
  await page.getByRole("combobox", { name: "Place", exact: true }).selectOption("1");
  const text = await page.locator(".detail").innerText();
  for (const word of ["local time (Asia/Almaty)", "longest queue", "customs", "lift", "MON 08:00-20:00", "westbound, change of gauge", "Waits by cause"]) assert.ok(text.includes(word), word);
  await isQuiet(report);
  await report.close();
});

test("the slider and the player move time, and trains with it", async () => {
  const report = await open(examples.run(), { view: "map" }), { page } = report;
  await settle(page);
  const picture = () => page.locator("#view-map .mapbox canvas").first().screenshot();
  const slider = page.locator("#view-map .player input[type=range]"), time = page.locator("#view-map .player output");
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
  const report = await open(examples.run(), { view: "map" }), { page } = report;
  await page.getByRole("button", { name: "中文" }).click();
  assert.match(await page.locator(".detail h2").innerText(), /边境/);
  await page.getByRole("button", { name: "Рус" }).click();
  assert.match(await page.locator(".detail h2").innerText(), /Граница/);
  await isQuiet(report);
  await report.close();
});

test("the diagram zooms, moves, changes its way, and shows a train under the pointer", async () => {
  const report = await open(examples.run(), { view: "diagram" }), { page } = report;
  await settle(page);
  const canvas = page.locator("#view-diagram .diagram canvas"), picture = () => canvas.screenshot();
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
  await page.getByLabel("unhindered").check();
  await settle(page);
  assert.ok((await coloursOn(page, "#view-diagram .diagram canvas")) > 8);
  assert.match(await page.locator("#view-diagram .table h3").innerText(), /Trains over this way \(40\)/);
  await isQuiet(report);
  await report.close();
});

test("tables sort, filter, open whole and leave as CSV", async () => {
  const report = await open(examples.run(), { view: "lines" }), { page } = report;
  const lines = page.locator("section.table", { has: page.getByRole("heading", { name: "All lines" }) });
  await lines.getByRole("button", { name: "Length" }).click();
  assert.match(await lines.locator("tbody tr").first().innerText(), /L3/);
  await lines.getByRole("button", { name: "Length" }).click();
  assert.match(await lines.locator("tbody tr").first().innerText(), /L2/);
  await lines.getByRole("searchbox").fill("l1 ");
  assert.equal(await lines.locator("tbody tr").count(), 1);
  const waiting = page.waitForEvent("download");
  await lines.getByRole("button", { name: /CSV/ }).click();
  const download = await waiting, text = readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "lines.csv");
  await lines.getByRole("searchbox").fill("");
  const idsOf = async () => (await lines.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t")[1]);
  for (const order of [["L2", "L3", "L1"], ["L3", "L2", "L1"]]) {
    await lines.getByRole("button", { name: "Paths in use" }).click();
    assert.deepEqual(await idsOf(), order, "no limit, and so no use, comes last both ways");
  }
  assert.equal(text.trim().split("\r\n").length, 4, "a header and all three lines, filtered or not");
  assert.match(text, /"L1 <img src=x onerror=""window\.harmed = 2"">"/);
  await isQuiet(report);
  await report.close();
});

test("a point picked in one picture of a sweep is marked in the others", async () => {
  const report = await open(examples.sweep()), { page } = report;
  await settle(page);
  const charts = page.locator(".linked canvas"), before = await charts.nth(1).screenshot();
  const heat = await charts.nth(2).boundingBox();
  await page.mouse.click(heat.x + heat.width * 0.8, heat.y + heat.height * 0.3);
  await settle(page);
  assert.match(await page.locator("[aria-live]").innerText(), /^Point \d+: /);
  await page.mouse.move(0, 0);
  assert.notDeepEqual(await charts.nth(1).screenshot(), before);
  await isQuiet(report);
  await report.close();
});

test("what binds is numbered on the map, and a click on it shows it there", async () => {
  const report = await open(examples.run()), { page } = report;
  await settle(page);
  const { points } = examples.network(), rows = page.locator(".binding li");
  assert.deepEqual(await rows.locator(".rank").allInnerTexts(), ["1", "2"]);
  assert.match(await page.locator(".binding > .note").last().innerText(), /at most 70.%/);
  await rows.first().getByRole("button").click();
  assert.equal(await page.locator(".detail h2").innerText(), `${points[1].name} – ${points[2].name}`);
  await go(page, "overview");
  await rows.nth(1).getByRole("button").click();
  assert.equal(await page.locator(".detail h2").innerText(), points[1].name);
  // The number lies on the line: without what binds the middle of it has another colour.
  const accent = (picture) => picture.evaluate((canvas) => {
    const { width, height } = canvas, all = canvas.getContext("2d").getImageData(0, 0, width, height).data;
    let count = 0;
    for (let i = 0; i < all.length; i += 4) count += all[i] === 0x0b && all[i + 1] === 0x5a && all[i + 2] === 0x8f ? 1 : 0;
    return count;
  });
  const without = await open({ ...examples.run(), waits: [] });
  await settle(without.page);
  await go(page, "overview");
  const [marked, plain] = [await accent(page.locator("#view-overview canvas").first()), await accent(without.page.locator("#view-overview canvas").first())];
  assert.ok(marked > plain + 2 * 80, `${marked} and ${plain} pixels of numbers`);
  await isQuiet(report);
  await without.close();
  await report.close();
});

test("when it is normal again stands on the first screen, and the diagram says what is shaded", async () => {
  const report = await open(examples.run()), { page } = report;
  const row = await page.locator("#view-overview tbody tr").first().innerText();
  for (const text of [examples.HOSTILE[1], "2 Jan 2017, 09:20", "3 Jan 2017, 02:00", "3 Jan 2017, 11:00", "4.00 ± 1.00"]) assert.ok(row.includes(text.replace(/\.00/g, "")) || row.includes(text), `${text} in ${row}`);
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

// WCAG 2: relative luminance and contrast.
function contrast(a, b) {
  const luminance = (rgb) => rgb.map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)).reduce((s, c, i) => s + c * [0.2126, 0.7152, 0.0722][i], 0);
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: text has a contrast of at least 4.5 (AA), and the toggle wins over the system`, async () => {
    const report = await open(examples.run(), { colorScheme }), { page } = report;
    const colours = () => page.evaluate(() => Object.fromEntries(["--ink", "--muted", "--accent", "--warn", "--card", "--page", "--warn-soft", "--land"].map((name) => {
      const probe = document.createElement("i");
      probe.style.color = `var(${name})`;
      document.body.append(probe);
      const rgb = getComputedStyle(probe).color.match(/\d+/g).map(Number);
      probe.remove();
      return [name, rgb];
    })));
    const now = await colours();
    for (const [text, back] of [["--ink", "--card"], ["--ink", "--page"], ["--muted", "--card"], ["--muted", "--page"], ["--accent", "--card"], ["--card", "--accent"], ["--warn", "--warn-soft"], ["--ink", "--land"]])
      assert.ok(contrast(now[text], now[back]) >= 4.5, `${text} on ${back}: ${contrast(now[text], now[back]).toFixed(2)}`);
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
      const report = await open(examples[kind](), { viewport: { width, height: 780 }, hasTouch: true, isMobile: true }), { page } = report;
      for (const view of VIEWS[kind]) {
        await go(page, view);
        await settle(page);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${kind}, ${view} is wider than the screen`);
      }
      await isQuiet(report);
      await report.close();
    }
  });
}

test("a map of what-ifs has the widths of the one that is picked, and says of what they are", async () => {
  const report = await open(examples.comparison()), { page } = report, map = page.locator("#view-comparison .mapbox canvas").first();
  await settle(page);
  assert.match(await page.locator("#view-comparison .legend").innerText(), /Width: trains, in all scenarios alike\.$/);
  const base = await map.screenshot();
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("2");
  await settle(page);
  assert.notDeepEqual(await map.screenshot(), base, "other trains, the same picture");
  await isQuiet(report);
  await report.close();
});

test("a design point is picked in the table by keys", async () => {
  const report = await open(examples.sweep()), { page } = report;
  await page.locator("#view-sweep tbody tr").nth(2).getByRole("button").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#view-sweep [aria-live]").innerText(), /^Point 2: /);
  await isQuiet(report);
  await report.close();
});

test("the dark theme is not printed, and comes back", async () => {
  const report = await open(examples.run(), { colorScheme: "dark" }), { page } = report;
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color.match(/\d+/g).map(Number)[0]);
  const dark = await ink();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.ok((await ink()) < 80 && dark > 180);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await ink(), dark);
  await report.close();
});

test("on paper all views stand one after the other, without links or controls", async () => {
  const report = await open(examples.run()), { page } = report;
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await settle(page);
  for (const view of VIEWS.run) assert.ok(await page.locator(`#view-${view}`).isVisible(), view);
  for (const control of ["[role=tablist]", ".tools", ".zoom", ".player", ".quiet", "input[type=search]"])
    assert.equal(await page.locator(control).locator("visible=true").count(), 0, control);
  assert.equal(await page.locator("a[href]:visible").count(), 0, "links");
  const cut = await page.locator(".table .scroll").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  assert.equal(cut, 0, "tables that are cut off");
  assert.ok((await coloursOn(page, "#view-map canvas")) > 20, "the map is drawn before any frame");
  assert.equal(await page.locator("canvas:nth-of-type(2):visible").count(), 0, "a second layer would cover the first in white");
  const pdf = await page.pdf();
  assert.ok(pdf.length > 50000, `${pdf.length} bytes are no report`);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.locator("[role=tabpanel]:visible").count(), 1);
  await isQuiet(report);
  await report.close();
});

test("data of another format are refused in words", async () => {
  const report = await open({ ...examples.run(), format: "landbridge-report-9" }), { page } = report;
  assert.match(await page.locator("main").innerText(), /cannot be shown\s+.*landbridge-report-9/);
  await isQuiet(report);
  await report.close();
});
