// One map for several railways that have names: of the one that is picked, above it or elsewhere on the page.
import type { OnMap, StudyMaps } from "./study_data";
import { h, select } from "./dom";
import { studyMap } from "./study_map";

export interface MappedRailway {
  name: string;
  on_map: OnMap | null;
  told: string; // above the map
}

export interface SeveralMap {
  elements: HTMLElement[];
  show(railway: number): void; // and brings the map into sight
}

export interface SeveralMapOptions {
  label: string; // of the picker
  alike: string; // what lines are as wide as
  first: number; // is shown at first, if it has a map
  railways: MappedRailway[];
  onpick?: (railway: number) => void; // above the map
}

const MOST_BESIDE = 8; // railways whose figures fit in one tooltip

export function severalMap(data: StudyMaps, options: SeveralMapOptions): SeveralMap {
  const { network, resources, map_note } = data;
  const { label, alike, first, railways, onpick } = options;
  const mapped = railways.flatMap((railway, i) => (railway.on_map ? [{ ...railway, i, on_map: railway.on_map }] : []));
  if (!network || mapped.length === 0)
    return { elements: [h("p", { class: "card wide note" }, map_note)], show: () => undefined };
  const choices = mapped.map(({ name, i }) => ({ value: String(i), text: name }));
  const picker = select(label, choices, "", (value) => {
    draw(Number(value));
    onpick?.(Number(value));
  });
  const several = mapped.length > 1;
  const map = studyMap({
    network,
    resources: resources ?? [],
    all: mapped.map(({ on_map }) => on_map),
    ...(several && mapped.length <= MOST_BESIDE ? { names: mapped.map(({ name }) => name) } : {}),
    alike,
    picker: several ? picker : null,
  });
  let drawn = mapped.find(({ i }) => i === first) ?? mapped[0];
  const draw = (railway: number): void => {
    const found = mapped.find(({ i }) => i === railway);
    drawn = found ?? drawn;
    picker.querySelector("select")!.value = String(drawn.i);
    map.show(drawn.on_map, `${found ? "" : `No train ran in ${railways[railway].name}. `}${drawn.told}`);
  };
  draw(drawn.i);
  return {
    elements: map.elements,
    show: (railway) => {
      draw(railway);
      map.elements[0].scrollIntoView({ block: "nearest" });
    },
  };
}
