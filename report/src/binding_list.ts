// What trains wait for most, numbered as on the map.
import { CAUSES, type CauseIndex, type LineIndex, type PointIndex } from "./data";
import { h, replace } from "./dom";
import { percent } from "./format";
import type { Spot } from "./map_view";
import { causeName } from "./report";
import { CAUSE_WORDS, causeColour, onTheme } from "./theme";

export interface BindingRow {
  name: string;
  cause: CauseIndex;
  share: number;
  point?: PointIndex | null;
  line?: LineIndex | null;
}

// Where a row is on the map; null: nowhere.
export function spotOf({ point, line }: BindingRow): Spot | null {
  if (point !== null && point !== undefined) return { point };
  return line === null || line === undefined ? null : { line };
}

function bar(share: number, cause: CauseIndex): HTMLElement {
  const fill = h("i");
  fill.style.width = `${100 * share}%`;
  fill.style.background = causeColour(cause);
  return h("span", { class: "meter", "aria-hidden": "true" }, fill);
}

export interface BindingList {
  element: HTMLElement;
  show(rows: BindingRow[]): void;
}

export function bindingList(first: BindingRow[], go: (spot: Spot) => void): BindingList {
  const element = h("ol");
  let rows = first;
  const name = (row: BindingRow): HTMLElement => {
    const spot = spotOf(row);
    if (!spot) return h("span", {}, row.name);
    return h("button", { type: "button", class: "link", onclick: () => go(spot) }, row.name);
  };
  const draw = (): void => {
    const most = rows[0]?.share || 1;
    replace(
      element,
      rows.map((row, i) =>
        h(
          "li",
          {},
          h("span", {}, h("b", { class: "rank" }, i + 1), name(row)),
          h("span", { class: "number" }, percent(row.share)),
          bar(row.share / most, row.cause),
          h("span", { class: "note" }, `${causeName(row.cause)}: ${CAUSE_WORDS[CAUSES[row.cause]]}`),
        ),
      ),
    );
  };
  draw();
  onTheme(draw);
  return {
    element,
    show: (now) => {
      rows = now;
      draw();
    },
  };
}

export const BINDING_NOTE = "Share of all container-hours of waiting for resources; numbers as on the map";
