// The map on the first screen of a study: of one railway at a time.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, coloursOn, huedPixels, isQuiet, open, pixelsOf, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

after(closeBrowser);

const MAP = ".mapbox .chart";
const shown = (page) => page.locator(".mapbox .shown > span").innerText();
const look = async (page) => {
  await settle(page);
  return page.locator(`${MAP} canvas`).first().screenshot();
};
const useOfFirstLine = async (page) => {
  const row = page.locator(".folded tbody tr", { hasText: "L1 " }).first();
  await row.waitFor(); // it is made as it is unfolded, which takes a moment
  const cells = await row.locator("td").allInnerTexts();
  return [cells[1], cells[2]];
};
const openTables = (page) => page.getByText("as tables").click();

const KINDS = ["sweep", "capacity", "selection", "assessment"];

for (const kind of KINDS) {
  test(`the first screen of a ${kind} has the map, what binds, and where it is`, async () => {
    const report = await open(examples[kind]()),
      { page } = report;
    await settle(page);
    assert.ok((await coloursOn(page, `${MAP} canvas`)) > 20, "nothing is drawn");
    const box = await page.locator(MAP).boundingBox();
    assert.ok(box.y < 500 && box.height >= 280 && box.width > 600, JSON.stringify(box));
    assert.ok((await huedPixels(page, ".mapbox"))[0].hued > 1000, "lines and places without colours");
    const binding = page.locator(".binding li");
    assert.equal(await binding.count(), 3);
    assert.match(await binding.first().innerText(), /70\s%/);
    assert.match(
      await page.locator(".mapbox .legend").innerText(),
      /Width: trains a day, (in all (railways|candidates|years)|at all design points) alike/,
    );
    await isQuiet(report);
    await report.close();
  });

  test(`what binds on the map of a ${kind} is found by keys, with its figures`, async () => {
    const report = await open(examples[kind]()),
      { page } = report,
      told = page.locator(".told");
    assert.match(await told.innerText(), /^Pick a place or a line/);
    const before = await look(page);
    await page.locator(".binding li button").first().focus();
    await page.keyboard.press("Enter");
    assert.match(await told.innerText(), /trains a day, in and out .*, lift .* \d+\s%, customs not used\.$/);
    assert.notDeepEqual(await look(page), before, "the place is not marked");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.match(
      await told.innerText(),
      /^L2 .*trains a day, both ways 2, in use 50\s%; 1,200 km, single track, 1520 mm/,
    );
    assert.equal(await page.locator(".binding li button").count(), 2, "what is nowhere on the map cannot be picked");
    await openTables(page);
    await page.locator(".folded tbody button", { hasText: "L3 " }).focus();
    await page.keyboard.press("Enter");
    assert.match(await told.innerText(), /^L3 .*in use –/);
    await page.locator(MAP).focus();
    await page.keyboard.press("+");
    assert.notDeepEqual(await look(page), before, "keys do not zoom");
    await isQuiet(report);
    await report.close();
  });

  test(`the map of a ${kind} fits a phone, in the dark`, async () => {
    const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true, colorScheme: "dark" };
    const report = await open(examples[kind](), phone),
      { page } = report;
    await settle(page);
    await openTables(page);
    await settle(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, "wider than the screen");
    assert.ok((await coloursOn(page, `${MAP} canvas`)) > 20);
    const sea = await page
      .locator(MAP)
      .evaluate((one) => getComputedStyle(one).backgroundColor.match(/\d+/g).map(Number));
    assert.ok(Math.max(...sea) < 60, `not dark: ${sea}`);
    await report.close();
  });

  test(`the map of a ${kind} is on the first page of paper`, { skip: CHROMIUM_ONLY }, async () => {
    const paper = await open(examples[kind](), { viewport: { width: 1040, height: 1000 } });
    await paper.page.emulateMedia({ media: "print" });
    await paper.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await settle(paper.page);
    const bottom = await paper.page.$eval(`#view-${kind}`, (panel) => {
      const map = panel.querySelector(".mapbox").getBoundingClientRect();
      return map.bottom - panel.getBoundingClientRect().top;
    });
    assert.ok(bottom <= (190 / 25.4) * 96, `${bottom} px do not fit on a page`);
    assert.ok((await coloursOn(paper.page, `${MAP} canvas`)) > 20, "not drawn on paper");
    assert.ok(!(await paper.page.getByText("as tables").isVisible()), "what cannot be opened on paper");
    await paper.close();
  });
}

