// What variants change, in per cent of the base, with intervals.
import type { ComparedScenario, PairedRow } from "./study_data";
import { type ChartOption, axis, chartBox, namesBeside, percentTick, rowHeight, tip, tooltip } from "./chart";
import { amount, difference, fixed, mean, percent, shownUnit } from "./format";
import { type Interval, intervalSeries } from "./interval_marks";
import { css, seriesColour } from "./theme";

const SYMBOLS = ["circle", "diamond", "triangle", "rect", "pin", "roundRect"];
const EDGE = 2; // twice the base: a small wait that becomes a long one must not squeeze all else
const LEAST = 0.0005; // shown as 0.1 %
const APART = 9; // px, of variants in one row

export const relative = (row: PairedRow): number | null => {
  const base = mean(row.base);
  const by = mean(row.difference);
  return base === null || by === null || base === 0 ? null : by / Math.abs(base);
};

// As the program says it (studies/relative_text.h): beyond a thousandfold a percentage says nothing, beyond tenfold none
// of its decimals.
export function relativeText(row: PairedRow): string {
  const base = mean(row.base);
  const by = mean(row.difference);
  if (base === null || by === null) return "–";
  const before = Math.abs(base);
  const now = Math.abs(base + by);
  if (before === 0) return now === 0 ? "–" : "from nothing";
  if (now === 0) return "to nothing";
  if (now > 1000 * before) return "over 1,000-fold";
  if (before > 1000 * now) return "under 1/1,000";
  const share = by / before || 0; // no -0
  if (by !== 0 && Math.abs(share) < LEAST) return `< ${percent(0.001, 1)}`;
  return (share < 0 ? "" : "+") + percent(share, Math.abs(share) >= 10 ? 0 : 1);
}

export function pText(row: PairedRow): string {
  if (row.p_holm === null) return "–";
  return row.p_holm < 0.001 ? "< 0.001" : fixed(row.p_holm, 3);
}

const within = (share: number): number => Math.max(-EDGE, Math.min(EDGE, share));

const rowOf = (variant: ComparedScenario, key: string): PairedRow | undefined =>
  variant.kpis.find((row) => row.key === key);

interface Placed {
  row: PairedRow;
  y: number;
}

function placed(variant: ComparedScenario, keys: string[]): Placed[] {
  return keys.flatMap((key, y) => {
    const row = rowOf(variant, key);
    return row && relative(row) !== null ? [{ row, y }] : [];
  });
}

function means(variant: ComparedScenario, rows: Placed[], i: number, offset: number): object {
  const zero = {
    symbol: "none",
    silent: true,
    data: [{ xAxis: 0 }],
    label: { show: false },
    lineStyle: { color: css("--ink"), type: "solid" },
  };
  return {
    name: variant.name,
    type: "scatter",
    symbol: SYMBOLS[i % SYMBOLS.length],
    symbolSize: 11,
    symbolOffset: [0, offset],
    itemStyle: { color: seriesColour(i) },
    data: rows.map(({ row, y }) => ({ value: [within(relative(row)!), y] })),
    ...(i === 0 ? { markLine: zero } : {}),
  };
}

function intervals(variant: ComparedScenario, rows: Placed[], offset: number): object {
  const data = rows
    .filter(({ row }) => row.difference![1] !== null)
    .map(({ row, y }): Interval => {
      const [by, half] = row.difference!;
      const base = Math.abs(row.base![0]);
      return [y, within((by - half!) / base), within((by + half!) / base), offset];
    });
  return intervalSeries(`${variant.name} interval`, data);
}

function effectTip(variant: ComparedScenario, row: PairedRow): HTMLElement {
  return tip(`${variant.name}: ${row.name}`, [
    ["base", amount(row.base, row.unit)],
    ["difference", `${difference(row.difference, row.unit)} ${shownUnit(row.unit)}`.trimEnd()],
    ["of the base", relativeText(row)],
    ["p (Holm)", pText(row)],
  ]);
}

function option(variants: ComparedScenario[], keys: string[], row: number): ChartOption {
  const name = (key: string): string => variants.map((variant) => rowOf(variant, key)).find(Boolean)!.name;
  const offset = (i: number): number => (i - (variants.length - 1) / 2) * APART;
  const say = (p: { seriesIndex: number; data: { value: [number, number] } }): HTMLElement => {
    const variant = variants[Math.floor(p.seriesIndex / 2)]; // means and intervals of each
    return effectTip(variant, rowOf(variant, keys[p.data.value[1]])!);
  };
  const names = keys.map(name);
  return {
    grid: { left: 4, right: 24, top: 8, bottom: 30, containLabel: true },
    legend: { data: variants.map((variant) => variant.name) },
    tooltip: tooltip({ formatter: say }),
    xAxis: axis({ type: "value", axisLabel: { color: css("--muted"), formatter: percentTick, hideOverlap: true } }),
    yAxis: axis({
      type: "category",
      data: names,
      axisLabel: { color: css("--muted"), interval: 0 },
    }),
    media: namesBeside(300, row, names),
    series: variants.flatMap((variant, i) => {
      const rows = placed(variant, keys);
      return [means(variant, rows, i, offset(i)), intervals(variant, rows, offset(i))];
    }),
  };
}

// `keys`: of KPIs, from below.
export function effectChart(variants: ComparedScenario[], keys: string[]): HTMLElement {
  const row = Math.max(rowHeight(24), 24 + APART * (variants.length - 1));
  const label = "Differences in per cent of the base";
  return chartBox(label, 52 + row * keys.length, () => option(variants, keys, row)).element;
}
