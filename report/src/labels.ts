// Which names fit on the map, and on which side of their points.

export interface LabelWish {
  x: number; // of the point, px
  y: number;
  radius: number; // of its mark, px
  width: number; // of the text, px
  rank: number; // the greater the sooner it is placed
}

export type Side = "right" | "left" | "top" | "bottom";
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const HEIGHT = 15,
  GAP = 3;
const MAJOR = 0.5; // names may lie over the marks of points of a lower rank

export function labelBox(wish: LabelWish, side: Side): Box {
  const { x, y, width } = wish,
    away = wish.radius + GAP;
  if (side === "right") return { left: x + away, right: x + away + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
  if (side === "left") return { left: x - away - width, right: x - away, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
  const top = side === "top" ? y - away - HEIGHT : y + away;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + HEIGHT };
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const SIDES: Side[] = ["right", "left", "top", "bottom"];

// One side or null (no room) for each wish. Names keep off each other, off the marks of major points and off what is
// `taken`, and inside `size`.
export function placeLabels(
  wishes: LabelWish[],
  size: { width: number; height: number },
  taken: Box[] = [],
): (Side | null)[] {
  const placed: (Side | null)[] = wishes.map(() => null);
  const marks = wishes.map((w): Box => {
    const r = Math.min(w.radius, 4);
    return { left: w.x - r, right: w.x + r, top: w.y - r, bottom: w.y + r };
  });
  const boxes = [...taken];
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[b].rank - wishes[a].rank);
  for (const i of order) {
    for (const side of SIDES) {
      const box = labelBox(wishes[i], side);
      if (box.left < 0 || box.top < 0 || box.right > size.width || box.bottom > size.height) continue;
      if (boxes.some((other) => meet(box, other))) continue;
      if (marks.some((mark, k) => k !== i && wishes[k].rank >= MAJOR && meet(box, mark))) continue;
      placed[i] = side;
      boxes.push(box);
      break;
    }
  }
  return placed;
}

let pen: CanvasRenderingContext2D | null = null;

// Px, as `size`.
export function textWidth(text: string, font: string, size: number): number {
  pen ??= document.createElement("canvas").getContext("2d")!;
  pen.font = `${size}px ${font}`;
  return pen.measureText(text).width;
}
