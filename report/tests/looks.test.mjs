// Light and dark, and narrow.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  CHROMIUM_ONLY,
  closeBrowser,
  coloursOn,
  go,
  huedSpan,
  isQuiet,
  open,
  pixelsOf,
  settle,
  style,
} from "./browser.mjs";
import { contrast } from "./colours.mjs";
import * as examples from "./examples.mjs";
import { VIEWS } from "./all_views.mjs";

after(closeBrowser);

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

// As variants are called after what is changed.
const LONG = "gauge_changes/MALASZEWICZE_TERMINAL.lift/lifts_per_hour_of_each_bay";

for (const width of [360, 390]) {
  test(`nothing sticks out at ${width} px`, async () => {
    for (const kind of ["run", "comparison", "selection", "assessment", "sweep", "capacity"]) {
      const data = examples[kind]();
      if (kind === "comparison") data.scenarios[1].name = `toy with ${LONG}`;
      if (kind === "selection") data.candidates[1].name = `toy with ${LONG}`;
      const report = await open(data, { viewport: { width, height: 780 }, hasTouch: true, isMobile: true }),
        { page } = report;
      for (const view of VIEWS[kind]) {
        await go(page, view);
        await settle(page);
        assert.ok(
          (await page.evaluate(() => document.documentElement.scrollWidth)) <= width,
          `${kind}, ${view} is wider than the screen`,
        );
        const cut = await page
          .locator(".figure:visible")
          .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
        assert.equal(cut, 0, `${kind}, ${view}: figures beside their column`);
      }
      await isQuiet(report);
      await report.close();
    }
  });
}

test("six large figures with large intervals stay in their columns", async () => {
  const data = examples.comparison();
  const figure = { label: "waiting for a path at the border", unit: "container-h", value: [-560731000, 344078000] };
  data.figures = Array.from({ length: 6 }, () => figure);
  const report = await open(data);
  const cut = await report.page
    .locator(".figure")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  assert.equal(cut, 0);
  await report.close();
});

// Where marks stand is what they show: most of a narrow picture is theirs, not of the names beside them.
test("on a phone pictures with names beside them have room for what they show", async () => {
  const data = examples.comparison(),
    [row] = data.trust.published;
  data.trust.published = [0.26, 1, 3.9].map((ratio) => ({
    ...row,
    observable: "a travel time with a long name",
    scope: "from one place to another",
    simulated: [ratio * row.published, 3],
  }));
  data.scenarios[1].kpis[0].name = "watch from one border to another: mean days";
  const report = await open(data, { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }),
    { page } = report;
  for (const [view, label] of [
    ["comparison", "Differences in per cent of the base"],
    ["trust", "Simulated over published figures"],
  ]) {
    await go(page, view);
    await settle(page);
    const span = await huedSpan(page, `[aria-label="${label}"]`);
    assert.ok(span > 90, `${label}: ${span} px from the first mark to the last`);
  }
  await isQuiet(report);
  await report.close();
});

test("marks have their colours, through which the ground does not shine", async () => {
  for (const [kind, view, label, colour] of [
    ["comparison", "comparison", "Differences in per cent of the base", "#0072b2"],
    ["run", "lines", "UIC 406 occupancy of the most occupied lines", "#009e73"],
    ["sweep", "sweep", "Result over a factor", "#0072b2"],
  ]) {
    const report = await open(examples[kind](), { view });
    await settle(report.page);
    assert.ok((await pixelsOf(report.page, `[aria-label="${label}"]`, colour)) > 20, label);
    await report.close();
  }
});

// Shares of the pixels along the lower and the left edge of a picture (PNG) that have this colour.
const edges = (page, png, colour) =>
  page.evaluate(
    async ([bytes, colour]) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const { width, height } = picture;
      const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(picture, 0, 0);
      return [copy.getImageData(10, height - 2, width - 20, 1), copy.getImageData(1, 10, 1, height - 20)].map(
        ({ data }) => {
          let same = 0;
          for (let i = 0; i < data.length; i += 4) same += colour.every((part, k) => data[i + k] === part) ? 1 : 0;
          return (4 * same) / data.length;
        },
      );
    },
    [[...png], colour],
  );

test("the map shows its focus inside its box, which cuts off what is outside, and above its land", async () => {
  const report = await open(examples.run(), { view: "map" }),
    { page } = report;
  const focusable = page.locator("#view-map .mapbox .chart");
  await focusable.focus();
  for (let i = 0; i < 6; ++i) await page.keyboard.press("+"); // land all over
  await settle(page);
  const accent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent"));
  const colour = [1, 3, 5].map((i) => parseInt(accent.trim().slice(i, i + 2), 16));
  const drawn = await edges(page, await focusable.screenshot(), colour);
  assert.ok(Math.min(...drawn) > 0.97, `shares of the edges: ${drawn}`);
  await isQuiet(report);
  await report.close();
});

