// The map to explore: pick a place or line, play the days.
import type { PointIndex } from "./data";
import { redrawIn } from "./chart";
import { h, replace, select } from "./dom";
import { type Marks, between, corridorMap } from "./map";
import { type Stops, lastStop, positions, waitOf } from "./movements";
import { onScript } from "./names";
import { lineFlows } from "./network";
import { useLegend } from "./overview";
import { lineDetail, placeTable, pointDetail } from "./place";
import { type Report, mapContent } from "./report";
import { directionColour, onTheme } from "./theme";

const SPEEDS = [
  { value: "360", text: "6 hours a second" }, { value: "1440", text: "a day a second" }, { value: "10080", text: "a week a second" },
];

// Where trains are at a minute, and how many stand at each point.
export function marksAt(stops: Stops, place: [number, number][], minute: number): Marks {
  const standing = new Map<PointIndex, number>(), trains: Marks["trains"] = [];
  for (const { train, stop, share } of positions(stops, minute)) {
    const at = place[stops.point[stop]], direction = stops.data.trains.direction[train];
    if (share === 0) {
      standing.set(stops.point[stop], (standing.get(stops.point[stop]) ?? 0) + 1);
      continue;
    }
    const next = place[stops.point[Math.min(stop + 1, lastStop(stops, train))]];
    trains.push({ ...between(at, next, share), direction, waiting: false });
  }
  return { trains, queues: [...standing].map(([point, count]) => ({ point, trains: count })) };
}

// Of the trains at points at a minute, those that wait now: the last minutes of their stops.
export function waitingAt(stops: Stops, minute: number): number {
  return positions(stops, minute).filter(({ stop, share }) =>
    share === 0 && minute >= Math.max(stops.arrived[stop], stops.departed[stop] - waitOf(stops, stop))).length;
}

export interface MapView { element: HTMLElement; pick(point: PointIndex): void; stop(): void }

export function mapView(report: Report, wanted?: PointIndex): MapView {
  const { network, waits } = report.data;
  const map = corridorMap(network, mapContent(report), "Map of the corridor; the places are listed below it");
  const detail = h("aside", { class: "card", "aria-live": "polite" });
  let shown: () => HTMLElement;

  function show(element: () => HTMLElement): void {
    shown = element;
    redrawIn(detail, element());
  }
  function pick(point: PointIndex): void {
    map.select(point);
    picker.querySelector("select")!.value = String(point);
    show(() => pointDetail(report, point));
  }
  map.onpick = pick;
  map.online = (line) => { map.select(null); show(() => lineDetail(report, line)); };

  const named = network.points.map((p, i) => ({ value: String(i), text: p.name, group: p.country || "Points" }))
    .sort((a, b) => a.group.localeCompare(b.group) || a.text.localeCompare(b.text));
  const first = waits.find((w) => w.is_resource && w.point !== null && w.point !== undefined)?.point ?? 0;
  const picker = select("Place", named, String(first), (value) => pick(Number(value)));
  const play = player(report, (minute) => map.show(marksAt(report.stops!, map.place, minute)));
  const legend = useLegend(lineFlows(network.lines).of);
  if (play) legend.append(trainLegend());
  map.element.append(legend);
  if (play) map.element.append(play.element);
  pick(wanted ?? first);
  onScript(() => { map.redraw(); map.select(null); show(shown); });
  return {
    element: h("div", { class: "stack" },
      h("div", { class: "mapview" }, map.element, h("div", {}, picker, detail)),
      h("div", { class: "card" }, placeTable(report, (point) => { pick(point); detail.scrollIntoView({ block: "nearest" }); }))),
    pick, stop: () => play?.stop(),
  };
}

function trainLegend(): HTMLElement {
  const element = h("div", { class: "legend" });
  const draw = (): void => replace(element, ["westbound trains", "eastbound trains"].map((text, d) => {
    const swatch = h("i");
    swatch.style.background = directionColour(d);
    return h("span", {}, swatch, text);
  }));
  draw();
  onTheme(draw);
  return element;
}

interface Player { element: HTMLElement; stop(): void }

// Plays the days of the movements; `show` is called with the minute. Nothing moves before it is asked to.
function player(report: Report, show: (minute: number) => void): Player | null {
  const stops = report.stops;
  if (!stops) return null;
  const { from, until } = stops.standing;
  let now = from, speed = 1440, running = false, last = 0;
  const slider = h("input", {
    type: "range", min: from, max: until, step: 30, "aria-label": "Time", oninput: () => move(Number(slider.value)),
  });
  const output = h("output", {}, "");
  const button = h("button", { type: "button", onclick: () => (running ? stop() : start()) }, "▶ Play");

  function move(minute: number): void {
    now = minute;
    slider.value = String(minute);
    const waiting = waitingAt(stops!, minute);
    output.textContent = report.clock.dateTime(minute);
    slider.setAttribute("aria-valuetext", `${report.clock.dateTime(minute)}, ${waiting} trains waiting`);
    show(minute);
  }
  function frame(at: number): void {
    if (!running) return;
    const step = Math.min(100, at - last) / 1000;
    last = at;
    move(Math.min(until, now + step * speed));
    if (now >= until) stop(); else requestAnimationFrame(frame);
  }
  function start(): void {
    if (now >= until) now = from;
    running = true;
    last = performance.now();
    button.textContent = "❚❚ Pause";
    requestAnimationFrame(frame);
  }
  function stop(): void {
    running = false;
    button.textContent = "▶ Play";
  }
  const pace = select("Speed", SPEEDS, String(speed), (value) => { speed = Number(value); });
  slider.value = String(from);
  // A day on which trains are under way; the first ones have only begun.
  requestAnimationFrame(() => move(Math.round(from + (until - from) / 3)));
  return { element: h("div", { class: "player" }, button, slider, output, pace), stop };
}
