// Small made-up data of each kind, with names that would do harm on a page that read them as HTML.
export const HOSTILE = [
  `</script><script>window.harmed = 1</script>`, `<img src=x onerror="window.harmed = 2">`, `"><svg onload=window.harmed=3>`,
  `{a|window.harmed = 4}`, `=HYPERLINK("http://harm.example")`,
];

const trust = (more = {}) => ({
  program: "landbridge 0.1.0", git_revision: "0123456789ab", compiler: "GNU 12.2.0", command: "landbridge run toy.txtpb", scenario_file: "toy.txtpb",
  scenario_sha256: "00".repeat(32), results_hash: "11".repeat(32), seed: "18446744073709551615", replications: 2, count_from: "2017-01-01T00:00:00Z",
  count_until: "2017-01-11T00:00:00Z", spin_up_days: 3, started: "2026-01-01T00:00:00Z", seconds_taken: 0.1, threads: 2, changes: [HOSTILE[0]],
  published: [{
    id: "V01", observable: HOSTILE[1], scope: "here", period: "2017", unit: "trains/y", role: "compared", published: 100, low: 90, high: 110,
    simulated: [95, 3], deviation: -0.05, verdict: "agrees", why_not: "", sources: "S001", confidence: "B",
  }],
  sources: [{ source: HOSTILE[2], confidence: "C", figures: 3, note: "" }], assumptions: [{ note: HOSTILE[4], figures: 2, example: "lines/L1/passing_places" }],
  ...more,
});

const common = (kind, title) => ({
  format: "landbridge-report-1", kind, title, question: `What if ${HOSTILE[0]}?`, answer: `The answer is ${HOSTILE[1]}.`,
  figures: [
    { label: "TEU delivered", unit: "TEU", value: [301383, 1116], note: HOSTILE[1] }, { label: "Used", unit: "share", value: [0.16, 0.004] },
    { label: "Never observed", unit: "days", value: null }, { label: "One replication", unit: "days", value: [12.1, null] },
  ],
  warnings: [HOSTILE[2]], trust: trust(),
});

const point = (id, name, role, lat, lon, processes = []) => ({
  id, name, full_name: name, country: "KZ", role, lat, lon, gauges_mm: [1435, 1520], time_zone: "Asia/Almaty", tracks: 4, processes,
  local_names: id === "B" ? { zh: "边境", ru: "Граница" } : null,
});
const line = (id, from, to, gauge, tracks, km, sections, use) => ({
  id, name: `${id} ${HOSTILE[1]}`, from, to, gauge_mm: gauge, tracks, length_km: km, sections, run_min: km, paths_per_day: null,
  trains_per_day: [[2, 0.1], [2, 0.1]], teu: [[160, 4], [140, 4]], wait_h: [[0.5, 0.1], null], path_wait_h: [null, null], occupancy: [use, 0.01],
  uic406_mean: [use, 0.01], uic406_day: [use * 1.5, 0.02], uic406_peak: [use * 2, 0.02], path_use: id === "L1" ? null : use / 2, graph_pairs: 12,
});

export function network() {
  return {
    points: [
      point("A", HOSTILE[0], "origin hub", 34, 108), point("B", HOSTILE[1], "border", 45, 82, [{ title: "westbound, change of gauge", stages: [
        { name: "customs", what: HOSTILE[3], resource: "B.customs", hours: null }, { name: "lift", what: "", resource: "B.lift", hours: "MON 08:00-20:00" }] }]),
      point("C", HOSTILE[2], "station", 51, 71), point("D", HOSTILE[3], "terminal", 52, 21),
    ],
    lines: [line("L1", 0, 1, 1435, 2, 2500, 1, 0.1), line("L2", 1, 2, 1520, 1, 1200, 3, 0.5), line("L3", 2, 3, 1520, 2, 3500, 1, 0.2)],
  };
}

