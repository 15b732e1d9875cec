// One map for a study: of one at a time of the railways that were simulated, with what binds there beside it.
import type { Network, PointIndex } from "./data";
import type { BindingPlace, OnMap, StudyResource } from "./study_data";
import { BINDING_NOTE, bindingList } from "./binding_list";
import { redrawIn, tip } from "./chart";
import { h } from "./dom";
import { folded } from "./folded";
import { number, percent } from "./format";
import { corridorMap } from "./map";
import type { MapContent } from "./map_content";
import type { Spot } from "./map_view";
import { nameOf, onScript } from "./names";
import { pointTraffic } from "./network";
import { useLegend } from "./overview";
import { shownShares, trackText } from "./report";
import { lineTable, resourceTable } from "./study_map_tables";

export interface StudyMapOptions {
  network: Network;
  resources: StudyResource[];
  all: OnMap[]; // that can be shown: widths are of the greatest flow in any of them
  names?: string[]; // of those, where each line tells of all of them beside each other
  alike: string; // what lines are as wide as
  picker: HTMLElement | null; // of what is shown
}

export interface StudyMap {
  elements: HTMLElement[]; // the map, what binds, and tables
  show(figures: OnMap, what: string): void;
}

const bindingOf = ({ binding }: OnMap): BindingPlace[] => shownShares(binding);

const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), 1e-9);

const used = (value: number | null): string => (value === null ? "not used" : percent(value));

// What is known of a network as it is used in one railway.
class Used {
  private greatest: number;
  private everywhere: number[]; // trains a day at each point, the most in any railway

  constructor(
    private options: StudyMapOptions,
    public figures: OnMap,
  ) {
    const { network, all } = options;
    const trains = network.lines.map((_, i) => most(all.map((one) => one.line_trains[i])));
    this.greatest = most(trains);
    this.everywhere = pointTraffic(network, trains);
  }

  private resourcesAt(point: PointIndex): { name: string; use: number | null }[] {
    return this.options.resources.flatMap(({ name, point: at }, i) =>
      at === point ? [{ name: name.slice(name.indexOf(": ") + 1).trim(), use: this.figures.resource_use[i] }] : [],
    );
  }

  private useOf(point: PointIndex): number | null {
    const uses = this.resourcesAt(point).flatMap(({ use }) => (use === null ? [] : [use]));
    return uses.length > 0 ? Math.max(...uses) : null;
  }

  // Names are shown first where most trains are, at borders, and where trains wait.
  private rank(point: PointIndex): number {
    const { role } = this.options.network.points[point];
    const shares = bindingOf(this.figures)
      .filter((one) => one.point === point)
      .map((one) => one.share);
    const kind = role === "border" ? 0.4 : role === "origin hub" || role === "terminal" ? 0.3 : 0;
    const traffic = this.everywhere[point] / most(this.everywhere);
    return traffic + kind + 3 * shares.reduce((a, b) => a + b, 0);
  }

  pointRows(point: PointIndex): [string, string][] {
    const traffic = pointTraffic(this.options.network, this.figures.line_trains)[point];
    return [
      ["trains a day, in and out", number(traffic)],
      ...this.resourcesAt(point).map(({ name, use }): [string, string] => [name, used(use)]),
    ];
  }

  lineRows(line: number): [string, string][] {
    const { line_trains, line_use } = this.figures;
    return [
      ["trains a day, both ways", number(line_trains[line])],
      ["in use", percent(line_use[line])],
    ];
  }

  // In all railways, where they have names; else in the one that is shown.
  private lineTip(line: number): [string, string][] {
    const { names, all } = this.options;
    if (!names) return this.lineRows(line);
    return names.map((name, i) => [
      name,
      `${percent(all[i].line_use[line])} in use, ${number(all[i].line_trains[line])} trains a day`,
    ]);
  }

  content(): MapContent {
    const { network } = this.options;
    const { line_use, line_trains } = this.figures;
    return {
      lines: network.lines.map((_, i) => ({ use: line_use[i], flow: line_trains[i] / this.greatest })),
      points: network.points.map((point, i) => {
        const use = this.useOf(i),
          rank = this.rank(i);
        return { name: nameOf(point), use, size: use !== null && use >= 0.2 ? 11 : rank > 0.6 ? 8 : 5, rank };
      }),
      badges: bindingOf(this.figures)
        .map(({ point, line }, i) => ({ text: String(i + 1), point, line }))
        .filter(({ point, line }) => point !== null || line !== null),
      pointTip: (point) => tip(this.pointTitle(point), this.pointRows(point)),
      lineTip: (line) => tip(network.lines[line].name, this.lineTip(line), this.lineNote(line)),
    };
  }

  pointTitle(point: PointIndex): string {
    const one = this.options.network.points[point];
    return nameOf(one) === one.name ? one.name : `${nameOf(one)} (${one.name})`;
  }

  lineNote(line: number): string {
    const { length_km, tracks, gauge_mm } = this.options.network.lines[line];
    return `${number(length_km)} km, ${trackText(tracks, gauge_mm)}`;
  }

  // In one sentence.
  told({ point, line }: Spot): string {
    const rows = point === undefined ? this.lineRows(line!) : this.pointRows(point);
    const name = point === undefined ? this.options.network.lines[line!].name : this.pointTitle(point);
    const note = point === undefined ? `; ${this.lineNote(line!)}` : "";
    return `${name}: ${rows.map(([what, value]) => `${what} ${value}`).join(", ")}${note}.`;
  }
}

const PICK = "Pick a place or a line, on the map or in the tables, to read its figures here.";

export function studyMap(options: StudyMapOptions): StudyMap {
  const { network, resources, all, alike, picker } = options;
  const now = new Used(options, all[0]);
  const map = corridorMap(network, () => now.content(), "Map of the corridor: lines by use and flow; tables are below");
  const what = h("span", { "aria-live": "polite" });
  map.element.append(h("div", { class: "bar shown" }, what, picker), useLegend(alike));
  const told = h("p", { class: "note told", "aria-live": "polite" });
  let spot: Spot | null = null;
  const tell = (): void => {
    told.classList.toggle("unpicked", !spot);
    told.textContent = spot ? now.told(spot) : PICK;
  };
  const pick = (next: Spot): void => {
    spot = next;
    map.select(next.point ?? null, next.line ?? null);
    tell();
  };
  map.onpick = (point) => pick({ point });
  map.online = (line) => pick({ line });
  const list = bindingList([], pick);
  const rows = h("div");
  const tables = folded("Lines, servers and bays of the map as tables", () => rows);
  const fill = (): void => {
    const { figures } = now;
    const both = [lineTable(network, figures, pick), resourceTable(resources, figures, pick)];
    redrawIn(rows, h("div", { class: "grid2 top" }, both));
  };
  onScript(() => map.redraw());
  const note = h("p", { class: "note" });
  const binding = h("section", { class: "card binding" }, h("h3", {}, "What binds"), note, list.element, told);
  return {
    elements: [map.element, binding, h("div", { class: "card wide" }, tables)],
    show: (figures, text) => {
      now.figures = figures;
      what.textContent = text;
      list.show(bindingOf(figures));
      note.textContent = figures.binding.length > 0 ? BINDING_NOTE : "Nothing is waited for but a train to be formed.";
      map.redraw();
      map.select(spot?.point ?? null, spot?.line ?? null);
      tell();
      fill();
    },
  };
}
