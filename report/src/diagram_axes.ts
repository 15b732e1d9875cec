// The axes of a time–distance diagram: time to the right, distance downwards, and its places and hours as lines.
import { FONT } from "./chart";
import type { Window } from "./diagram_find";
import type { Clock } from "./format";
import { css } from "./theme";

export interface Places {
  places: { km: number; name: string; major: boolean }[];
  passings: { km: number }[]; // passing places, drawn when there is room
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function frameOf(width: number, height: number): Frame {
  const left = width < 500 ? 84 : 132;
  return { left, top: 26, width: Math.max(10, width - left - 10), height: Math.max(10, height - 34) };
}

export interface Scale {
  x(minute: number): number;
  y(km: number): number;
  px: number;
  py: number;
}

export function scale(window: Window, frame: Frame): Scale {
  const px = frame.width / (window.until - window.from),
    py = frame.height / (window.kmUntil - window.kmFrom);
  return {
    px,
    py,
    x: (minute) => frame.left + (minute - window.from) * px,
    y: (km) => frame.top + (km - window.kmFrom) * py,
  };
}

const STEPS = [5, 15, 30, 60, 180, 360, 720, 1440, 2880, 7 * 1440, 14 * 1440, 28 * 1440, 91 * 1440];

// Minutes between two time lines, so that they stand at least 70 px apart.
export const timeStep = (px: number): number => STEPS.find((step) => step * px >= 70) ?? STEPS[STEPS.length - 1];

export function drawPlaces(
  pen: CanvasRenderingContext2D,
  picture: Places,
  window: Window,
  frame: Frame,
  at: Scale,
): void {
  pen.font = `12px ${FONT}`;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  pen.lineWidth = 1;
  const taken: number[] = [];
  if (picture.passings.length > 0 && at.py * spacing(picture.passings) > 7)
    drawPassings(pen, picture, window, frame, at);
  for (const major of [true, false])
    for (const place of picture.places) {
      if (place.major !== major || place.km < window.kmFrom - 1e-6 || place.km > window.kmUntil + 1e-6) continue;
      const y = Math.round(at.y(place.km)) + 0.5;
      pen.strokeStyle = css(major ? "--faint" : "--line");
      line(pen, frame.left, y, frame.left + frame.width, y);
      if (taken.some((other) => Math.abs(other - y) < 13)) continue;
      taken.push(y);
      pen.fillStyle = css(major ? "--ink" : "--muted");
      pen.fillText(clipped(pen, place.name, frame.left - 12), frame.left - 7, y);
    }
}

const spacing = (passings: { km: number }[]): number =>
  (passings[passings.length - 1].km - passings[0].km) / Math.max(1, passings.length - 1) || 1;

function drawPassings(pen: CanvasRenderingContext2D, picture: Places, window: Window, frame: Frame, at: Scale): void {
  pen.strokeStyle = css("--line");
  pen.setLineDash([2, 4]);
  for (const { km } of picture.passings)
    if (km > window.kmFrom && km < window.kmUntil) line(pen, frame.left, at.y(km), frame.left + frame.width, at.y(km));
  pen.setLineDash([]);
}

export function clipped(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  let short = text;
  while (short.length > 1 && pen.measureText(`${short}…`).width > width) short = short.slice(0, -1);
  return `${short}…`;
}

export function drawTimes(pen: CanvasRenderingContext2D, clock: Clock, window: Window, frame: Frame, at: Scale): void {
  minorTimes(pen, window, frame, at);
  const step = timeStep(at.px),
    first = Math.ceil(window.from / step) * step;
  pen.textBaseline = "alphabetic";
  pen.textAlign = "right";
  pen.fillStyle = css("--muted");
  pen.fillText(clock.zone.trim(), frame.left - 7, frame.top - 13);
  pen.textAlign = "left";
  for (let minute = first; minute <= window.until; minute += step) {
    const x = Math.round(at.x(minute)) + 0.5,
      midnight = minute % 1440 === 0;
    pen.strokeStyle = css(midnight ? "--faint" : "--line");
    line(pen, x, frame.top - 6, x, frame.top + frame.height);
    pen.fillStyle = css(midnight ? "--ink" : "--muted");
    const text = midnight ? clock.short(minute) : clock.dateTime(minute).slice(-5);
    if (x + pen.measureText(text).width < frame.left + frame.width + 8) pen.fillText(text, x + 3, frame.top - 8);
  }
}

// Without words: the next finer step, as long as it is no grey wall.
function minorTimes(pen: CanvasRenderingContext2D, window: Window, frame: Frame, at: Scale): void {
  const step = STEPS.find((one) => one * at.px >= 14);
  if (!step) return;
  pen.strokeStyle = css("--line");
  pen.globalAlpha = 0.45;
  for (let minute = Math.ceil(window.from / step) * step; minute <= window.until; minute += step)
    line(pen, at.x(minute), frame.top, at.x(minute), frame.top + frame.height);
  pen.globalAlpha = 1;
}

function line(pen: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  pen.beginPath();
  pen.moveTo(x0, y0);
  pen.lineTo(x1, y1);
  pen.stroke();
}
