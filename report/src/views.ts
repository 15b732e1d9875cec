// Which views a report has, by its kind.
import type { Data } from "./data";
import { mapView, type MapView } from "./map_view";
import { overview } from "./overview";
import { Report } from "./report";
import type { Tab } from "./tabs";
import { timeDistance } from "./time_distance";

export function viewsOf(data: Data, go: (view: string) => void): Tab[] {
  if (data.kind === "run") return runViews(new Report(data), go);
  return [];
}

function runViews(report: Report, go: (view: string) => void): Tab[] {
  let map: MapView | null = null, wanted: number | undefined;
  const toMap = (view: string, point?: number): void => {
    wanted = point;
    go(view);
    if (map && point !== undefined) map.pick(point);
  };
  return [
    { id: "overview", title: "Overview", make: () => overview(report, toMap) },
    {
      id: "map", title: "Map", leave: () => map?.stop(),
      make: () => { map = mapView(report, wanted); return map.element; },
    },
    { id: "diagram", title: "Time–distance", make: () => elementOf(timeDistance(report)) },
  ];
}

const elementOf = (view: { element: HTMLElement } | HTMLElement): HTMLElement => ("element" in view ? view.element : view);
