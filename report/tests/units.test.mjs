// The page's pure functions: figures, colours, files, names on maps, containers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, contrast, luminance } from "./colours.mjs";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

const format = await load("format");
const csv = await load("csv");
const chart = await load("chart");
const comparison = await load("comparison");
const paperTables = await load("paper_tables");
const sweepNames = await load("sweep_names");
const sweepScales = await load("sweep_scales");
const trust = await load("trust");
const labels = await load("labels");
const network = await load("network");
const theme = await load("theme");
const mapLines = await load("map_lines");
const journeysView = await load("journeys");
const single = await load("single_container");
const water = await load("waterfall");
const zoom = await load("zoom");
const player = await load("player");
const meanJourney = await load("mean_journey");
const paperFirst = await load("paper_first");
const curve = await load("capacity_curve");
const runReport = await load("report");

test("figures show about three digits, and as many as their intervals ask for", () => {
  assert.equal(format.number(0.1234), "0.12");
  assert.equal(format.number(12.34), "12.3");
  assert.equal(format.number(301382.6), "301,383");
  assert.equal(format.number(-4), "−4");
  // As the program's digits_test.cc has it, which rounds the same figures for sentences.
  assert.deepEqual(
    [690.5, 691.5, 0.285, 2.675, 10.25].map((x) => format.number(x)),
    ["691", "692", "0.29", "2.68", "10.3"],
  );
  assert.deepEqual(
    [0.285, 0.725].map((x) => format.percent(x)),
    ["29\u2009%", "73\u2009%"],
  );
  assert.deepEqual([50000, 0.0003, 1e-9].map(format.exact), ["50,000", "0.0003", "0.000000001"]);
  assert.equal(format.number(null), "–");
  assert.equal(format.estimate([301383, 1116]), "301,383 ± 1,116");
  assert.equal(format.estimate([12.13, 0.04]), "12.13 ± 0.04");
  assert.equal(format.estimate([0.16, 0.004], "share"), "16.0 ± 0.4\u2009%");
  assert.equal(format.estimate([0.159, 0.0003], "share"), "15.9 ± < 0.1\u2009%", "a small interval is no certainty");
  assert.equal(format.estimate([0, 0]), "0");
  assert.equal(
    format.estimate([-0.0004, 0.002], "share"),
    "0.0 ± 0.2\u2009%",
    "what is rounded to nothing has no sign",
  );
  assert.equal(format.estimate([-0.004, 0.002], "share"), "−0.4 ± 0.2\u2009%");
  assert.equal(format.estimate(null), "–");
  assert.equal(format.estimate([-6.6, 219.401]), "−7 ± 219", "no decimals that the interval does not bear");
  assert.equal(format.estimate([0.05, 12.34]), "0.1 ± 12.3");
  assert.equal(format.estimate([0.00003, 0.00004]), "about 0");
  assert.equal(format.estimate([0.0000004, 0], "share"), "about 0\u2009%");
});

test("amounts have their unit, and differences of shares are in percentage points", () => {
  assert.equal(format.amount([15.61, 0.1], "h"), "15.6 ± 0.1 h");
  assert.equal(format.amount([0.829, 0.004], "share"), "82.9 ± 0.4\u2009%");
  assert.equal(format.amount(null, "h"), "–");
  assert.equal(format.difference([-0.054, 0.003], "share"), "−5.4 ± 0.3 percentage points");
  assert.equal(format.difference([-6.6, 219.401], "TEU"), "−7 ± 219");
});

test("a sign of per cent stays with its number", () => {
  assert.equal(format.unbroken("18 %, or a % b; +0.4 %"), "18\u00a0%, or a % b; +0.4\u00a0%");
  assert.equal(format.unbroken("(< 0.1 %), a < b"), "(<\u00a00.1\u00a0%), a < b");
});

test("settings are shown as they were set", () => {
  const shown = (scale, value) => sweepNames.settingText({ scale }, value);
  assert.deepEqual(
    [0.3, 1, 12000, 0.0004, -1.5].map((value) => shown(false, value)),
    ["0.3", "1", "12,000", "0.0004", "−1.5"],
  );
  assert.equal(shown(true, 0.3), "× 0.3");
  assert.equal(shown(false, "GROUP"), "GROUP");
});

