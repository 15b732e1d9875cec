// Data for the page from a run directory and its scenario as JSON, without the C++ part: for working on the page, and as
// a second, independent way to the same numbers.
//   node tests/sample.mjs RUN_DIRECTORY SCENARIO.json > data.json     (landbridge convert --merge SCENARIO SCENARIO.json)
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
const CAUSES = [
  "section",
  "path",
  "track",
  "server",
  "bay",
  "yard",
  "fleet",
  "hours",
  "possession",
  "closure",
  "formation",
  "handling",
  "running",
  "slowed",
  "plug",
  "consolidation",
];
const DIRECTIONS = ["westbound", "eastbound"];

export function parseRow(text) {
  const cells = [];
  for (const match of text.matchAll(/("((?:[^"]|"")*)"|[^,]*)(,|$)/g)) {
    cells.push(match[2] === undefined ? match[1] : match[2].replace(/""/g, '"'));
    if (match[3] === "") break;
  }
  return cells;
}

export function readCsv(file) {
  if (!existsSync(file)) return [];
  const [head, ...rows] = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const names = parseRow(head);
  return rows.map((row) => Object.fromEntries(parseRow(row).map((cell, i) => [names[i], cell])));
}

const number = (text) => (text === "" || text === undefined ? null : Number(Number(text).toPrecision(8)));
const estimate = (mean, half) => (number(mean) === null ? null : [number(mean), number(half)]);

// But for the digits to which a value alone was rounded.
const believedOf = (value, low, high, tolerance) => [
  Math.min(low ?? value, value - (tolerance ?? 0)),
  Math.max(high ?? value, value + (tolerance ?? 0)),
];

async function stopsOf(file) {
  const trains = new Map();
  let names;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    if (!names) {
      names = text.split(",");
      continue;
    }
    if (!text.startsWith("0,")) continue;
    const row = Object.fromEntries(text.split(",").map((cell, i) => [names[i], cell]));
    if (!trains.has(row.train)) trains.set(row.train, []);
    trains.get(row.train).push(row);
  }
  return trains;
}

function movementsOf(trains, points, lines, from, days) {
  const minute = (text) => (text ? Math.floor((Date.parse(text) - from) / 60000) : null);
  const routes = [],
    routeOf = new Map(),
    untilMin = days * 1440,
    list = [];
  for (const [id, stops] of trains) {
    const rows = stops.map((s) => ({
      s,
      arrived: minute(s.arrived || s.made),
      departed: minute(s.departed || s.ended),
    }));
    rows.sort((a, b) => a.departed - b.departed);
    const start = rows[0].arrived;
    if (start >= untilMin || rows[rows.length - 1].departed < 0) continue;
    list.push({ id, rows, start });
  }
  list.sort((a, b) => a.start - b.start);
  const between = new Map(
    lines.flatMap((l, i) => [
      [`${l.from}/${l.to}/${l.gauge_mm}`, i],
      [`${l.to}/${l.from}/${l.gauge_mm}`, i],
    ]),
  );
  const data = {
    from_min: 0,
    until_min: untilMin,
    dated: true,
    routes,
    times: [],
    waits: [],
    passings: null,
    trains: { id: [], route: [], start: [], direction: [], gauge_mm: [], teu: [], formed_by: [] },
    formed_by: [],
  };
  let skipped = 1;
  for (const { id, rows, start } of list) {
    const first = rows[0].s,
      where = rows.map(({ s }) => points.get(s.point));
    const by = where.slice(1).map((p, i) => between.get(`${where[i]}/${p}/${Number(first.gauge_mm)}`) ?? -1);
    const key = `${where}|${by}`;
    if (!routeOf.has(key)) {
      routeOf.set(key, routes.length);
      routes.push({ points: where, lines: by });
    }
    if (!data.formed_by.includes(first.formed_by)) data.formed_by.push(first.formed_by);
    const columns = {
      id,
      route: routeOf.get(key),
      start,
      direction: DIRECTIONS.indexOf(first.direction),
      gauge_mm: Number(first.gauge_mm),
      teu: Number(first.teu),
      formed_by: data.formed_by.indexOf(first.formed_by),
    };
    for (const [name, value] of Object.entries(columns)) data.trains[name].push(value);
    rows.forEach(({ s, arrived, departed }, k) => {
      const waits = CAUSES.slice(0, 11)
        .map((c, i) => [i, Math.floor(Number(s[`wait_${c}_s`]) / 60)])
        .filter(([, m]) => m > 0);
      data.times.push(departed - arrived);
      if (k + 1 < rows.length) data.times.push(rows[k + 1].arrived - departed);
      for (const [cause, minutes] of waits) {
        data.waits.push(skipped, cause, minutes);
        skipped = 0;
      }
      ++skipped;
    });
  }
  return data;
}

