// One map, of the scenario that is picked: the eye sees what changes where.
import type { LineIndex } from "./data";
import type { ComparedScenario, ComparisonData } from "./study_data";
import { tip } from "./chart";
import { h, select } from "./dom";
import { number, percent } from "./format";
import { corridorMap } from "./map";
import type { MapContent } from "./map_content";
import { localName, nameOf, onScript } from "./names";
import { type Flows, flowsOf, pointTraffic } from "./network";
import { useLegend } from "./overview";

// As wide in one scenario as in another: of the greatest flow in any of them.
function flowsOfAll(scenarios: ComparedScenario[]): Flows[] {
  const known = scenarios.every((s) => s.line_teu.every((x) => x !== null));
  const flows = (s: ComparedScenario): number[] => (known ? (s.line_teu as number[]) : s.line_trains);
  const greatest = Math.max(...scenarios.flatMap(flows), 1e-9);
  return scenarios.map((s) => flowsOf(known ? s.line_teu : s.line_teu.map(() => null), s.line_trains, greatest));
}

function lineText(scenario: ComparedScenario, line: LineIndex): string {
  const teu = scenario.line_teu[line];
  const use = `${percent(scenario.line_utilisation[line])} in use, ${number(scenario.line_trains[line])} trains a day`;
  return teu === null ? use : `${use}, ${number(teu)} TEU`;
}

function points({ network }: ComparisonData): MapContent["points"] {
  const traffic = pointTraffic(network);
  const most = Math.max(...traffic, 1e-9);
  return network.points.map((point, i) => {
    const isBorder = point.role === "border" && traffic[i] > 0;
    return { name: nameOf(point), use: null, size: 5, rank: traffic[i] / most + (isBorder ? 0.4 : 0) };
  });
}

export function comparedMap(data: ComparisonData): HTMLElement {
  const { network, scenarios } = data;
  const flows = flowsOfAll(scenarios);
  let shown = 0;
  const content = (): MapContent => ({
    lines: network.lines.map((_, i) => ({
      use: scenarios[shown].line_utilisation[i] ?? null,
      flow: flows[shown].shares[i],
    })),
    points: points(data),
    pointTip: (point) => tip(localName(network.points[point], "latin")),
    lineTip: (line) =>
      tip(
        network.lines[line].name,
        scenarios.map((scenario) => [scenario.name, lineText(scenario, line)]),
      ),
  });
  const map = corridorMap(network, content, "Map of the corridor, of the scenario that is picked");
  map.element.append(useLegend(`${flows[0].of}, in all scenarios alike`, ""));
  onScript(() => map.redraw());
  const names = scenarios.map((s, i) => ({ value: String(i), text: s.name }));
  const picker = select("Scenario", names, "0", (value) => {
    shown = Number(value);
    map.redraw();
  });
  map.element.querySelector<HTMLElement>(".chart")!.style.height = "420px";
  return h(
    "section",
    { class: "together" },
    h("div", { class: "bar" }, h("h3", {}, "On the map"), picker),
    map.element,
  );
}
