// How full a line is section by section (UIC 406), from its `from` on.
import type { Estimate, Line, LineIndex, SectionUse } from "./data";
import { type ChartOption, axis, chartBox, redrawIn, tip, tooltip } from "./chart";
import { h, select } from "./dom";
import { folded } from "./folded";
import { estimate, number, percent } from "./format";
import { onScript } from "./names";
import type { Report } from "./report";
import { table } from "./table";
import { css } from "./theme";
import { DAY_LIMIT, PEAK_LIMIT, PEAK_NAME, verdict } from "./uic406";

interface Section {
  number: number; // of single track; of double track 1 and 2: the ways
  from: string;
  to: string;
  from_km: number;
  to_km: number;
  mean: Estimate;
  day: number | null;
  peak: number | null;
}

const used = ([mean, half, day, peak]: SectionUse): { mean: Estimate; day: number | null; peak: number | null } => ({
  mean: mean === null ? null : [mean, half],
  day,
  peak,
});

// Of double track each way has a track of its own.
function ways(report: Report, line: Line, uses: SectionUse[]): Section[] {
  const [from, to] = [line.from, line.to].map((point) => report.pointName(point));
  return uses.map((use, side) => ({
    number: side + 1,
    from: side === 0 ? from : to,
    to: side === 0 ? to : from,
    from_km: side === 0 ? 0 : line.length_km,
    to_km: side === 0 ? line.length_km : 0,
    ...used(use),
  }));
}

// null: nothing is known of them.
export function sectionsOf(report: Report, index: LineIndex): Section[] | null {
  const line = report.data.network.lines[index],
    uses = line.uic406_sections;
  if (!uses || !uses.some(([mean]) => mean !== null)) return null;
  if (line.tracks !== 1) return ways(report, line, uses);
  const place = (i: number): string => {
    if (i === 0) return report.pointName(line.from);
    return i === uses.length ? report.pointName(line.to) : `passing place ${i}`;
  };
  return uses.map((use, i) => ({
    number: i + 1,
    from: place(i),
    to: place(i + 1),
    from_km: (line.length_km * i) / uses.length,
    to_km: (line.length_km * (i + 1)) / uses.length,
    ...used(use),
  }));
}

const title = (line: Line, s: Section): string =>
  line.tracks === 1 ? `Section ${s.number}: ${s.from} – ${s.to}` : `From ${s.from} to ${s.to}`;

function sectionTip(line: Line, s: Section): HTMLElement {
  return tip(
    title(line, s),
    [
      ["mean", estimate(s.mean, "share")],
      ["busiest day", percent(s.day, 1)],
      [PEAK_NAME, percent(s.peak, 1)],
    ],
    `km ${number(s.from_km)} to ${number(s.to_km)}, ${verdict(s.day, s.peak)}`,
  );
}

const MANY = 40; // sections, whose marks are smaller

function marks(name: string, symbol: string, color: string, values: (number | null)[]): object {
  return {
    name,
    type: "scatter",
    symbol,
    symbolSize: values.length > MANY ? 5 : 9,
    itemStyle: { color, borderColor: css("--card"), borderWidth: values.length > MANY ? 0 : 1 },
    data: values,
  };
}

function bars(sections: Section[]): object {
  const limit = (yAxis: number, formatter: string): object => ({
    yAxis,
    lineStyle: { color: css("--ink"), type: "dashed" },
    label: { formatter, color: css("--muted"), position: "insideStartTop" },
  });
  return {
    name: "mean",
    type: "bar",
    barCategoryGap: sections.length > MANY ? "0%" : "12%",
    barMaxWidth: 60,
    itemStyle: { color: "#0072b2" },
    data: sections.map((s) => s.mean?.[0] ?? null),
    markLine: {
      symbol: "none",
      silent: true,
      data: [limit(DAY_LIMIT, "limit, day"), limit(PEAK_LIMIT, "limit, hour")],
    },
  };
}

