// What is known of one place: its stages, servers, waits by cause, queue over time; or of one line.
import { CAUSES, type Estimate, type PointIndex } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { estimate, number, percent } from "./format";
import { lineTeu } from "./network";
import { nameOf } from "./names";
import { queueChart } from "./queue_chart";
import { type CauseHours, type Report, causeName, trackText, waitsAt } from "./report";
import { sectionChart } from "./sections";
import { table } from "./table";
import { throughputChart } from "./throughput_chart";
import { CAUSE_WORDS, causeColour, css } from "./theme";

export function causeBars(label: string, rows: CauseHours[], unit = "container-h"): HTMLElement {
  const sorted = [...rows].reverse();
  return chartBox(label, 34 + 26 * sorted.length, () => ({
    grid: { left: 4, right: 60, top: 4, bottom: 4, containLabel: true },
    tooltip: tooltip({
      formatter: (p: { dataIndex: number }) => {
        const row = sorted[p.dataIndex];
        return tip(CAUSE_WORDS[CAUSES[row.cause]], [[unit, number(row.hours)]]);
      },
    }),
    xAxis: { type: "value", show: false },
    yAxis: axis({ type: "category", data: sorted.map((r) => causeName(r.cause)), axisLine: { show: false } }),
    series: [
      {
        type: "bar",
        barMaxWidth: 16,
        data: sorted.map((r) => ({ value: r.hours, itemStyle: { color: causeColour(r.cause) } })),
        label: {
          show: true,
          position: "right",
          color: css("--ink"),
          formatter: (p: { value: number }) => number(p.value),
        },
      },
    ],
  })).element;
}

function facts(rows: [string, string][]): HTMLElement {
  return h(
    "dl",
    { class: "facts" },
    rows.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
  );
}