test("the map of a sweep is of the point that is picked, there or in a picture", async () => {
  const report = await open(examples.sweep()),
    { page } = report,
    picker = page.getByRole("combobox", { name: "Design point" });
  assert.match(await shown(page), /^Design point 0: .*; its first replication\.$/);
  await openTables(page);
  assert.deepEqual(await useOfFirstLine(page), ["12.5\u2009%", "1"]);
  const first = await look(page);
  await picker.selectOption("6");
  assert.match(await shown(page), /^Design point 6: /);
  assert.deepEqual(await useOfFirstLine(page), ["87.5\u2009%", "7"]);
  assert.notDeepEqual(await look(page), first);
  assert.match(await page.locator(".picked").innerText(), /^Point 6: /);
  // The table of design points.
  await page
    .locator("section.table", { hasText: "Design points" })
    .getByRole("button", { name: "2", exact: true })
    .click();
  assert.match(await shown(page), /^Design point 2: /);
  assert.equal(await picker.inputValue(), "2");
  // The last one has no first replication yet: the map says so, and of which point it is.
  assert.equal(await picker.locator("option").count(), 11);
  await page
    .locator("section.table", { hasText: "Design points" })
    .getByRole("button", { name: "11", exact: true })
    .click();
  assert.match(await shown(page), /^There is no map of design point 11\. Design point 2: /);
  await isQuiet(report);
  await report.close();
});

test("the map of a selection is of the best at first, then of who is picked above it, in the table or in the picture", async () => {
  const report = await open(examples.selection()),
    { page } = report,
    picker = page.getByRole("combobox", { name: "Candidate" });
  assert.equal(await shown(page), `${examples.HOSTILE[0]}, selected: means over its 14 replications.`);
  assert.deepEqual(await picker.locator("option").allInnerTexts(), ["as it is", examples.HOSTILE[0], "third"]);
  await openTables(page);
  assert.deepEqual(await useOfFirstLine(page), ["87.5\u2009%", "7"]);
  const best = await look(page);
  await picker.selectOption("2");
  assert.match(await shown(page), /^third, still in: /);
  assert.deepEqual(await useOfFirstLine(page), ["37.5\u2009%", "3"]);
  assert.notDeepEqual(await look(page), best);
  const table = page.locator("section.table", { has: page.getByRole("heading", { name: "Candidates" }) });
  assert.equal(
    await table.locator("tbody tr", { hasText: "fourth" }).locator("button").count(),
    0,
    "no train ran in it",
  );
  await table.getByRole("button", { name: "as it is" }).click();
  assert.match(await shown(page), /^as it is, still in: /);
  assert.equal(await picker.inputValue(), "0");
  const seen = await page.locator(".mapbox").boundingBox();
  assert.ok(seen.y >= 50 && seen.y < 700, `the map is brought into sight, not to ${seen.y}`);
  // Its mark in the picture: 0 is at the left, "as it is" above.
  const chart = page.getByRole("img", { name: "How far candidates are behind the best" });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  const isPicked = async () => (await shown(page)).startsWith("third");
  for (let x = 60; x < box.width && !(await isPicked()); x += 5)
    await page.mouse.click(box.x + x, box.y + 8 + 2.5 * 30);
  assert.ok(await isPicked(), "a click on a mark");
  assert.equal(await picker.inputValue(), "2");
  await isQuiet(report);
  await report.close();
});

