// A base and variants side by side: what differs, by how much, how surely.
import { CAUSES, type CauseIndex } from "./data";
import type { ComparedScenario, ComparisonData, PairedRow } from "./study_data";
import { axis, chartBox, legend, redrawIn, tip, tooltip } from "./chart";
import { choice, h, replace, select } from "./dom";
import { estimate, fixed, mean, number, percent } from "./format";
import { corridorMap } from "./map";
import { localName, nameOf, onScript } from "./names";
import { flowsOf, pointTraffic } from "./network";
import { headline, useLegend } from "./overview";
import { table } from "./table";
import { CAUSE_WORDS, css } from "./theme";

const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
const SYMBOLS = ["circle", "diamond", "triangle", "rect", "pin", "roundRect"];

export function comparisonView(data: ComparisonData): HTMLElement {
  return h("div", { class: "stack" },
    h("section", { class: "card ask" }, headline(data)),
    h("div", { class: "grid2" }, data.scenarios.map((s, i) => scenarioCard(s, i === 0))),
    effects(data), data.network.lines.length > 0 ? maps(data) : null);
}

const binds = (cause: CauseIndex, name: string, share: number): string =>
  `${name}, ${CAUSE_WORDS[CAUSES[cause]]}: ${percent(share)} of the container-hours of waiting`;

function scenarioCard(scenario: ComparedScenario, base: boolean): HTMLElement {
  const b = scenario.binding;
  return h("section", { class: "card" },
    h("h3", {}, base ? `Base: ${scenario.name}` : scenario.name),
    scenario.question && h("p", { class: "note" }, scenario.question),
    scenario.changes.length > 0 && h("ul", { class: "stages" }, scenario.changes.map((c) => h("li", {}, h("code", {}, c)))),
    scenario.answer && h("p", {}, h("strong", {}, scenario.answer)),
    b && h("p", { class: "note" }, `Binds: ${binds(b.cause, b.name, b.share)}`));
}

export const relative = (row: PairedRow): number | null => {
  const base = mean(row.base), by = mean(row.difference);
  return base === null || by === null || base === 0 ? null : by / Math.abs(base);
};

const SHOWN = 24;
const EDGE = 2; // twice the base: a small wait that becomes a long one must not squeeze all else

// What differs surely, in per cent of the base, with intervals, in the order of the KPIs.
function effects(data: ComparisonData): HTMLElement {
  const variants = data.scenarios.slice(1), body = h("div"), rest = h("div", { class: "stack" }), some = h("span");
  let all = false;
  const keys = (): string[] => {
    const found = new Set<string>();
    for (const variant of variants) for (const row of variant.kpis)
      if ((all || row.differs) && relative(row) !== null) found.add(row.key);
    return [...found];
  };
  const draw = (): void => {
    const found = keys(), wanted = found.slice(0, SHOWN).reverse();
    redrawIn(body, wanted.length > 0 ? effectChart(variants, wanted) : h("p", { class: "note" }, "Nothing differs surely."));
    some.textContent = found.length > SHOWN ? `${SHOWN} of ${found.length} are shown; the tables have all. ` : "";
    replace(rest, variants.map((variant) => pairedTable(variant, all)));
  };
  draw();
  return h("div", { class: "stack" },
    h("section", { class: "card" },
      h("div", { class: "bar" }, h("h3", {}, "What differs"), choice("Which", [{ value: "sure", text: "surely" }, { value: "all", text: "all" }], "sure", (v) => { all = v === "all"; draw(); })),
      body, h("p", { class: "note" }, some, "Mean paired difference in per cent of the base, at the edges: beyond; line: 95 % interval. Surely: within each variant at most 5 % risk that any of them does not differ (Holm). Replications have the same random numbers. What is 0 in the base is in the tables alone.")),
    rest);
}

const within = (share: number): number => Math.max(-EDGE, Math.min(EDGE, share));

interface Api { value(i: number): number; coord(at: [number, number]): [number, number]; style(): { fill: string } }

function drawInterval(_: unknown, api: Api): object {
  const row = api.value(0), a = api.coord([api.value(1), row]), b = api.coord([api.value(2), row]), y = a[1] + api.value(3);
  return { type: "line", shape: { x1: a[0], y1: y, x2: b[0], y2: y }, style: { stroke: css("--ink"), lineWidth: 1.5 } };
}

