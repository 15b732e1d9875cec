// Looking closer and moving about in a picture with two axes: mouse, touch, keys. Time and distance zoom apart.
import type { Window } from "./diagram_find";
import { focusByClick, takesWheel } from "./gestures";

export interface Limits {
  from: number;
  until: number;
  kmFrom: number;
  kmUntil: number;
  least: number;
  leastKm: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function axis(from: number, until: number, low: number, high: number, least: number): [number, number] {
  const span = clamp(until - from, Math.min(least, high - low), high - low);
  const start = clamp((from + until - span) / 2, low, high - span);
  return [start, start + span];
}

export function within(window: Window, limits: Limits): Window {
  const [from, until] = axis(window.from, window.until, limits.from, limits.until, limits.least);
  const [kmFrom, kmUntil] = axis(window.kmFrom, window.kmUntil, limits.kmFrom, limits.kmUntil, limits.leastKm);
  return { from, until, kmFrom, kmUntil };
}

// By factors about a place given as shares of the picture.
export function zoomed(window: Window, time: number, distance: number, x: number, y: number): Window {
  const t = window.from + x * (window.until - window.from),
    k = window.kmFrom + y * (window.kmUntil - window.kmFrom);
  return {
    from: t - (t - window.from) / time,
    until: t + (window.until - t) / time,
    kmFrom: k - (k - window.kmFrom) / distance,
    kmUntil: k + (window.kmUntil - k) / distance,
  };
}

export function moved(window: Window, x: number, y: number): Window {
  const dt = x * (window.until - window.from),
    dk = y * (window.kmUntil - window.kmFrom);
  return { from: window.from + dt, until: window.until + dt, kmFrom: window.kmFrom + dk, kmUntil: window.kmUntil + dk };
}

interface Handlers {
  get(): Window;
  set(window: Window): void;
  share(event: { clientX: number; clientY: number }): [number, number]; // of the picture
  size(): [number, number];
  hover(event: PointerEvent | null): void;
}

export function panZoom(element: HTMLElement, on: Handlers): void {
  const fingers = new Map<number, PointerEvent>();
  focusByClick(element);
  element.addEventListener(
    "wheel",
    (event) => {
      if (!event.shiftKey && !takesWheel(element, event, element.parentElement!)) return;
      event.preventDefault();
      const factor = Math.exp(-clamp(event.deltaY, -120, 120) / 300),
        [x, y] = on.share(event);
      on.set(zoomed(on.get(), event.shiftKey ? 1 : factor, event.shiftKey || event.ctrlKey ? factor : 1, x, y));
    },
    { passive: false },
  );
  element.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return on.hover(event);
    const [width, height] = on.size();
    if (fingers.size === 1)
      on.set(moved(on.get(), (before.clientX - event.clientX) / width, (before.clientY - event.clientY) / height));
    else pinch(before, event);
    fingers.set(event.pointerId, event);
  });
  for (const name of ["pointerup", "pointercancel"] as const)
    element.addEventListener(name, (event) => fingers.delete(event.pointerId));
  element.addEventListener("pointerleave", () => on.hover(null));
  element.addEventListener("keydown", (event) => onKey(event, on));

  function pinch(before: PointerEvent, now: PointerEvent): void {
    const other = [...fingers.values()].find((f) => f.pointerId !== now.pointerId);
    if (!other) return;
    const apart = (a: PointerEvent): number => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY);
    const factor = apart(now) / Math.max(20, apart(before)),
      [x, y] = on.share(other);
    on.set(zoomed(on.get(), factor, factor, x, y));
  }
}

function onKey(event: KeyboardEvent, on: Handlers): void {
  const keys: Record<string, () => Window> = {
    ArrowLeft: () => moved(on.get(), -0.15, 0),
    ArrowRight: () => moved(on.get(), 0.15, 0),
    ArrowUp: () => moved(on.get(), 0, -0.15),
    ArrowDown: () => moved(on.get(), 0, 0.15),
    "+": () => zoomed(on.get(), 1.4, 1, 0.5, 0.5),
    "=": () => zoomed(on.get(), 1.4, 1, 0.5, 0.5),
    "-": () => zoomed(on.get(), 1 / 1.4, 1, 0.5, 0.5),
    PageUp: () => zoomed(on.get(), 1, 1.4, 0.5, 0.5),
    PageDown: () => zoomed(on.get(), 1, 1 / 1.4, 0.5, 0.5),
  };
  const next = keys[event.key];
  if (!next || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  on.set(next());
}
