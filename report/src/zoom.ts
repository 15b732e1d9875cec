// Looking closer at a chart over time: by buttons, keys, or Ctrl and wheel.
import type { ChartBox } from "./chart";
import { h } from "./dom";

interface Span {
  start: number; // per cent of the whole time
  end: number;
}

const STEP = 2;
const LEAST_BINS = 4;
const KEYS = "+ - ArrowLeft ArrowRight 0";

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

// About its middle by a factor, and moved by a share of itself; never narrower than `least`.
export function changed({ start, end }: Span, factor: number, by: number, least: number): Span {
  const width = clamp((end - start) / factor, Math.min(least, 100), 100);
  const from = clamp((start + end - width) / 2 + by * width, 0, 100 - width);
  return { start: from, end: from + width };
}

export class TimeZoom {
  private span: Span = { start: 0, end: 100 };
  private told = h("output", { "aria-live": "polite" });
  private box: ChartBox | null = null;

  // `describe`: of the first and the last bin that are shown.
  constructor(
    private bins: number,
    private describe: (first: number, last: number) => string,
  ) {}

  // ECharts' `dataZoom`: it goes on from where it was when the chart is drawn anew.
  option(): object[] {
    return [{ type: "inside", zoomOnMouseWheel: "ctrl", preventDefaultMouseMove: false, ...this.span }];
  }

  // The chart with its buttons below it.
  around(box: ChartBox): HTMLElement {
    this.box = box;
    box.picture.tabIndex = 0;
    box.picture.setAttribute("role", "application"); // it has keys of its own
    box.picture.setAttribute("aria-keyshortcuts", KEYS);
    box.picture.addEventListener("keydown", (event) => this.onKey(event));
    box.chart.on("datazoom", () => this.follow());
    this.tell();
    return h("div", { class: "zoomed" }, box.element, this.bar());
  }

  private bar(): HTMLElement {
    const button = (text: string, label: string, factor: number, by: number): HTMLElement =>
      h(
        "button",
        { type: "button", class: "quiet", "aria-label": label, title: label, onclick: () => this.change(factor, by) },
        text,
      );
    return h(
      "div",
      { class: "bar zoombar" },
      button("+", "Zoom in", STEP, 0),
      button("−", "Zoom out", 1 / STEP, 0),
      button("◀", "Earlier", 1, -0.5),
      button("▶", "Later", 1, 0.5),
      h("button", { type: "button", class: "quiet", onclick: () => this.set({ start: 0, end: 100 }) }, "All"),
      this.told,
    );
  }

  private change(factor: number, by: number): void {
    this.set(changed(this.span, factor, by, (100 * LEAST_BINS) / this.bins));
  }

  private set(span: Span): void {
    this.box?.chart.dispatchAction({ type: "dataZoom", ...span });
  }

  // Whoever zoomed: buttons and keys, or the wheel.
  private follow(): void {
    const [now] = (this.box!.chart.getOption() as { dataZoom: Span[] }).dataZoom;
    this.span = { start: now.start, end: now.end };
    this.tell();
  }

  private tell(): void {
    const at = (share: number): number => Math.round((share / 100) * (this.bins - 1));
    this.told.textContent = this.describe(at(this.span.start), at(this.span.end));
  }

  private onKey(event: KeyboardEvent): void {
    const keys: Record<string, () => void> = {
      "+": () => this.change(STEP, 0),
      "=": () => this.change(STEP, 0),
      "-": () => this.change(1 / STEP, 0),
      "0": () => this.set({ start: 0, end: 100 }),
      ArrowLeft: () => this.change(1, -0.5),
      ArrowRight: () => this.change(1, 0.5),
    };
    const wanted = keys[event.key];
    if (!wanted || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    wanted();
  }
}
