// The corridor as a map: lines coloured by use and as wide as their flows, points, and trains where they are.
import type { Network, PointIndex } from "./data";
import { type Chart, type ChartBox, type ChartOption, FONT, chartBox, echarts, tooltip } from "./chart";
import { h } from "./dom";
import { type LabelWish, placeLabels } from "./labels";
import { blank, land } from "./land";
import { layout } from "./network";
import { isOnPaper } from "./paper";
import { project } from "./projection";
import { css, directionColour, onTheme, useColour } from "./theme";

export interface MapPoint { name: string; use: number | null; size: number; rank: number }
export interface MapLine { use: number | null; flow: number } // flow: 0..1 of the widest

export interface MapContent {
  points: MapPoint[];   // as network.points
  lines: MapLine[];     // as network.lines
  pointTip(point: PointIndex): HTMLElement;
  lineTip(line: number): HTMLElement;
}

export interface Marks {
  trains: { x: number; y: number; direction: number; waiting: boolean }[];
  queues: { point: PointIndex; trains: number }[];
}

export interface CorridorMap {
  element: HTMLElement;
  place: [number, number][];   // of points, in the map's plane
  redraw(): void;
  show(marks: Marks): void;
  select(point: PointIndex | null): void;
  onpick: (point: PointIndex) => void;
  online: (line: number) => void;
}

let registered = false;
function register(): void {
  if (registered) return;
  echarts.registerMap("land", land() as never);
  echarts.registerMap("blank", blank() as never);
  registered = true;
}

const isToy = (network: Network): boolean => network.points.every((p) => p.lat === 0 && p.lon === 0);

// The part of the plane that holds all points with traffic.
function bounds(place: [number, number][], wanted: boolean[]): { west: number; east: number; south: number; north: number } {
  const some = place.filter((_, i) => wanted[i]), used = some.length > 0 ? some : place;
  const xs = used.map(([x]) => x), ys = used.map(([, y]) => y);
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
}

