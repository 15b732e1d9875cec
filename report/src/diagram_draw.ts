// Draws a time–distance diagram on a canvas: time to the right, distance downwards. Draws only what is in view, and
// the finer the closer one looks, so that a month of a long way stays quick.
import { type Frame, type Places, type Scale, drawPlaces, drawTimes, scale } from "./diagram_axes";
import { type Diagram, type Lines, PASSING_PLACE } from "./diagram_data";
import type { Meet, Window } from "./diagram_find";
import { drawShade, nameShades } from "./diagram_shades";
import type { Shade } from "./disruptions";
import type { Clock } from "./format";
import { causeColour, css, directionColour } from "./theme";

export interface Show {
  planned: boolean;
  blocks: boolean;
  meets: boolean;
  others: boolean; // sections and meets of lines of other gauges beside the way's, too
}

export interface Picture extends Places {
  diagram: Diagram;
  direction: (path: number) => number;
  shades: Shade[];
  clock: Clock;
  show: Show;
  hovered: number; // path; -1: none
  meets: Meet[];
}

export function draw(pen: CanvasRenderingContext2D, picture: Picture, window: Window, frame: Frame): void {
  const at = scale(window, frame);
  pen.clearRect(0, 0, frame.left + frame.width + 20, frame.top + frame.height + 20);
  drawPlaces(pen, picture, window, frame, at);
  drawTimes(pen, picture.clock, window, frame, at);
  pen.save();
  pen.beginPath();
  pen.rect(frame.left, frame.top, frame.width, frame.height);
  pen.clip();
  for (const one of picture.shades) drawShade(pen, one, frame, at);
  if (picture.show.blocks) drawBlocks(pen, picture, window, at);
  if (picture.show.planned) drawPlanned(pen, picture, window, at);
  drawTrains(pen, picture, window, at);
  drawDelays(pen, picture, window, at);
  if (picture.show.meets) drawMeets(pen, picture.meets, at);
  if (picture.hovered >= 0) drawHovered(pen, picture, window, at);
  nameShades(pen, picture.shades, frame, at);
  pen.restore();
}

const THIN = 0.5;

// Single-track sections while a train is in them; too small to see from afar, and so not drawn there.
function drawBlocks(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { blocks, own } = picture.diagram;
  pen.globalAlpha = 0.22;
  for (const direction of [0, 1]) {
    pen.fillStyle = directionColour(direction);
    for (let b = 0; b < blocks.from.length; ++b) {
      if (blocks.direction[b] !== direction || blocks.until[b] < window.from || blocks.from[b] > window.until) continue;
      if (!picture.show.others && !own.has(blocks.line[b])) continue;
      const width = (blocks.until[b] - blocks.from[b]) * at.px,
        height = (blocks.km1[b] - blocks.km0[b]) * at.py;
      if (width < 1.5 || height < 2) continue;
      pen.fillRect(at.x(blocks.from[b]), at.y(blocks.km0[b]) + 0.5, width, height - 1);
    }
  }
  pen.globalAlpha = 1;
}

// Adds a piece to the pen's way, or those parts of it whose first vertices are `wanted`; vertices closer than a pixel are
// left out.
function trace(
  pen: CanvasRenderingContext2D,
  { first, minute, km }: Lines,
  piece: number,
  window: Window,
  at: Scale,
  wanted: (v: number) => boolean = () => true,
): void {
  const end = first[piece + 1] - 1;
  let v = first[piece];
  while (v + 1 <= end && minute[v + 1] < window.from) ++v;
  let px = at.x(minute[v]);
  let py = at.y(km[v]);
  pen.moveTo(px, py);
  for (++v; v <= end; ++v) {
    const x = at.x(minute[v]);
    const y = at.y(km[v]);
    if (v < end && Math.abs(x - px) + Math.abs(y - py) < 1.2) continue;
    if (wanted(v - 1)) pen.lineTo(x, y);
    else pen.moveTo(x, y);
    px = x;
    py = y;
    if (minute[v] > window.until) break;
  }
}

const inView = ({ first, minute }: Lines, piece: number, window: Window): boolean =>
  minute[first[piece + 1] - 1] >= window.from && minute[first[piece]] <= window.until;

// A plan by timetable is a line, the train without its waits has dashes.
const dashes = (timetabled: boolean): number[] => (timetabled ? [] : [5, 3]);

function drawPlanned(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { planned, timetabled } = picture.diagram.paths;
  pen.lineWidth = 1;
  for (const byTimetable of [false, true]) {
    pen.strokeStyle = css(byTimetable ? "--plan" : "--muted");
    pen.setLineDash(dashes(byTimetable));
    pen.beginPath();
    for (let p = 0; p < timetabled.length; ++p)
      if (timetabled[p] === byTimetable && inView(planned, p, window)) trace(pen, planned, p, window, at);
    pen.stroke();
  }
  pen.setLineDash([]);
}

// Thin where they run on a line of another gauge: they are not on the way's own track.
function drawTrains(pen: CanvasRenderingContext2D, picture: Picture, window: Window, at: Scale): void {
  const { paths } = picture.diagram;
  pen.lineJoin = "round";
  for (const beside of picture.diagram.paths.beside.includes(true) ? [true, false] : [false]) {
    pen.lineWidth = (at.px > 0.15 ? 1.8 : 1.1) * (beside ? THIN : 1);
    for (const direction of [0, 1]) {
      pen.strokeStyle = directionColour(direction);
      pen.beginPath();
      for (let p = 0; p < paths.train.length; ++p)
        if (picture.direction(p) === direction && inView(paths, p, window))
          trace(pen, paths, p, window, at, (v) => paths.beside[v] === beside);
      pen.stroke();
    }
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
  const { paths } = picture.diagram;
  const { hovered } = picture;
  pen.beginPath();
  trace(pen, paths.planned, hovered, window, at);
  pen.setLineDash(dashes(paths.timetabled[hovered]));
  pen.lineWidth = 1.4;
  pen.strokeStyle = css(paths.timetabled[hovered] ? "--plan" : "--ink");
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  trace(pen, paths, hovered, window, at);
  pen.strokeStyle = css("--ink");
  pen.lineWidth = 3;
  pen.stroke();
}
