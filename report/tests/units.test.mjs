// The page's pure functions.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";

const format = await load("format"), csv = await load("csv"), movements = await load("movements"), labels = await load("labels");
const network = await load("network"), diagram = await load("diagram_data"), pan = await load("pan_zoom"), theme = await load("theme");
const disruptions = await load("disruptions"), mapLines = await load("map_lines"), journeysView = await load("journeys");

test("figures show about three digits, and as many as their intervals ask for", () => {
  assert.equal(format.number(0.1234), "0.12");
  assert.equal(format.number(12.34), "12.3");
  assert.equal(format.number(301382.6), "301,383");
  assert.equal(format.number(-4), "−4");
  assert.equal(format.number(null), "–");
  assert.equal(format.estimate([301383, 1116]), "301,383 ± 1,116");
  assert.equal(format.estimate([12.13, 0.04]), "12.13 ± 0.04");
  assert.equal(format.estimate([0.16, 0.004], "share"), "16.0 ± 0.4\u2009%");
  assert.equal(format.estimate([0.159, 0.0003], "share"), "15.9 ± < 0.1\u2009%", "a small interval is no certainty");
  assert.equal(format.estimate([0, 0]), "0");
  assert.equal(format.estimate(null), "–");
});

// WCAG 2: relative luminance.
const luminance = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
  .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((s, c, i) => s + c * [0.2126, 0.7152, 0.0722][i], 0);

test("the scale of use reads in grey, and stands out from the land from the second step on", () => {
  for (const [mode, land, sign] of [["light", "#faf9f4", -1], ["dark", "#222d36", 1]]) {
    const steps = theme.USE_STOPS[mode].map(luminance), ground = luminance(land);
    steps.slice(1).forEach((step, i) => assert.ok(sign * (step - steps[i]) > 0, `${mode}: step ${i + 1} is no step`));
    for (const step of steps.slice(1)) assert.ok((Math.max(step, ground) + 0.05) / (Math.min(step, ground) + 0.05) >= 3, mode);
  }
});

test("lines are as wide as their TEU, or as their trains where TEU are not known of all", () => {
  assert.deepEqual(network.flowsOf([10, 20], [5, 1]), { shares: [0.5, 1], of: "TEU" });
  assert.deepEqual(network.flowsOf([10, null], [5, 1]), { shares: [1, 0.2], of: "trains" });
  assert.deepEqual(network.flowsOf([null, null], [5, 1], 10).shares, [0.5, 0.1]);
});

test("dates of dated and days of undated scenarios", () => {
  assert.equal(format.clock("2017-01-01T00:00:00Z", true).dateTime(59 * 1440 + 65), "1 Mar 2017, 01:05");
  assert.equal(format.clock("1970-01-01T00:00:00Z", false).dateTime(1440), "day 2, 00:00");
  assert.deepEqual([true, false].map((dated) => format.clock("2017-01-01T00:00:00Z", dated).zone), [" UTC", ""]);
  assert.equal(format.duration(200), "3 h 20 min");
});

test("CSV cells are quoted by RFC 4180, and none is a formula", () => {
  assert.equal(csv.csvText(["a", 'b"'], [["x,y", 1.5], ["line\nbreak", null], ["=1+1", NaN]]), 'a,"b"""\r\n"x,y",1.5\r\n"line\nbreak",\r\n\'=1+1,\r\n');
});

// Two trains at point 0: 0..100 with 40 min of waiting for a bay, and 50..150.
const small = () => movements.unpack({
  from_min: 0, until_min: 240, dated: true, formed_by: [], routes: [{ points: [0, 1], lines: [0] }], passings: null,
  trains: { id: ["a", "b"], route: [0, 0], start: [0, 50], direction: [0, 1], gauge_mm: [1435, 1435], teu: [80, 80], formed_by: [0, 0] },
  times: [100, 60, 10, 100, 60, -1], waits: [1, 4, 40],
});

test("stops are unpacked as they were packed", () => {
  const stops = small();
  assert.deepEqual([...stops.arrived], [0, 160, 50, 210]);
  assert.deepEqual([...stops.departed], [100, 170, 150, movements.NEVER]);
  assert.deepEqual([0, 1, 2, 3].map((i) => movements.waitOf(stops, i)), [40, 0, 0, 0]);
});

test("the queue over time is the integral of stays (Little), and waits end with their stops", () => {
  const queue = movements.queueAt(small(), 0, 60);
  assert.deepEqual([...queue.standing], [1 + 10 / 60, 40 / 60 + 1, 30 / 60, 0]);
  assert.equal(queue.standing.reduce((s, x) => s + x * 60, 0), 100 + 100);
  assert.deepEqual([...queue.waiting[4]], [0, 40 / 60, 0, 0]);
  assert.equal(queue.waiting.flatMap((w) => [...w]).reduce((s, x) => s + x * 60, 0), 40);
});

