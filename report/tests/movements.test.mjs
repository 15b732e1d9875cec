// Movements of trains, unpacked and counted.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as examples from "./examples.mjs";
import { load } from "./load.mjs";
import { small, timetabled } from "./small_movements.mjs";

const movements = await load("movements");
const plans = await load("plans");

test("stops are unpacked as they were packed", () => {
  const stops = small();
  assert.deepEqual([...stops.arrived], [0, 160, 50, 210]);
  assert.deepEqual([...stops.departed], [100, 170, 150, movements.NEVER]);
  assert.deepEqual(
    [0, 1, 2, 3].map((i) => movements.waitOf(stops, i)),
    [40, 0, 0, 0],
  );
});

test("the queue over time is the integral of stays (Little), and waits end with their stops", () => {
  const queue = movements.queueAt(small(), 0, 60);
  assert.deepEqual([...queue.standing], [1 + 10 / 60, 40 / 60 + 1, 30 / 60, 0]);
  assert.equal(
    queue.standing.reduce((s, x) => s + x * 60, 0),
    100 + 100,
  );
  assert.deepEqual([...queue.waiting[4]], [0, 40 / 60, 0, 0]);
  assert.equal(
    queue.waiting.flatMap((w) => [...w]).reduce((s, x) => s + x * 60, 0),
    40,
  );
});

test("the queue at every point of the example adds up to all stays within the time", () => {
  const data = examples.movements(),
    stops = movements.unpack(data);
  for (const bin of [60, 1440, 1000])
    for (let point = 0; point < 4; ++point) {
      let expected = 0;
      for (let i = 0; i < stops.point.length; ++i)
        if (stops.point[i] === point)
          expected += Math.max(0, Math.min(stops.departed[i], data.until_min) - Math.max(stops.arrived[i], 0));
      const found = movements.queueAt(stops, point, bin).standing.reduce((s, x) => s + x * bin, 0);
      assert.ok(Math.abs(found - expected) < 1e-6, `${point}: ${found}, not ${expected}`);
    }
});

test("on the map trains run or wait; those that are handled are neither", () => {
  const place = [
    [0, 0],
    [0, 10],
  ];
  const marks = (minute, stops = small()) => movements.marksAt(stops, place, minute);
  assert.deepEqual(marks(30), { trains: [], queues: [] }, "handled: the wait comes at the end of the stop");
  assert.deepEqual(marks(70).queues, [{ point: 0, trains: 1 }], "the first waits, the second is handled");
  assert.deepEqual(marks(130).trains, [{ x: 0, y: 5, direction: 0, heading: 90 }]);
  const data = small().data,
    waits = movements.unpack({ ...data, waits: [1, 4, 40, 3, 4, 20] });
  assert.deepEqual(marks(225, waits).queues, [{ point: 1, trains: 1 }], "one that waits when the run ends");
  assert.deepEqual(marks(215, waits).queues, []);
});

test("trains are where they should be", () => {
  const stops = small();
  assert.deepEqual(movements.positions(stops, 30), [{ train: 0, stop: 0, share: 0 }]);
  assert.deepEqual(movements.positions(stops, 130), [
    { train: 0, stop: 0, share: 0.5 },
    { train: 1, stop: 2, share: 0 },
  ]);
  assert.deepEqual(
    movements.positions(stops, 200).map((p) => p.train),
    [1],
    "the first has ended",
  );
  assert.deepEqual(
    movements.positions(stops, 239).map((p) => p.stop),
    [3],
    "the second stands to the end",
  );
});

test("throughput counts each train once, by direction", () => {
  const [west, east] = movements.throughput(small(), 0, 120);
  assert.deepEqual(
    [[...west], [...east]],
    [
      [1, 0],
      [0, 1],
    ],
  );
});

test("a plan is the timetable's departure and the least times after it, and what is later is late", () => {
  const stops = timetabled(),
    plan = plans.planOf(stops.data, 0);
  assert.deepEqual(plan, { departure: 955, times: [985, 3385, 3395, 4655] });
  assert.deepEqual(
    [0, 1, 2].map((k) => plans.plannedStop(plan, k)),
    [
      { from: 955, until: 985 },
      { from: 3385, until: 3395 },
      { from: 4655, until: null },
    ],
  );
  assert.deepEqual(plans.lateness(stops, 0, plan), {
    leaving: 955 + 200 - 985,
    arriving: 955 + 200 + 2500 + 30 + 1300 - 4655,
  });
  assert.equal(plans.planOf(stops.data, 1), null, "made on the way");
  assert.equal(plans.planOf(small().data, 0), null, "no timetable at all");
});
