// Small made-up data of each kind.
import { HOSTILE, common, network, trust } from "./example_parts.mjs";

export { HOSTILE, network } from "./example_parts.mjs";
export { assessment, capacity, comparison, selection, sweep } from "./example_studies.mjs";

// Trains every six hours each way for ten days, westbound A to B, then B to D; eastbound back.
export function movements() {
  const data = {
    from_min: 0,
    until_min: 14400,
    dated: true,
    formed_by: ["A-D"],
    times: [],
    waits: [],
    routes: [
      { points: [0, 1], lines: [0] },
      { points: [1, 2, 3], lines: [1, 2] },
      { points: [3, 2, 1], lines: [2, 1] },
      { points: [1, 0], lines: [0] },
    ],
    trains: { id: [], route: [], start: [], direction: [], gauge_mm: [], teu: [], formed_by: [] },
    passings: { from_min: 0, until_min: 14400, values: [] },
  };
  let skipped = 1,
    before = 0;
  const all = Array.from({ length: 80 }, (_, i) => ({ start: 360 * Math.floor(i / 4) + 20 * (i % 4), route: i % 4 }));
  all.forEach(({ start, route }, t) => {
    const { points, lines } = data.routes[route];
    const columns = {
      id: `train-${t}`,
      route,
      start,
      direction: route < 2 ? 0 : 1,
      gauge_mm: route % 3 === 0 ? 1435 : 1520,
      teu: 80,
      formed_by: 0,
    };
    for (const [name, value] of Object.entries(columns)) data.trains[name].push(value);
    points.forEach((p, k) => {
      const waited = p === 1 && k === 0 ? 90 : 0;
      data.times.push(120 + waited);
      if (waited > 0) {
        data.waits.push(skipped, 4, 60, 0, 0, 30);
        skipped = 0;
      }
      ++skipped;
      if (k + 1 < points.length) data.times.push([2500, 1260, 3500][lines[k]]);
      if (lines[k] === 1) {
        data.passings.values.push(t - before, k, 400, 60, 400, 0);
        before = t;
      }
    });
  });
  return data;
}

// 41 of 1001: each slower than the one before by an hour.
function singleContainers() {
  const ids = Array.from({ length: 41 }, (_, i) => (0xabc0000000000000n + BigInt(i)).toString(16));
  return {
    recorded: 1001,
    id: ids,
    rank: ids.map((_, i) => 25 * i),
    places: [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 3],
    ],
    steps: ids.map((_, i) => [0, 10, 1441 + 60 * i, 0, 11, 59, 1, 12, 2500, 2, 4, 61, 2, 10, 600, 3, 12, 4760]),
  };
}