// Trains every six hours each way for ten days, westbound A to B, then B to D; eastbound back.
export function movements() {
  const data = {
    from_min: 0, until_min: 14400, dated: true, formed_by: ["A-D"], times: [], waits: [],
    routes: [{ points: [0, 1], lines: [0] }, { points: [1, 2, 3], lines: [1, 2] }, { points: [3, 2, 1], lines: [2, 1] }, { points: [1, 0], lines: [0] }],
    trains: { id: [], route: [], start: [], direction: [], gauge_mm: [], teu: [], formed_by: [] }, passings: { from_min: 0, until_min: 14400, values: [] },
  };
  let skipped = 1, before = 0;
  const all = Array.from({ length: 80 }, (_, i) => ({ start: 360 * Math.floor(i / 4) + 20 * (i % 4), route: i % 4 }));
  all.forEach(({ start, route }, t) => {
    const { points, lines } = data.routes[route];
    const columns = { id: `train-${t}`, route, start, direction: route < 2 ? 0 : 1, gauge_mm: route % 3 === 0 ? 1435 : 1520, teu: 80, formed_by: 0 };
    for (const [name, value] of Object.entries(columns)) data.trains[name].push(value);
    points.forEach((p, k) => {
      const waited = p === 1 && k === 0 ? 90 : 0;
      data.times.push(120 + waited);
      if (waited > 0) { data.waits.push(skipped, 4, 60, 0, 0, 30); skipped = 0; }
      ++skipped;
      if (k + 1 < points.length) data.times.push([2500, 1260, 3500][lines[k]]);
      if (lines[k] === 1) { data.passings.values.push(t - before, k, 400, 60, 400, 0); before = t; }
    });
  });
  return data;
}

export function run() {
  const causes = Array.from({ length: 16 }, (_, c) => [0.1, 0.2, null, 0.05, 0.3, 0, 0, 0, 0, 0, 4, 1, 11, 0.02, null, null][c]);
  return {
    ...common("run", HOSTILE[0]), network: network(),
    resources: [{ id: "B.lift", name: `B: ${HOSTILE[1]}`, point: 1, kind: "bays", servers: 2, utilisation: [0.7, 0.01], queue_mean: [0.3, 0.1], queue_longest: [3, 0.5],
      wait_mean_h: [1, 0.1], yard_teu_mean: [100, 3], yard_teu_most: [300, 9], lifts: [9000, 50] }],
    waits: [
      { place: "L2", name: HOSTILE[0], cause: 0, point: null, line: 1, container_hours: [900, 20], mean_h: null, share: 0.6, utilisation: [0.5, 0.01], waiting_at_end: [1, 1], is_resource: true },
      { place: "B.lift", name: HOSTILE[1], cause: 4, point: 1, line: null, container_hours: [600, 20], mean_h: [0.5, 0.1], share: 0.4, utilisation: [0.7, 0.01], waiting_at_end: null, is_resource: true },
      { place: "A/1435/westbound", name: HOSTILE[2], cause: 10, point: 0, line: null, container_hours: [9999, 20], mean_h: [99, 1], share: 0, utilisation: null, waiting_at_end: null, is_resource: false },
    ],
    dwell: [{ point: 1, direction: 0, mean_h: [8, 0.2], p50_h: [7, 0.2], p90_h: [12, 0.4] }, { point: 1, direction: 1, mean_h: [6, 0.2], p50_h: [5, 0.2], p90_h: null }],
    crossings: [{ line: 0, from_country: "CN", to_country: "KZ", trains: [[20, 1], [20, 1]], teu: [[1600, 9], [1600, 9]] }],
    journeys: [0, 1].map((i) => ({
      origin: i === 0 ? 0 : 3, destination: i === 0 ? 3 : 0, name: `${HOSTILE[0]} - ${HOSTILE[1]}`, containers: [500, 9], teu: [1000, 18], transit_mean: [12, 0.1],
      transit_p50: [11.9, 0.1], transit_p90: [14, 0.2], total_mean: [16.67, 0.1], total_p50: [16, 0.1], total_p90: [20, 0.1], causes,
      transit_percentiles: i === 0 ? [9, 10, 10.5, 11, 11.9, 12.5, 14, 15, 18] : null,
      legs: i === 0 ? [{ from: 0, to: 1, gauge_mm: 1435, containers: 250, causes: causes.map((c) => c && c / 3) }, { from: 1, to: 3, gauge_mm: 1520, containers: 250, causes: causes.map((c) => c && c / 1.5) }] : null,
      costs: { currency: "USD", per_teu: [3000, 20], parts: [{ name: HOSTILE[1], value: [2000, 9] }, { name: "handling", value: [1000, 9] }], g_per_teu: [500000, 900],
        emission_parts: [{ name: "traction", value: [500000, 900] }], g_per_tonne_km: [9, 0.1], kwh_per_teu: [900, 3] },
    })),
    disruptions: [{ id: HOSTILE[1], what: HOSTILE[1], from_min: 2000, until_min: 3000, lines: [1], points: [], trains_held: [4, 1], time_to_clear_h: [9, 1] }],
    bounds: [{ bound: "scenario mix", step: 1, value: 9, unit: "trains/day", times_demand: 2.5, simulated: 4, name: HOSTILE[0], kind: "bays", price: 0.3, capacity_unit: "bay-h" }],
    movements: movements(),
    kpis: { key: [HOSTILE[4], "total/both/teu_delivered"], unit: ["", "TEU"], value: [null, [301383, 1116]] },
  };
}