test("the larger mark of a selection's picture is the one on the map", async () => {
  const report = await open(examples.selection()),
    { page } = report;
  const picture = `[aria-label="How far candidates are behind the best"]`;
  await settle(page);
  const before = await pixelsOf(page, picture, "#009e73"); // the best one's
  await page.getByRole("combobox", { name: "Candidate" }).selectOption("2");
  await settle(page);
  const now = await pixelsOf(page, picture, "#009e73");
  assert.ok(now > 20 && before > 1.7 * now, `${before} pixels, then ${now}`);
  await report.close();
});

test("the map of an assessment is of the latest year at first, and of one year there is nothing to pick", async () => {
  const data = examples.assessment(),
    name = examples.HOSTILE[0];
  data.years.reverse(); // 2017, 2018
  const report = await open(data),
    { page } = report,
    picker = page.getByRole("combobox", { name: "Year" });
  assert.equal(await shown(page), `2018: ${name} 2018, means over its 20 replications.`);
  await openTables(page);
  assert.deepEqual(await useOfFirstLine(page), ["87.5\u2009%", "7"]);
  const first = await look(page);
  await picker.selectOption({ label: "2017" });
  assert.equal(await shown(page), `2017: ${name} 2017, means over its 20 replications.`);
  assert.deepEqual(await useOfFirstLine(page), ["12.5\u2009%", "1"]);
  assert.notDeepEqual(await look(page), first);
  await isQuiet(report);
  await report.close();
  data.years = data.years.slice(0, 1);
  const alone = await open(data);
  assert.match(await shown(alone.page), /^2017: /);
  assert.equal(await alone.page.getByRole("combobox", { name: "Year" }).count(), 0);
  assert.match(await alone.page.locator(".mapbox .legend").innerText(), /Width: trains a day\./);
  await alone.close();
});

test("a line that has not as many tracks in all candidates is not said to have those of the first", async () => {
  const data = examples.selection();
  data.network.lines[0].tracks = null;
  const report = await open(data),
    { page } = report;
  await openTables(page);
  await page.locator(".folded tbody button", { hasText: "L1 " }).click();
  assert.match(await page.locator(".told").innerText(), /2,500 km, tracks not alike in all, 1435 mm\.$/);
  await report.close();
});

test("a capacity study says what its program says of each railway, and of the bound", async () => {
  const data = examples.capacity(),
    report = await open(data);
  const cards = report.page.locator("#view-capacity .grid2 > section.card");
  for (const [i, title] of ["The railway as it is", `With ${data.steps[1].widened}`].entries()) {
    const card = await cards.filter({ hasText: title }).first().innerText();
    assert.ok(card.includes(data.steps[i].answer) && card.includes(data.steps[i].binds), card);
  }
  assert.ok((await report.page.locator("#view-capacity").innerText()).includes(`The bound: ${data.bound_notes[0]}.`));
  await report.close();
});

test("a capacity study warns of each railway, and says which queues its verdicts go by", async () => {
  const data = examples.capacity();
  const card = (page, title) =>
    page.locator("#view-capacity .grid2 > section.card", { has: page.getByRole("heading", { name: title }) });
  for (const looked of [true, false]) {
    data.points_looked_at = looked;
    data.flows = looked ? "" : "EAST*";
    const report = await open(data);
    const text = await card(report.page, "The railway as it is").innerText();
    assert.ok(text.includes(data.steps[0].imprecise) && text.includes(`${data.steps[0].warnings[0]}.`), text);
    const note = await report.page.getByText("verdicts go by 99").innerText();
    assert.match(note, looked ? /the queue of each service and point alone/ : /each service asked about alone/);
    assert.match(
      note,
      /More than 0\.5\s% left behind \(dashed, level\), or a train of each service where that is more, is too much/,
    );
    await isQuiet(report);
    await report.close();
  }
});