export async function sample(directory, scenarioFile) {
  const csv = (name) => readCsv(`${directory}/${name}.csv`);
  const manifest = JSON.parse(readFileSync(`${directory}/manifest.json`, "utf8"));
  const scenario = JSON.parse(readFileSync(scenarioFile, "utf8"));
  const kpis = csv("kpis").map((k) => ({
    key: k.key,
    unit: k.unit,
    value:
      k.mean === ""
        ? null
        : [number(k.mean), k.ci95_high === "" ? null : number(String((k.ci95_high - k.ci95_low) / 2))],
  }));
  const kpi = new Map(kpis.map((k) => [k.key, k.value]));
  const get = (key) => kpi.get(key) ?? null;
  const two = (make) => DIRECTIONS.map(make);
  const short = (name) => name.replace(/ [(/].*/, "");

  const capacity = new Map(csv("capacity").map((c) => [c.line, c]));
  const sections = new Map();
  for (const s of csv("sections")) {
    if (!sections.has(s.line)) sections.set(s.line, []);
    const uses = [s.uic406_mean, s.uic406_mean_ci95, s.uic406_day, s.uic406_peak];
    sections.get(s.line).push(uses.map((use) => (use === "" ? null : Number(Number(use).toFixed(4)))));
  }
  const ran = new Map(csv("lines").map((l) => [l.line, l]));
  const used = scenario.network.lines.filter(
    (l) => ran.has(l.id) && Number(ran.get(l.id).trains_per_day_west) + Number(ran.get(l.id).trains_per_day_east) > 0,
  );
  const wanted = new Set(used.flatMap((l) => [l.from, l.to]));
  const listed = scenario.network.points.filter((p) => wanted.has(p.id));
  const points = new Map(listed.map((p, i) => [p.id, i]));
  const law = (d) => (d ? JSON.stringify(d).replace(/["{}]/g, " ").replace(/\s+/g, " ").trim() : "");
  const processes = (id) =>
    (scenario.processes?.processes ?? [])
      .filter((p) => p.point === id)
      .map((p) => ({
        title: `${(p.direction ?? "both").toLowerCase()}, ${(p.role ?? "pass").toLowerCase().replace(/_/g, " ")}`,
        stages: (p.stages ?? []).map((s) => ({
          name: s.name,
          what: law(s.duration),
          resource: s.resource ?? null,
          hours: null,
        })),
      }));
  const network = {
    points: listed.map((p) => ({
      id: p.id,
      name: short(p.name),
      full_name: p.name,
      country: p.country ?? "",
      role: (p.role ?? "STATION").toLowerCase().replace(/_/g, " "),
      lat: p.latitude_deg ?? 0,
      lon: p.longitude_deg ?? 0,
      gauges_mm: p.gauges_mm ?? [],
      time_zone: p.time_zone ?? "",
      tracks: (p.tracks ?? []).reduce((sum, t) => sum + t.count, 0) || null,
      processes: processes(p.id),
    })),
    lines: used.map((l) => {
      const c = capacity.get(l.id) ?? {};
      return {
        id: l.id,
        name: ran.get(l.id).name,
        from: points.get(l.from),
        to: points.get(l.to),
        gauge_mm: l.gauge_mm ?? 0,
        tracks: l.tracks ?? 0,
        length_km: l.length_km,
        sections: (l.passing_places ?? 0) + 1,
        run_min: (l.length_km / l.speed_km_per_day) * 1440,
        paths_per_day: l.paths_per_day ?? null,
        trains_per_day: two((d) => get(`line/${l.id}/${d}/trains_per_day`)),
        teu: two((d) => get(`crossing/${l.id}/${d}/teu`)),
        wait_h: two((d) => get(`line/${l.id}/${d}/wait_mean_h`)),
        path_wait_h: two((d) => get(`line/${l.id}/${d}/path_wait_mean_h`)),
        occupancy: get(`line/${l.id}/occupancy`),
        uic406_mean: get(`line/${l.id}/uic406_mean`),
        uic406_day: get(`line/${l.id}/uic406_day`),
        uic406_peak: get(`line/${l.id}/uic406_peak`),
        uic406_sections: sections.get(l.id) ?? null,
        path_use: number(c.path_use),
        graph_pairs: number(c.graph_per_day),
      };
    }),
  };
  const lineOf = new Map(network.lines.map((l, i) => [l.id, i]));
  const pointOf = (place) => points.get(place.split(/[./]/)[0]) ?? null;
  const waits = csv("binding").map((b) => ({
    place: b.place,
    name: b.name,
    cause: CAUSES.indexOf(b.cause),
    point: pointOf(b.place),
    line: lineOf.get(b.place) ?? null,
    container_hours: estimate(b.container_hours, b.container_hours_ci95),
    mean_h: get(`wait/${b.place}/${b.cause}/mean_h`),
    share: number(b.share_of_waiting),
    utilisation: estimate(b.utilisation, ""),
    waiting_at_end: estimate(b.waiting_at_end, ""),
    is_resource: true,
  }));
  const parts = csv("journeys");
  const journeys = csv("transit")
    .map((t, i) => {
      const j = parts[i] ?? {};
      return {
        origin: points.get(t.origin),
        destination: points.get(t.destination),
        name: t.name,
        containers: get(`delivered/${t.origin}-${t.destination}/containers`),
        teu: get(`delivered/${t.origin}-${t.destination}/teu`),
        transit_mean: estimate(t.transit_mean_days, t.transit_mean_days_ci95),
        transit_p50: estimate(t.transit_p50_days, ""),
        transit_p90: estimate(t.transit_p90_days, ""),
        total_mean: estimate(t.total_mean_days, ""),
        total_p50: estimate(t.total_p50_days, ""),
        total_p90: estimate(t.total_p90_days, ""),
        causes: CAUSES.map((c) => number(j[`${c}_mean_days`])),
        transit_percentiles: null,
        legs: null,
        costs: null,
      };
    })
    .filter((j) => j.origin !== undefined && j.destination !== undefined)
    .sort((a, b) => (b.containers?.[0] ?? 0) - (a.containers?.[0] ?? 0));
  const stops = existsSync(`${directory}/trains.csv`) ? await stopsOf(`${directory}/trains.csv`) : null;
  const days = manifest.scenario.counted_s / 86400,
    top = journeys[0],
    bind = waits[0];
  const delivered = DIRECTIONS.map((d) => get(`total/${d}/teu_delivered`));
  const thousands = (x) => Math.round(x).toLocaleString("en-GB");
  return {
    format: "landbridge-report-1",
    kind: "run",
    title: manifest.scenario.name,
    question: scenario.description ?? "",
    answer: `${thousands(delivered[0][0])} TEU westbound and ${thousands(delivered[1][0])} TEU eastbound are delivered; ${bind.name} binds first, and nothing is near its capacity.`,
    figures: [
      {
        label: "TEU delivered",
        unit: "TEU",
        value: get("total/both/teu_delivered"),
        note: `west ${thousands(delivered[0][0])}, east ${thousands(delivered[1][0])}`,
      },
      { label: "Trains from their first origin", unit: "trains", value: get("total/both/trains_departed") },
      {
        label: `${top.name}: transit, mean`,
        unit: "days",
        value: top.transit_mean,
        note: `nine of ten within ${top.transit_p90[0].toFixed(1)} days`,
      },
      { label: `${top.name}: from release, mean`, unit: "days", value: top.total_mean },
      { label: "Waiting at the binding resource", unit: "container-h", value: bind.container_hours, note: bind.name },
      { label: "Used of it", unit: "share", value: bind.utilisation },
    ],
    warnings: [],
    trust: {
      program: `landbridge ${manifest.program.version}`,
      git_revision: manifest.program.git_revision,
      compiler: manifest.program.compiler,
      command: `landbridge run ${manifest.scenario.file} --replications ${manifest.replications_complete}`,
      scenario_file: manifest.scenario.file,
      scenario_sha256: manifest.scenario.sha256,
      results_hash: manifest.results_hash,
      seed: manifest.seed,
      replications: manifest.replications_complete,
      count_from: manifest.scenario.count_from,
      count_until: manifest.scenario.count_until,
      spin_up_days: manifest.scenario.spin_up_s / 86400,
      started: manifest.started,
      seconds_taken: manifest.seconds_taken,
      threads: manifest.threads,
      changes: [],
      published: csv("published").map((p) => ({
        id: p.id,
        observable: p.observable,
        scope: p.scope,
        period: p.period,
        unit: p.unit,
        role: p.role,
        published: number(p.published),
        low: number(p.published_low),
        high: number(p.published_high),
        tolerance: number(p.tolerance),
        believed: believedOf(
          number(p.published),
          number(p.published_low),
          number(p.published_high),
          number(p.tolerance),
        ),
        simulated: estimate(p.simulated, p.simulated_ci95),
        deviation: number(p.deviation),
        verdict: p.verdict,
        why_not: p.why_not,
        sources: p.sources,
        confidence: p.confidence,
      })),
      sources: [],
      assumptions: [],
    },
    network,
    resources: csv("resources")
      .filter((r) => pointOf(r.id) !== null)
      .map((r) => ({
        id: r.id,
        name: r.name,
        point: pointOf(r.id),
        kind: r.kind,
        servers: number(r.servers),
        utilisation: estimate(r.utilisation, r.utilisation_ci95),
        queue_mean: estimate(r.queue_mean, ""),
        queue_longest: estimate(r.queue_longest, ""),
        wait_mean_h: estimate(r.wait_mean_h, ""),
        yard_teu_mean: estimate(r.yard_teu_mean, ""),
        yard_teu_most: estimate(r.yard_teu_most, ""),
        lifts: estimate(r.lifts, ""),
      })),
    waits,
    dwell: csv("places")
      .filter((p) => p.kind === "dwell" && points.has(p.place))
      .map((p) => ({
        point: points.get(p.place),
        direction: DIRECTIONS.indexOf(p.direction_or_cause),
        mean_h: estimate(p.mean_h, p.mean_h_ci95),
        p50_h: estimate(p.p50_h, ""),
        p90_h: estimate(p.p90_h, ""),
      })),
    crossings: [...new Set(csv("crossings").map((c) => c.line))]
      .filter((l) => lineOf.has(l))
      .map((l) => {
        const row = csv("crossings").find((c) => c.line === l);
        return {
          line: lineOf.get(l),
          from_country: row.from_country,
          to_country: row.to_country,
          trains: two((d) => get(`crossing/${l}/${d}/trains`)),
          teu: two((d) => get(`crossing/${l}/${d}/teu`)),
        };
      }),
    journeys,
    disruptions: [],
    bounds: csv("bounds").map((b) => ({
      bound: b.bound,
      step: Number(b.step),
      value: number(b.value),
      unit: b.unit,
      times_demand: number(b.times_demand) || null,
      simulated: number(b.simulated),
      name: b.name,
      kind: b.kind,
      price: number(b.price),
      capacity_unit: b.capacity_unit,
    })),
    movements: stops && movementsOf(stops, points, network.lines, Date.parse(manifest.scenario.count_from), days),
    kpis: { key: kpis.map((k) => k.key), unit: kpis.map((k) => k.unit), value: kpis.map((k) => k.value) },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [directory, scenario] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await sample(directory, scenario)));
}
