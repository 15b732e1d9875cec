// The pure functions of the time–distance diagram.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";
import { timetabled } from "./small_movements.mjs";

const movements = await load("movements");
const network = await load("network");
const diagram = await load("diagram_data");
const find = await load("diagram_find");
const pan = await load("pan_zoom");
const disruptions = await load("disruptions");

function drawn() {
  const data = examples.run(),
    stops = movements.unpack(data.movements),
    way = network.usualWay(data.network, 0, 3);
  const passings = diagram.unpackPassings(data.movements.passings, stops, data.network.lines);
  return { data, stops, way, passings, picture: diagram.diagram(stops, data.network, way, passings) };
}

test("a train's line in the diagram ends where and when its stops do", () => {
  const {
    stops,
    picture: { paths },
  } = drawn();
  assert.equal(paths.train.length, 80);
  for (let p = 0; p < 80; ++p) {
    const t = paths.train[p],
      first = paths.first[p],
      last = paths.first[p + 1] - 1;
    assert.equal(paths.minute[first], stops.arrived[stops.first[t]]);
    assert.equal(paths.minute[last], stops.departed[stops.first[t + 1] - 1]);
    for (let v = first; v < last; ++v) assert.ok(paths.minute[v] <= paths.minute[v + 1], "time runs backwards");
    assert.equal(Math.abs(paths.km[last] - paths.km[first]), [2500, 4700, 4700, 2500][t % 4]);
  }
});

test("unhindered is the same train less its waits, at points and passing places", () => {
  const {
    picture: { paths },
  } = drawn();
  const end = ({ first, minute }, p) => minute[first[p + 1] - 1],
    lost = (p) => end(paths, p) - end(paths.planned, p);
  assert.deepEqual([0, 1, 2, 3].map(lost), [0, 90 + 60, 60, 90]);
});

test("what a train stood at passing places is in its waits", () => {
  const { passings, stops } = drawn();
  assert.deepEqual(
    [0, 1, 2, 3].map((t) => diagram.passingStands(passings, stops, t)),
    [0, 60, 60, 0],
  );
});

test("a disruption is shaded where it is, and nowhere else", () => {
  const { data, way } = drawn(),
    on = (lines, points) => disruptions.shades(data.network, way, [{ ...data.disruptions[0], lines, points }]);
  const [from, until, what] = [2000, 3000, examples.HOSTILE[1]];
  assert.deepEqual(on([1], []), [{ from, until, km0: 2500, km1: 3700, what }]);
  assert.deepEqual(on([], [2]), [{ from, until, km0: 3700, km1: 3700, what }]);
  assert.deepEqual(on([], []), [], "a surge of demand is nowhere");
  const short = network.usualWay(data.network, 0, 1);
  assert.deepEqual(disruptions.shades(data.network, short, data.disruptions), [], "on another line");
  data.network.lines.push({ ...data.network.lines[0], id: "L1b", gauge_mm: 1520 });
  const beside = (way) => disruptions.shades(data.network, way, [{ ...data.disruptions[0], lines: [3] }]).length;
  assert.equal(beside(way), 1, "of another gauge beside a whole route");
  assert.equal(beside(short), 0, "a single line is that line alone");
});

test("delays add up to the waits, and sections are taken only where there is one track", () => {
  const {
    picture: { delays, blocks },
  } = drawn();
  const sum = (cause) =>
    delays.from.reduce((s, from, d) => s + (delays.cause[d] === cause ? delays.until[d] - from : 0), 0);
  assert.equal(sum(4), 40 * 60, "bays: 40 trains begin at the border");
  assert.equal(sum(0), 40 * 30, "30 min before the line of 40 trains");
  assert.equal(sum(diagram.PASSING_PLACE), 40 * 60, "60 at a passing place of 40: for what is not known");
  assert.equal(blocks.from.length, 40 * 3);
  blocks.km0.forEach((km, b) => assert.ok(km >= 2500 - 1e-9 && blocks.km1[b] <= 3700 + 1e-9));
});

test("the nearest train is the one under the pointer", () => {
  const {
      picture: { paths },
    } = drawn(),
    window = { from: 0, until: 14400, kmFrom: 0, kmUntil: 7200 },
    size = { width: 1440, height: 720 };
  const v = paths.first[8] + 1;
  const found = find.nearestPath(paths, window, size, paths.minute[v] / 10, paths.km[v] / 10, 5);
  assert.ok(Math.abs(find.kmAt(paths, found, paths.minute[v]) - paths.km[v]) < 50);
  assert.equal(find.nearestPath(paths, window, size, 1439, 1, 5), -1);
});

test("lines that cross are found where they cross", () => {
  const paths = {
    train: [0, 1],
    first: [0, 2, 4],
    minute: [0, 100, 0, 100],
    km: [0, 100, 100, 0],
    from: [0, 0],
    until: [100, 100],
    planned: [],
    stretches: [0, 1].map(() => [{ line: 7, km0: 0, km1: 100 }]),
  };
  const [meet] = find.meets(paths, (p) => p, { from: 0, until: 100, kmFrom: 0, kmUntil: 100 });
  assert.ok(Math.abs(meet.minute - 50) < 1 && Math.abs(meet.km - 50) < 1);
  assert.equal(meet.line, 7);
});