test("columns of a wide table are parted by their widths, the first ones in each part", () => {
  assert.deepEqual(paperTables.columnGroups([10, 20, 30, 30, 30], 2, 100), [
    [0, 1, 2, 3],
    [0, 1, 4],
  ]);
  assert.deepEqual(
    paperTables.columnGroups([90, 50, 50], 1, 100),
    [
      [0, 1],
      [0, 2],
    ],
    "one at least",
  );
  assert.deepEqual(paperTables.columnGroups([10], 1, 5), [[0]]);
});

test("the map on the first page of paper takes what the rest leaves, and can be read", () => {
  const page = (190 / 25.4) * 96;
  assert.equal(paperFirst.firstMapHeight(300, 100), Math.floor(page - 400));
  assert.equal(paperFirst.firstMapHeight(30, 10), 420, "no more than its width asks for");
  assert.equal(paperFirst.firstMapHeight(700, 100), 150);
});

test("a picture of a capacity study ends a little beyond what it shows", () => {
  const ends = [8.1, 4, 0.016, 1.06, 24, 100].map((most) => curve.roundUp(most));
  assert.deepEqual(ends, [8.5, 4, 0.02, 1.5, 25, 100]);
});

test("what is shown as 0 % binds nothing, but the first is named", () => {
  const shares = (all) => runReport.shownShares(all.map((share) => ({ share }))).map(({ share }) => share);
  assert.deepEqual(shares([0.7, 0.2, 0.0049, 0.001]), [0.7, 0.2]);
  assert.deepEqual(shares([0.004]), [0.004]);
});

const GROUNDS = { light: ["#ffffff", "#f4f5f2"], dark: ["#19222a", "#11171d"] }; // --card and --page

for (const [i, mode] of ["light", "dark"].entries()) {
  test(`${mode}: causes and series stand out from their ground, and from each other for every eye`, () => {
    const causes = Object.entries(theme.CAUSE_COLOURS).map(([cause, both]) => [cause, both[i]]);
    const series = theme.SERIES[mode].map((colour, k) => [`series ${k}`, colour]);
    for (const [name, colour] of [...causes, ...series]) {
      for (const ground of GROUNDS[mode].slice(0, name.startsWith("series") ? 1 : 2))
        assert.ok(contrast(colour, ground) >= 3, `${name} on ${ground}: ${contrast(colour, ground).toFixed(2)}`);
    }
    for (const all of [causes, series]) {
      all.forEach(([one, a], k) =>
        all
          .slice(k + 1)
          .forEach(([other, b]) => assert.ok(apart(a, b) >= 0.045, `${one}, ${other}: ${apart(a, b).toFixed(3)}`)),
      );
    }
  });
}

test("the scale of use reads in grey, and stands out from the land", () => {
  for (const [mode, land, sign] of [
    ["light", "#faf9f4", -1],
    ["dark", "#222d36", 1],
  ]) {
    const steps = theme.USE_STOPS[mode];
    steps
      .slice(1)
      .forEach((step, i) =>
        assert.ok(
          sign * (luminance(step) - luminance(steps[i])) > 0 && contrast(step, steps[i]) > 1.15,
          `${mode}: step ${i + 1} is no step`,
        ),
      );
    steps.forEach((step, i) => assert.ok(contrast(step, land) >= 3, `${mode}, step ${i}: ${contrast(step, land)}`));
  }
});

test("ticks of shares have the decimals that tell them apart", () => {
  assert.deepEqual([0, 0.002, 0.004, 0.3, -0.015, 1].map(chart.percentTick), [
    "0\u2009%",
    "0.2\u2009%",
    "0.4\u2009%",
    "30\u2009%",
    "−1.5\u2009%",
    "100\u2009%",
  ]);
});

