// What lines and colours of a time–distance diagram mean.
import type { Diagram } from "./diagram_data";
import { delayColour } from "./diagram_draw";
import { delayName } from "./diagram_trains";
import { h } from "./dom";
import { css, directionColour } from "./theme";

function swatch(colour: string, text: string): HTMLElement {
  const mark = h("i");
  mark.style.background = colour;
  return h("span", {}, mark, text);
}

function stroke(style: "solid" | "dashed", colour: string, text: string, width = 2): HTMLElement {
  const mark = h("i", { class: "stroke" });
  mark.style.borderTop = `${width}px ${style} ${colour}`;
  return h("span", {}, mark, text);
}

export const TIMETABLE = "timetable";
export const UNHINDERED = "unhindered, from its departure";

function plans({ paths }: Diagram): HTMLElement[] {
  const some = [
    paths.timetabled.includes(true) && stroke("solid", css("--plan"), TIMETABLE),
    paths.timetabled.includes(false) && stroke("dashed", css("--muted"), UNHINDERED),
  ];
  return some.filter((one): one is HTMLElement => one !== false);
}

export const OTHER_GAUGE = "thin: on a line of another gauge beside it";

export function legendOf(diagram: Diagram | undefined, planned: boolean): (HTMLElement | false)[] {
  const causes = [...new Set(diagram?.delays.cause ?? [])].sort((a, b) => a - b);
  const planLines = planned && diagram ? plans(diagram) : [];
  return [
    swatch(directionColour(0), "westbound"),
    swatch(directionColour(1), "eastbound"),
    diagram !== undefined && diagram.paths.beside.includes(true) && stroke("solid", css("--muted"), OTHER_GAUGE, 1),
    planLines.length > 0 && h("strong", {}, "Planned"),
    ...planLines,
    causes.length > 0 && h("strong", {}, "Waits"),
    ...causes.map((cause) => swatch(delayColour(cause), delayName(cause))),
  ];
}
