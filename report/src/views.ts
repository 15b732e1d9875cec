// Which views a report has, by its kind.
import { assessmentView } from "./assessment";
import { bordersView } from "./borders";
import { capacityView } from "./capacity";
import { comparisonView } from "./comparison";
import type { Common, Data } from "./data";
import { journeysView } from "./journeys";
import { linesView } from "./lines";
import { mapView, type MapView, type Spot } from "./map_view";
import { overview } from "./overview";
import { Report } from "./report";
import { selectionView } from "./selection";
import type { SimulatedScenario } from "./study_data";
import { sweepView } from "./sweep";
import type { Tab } from "./tabs";
import { timeDistance } from "./time_distance";
import { kpiTable, scenarioTable, trustView } from "./trust";

// `facts`, `sources`: of which of them what is told is.
const trustOfSeveral = (data: Common, scenarios: SimulatedScenario[], facts: string, sources = facts): Tab => ({
  id: "trust",
  title: "Trust",
  make: () => trustView(data, { scenarios: scenarioTable(scenarios, facts), of: sources }),
});

export function viewsOf(data: Data, go: (view: string) => void): Tab[] {
  if (data.kind === "run") return runViews(new Report(data), go);
  const trust: Tab = { id: "trust", title: "Trust", make: () => trustView(data) };
  switch (data.kind) {
    case "comparison":
      return [
        { id: "comparison", title: "Comparison", make: () => comparisonView(data) },
        trustOfSeveral(data, data.scenarios, "the base"),
      ];
    case "selection":
      return [
        { id: "selection", title: "Selection", make: () => selectionView(data) },
        trustOfSeveral(data, data.candidates, "the first"),
      ];
    case "assessment":
      return [
        { id: "assessment", title: "Assessment", make: () => assessmentView(data) },
        trustOfSeveral(data, data.years, "the first", "all years"),
      ];
    case "sweep":
      return [{ id: "sweep", title: "Sweep", make: () => sweepView(data) }, trust];
    case "capacity":
      return [{ id: "capacity", title: "Capacity", make: () => capacityView(data) }, trust];
  }
}

function runViews(report: Report, go: (view: string) => void): Tab[] {
  let map: MapView | null = null,
    wanted: Spot | undefined;
  const toMap = (view: string, spot?: Spot): void => {
    wanted = spot;
    go(view);
    if (map && spot) map.pick(spot);
  };
  return [
    { id: "overview", title: "Overview", make: () => overview(report, toMap) },
    {
      id: "map",
      title: "Map",
      leave: () => map?.stop(),
      make: () => {
        map = mapView(report, wanted);
        return map.element;
      },
    },
    { id: "diagram", title: "Time–distance", make: () => elementOf(timeDistance(report)) },
    { id: "journeys", title: "Journeys", make: () => journeysView(report) },
    { id: "borders", title: "Borders", make: () => bordersView(report) },
    { id: "lines", title: "Lines", make: () => linesView(report) },
    { id: "trust", title: "Trust", make: () => trustView(report.data, { kpis: kpiTable(report.data.kpis) }) },
  ];
}

const elementOf = (view: { element: HTMLElement } | HTMLElement): HTMLElement =>
  "element" in view ? view.element : view;
