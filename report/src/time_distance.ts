// The time–distance diagram: any line or whole route, planned and simulated, with what delays trains.
import { type Frame, frameOf } from "./diagram_axes";
import { type Diagram, type PassingTimes, diagram, unpackPassings } from "./diagram_data";
import { type Picture, type Show, draw } from "./diagram_draw";
import { type Window, meets, nearestPath } from "./diagram_find";
import { legendOf } from "./diagram_legend";
import { explain } from "./diagram_notes";
import { trainRow, trainTable, trainTip } from "./diagram_trains";
import { shades } from "./disruptions";
import { checkbox, h, replace, select } from "./dom";
import type { Stops } from "./movements";
import { onScript } from "./names";
import { type Way, usualWay } from "./network";
import { panZoom, within } from "./pan_zoom";
import { isOnPaper, onPaper } from "./paper";
import { hasPlans } from "./plans";
import type { Report } from "./report";
import { onTheme } from "./theme";
import { pointOptions, wayOfOption, wayOptions } from "./ways";

const DAY = 1440;
const WEEK = 7 * DAY;
const KEPT_DRAWS = 50;

export interface TimeDistance {
  element: HTMLElement;
  draws: number[]; // milliseconds of the last pictures
}

export function timeDistance(report: Report): TimeDistance | HTMLElement {
  const { stops } = report;
  if (!stops) return h("p", { class: "card" }, "Movements of trains were not recorded, so there is no diagram.");
  return new View(report, stops);
}

class View implements TimeDistance {
  readonly draws: number[] = [];
  readonly element: HTMLElement;
  private canvas = h("canvas", {
    tabindex: 0,
    role: "application",
    "aria-label": "Time–distance diagram; the trains are listed below, and picked there",
    "aria-keyshortcuts": "+ - ArrowLeft ArrowRight ArrowUp ArrowDown PageUp PageDown",
  });
  private box = h("div", { class: "diagram" }, this.canvas);
  private list = h("div", { class: "card" });
  private legend = h("div", { class: "legend" });
  private told = h("p", { class: "note" }); // which disruptions are shaded
  private slider = h("input", { type: "range", step: 60, "aria-label": "First time shown" });
  private picker: HTMLLabelElement;
  private from: HTMLLabelElement;
  private to: HTMLLabelElement;
  private passings: PassingTimes;
  private way!: Way;
  private data!: Diagram;
  private window!: Window;
  private others: HTMLElement;
  private show: Show;
  private hovered = -1;
  private picked = -1; // train, from the list
  private queued = false;
  private unseen = true; // the first window was chosen before the picture had a width
  private note: HTMLElement | null = null;

  constructor(
    private report: Report,
    private stops: Stops,
  ) {
    const { data } = report;
    this.passings = unpackPassings(data.movements?.passings, stops, data.network.lines);
    this.show = { planned: hasPlans(data.movements), blocks: true, meets: true, others: false };
    this.others = checkbox("other gauges", false, (on) => this.set({ others: on }));
    const ways = wayOptions(report);
    const points = pointOptions(report);
    this.from = select("From", points, "", () => this.pickEnds());
    this.to = select("to", points, "", () => this.pickEnds());
    this.box.style.height = "min(620px, max(360px, 72vh))";
    this.picker = select("Way", ways, ways[0]?.value ?? "", (value) => this.pick(value));
    this.element = h("div", { class: "stack" }, this.card(), this.list);
    this.listen();
    if (ways[0]) this.pick(ways[0].value);
  }

  private card(): HTMLElement {
    this.slider.oninput = () => {
      const from = Number(this.slider.value);
      this.look({ ...this.window, from, until: from + this.window.until - this.window.from });
    };
    return h(
      "section",
      { class: "card" },
      h("div", { class: "bar" }, this.picker, this.from, this.to, this.spans()),
      this.box,
      h(
        "div",
        { class: "player" },
        this.slider,
        checkbox("planned", this.show.planned, (on) => this.set({ planned: on })),
        checkbox("sections taken", this.show.blocks, (on) => this.set({ blocks: on })),
        checkbox("meets", this.show.meets, (on) => this.set({ meets: on })),
        this.others,
      ),
      this.legend,
      this.told,
      explain(this.report),
    );
  }

