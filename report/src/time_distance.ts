// The time–distance diagram: any line or whole route, simulated and unhindered, with what delays trains.
import { tip } from "./chart";
import {
  type Diagram, PASSING_PLACE, type PassingTimes, type Window, diagram, meets, nearestPath, passingStands, unpackPassings,
} from "./diagram_data";
import { type Frame, type Picture, delayColour, draw, frameOf } from "./diagram_draw";
import { shades } from "./disruptions";
import { type Option, checkbox, h, replace, select } from "./dom";
import { duration } from "./format";
import { type Stops, lastStop, waitOf } from "./movements";
import { onScript } from "./names";
import { type Way, journeyWay, lineTrains, usualWay, wayOf } from "./network";
import { panZoom, within } from "./pan_zoom";
import { isOnPaper, onPaper } from "./paper";
import { type Report, causeName } from "./report";
import { table } from "./table";
import { directionColour, onTheme } from "./theme";

const DAY = 1440;

export interface TimeDistance { element: HTMLElement; draws: number[] } // draws: milliseconds of the last pictures

export function timeDistance(report: Report): TimeDistance | HTMLElement {
  const stops = report.stops;
  if (!stops) return h("p", { class: "card" }, "Movements of trains were not recorded, so there is no diagram.");
  return new View(report, stops);
}

class View implements TimeDistance {
  readonly draws: number[] = [];
  readonly element: HTMLElement;
  private canvas = h("canvas", {
    tabindex: 0, role: "application", "aria-label": "Time–distance diagram; the trains are listed below, and picked there",
    "aria-keyshortcuts": "+ - ArrowLeft ArrowRight ArrowUp ArrowDown PageUp PageDown",
  });
  private box = h("div", { class: "diagram" }, this.canvas);
  private list = h("div", { class: "card" });
  private causes = h("div", { class: "legend" });
  private told = h("p", { class: "note" }); // which disruptions are shaded
  private slider = h("input", { type: "range", step: 60, "aria-label": "First time shown" });
  private passings: PassingTimes;
  private way!: Way;
  private data!: Diagram;
  private window!: Window;
  private show = { planned: false, blocks: true, meets: true };
  private hovered = -1;
  private picked = -1; // train, from the list
  private queued = false;
  private note: HTMLElement | null = null;

  constructor(private report: Report, private stops: Stops) {
    const { data } = report;
    this.passings = unpackPassings(data.movements?.passings, stops, data.network.lines);
    const ways = wayOptions(report);
    const points: Option[] = data.network.points.map((p, i) => ({ value: String(i), text: p.name, group: p.country || "Points" }))
      .sort((a, b) => a.group!.localeCompare(b.group!) || a.text.localeCompare(b.text));
    const ends = (which: "from" | "to"): HTMLLabelElement =>
      select(which === "from" ? "From" : "to", points, "", () => this.pickEnds(from, to));
    const from = ends("from"), to = ends("to");
    const picker = select("Way", ways, ways[0]?.value ?? "", (value) => this.pick(value, from, to));
    this.box.style.height = "min(620px, max(360px, 72vh))";
    this.element = h("div", { class: "stack" },
      h("section", { class: "card" },
        h("div", { class: "bar" }, picker, from, to, this.spans()),
        this.box,
        h("div", { class: "player" }, this.slider,
          checkbox("unhindered", this.show.planned, (on) => this.set({ planned: on })),
          checkbox("sections taken", this.show.blocks, (on) => this.set({ blocks: on })),
          checkbox("meets", this.show.meets, (on) => this.set({ meets: on }))),
        this.causes, this.told,
        h("p", { class: "note" }, this.explain())),
      this.list);
    this.slider.oninput = () => this.look({ ...this.window, from: Number(this.slider.value), until: Number(this.slider.value) + this.window.until - this.window.from });
    this.listen();
    if (ways[0]) this.pick(ways[0].value, from, to);
  }

