// The corridor as a map: lines coloured by use and as wide as their flows, points, and trains where they are.
import type { LineIndex, Network, PointIndex } from "./data";
import { type Chart, type ChartBox, type ChartOption, FONT, chartBox, echarts, tooltip } from "./chart";
import { h } from "./dom";
import { sparePage } from "./gestures";
import { type LabelWish, placeLabels } from "./labels";
import { blank, land } from "./land";
import { beside, lineWidth, sideways } from "./map_lines";
import { type Badge, type Marks, badgeSeries, markSeries } from "./map_marks";
import { layout } from "./network";
import { isOnPaper } from "./paper";
import { project } from "./projection";
import { css, onTheme, useColour } from "./theme";

export interface MapPoint { name: string; use: number | null; size: number; rank: number }
export interface MapLine { use: number | null; flow: number } // flow: 0..1 of the widest

export interface MapContent {
  points: MapPoint[];   // as network.points
  lines: MapLine[];     // as network.lines
  pointTip(point: PointIndex): HTMLElement;
  lineTip(line: number): HTMLElement;
  badges?: Badge[];
}

export interface CorridorMap {
  element: HTMLElement;
  place: [number, number][];   // of points, in the map's plane
  redraw(): void;
  show(marks: Marks): void;
  select(point: PointIndex | null, line?: LineIndex | null): void;
  onpick: (point: PointIndex) => void;
  online: (line: LineIndex) => void;
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
  let chosen: PointIndex | null = null, chosenLine: LineIndex | null = null, marks: Marks = { trains: [], queues: [] };
  let chart!: Chart, drawn = false;
  const box: ChartBox = chartBox(label, "100%", (own) => { chart = own; return option(); });
  drawn = true;
  box.element.tabIndex = 0;
  box.element.setAttribute("role", "application"); // it has keys of its own
  box.element.setAttribute("aria-keyshortcuts", "+ - ArrowLeft ArrowRight ArrowUp ArrowDown 0");

  // The part of the plane that fills the element at first: all points with traffic, in the middle of it.
  function whole(): { x: number; y: number; scale: number } {
    const { west, east, south, north } = bounds(place, content().points.map((p) => p.rank > 0));
    const scale = Math.min(chart.getWidth() / (Math.max(east - west, 1) * 1.1), chart.getHeight() / (Math.max(north - south, 1) * 1.2));
    return { x: (west + east) / 2, y: (south + north) / 2, scale };
  }
  function geo(): object {
    const { x, y, scale } = whole(), width = chart.getWidth() / scale, height = chart.getHeight() / scale;
    return {
      map: toy ? "blank" : "land", aspectScale: 1, roam: true, clip: true, silent: true,
      boundingCoords: [[x - width / 2, y + height / 2], [x + width / 2, y - height / 2]],
      left: 0, right: 0, top: 0, bottom: 0,
      scaleLimit: { min: 0.7, max: 60 }, zoom: view.zoom, ...(view.center ? { center: view.center } : {}),
      itemStyle: { areaColor: css("--land"), borderColor: css("--coast"), borderWidth: 0.7 },
      emphasis: { disabled: true }, label: { show: false },
    };
  }
  // Ends of each line, beside those of other gauges.
  function ends(): [[number, number], [number, number]][] {
    const pixel = 1 / (whole().scale * view.zoom), offsets = sideways(network, content().lines.map((l) => l.flow));
    return network.lines.map((line, i) => beside(place[line.from], place[line.to], offsets[i] * pixel));
  }
  function lineSeries(): object[] {
    const now = content(), coords = ends();
    const data = network.lines.map((line, i) => ({
      coords: coords[i],
      lineStyle: {
        color: useColour(now.lines[i].use), width: lineWidth(now.lines[i].flow),
        type: line.gauge_mm === 0 ? "dashed" : "solid", opacity: now.lines[i].flow > 0 ? 0.95 : 0.5, cap: "round",
      },
    }));
    const middle = (line: LineIndex): [number, number] =>
      [0, 1].map((axis) => (coords[line][0][axis] + coords[line][1][axis]) / 2) as [number, number];
    const badges = now.badges ?? [];
    return [
      {
        id: "chosen", type: "lines", coordinateSystem: "geo", silent: true, z: 1,
        data: chosenLine === null ? [] : [{ coords: coords[chosenLine] }],
        lineStyle: { color: css("--accent"), opacity: 0.45, width: lineWidth(chosenLine === null ? 0 : now.lines[chosenLine].flow) + 8, cap: "round" },
      },
      {
        id: "lines", type: "lines", coordinateSystem: "geo", data, z: 2,
        emphasis: { lineStyle: { color: css("--accent"), opacity: 1 } },
        tooltip: { formatter: (p: { dataIndex: number }) => content().lineTip(p.dataIndex) },
      },
      {
        ...badgeSeries(badges, place, middle),
        tooltip: { formatter: (p: { dataIndex: number }) => {
          const { point, line } = badges[p.dataIndex];
          return point !== null ? content().pointTip(point) : content().lineTip(line!);
        } },
      },
    ];
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
  function option(): ChartOption {
    return {
      geo: geo(), tooltip: tooltip({ trigger: "item" }), series: [...lineSeries(), ...markSeries(marks, place), pointSeries()],
    };
  }
  function zoom(factor: number): void {
    const now = (chart.getOption() as { geo: { zoom: number; center: [number, number] }[] }).geo[0];
    view = { zoom: Math.min(60, Math.max(0.7, (now.zoom ?? 1) * factor)), center: now.center ?? undefined };
    box.redraw();
    relabel();
  }
  function pan(dx: number, dy: number): void {
    const middle = [chart.getWidth() / 2 + dx, chart.getHeight() / 2 + dy];
    view = { zoom: view.zoom, center: chart.convertFromPixel("geo", middle) as [number, number] };
    box.redraw();
    relabel();
  }
  function reset(): void {
    view = { zoom: 1, center: undefined };
    box.redraw();
    relabel();
  }

  let waiting = 0;
  const relabel = (): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => chart.setOption({ series: [...lineSeries(), pointSeries()] }));
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
      chart.setOption({ series: markSeries(marks, place) });
    },
    select(point, line = null) {
      chosen = point;
      chosenLine = line;
      relabel();
    },
  };
  chart.on("click", (event) => {
    if (event.seriesId === "points") map.onpick(event.dataIndex);
    if (event.seriesId === "lines") map.online(event.dataIndex);
    const badge = event.seriesId === "badges" && content().badges?.[event.dataIndex];
    if (!badge) return;
    if (badge.point !== null) map.onpick(badge.point); else map.online(badge.line!);
  });
  box.element.addEventListener("keydown", (event) => onKey(event, zoom, pan, reset));
  sparePage(box.element, map.element);
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
