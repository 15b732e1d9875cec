// Pictures that zoom and move, and yet do not hold the page fast: the wheel scrolls the page unless Ctrl is held or the
// picture was clicked (Escape gives it back); one finger that goes up or down scrolls the page.
import { h } from "./dom";

// Whether a wheel over the picture is the picture's. Else says how, for a moment, in `host`.
export function takesWheel(element: HTMLElement, event: WheelEvent, host: HTMLElement): boolean {
  if (event.ctrlKey || event.metaKey || document.activeElement === element) return true;
  say(host);
  return false;
}

const hints = new WeakMap<HTMLElement, { element: HTMLElement; timer: number }>();
function say(host: HTMLElement): void {
  const hint = hints.get(host) ?? {
    element: h("p", { class: "hint" }, "Ctrl and wheel to zoom, or click first"),
    timer: 0,
  };
  hints.set(host, hint);
  host.append(hint.element);
  clearTimeout(hint.timer);
  hint.timer = window.setTimeout(() => hint.element.remove(), 1500);
}

// A click makes the wheel the picture's; Escape ends it.
export function focusByClick(element: HTMLElement): void {
  element.addEventListener("pointerdown", () => element.focus({ preventScroll: true }));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") element.blur();
  });
}

// Keeps from what is inside of `element` the wheels and touches that are the page's.
export function sparePage(element: HTMLElement, host: HTMLElement): void {
  focusByClick(element);
  element.addEventListener(
    "wheel",
    (event) => {
      if (!takesWheel(element, event, host)) event.stopPropagation();
    },
    { capture: true, passive: true },
  );
  let begin: Touch | null = null,
    ours = false;
  element.addEventListener(
    "touchstart",
    (event) => {
      begin = event.touches.length === 1 ? event.touches[0] : null;
      ours = event.touches.length > 1;
    },
    { capture: true, passive: true },
  );
  element.addEventListener(
    "touchmove",
    (event) => {
      if (begin) {
        const dx = Math.abs(event.touches[0].clientX - begin.clientX),
          dy = Math.abs(event.touches[0].clientY - begin.clientY);
        if (Math.max(dx, dy) > 6) {
          ours = dx > dy;
          begin = null;
        }
      }
      if (!ours) event.stopPropagation();
    },
    { capture: true, passive: true },
  );
}