export function pointDetail(report: Report, index: PointIndex): HTMLElement {
  const { data } = report,
    point = data.network.points[index];
  const resources = data.resources.filter((r) => r.point === index);
  const dwell = data.dwell.filter((d) => d.point === index);
  const waits = waitsAt(data, index, "all");
  const native = nameOf(point) === point.name ? "" : ` ${nameOf(point)}`;
  return h(
    "div",
    { class: "detail" },
    h("h2", {}, point.name, native && h("span", { class: "note", lang: "und" }, native)),
    h(
      "p",
      { class: "note" },
      [
        point.full_name === point.name ? "" : point.full_name,
        point.role,
        point.country,
        point.gauges_mm
          .filter((g) => g > 0)
          .map((g) => `${g} mm`)
          .join(" and "),
        point.tracks ? `${point.tracks} tracks` : "",
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    dwell.length > 0 && [
      h("h3", {}, "Containers stand here, hours"),
      facts(
        dwell.map((d) => [
          ["westbound", "eastbound"][d.direction],
          `${estimate(d.mean_h)} (half ${estimate(d.p50_h)}, nine in ten ${estimate(d.p90_h)})`,
        ]),
      ),
    ],
    h("h3", {}, "Waits by cause, container-hours"),
    waits.length > 0
      ? causeBars(`Waits by cause at ${point.name}`, waits)
      : h("p", { class: "note" }, "Nothing is waited for here."),
    h(
      "p",
      { class: "note" },
      "Waits for a section or path are those of the line ahead, and counted there; trains that wait for them stand here, in the picture below.",
    ),
    h("h3", {}, "Trains here over time, waiting by cause"),
    queueChart(report, index) ?? h("p", { class: "note" }, "Movements were not recorded."),
    resources.length > 0 && [
      h("h3", {}, "Servers and bays"),
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["what", "how many", "used", "longest queue", "wait h"].map((t, i) =>
              h("th", { scope: "col", class: i > 0 ? "number" : "" }, t),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          resources.map((r) =>
            h(
              "tr",
              {},
              h("td", {}, shortName(r.name)),
              h("td", { class: "number" }, `${r.servers} ×`),
              h("td", { class: "number" }, percent(r.utilisation?.[0])),
              h("td", { class: "number" }, estimateShort(r.queue_longest)),
              h("td", { class: "number" }, estimateShort(r.wait_mean_h)),
            ),
          ),
        ),
      ),
    ],
    point.processes.length > 0 && [
      h("h3", {}, "Stages"),
      h("p", { class: "note" }, hoursNote(report, point.time_zone)),
      point.processes.map((p) => [
        h("p", {}, p.title),
        h(
          "ol",
          { class: "stages" },
          p.stages.map((stage) =>
            h("li", {}, stage.name, h("small", {}, [stage.what, stage.hours ?? ""].filter(Boolean).join("; "))),
          ),
        ),
      ]),
    ],
  );
}

const hoursNote = (report: Report, zone: string): string =>
  report.clock.zone === ""
    ? ""
    : `Opening hours are local time${zone ? ` (${zone})` : ""}; all other times of day in this report are UTC.`;
const shortName = (name: string): string => name.slice(name.indexOf(": ") + 1).trim();
const estimateShort = (value: Estimate): string => (value ? number(value[0]) : "–");

export function lineDetail(report: Report, index: number): HTMLElement {
  const line = report.data.network.lines[index],
    teu = lineTeu(line);
  const waits = report.data.waits
    .filter((w) => w.line === index && w.container_hours)
    .map((w) => ({ cause: w.cause, hours: w.container_hours![0] }));
  const sections = sectionChart(report, index);
  return h(
    "div",
    { class: "detail" },
    h("h2", {}, report.lineTitle(index)),
    h(
      "p",
      { class: "note" },
      `${line.id} · ${number(line.length_km)} km · ${trackText(line.tracks, line.gauge_mm)}` +
        (line.sections > 1 ? ` · ${line.sections} sections` : ""),
    ),
    facts([
      ["Trains a day, westbound", estimate(line.trains_per_day[0])],
      ["eastbound", estimate(line.trains_per_day[1])],
      ...(teu === null ? [] : [["TEU, both ways", number(teu)] as [string, string]]),
      ["UIC 406, mean", estimate(line.uic406_mean, "share")],
      ["busiest day (limit 60 %)", estimate(line.uic406_day, "share")],
      ["busiest hour, mean over days (limit 75 %)", estimate(line.uic406_peak, "share")],
      [
        "Paths in use",
        line.path_use === null || line.path_use === undefined
          ? "no limit stated"
          : `${percent(line.path_use)} of ${number(line.paths_per_day)} a day`,
      ],
      ["Wait for a section, h", `${estimate(line.wait_h[0])} west, ${estimate(line.wait_h[1])} east`],
    ]),
    sections && [h("h3", {}, "How full it is, section by section (UIC 406)"), sections],
    h("h3", {}, "Waits by cause, container-hours"),
    waits.length > 0
      ? causeBars(`Waits by cause on ${line.name}`, waits)
      : h("p", { class: "note" }, "Nothing is waited for here."),
    h("h3", {}, "Trains a day over time"),
    throughputChart(report, index) ?? h("p", { class: "note" }, "Movements were not recorded."),
  );
}

// Every point with servers or waits, for those who would rather read than look; picking one shows it.
export function placeTable(report: Report, onpick: (point: PointIndex) => void): HTMLElement {
  const { data } = report;
  const rows = data.network.points
    .map((point, i) => ({
      point,
      i,
      use: data.resources.filter((r) => r.point === i).reduce((most, r) => Math.max(most, r.utilisation?.[0] ?? 0), 0),
      waits: waitsAt(data, i, "resources"),
    }))
    .filter((row) => row.waits.length > 0 || row.use > 0);
  const total = (w: CauseHours[]): number => w.reduce((sum, one) => sum + one.hours, 0);
  return table({
    name: "places",
    caption: "Places",
    rows: rows.sort((a, b) => total(b.waits) - total(a.waits)),
    most: 8,
    filter: true,
    onpick: (row) => onpick(row.i),
    columns: [
      { title: "Place", value: (r) => r.point.name },
      { title: "Role", value: (r) => r.point.role },
      { title: "Country", value: (r) => r.point.country },
      { title: "Busiest servers or bays", value: (r) => r.use || null, unit: "share" },
      { title: "Waiting for resources", value: (r) => total(r.waits), unit: "container-h" },
      { title: "Mostly for", value: (r) => (r.waits[0] ? causeName(r.waits[0].cause) : "") },
    ],
  });
}
