// Reports that the program itself writes: opened, and their data beside those that sample.mjs reads from the same run
// directory in its own way. Wants the program: LANDBRIDGE=build/release/landbridge.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { closeBrowser, coloursOn, open } from "./browser.mjs";
import { load } from "./load.mjs";
import { readCsv, sample } from "./sample.mjs";

const program = process.env.LANDBRIDGE && resolve(process.env.LANDBRIDGE),
  skip = program ? false : "LANDBRIDGE names no program";
const root = process.env.LANDBRIDGE_SOURCE ?? fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "program-")),
  at = (name) => join(folder, name);
const landbridge = (...words) => execFileSync(program, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
const dataOf = (file) =>
  JSON.parse(readFileSync(file, "utf8").match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]);

after(closeBrowser);

async function shows(file, views) {
  const report = await open(null, { file }),
    { page, seen } = report;
  for (const view of views) {
    await page.click(`#tab-${view}`);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.ok((await page.locator(`#view-${view}`).innerText()).length > 40, view);
    if (view !== "trust") assert.ok((await coloursOn(page, `#view-${view} canvas`)) > 3, `${view} has no picture`);
  }
  assert.deepEqual(seen, { errors: [], requests: [] });
  await report.close();
}

const RUN_VIEWS = ["overview", "map", "diagram", "journeys", "borders", "lines", "trust"];

test("a run of the corridor: shown, small enough, and with the numbers of its tables", { skip }, async () => {
  const scenario = "scenarios/eurasia-2017.txtpb",
    records = ["--records", "trains,passings,containers", "--record-replications", "1"];
  landbridge("run", scenario, "--replications", "2", ...records, "--out", at("run"));
  landbridge("report", at("run"), "-o", at("run.html"));
  landbridge("convert", "--merge", scenario, at("scenario.json"));
  assert.ok(statSync(at("run.html")).size <= 5e6, `${statSync(at("run.html")).size} bytes`);
  await shows(at("run.html"), RUN_VIEWS);

  const theirs = dataOf(at("run.html")),
    ours = await sample(at("run"), at("scenario.json"));
  const points = (data, list) => list.map((i) => data.network.points[i].id),
    lines = (data, list) => list.map((i) => data.network.lines[i].id);
  const line = (data) =>
    Object.fromEntries(data.network.lines.map((l) => [l.id, [l.sections, l.tracks, l.trains_per_day, l.uic406_day]]));
  for (const [id, mine] of Object.entries(line(ours))) assert.deepEqual(line(theirs)[id], mine, id);
  // Every section: four digits behind the point, of which the last may be rounded another way.
  const sections = (data) => new Map(data.network.lines.map((l) => [l.id, (l.uic406_sections ?? []).flat()]));
  const [ourSections, theirSections] = [sections(ours), sections(theirs)];
  for (const [id, mine] of ourSections) {
    assert.equal(theirSections.get(id).length, mine.length, id);
    theirSections
      .get(id)
      .forEach((use, i) => assert.ok(Math.abs(use - mine[i]) < 0.00011, `${id}: ${use}, ${mine[i]}`));
  }
  assert.ok([...ourSections.values()].flat().length > 2000, "hundreds of sections");
  // Every train: its way, when it came to each point of it or was made there, and when it left or ended.
  const { unpack } = await load("movements");
  const runs = (data) => {
    const stops = unpack(data.movements),
      { trains, routes } = data.movements;
    return new Map(
      trains.id.map((id, t) => {
        const from = stops.first[t],
          until = stops.first[t + 1],
          route = routes[trains.route[t]];
        return [
          id,
          [
            points(data, route.points),
            lines(data, route.lines),
            trains.direction[t],
            [...stops.departed.slice(from, until)],
            [...stops.arrived.slice(from, until)],
          ],
        ];
      }),
    );
  };
  const [mine, their] = [runs(ours), runs(theirs)];
  assert.ok(mine.size > 3000);
  for (const [id, way] of mine) assert.deepEqual(their.get(id), way, id);
});

test("the queue that the page counts from stops is the mean that the program counted (Little)", { skip }, async () => {
  const { unpack, queueAt } = await load("movements"),
    data = dataOf(at("run.html")),
    stops = unpack(data.movements);
  const kpis = new Map(
    readCsv(join(at("run"), "kpis_by_replication.csv"))
      .filter((k) => k.replication === "0")
      .map((k) => [k.key, Number(k.value)]),
  );
  // Lifting at changes of gauge, where trains end and begin, is in both.
  const ends = new Set(data.movements.routes.flatMap((r) => [r.points[0], r.points[r.points.length - 1]]));
  let compared = 0,
    atEnds = 0;
  data.network.points.forEach((point, i) => {
    const mean = kpis.get(`point/${point.id}/trains_mean`);
    if (!(mean > 0.01)) return;
    const queue = queueAt(stops, i, 1440),
      found = queue.standing.reduce((s, x) => s + x, 0) / queue.bins;
    // Minutes are floored at both ends of each stay: right in the mean.
    assert.ok(Math.abs(found - mean) < 0.02 * mean + 0.002, `${point.id}: ${found}, not ${mean}`);
    ++compared;
    if (ends.has(i)) ++atEnds;
  });
  assert.ok(compared >= 10 && atEnds >= 5, `${compared} points, at ${atEnds} of them trains end`);
});

