// Movements of two trains, for tests that reckon by hand.
import { load } from "./load.mjs";

const movements = await load("movements");

// Two trains at point 0: 0..100 with 40 min of waiting for a bay, and 50..150.
export const small = () =>
  movements.unpack({
    from_min: 0,
    until_min: 240,
    dated: true,
    formed_by: [],
    routes: [{ points: [0, 1], lines: [0] }],
    passings: null,
    trains: {
      id: ["a", "b"],
      route: [0, 0],
      start: [0, 50],
      direction: [0, 1],
      gauge_mm: [1435, 1435],
      teu: [80, 80],
      formed_by: [0, 0],
    },
    times: [100, 60, 10, 100, 60, -1],
    waits: [1, 4, 40],
  });

// A train from point 0 by line 0 to point 1 and by line 1 to point 2: due to leave at 955, made ready late.
export const timetabled = () =>
  movements.unpack({
    ...small().data,
    routes: [{ points: [0, 1, 2], lines: [0, 1] }],
    trains: {
      id: ["a", "b"],
      route: [0, 0],
      start: [955, 2000],
      direction: [0, 0],
      gauge_mm: [1435, 1435],
      teu: [80, 80],
      formed_by: [0, 0],
    },
    times: [200, 2500, 30, 1300, 60, 10, 2400, 30, 1300, 60],
    waits: [1, 6, 90],
    until_min: 14400,
    plans: { departure: [955, null], way: [0, null], times: [[30, 2430, 2440, 3700]] },
  });
