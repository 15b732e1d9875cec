// Small made-up comparisons, sweeps and capacity studies.
import { HOSTILE, common, network } from "./example_parts.mjs";

export function comparison() {
  const kpi = (i, by) => ({
    key: `k${i}`,
    name: `${HOSTILE[1]} ${i}`,
    unit: "TEU",
    base: [100 * i, 1],
    variant: [100 * i + by, 1],
    difference: [by, 2],
    p_holm: Math.abs(by) > 2 ? 0.0001 : 0.4,
    differs: Math.abs(by) > 2,
  });
  const used = {
    ...kpi(4, 20),
    ...{ name: "used", unit: "share", base: [0.829, 0.004], variant: [0.775, 0.006], difference: [-0.054, 0.003] },
  };
  // Known to the variant alone, to the base alone, and to both but never together.
  const unpaired = [
    { key: "u1", name: `${HOSTILE[2]} now`, unit: "h", base: null, variant: [7, 1] },
    { key: "u2", name: "then", unit: "h", base: [3, null], variant: null },
    { key: "u3", name: "never together", unit: "h", base: [1, null], variant: [2, null] },
    { key: "u4", name: "idle", unit: "share", base: null, variant: [0.125, 0.002] },
  ];
  const scenario = (name, kpis) => ({
    name,
    question: HOSTILE[0],
    changes: [HOSTILE[1]],
    replications: 5,
    scenario_sha256: "33".repeat(32),
    results_hash: (name === "base" ? "22" : "44").repeat(32),
    answer: HOSTILE[2],
    another_way: name === "two" ? `Over borders ${HOSTILE[2]}` : "",
    binding: { name: HOSTILE[0], cause: 4, share: 0.8 },
    binding_rivals: name === "two" ? [{ name: "lift", cause: 3, share: 0.7 }] : [],
    on_map: onMap(kpis.length > 0 ? 7 : 1),
    confirmation: name === "two" ? `Confirmed for ${HOSTILE[0]} by a paired run` : null,
    variance: kpis.length > 0 ? `${HOSTILE[1]} leave 2 %` : "",
    kpis,
    unpaired: name === "two" ? unpaired : [],
  });
  return {
    ...common("comparison", "compared"),
    ...maps(),
    scenarios: [
      scenario("base", []),
      scenario(HOSTILE[0], [kpi(1, 20), kpi(2, -40), kpi(3, 1)]),
      scenario("two", [kpi(1, 50), kpi(2, 1), kpi(3, 0), used]),
    ],
  };
}

// Without figures of any run, as the network of a study.
function bareNetwork() {
  const all = network(),
    none = [null, null];
  const lines = all.lines.map((line) => ({
    ...line,
    ...{ trains_per_day: none, teu: none, wait_h: none, path_wait_h: none },
    ...{ occupancy: null, uic406_mean: null, uic406_day: null, uic406_peak: null, path_use: null },
    uic406_sections: null,
  }));
  return { ...all, lines };
}

const maps = () => ({
  network: bareNetwork(),
  resources: [
    { name: `Border: lift ${HOSTILE[1]}`, point: 1 },
    { name: "Border: customs", point: 1 },
  ],
  map_note: "",
});

// `busy`: trains a day of the first line, and how full it is in eighths.
const onMap = (busy) => ({
  line_use: [busy / 8, 0.5, null],
  line_trains: [busy, 2, 2],
  resource_use: [busy / 8, null],
  binding: [
    { name: HOSTILE[0], cause: 4, share: 0.7, point: 1, line: null },
    { name: HOSTILE[2], cause: 0, share: 0.2, point: null, line: 1 },
    { name: "wagons", cause: 6, share: 0.1, point: null, line: null },
    { name: "hardly ever", cause: 3, share: 0.004, point: 1, line: null },
  ],
});

// As `sweep --vary` calls a factor that has no name.
const FIELD = "gauge_changes/BORDER.lift/lifts_per_hour_of_each_bay";

export function sweep(points = 12) {
  const { figures, ...all } = common("sweep", "swept");
  return {
    ...all,
    question: `What hangs on ${FIELD}, ${FIELD}?`,
    figures: figures.map((figure) => ({ ...figure, note: `at ${FIELD} 10, ${FIELD} 400` })),
    ...maps(),
    design: "Latin hypercube, seed 1",
    effects: [
      `${HOSTILE[0]} answers most to ${HOSTILE[1]} (100 with the lowest quarter, up to 2; 9 with the highest, from 5).`,
    ],
    factors: [
      { name: HOSTILE[1], field: FIELD, scale: false, numeric: true },
      { name: "rule", field: "c", scale: false, numeric: false },
    ],
    kpis: [
      { key: "k1", name: HOSTILE[0], unit: "h" },
      { key: "k2", name: "used", unit: "share" },
    ],
    points: Array.from({ length: points }, (_, i) => ({
      settings: [1 + Math.floor(i / 2), i % 2 === 0 ? HOSTILE[2] : "BINDING"],
      values: [[100 / (1 + i), 2], i === 3 ? null : [Math.min(1, i / points), 0.01]],
      replications: 10,
      gridlocks: i === 0 ? 2 : 0,
      grows: i === 2,
      growth: i === 0 ? null : i === 2 ? `In design point 2 a queue grows at ${HOSTILE[1]}: its waits grow.` : "",
      on_map: i === points - 1 ? null : onMap(1 + (i % 8)),
    })),
  };
}

