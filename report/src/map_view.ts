// The map to explore: pick a place or line, play the days.
import type { LineIndex, PointIndex } from "./data";
import { redrawIn } from "./chart";
import { h, select } from "./dom";
import { corridorMap } from "./map";
import { markLegend } from "./map_marks";
import { marksAt } from "./movements";
import { onScript } from "./names";
import { lineFlows } from "./network";
import { useLegend } from "./overview";
import { lineDetail, placeTable, pointDetail } from "./place";
import { player } from "./player";
import { type Report, mapContent } from "./report";

// A point or a line of the network.
export type Spot = { point: PointIndex; line?: undefined } | { line: LineIndex; point?: undefined };
export interface MapView {
  element: HTMLElement;
  pick(spot: Spot): void;
  stop(): void;
}

export function mapView(report: Report, wanted?: Spot): MapView {
  const { network, waits } = report.data;
  const map = corridorMap(network, mapContent(report), "Map of the corridor; the places are listed below it");
  const detail = h("aside", { class: "card", "aria-live": "polite" });
  let spot: Spot;

  function pick(next: Spot): void {
    const { point, line } = (spot = next);
    map.select(point ?? null, line ?? null);
    placePicker.querySelector("select")!.value = point === undefined ? "" : String(point);
    linePicker.querySelector("select")!.value = line === undefined ? "" : String(line);
    redrawIn(detail, point === undefined ? lineDetail(report, line!) : pointDetail(report, point));
  }
  map.onpick = (point) => pick({ point });
  map.online = (line) => pick({ line });

  const named = network.points
    .map((p, i) => ({ value: String(i), text: p.name, group: p.country || "Points" }))
    .sort((a, b) => a.group.localeCompare(b.group) || a.text.localeCompare(b.text));
  const first = waits.find((w) => w.is_resource && w.point !== null && w.point !== undefined)?.point ?? 0;
  const lines = network.lines
    .map((_, i) => ({ value: String(i), text: report.lineTitle(i) }))
    .sort((a, b) => a.text.localeCompare(b.text));
  const none = { value: "", text: "–" };
  const placePicker = select("Place", [none, ...named], "", (value) => {
    if (value) pick({ point: Number(value) });
  });
  const linePicker = select("Line", [none, ...lines], "", (value) => {
    if (value) pick({ line: Number(value) });
  });
  const play = player(report, (minute) => {
    const marks = marksAt(report.stops!, map.place, minute);
    map.show(marks);
    return marks.queues.reduce((sum, queue) => sum + queue.trains, 0);
  });
  const legend = useLegend(lineFlows(network.lines).of);
  if (play) legend.append(markLegend());
  map.element.append(legend);
  if (play) map.element.append(play.element, ...play.notes);
  pick(wanted ?? { point: first });
  onScript(() => {
    map.redraw();
    pick(spot);
  });
  return {
    element: h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "mapview" },
        map.element,
        h("div", {}, h("div", { class: "bar" }, placePicker, linePicker), detail),
      ),
      h(
        "div",
        { class: "card" },
        placeTable(report, (point) => {
          pick({ point });
          detail.scrollIntoView({ block: "nearest" });
        }),
      ),
    ),
    pick,
    stop: () => play?.stop(),
  };
}
