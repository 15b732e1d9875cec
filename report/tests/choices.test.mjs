// Selections and assessments: what their first screens, pictures and tables say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHROMIUM_ONLY, closeBrowser, go, huedPixels, isQuiet, open, pixelsOf, settle } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

const cells = async (page, name) => {
  const rows = page.locator("section.table", { has: page.getByRole("heading", { name }) }).locator("tbody tr");
  return (await rows.allInnerTexts()).map((row) => row.split("\t"));
};

async function csvOf(page, name) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download “${name}” as CSV` }).click();
  const download = await waiting;
  return [
    download.suggestedFilename(),
    readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n"),
  ];
}

for (const kind of ["selection", "assessment"]) {
  test(`${kind}: the first screen has question, answer and figures`, async () => {
    const report = await open(examples[kind]()),
      { page } = report;
    for (const part of [".question", ".answer", ".figures"]) {
      const box = await page.locator(`#view-${kind} ${part}`).boundingBox();
      assert.ok(box.y + box.height <= 800, `${part} ends at ${box.y + box.height}`);
    }
    assert.equal(await page.locator(`#view-${kind} .figure`).count(), 4);
    assert.equal(await page.getByRole("group", { name: "Names of places in" }).count(), 1, "there is a map");
    await isQuiet(report);
    await report.close();
  });
}

test("candidates are listed with score, cost and when they left, and who is selected", async () => {
  const data = examples.selection();
  const report = await open(data),
    { page } = report;
  const rows = await cells(page, "Candidates");
  assert.deepEqual(
    rows.map((row) => row.slice(0, 2)),
    [
      ["as it is", "still in"],
      [examples.HOSTILE[0], "selected"],
      ["third", "still in"],
      ["fourth", "out"],
    ],
  );
  assert.deepEqual(rows[3].slice(2), [
    "12.5 ± 0.2",
    "0.40 ± 0.10",
    "300 ± 30",
    "−1,250 ± 20",
    "1,000",
    "2,000",
    "20 ± 5",
    "10",
    "10",
    "2",
    examples.HOSTILE[2],
  ]);
  assert.equal(rows[1][4], "–", "nobody is ahead of the best");
  assert.match(
    await page.locator("#view-selection").innerText(),
    /Score: −worth × KPI − cost, in EUR, with 100 for each unit of the KPI/,
  );
  await page.getByRole("button", { name: "Behind the best" }).click();
  assert.equal((await cells(page, "Candidates"))[0][0], "fourth");
  await isQuiet(report);
  await report.close();
});

test("without money there are no columns of it", async () => {
  const data = examples.selection();
  Object.assign(data, { worth: null, currency: "", score_unit: "days" });
  data.candidates.forEach((one) => Object.assign(one, { cost: null, cost_a_year: null, better_per_1000: null }));
  const report = await open(data),
    { page } = report;
  const heads = await page.locator("#view-selection thead").innerText();
  assert.doesNotMatch(heads, /Cost|Score|1,000/);
  assert.match(await page.locator("#view-selection").innerText(), /Better: less of /);
  await isQuiet(report);
  await report.close();
});

// A share is a number to programs; people read per cent, and percentage points of differences.
test("candidates by a share are told in per cent, and a small zone is no 0", async () => {
  const data = examples.selection();
  Object.assign(data, { worth: null, currency: "", score_unit: "share", zone: 0.0003 });
  data.kpi.unit = "share";
  const share = { kpi: [0.829, 0.004], behind: [0.0123, 0.0011], gain: [-0.054, 0.003] };
  data.candidates.forEach((one) =>
    Object.assign(one, { ...share, behind: one.behind && share.behind, cost: null, better_per_1000: null }),
  );
  const report = await open(data),
    { page } = report;
  assert.deepEqual((await cells(page, "Candidates"))[2].slice(2, 5), [
    "82.9 ± 0.4\u2009%",
    "−5.40 ± 0.30",
    "1.23 ± 0.11",
  ]);
  const heads = await page.locator("#view-selection thead", { hasText: "Candidate" }).innerText();
  assert.match(heads, /Better than the first percentage points\s+Behind the best percentage points/);
  const text = await page.locator("#view-selection").innerText();
  assert.match(text, /Zone: less than 0\.03 percentage points does not matter/);
  assert.doesNotMatch(text, /\bshare\b|0\.000/);
  const axes = await page.evaluate(() => {
    const drawn = [];
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      drawn.push(text);
      fillText.call(this, text, ...rest);
    };
    const colours = document.querySelector("[aria-label=Colours]");
    colours.value = "dark";
    colours.dispatchEvent(new Event("change"));
    return new Promise((done) => setTimeout(() => done(drawn), 300));
  });
  assert.ok(axes.includes("behind the best, percentage points"), axes.join("|"));
  await isQuiet(report);
  await report.close();
});