// Two single-track lines between points 1 and 2: number 1 of 1520 mm, number 3 of 1435 mm beside it. A train goes west over
// the first one; at the same time one goes east over `line`.
function atBreakOfGauge(line, points = [2, 1], times = [10, 1200, 10]) {
  const { network: net } = examples.run();
  net.lines.push({ ...net.lines[1], id: "L2 beside", gauge_mm: 1435 });
  const stops = movements.unpack({
    ...timetabled().data,
    plans: null,
    waits: [],
    routes: [
      { points: [1, 2], lines: [1] },
      { points, lines: points.slice(1).map((_, i) => (i === 0 ? line : 0)) },
    ],
    trains: {
      id: ["west", "east"],
      route: [0, 1],
      start: [1000, 1000],
      direction: [0, 1],
      gauge_mm: [1520, 1435],
      teu: [80, 80],
      formed_by: [0, 0],
    },
    times: [10, 1200, 10, ...times],
  });
  const of = (way) => {
    const found = diagram.diagram(stops, net, way, new Map());
    const window = { from: 0, until: 14400, kmFrom: 0, kmUntil: 7200 };
    const direction = (p) => stops.data.trains.direction[found.paths.train[p]];
    return { ...found, meets: find.meets(found.paths, direction, window) };
  };
  return { net, of };
}

test("a single line shows no train of another gauge beside it, and no section taken twice", () => {
  const { net, of } = atBreakOfGauge(3);
  for (const [line, train] of [
    [1, 0],
    [3, 1],
  ]) {
    const { paths, blocks, meets } = of(network.wayOf(net, [1, 2], [line]));
    assert.deepEqual(paths.train, [train]);
    assert.deepEqual(blocks.line, [line, line, line], "its three sections");
    assert.deepEqual(meets, []);
  }
});

test("trains on lines of different gauges are beside each other on a whole route, and do not meet", () => {
  const { net, of } = atBreakOfGauge(3);
  const { own, paths, blocks, meets } = of(network.wayOf(net, [0, 1, 2], [0, 1]));
  assert.deepEqual(paths.train, [0, 1]);
  assert.deepEqual(meets, [], "one on each line");
  assert.deepEqual([own.has(1), own.has(3)], [true, false]);
  assert.deepEqual(blocks.line, [1, 1, 1, 3, 3, 3]);
  const flags = (p) => paths.beside.slice(paths.first[p], paths.first[p + 1] - 1);
  assert.ok(flags(0).every((beside) => !beside));
  assert.ok(flags(1).includes(true), "runs beside the way's own line");
});

test("trains on one line meet on it, and at its end too", () => {
  const same = atBreakOfGauge(1);
  const [meet] = same.of(network.wayOf(same.net, [0, 1, 2], [0, 1])).meets;
  assert.equal(meet.line, 1);
  assert.ok(Math.abs(meet.km - (2500 + 600)) < 1, "halfway, at an even pace");
  // The one to the east waits at point 2 until the other one has come.
  const late = atBreakOfGauge(1, [2, 1, 0], [1215, 1200, 10, 2500, 10]);
  const [end] = late.of(network.wayOf(late.net, [0, 1, 2], [0, 1])).meets;
  assert.deepEqual([end.line, end.km], [1, 3700]);
});

test("zooming keeps what is under the pointer, and nothing leaves the limits", () => {
  const limits = { from: 0, until: 1000, kmFrom: 0, kmUntil: 100, least: 10, leastKm: 5 },
    all = { from: 0, until: 1000, kmFrom: 0, kmUntil: 100 };
  const near = pan.zoomed(all, 2, 1, 0.25, 0.5);
  assert.equal(near.from + 0.25 * (near.until - near.from), 250);
  assert.deepEqual(pan.within(pan.moved(all, 5, 5), limits), all);
  assert.deepEqual(pan.within(pan.zoomed(all, 1e9, 1, 0, 0), limits), { from: 0, until: 10, kmFrom: 0, kmUntil: 100 });
});

test("in the diagram a planned line begins at the planned departure, on the whole way and on a part of it", () => {
  const stops = timetabled(),
    { network: net } = examples.run(),
    way = network.usualWay(net, 0, 2);
  const { paths } = diagram.diagram(stops, net, way, new Map()),
    vertices = ({ first, minute, km }, p) => minute.slice(first[p], first[p + 1]).map((m, i) => [m, km[first[p] + i]]);
  assert.deepEqual(paths.timetabled, [true, false]);
  assert.deepEqual(vertices(paths.planned, 0), [
    [955, 0],
    [985, 0],
    [3385, 2500],
    [3395, 2500],
    [4655, 3700],
  ]);
  assert.deepEqual(vertices(paths.planned, 1), vertices(paths, 1), "nothing hindered it");
  const part = diagram.diagram(stops, net, network.usualWay(net, 1, 2), new Map()).paths;
  assert.deepEqual(vertices(part.planned, 0), [
    [3385, 0],
    [3395, 0],
    [4655, 1200],
  ]);
});