  private explain(): string {
    const known = this.report.data.movements?.passings;
    const between = known
      ? `Stops at passing places are known from ${this.report.clock.date(known.from_min)} to ${this.report.clock.date(known.until_min - 1)}.`
      : "What happens at passing places between points was not recorded: trains are drawn at an even pace over a line, and crossings there are not where trains really met.";
    return `Time to the right, distance downwards. Ctrl and wheel zooms time and distance, Shift and wheel distance alone, after a click the wheel zooms time; drag to move; keys + − arrows, Page up and down. Waits are drawn at the end of a stop, cause after cause; of stands at passing places no cause is recorded. Unhindered (dashed): the same train without its waits and stands since it began; there is no planned timetable to draw. ${between}`;
  }

  private spans(): HTMLElement {
    const button = (text: string, days: number): HTMLElement => h("button", {
      type: "button", class: "quiet", onclick: () => {
        const middle = (this.window.from + this.window.until) / 2;
        this.look({ ...this.window, from: middle - (days * DAY) / 2, until: middle + (days * DAY) / 2 });
      },
    }, text);
    return h("div", { class: "bar" }, button("Day", 1), button("Week", 7), button("Month", 31),
      h("button", { type: "button", class: "quiet", onclick: () => this.look({ ...this.window, kmFrom: 0, kmUntil: this.length() }) }, "Whole way"));
  }

  private length(): number { return Math.max(1, this.way.km[this.way.km.length - 1]); }

  private set(part: Partial<typeof this.show>): void {
    this.show = { ...this.show, ...part };
    this.queue();
  }

  private pick(value: string, from: HTMLElement, to: HTMLElement): void {
    const { network, journeys, movements } = this.report.data, [kind, index] = value.split(":");
    const line = network.lines[+index];
    const way = kind === "line"
      ? wayOf(network, [line.from, line.to], [+index]) : journeyWay(network, journeys[+index], movements);
    if (!way) return;
    from.querySelector("select")!.value = String(way.points[0]);
    to.querySelector("select")!.value = String(way.points[way.points.length - 1]);
    this.open(way);
  }

  private pickEnds(from: HTMLElement, to: HTMLElement): void {
    const end = (e: HTMLElement): number => Number(e.querySelector("select")!.value);
    const way = end(from) === end(to) ? null : usualWay(this.report.data.network, end(from), end(to));
    if (way) this.open(way);
  }

  private open(way: Way): void {
    this.way = way;
    this.hovered = this.picked = -1;
    this.data = diagram(this.stops, this.report.data.network, way, this.passings);
    const { from, until } = this.stops.standing, known = this.report.data.movements?.passings;
    const start = known ? known.from_min : from + (until - from) / 3;
    const room = Math.min(1, (this.box.clientWidth || 1200) / 900);
    const days = Math.max(2, (this.length() > 2500 ? 31 : this.length() > 800 ? 7 : 2) * room);
    this.look({ from: start, until: start + days * DAY, kmFrom: 0, kmUntil: this.length() });
    replace(this.list, this.trainTable());
    this.drawLegend();
  }

  private limits(): Parameters<typeof within>[1] {
    const { from, until } = this.stops.standing;
    return { from, until, kmFrom: 0, kmUntil: this.length(), least: 60, leastKm: Math.min(20, this.length()) };
  }

  private look(window: Window): void {
    this.window = within(window, this.limits());
    const { from, until } = this.stops.standing, span = this.window.until - this.window.from;
    this.slider.min = String(from);
    this.slider.max = String(Math.max(from, until - span));
    this.slider.value = String(this.window.from);
    this.slider.setAttribute("aria-valuetext", this.report.clock.dateTime(this.window.from));
    this.queue();
  }

