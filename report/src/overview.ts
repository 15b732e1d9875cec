// The first screen: what was asked, the answer, key figures, what binds, and the corridor.
import { BINDING_NOTE, bindingList } from "./binding_list";
import type { Common, KeyFigure, RunData, WaitRow } from "./data";
import { disruptionTable } from "./disruptions";
import { h, replace } from "./dom";
import { estimate, percent, shownUnit, unbroken } from "./format";
import { type CorridorMap, corridorMap } from "./map";
import type { Spot } from "./map_view";
import { lineFlows } from "./network";
import { type Report, bindingRows, mapContent } from "./report";
import { USE_BOUNDS, onTheme, useColours } from "./theme";

// A long unit goes to the label, so that figures stay on one line.
export function figureCard(figure: KeyFigure): HTMLElement {
  const [value, half] = estimate(figure.value, figure.unit).split(" ± "),
    unit = shownUnit(figure.unit);
  const long = unit.length > 6;
  return h(
    "div",
    { class: "figure", title: half ? "± half the 95 % confidence interval of the mean" : "" },
    h("div", { class: "label" }, figure.label, long && `, ${unit}`),
    h(
      "div",
      { class: "value" },
      value,
      half && [" ", h("small", {}, `± ${half}`)],
      unit && !long && h("small", {}, ` ${unit}`),
    ),
    h("div", { class: "foot" }, unbroken(figure.note ?? "")),
  );
}

const FEW_WARNINGS = 2; // of more, what is below would not be on the first screen

function warningList(warnings: string[]): HTMLElement {
  const list = (some: string[]): HTMLElement =>
    h(
      "ul",
      {},
      some.map((one) => h("li", {}, unbroken(one))),
    );
  const rest = warnings.slice(FEW_WARNINGS);
  const more = `${rest.length} more warning${rest.length === 1 ? "" : "s"}`;
  const fold = h("details", { class: "folded more" }, h("summary", {}, more), list(rest));
  return h("div", { class: "warnings", role: "alert" }, list(warnings.slice(0, FEW_WARNINGS)), rest.length > 0 && fold);
}

export function headline(data: Common): (HTMLElement | null)[] {
  return [
    h("p", { class: "question" }, data.question),
    h("h2", { class: "answer" }, unbroken(data.answer)),
    data.warnings.length > 0 ? warningList(data.warnings) : null,
    h("div", { class: "figures" }, data.figures.map(figureCard)),
  ];
}

function bindingPanel(data: RunData, go: (spot: Spot) => void): HTMLElement | null {
  const rows = bindingRows(data);
  if (rows.length === 0) return null;
  return h(
    "section",
    { class: "card binding" },
    h("h3", {}, "What binds"),
    h("p", { class: "note" }, BINDING_NOTE),
    bindingList(rows, go).element,
    data.confirmation && h("p", { class: "note" }, unbroken(data.confirmation)),
    h("p", { class: "note" }, usedText(data.waits)),
  );
}

// The most used of what is waited for: a long queue at a place that is mostly free is bunching, not lack of capacity.
function usedText(waits: WaitRow[]): string {
  const used = waits.filter((row) => row.is_resource && row.utilisation);
  if (used.length === 0) return "";
  const most = used.reduce((a, b) => (b.utilisation![0] > a.utilisation![0] ? b : a));
  return `Most used of what trains wait for: ${most.name}, at most ${percent(Math.ceil(100 * most.utilisation![0]) / 100)}.`; // rounded as in the answer
}

// `width`: what lines are as wide as; `circles`: what colours points.
export function useLegend(width: string, circles = "servers, bays"): HTMLElement {
  const element = h("div", { class: "legend" });
  const per = USE_BOUNDS.map((bound) => Math.round(bound * 100));
  const words = [
    `below ${per[0]} %`,
    ...per.slice(1).map((high, i) => `${per[i]}–${high} %`),
    `${per[per.length - 1]} % and more`,
  ];
  const draw = (): void =>
    replace(
      element,
      h("strong", {}, "In use"),
      useColours().map((colour, i) => {
        const swatch = h("i");
        swatch.style.background = colour;
        return h("span", {}, swatch, words[i]);
      }),
      h("span", {}, `Width: ${width}.${circles ? ` Circles: ${circles}` : ""}`),
    );
  draw();
  onTheme(draw);
  return element;
}

export function overview(report: Report, go: (view: string, spot?: Spot) => void): HTMLElement {
  const data: RunData = report.data;
  const map: CorridorMap = corridorMap(data.network, mapContent(report), "Map of the corridor: lines by use and flow");
  map.onpick = (point) => go("map", { point });
  map.online = (line) => go("map", { line });
  map.element.append(useLegend(lineFlows(data.network.lines).of));
  return h(
    "div",
    { class: "first" },
    h("section", { class: "card ask" }, headline(data)),
    map.element,
    bindingPanel(data, (spot) => go("map", spot)),
    data.disruptions.length > 0 && h("div", { class: "card wide" }, disruptionTable(report)),
  );
}