test("the queue at every point of the example adds up to all stays within the time", () => {
  const data = examples.movements(), stops = movements.unpack(data);
  for (const bin of [60, 1440, 1000]) for (let point = 0; point < 4; ++point) {
    let expected = 0;
    for (let i = 0; i < stops.point.length; ++i)
      if (stops.point[i] === point) expected += Math.max(0, Math.min(stops.departed[i], data.until_min) - Math.max(stops.arrived[i], 0));
    const found = movements.queueAt(stops, point, bin).standing.reduce((s, x) => s + x * bin, 0);
    assert.ok(Math.abs(found - expected) < 1e-6, `${point}: ${found}, not ${expected}`);
  }
});

test("on the map trains run or wait; those that are handled are neither", () => {
  const place = [[0, 0], [0, 10]];
  const marks = (minute, stops = small()) => movements.marksAt(stops, place, minute);
  assert.deepEqual(marks(30), { trains: [], queues: [] }, "handled: the wait comes at the end of the stop");
  assert.deepEqual(marks(70).queues, [{ point: 0, trains: 1 }], "the first waits, the second is handled");
  assert.deepEqual(marks(130).trains, [{ x: 0, y: 5, direction: 0, heading: 90 }]);
  const data = small().data, waits = movements.unpack({ ...data, waits: [1, 4, 40, 3, 4, 20] });
  assert.deepEqual(marks(225, waits).queues, [{ point: 1, trains: 1 }], "one that waits when the run ends");
  assert.deepEqual(marks(215, waits).queues, []);
});

test("lines of two gauges lie beside each other, whichever way they are written", () => {
  const net = examples.network();
  net.lines.push({ ...net.lines[0], id: "back", from: 1, to: 0, gauge_mm: 1520 });
  const [first, , , back] = mapLines.sideways(net, [1, 1, 1, 0.5]), ends = [[0, 0], [10, 0]];
  assert.deepEqual(mapLines.sideways(examples.network(), [1, 1, 1]), [0, 0, 0]);
  const y = [mapLines.beside(ends[0], ends[1], first)[0][1], mapLines.beside(ends[1], ends[0], back)[0][1]];
  const apart = Math.abs(y[0] - y[1]), widths = [1, 0.5].map(mapLines.lineWidth);
  assert.ok(y[0] * y[1] < 0 && apart >= (widths[0] + widths[1]) / 2, `${y} are ${apart} px apart, and ${widths} wide`);
});

test("journeys with few containers are not drawn as if their percentiles were known", () => {
  const { journeys } = examples.run(), { rows, exact, without } = journeysView.spreadRows(journeys);
  assert.deepEqual([rows, exact, without], [[journeys[0]], true, 1]);
  const none = journeys.map((j) => ({ ...j, transit_percentiles: null }));
  assert.deepEqual(journeysView.spreadRows(none), { rows: [...none].reverse(), exact: false, without: 0 });
});

test("trains are where they should be", () => {
  const stops = small();
  assert.deepEqual(movements.positions(stops, 30), [{ train: 0, stop: 0, share: 0 }]);
  assert.deepEqual(movements.positions(stops, 130), [{ train: 0, stop: 0, share: 0.5 }, { train: 1, stop: 2, share: 0 }]);
  assert.deepEqual(movements.positions(stops, 200).map((p) => p.train), [1], "the first has ended");
  assert.deepEqual(movements.positions(stops, 239).map((p) => p.stop), [3], "the second stands to the end");
});

test("throughput counts each train once, by direction", () => {
  const [west, east] = movements.throughput(small(), 0, 120);
  assert.deepEqual([[...west], [...east]], [[1, 0], [0, 1]]);
});