export function comparison() {
  const kpi = (i, by) => ({ key: `k${i}`, name: `${HOSTILE[1]} ${i}`, unit: "TEU", base: [100 * i, 1], variant: [100 * i + by, 1], difference: [by, 2], p_holm: Math.abs(by) > 2 ? 0.0001 : 0.4, differs: Math.abs(by) > 2 });
  const scenario = (name, kpis) => ({
    name, question: HOSTILE[0], changes: [HOSTILE[1]], replications: 5, scenario_sha256: "33".repeat(32), results_hash: "22".repeat(32), answer: HOSTILE[2], binding: { name: HOSTILE[0], cause: 4, share: 0.8 },
    line_utilisation: [0.1, 0.7, null], line_teu: [300, null, null], line_trains: kpis.length > 0 ? [8, 2, 4] : [4, 4, 4], kpis,
  });
  return { ...common("comparison", "compared"), network: network(), scenarios: [scenario("base", []), scenario(HOSTILE[0], [kpi(1, 20), kpi(2, -40), kpi(3, 1)]), scenario("two", [kpi(1, 50), kpi(2, 1), kpi(3, 0)])] };
}

export function sweep(points = 12) {
  return {
    ...common("sweep", "swept"), design: "grid",
    factors: [{ name: HOSTILE[1], field: "a/b", scale: false, numeric: true }, { name: "rule", field: "c", scale: false, numeric: false }],
    kpis: [{ key: "k1", name: HOSTILE[0], unit: "h" }, { key: "k2", name: "used", unit: "share" }],
    points: Array.from({ length: points }, (_, i) => ({
      settings: [1 + Math.floor(i / 2), i % 2 === 0 ? HOSTILE[2] : "BINDING"], values: [[100 / (1 + i), 2], i === 3 ? null : [Math.min(1, i / points), 0.01]], replications: 10, gridlocks: i === 0 ? 2 : 0,
    })),
  };
}

export function capacity() {
  const trial = (demand, left, half, verdict) => ({ demand, left_behind: [left, half], replications: 10, overloaded: verdict === "not carried" ? HOSTILE[0] : "", verdict });
  const step = (widened, k) => ({
    widened, carried: 3.9 * k, not_carried: 4 * k, binding: { name: HOSTILE[0], cause: 4, share: 1 }, spin_up_is_short: true, warm_up_days: 100,
    trials: [trial(k, 0.0005, 0.003, "carried"), trial(3.9 * k, 0.003, 0.0015, "carried"), trial(3.95 * k, 0.006, 0.003, "unclear"), trial(4 * k, 0.012, 0.006, "not carried"), trial(6 * k, 0.3, 0.01, "gridlock")],
  });
  return { ...common("capacity", "capacity"), tolerated: 0.005, steps: [step("", 1), step(HOSTILE[1], 2)],
    bounds: [{ bound: "scenario mix", step: 1, value: 12, unit: "trains/day", times_demand: 4, simulated: 3, name: HOSTILE[2], kind: "bays", price: 0.25, capacity_unit: "bay-h" }] };
}

// Points without coordinates, and nothing that may be missing.
export function toy() {
  const data = run();
  data.network.points.forEach((p) => { p.lat = 0; p.lon = 0; p.processes = []; });
  return { ...data, movements: null, resources: [], waits: [], dwell: [], crossings: [], journeys: [], disruptions: [], bounds: [], trust: trust({ published: [], sources: [], assumptions: [] }) };
}
