// Draws a time–distance diagram on a canvas: time to the right, distance downwards. Draws only what is in view, and
// the finer the closer one looks, so that a month of a long way stays quick.
import { FONT } from "./chart";
import { type Diagram, type Meet, PASSING_PLACE, type Window } from "./diagram_data";
import type { Shade } from "./disruptions";
import type { Clock } from "./format";
import { causeColour, css, directionColour } from "./theme";

export interface Picture {
  diagram: Diagram;
  direction: (path: number) => number;
  places: { km: number; name: string; major: boolean }[];
  passings: { km: number }[];             // passing places, drawn when there is room
  shades: Shade[];
  clock: Clock;
  show: { planned: boolean; blocks: boolean; meets: boolean };
  hovered: number;                        // path; -1: none
  meets: Meet[];
}

export interface Frame { left: number; top: number; width: number; height: number }

export function frameOf(width: number, height: number): Frame {
  const left = width < 500 ? 84 : 132;
  return { left, top: 26, width: Math.max(10, width - left - 10), height: Math.max(10, height - 34) };
}

interface Scale { x(minute: number): number; y(km: number): number; px: number; py: number }

function scale(window: Window, frame: Frame): Scale {
  const px = frame.width / (window.until - window.from), py = frame.height / (window.kmUntil - window.kmFrom);
  return {
    px, py, x: (minute) => frame.left + (minute - window.from) * px, y: (km) => frame.top + (km - window.kmFrom) * py,
  };
}

const STEPS = [5, 15, 30, 60, 180, 360, 720, 1440, 2880, 7 * 1440, 14 * 1440, 28 * 1440, 91 * 1440];

// Minutes between two time lines, so that they stand at least 70 px apart.
export const timeStep = (px: number): number => STEPS.find((step) => step * px >= 70) ?? STEPS[STEPS.length - 1];

export function draw(pen: CanvasRenderingContext2D, picture: Picture, window: Window, frame: Frame): void {
  const at = scale(window, frame);
  pen.clearRect(0, 0, frame.left + frame.width + 20, frame.top + frame.height + 20);
  drawPlaces(pen, picture, window, frame, at);
  drawTimes(pen, picture.clock, window, frame, at);
  pen.save();
  pen.beginPath();
  pen.rect(frame.left, frame.top, frame.width, frame.height);
  pen.clip();
  for (const one of picture.shades) drawShade(pen, shadeBox(one, frame, at));
  if (picture.show.blocks) drawBlocks(pen, picture, window, at);
  if (picture.show.planned) drawPlanned(pen, picture, window, at);
  drawTrains(pen, picture, window, at);
  drawDelays(pen, picture, window, at);
  if (picture.show.meets) drawMeets(pen, picture.meets, at);
  if (picture.hovered >= 0) drawHovered(pen, picture, window, at);
  nameShades(pen, picture.shades, frame, at);
  pen.restore();
}