test("a scale by powers of ten is for what is positive and spans more than two of them", () => {
  const spans = (...means) => sweepScales.spansDecades(means.map((mean) => (mean === null ? null : [mean, 1])));
  assert.ok(spans(0.129, null, 2902));
  assert.ok(!spans(1, 100));
  assert.ok(!spans(0, 2902), "0 is on no such scale");
  assert.ok(!spans(-1, 2902));
  assert.ok(!spans(null));
});

test("published figures that count are counted apart from all others", () => {
  const row = (verdict, held_back) => ({ verdict, held_back });
  assert.equal(
    trust.verdictText([
      row("miss", true),
      row("agrees", true),
      row("miss", true),
      row("agrees", false),
      row("not simulated", false),
    ]),
    "Held back for comparison, never fitted (3): 1 agrees, 2 miss. Others (2: inputs, fitted, a fact stated before, " +
      "lengths of the map, or without a result): 1 agrees, 1 not simulated.",
  );
  assert.equal(trust.verdictText([row("close", true)]), "Held back for comparison, never fitted (1): 1 close.");
});

test("where nothing differs surely it is said of how many KPIs, and what may", () => {
  const kpi = (key, by, half, p_holm) => ({ key, difference: [by, half], p_holm });
  const say = (kpis, results_hash = "b") => comparison.nothingText({ results_hash: "a" }, [{ kpis, results_hash }]);
  assert.equal(say([kpi("k", 0, 0, 1)], "a"), "Nothing differs: all results are equal in every replication.");
  assert.match(
    say([kpi("k", 0, 0, 1), kpi("l", 0, 0, 1)]),
    /^Of these 2 KPIs none differs, in no replication; others do/,
  );
  assert.match(say([kpi("k", 1, 4, 0.5)]), /^The KPI that is compared does not differ surely; /);
  assert.equal(say([kpi("k", 60, null, null)]), "Of one pair of replications nothing can be said surely.");
});

test("lines are as wide as their TEU, or as their trains where TEU are not known of all", () => {
  assert.deepEqual(network.flowsOf([10, 20], [5, 1]), { shares: [0.5, 1], of: "TEU" });
  assert.deepEqual(network.flowsOf([10, null], [5, 1]), { shares: [1, 0.2], of: "trains" });
});

test("dates of dated and days of undated scenarios", () => {
  assert.equal(format.clock("2017-01-01T00:00:00Z", true).dateTime(59 * 1440 + 65), "1 Mar 2017, 01:05");
  assert.equal(format.clock("1970-01-01T00:00:00Z", false).dateTime(1440), "day 2, 00:00");
  assert.deepEqual(
    [true, false].map((dated) => format.clock("2017-01-01T00:00:00Z", dated).zone),
    [" UTC", ""],
  );
  assert.deepEqual(
    [true, false].map((dated) => format.clock("2017-01-01T00:00:00Z", dated).sortable(1505)),
    ["2017-01-02T01:05Z", 1505],
  );
  assert.equal(format.duration(200), "3 h 20 min");
  assert.deepEqual([59.7, 119.6, 2879.4].map(format.duration), ["1 h 00 min", "2 h 00 min", "47 h 59 min"]);
});

test("factors of many values have bands of them, others their values", async () => {
  const { steps, cells } = await load("sweep_steps");
  const points = Array.from({ length: 40 }, (_, i) => ({ settings: [i / 10, i % 2, `rule ${i}`], values: [[i, 1]] }));
  const band = steps(points, 0);
  assert.equal(band.labels.length, 8);
  assert.deepEqual(band.labels.slice(0, 2), ["0 to 0.488", "0.488 to 0.975"]);
  assert.deepEqual([band.of[0], band.of[4], band.of[5], band.of[39]], [0, 0, 1, 7]);
  assert.deepEqual(steps(points, 1).labels, ["0", "1"]);
  assert.equal(steps(points, 2).labels.length, 40, "words have no order to lie in bands");
  const found = cells(points, band, steps(points, 1), 0);
  assert.equal(found.length, 16);
  assert.deepEqual(found[0], { x: 0, y: 0, points: [0, 2, 4], value: 2 });
});