test("names on the map keep off each other and stay inside", () => {
  const wishes = Array.from({ length: 200 }, (_, i) => ({ x: (i * 37) % 400, y: (i * 61) % 300, radius: 4, width: 60, rank: i % 7 }));
  const sides = labels.placeLabels(wishes, { width: 400, height: 300 });
  const boxes = sides.flatMap((side, i) => (side ? [labels.labelBox(wishes[i], side)] : []));
  assert.ok(boxes.length > 10);
  boxes.forEach((a, i) => {
    assert.ok(a.left >= 0 && a.right <= 400 && a.top >= 0 && a.bottom <= 300);
    boxes.slice(i + 1).forEach((b) => assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
  });
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

function drawn() {
  const data = examples.run(), stops = movements.unpack(data.movements), way = network.usualWay(data.network, 0, 3);
  const passings = diagram.unpackPassings(data.movements.passings, stops, data.network.lines);
  return { data, stops, way, passings, picture: diagram.diagram(stops, data.network, way, passings) };
}

test("a train's line in the diagram ends where and when its stops do", () => {
  const { stops, picture: { paths } } = drawn();
  assert.equal(paths.train.length, 80);
  for (let p = 0; p < 80; ++p) {
    const t = paths.train[p], first = paths.first[p], last = paths.first[p + 1] - 1;
    assert.equal(paths.minute[first], stops.arrived[stops.first[t]]);
    assert.equal(paths.minute[last], stops.departed[stops.first[t + 1] - 1]);
    for (let v = first; v < last; ++v) assert.ok(paths.minute[v] <= paths.minute[v + 1], "time runs backwards");
    assert.equal(Math.abs(paths.km[last] - paths.km[first]), [2500, 4700, 4700, 2500][t % 4]);
  }
});

test("unhindered is the same train less its waits, at points and passing places", () => {
  const { picture: { paths } } = drawn();
  const lost = (p) => { const last = paths.first[p + 1] - 1; return paths.minute[last] - paths.planned[last]; };
  assert.deepEqual([0, 1, 2, 3].map(lost), [0, 90 + 60, 60, 90]);
});

test("what a train stood at passing places is in its waits", () => {
  const { passings, stops } = drawn();
  assert.deepEqual([0, 1, 2, 3].map((t) => diagram.passingStands(passings, stops, t)), [0, 60, 60, 0]);
});

test("a disruption is shaded where it is, and nowhere else", () => {
  const { data, way } = drawn(), on = (lines, points) => disruptions.shades(data.network, way, [{ ...data.disruptions[0], lines, points }]);
  const [from, until, what] = [2000, 3000, examples.HOSTILE[1]];
  assert.deepEqual(on([1], []), [{ from, until, km0: 2500, km1: 3700, what }]);
  assert.deepEqual(on([], [2]), [{ from, until, km0: 3700, km1: 3700, what }]);
  assert.deepEqual(on([], []), [], "a surge of demand is nowhere");
  const short = network.usualWay(data.network, 0, 1);
  assert.deepEqual(disruptions.shades(data.network, short, data.disruptions), [], "on another line");
  data.network.lines.push({ ...data.network.lines[0], id: "L1b", gauge_mm: 1520 });
  assert.equal(disruptions.shades(data.network, short, [{ ...data.disruptions[0], lines: [3] }]).length, 1, "of another gauge beside it");
});

test("delays add up to the waits, and sections are taken only where there is one track", () => {
  const { picture: { delays, blocks } } = drawn();
  const sum = (cause) => delays.from.reduce((s, from, d) => s + (delays.cause[d] === cause ? delays.until[d] - from : 0), 0);
  assert.equal(sum(4), 40 * 60, "bays: 40 trains begin at the border");
  assert.equal(sum(0), 40 * 30, "30 min before the line of 40 trains");
  assert.equal(sum(diagram.PASSING_PLACE), 40 * 60, "60 at a passing place of 40: for what is not known");
  assert.equal(blocks.from.length, 40 * 3);
  blocks.km0.forEach((km, b) => assert.ok(km >= 2500 - 1e-9 && blocks.km1[b] <= 3700 + 1e-9));
});

test("the nearest train is the one under the pointer", () => {
  const { picture: { paths } } = drawn(), window = { from: 0, until: 14400, kmFrom: 0, kmUntil: 7200 }, size = { width: 1440, height: 720 };
  const v = paths.first[8] + 1;
  const found = diagram.nearestPath(paths, window, size, paths.minute[v] / 10, paths.km[v] / 10, 5);
  assert.ok(Math.abs(diagram.kmAt(paths, found, paths.minute[v]) - paths.km[v]) < 50);
  assert.equal(diagram.nearestPath(paths, window, size, 1439, 1, 5), -1);
});

test("lines that cross are found where they cross", () => {
  const paths = { train: [0, 1], first: [0, 2, 4], minute: [0, 100, 0, 100], km: [0, 100, 100, 0], from: [0, 0], until: [100, 100], planned: [] };
  const [meet] = diagram.meets(paths, (p) => p, { from: 0, until: 100, kmFrom: 0, kmUntil: 100 });
  assert.ok(Math.abs(meet.minute - 50) < 1 && Math.abs(meet.km - 50) < 1);
});

test("zooming keeps what is under the pointer, and nothing leaves the limits", () => {
  const limits = { from: 0, until: 1000, kmFrom: 0, kmUntil: 100, least: 10, leastKm: 5 }, all = { from: 0, until: 1000, kmFrom: 0, kmUntil: 100 };
  const near = pan.zoomed(all, 2, 1, 0.25, 0.5);
  assert.equal(near.from + 0.25 * (near.until - near.from), 250);
  assert.deepEqual(pan.within(pan.moved(all, 5, 5), limits), all);
  assert.deepEqual(pan.within(pan.zoomed(all, 1e9, 1, 0, 0), limits), { from: 0, until: 10, kmFrom: 0, kmUntil: 100 });
});