test("where far too much is left behind of any demand, all of it is shown", async () => {
  const data = examples.capacity();
  data.bounds = [];
  data.steps = data.steps.slice(0, 1);
  Object.assign(data.steps[0], { carried: null, not_carried: 1 });
  data.steps[0].trials = [0.19, 0.3].map((left, i) => ({
    ...{ demand: 1 + i, left_behind: [left, 0.01], replications: 5, reason: "", verdict: "not carried" },
  }));
  const report = await open(data),
    { page } = report;
  await settle(page);
  const curve = (await huedPixels(page, "#view-capacity")).find(({ label }) => label.startsWith("Share of demand"));
  assert.ok(curve.hued > 200, `${curve.hued} pixels of marks and lines`);
  assert.equal(await page.getByRole("button", { name: "near the limit" }).count(), 0, "nothing is near it");
  await isQuiet(report);
  await report.close();
});

test("settings of a sweep are shown in its table as they were set", async () => {
  const data = examples.sweep();
  data.points.forEach((point, i) => {
    point.settings[0] = 17.273 + i;
  });
  const report = await open(data);
  const rows = report.page.locator("section.table", { hasText: "Design points" }).locator("tbody tr");
  assert.equal(await rows.first().locator("td").nth(1).innerText(), "17.273");
  await report.close();
});

test("the map of a capacity study is of the railway as it is, or with more of what binds", async () => {
  const report = await open(examples.capacity()),
    { page } = report;
  assert.equal(await shown(page), "The railway as it is at 3.90 times the demand, the most that is surely carried.");
  const first = await look(page);
  await page.getByRole("combobox", { name: "Railway" }).selectOption("1");
  assert.match(await shown(page), /^The railway with .* at 7\.80 times the demand, the most that is surely carried\.$/);
  assert.notDeepEqual(await look(page), first);
  await isQuiet(report);
  await report.close();
  const single = examples.capacity();
  single.steps = single.steps.slice(0, 1);
  single.steps[0].carried = null;
  const alone = await open(single);
  assert.match(await shown(alone.page), /3\.90 times the demand, the least that was tried: none is carried\.$/);
  assert.equal(await alone.page.getByRole("combobox", { name: "Railway" }).count(), 0, "nothing to choose from");
  await alone.close();
  single.steps[0].on_map.demand = 3.95;
  const unclear = await open(single);
  assert.match(await shown(unclear.page), /3\.95 times the demand, the most that may be carried: none surely is\.$/);
  await unclear.close();
});

for (const kind of KINDS) {
  test(`a ${kind} without figures of lines says why it has no map`, async () => {
    const data = examples[kind]();
    delete data.network;
    delete data.resources;
    data.map_note = `There is no map: ${examples.HOSTILE[0]}.`;
    for (const one of data.points ?? data.steps ?? data.candidates ?? data.years) one.on_map = null;
    const report = await open(data);
    assert.equal(await report.page.locator(".mapbox").count(), 0);
    assert.equal(await report.page.locator(".first > .note").innerText(), data.map_note);
    await isQuiet(report);
    await report.close();
  });
}

test("the first map of a sweep is that of the scenario as it is, if a point leaves it so", async () => {
  const { firstOnMap } = await load("sweep_map");
  const at = (settings, on_map = {}) => ({ settings, on_map });
  const data = (scale, points) => ({ factors: [{ scale }, { scale: true }], points });
  assert.equal(firstOnMap(data(true, [at([0.5, 1]), at([1, 1]), at([2, 1])])), 1);
  assert.equal(firstOnMap(data(true, [at([0.5, 1], null), at([1, 1], null), at([2, 1])])), 2);
  assert.equal(firstOnMap(data(false, [at([3, 1]), at([1, 1])])), 0);
  assert.equal(firstOnMap(data(true, [])), -1);
});

test("numbers of what binds at one spot, or near, stand side by side", async () => {
  const { sideBySide } = await load("map_marks");
  assert.deepEqual(sideBySide([[10, 10], [200, 10], [10, 10], [14, 20], [10, 40]]), [0, 0, 19, -23, 0]); // prettier-ignore
  assert.deepEqual(sideBySide([]), []);
});
