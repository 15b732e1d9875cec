// A sweep: design points as a scatter, linked with a heat map over two factors.
import type { Factor, SweepData, SweepPoint } from "./study_data";
import { type ChartBox, axis, chartBox, tip, tooltip } from "./chart";
import { choice, h, select } from "./dom";
import { amount, estimate, mean } from "./format";
import { headline } from "./overview";
import { effectsPanel } from "./sweep_effects";
import { type Cell, cells, levels, steps } from "./sweep_steps";
import { growthColumn, growthSentence, pointNote } from "./sweep_growth";
import { sweepMap } from "./sweep_map";
import { factorName, setting, settingText, settingsText, shown } from "./sweep_names";
import { type Choice, isLog, scaled, spansDecades, valueAxis, valuesOf } from "./sweep_scales";
import { table } from "./table";
import { css, mode } from "./theme";

// Viridis, ten steps; in the dark from the dark end, too.
const VIRIDIS = [
  "#440154",
  "#482878",
  "#3e4a89",
  "#31688e",
  "#26828e",
  "#1f9e89",
  "#35b779",
  "#6ece58",
  "#b5de2b",
  "#fde725",
];

export function sweepView(data: SweepData): HTMLElement {
  const map = sweepMap(data, (point) => explored?.choose(point));
  const explored = data.points.length > 0 && data.kpis.length > 0 ? explorer(data, (point) => map.show(point)) : null;
  return h(
    "div",
    { class: "stack" },
    h("div", { class: "first" }, h("section", { class: "card ask" }, headline(data)), ...map.elements),
    effectsPanel(data),
    ...(explored ? explored.elements : [pointTable(data)]),
  );
}

interface Explorer {
  elements: HTMLElement[];
  choose(point: number): void;
}

// `onchoose` hears of the point that is picked here.
function explorer(data: SweepData, onchoose: (point: number) => void): Explorer {
  const { factors, kpis, points } = data;
  const now: Choice = {
    x: 0,
    y: Math.min(1, factors.length - 1),
    kpi: 0,
    other: Math.min(1, kpis.length - 1),
    chosen: -1,
    log: true,
  };
  const charts: ChartBox[] = [];
  const redraw = (): void => charts.forEach((c) => c.redraw());
  const choose = (point: number): void => {
    now.chosen = point;
    redraw();
    tell();
  };
  const pick = (point: number): void => {
    choose(now.chosen === point ? -1 : point);
    if (now.chosen === point) onchoose(point);
  };
  const told = h("p", { class: "note picked", "aria-live": "polite" });
  const tell = (): void => {
    const p = points[now.chosen];
    told.classList.toggle("unpicked", !p);
    told.textContent = p
      ? `Point ${now.chosen}: ${settingsText(data, now.chosen)}; ${kpis
          .map((k, i) => `${k.name} ${estimate(p.values[i], k.unit)}`)
          .slice(0, 4)
          .join("; ")}${growthSentence(p)}`
      : "Pick a point in a picture or in the table to find it in the others and on the map.";
  };
  charts.push(lineOrScatter(data, now, pick), pairScatter(data, now, pick));
  if (factors.length > 1) charts.push(heatMap(data, now, pick));
  charts.forEach((c) => c.element.classList.add("linked"));
  const names = (list: { name: string }[]): { value: string; text: string }[] =>
    list.map((f, i) => ({ value: String(i), text: f.name }));
  const picker = (label: string, list: { name: string }[], key: keyof Choice): HTMLElement =>
    select(label, names(list), String(now[key]), (v) => {
      Object.assign(now, { [key]: Number(v) });
      redraw();
    });
  const scales = [
    { value: "log", text: "logarithmic" },
    { value: "even", text: "even" },
  ];
  const scale = choice("Scale of what spans more than two powers of ten", scales, "log", (value) => {
    now.log = value === "log";
    redraw();
  });
  tell();
  const elements = [
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "card bar" },
        picker("Result", kpis, "kpi"),
        picker("Factor", factors, "x"),
        factors.length > 1 && picker("Second factor", factors, "y"),
        kpis.length > 1 && picker("Beside it", kpis, "other"),
        kpis.some((_, kpi) => spansDecades(valuesOf(data, kpi))) && scale,
      ),
      h(
        "div",
        { class: "grid2 three" },
        charts.map((c) => h("section", { class: "card" }, c.element)),
      ),
      told,
    ),
    pointTable(data, pick),
  ];
  return { elements, choose };
}

const xAxisOf = (factor: Factor, points: SweepPoint[], i: number): object =>
  factor.numeric
    ? axis({
        type: "value",
        name: factorName(factor),
        nameLocation: "middle",
        nameGap: 28,
        scale: true,
        boundaryGap: ["4%", "4%"],
      })
    : axis({
        type: "category",
        name: factorName(factor),
        nameLocation: "middle",
        nameGap: 28,
        data: levels(points, i),
      });