  private queue(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => { this.queued = false; this.draw(); });
  }

  private frame(): Frame { return frameOf(this.box.clientWidth, this.box.clientHeight); }

  private draw(): void {
    const width = this.box.clientWidth, height = this.box.clientHeight, dpr = window.devicePixelRatio || 1;
    if (width === 0 || !this.data) return;
    const began = performance.now();
    if (this.canvas.width !== Math.round(width * dpr) || this.canvas.height !== Math.round(height * dpr)) {
      this.canvas.width = Math.round(width * dpr);
      this.canvas.height = Math.round(height * dpr);
    }
    const pen = this.canvas.getContext("2d")!;
    pen.setTransform(dpr, 0, 0, dpr, 0, 0);
    draw(pen, this.picture(), this.window, this.frame());
    this.draws.push(performance.now() - began);
    if (this.draws.length > 50) this.draws.shift();
  }

  private picture(): Picture {
    const { network } = this.report.data, { points, lines, km } = this.way;
    const passings = lines.flatMap((line, i) => Array.from({ length: network.lines[line].sections - 1 }, (_, n) =>
      ({ km: km[i] + ((km[i + 1] - km[i]) * (n + 1)) / network.lines[line].sections })));
    const span = this.window.until - this.window.from, near = span <= 7 * DAY;
    return {
      diagram: this.data, direction: this.direction, passings, shades: this.shades(), clock: this.report.clock,
      places: points.map((p, i) => ({
        km: km[i], name: this.report.pointName(p),
        major: i === 0 || i === points.length - 1 || network.points[p].role === "border",
      })),
      show: this.show, hovered: this.hovered >= 0 ? this.hovered : this.data.paths.train.indexOf(this.picked),
      meets: this.show.meets && near ? meets(this.data.paths, this.direction, this.window).filter(({ km }) => this.isSingle(km)) : [],
    };
  }

  private shades(): ReturnType<typeof shades> { return shades(this.report.data.network, this.way, this.report.data.disruptions); }

  // Shows a train of the list: drawn bold, and the time around it.
  private pickTrain(train: number): void {
    this.picked = train;
    const path = this.data.paths.train.indexOf(train), { from, until } = this.data.paths;
    const span = this.window.until - this.window.from, middle = (from[path] + until[path]) / 2;
    this.look({ ...this.window, from: middle - span / 2, until: middle + span / 2 });
    this.canvas.focus({ preventScroll: true });
    this.canvas.scrollIntoView({ block: "nearest" });
    this.tell(this.trainTip(train));
  }

  // On double track trains pass each other anywhere, and nobody waits for it.
  private isSingle(km: number): boolean {
    const step = this.way.km.findIndex((end, i) => i > 0 && km <= end) - 1;
    return step >= 0 && this.report.data.network.lines[this.way.lines[step]].tracks === 1;
  }

  private direction = (path: number): number => this.stops.data.trains.direction[this.data.paths.train[path]];

  private listen(): void {
    panZoom(this.canvas, {
      get: () => this.window, set: (next) => this.look(next),
      size: () => [this.frame().width, this.frame().height],
      share: (event) => {
        const box = this.canvas.getBoundingClientRect(), frame = this.frame();
        return [(event.clientX - box.left - frame.left) / frame.width, (event.clientY - box.top - frame.top) / frame.height];
      },
      hover: (event) => this.hover(event),
    });
    new ResizeObserver(() => { if (!isOnPaper()) this.queue(); }).observe(this.box);
    onPaper(() => this.draw());
    onTheme(() => { this.drawLegend(); this.queue(); });
    onScript(() => this.queue());
  }

  private hover(event: PointerEvent | null): void {
    const frame = this.frame(), box = this.canvas.getBoundingClientRect();
    const x = event ? event.clientX - box.left - frame.left : -1, y = event ? event.clientY - box.top - frame.top : -1;
    const found = event ? nearestPath(this.data.paths, this.window, frame, x, y, 8) : -1;
    if (found !== this.hovered) {
      this.hovered = found;
      this.queue();
    }
    if (found >= 0) this.tell(this.trainTip(this.data.paths.train[found]), x, y);
    else this.tell(null);
  }

  // What is said of a train, beside a place of the picture.
  private tell(note: HTMLElement | null, x = 0, y = 0): void {
    const frame = this.frame(), right = x > frame.width / 2;
    this.note?.remove();
    this.note = note;
    if (!note) return;
    note.style[right ? "right" : "left"] = `${(right ? frame.width - x : x + frame.left) + 16}px`;
    note.style.top = `${Math.min(y + frame.top, frame.height - 120)}px`;
    note.setAttribute("role", "status");
    this.box.append(note);
  }

  private trainTip(train: number): HTMLElement {
    const row = trainRow(this.report, this.stops, this.passings, train), { zone } = this.report.clock;
    return tip(`${row.from} – ${row.to}`, [
      ["train", row.id], ["left", row.left + zone], ["arrived", row.arrived + zone], ["on the way", duration(row.minutes)],
      ["TEU", String(row.teu)], ["waited", duration(row.waited)], ...row.causes.map(([c, m]): [string, string] => [`  ${delayName(c)}`, duration(m)]),
    ]);
  }

  private trainTable(): HTMLElement {
    const { paths } = this.data, trains = [...new Set(paths.train)];
    const rows = trains.map((train) => trainRow(this.report, this.stops, this.passings, train)).sort((a, b) => b.waited - a.waited);
    return table({
      name: "trains", caption: `Trains over this way (${rows.length})`, rows, most: 8, filter: true,
      onpick: (row) => this.pickTrain(row.train),
      columns: [
        { title: "Train", value: (r) => r.id }, { title: "From", value: (r) => r.from }, { title: "To", value: (r) => r.to },
        { title: "Direction", value: (r) => r.direction }, { title: `Left${this.report.clock.zone}`, value: (r) => r.leftMinute, show: (r) => r.left },
        { title: "On the way", value: (r) => r.minutes / 60, unit: "h" }, { title: "TEU", value: (r) => r.teu },
        { title: "Waited", value: (r) => r.waited / 60, unit: "h" },
        { title: "Mostly for", value: (r) => (r.causes[0] ? delayName(r.causes[0][0]) : "") },
      ],
    });
  }

  private drawLegend(): void {
    const swatch = (colour: string, text: string): HTMLElement => {
      const mark = h("i");
      mark.style.background = colour;
      return h("span", {}, mark, text);
    };
    const causes = [...new Set(this.data?.delays.cause ?? [])].sort((a, b) => a - b);
    replace(this.causes, swatch(directionColour(0), "westbound"), swatch(directionColour(1), "eastbound"),
      causes.length > 0 && h("strong", {}, "Waits"), causes.map((c) => swatch(delayColour(c), delayName(c))));
    const shaded = [...new Set(this.data ? this.shades().map((one) => one.what) : [])];
    this.told.textContent = shaded.length > 0 ? `Shaded: ${shaded.join("; ")}. How long they held trains: Overview.` : "";
  }
}