test("CSV cells are quoted by RFC 4180, and none is a formula", () => {
  assert.equal(
    csv.csvText(
      ["a", 'b"'],
      [
        ["x,y", 1.5],
        ["line\nbreak", null],
        ["=1+1", NaN],
      ],
    ),
    'a,"b"""\r\n"x,y",1.5\r\n"line\nbreak",\r\n\'=1+1,\r\n',
  );
});

test("lines of two gauges lie beside each other, whichever way they are written", () => {
  const net = examples.network();
  net.lines.push({ ...net.lines[0], id: "back", from: 1, to: 0, gauge_mm: 1520 });
  const [first, , , back] = mapLines.sideways(net, [1, 1, 1, 0.5]),
    ends = [
      [0, 0],
      [10, 0],
    ];
  assert.deepEqual(mapLines.sideways(examples.network(), [1, 1, 1]), [0, 0, 0]);
  const y = [mapLines.beside(ends[0], ends[1], first)[0][1], mapLines.beside(ends[1], ends[0], back)[0][1]];
  const apart = Math.abs(y[0] - y[1]),
    widths = [1, 0.5].map(mapLines.lineWidth);
  assert.ok(y[0] * y[1] < 0 && apart >= (widths[0] + widths[1]) / 2, `${y} are ${apart} px apart, and ${widths} wide`);
});

test("journeys with few containers are not drawn as if their percentiles were known", () => {
  const { journeys } = examples.run(),
    { rows, exact, without } = journeysView.spreadRows(journeys);
  assert.deepEqual([rows, exact, without], [[journeys[0]], true, 1]);
  const none = journeys.map((j) => ({ ...j, transit_percentiles: null }));
  assert.deepEqual(journeysView.spreadRows(none), { rows: [...none].reverse(), exact: false, without: 0 });
});

