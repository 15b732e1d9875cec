// Money and CO2 by journey, where the scenario states costs.
import type { Costs, Journey } from "./data";
import { axis, chartBox, tip, tooltip } from "./chart";
import { h } from "./dom";
import { estimate, number } from "./format";
import { odName } from "./journeys";
import { onScript } from "./names";
import type { Report } from "./report";
import { table } from "./table";
import { seriesColour } from "./theme";

const MOST = 12;

interface Row {
  journey: Journey;
  costs: Costs;
}

export function costCharts(report: Report): HTMLElement | null {
  const rows = report.data.journeys.flatMap((journey) => (journey.costs ? [{ journey, costs: journey.costs }] : []));
  if (rows.length === 0) return null;
  const currency = rows[0].costs.currency;
  return h(
    "div",
    { class: "stack" },
    h(
      "div",
      { class: "grid2" },
      stacked(report, rows, `Cost, ${currency} per TEU`, (c) => c.parts),
      stacked(report, rows, "CO₂ equivalent, kg per TEU", (c) => c.emission_parts, 1000),
    ),
    costTable(rows, currency),
  );
}

function stacked(
  report: Report,
  all: Row[],
  title: string,
  parts: (costs: Costs) => Costs["parts"],
  divisor = 1,
): HTMLElement {
  const rows = all.slice(0, MOST).reverse(),
    names = parts(rows[0].costs).map((p) => p.name);
  const chart = chartBox(title, 52 + 24 * rows.length, () => ({
    grid: { left: 4, right: 20, top: 8, bottom: 8, containLabel: true },
    legend: {},
    tooltip: tooltip({
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (items: { dataIndex: number }[]) => {
        const row = rows[items[0].dataIndex];
        return tip(
          odName(report, row.journey),
          parts(row.costs).map((p) => [p.name, number((p.value?.[0] ?? 0) / divisor)]),
        );
      },
    }),
    xAxis: axis({ type: "value" }),
    yAxis: axis({ type: "category", data: rows.map((r) => odName(report, r.journey)), splitLine: { show: false } }),
    series: names.map((name, i) => ({
      name,
      type: "bar",
      stack: "c",
      barMaxWidth: 16,
      itemStyle: { color: seriesColour(i) },
      data: rows.map((r) => (parts(r.costs)[i]?.value?.[0] ?? 0) / divisor),
    })),
  }));
  onScript(chart.redraw);
  return h("section", { class: "card" }, h("h3", {}, title), chart.element);
}

function costTable(rows: Row[], currency: string): HTMLElement {
  return h(
    "div",
    { class: "card" },
    table({
      name: "costs",
      caption: "Cost and CO₂ by journey",
      rows,
      most: 8,
      filter: true,
      columns: [
        { title: "Journey", value: (r) => r.journey.name },
        {
          title: "Cost",
          unit: `${currency}/TEU`,
          value: (r) => r.costs.per_teu,
          show: (r) => estimate(r.costs.per_teu),
        },
        { title: "CO₂ equivalent", unit: "g/TEU", value: (r) => r.costs.g_per_teu },
        { title: "per tonne-km", unit: "g/tkm", value: (r) => r.costs.g_per_tonne_km },
        { title: "Traction", unit: "kWh/TEU", value: (r) => r.costs.kwh_per_teu },
      ],
    }),
  );
}