const delayName = (cause: number): string => (cause === PASSING_PLACE ? "stands at a passing place" : causeName(cause));

interface TrainRow {
  train: number; id: string; from: string; to: string; direction: string; left: string; leftMinute: number; arrived: string;
  minutes: number; teu: number; waited: number; causes: [number, number][];
}

function trainRow(report: Report, stops: Stops, passings: PassingTimes, train: number): TrainRow {
  const { trains } = stops.data, first = stops.first[train], last = lastStop(stops, train);
  const causes = new Map<number, number>();
  let waited = passingStands(passings, stops, train);
  if (waited > 0) causes.set(PASSING_PLACE, waited);
  for (let i = first; i <= last; ++i) {
    waited += waitOf(stops, i);
    for (let w = stops.waitFirst[i]; w < stops.waitFirst[i + 1]; ++w)
      causes.set(stops.waitCause[w], (causes.get(stops.waitCause[w]) ?? 0) + stops.waitMinutes[w]);
  }
  return {
    train, id: trains.id[train], from: report.pointName(stops.point[first]), to: report.pointName(stops.point[last]),
    direction: trains.direction[train] === 1 ? "eastbound" : "westbound",
    left: report.clock.dateTime(stops.departed[first]), leftMinute: stops.departed[first],
    arrived: report.clock.dateTime(stops.arrived[last]), minutes: stops.arrived[last] - stops.departed[first],
    teu: trains.teu[train], waited, causes: [...causes].sort((a, b) => b[1] - a[1]),
  };
}

// Whole routes of the most containers, then lines with the most trains.
function wayOptions(report: Report): Option[] {
  const { journeys, movements, network } = report.data;
  const routes = journeys.slice(0, 40).map((j, i) => ({ value: `way:${i}`, text: j.name, group: "Whole routes" }))
    .filter((_, i) => journeyWay(network, journeys[i], movements) !== null);
  const lines = network.lines.map((line, i) => ({ line, i })).sort((a, b) => lineTrains(b.line) - lineTrains(a.line))
    .map(({ line, i }) => ({ value: `line:${i}`, text: line.name, group: "Lines" }));
  return [...routes, ...lines];
}

