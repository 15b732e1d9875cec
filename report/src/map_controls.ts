// Buttons and keys of a map.
import { h } from "./dom";

export interface MapActions {
  zoom(factor: number): void;
  move(dx: number, dy: number): void; // px
  reset(): void;
}

const STEP = 1.5;
const PX = 80;

export const MAP_KEYS = "+ - ArrowLeft ArrowRight ArrowUp ArrowDown 0";

export function mapButtons(act: MapActions): HTMLElement {
  const button = (text: string, label: string, onclick: () => void): HTMLElement =>
    h("button", { type: "button", "aria-label": label, title: label, onclick }, text);
  return h(
    "div",
    { class: "zoom" },
    button("+", "Zoom in", () => act.zoom(STEP)),
    button("−", "Zoom out", () => act.zoom(1 / STEP)),
    button("⟲", "Whole corridor", () => act.reset()),
  );
}

export function listenToMapKeys(element: HTMLElement, act: MapActions): void {
  const keys: Record<string, () => void> = {
    "+": () => act.zoom(STEP),
    "=": () => act.zoom(STEP),
    "-": () => act.zoom(1 / STEP),
    "0": () => act.reset(),
    ArrowLeft: () => act.move(-PX, 0),
    ArrowRight: () => act.move(PX, 0),
    ArrowUp: () => act.move(0, -PX),
    ArrowDown: () => act.move(0, PX),
  };
  element.addEventListener("keydown", (event) => {
    const wanted = keys[event.key];
    if (!wanted || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    wanted();
  });
}
