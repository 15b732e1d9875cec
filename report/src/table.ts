// A table that can be sorted, filtered and taken away as CSV.
import type { Estimate } from "./data";
import { type Cell, csvText, download } from "./csv";
import { h, replace } from "./dom";
import { estimate, number, percent } from "./format";

export interface Column<Row> {
  title: string;
  // For sorting and for the file; an estimate becomes two columns there.
  value: (row: Row) => Cell | Estimate;
  // What is shown; default: by the kind of value.
  show?: (row: Row) => string;
  unit?: string; // "share" is shown as per cent
}

export interface TableOptions<Row> {
  name: string; // of the file, without ".csv"
  caption: string;
  rows: Row[];
  columns: Column<Row>[];
  most?: number; // rows shown at first
  filter?: boolean; // a field to search in
  keys?: number; // so many first columns say what a row is of: 1
  onpick?: (row: Row) => void;
  picks?: (row: Row) => boolean; // whether there is anything to pick in a row; default: in all
}

const isEstimate = (value: unknown): value is [number, number | null] => Array.isArray(value);

function text<Row>(column: Column<Row>, row: Row): string {
  if (column.show) return column.show(row);
  const value = column.value(row);
  if (isEstimate(value)) return estimate(value, column.unit);
  if (typeof value === "number") return column.unit === "share" ? percent(value, 1) : number(value);
  return value === null || value === undefined ? "–" : String(value);
}

const key = (value: Cell | Estimate): string | number | null =>
  isEstimate(value) ? value[0] : (value as string | number | null);

// What is not known comes last, whichever way one sorts.
function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  const [noA, noB] = [a ?? null, b ?? null].map((x) => x === null);
  if (noA || noB) return Number(noA) - Number(noB);
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
  return down ? -order : order;
}

export function tableCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const wide = columns.map((column) => rows.some((row) => isEstimate(column.value(row))));
  const header = columns.flatMap((column, i) => {
    const title = column.unit ? `${column.title} (${column.unit})` : column.title;
    return wide[i] ? [title, `${title} ci95`] : [title];
  });
  const cells = (row: Row): Cell[] =>
    columns.flatMap((column, i) => {
      const value = column.value(row);
      if (!wide[i]) return [value as Cell];
      return isEstimate(value) ? [value[0], value[1]] : [null, null];
    });
  return csvText(header, rows.map(cells));
}

export function table<Row>(options: TableOptions<Row>): HTMLElement {
  const { columns, caption } = options;
  let rows = options.rows,
    shown = options.most ?? 15,
    sorted = -1,
    down = true,
    wanted = "";
  const body = h("tbody");
  const more = h("button", {
    type: "button",
    class: "quiet",
    onclick: () => {
      shown = Infinity;
      draw();
    },
  });
  const numeric = columns.map((c) => options.rows.some((row) => typeof key(c.value(row)) === "number"));

  function cells(row: Row): HTMLElement[] {
    return columns.map((column, i) => {
      const content = text(column, row);
      const kind = { class: numeric[i] ? "number" : "" };
      if (i > 0 || !options.onpick || options.picks?.(row) === false) return h("td", kind, content);
      const button = h("button", { type: "button", class: "link", onclick: () => options.onpick!(row) }, content);
      return h("td", kind, button);
    });
  }
  function draw(): void {
    const found = wanted
      ? rows.filter((row) => columns.some((c) => text(c, row).toLowerCase().includes(wanted)))
      : rows;
    replace(
      body,
      found.slice(0, shown).map((row) => h("tr", {}, cells(row))),
    );
    more.hidden = found.length <= shown;
    more.textContent = `Show all ${number(found.length)} rows`;
  }
  function sort(i: number): void {
    down = sorted === i ? !down : numeric[i];
    sorted = i;
    const value = columns[i].value;
    rows = [...options.rows].sort((a, b) => compare(key(value(a)), key(value(b)), down));
    heads.forEach((head, k) => head.setAttribute("aria-sort", k === i ? (down ? "descending" : "ascending") : "none"));
    draw();
  }
  const heads = columns.map((column, i) =>
    h(
      "th",
      { scope: "col", class: numeric[i] ? "number" : "", "aria-sort": "none" },
      h(
        "button",
        { type: "button", onclick: () => sort(i) },
        column.title,
        column.unit && column.unit !== "share" ? h("small", {}, ` ${column.unit}`) : null,
      ),
    ),
  );
  const save = h(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: () => download(`${options.name}.csv`, tableCsv(columns, rows)),
    },
    "CSV",
  );
  save.setAttribute("aria-label", `Download “${caption}” as CSV`);
  const filter =
    options.filter &&
    h("input", {
      type: "search",
      placeholder: "Filter rows",
      "aria-label": `Filter “${caption}”`,
      oninput: (event: Event) => {
        wanted = (event.target as HTMLInputElement).value.toLowerCase();
        draw();
      },
    });
  draw();
  const grid = h("table", { "data-keys": options.keys ?? 1 }, h("thead", {}, h("tr", {}, heads)), body);
  const scroll = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption }, grid);
  return h("section", { class: "table" }, h("div", { class: "bar" }, h("h3", {}, caption), filter, save), scroll, more);
}