  private spans(): HTMLElement {
    const button = (text: string, onclick: () => void): HTMLElement =>
      h("button", { type: "button", class: "quiet", onclick }, text);
    const days = (text: string, wanted: number): HTMLElement =>
      button(text, () => {
        const middle = (this.window.from + this.window.until) / 2;
        const half = (wanted * DAY) / 2;
        this.look({ ...this.window, from: middle - half, until: middle + half });
      });
    const whole = button("Whole way", () => this.look({ ...this.window, kmFrom: 0, kmUntil: this.length() }));
    return h("div", { class: "bar" }, days("Day", 1), days("Week", 7), days("Month", 31), whole);
  }

  private length(): number {
    return Math.max(1, this.way.km[this.way.km.length - 1]);
  }

  private set(part: Partial<typeof this.show>): void {
    this.show = { ...this.show, ...part };
    this.drawLegend();
    this.queue();
  }

  private pick(value: string): void {
    const way = wayOfOption(this.report, value);
    if (!way) return;
    this.from.querySelector("select")!.value = String(way.points[0]);
    this.to.querySelector("select")!.value = String(way.points[way.points.length - 1]);
    this.open(way);
  }

  private pickEnds(): void {
    const end = (field: HTMLElement): number => Number(field.querySelector("select")!.value);
    const [from, to] = [end(this.from), end(this.to)];
    const way = from === to ? null : usualWay(this.report.data.network, from, to);
    if (!way) return;
    // Of lines of two gauges between two points one is shown: say which. Any other way has no name in the list.
    this.picker.querySelector("select")!.value = way.lines.length === 1 ? `line:${way.lines[0]}` : "";
    this.open(way);
  }

  private open(way: Way): void {
    this.way = way;
    this.hovered = this.picked = -1;
    this.data = diagram(this.stops, this.report.data.network, way, this.passings);
    this.others.hidden = !this.data.paths.beside.includes(true);
    this.unseen = this.box.clientWidth === 0;
    this.look(this.firstWindow());
    replace(this.list, this.trains());
    this.drawLegend();
  }

  // So much of the time that lines of trains are told apart, from where passing places are known on.
  private firstWindow(): Window {
    const { from, until } = this.stops.standing;
    const known = this.report.data.movements?.passings;
    const start = known ? known.from_min : from + (until - from) / 3;
    const room = Math.min(1, (this.box.clientWidth || 1200) / 900);
    const wanted = this.length() > 2500 ? 31 : this.length() > 800 ? 7 : 2;
    return { from: start, until: start + Math.max(2, wanted * room) * DAY, kmFrom: 0, kmUntil: this.length() };
  }

  // A way that was picked before there was a picture: a narrow one begins with less time.
  private fit(): void {
    if (!this.unseen) return;
    this.unseen = false;
    this.look(this.firstWindow());
  }

  private look(window: Window): void {
    const { from, until } = this.stops.standing;
    const whole = { from, until, kmFrom: 0, kmUntil: this.length() };
    this.window = within(window, { ...whole, least: 60, leastKm: Math.min(20, this.length()) });
    const span = this.window.until - this.window.from;
    this.slider.min = String(from);
    this.slider.max = String(Math.max(from, until - span));
    this.slider.value = String(this.window.from);
    this.slider.setAttribute("aria-valuetext", this.report.clock.dateTime(this.window.from));
    this.queue();
  }