function drawPlaces(pen: CanvasRenderingContext2D, picture: Picture, window: Window, frame: Frame, at: Scale): void {
  pen.font = `12px ${FONT}`;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  pen.lineWidth = 1;
  const taken: number[] = [];
  if (picture.passings.length > 0 && at.py * spacing(picture.passings) > 7) drawPassings(pen, picture, window, frame, at);
  for (const major of [true, false]) for (const place of picture.places) {
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

function drawPassings(pen: CanvasRenderingContext2D, picture: Picture, window: Window, frame: Frame, at: Scale): void {
  pen.strokeStyle = css("--line");
  pen.setLineDash([2, 4]);
  for (const { km } of picture.passings)
    if (km > window.kmFrom && km < window.kmUntil) line(pen, frame.left, at.y(km), frame.left + frame.width, at.y(km));
  pen.setLineDash([]);
}

function clipped(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  let short = text;
  while (short.length > 1 && pen.measureText(`${short}…`).width > width) short = short.slice(0, -1);
  return `${short}…`;
}

function drawTimes(pen: CanvasRenderingContext2D, clock: Clock, window: Window, frame: Frame, at: Scale): void {
  minorTimes(pen, window, frame, at);
  const step = timeStep(at.px), first = Math.ceil(window.from / step) * step;
  pen.textBaseline = "alphabetic";
  pen.textAlign = "right";
  pen.fillStyle = css("--muted");
  pen.fillText(clock.zone.trim(), frame.left - 7, frame.top - 13);
  pen.textAlign = "left";
  for (let minute = first; minute <= window.until; minute += step) {
    const x = Math.round(at.x(minute)) + 0.5, midnight = minute % 1440 === 0;
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

const AT_A_POINT = 9; // px that a disruption of a point is high

interface Box { x: number; y: number; width: number; height: number }

// The part of it that is in the frame from left to right.
function shadeBox({ from, until, km0, km1 }: Shade, frame: Frame, at: Scale): Box {
  const x = Math.max(at.x(from), frame.left), width = Math.max(0, Math.min(at.x(until), frame.left + frame.width) - x);
  const height = Math.max(AT_A_POINT, at.y(km1) - at.y(km0));
  return { x, width, height, y: km0 === km1 ? at.y(km0) - height / 2 : at.y(km0) };
}

function drawShade(pen: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  pen.fillStyle = css("--warn");
  pen.globalAlpha = 0.14;
  pen.fillRect(x, y, width, height);
  pen.globalAlpha = 1;
}

// Each once, where there is room, above all else.
function nameShades(pen: CanvasRenderingContext2D, shades: Shade[], frame: Frame, at: Scale): void {
  const said = new Set<string>();
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.lineWidth = 4;
  pen.strokeStyle = css("--card");
  pen.fillStyle = css("--warn");
  for (const one of shades) {
    const { x, y, width } = shadeBox(one, frame, at);
    if (said.has(one.what) || width < 60) continue;
    said.add(one.what);
    const text = clipped(pen, one.what, width - 8), top = Math.min(Math.max(y, frame.top) + 3, frame.top + frame.height - 14);
    pen.strokeText(text, x + 4, top);
    pen.fillText(text, x + 4, top);
  }
}

// Single-track sections while a train is in them; too small to see from afar, and so not drawn there.
function drawBlocks(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { blocks } = picture.diagram;
  pen.globalAlpha = 0.22;
  for (const direction of [0, 1]) {
    pen.fillStyle = directionColour(direction);
    for (let b = 0; b < blocks.from.length; ++b) {
      if (blocks.direction[b] !== direction || blocks.until[b] < window.from || blocks.from[b] > window.until) continue;
      const width = (blocks.until[b] - blocks.from[b]) * at.px, height = (blocks.km1[b] - blocks.km0[b]) * at.py;
      if (width < 1.5 || height < 2) continue;
      pen.fillRect(at.x(blocks.from[b]), at.y(blocks.km0[b]) + 0.5, width, height - 1);
    }
  }
  pen.globalAlpha = 1;
}

// Adds a piece to the pen's way; vertices closer than a pixel are left out.
function trace(pen: CanvasRenderingContext2D, picture: Picture, path: number, window: Window, at: Scale, minutes: number[]): void {
  const { first, km } = picture.diagram.paths, end = first[path + 1] - 1;
  let v = first[path];
  while (v + 1 <= end && minutes[v + 1] < window.from) ++v;
  let px = at.x(minutes[v]), py = at.y(km[v]);
  pen.moveTo(px, py);
  for (++v; v <= end; ++v) {
    const x = at.x(minutes[v]), y = at.y(km[v]);
    if (v < end && Math.abs(x - px) + Math.abs(y - py) < 1.2) continue;
    pen.lineTo(x, y);
    px = x;
    py = y;
    if (minutes[v] > window.until) break;
  }
}

const inView = (picture: Picture, path: number, window: Window): boolean =>
  picture.diagram.paths.until[path] >= window.from && picture.diagram.paths.from[path] <= window.until;

function drawPlanned(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { paths } = picture.diagram;
  pen.setLineDash([4, 3]);
  pen.lineWidth = 1;
  pen.strokeStyle = css("--muted");
  pen.beginPath();
  for (let p = 0; p < paths.train.length; ++p)
    if (inView(picture, p, window)) trace(pen, picture, p, window, at, paths.planned);
  pen.stroke();
  pen.setLineDash([]);
}

function drawTrains(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { paths } = picture.diagram;
  pen.lineJoin = "round";
  for (const direction of [0, 1]) {
    pen.strokeStyle = directionColour(direction);
    pen.lineWidth = at.px > 0.15 ? 1.8 : 1.1;
    pen.beginPath();
    for (let p = 0; p < paths.train.length; ++p)
      if (picture.direction(p) === direction && inView(picture, p, window)) trace(pen, picture, p, window, at, paths.minute);
    pen.stroke();
  }
}

// Neutral where no cause is known.
export const delayColour = (cause: number): string => (cause === PASSING_PLACE ? css("--muted") : causeColour(cause));

function drawDelays(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { delays } = picture.diagram;
  pen.lineWidth = 3.5;
  pen.lineCap = "butt";
  for (const cause of new Set(delays.cause)) {
    pen.strokeStyle = delayColour(cause);
    pen.beginPath();
    for (let d = 0; d < delays.from.length; ++d) {
      if (delays.cause[d] !== cause || delays.until[d] < window.from || delays.from[d] > window.until) continue;
      if ((delays.until[d] - delays.from[d]) * at.px < 0.5) continue;
      pen.moveTo(at.x(delays.from[d]), at.y(delays.km[d]));
      pen.lineTo(at.x(delays.until[d]), at.y(delays.km[d]));
    }
    pen.stroke();
  }
}

function drawMeets(pen: CanvasRenderingContext2D, meets: Meet[], at: Scale): void {
  pen.strokeStyle = css("--ink");
  pen.fillStyle = css("--card");
  pen.lineWidth = 1;
  for (const meet of meets) {
    pen.beginPath();
    pen.arc(at.x(meet.minute), at.y(meet.km), 3, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
}

function drawHovered(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  pen.beginPath();
  trace(pen, picture, picture.hovered, window, at, picture.diagram.paths.planned);
  pen.setLineDash([4, 3]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = css("--ink");
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  trace(pen, picture, picture.hovered, window, at, picture.diagram.paths.minute);
  pen.lineWidth = 3;
  pen.stroke();
}