function pointTip(data: SweepData, i: number): HTMLElement {
  const p = data.points[i];
  return tip(
    `Point ${i}`,
    [
      ...data.factors.map((f, k): [string, string] => [f.name, settingText(f, p.settings[k])]),
      ...data.kpis.slice(0, 8).map((k, n): [string, string] => [k.name, amount(p.values[n], k.unit)]),
    ],
    pointNote(p),
  );
}

const withUnit = (value: number, unit: string): string => `${shown(value)} ${unit === "share" ? "%" : unit}`.trim();

const UPRIGHT = (): object => ({ nameTextStyle: { align: "left", color: css("--muted") } });
const LEVEL = { nameLocation: "middle", nameGap: 28, boundaryGap: ["4%", "4%"] };

interface Api {
  value(i: number): number;
  coord(at: [number, number]): [number, number];
}

function drawBar(_: unknown, api: Api): object {
  const low = api.coord([api.value(0), api.value(1)]),
    high = api.coord([api.value(0), api.value(2)]);
  return {
    type: "line",
    shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] },
    style: { stroke: css("--muted"), lineWidth: 1.5 },
  };
}

// Of the chosen result over one factor, with intervals.
function lineOrScatter(data: SweepData, now: Choice, pick: (i: number) => void): ChartBox {
  const box = chartBox("Result over a factor", 340, () => {
    const kpi = data.kpis[now.kpi],
      factor = data.factors[now.x],
      lv = levels(data.points, now.x);
    const rows = data.points.flatMap((p, i) =>
      p.values[now.kpi]
        ? [{ i, x: factor.numeric ? p.settings[now.x] : lv.indexOf(p.settings[now.x]), e: p.values[now.kpi]! }]
        : [],
    );
    const y = valueAxis(data, now, now.kpi, false);
    const high = (v: number): number => Math.max(y.least, scaled(kpi.unit, v));
    return {
      grid: { left: 8, right: 16, top: 34, bottom: 34, containLabel: true },
      tooltip: tooltip({ formatter: (p: { data: { point: number } }) => pointTip(data, p.data.point) }),
      xAxis: xAxisOf(factor, data.points, now.x),
      yAxis: axis({ ...y.axis, ...UPRIGHT() }),
      series: [
        {
          type: "custom",
          silent: true,
          renderItem: drawBar,
          data: rows.filter((r) => r.e[1] !== null).map((r) => [r.x, high(r.e[0] - r.e[1]!), high(r.e[0] + r.e[1]!)]),
        },
        { type: "scatter", data: rows.map((r) => mark(r.i, [r.x as number, high(r.e[0])], now)) },
      ],
    };
  });
  box.chart.on("click", (event) => pick((event.data as { point: number }).point));
  return box;
}

const mark = (point: number, value: number[], now: Choice): object => ({
  point,
  value,
  symbolSize: point === now.chosen ? 18 : 10,
  itemStyle: {
    color: point === now.chosen ? "#d55e00" : mode() === "dark" ? "#56b4e9" : "#0072b2",
    borderColor: css("--card"),
    borderWidth: 1.5,
  },
});

function pairScatter(data: SweepData, now: Choice, pick: (i: number) => void): ChartBox {
  const box = chartBox("Two results beside each other", 340, () => {
    const a = data.kpis[now.other],
      b = data.kpis[now.kpi];
    const rows = data.points.flatMap((p, i) => (p.values[now.kpi] && p.values[now.other] ? [{ i, p }] : []));
    return {
      grid: { left: 8, right: 16, top: 34, bottom: 34, containLabel: true },
      tooltip: tooltip({ formatter: (p: { data: { point: number } }) => pointTip(data, p.data.point) }),
      xAxis: axis({ ...LEVEL, ...valueAxis(data, now, now.other, true).axis }),
      yAxis: axis({ ...valueAxis(data, now, now.kpi, true).axis, ...UPRIGHT() }),
      series: [
        {
          type: "scatter",
          data: rows.map(({ i, p }) =>
            mark(i, [scaled(a.unit, p.values[now.other]![0]), scaled(b.unit, p.values[now.kpi]![0])], now),
          ),
        },
      ],
    };
  });
  box.chart.on("click", (event) => pick((event.data as { point: number }).point));
  return box;
}

const stepText = (points: SweepPoint[], factor: number, point: number): string => {
  const { labels, of } = steps(points, factor);
  return labels[of[point]];
};