export function corridorMap(network: Network, content: () => MapContent, label: string): CorridorMap {
  register();
  const toy = isToy(network);
  const place = layout(network).map((at) => (toy ? at : project(at)));
  let view = { zoom: 1, center: undefined as [number, number] | undefined };
  let chosen: PointIndex | null = null, marks: Marks = { trains: [], queues: [] };
  let chart!: Chart, drawn = false;
  const box: ChartBox = chartBox(label, "100%", (own) => { chart = own; return option(); });
  drawn = true;
  box.element.tabIndex = 0;
  box.element.setAttribute("aria-keyshortcuts", "+ - ArrowLeft ArrowRight ArrowUp ArrowDown 0");

  // The part of the plane that fills the element: all points with traffic, in the middle of it.
  function geo(): object {
    const { west, east, south, north } = bounds(place, content().points.map((p) => p.rank > 0));
    const scale = Math.min(chart.getWidth() / (Math.max(east - west, 1) * 1.1), chart.getHeight() / (Math.max(north - south, 1) * 1.2));
    const width = chart.getWidth() / scale, height = chart.getHeight() / scale;
    const x = (west + east) / 2, y = (south + north) / 2;
    return {
      map: toy ? "blank" : "land", aspectScale: 1, roam: true, clip: true, silent: true,
      boundingCoords: [[x - width / 2, y + height / 2], [x + width / 2, y - height / 2]],
      left: 0, right: 0, top: 0, bottom: 0,
      scaleLimit: { min: 0.7, max: 60 }, zoom: view.zoom, ...(view.center ? { center: view.center } : {}),
      itemStyle: { areaColor: css("--land"), borderColor: css("--coast"), borderWidth: 0.7 },
      emphasis: { disabled: true }, label: { show: false },
    };
  }
  function lineSeries(): object {
    const now = content();
    const data = network.lines.map((line, i) => ({
      coords: [place[line.from], place[line.to]],
      lineStyle: {
        color: useColour(now.lines[i].use), width: 1 + 9 * now.lines[i].flow,
        type: line.gauge_mm === 0 ? "dashed" : "solid", opacity: now.lines[i].flow > 0 ? 0.95 : 0.5, cap: "round",
      },
    }));
    return {
      id: "lines", type: "lines", coordinateSystem: "geo", data, z: 2,
      emphasis: { lineStyle: { color: css("--accent"), opacity: 1 } },
      tooltip: { formatter: (p: { dataIndex: number }) => content().lineTip(p.dataIndex) },
    };
  }
  function sides(): ReturnType<typeof placeLabels> {
    const now = content(), context = measure();
    const wishes = place.map((at, i): LabelWish => {
      const px = drawn ? (chart.convertToPixel("geo", at) as number[]) : undefined;
      const { name, size, rank } = now.points[i];
      return {
        x: px?.[0] ?? -1, y: px?.[1] ?? -1, radius: size / 2, width: context.measureText(name).width + 2,
        rank: i === chosen ? Infinity : rank,
      };
    });
    return placeLabels(wishes, { width: chart.getWidth(), height: chart.getHeight() });
  }
  function pointSeries(): object {
    const now = content(), where = sides();
    const data = place.map((at, i) => ({
      value: at, symbolSize: i === chosen ? Math.max(12, now.points[i].size + 4) : now.points[i].size,
      itemStyle: {
        color: now.points[i].use === null ? css("--card") : useColour(now.points[i].use),
        borderColor: i === chosen ? css("--accent") : css("--ink"), borderWidth: i === chosen ? 3 : 1.2,
      },
      label: { show: where[i] !== null, position: where[i] ?? "right", formatter: () => now.points[i].name },
    }));
    return {
      id: "points", type: "scatter", coordinateSystem: "geo", data, z: 4,
      label: {
        color: css("--ink"), fontFamily: FONT, fontSize: 12, distance: 3,
        textBorderColor: css("--land"), textBorderWidth: 3,
      },
      tooltip: { formatter: (p: { dataIndex: number }) => content().pointTip(p.dataIndex) },
    };
  }
  function markSeries(): object[] {
    const queues = marks.queues.map((q) => ({ value: place[q.point], symbolSize: 6 + 7 * Math.sqrt(q.trains) }));
    const trains = marks.trains.map((t) => ({
      value: [t.x, t.y], itemStyle: { color: directionColour(t.direction), opacity: t.waiting ? 0.35 : 1 },
    }));
    return [
      {
        id: "queues", type: "scatter", coordinateSystem: "geo", data: queues, silent: true, z: 3,
        itemStyle: { color: css("--warn"), opacity: 0.35 },
      },
      {
        id: "trains", type: "scatter", coordinateSystem: "geo", data: trains, silent: true, z: 5, symbolSize: 6,
        symbol: "roundRect", itemStyle: { borderColor: css("--card"), borderWidth: 1 },
      },
    ];
  }
  function option(): ChartOption {
    return {
      geo: geo(), tooltip: tooltip({ trigger: "item" }), series: [lineSeries(), ...markSeries(), pointSeries()],
    };
  }
  function zoom(factor: number): void {
    const now = (chart.getOption() as { geo: { zoom: number; center: [number, number] }[] }).geo[0];
    view = { zoom: Math.min(60, Math.max(0.7, (now.zoom ?? 1) * factor)), center: now.center ?? undefined };
    box.redraw();
  }
  function pan(dx: number, dy: number): void {
    const middle = [chart.getWidth() / 2 + dx, chart.getHeight() / 2 + dy];
    view = { zoom: view.zoom, center: chart.convertFromPixel("geo", middle) as [number, number] };
    box.redraw();
  }
  function reset(): void {
    view = { zoom: 1, center: undefined };
    box.redraw();
  }

  let waiting = 0;
  const relabel = (): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => chart.setOption({ series: [pointSeries()] }));
  };
  chart.on("georoam", () => {
    const now = (chart.getOption() as { geo: { zoom: number; center: [number, number] }[] }).geo[0];
    view = { zoom: now.zoom ?? 1, center: now.center ?? undefined };
    relabel();
  });
  const map: CorridorMap = {
    element: h("div", { class: "card mapbox" }, box.element, zoomButtons(zoom, reset)), place,
    redraw: box.redraw, onpick: () => undefined, online: () => undefined,
    show(next) {
      marks = next;
      chart.setOption({ series: markSeries() });
    },
    select(point) {
      chosen = point;
      relabel();
    },
  };
  chart.on("click", (event) => {
    if (event.seriesId === "points") map.onpick(event.dataIndex);
    if (event.seriesId === "lines") map.online(event.dataIndex);
  });
  box.element.addEventListener("keydown", (event) => onKey(event, zoom, pan, reset));
  new ResizeObserver(() => requestAnimationFrame(() => {
    if (isOnPaper()) return;
    box.redraw();
    relabel();
  })).observe(box.element);
  onTheme(relabel);
  relabel();
  return map;
}

let pen: CanvasRenderingContext2D | null = null;
function measure(): CanvasRenderingContext2D {
  if (!pen) {
    pen = document.createElement("canvas").getContext("2d")!;
    pen.font = `12px ${FONT}`;
  }
  return pen;
}

function zoomButtons(zoom: (factor: number) => void, reset: () => void): HTMLElement {
  const button = (text: string, label: string, act: () => void): HTMLElement =>
    h("button", { type: "button", "aria-label": label, title: label, onclick: act }, text);
  return h("div", { class: "zoom" }, button("+", "Zoom in", () => zoom(1.5)), button("−", "Zoom out", () => zoom(1 / 1.5)),
    button("⟲", "Whole corridor", reset));
}

function onKey(event: KeyboardEvent, zoom: (f: number) => void, pan: (x: number, y: number) => void, reset: () => void): void {
  const keys: Record<string, () => void> = {
    "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "0": reset,
    ArrowLeft: () => pan(-80, 0), ArrowRight: () => pan(80, 0), ArrowUp: () => pan(0, -80), ArrowDown: () => pan(0, 80),
  };
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  act();
}

// Point marks drawn in the map's plane, for trains between points.
export function between(a: [number, number], b: [number, number], share: number): { x: number; y: number } {
  return { x: a[0] + share * (b[0] - a[0]), y: a[1] + share * (b[1] - a[1]) };
}