export function run() {
  const causes = Array.from(
    { length: 16 },
    (_, c) => [0.1, 0.2, null, 0.05, 0.3, 0, 0, 0, 0, 0, 4, 1, 11, 0.02, null, null][c],
  );
  return {
    ...common("run", HOSTILE[0]),
    network: network(),
    resources: [
      {
        id: "B.lift",
        name: `B: ${HOSTILE[1]}`,
        point: 1,
        kind: "bays",
        servers: 2,
        utilisation: [0.7, 0.01],
        queue_mean: [0.3, 0.1],
        queue_longest: [3, 0.5],
        wait_mean_h: [1, 0.1],
        yard_teu_mean: [100, 3],
        yard_teu_most: [300, 9],
        lifts: [9000, 50],
      },
    ],
    confirmation: `Confirmed for ${HOSTILE[0]} by a paired run`,
    waits: [
      {
        place: "L2",
        name: HOSTILE[0],
        cause: 0,
        point: null,
        line: 1,
        container_hours: [900, 20],
        mean_h: null,
        share: 0.6,
        utilisation: [0.5, 0.01],
        waiting_at_end: [1, 1],
        is_resource: true,
      },
      {
        place: "B.lift",
        name: HOSTILE[1],
        cause: 4,
        point: 1,
        line: null,
        container_hours: [600, 20],
        mean_h: [0.5, 0.1],
        share: 0.4,
        utilisation: [0.7, 0.01],
        waiting_at_end: null,
        is_resource: true,
      },
      {
        place: "A/1435/westbound",
        name: HOSTILE[2],
        cause: 10,
        point: 0,
        line: null,
        container_hours: [9999, 20],
        mean_h: [99, 1],
        share: 0,
        utilisation: null,
        waiting_at_end: null,
        is_resource: false,
      },
    ],
    dwell: [
      { point: 1, direction: 0, mean_h: [8, 0.2], p50_h: [7, 0.2], p90_h: [12, 0.4] },
      { point: 1, direction: 1, mean_h: [6, 0.2], p50_h: [5, 0.2], p90_h: null },
    ],
    crossings: [
      {
        line: 0,
        from_country: "CN",
        to_country: "KZ",
        trains: [
          [20, 1],
          [20, 1],
        ],
        teu: [
          [1600, 9],
          [1600, 9],
        ],
      },
    ],
    journeys: [0, 1].map((i) => ({
      origin: i === 0 ? 0 : 3,
      destination: i === 0 ? 3 : 0,
      name: `${HOSTILE[0]} - ${HOSTILE[1]}`,
      containers: [500, 9],
      teu: [1000, 18],
      transit_mean: [12, 0.1],
      transit_p50: [11.9, 0.1],
      transit_p90: [14, 0.2],
      total_mean: [16.67, 0.1],
      total_p50: [16, 0.1],
      total_p90: [20, 0.1],
      causes,
      transit_percentiles: i === 0 ? [9, 10, 10.5, 11, 11.9, 12.5, 14, 15, 18] : null,
      legs:
        i === 0
          ? [
              { from: 0, to: 1, gauge_mm: 1435, containers: 250, causes: causes.map((c) => c && c / 3) },
              { from: 1, to: 3, gauge_mm: 1520, containers: 250, causes: causes.map((c) => c && c / 1.5) },
            ]
          : null,
      single: i === 0 ? singleContainers() : null,
      costs: {
        currency: "USD",
        per_teu: [3000, 20],
        parts: [
          { name: HOSTILE[1], value: [2000, 9] },
          { name: "handling", value: [1000, 9] },
        ],
        g_per_teu: [500000, 900],
        emission_parts: [{ name: "traction", value: [500000, 900] }],
        g_per_tonne_km: [9, 0.1],
        kwh_per_teu: [900, 3],
      },
    })),
    disruptions: [
      {
        id: HOSTILE[1],
        what: HOSTILE[1],
        from_min: 2000,
        until_min: 3000,
        lines: [1],
        points: [],
        trains_held: [4, 1],
        time_to_clear_h: [9, 1],
      },
    ],
    bounds: [
      {
        bound: "scenario mix",
        step: 1,
        value: 9,
        unit: "trains/day",
        times_demand: 2.5,
        simulated: 4,
        name: HOSTILE[0],
        kind: "bays",
        price: 0.3,
        capacity_unit: "bay-h",
      },
    ],
    movements: movements(),
    kpis: { key: [HOSTILE[4], "total/both/teu_delivered"], unit: ["", "TEU"], value: [null, [301383, 1116]] },
  };
}

// One train, made ready at 1000, that its timetable had leave at 955.
export function timetable() {
  const data = run();
  data.movements = {
    from_min: 0,
    until_min: 14400,
    dated: true,
    formed_by: ["A-D"],
    routes: [{ points: [0, 1], lines: [0] }],
    passings: null,
    trains: { id: ["late"], route: [0], start: [1000], direction: [0], gauge_mm: [1435], teu: [80], formed_by: [0] },
    times: [200, 2500, 60],
    waits: [1, 6, 90],
    plans: { departure: [955], way: [0], times: [[30, 2430]] },
  };
  data.journeys = [];
  data.disruptions = [];
  return data;
}

// Points without coordinates, and nothing that may be missing.
export function toy() {
  const data = run();
  data.network.points.forEach((p) => {
    p.lat = 0;
    p.lon = 0;
    p.processes = [];
  });
  return {
    ...data,
    movements: null,
    resources: [],
    waits: [],
    dwell: [],
    crossings: [],
    journeys: [],
    disruptions: [],
    bounds: [],
    trust: trust({ published: [], sources: [], assumptions: [] }),
  };
}