test(
  "opposite trains of the corridor meet at stations and passing places, where they are recorded",
  { skip },
  async () => {
    const [{ unpack }, diagram, { wayOf }] = [
      await load("movements"),
      await load("diagram_data"),
      await load("network"),
    ];
    const data = dataOf(at("run.html")),
      stops = unpack(data.movements),
      { network } = data;
    const passings = diagram.unpackPassings(data.movements.passings, stops, network.lines);
    assert.ok(passings.size > 100);
    const l = network.lines.reduce(
      (best, line, i) =>
        line.tracks === 1 &&
        line.sections > 10 &&
        (best < 0 || line.trains_per_day[0][0] > network.lines[best].trains_per_day[0][0])
          ? i
          : best,
      -1,
    );
    const line = network.lines[l],
      picture = diagram.diagram(stops, network, wayOf(network, [line.from, line.to], [l]), passings);
    const direction = (p) => data.movements.trains.direction[picture.paths.train[p]];
    const window = {
      from: 1440,
      until: data.movements.passings.until_min - 5 * 1440,
      kmFrom: 1,
      kmUntil: line.length_km - 1,
    };
    const meets = (await load("diagram_find")).meets(picture.paths, direction, window),
      section = line.length_km / line.sections;
    assert.ok(meets.length > 5);
    const away = meets.map(({ km }) => Math.abs(km / section - Math.round(km / section)));
    assert.ok(
      Math.max(...away) < 0.1,
      `${line.name}: a meet ${Math.max(...away).toFixed(2)} sections away from any passing place`,
    );
  },
);

test("a comparison, a sweep and a capacity study are shown", { skip }, async () => {
  const toy = "scenarios/toys/one_border.txtpb";
  landbridge(
    "compare",
    toy,
    "--change",
    "gauge_changes/BORDER.lift/bays = 1",
    "--replications",
    "3",
    "--out",
    at("comparison"),
  );
  landbridge(
    "sweep",
    toy,
    "--vary",
    "gauge_changes/BORDER.lift/bays = 1..3 by 3 whole",
    "--replications",
    "2",
    "-o",
    at("sweep.sqlite"),
  );
  landbridge("capacity", toy, "--steps", "1", "--out", at("capacity"));
  for (const [kind, results] of [
    ["comparison", "comparison"],
    ["sweep", "sweep.sqlite"],
    ["capacity", "capacity"],
  ]) {
    landbridge("report", at(results), "-o", at(`${kind}.html`));
    assert.equal(dataOf(at(`${kind}.html`)).kind, kind);
    await shows(at(`${kind}.html`), [kind, "trust"]);
  }
  // Both lines of the toy are on the maps, and the bays at its border.
  const swept = dataOf(at("sweep.html")),
    carried = dataOf(at("capacity.html")).steps[0];
  const all = [...swept.points.map((point) => point.on_map), carried.on_map.figures];
  assert.equal(carried.on_map.demand, carried.carried);
  for (const { line_trains, line_use, resource_use, binding } of all) {
    assert.equal(line_trains.length, 2);
    assert.ok(line_trains.every((trains) => trains > 0) && line_use.every((use) => use > 0 && use < 1));
    assert.ok(resource_use.some((use) => use > 0.1) && binding[0].point !== null);
  }
});

test("a selection and an assessment are shown", { skip }, async () => {
  const toy = join(root, "scenarios/toys/one_border.txtpb");
  const change = "network { lines { id: 'BROAD' speed_km_per_day: 1200 } }";
  writeFileSync(at("fast.txtpb"), `include: "${toy}"\nname: "fast"\nchange { ${change} }\n`);
  const days = ["--kpi", "transit/EAST-WEST/mean_days", "--less", "--zone", "0.1"];
  landbridge("select", toy, at("fast.txtpb"), ...days, "--out", at("selection"));
  landbridge("assess", "scenarios/eurasia-2017.txtpb", "-n", "10", "--out", at("assessment"));
  for (const kind of ["selection", "assessment"]) {
    landbridge("report", at(kind), "-o", at(`${kind}.html`));
    assert.equal(dataOf(at(`${kind}.html`)).kind, kind);
    await shows(at(`${kind}.html`), [kind, "trust"]);
  }
  const { candidates, best, network } = dataOf(at("selection.html"));
  assert.deepEqual(
    readCsv(join(at("selection"), "selection.csv")).map((row) => [row.name, row.out_after]),
    candidates.map(({ name, out_after }) => [name, String(out_after ?? "")]),
  );
  // Each candidate's trains a day are those of its own run directory.
  candidates.forEach(({ on_map }, i) => {
    const rows = readCsv(join(at("selection"), `candidate-${i + 1}`, "kpis.csv"));
    const mean = (key) => Number(rows.find((row) => row.key === key).mean);
    network.lines.forEach(({ id }, line) => {
      const trains = ["westbound", "eastbound"].map((way) => mean(`line/${id}/${way}/trains_per_day`));
      assert.ok(trains[0] > 0 && Math.abs(on_map.line_trains[line] - trains[0] - trains[1]) < 0.001, id);
    });
  });
  assert.equal(candidates[best].name, "fast");
  const { rows, years, network: map } = dataOf(at("assessment.html"));
  assert.ok(years[0].on_map.line_trains.filter((trains) => trains > 0).length > 50);
  // London is of no scenario, and so has no name here.
  const ids = rows.flatMap(({ scope }) => scope.match(/\b[A-Z]{2}_[A-Z]{3}\b/g) ?? []);
  assert.deepEqual(
    ids.filter((id) => map.points.some((point) => point.id === id)),
    [],
    "places by their names",
  );
  assert.ok(rows.some(({ scope }) => scope === "Chengdu to Lodz"));
  const written = readCsv(join(at("assessment"), "assessment.csv"));
  assert.ok(rows.length > 40);
  assert.deepEqual(
    written.map((row) => [row.id, row.verdict, row.scored === "1"]),
    rows.map(({ id, verdict, held_back }) => [id, verdict, held_back]),
  );
});

