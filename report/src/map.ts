// The corridor as a map that can be looked at closely, and in which points and lines are picked.
import type { LineIndex, Network, PointIndex } from "./data";
import { type Chart, type ChartBox, type ChartOption, chartBox, echarts, tooltip } from "./chart";
import { h } from "./dom";
import { sparePage } from "./gestures";
import { blank, land } from "./land";
import { Camera } from "./map_camera";
import type { MapContent } from "./map_content";
import { MAP_KEYS, listenToMapKeys, mapButtons } from "./map_controls";
import { type Picked, type Place, badges, lineEnds, lineSeries, pickedSeries, pointSeries } from "./map_layers";
import { type Marks, markSeries } from "./map_marks";
import { layout } from "./network";
import { isOnPaper } from "./paper";
import { project } from "./projection";
import { onTheme } from "./theme";

export interface CorridorMap {
  element: HTMLElement;
  place: Place[]; // of points, in the map's plane
  redraw(): void;
  show(marks: Marks): void;
  select(point: PointIndex | null, line?: LineIndex | null): void;
  onpick: (point: PointIndex) => void;
  online: (line: LineIndex) => void;
}

export function corridorMap(network: Network, content: () => MapContent, label: string): CorridorMap {
  return new View(network, content, label);
}

let registered = false;
function registerOutlines(): void {
  if (registered) return;
  echarts.registerMap("land", land() as never);
  echarts.registerMap("blank", blank() as never);
  registered = true;
}

// Without coordinates there is nothing of the world to show.
const isToy = (network: Network): boolean => network.points.every((p) => p.lat === 0 && p.lon === 0);

class View implements CorridorMap {
  readonly element: HTMLElement;
  readonly place: Place[];
  onpick: (point: PointIndex) => void = () => undefined;
  online: (line: LineIndex) => void = () => undefined;
  private toy: boolean;
  private camera: Camera;
  private box: ChartBox;
  private chart!: Chart;
  private drawn = false;
  private picked: Picked = { point: null, line: null };
  private marks: Marks = { trains: [], queues: [] };
  private waiting = 0; // frame in which names are placed anew

  constructor(
    private network: Network,
    private content: () => MapContent,
    label: string,
  ) {
    registerOutlines();
    this.toy = isToy(network);
    this.place = layout(network).map((at) => (this.toy ? at : project(at)));
    this.camera = new Camera(this.place, () => this.content().points.map((point) => point.rank > 0));
    this.box = chartBox(label, "100%", (chart) => {
      this.chart = chart;
      return this.option();
    });
    this.drawn = true;
    this.element = this.withControls();
    this.listen();
    this.relabel();
  }

  redraw(): void {
    this.box.redraw();
  }

  show(marks: Marks): void {
    this.marks = marks;
    this.chart.setOption({ series: markSeries(marks, this.place) });
  }

  select(point: PointIndex | null, line: LineIndex | null = null): void {
    this.picked = { point, line };
    this.relabel();
  }

  private layers(): object[] {
    const { network, place, picked } = this,
      content = this.content(),
      chart = this.drawn ? this.chart : null;
    const ends = lineEnds(network, place, content, this.camera.pixel(this.chart));
    return [
      pickedSeries(ends, content, picked.line),
      lineSeries(network, ends, content),
      badges(place, ends, content, chart),
      pointSeries(place, content, picked.point, chart),
    ];
  }

  private option(): ChartOption {
    return {
      geo: this.camera.geo(this.chart, this.toy ? "blank" : "land"),
      tooltip: tooltip({ trigger: "item" }),
      series: [...this.layers(), ...markSeries(this.marks, this.place)],
    };
  }

  // Names have room elsewhere after each movement; lines keep their distance in px.
  private relabel(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.chart.setOption({ series: this.layers() }));
  }

  private move(how: () => void): void {
    how();
    this.box.redraw();
    this.relabel();
  }

  private withControls(): HTMLElement {
    const { element } = this.box;
    element.tabIndex = 0;
    element.setAttribute("role", "application"); // it has keys of its own
    element.setAttribute("aria-keyshortcuts", MAP_KEYS);
    const act = {
      zoom: (factor: number) => this.move(() => this.camera.zoom(this.chart, factor)),
      move: (dx: number, dy: number) => this.move(() => this.camera.move(this.chart, dx, dy)),
      reset: () => this.move(() => this.camera.reset()),
    };
    listenToMapKeys(element, act);
    return h("div", { class: "card mapbox" }, element, mapButtons(act));
  }

  private listen(): void {
    this.chart.on("georoam", () => {
      this.camera.follow(this.chart);
      this.relabel();
    });
    this.chart.on("click", (event) => this.pick(event.seriesId ?? "", event.dataIndex));
    sparePage(this.box.element, this.element);
    new ResizeObserver(() => requestAnimationFrame(() => this.resized())).observe(this.box.element);
    onTheme(() => this.relabel());
  }

  private resized(): void {
    if (isOnPaper()) return;
    this.box.redraw();
    this.relabel();
  }

  private pick(series: string, index: number): void {
    if (series === "points") this.onpick(index);
    if (series === "lines") this.online(index);
    const badge = series === "badges" ? this.content().badges?.[index] : undefined;
    if (!badge) return;
    if (badge.point !== null) this.onpick(badge.point);
    else this.online(badge.line!);
  }
}
