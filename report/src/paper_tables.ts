// Paper does not scroll: tables that are too wide become smaller, and below what can be read their columns are
// printed as several tables below each other.
const LEAST_ZOOM = 0.6;

// Places of columns, table by table: the first `keys` come again in each. At least one other a table.
export function columnGroups(widths: number[], keys: number, room: number): number[][] {
  const first = widths.slice(0, keys).map((_, i) => i),
    taken = widths.slice(0, keys).reduce((a, b) => a + b, 0);
  const groups: number[][] = [];
  let left = 0;
  widths.slice(keys).forEach((width, k) => {
    if (groups.length === 0 || left < width) {
      groups.push([...first]);
      left = room - taken;
    }
    groups[groups.length - 1].push(keys + k);
    left -= width;
  });
  return groups.length > 0 ? groups : [first];
}

function only(grid: HTMLTableElement, columns: number[]): HTMLTableElement {
  const part = grid.cloneNode(true) as HTMLTableElement;
  part.classList.add("part");
  for (const row of part.rows) [...row.cells].filter((_, i) => !columns.includes(i)).forEach((cell) => cell.remove());
  return part;
}

// All of them alike.
function fit(grids: HTMLElement[], room: number): void {
  const zoom = Math.min(1, ...grids.map((grid) => room / grid.scrollWidth));
  grids.forEach((grid) => grid.style.setProperty("zoom", String(zoom)));
}

// Returns what makes it as it was.
function fitTable(grid: HTMLTableElement): () => void {
  const room = grid.parentElement!.clientWidth;
  if (room >= LEAST_ZOOM * grid.scrollWidth || !grid.tHead) {
    fit([grid], room);
    return () => grid.style.removeProperty("zoom");
  }
  const widths = [...grid.tHead.rows[0].cells].map((cell) => cell.offsetWidth);
  const groups = columnGroups(widths, Number(grid.dataset.keys ?? 1), room / LEAST_ZOOM);
  const parts = groups.map((columns) => only(grid, columns));
  grid.after(...parts);
  grid.hidden = true;
  fit(parts, room);
  return () => {
    parts.forEach((part) => part.remove());
    grid.hidden = false;
  };
}

export function fitTables(): () => void {
  const restores = [...document.querySelectorAll<HTMLTableElement>(".table .scroll > table")].map(fitTable);
  return () => restores.forEach((restore) => restore());
}