export function capacity() {
  const trial = (demand, left, half, verdict) => ({
    demand,
    left_behind: [left, half],
    replications: 10,
    reason: verdict === "not carried" ? HOSTILE[0] : "",
    verdict,
  });
  const step = (widened, k) => ({
    widened,
    carried: 3.9 * k,
    not_carried: 4 * k,
    answer: HOSTILE[1],
    binds: `Above that binds ${HOSTILE[0]}`,
    imprecise: "The interval is wider than asked for.",
    warnings: [`A queue of ${HOSTILE[0]} grows`],
    on_map: { demand: 3.9 * k, figures: onMap(4 * k - 1) },
    trials: [
      trial(k, 0.0005, 0.003, "carried"),
      trial(3.9 * k, 0.003, 0.0015, "carried"),
      trial(3.95 * k, 0.006, 0.003, "unclear"),
      trial(4 * k, 0.012, 0.006, "not carried"),
      trial(6 * k, 0.3, 0.01, "gridlock"),
    ],
  });
  return {
    ...common("capacity", "capacity"),
    ...maps(),
    tolerated: 0.005,
    flows: "",
    points_looked_at: true,
    steps: [step("", 1), step(HOSTILE[1], 2)],
    bound_notes: [HOSTILE[2]],
    bounds: [
      {
        bound: "scenario mix",
        step: 1,
        value: 12,
        unit: "trains/day",
        times_demand: 4,
        simulated: 3,
        name: HOSTILE[2],
        kind: "bays",
        price: 0.25,
        capacity_unit: "bay-h",
      },
    ],
  };
}

// Four candidates: the first costs nothing, the second is selected, the third is still in, the last one, in which no train
// ran, was put out.
export function selection() {
  const candidate = (name, more) => ({
    name,
    question: HOSTILE[0],
    changes: [HOSTILE[1]],
    kpi: [12.5, 0.2],
    score: [-1250, 20],
    behind: [40, 12],
    gain: [0.4, 0.1],
    cost: 1000,
    cost_a_year: 2000,
    better_per_1000: [0.02, 0.005],
    replications: 14,
    out_after: null,
    state: "still in",
    gridlocks: 0,
    binding: { name: HOSTILE[2], cause: 4, share: 0.6 },
    binding_rivals: [],
    on_map: onMap(1),
    scenario_sha256: "33".repeat(32),
    results_hash: "44".repeat(32),
    ...more,
  });
  const all = common("selection", "Best of 4");
  return {
    ...all,
    ...maps(),
    trust: { ...all.trust, published: [] },
    kpi: { key: "transit/A-B/mean_days", name: HOSTILE[1], unit: "days" },
    less_is_better: true,
    currency: "EUR",
    worth: 100,
    zone: 25,
    score_unit: "EUR",
    probability: 0.95,
    end: "decided",
    best: 1,
    candidates: [
      candidate("as it is", { changes: [], gain: null, better_per_1000: null, cost: 0, cost_a_year: 0 }),
      candidate(HOSTILE[0], { state: "selected", behind: null, on_map: onMap(7) }),
      candidate("third", { on_map: onMap(3) }),
      candidate("fourth", {
        ...{ behind: [300, 30], state: "out after 10 replications", out_after: 10, replications: 10, gridlocks: 2 },
        on_map: null,
      }),
    ],
  };
}

// Two years, the later one named first, with figures of each role and verdict, and one that nothing is simulated of.
export function assessment() {
  const { trust, ...all } = common("assessment", "Assessment of 2017, 2018");
  const [row] = trust.published;
  const figure = (year, id, more) => ({
    ...row,
    id,
    year,
    observable: `${id} ${HOSTILE[1]}`,
    scored_in: year,
    of_the_year: true,
    of_the_map: false,
    same_as: "",
    single: [85, 105],
    as_it_was: null,
    as_it_was_year: null,
    without_waiting: null,
    ...more,
  });
  const of = (year) => [
    figure(year, "H1", { as_it_was: 80, as_it_was_year: year - 1 }),
    figure(year, "H2", { simulated: [150, 4], deviation: 0.5, verdict: "miss", without_waiting: 60 }),
    figure(year, "H3", { held_back: false, scored_in: null, verdict: "close", of_the_map: true }),
    figure(year, "C1", { role: "calibrated", held_back: false, scored_in: null, verdict: "close" }),
    figure(year, "I1", { role: "input", held_back: false, scored_in: null, simulated: [100, null] }),
    figure(year, "N1", {
      held_back: false,
      scored_in: null,
      simulated: null,
      single: null,
      deviation: null,
      verdict: "not simulated",
      why_not: HOSTILE[3],
    }),
  ];
  const score = { figures: 4, of_other_years: 1, hits: 2, error: 0.275 };
  return {
    ...all,
    trust: { ...trust, published: [] },
    ...maps(),
    notes: [HOSTILE[2]],
    years: [2018, 2017].map((year) => ({
      year,
      name: `${HOSTILE[0]} ${year}`,
      replications: 20,
      on_map: onMap(year === 2018 ? 7 : 1),
      scenario_sha256: "33".repeat(32),
      results_hash: "44".repeat(32),
    })),
    scores: ["times", "all"].map((name) => ({
      of: name,
      ...score,
      as_it_was: { figures: 2, nearer: 1, simulated: 0.05, naive: 0.2 },
      without_waiting: null,
    })),
    rows: [...of(2017), ...of(2018)],
  };
}
