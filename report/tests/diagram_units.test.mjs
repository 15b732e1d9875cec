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
  assert.equal(
    disruptions.shades(data.network, short, [{ ...data.disruptions[0], lines: [3] }]).length,
    1,
    "of another gauge beside it",
  );
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
  };
  const [meet] = find.meets(paths, (p) => p, { from: 0, until: 100, kmFrom: 0, kmUntil: 100 });
  assert.ok(Math.abs(meet.minute - 50) < 1 && Math.abs(meet.km - 50) < 1);
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
