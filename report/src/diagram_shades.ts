// Disruptions in a time–distance diagram: shaded where and while they are, and named.
import { type Frame, type Scale, clipped } from "./diagram_axes";
import type { Shade } from "./disruptions";
import { css } from "./theme";

const AT_A_POINT = 9; // px that a disruption of a point is high

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

// The part of it that is in the frame from left to right.
function shadeBox({ from, until, km0, km1 }: Shade, frame: Frame, at: Scale): Box {
  const x = Math.max(at.x(from), frame.left),
    width = Math.max(0, Math.min(at.x(until), frame.left + frame.width) - x);
  const height = Math.max(AT_A_POINT, at.y(km1) - at.y(km0));
  return { x, width, height, y: km0 === km1 ? at.y(km0) - height / 2 : at.y(km0) };
}

export function drawShade(pen: CanvasRenderingContext2D, shade: Shade, frame: Frame, at: Scale): void {
  const { x, y, width, height } = shadeBox(shade, frame, at);
  pen.fillStyle = css("--warn");
  pen.globalAlpha = 0.14;
  pen.fillRect(x, y, width, height);
  pen.globalAlpha = 1;
}

// Each once, where there is room, above all else.
export function nameShades(pen: CanvasRenderingContext2D, shades: Shade[], frame: Frame, at: Scale): void {
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
    const text = clipped(pen, one.what, width - 8),
      top = Math.min(Math.max(y, frame.top) + 3, frame.top + frame.height - 14);
    pen.strokeText(text, x + 4, top);
    pen.fillText(text, x + 4, top);
  }
}