test("candidates that are out, and the zone, are left out of the picture by a key", async () => {
  const report = await open(examples.selection()),
    { page } = report;
  const legend = page.locator("#view-selection .keys button");
  const names = ["●selected", "◆still in", "▲out: run no more", "zone: 25 EUR"];
  assert.deepEqual(await legend.allInnerTexts(), names);
  await settle(page);
  const picture = `[aria-label="How far candidates are behind the best"]`;
  const [out, zone] = ["#8a2c00", "#e3eef6"].map((colour) => () => pixelsOf(page, picture, colour));
  assert.ok((await out()) > 20 && (await zone()) > 500, `${await out()}, ${await zone()}`);
  const leaveOut = async (name) => {
    await legend.nth(names.indexOf(name)).focus();
    await page.keyboard.press("Space");
    await settle(page);
  };
  await leaveOut("●selected");
  assert.ok((await zone()) > 500, "the zone is not the best one's");
  await leaveOut("▲out: run no more");
  assert.equal(await out(), 0);
  await leaveOut("zone: 25 EUR");
  assert.equal(await zone(), 0);
  await isQuiet(report);
  await report.close();
});

test("hits and misses are told apart by year and by role, what is not simulated is listed", async () => {
  const report = await open(examples.assessment()),
    { page } = report;
  await settle(page);
  const labels = (await huedPixels(page, "#view-assessment")).map(({ label }) => label);
  const roles = ["held back, never fitted", "set aside to fit parameters", "went into the scenario"];
  assert.deepEqual(
    labels,
    ["Map of the corridor: lines by use and flow; tables are below"].concat(
      [2018, 2017].flatMap((year) => roles.map((role) => `Simulated over published, ${year}, ${role}`)),
    ),
  );
  const held = `[aria-label="Simulated over published, 2017, ${roles[0]}"]`;
  for (const [verdict, colour] of [
    ["agrees", "#009e73"],
    ["miss", "#8a2c00"],
    ["what is published", "#878e94"],
  ])
    assert.ok((await pixelsOf(page, held, colour)) > 20, verdict);
  assert.match(await page.locator("#view-assessment").innerText(), /Counted here \(2\): 1 agrees, 1 misses\./);
  await page.getByRole("searchbox").fill("N1");
  const rows = await cells(page, "Every published figure of every year");
  assert.equal(rows.length, 2);
  assert.ok(rows[0].includes("not simulated") && rows[0].includes(examples.HOSTILE[3]), rows[0].join("|"));
  await isQuiet(report);
  await report.close();
});

test("a mark of the picture tells its figure", async () => {
  const report = await open(examples.assessment()),
    { page } = report;
  const chart = page.getByRole("img", { name: "Simulated over published, 2017, held back, never fitted" });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  let told = "";
  for (let x = box.width - 30; x > 300 && !told.startsWith("H2"); x -= 6)
    for (let y = 12; y < box.height - 40; y += 9) {
      await page.mouse.move(box.x + x, box.y + y);
      const [text = ""] = await chart.locator(".tip:visible").allInnerTexts();
      if (text.startsWith("H2")) told = text;
    }
  assert.match(told, /^H2 .*, here\s+published\s*100 \(90 to 110\) trains\/y\s+simulated\s*150 ± 4 trains\/y/);
  await isQuiet(report);
  await report.close();
});

test("many figures of one role have several pictures, none of more than can be printed", async () => {
  const data = examples.assessment();
  const [row] = data.rows;
  data.rows = Array.from({ length: 50 }, (_, i) => ({ ...row, id: `H${i}` }));
  const report = await open(data),
    { page } = report;
  const heights = await page.$$eval("#view-assessment .chart[aria-label^=Simulated]", (all) =>
    all.map((one) => one.clientHeight),
  );
  assert.equal(heights.length, 3);
  assert.ok(Math.max(...heights) <= 600, `${heights}`);
  await report.close();
});

test("tables of both leave as CSV, with intervals", { skip: CHROMIUM_ONLY }, async () => {
  const chosen = await open(examples.selection());
  const [name, lines] = await csvOf(chosen.page, "Candidates");
  assert.equal(name, "selection.csv");
  assert.equal(lines.length, 5);
  assert.match(lines[0], /Behind the best \(EUR\),Behind the best \(EUR\) ci95/);
  assert.match(lines[4], /^fourth,out,12\.5,0\.2,0\.4,0\.1,300,30,/);
  await chosen.close();
  const assessed = await open(examples.assessment());
  const [file, rows] = await csvOf(assessed.page, "Every published figure of every year");
  assert.equal(file, "assessment.csv");
  assert.equal(rows.length, 13);
  assert.match(rows[0], /^\ufeff?Year,Figure,Where,When,Role,Counted here,/);
  await assessed.close();
});

test("trust tells all scenarios of both, and of which the facts are", async () => {
  for (const [kind, count] of [
    ["selection", 4],
    ["assessment", 2],
  ]) {
    const report = await open(examples[kind]()),
      { page } = report;
    await go(page, "trust");
    assert.equal((await cells(page, "Scenarios (the facts above are of the first)")).length, count);
    assert.doesNotMatch(await page.locator("#view-trust").innerText(), /Simulated against published/);
    await isQuiet(report);
    await report.close();
  }
});
