// The first screen: what was asked, the answer, key figures, what binds, and the corridor.
import { CAUSES, type Common, type KeyFigure, type RunData, type WaitRow } from "./data";
import { h, replace } from "./dom";
import { estimate, percent, shownUnit } from "./format";
import { type CorridorMap, corridorMap } from "./map";
import { type Report, causeName, mapContent } from "./report";
import { CAUSE_WORDS, USE_BOUNDS, causeColour, onTheme, useColours } from "./theme";

export function figureCard(figure: KeyFigure): HTMLElement {
  const [value, ...rest] = estimate(figure.value, figure.unit).split(" ± ");
  return h("div", { class: "figure" },
    h("div", { class: "label" }, figure.label),
    h("div", { class: "value" }, value, rest.length > 0 && h("small", {}, ` ± ${rest[0]}`),
      shownUnit(figure.unit) && h("small", {}, ` ${shownUnit(figure.unit)}`)),
    figure.note && h("div", { class: "foot" }, figure.note));
}

export function headline(data: Common): (HTMLElement | null)[] {
  return [
    h("p", { class: "question" }, data.question),
    h("h2", { class: "answer" }, data.answer),
    data.warnings.length > 0 ? h("ul", { class: "warnings", role: "alert" }, data.warnings.map((w) => h("li", {}, w))) : null,
    h("div", { class: "figures" }, data.figures.map(figureCard)),
  ];
}

function bindingPanel(waits: WaitRow[]): HTMLElement | null {
  const rows = waits.filter((row) => row.is_resource).slice(0, 3);
  if (rows.length === 0) return null;
  const most = rows[0].share || 1;
  const bar = (row: WaitRow): HTMLElement => {
    const fill = h("i");
    fill.style.width = `${(100 * row.share) / most}%`;
    fill.style.background = causeColour(row.cause);
    return h("span", { class: "meter", "aria-hidden": "true" }, fill);
  };
  const list = h("ol");
  const draw = (): void => replace(list, rows.map((row) =>
    h("li", { title: `${row.name}: ${CAUSE_WORDS[CAUSES[row.cause]]}` },
      h("span", {}, `${row.name} `, h("span", { class: "note" }, `(${causeName(row.cause)})`)), bar(row),
      h("span", { class: "number" }, percent(row.share)))));
  draw();
  onTheme(draw);
  return h("section", { class: "binding" },
    h("h3", {}, "What binds"),
    h("p", { class: "note" }, "share of the container-hours of waiting for resources"), list);
}

export function useLegend(): HTMLElement {
  const element = h("div", { class: "legend" });
  const words = ["below 20 %", "20–40 %", "40–60 %", "60–80 %", `${USE_BOUNDS[3] * 100} % and more`];
  const draw = (): void => replace(element, h("strong", {}, "In use"), useColours().map((colour, i) => {
    const swatch = h("i");
    swatch.style.background = colour;
    return h("span", {}, swatch, words[i]);
  }), h("span", {}, "Width: TEU"));
  draw();
  onTheme(draw);
  return element;
}

export function overview(report: Report, go: (view: string, point?: number) => void): HTMLElement {
  const data: RunData = report.data;
  const map: CorridorMap = corridorMap(data.network, mapContent(report), "Map of the corridor: lines by use and flow");
  map.onpick = (point) => go("map", point);
  map.element.append(useLegend());
  return h("div", { class: "first" },
    h("section", { class: "card ask" }, headline(data), bindingPanel(data.waits)), map.element);
}