  private queue(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => {
      this.queued = false;
      this.draw();
    });
  }

  private frame(): Frame {
    return frameOf(this.box.clientWidth, this.box.clientHeight);
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (width === 0 || !this.data) return;
    this.fit();
    const began = performance.now();
    const dpr = window.devicePixelRatio || 1;
    const size = [Math.round(width * dpr), Math.round(height * dpr)];
    if (this.canvas.width !== size[0] || this.canvas.height !== size[1]) [this.canvas.width, this.canvas.height] = size;
    const pen = this.canvas.getContext("2d")!;
    pen.setTransform(dpr, 0, 0, dpr, 0, 0);
    draw(pen, this.picture(), this.window, this.frame());
    this.draws.push(performance.now() - began);
    if (this.draws.length > KEPT_DRAWS) this.draws.shift();
  }

  private picture(): Picture {
    const { network } = this.report.data;
    const { points, km } = this.way;
    const isMajor = (i: number): boolean =>
      i === 0 || i === points.length - 1 || network.points[points[i]].role === "border";
    return {
      diagram: this.data,
      direction: this.direction,
      places: points.map((p, i) => ({ km: km[i], name: this.report.pointName(p), major: isMajor(i) })),
      passings: this.passingPlaces(),
      shades: this.shades(),
      clock: this.report.clock,
      show: this.show,
      hovered: this.hovered >= 0 ? this.hovered : this.data.paths.train.indexOf(this.picked),
      meets: this.meets(),
    };
  }

  private passingPlaces(): { km: number }[] {
    const { lines, km } = this.way;
    return lines.flatMap((line, i) => {
      const { sections } = this.report.data.network.lines[line];
      return Array.from({ length: sections - 1 }, (_, n) => ({
        km: km[i] + ((km[i + 1] - km[i]) * (n + 1)) / sections,
      }));
    });
  }

  private meets(): Picture["meets"] {
    const near = this.window.until - this.window.from <= WEEK;
    if (!this.show.meets || !near) return [];
    const { own, paths } = this.data;
    // On double track trains pass each other anywhere, and nobody waits for it.
    const isShown = (line: number): boolean =>
      this.report.data.network.lines[line].tracks === 1 && (this.show.others || own.has(line));
    return meets(paths, this.direction, this.window).filter(({ line }) => isShown(line));
  }

  private shades(): ReturnType<typeof shades> {
    return shades(this.report.data.network, this.way, this.report.data.disruptions);
  }

  // Shows a train of the list: drawn bold, and the time around it.
  private pickTrain(train: number): void {
    this.picked = train;
    const path = this.data.paths.train.indexOf(train);
    const { from, until } = this.data.paths;
    const half = (this.window.until - this.window.from) / 2;
    const middle = (from[path] + until[path]) / 2;
    this.look({ ...this.window, from: middle - half, until: middle + half });
    this.canvas.focus({ preventScroll: true });
    this.canvas.scrollIntoView({ block: "nearest" });
    this.tell(this.tip(train));
  }

  private direction = (path: number): number => this.stops.data.trains.direction[this.data.paths.train[path]];

  private listen(): void {
    panZoom(this.canvas, {
      get: () => this.window,
      set: (next) => this.look(next),
      size: () => [this.frame().width, this.frame().height],
      share: (event) => {
        const frame = this.frame();
        const [x, y] = this.inFrame(event);
        return [x / frame.width, y / frame.height];
      },
      hover: (event) => this.hover(event),
    });
    new ResizeObserver(() => {
      if (!isOnPaper()) this.queue();
    }).observe(this.box);
    onPaper(() => this.draw());
    onTheme(() => {
      this.drawLegend();
      this.queue();
    });
    onScript(() => this.queue());
  }

  private inFrame(event: { clientX: number; clientY: number }): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    const frame = this.frame();
    return [event.clientX - box.left - frame.left, event.clientY - box.top - frame.top];
  }

  private hover(event: PointerEvent | null): void {
    const [x, y] = event ? this.inFrame(event) : [-1, -1];
    const found = event ? nearestPath(this.data.paths, this.window, this.frame(), x, y, 8) : -1;
    if (found !== this.hovered) {
      this.hovered = found;
      this.queue();
    }
    if (found >= 0) this.tell(this.tip(this.data.paths.train[found]), x, y);
    else this.tell(null);
  }

  // What is said of a train, beside a place of the picture.
  private tell(note: HTMLElement | null, x = 0, y = 0): void {
    const frame = this.frame();
    const right = x > frame.width / 2;
    this.note?.remove();
    this.note = note;
    if (!note) return;
    note.style[right ? "right" : "left"] = `${(right ? frame.width - x : x + frame.left) + 16}px`;
    note.style.top = `${Math.min(y + frame.top, frame.height - 120)}px`;
    note.setAttribute("role", "status");
    this.box.append(note);
  }

  private tip(train: number): HTMLElement {
    return trainTip(this.report, trainRow(this.report, this.stops, this.passings, train));
  }

  private trains(): HTMLElement {
    const trains = [...new Set(this.data.paths.train)];
    const rows = trains.map((train) => trainRow(this.report, this.stops, this.passings, train));
    return trainTable(this.report, rows, (train) => this.pickTrain(train));
  }

  private drawLegend(): void {
    replace(this.legend, legendOf(this.data, this.show.planned));
    const shaded = [...new Set(this.data ? this.shades().map((one) => one.what) : [])];
    this.told.textContent =
      shaded.length > 0 ? `Shaded: ${shaded.join("; ")}. How long they held trains: Overview.` : "";
  }
}
