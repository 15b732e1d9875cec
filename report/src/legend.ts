// A legend of buttons beside a chart, instead of one on its canvas, which no key reaches: what is not pressed is left out.
import { h, replace } from "./dom";

interface Series {
  name?: string;
  type?: string;
  symbol?: string;
  areaStyle?: object;
  itemStyle?: { color?: string; borderColor?: string; borderType?: string };
  lineStyle?: { color?: string; type?: string };
}

export interface LegendOption {
  data?: string[]; // names of series; default: all
}

export interface Drawn {
  legend?: LegendOption;
  series?: Series[];
}

const GLYPHS: Record<string, string> = {
  circle: "●",
  diamond: "◆",
  triangle: "▲",
  rect: "■",
  roundRect: "■",
  pin: "⬟",
};

const colourOf = (series: Series): string => series.itemStyle?.color ?? series.lineStyle?.color ?? "";

function mark(series: Series): HTMLElement {
  const element = h("i", { "aria-hidden": "true" });
  if (series.type === "scatter") {
    element.className = "glyph";
    element.textContent = GLYPHS[series.symbol ?? "circle"] ?? GLYPHS.circle;
    element.style.color = colourOf(series);
  } else if (series.type === "line" && !series.areaStyle) {
    element.className = "stroke";
    element.style.borderTop = `3px ${series.lineStyle?.type ?? "solid"} ${colourOf(series)}`;
  } else {
    const { borderColor, borderType } = series.itemStyle ?? {};
    element.style.background = colourOf(series);
    if (borderColor) element.style.border = `1px ${borderType ?? "solid"} ${borderColor}`;
  }
  return element;
}

export class Legend {
  readonly element = h("div", { class: "legend keys", role: "group", "aria-label": "Shown; press to leave out" });
  private hidden = new Set<string>();

  constructor(private toggle: (name: string) => void) {}

  // What ECharts is told: it draws none, and leaves out what is hidden.
  option(given: LegendOption): object {
    return { ...given, show: false, selected: Object.fromEntries([...this.hidden].map((name) => [name, false])) };
  }

  // Anew for each picture: colours follow the theme. The button that has the focus keeps it.
  draw({ legend, series = [] }: Drawn): void {
    if (!legend) return;
    const names = legend.data ?? [...new Set(series.map((one) => one.name ?? ""))];
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.series;
    const had = this.element.contains(document.activeElement);
    replace(
      this.element,
      names.map((name) => this.button(name, series.find((one) => one.name === name) ?? {})),
    );
    if (had)
      this.buttons()
        .find((button) => button.dataset.series === focused)
        ?.focus();
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll("button")];
  }

  private button(name: string, series: Series): HTMLElement {
    const button: HTMLElement = h(
      "button",
      {
        type: "button",
        "data-series": name,
        "aria-pressed": String(!this.hidden.has(name)),
        onclick: () => {
          if (!this.hidden.delete(name)) this.hidden.add(name);
          button.setAttribute("aria-pressed", String(!this.hidden.has(name)));
          this.toggle(name);
        },
      },
      mark(series),
      name,
    );
    return button;
  }
}
