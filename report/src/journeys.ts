// Journeys of containers: how long they take, and where the time goes.
import { CAUSES, type Journey, PERCENTILES } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { costCharts } from "./costs";
import { h } from "./dom";
import { duration, estimate, fixed, number } from "./format";
import { onScript } from "./names";
import { oneJourney } from "./one_journey";
import type { Report } from "./report";
import { table } from "./table";
import { CAUSE_WORDS, causeColour, css } from "./theme";

const MOST = 16;
const at = (percent: number): number => PERCENTILES.indexOf(percent as (typeof PERCENTILES)[number]);

export function journeysView(report: Report): HTMLElement {
  const { journeys } = report.data;
  if (journeys.length === 0) return h("p", { class: "card" }, "No container arrived in the counted time.");
  return h(
    "div",
    { class: "stack" },
    h("div", { class: "grid2 top" }, spread(report), oneJourney(report)),
    causes(report),
    costCharts(report),
    journeyTable(report),
  );
}

export const odName = (report: Report, journey: Journey): string =>
  `${report.pointName(journey.origin)} – ${report.pointName(journey.destination)}`;

// What is drawn of one origin and destination, days: [thin from, thick from, middle, thick until, thin until].
export function spreadOf(journey: Journey): (number | null)[] {
  const p = journey.transit_percentiles;
  if (p) return [p[at(5)], p[at(25)], p[at(50)], p[at(75)], p[at(95)]];
  const half = journey.transit_p50?.[0] ?? null,
    ninety = journey.transit_p90?.[0] ?? null;
  return [half, half, half, ninety, ninety];
}

// Those that are drawn: all in the same way, by percentiles of containers as soon as any journey has them.
export function spreadRows(journeys: Journey[]): { rows: Journey[]; exact: boolean; without: number } {
  const known = journeys.filter((j) => j.transit_p50),
    exact = known.some((j) => j.transit_percentiles);
  const shown = exact ? known.filter((j) => j.transit_percentiles) : known;
  return { rows: shown.slice(0, MOST).reverse(), exact, without: known.length - shown.length };
}

interface Api {
  value(i: number): number;
  coord(at: [number, number]): [number, number];
  size(by: [number, number]): number[];
}

function drawSpread(_: unknown, api: Api): object {
  const row = api.value(0),
    x = (i: number): number => api.coord([api.value(i), row])[0],
    y = api.coord([0, row])[1];
  const half = Math.min(7, (api.size([0, 1])[1] as number) * 0.3),
    colour = css("--accent");
  const rect = (from: number, until: number, height: number, fill: string): object => ({
    type: "rect",
    shape: { x: from, y: y - height, width: Math.max(1, until - from), height: 2 * height },
    style: { fill },
  });
  return {
    type: "group",
    children: [
      rect(x(1), x(5), 1, colour),
      rect(x(2), x(4), half, colour),
      rect(x(3) - 1.5, x(3) + 1.5, half + 2, css("--ink")),
    ],
  };
}

function spread(report: Report): HTMLElement {
  const { rows, exact, without } = spreadRows(report.data.journeys);
  const few = without > 0 ? ` Left out: ${without} with fewer than 20 containers in it.` : "";
  const note = exact
    ? `From first departure to arrival. Line: 5th to 95th percentile, block: 25th to 75th, mark: half of the containers. One replication.${few}`
    : "From first departure to arrival. Mark: half of the containers have arrived; block: until nine in ten have. Means of replications.";
  const chart = chartBox("Transit times by origin and destination", 60 + 26 * rows.length, () => ({
    grid: { left: 4, right: 20, top: 8, bottom: 30, containLabel: true },
    tooltip: tooltip({ formatter: (p: { dataIndex: number }) => odTip(report, rows[p.dataIndex]) }),
    xAxis: axis({ type: "value", name: "days on the way", nameLocation: "middle", nameGap: 26, scale: true }),
    yAxis: axis({ type: "category", data: rows.map((j) => odName(report, j)), splitLine: { show: false } }),
    series: [
      {
        type: "custom",
        renderItem: drawSpread,
        data: rows.map((j, i) => [i, ...spreadOf(j)]),
        encode: { x: [1, 2, 3, 4, 5], y: 0 },
      },
    ],
  }));
  onScript(chart.redraw);
  return h(
    "section",
    { class: "card" },
    h("h3", {}, `Days on the way, ${rows.length} busiest of ${report.data.journeys.length}`),
    chart.element,
    h("p", { class: "note" }, note),
  );
}

