// What made-up data of every kind have in common, with names that would do harm on a page that read them as HTML.
export const HOSTILE = [
  `</script><script>window.harmed = 1</script>`,
  `<img src=x onerror="window.harmed = 2">`,
  `"><svg onload=window.harmed=3>`,
  `{a|window.harmed = 4}`,
  `=HYPERLINK("http://harm.example")`,
];

export const trust = (more = {}) => ({
  program: "landbridge 0.1.0",
  git_revision: "0123456789ab",
  compiler: "GNU 12.2.0",
  command: "landbridge run toy.txtpb",
  scenario_file: "toy.txtpb",
  scenario_sha256: "00".repeat(32),
  results_hash: "11".repeat(32),
  seed: "18446744073709551615",
  replications: 2,
  count_from: "2017-01-01T00:00:00Z",
  count_until: "2017-01-11T00:00:00Z",
  spin_up_days: 3,
  started: "2026-01-01T00:00:00Z",
  seconds_taken: 0.1,
  threads: 2,
  changes: [HOSTILE[0]],
  published: [
    {
      id: "V01",
      observable: HOSTILE[1],
      scope: "here",
      period: "2017",
      unit: "trains/y",
      role: "compared",
      published: 100,
      low: 90,
      high: 110,
      tolerance: null,
      believed: [90, 110],
      simulated: [95, 3],
      deviation: -0.05,
      verdict: "agrees",
      why_not: "",
      sources: "S001",
      confidence: "B",
      held_back: true,
    },
  ],
  sources: [{ source: HOSTILE[2], confidence: "C", figures: 3, note: "" }],
  assumptions: [{ note: HOSTILE[4], figures: 2, example: "lines/L1/passing_places" }],
  ...more,
});

export const common = (kind, title) => ({
  format: "landbridge-report-1",
  kind,
  title,
  question: `What if ${HOSTILE[0]}?`,
  answer: `The answer is ${HOSTILE[1]}.`,
  figures: [
    { label: "TEU delivered", unit: "TEU", value: [301383, 1116], note: HOSTILE[1] },
    { label: "Used", unit: "share", value: [0.16, 0.004] },
    { label: "Never observed", unit: "days", value: null },
    { label: "One replication", unit: "days", value: [12.1, null] },
  ],
  warnings: [HOSTILE[2]],
  trust: trust(),
});

const point = (id, name, role, lat, lon, processes = []) => ({
  id,
  name,
  full_name: name,
  country: "KZ",
  role,
  lat,
  lon,
  gauges_mm: [1435, 1520],
  time_zone: "Asia/Almaty",
  tracks: 4,
  processes,
  local_names: id === "B" ? { zh: "边境", ru: "Граница" } : null,
});
const sectionUse = (use) => [use, 0.01, use * 1.5, use * 2];
const line = (id, from, to, gauge, tracks, km, sections, use) => ({
  id,
  name: `${id} ${HOSTILE[1]}`,
  from,
  to,
  gauge_mm: gauge,
  tracks,
  length_km: km,
  sections,
  run_min: km,
  paths_per_day: null,
  trains_per_day: [
    [2, 0.1],
    [2, 0.1],
  ],
  teu: [
    [160, 4],
    [140, 4],
  ],
  wait_h: [[0.5, 0.1], null],
  path_wait_h: [null, null],
  occupancy: [use, 0.01],
  uic406_mean: [use, 0.01],
  uic406_day: [use * 1.5, 0.02],
  uic406_peak: [use * 2, 0.02],
  // The last section of single track is the fullest, and the way from `from` of a double one.
  uic406_sections:
    tracks === 1
      ? Array.from({ length: sections }, (_, i) => (i + 1) / sections).map((part) => sectionUse(use * part))
      : [sectionUse(use), sectionUse(use / 2)],
  path_use: id === "L1" ? null : use / 2,
  graph_pairs: 12,
});

export function network() {
  return {
    points: [
      point("A", HOSTILE[0], "origin hub", 34, 108),
      point("B", HOSTILE[1], "border", 45, 82, [
        {
          title: "westbound, change of gauge",
          stages: [
            { name: "customs", what: HOSTILE[3], resource: "B.customs", hours: null },
            { name: "lift", what: "", resource: "B.lift", hours: "MON 08:00-20:00" },
          ],
        },
      ]),
      point("C", HOSTILE[2], "station", 51, 71),
      point("D", HOSTILE[3], "terminal", 52, 21),
    ],
    lines: [
      line("L1", 0, 1, 1435, 2, 2500, 1, 0.1),
      line("L2", 1, 2, 1520, 1, 1200, 3, 0.5),
      line("L3", 2, 3, 1520, 2, 3500, 1, 0.2),
    ],
  };
}