test("a study of 500 runs is at most 20 MB", { skip }, () => {
  landbridge(
    "sweep",
    "scenarios/toys/one_border.txtpb",
    "--vary",
    "gauge_changes/BORDER.lift/lifts_per_hour = 10..40 by 250",
    "--replications",
    "2",
    "-o",
    at("large.sqlite"),
  );
  landbridge("report", at("large.sqlite"), "-o", at("large.html"));
  const { points } = dataOf(at("large.html"));
  assert.equal(points.filter((point) => point.on_map).length, 250);
  assert.ok(statSync(at("large.html")).size <= 20e6, `${statSync(at("large.html")).size} bytes`);
});

// Each container's minutes beside its rows of containers.csv, read here in another way.
test("single containers of the corridor are those of containers.csv, minute by minute", { skip }, async () => {
  const data = dataOf(at("run.html")),
    { stepsOf, minutesOf } = await load("single_container"),
    { CAUSES } = await load("data");
  const legs = new Map();
  for (const row of readCsv(join(at("run"), "containers.csv"))) {
    if (row.replication === "0") legs.set(row.container, [...(legs.get(row.container) ?? []), row]);
  }
  let compared = 0,
    most = 0;
  for (const { single } of data.journeys.filter((journey) => journey.single)) {
    most = Math.max(most, single.recorded);
    assert.ok(single.id.length === Math.min(41, single.recorded));
    single.id.forEach((id, i) => {
      const rows = legs.get(id).sort((a, b) => a.leg - b.leg),
        steps = stepsOf(single.steps[i]);
      const total = (Date.parse(rows[rows.length - 1].arrived) - Date.parse(rows[0].ready)) / 1000;
      assert.equal(minutesOf(single.steps[i]), Math.floor(total / 60), id);
      const ends = new Set(steps.flatMap((s) => single.places[s.place]).map((point) => data.network.points[point].id));
      for (const row of rows)
        assert.ok(ends.has(row.from) && ends.has(row.to), `${id} was in ${row.from} and ${row.to}`);
      CAUSES.forEach((cause, c) => {
        const found = steps.filter((s) => s.cause === c).reduce((sum, s) => sum + s.minutes, 0);
        const seconds = rows.reduce((sum, row) => sum + Number(row[`wait_${cause}_s`] ?? row[`${cause}_s`]), 0);
        // Of each of its steps the minutes are floored at both ends.
        assert.ok(
          Math.abs(found - seconds / 60) <= 1 + steps.length / 2,
          `${id}, ${cause}: ${found} min, ${seconds} s`,
        );
      });
      ++compared;
    });
  }
  assert.ok(compared > 500 && most > 1000, `${compared} containers, at most ${most} of a journey`);
});

test("trains of a timetable have its departures as their plan, and none is ahead of it", { skip }, async () => {
  landbridge(
    "run",
    "scenarios/toys/reefers.txtpb",
    "--replications",
    "1",
    "--records",
    "trains,containers",
    "--out",
    at("timetable"),
  );
  landbridge("report", at("timetable"), "-o", at("timetable.html"));
  const data = dataOf(at("timetable.html")),
    [{ unpack }, { planOf, lateness }] = [await load("movements"), await load("plans")];
  const stops = unpack(data.movements),
    planned = data.movements.trains.id
      .map((_, t) => planOf(data.movements, t))
      .map((plan, t) => ({ plan, t }))
      .filter(({ plan }) => plan);
  assert.ok(planned.length > 20);
  for (const { plan, t } of planned) {
    assert.equal(((plan.departure % 1440) + 1440) % 1440, 720, "every day at noon");
    const late = lateness(stops, t, plan);
    assert.ok(late.leaving >= 0 && (late.arriving ?? 0) >= 0, JSON.stringify(late));
  }
  await shows(at("timetable.html"), ["diagram"]);
});
