// Plays the days of the movements on a map.
import { h, select } from "./dom";
import type { Report } from "./report";

const SPEEDS = [
  { value: "360", text: "6 hours a second" },
  { value: "1440", text: "a day a second" },
  { value: "10080", text: "a week a second" },
];

const MOST_FRAME = 1000; // ms: who comes back to a hidden page goes on where it was

// Simulated minutes that a frame is worth, however slow frames are. `speed` is per second.
export const played = (milliseconds: number, speed: number): number =>
  (Math.min(MOST_FRAME, milliseconds) / 1000) * speed;

const BEGINNING =
  "Trains are recorded from the beginning of the counted time on: one that was under way then appears at its next stop, so " +
  "for the first day or two the railway looks emptier than it is.";

export interface Player {
  element: HTMLElement;
  notes: HTMLElement[];
  stop(): void;
}

// Plays the days of the movements; `show` is called with the minute, and says how many trains wait. Nothing moves before
// it is asked to.
export function player(report: Report, show: (minute: number) => number): Player | null {
  const stops = report.stops;
  if (!stops) return null;
  const { from, until } = stops.standing;
  let now = from,
    speed = 1440,
    running = false,
    last = 0;
  const slider = h("input", {
    type: "range",
    min: from,
    max: until,
    step: 30,
    "aria-label": "Time",
    oninput: () => move(Number(slider.value)),
  });
  const output = h("output", {}, "");
  const button = h("button", { type: "button", onclick: () => (running ? stop() : start()) }, "▶ Play");

  function move(minute: number): void {
    now = minute;
    slider.value = String(minute);
    const time = `${report.clock.dateTime(minute)}${report.clock.zone}`,
      waiting = show(minute);
    output.textContent = time;
    slider.setAttribute("aria-valuetext", `${time}, ${waiting} trains waiting`);
  }
  function frame(at: number): void {
    if (!running) return;
    const step = played(at - last, speed);
    last = at;
    move(Math.min(until, now + step));
    if (now >= until) stop();
    else requestAnimationFrame(frame);
  }
  function start(): void {
    if (now >= until) now = from;
    running = true;
    last = performance.now();
    button.textContent = "❚❚ Pause";
    requestAnimationFrame(frame);
  }
  function stop(): void {
    running = false;
    button.textContent = "▶ Play";
  }
  const pace = select("Speed", SPEEDS, String(speed), (value) => {
    speed = Number(value);
  });
  slider.value = String(from);
  // A day on which trains are under way; the first ones have only begun.
  requestAnimationFrame(() => move(Math.round(from + (until - from) / 3)));
  const notes = report.data.trust.spin_up_days > 0 ? [h("p", { class: "note" }, BEGINNING)] : [];
  return { element: h("div", { class: "player" }, button, slider, output, pace), notes, stop };
}