function option(line: Line, sections: Section[]): ChartOption {
  const most = Math.max(0.8, ...sections.flatMap((s) => [s.mean?.[0] ?? 0, s.day ?? 0, s.peak ?? 0]));
  return {
    grid: { left: 4, right: 8, top: 12, bottom: 24, containLabel: true },
    legend: {},
    tooltip: tooltip({
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (items: { dataIndex: number }[]) => sectionTip(line, sections[items[0].dataIndex]),
    }),
    xAxis: axis({
      type: "category",
      name: line.tracks === 1 ? "end of the section, km" : "",
      nameLocation: "middle",
      nameGap: 24,
      data: sections.map((s) => (line.tracks === 1 ? number(Math.round(s.to_km)) : `to ${s.to}`)),
    }),
    yAxis: axis({
      type: "value",
      min: 0,
      max: Math.ceil(most * 10) / 10,
      axisLabel: { color: css("--muted"), formatter: (x: number) => percent(x) },
      axisLine: { show: false },
    }),
    series: [
      bars(sections),
      marks(
        "busiest day",
        "diamond",
        "#d55e00",
        sections.map((s) => s.day),
      ),
      marks(
        PEAK_NAME,
        "triangle",
        "#009e73",
        sections.map((s) => s.peak),
      ),
    ],
  };
}

function sectionTable(line: Line, sections: Section[], caption: string): HTMLElement {
  return table({
    name: `sections-${line.id}`,
    caption,
    rows: sections,
    most: 12,
    columns: [
      { title: "Section", value: (s) => s.number },
      { title: "From", value: (s) => s.from },
      { title: "To", value: (s) => s.to },
      { title: "From", unit: "km", value: (s) => s.from_km },
      { title: "To", unit: "km", value: (s) => s.to_km },
      { title: "UIC 406 mean", unit: "share", value: (s) => s.mean },
      { title: "Busiest day", unit: "share", value: (s) => s.day },
      { title: "Busiest hour, mean over days", unit: "share", value: (s) => s.peak },
      { title: "Limits", value: (s) => verdict(s.day, s.peak) },
    ],
  });
}

// With its table. null: not known.
export function sectionChart(report: Report, index: LineIndex, height = 240): HTMLElement | null {
  const sections = sectionsOf(report, index);
  if (sections === null) return null;
  const line = report.data.network.lines[index];
  const label = `UIC 406 occupancy of ${report.lineTitle(index)}, section by section`;
  return h(
    "div",
    { class: "sections" },
    chartBox(label, height, () => option(line, sections)).element,
    folded("As a table", () => sectionTable(line, sections, label)),
  );
}

export interface Along {
  element: HTMLElement;
  has(line: LineIndex): boolean; // sections of it are known
  show(line: LineIndex): void;
}

// Any line of those that have sections, the fullest one first. null: nothing is known of any.
export function alongLine(report: Report): Along | null {
  const fullness = (index: LineIndex): number => report.data.network.lines[index].uic406_day?.[0] ?? 0;
  const known = report.data.network.lines
    .map((_, index) => index)
    .filter((index) => sectionsOf(report, index) !== null)
    .sort((a, b) => fullness(b) - fullness(a));
  if (known.length === 0) return null;
  const body = h("div");
  const options = known.map((index) => ({ value: String(index), text: report.lineTitle(index) }));
  const draw = (index: LineIndex): void => redrawIn(body, sectionChart(report, index)!);
  const picker = select("Along line", options, options[0].value, (value) => draw(Number(value)));
  const control = picker.querySelector("select")!;
  const element = h(
    "section",
    { class: "card along" },
    h("div", { class: "bar" }, h("h3", {}, "How full a line is along its way (UIC 406)"), picker),
    body,
    h("p", { class: "note" }, NOTE),
  );
  draw(known[0]);
  onScript(() => draw(Number(control.value)));
  return {
    element,
    has: (line) => known.includes(line),
    show(line) {
      control.value = String(line);
      draw(line);
      element.scrollIntoView({ block: "nearest" });
    },
  };
}

const NOTE =
  "Bars: the counted time. Of single track each section between passing places, for trains of both ways, in turn from the " +
  "first point on; of double track each way. The figures of a whole line are, in each replication, those of " +
  "the section that is fullest then: their mean may be a little above every bar.";