// A cell is one point, or the mean over the values of all other factors, or over a band.
function cellTip(data: SweepData, now: Choice, points: number[]): HTMLElement {
  if (points.length === 1) return pointTip(data, points[0]);
  const kpi = data.kpis[now.kpi];
  const sum = points.reduce((total, i) => total + mean(data.points[i].values[now.kpi])!, 0);
  return tip(
    `Mean of ${points.length} points`,
    [
      ...[now.x, now.y].map((f): [string, string] => [
        data.factors[f].name,
        (data.factors[f].scale ? "× " : "") + stepText(data.points, f, points[0]),
      ]),
      [kpi.name, amount([sum / points.length, null], kpi.unit)],
    ],
    "A click picks the first of them.",
  );
}

interface CellApi {
  value(i: number): number;
  coord(at: [number, number]): [number, number];
  size(of: [number, number]): [number, number];
  visual(what: string): string;
}

// ECharts' own heat map draws on layers above others, which print as white.
const drawCell =
  (found: Cell[], now: Choice) =>
  (params: { dataIndex: number }, api: CellApi): object => {
    const [x, y] = api.coord([api.value(0), api.value(1)]),
      [width, height] = api.size([1, 1]);
    const chosen = found[params.dataIndex].points.includes(now.chosen);
    return {
      type: "rect",
      shape: { x: x - width / 2, y: y - height / 2, width, height },
      z2: chosen ? 1 : 0,
      style: { fill: api.visual("color"), stroke: chosen ? "#d55e00" : css("--muted"), lineWidth: chosen ? 3 : 0.7 },
    };
  };

function heatMap(data: SweepData, now: Choice, pick: (i: number) => void): ChartBox {
  const box = chartBox("Result over two factors", 340, () => {
    const kpi = data.kpis[now.kpi],
      x = steps(data.points, now.x),
      y = steps(data.points, now.y),
      found = cells(data.points, x, y, now.kpi);
    const values = found.map((c) => scaled(kpi.unit, c.value)),
      low = Math.min(...values),
      high = Math.max(...values);
    const tone = isLog(data, now, now.kpi) ? Math.log10 : (x: number): number => x;
    return {
      grid: { left: 8, right: 16, top: 34, bottom: 84, containLabel: true },
      tooltip: tooltip({ formatter: (p: { data: { points: number[] } }) => cellTip(data, now, p.data.points) }),
      xAxis: axis({
        type: "category",
        name: factorName(data.factors[now.x]),
        nameLocation: "middle",
        nameGap: 28,
        data: x.labels,
      }),
      yAxis: axis({
        type: "category",
        name: factorName(data.factors[now.y]),
        ...UPRIGHT(),
        data: y.labels,
        axisLabel: { color: css("--muted"), width: 110, overflow: "truncate" },
      }),
      visualMap: {
        type: "continuous",
        dimension: 2,
        min: tone(low),
        max: high > low ? tone(high) : tone(low) + 1,
        orient: "horizontal",
        left: 8,
        bottom: 4,
        text: [withUnit(high, kpi.unit), withUnit(low, kpi.unit)],
        itemHeight: 140,
        itemWidth: 14,
        textStyle: { color: css("--muted") },
        inRange: { color: VIRIDIS },
      },
      series: [
        {
          type: "custom",
          renderItem: drawCell(found, now),
          encode: { x: 0, y: 1 },
          data: found.map((c) => ({ points: c.points, value: [c.x, c.y, tone(scaled(kpi.unit, c.value))] })),
        },
      ],
    };
  });
  box.chart.on("click", (event) => pick((event.data as { points: number[] }).points[0]));
  return box;
}

function pointTable(data: SweepData, pick?: (point: number) => void): HTMLElement {
  const rows = data.points.map((p, i) => ({ p, i }));
  return h(
    "div",
    { class: "card" },
    table({
      name: "points",
      caption: "Design points",
      rows,
      most: 15,
      keys: 1 + data.factors.length,
      filter: true,
      ...(pick ? { onpick: (r: (typeof rows)[0]) => pick(r.i) } : {}),
      columns: [
        { title: "Point", value: (r) => r.i },
        ...data.factors.map((f, k) => ({
          title: factorName(f),
          value: (r: (typeof rows)[0]) => r.p.settings[k],
          show: (r: (typeof rows)[0]) => setting(r.p.settings[k]),
        })),
        ...data.kpis.map((kpi, k) => ({
          title: kpi.name,
          unit: kpi.unit,
          value: (r: (typeof rows)[0]) => r.p.values[k],
        })),
        { title: "Replications", value: (r) => r.p.replications },
        { title: "Gridlocks", value: (r) => r.p.gridlocks },
        growthColumn,
      ],
    }),
  );
}