const KEYS = [".legend i", ".keys i", ".meter", ".meter i", ".rank"];
test(
  "colours that mean something are kept on paper, and where the system has its own",
  { skip: CHROMIUM_ONLY },
  async () => {
    const report = await open(examples.run(), { forcedColors: "active" }),
      { page } = report;
    const has = (name) =>
      page.locator(`[role=tab]${name}`).evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
    assert.deepEqual([...new Set(await has("[aria-selected=true]"))], ["solid"]);
    assert.deepEqual([...new Set(await has("[aria-selected=false]"))], ["none"]);
    assert.deepEqual(await style(page, ".choice [aria-pressed=true]", "outlineStyle"), ["solid"]);
    assert.deepEqual(await style(page, ".choice [aria-pressed=false]", "outlineStyle"), ["none"]);
    for (const key of KEYS.filter((key) => key !== ".keys i"))
      assert.deepEqual(await style(page, key, "forcedColorAdjust"), ["none"], key);
    await page.emulateMedia({ media: "print", forcedColors: "none" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    for (const key of KEYS) assert.deepEqual(await style(page, key, "printColorAdjust"), ["exact"], key);
    await report.close();
  },
);

const PAGE_HEIGHT = (190 / 25.4) * 96; // px: A4 across less its margins

test(
  "on paper the name of a view stands above what it shows, and pictures are not broken",
  { skip: CHROMIUM_ONLY },
  async () => {
    for (const kind of ["run", "comparison", "selection", "assessment"]) {
      const report = await open(examples[kind](), { viewport: { width: 1040, height: 1000 } }),
        { page } = report;
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      await settle(page);
      for (const view of VIEWS[kind]) {
        const bottom = await page.$eval(`#view-${view}`, (panel) => {
          const whole = [...panel.querySelectorAll(".card, .mapbox")].find((one) => one.checkVisibility());
          return whole.getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
        });
        assert.ok(bottom <= PAGE_HEIGHT, `${kind}, ${view}: ${bottom} px do not fit on a page`);
      }
      assert.deepEqual(await style(page, "[role=tabpanel], .stack", "display"), ["block"], "grids are broken anywhere");
      for (const rule of await style(page, ".card", "breakInside")) assert.equal(rule, "avoid");
      await report.close();
    }
  },
);

// In the order of a real print: laid out for the screen, told that paper comes, then printed.
const print = async (page) => {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await settle(page);
};

for (const kind of ["run", "comparison", "sweep", "capacity"]) {
  test(
    `the first page on paper of a ${kind} has all of the first screen, with warnings and long figures, too`,
    { skip: CHROMIUM_ONLY },
    async () => {
      const data = examples[kind]();
      data.warnings = Array(2).fill(
        "In the base a queue grows at Malaszewicze: lift (bay, 1,169 ± 29 trains at the end): its waits, and times over " +
          "it, grow with the length of the run, and differences of them are of this length alone",
      );
      data.figures = Array(6).fill({
        label: "two more cranes at the border: waiting for a path, container-hours to the end",
        unit: "container-h",
        value: [-560731000, 344078000],
        note: "base 560,731,000, variant 344,078,000 (−38.6 %)",
      });
      const report = await open(data),
        { page } = report;
      await print(page);
      const ends = await page.evaluate(() =>
        [".ask", ".mapbox", ".binding"].map((part) => {
          const box = document.querySelector(`.first > ${part}`).getBoundingClientRect();
          return { part, height: box.height, bottom: box.bottom + scrollY };
        }),
      );
      for (const { part, height, bottom } of ends)
        assert.ok(height > 0 && bottom <= PAGE_HEIGHT, `${part} ends at ${bottom} px, the page at ${PAGE_HEIGHT}`);
      assert.ok((await page.locator(".first .mapbox .chart").boundingBox()).height >= 150);
      assert.ok((await coloursOn(page, ".first .mapbox canvas")) > 20, "drawn");
      await report.close();
    },
  );
}

const NOTE = "mean over containers delivered; 310 h for a train to be formed";

test(
  "without warnings the map on the first page is as high as there is room for",
  { skip: CHROMIUM_ONLY },
  async () => {
    const data = { ...examples.run(), warnings: [] },
      wait = { ...data.waits[0], name: "Brest-Severny - Malaszewicze, 1520 mm", share: 0.2 };
    data.waits = Array(5).fill(wait);
    data.figures = Array(6).fill({
      ...data.figures[0],
      label: "Transit Xi'an - Duisburg, 90th percentile",
      note: NOTE,
    });
    data.question = "Container trains between China and Europe: all crossings, both directions. ".repeat(3);
    data.answer =
      "301,383 ± 1,116 TEU are delivered in 365 days; the largest part of the waiting is for a section. ".repeat(2);
    const report = await open(data),
      { page } = report,
      chart = page.locator(".first .mapbox .chart");
    const before = (await chart.boundingBox()).height;
    await print(page);
    const bottom = await page.$eval(".first > .mapbox", (box) => box.getBoundingClientRect().bottom + scrollY);
    assert.ok(bottom <= PAGE_HEIGHT && bottom > PAGE_HEIGHT - 60, `${bottom} of ${PAGE_HEIGHT}`);
    const beside = await page.$eval(".first > .binding", (box) => box.getBoundingClientRect().bottom + scrollY);
    assert.ok(beside <= PAGE_HEIGHT, `five places that bind end at ${beside}`);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal((await chart.boundingBox()).height, before, "the screen has its own again");
    await report.close();
  },
);

test("names of servers beside the map are not broken within a word", async () => {
  const data = examples.run();
  data.resources[0].name = "B: export_customs";
  const report = await open(data, { view: "map" });
  const cell = report.page.locator(".detail td", { hasText: "export_customs" });
  const lines = await cell.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return new Set([...range.getClientRects()].map((box) => box.top)).size;
  });
  assert.equal(lines, 1);
  await report.close();
});