test("names on the map keep off each other and stay inside", () => {
  const wishes = Array.from({ length: 200 }, (_, i) => ({
    x: (i * 37) % 400,
    y: (i * 61) % 300,
    radius: 4,
    width: 60,
    rank: i % 7,
  }));
  const sides = labels.placeLabels(wishes, { width: 400, height: 300 });
  const boxes = sides.flatMap((side, i) => (side ? [labels.labelBox(wishes[i], side)] : []));
  assert.ok(boxes.length > 10);
  boxes.forEach((a, i) => {
    assert.ok(a.left >= 0 && a.right <= 400 && a.top >= 0 && a.bottom <= 300);
    boxes
      .slice(i + 1)
      .forEach((b) => assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
  });
});

test("names on the map are not put below its buttons", () => {
  const wish = { x: 340, y: 60, radius: 4, width: 50, rank: 1 };
  const buttons = { left: 354, top: 0, right: 400, bottom: 124 };
  assert.deepEqual(labels.placeLabels([wish], { width: 400, height: 300 }), ["right"]);
  assert.deepEqual(labels.placeLabels([wish], { width: 400, height: 300 }, [buttons]), ["left"]);
});

test("the usual way is found, also backwards, and none where there is none", () => {
  const net = examples.network();
  assert.deepEqual(network.usualWay(net, 0, 3), { points: [0, 1, 2, 3], lines: [0, 1, 2], km: [0, 2500, 3700, 7200] });
  assert.deepEqual(network.usualWay(net, 3, 0).points, [3, 2, 1, 0]);
  net.points.push({ ...net.points[0], id: "E" });
  assert.equal(network.usualWay(net, 0, 4), null);
  const run = examples.run();
  assert.deepEqual(network.journeyWay(run.network, run.journeys[0], run.movements).points, [0, 1, 2, 3]);
});

test("the steps of a container are whole minutes that add up, in their order", () => {
  const one = examples.run().journeys[0].single;
  assert.deepEqual(single.stepsOf(one.steps[0])[0], { place: 0, cause: 10, minutes: 1441 });
  assert.deepEqual(
    single.stepsOf(one.steps[0]).map((s) => s.place),
    [0, 0, 1, 2, 2, 3],
  );
  assert.equal(single.minutesOf(one.steps[0]), 1441 + 59 + 2500 + 61 + 600 + 4760);
  const bars = single.stepsOf(one.steps[0]).map(({ minutes }) => ({ days: minutes }));
  assert.deepEqual(water.starts(bars), [0, 1441, 1500, 4000, 4061, 4661]);
  assert.deepEqual([59, 60, 1441, 2880 + 61].map(single.exactly), [
    "59 min",
    "1 h 0 min",
    "1 day 1 min",
    "2 days 1 h 1 min",
  ]);
});

test("of few containers embedded the ones nearest to a percentile are offered", () => {
  const one = { recorded: 1001, rank: [0, 25, 50, 940, 1000] };
  assert.deepEqual(
    [0, 0.05, 0.5, 0.95, 1].map((share) => single.nearestRank(one, share)),
    [0, 2, 3, 3, 4],
  );
  const many = Array.from({ length: 41 }, (_, i) => 25 * i);
  assert.deepEqual(
    [0, 0.05, 0.25, 0.5, 0.95, 1].map((share) => single.nearestRank({ recorded: 1001, rank: many }, share)),
    [0, 2, 10, 20, 38, 40],
  );
});

test("looking closer at a time keeps its middle, moves by half, and leaves no time that there is not", () => {
  const all = { start: 0, end: 100 },
    near = zoom.changed(all, 2, 0, 1);
  assert.deepEqual(near, { start: 25, end: 75 });
  assert.deepEqual(zoom.changed(near, 1, 0.5, 1), { start: 50, end: 100 });
  assert.deepEqual(zoom.changed(near, 1, 5, 1), { start: 50, end: 100 });
  assert.deepEqual(zoom.changed(near, 0.5, 0, 1), all);
  assert.deepEqual(zoom.changed(near, 1e6, 0, 10), { start: 45, end: 55 }, "never narrower than asked");
});

test("the axis of a journey ends where the journey does, in minutes, hours or days", () => {
  const axis = (total) => {
    const { unit, perDay, max, interval } = water.timeAxis(total);
    return [unit, Math.round(max * perDay), interval && Math.round(interval * perDay)];
  };
  assert.deepEqual(axis(3 / 24), ["hours", 3, 1], "not a day for a journey of three hours");
  assert.deepEqual(axis(25 / 24), ["hours", 30, 6]);
  assert.deepEqual(axis(40 / 1440), ["minutes", 40, 5]);
  assert.deepEqual(axis(17.1), ["days", 18, undefined]);
  assert.equal(water.timeAxis(0).max, undefined);
});

test("what is done at a change of trains says with which of them", () => {
  const steps = [
    [0, 12],
    [1, 11],
    [1, 4],
    [1, 11],
    [2, 12],
    [3, 11],
  ].map(([place, cause]) => ({ place, cause, minutes: 60 }));
  assert.deepEqual(single.sides(steps), ["", "incoming", "", "outgoing", "", ""]);
});

test("a day a second is a day a second, with slow frames too", () => {
  const slow = Array.from({ length: 6 }, () => player.played(500, 1440));
  assert.equal(
    slow.reduce((sum, minutes) => sum + minutes, 0),
    3 * 1440,
  );
  assert.equal(player.played(60_000, 1440), 1440, "a page that was hidden does not leap");
});

test("legs say of how many containers they are, and what the mean of all is", () => {
  const [journey] = examples.run().journeys,
    note = meanJourney.legsNote(journey, journey.legs);
  assert.match(note, /took the most usual ones, 250 of the 1,001 recorded: 16\.7 days together/);
  assert.match(note, /all containers delivered, 16\.7 days, mean over replications/);
});

test("no cause is explained by its own name where it is shown beside it", () => {
  const { CAUSE_WORDS } = theme;
  for (const cause of ["section", "path", "track", "server", "bay", "yard", "fleet", "hours", "possession", "closure"])
    assert.notEqual(CAUSE_WORDS[cause], cause);
});