function odTip(report: Report, j: Journey): HTMLElement {
  return tip(odName(report, j), [
    ["containers", estimate(j.containers)],
    ["mean", `${estimate(j.transit_mean)} days`],
    ["half within", `${number(j.transit_p50?.[0])} days`],
    ["nine in ten within", `${number(j.transit_p90?.[0])} days`],
    ["from release, mean", `${number(j.total_mean?.[0])} days`],
  ]);
}

// Days that are no running, which is most of every journey and much the same for all.
function causes(report: Report): HTMLElement {
  const rows = report.data.journeys.slice(0, MOST).reverse();
  const order = CAUSES.map((_, c) => c).filter(
    (c) => CAUSES[c] !== "running" && rows.some((j) => (j.causes[c] ?? 0) > 0.005),
  );
  const chart = chartBox("Days by cause and journey, running left out", 58 + 24 * rows.length, () => ({
    grid: { left: 4, right: 20, top: 8, bottom: 28, containLabel: true },
    legend: {},
    tooltip: tooltip({
      trigger: "item",
      formatter: (p: { dataIndex: number; seriesIndex: number; value: number }) =>
        tip(odName(report, rows[p.dataIndex]), [[CAUSE_WORDS[CAUSES[order[p.seriesIndex]]], duration(p.value * 1440)]]),
    }),
    xAxis: axis({ type: "value", name: "days, without running", nameLocation: "middle", nameGap: 26 }),
    yAxis: axis({ type: "category", data: rows.map((j) => odName(report, j)), splitLine: { show: false } }),
    series: order.map((c) => ({
      name: CAUSES[c],
      type: "bar",
      stack: "days",
      barMaxWidth: 16,
      itemStyle: { color: causeColour(c) },
      data: rows.map((j) => j.causes[c] ?? 0),
    })),
  }));
  onScript(chart.redraw);
  return h(
    "section",
    { class: "card" },
    h("h3", {}, "Where the time goes besides running"),
    chart.element,
    h(
      "p",
      { class: "note" },
      "Mean of containers delivered, from release to arrival. Pick a cause in the legend to leave it out.",
    ),
  );
}

function journeyTable(report: Report): HTMLElement {
  const days = (
    title: string,
    value: (j: Journey) => Journey["total_mean"],
  ): { title: string; unit: string; value: typeof value } => ({ title, unit: "days", value });
  return h(
    "div",
    { class: "card" },
    table({
      name: "journeys",
      caption: "All journeys",
      rows: report.data.journeys,
      most: 12,
      filter: true,
      columns: [
        { title: "Journey", value: (j) => j.name },
        { title: "Containers", value: (j) => j.containers },
        { title: "TEU", value: (j) => j.teu },
        days("Transit", (j) => j.transit_mean),
        days("Half within", (j) => j.transit_p50),
        days("Nine in ten within", (j) => j.transit_p90),
        days("From release", (j) => j.total_mean),
        days("Nine in ten from release", (j) => j.total_p90),
        ...CAUSES.map((cause, c) => ({
          title: cause,
          unit: "days",
          value: (j: Journey) => j.causes[c],
          show: (j: Journey) => (j.causes[c] === null ? "–" : fixed(j.causes[c]!, 2)),
        })),
      ],
    }),
  );
}