function effectChart(variants: ComparedScenario[], keys: string[]): HTMLElement {
  const rowOf = (variant: ComparedScenario, key: string): PairedRow | undefined => variant.kpis.find((k) => k.key === key);
  const name = (key: string): string => variants.map((v) => rowOf(v, key)).find(Boolean)!.name;
  const offset = (i: number): number => (i - (variants.length - 1) / 2) * 9;
  const height = 24 + 9 * Math.max(0, variants.length - 1);
  return chartBox("Differences in per cent of the base", 80 + height * keys.length, () => ({
    grid: { left: 4, right: 24, top: 36, bottom: 30, containLabel: true }, legend: legend({ data: variants.map((v) => v.name) }),
    tooltip: tooltip({ formatter: (p: { seriesIndex: number; data: { value: [number, number] } }) => {
      const variant = variants[Math.floor(p.seriesIndex / 2)], row = rowOf(variant, keys[p.data.value[1]])!;
      return tip(`${variant.name}: ${row.name}`, [
        ["base", `${estimate(row.base)} ${row.unit}`], ["difference", `${estimate(row.difference)} ${row.unit}`],
        ["of the base", percent(relative(row), 1)], ["p (Holm)", pText(row)],
      ]);
    } }),
    xAxis: axis({ type: "value", axisLabel: { color: css("--muted"), formatter: (x: number) => percent(x) } }),
    yAxis: axis({ type: "category", data: keys.map(name), axisLabel: { color: css("--muted"), width: 300, overflow: "truncate" } }),
    series: variants.flatMap((variant, i) => {
      const rows = keys.flatMap((key, y) => { const row = rowOf(variant, key); return row && relative(row) !== null ? [{ row, y }] : []; });
      return [
        {
          name: variant.name, type: "scatter", symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 11, symbolOffset: [0, offset(i)],
          itemStyle: { color: COLOURS[i % COLOURS.length] }, data: rows.map(({ row, y }) => ({ value: [within(relative(row)!), y] })),
          ...(i === 0 ? { markLine: { symbol: "none", silent: true, data: [{ xAxis: 0 }], label: { show: false }, lineStyle: { color: css("--ink"), type: "solid" } } } : {}),
        },
        {
          name: `${variant.name} interval`, type: "custom", silent: true, renderItem: drawInterval, encode: { x: [1, 2], y: 0 },
          data: rows.filter(({ row }) => row.difference![1] !== null).map(({ row, y }) => {
            const [by, half] = row.difference!, base = Math.abs(row.base![0]);
            return [y, within((by - half!) / base), within((by + half!) / base), offset(i)];
          }),
        },
      ];
    }),
  })).element;
}

const pText = (row: PairedRow): string => (row.p_holm === null ? "–" : row.p_holm < 0.001 ? "< 0.001" : fixed(row.p_holm, 3));

function pairedTable(variant: ComparedScenario, all: boolean): HTMLElement {
  return h("div", { class: "card" }, table({
    name: `compare-${variant.name}`, caption: `${variant.name} against the base`, rows: variant.kpis.filter((r) => all || r.differs), most: 15, filter: true,
    columns: [
      { title: "KPI", value: (r) => r.name }, { title: "Unit", value: (r) => r.unit }, { title: "Base", value: (r) => r.base },
      { title: "Variant", value: (r) => r.variant }, { title: "Difference", value: (r) => r.difference },
      { title: "Of the base", value: (r) => relative(r), show: (r) => percent(relative(r), 1) },
      { title: "p (Holm)", value: (r) => r.p_holm, show: pText }, { title: "Key", value: (r) => r.key },
    ],
  }));
}

// One map, of the scenario that is picked: the eye sees what changes where.
function maps(data: ComparisonData): HTMLElement {
  const { network, scenarios } = data, traffic = pointTraffic(network), most = Math.max(...traffic, 1e-9);
  // As wide in one scenario as in another: of the greatest flow in any of them.
  const known = scenarios.every((s) => s.line_teu.every((x) => x !== null));
  const teu = (s: ComparedScenario): (number | null)[] => (known ? s.line_teu : s.line_teu.map(() => null));
  const greatest = Math.max(...scenarios.flatMap((s) => (known ? (s.line_teu as number[]) : s.line_trains)), 1e-9);
  const flows = scenarios.map((s) => flowsOf(teu(s), s.line_trains, greatest));
  let shown = 0;
  const map = corridorMap(network, () => {
    const scenario = scenarios[shown], { shares } = flows[shown];
    return {
      lines: network.lines.map((_, i) => ({ use: scenario.line_utilisation[i] ?? null, flow: shares[i] })),
      points: network.points.map((p, i) => ({ name: nameOf(p), use: null, size: 5, rank: traffic[i] / most + (p.role === "border" && traffic[i] > 0 ? 0.4 : 0) })),
      pointTip: (point) => tip(localName(network.points[point], "latin")),
      lineTip: (line) => tip(network.lines[line].name, scenarios.map((s) => [s.name, `${percent(s.line_utilisation[line])} in use, ${number(s.line_trains[line])} trains a day${s.line_teu[line] === null ? "" : `, ${number(s.line_teu[line])} TEU`}`])),
    };
  }, "Map of the corridor, of the scenario that is picked");
  map.element.append(useLegend(`${flows[0].of}, in all scenarios alike`, ""));
  onScript(map.redraw);
  const picker = select("Scenario", scenarios.map((s, i) => ({ value: String(i), text: s.name })), "0", (v) => { shown = Number(v); map.redraw(); });
  map.element.querySelector<HTMLElement>(".chart")!.style.height = "420px";
  return h("section", {}, h("div", { class: "bar" }, h("h3", {}, "On the map"), picker), map.element);
}

