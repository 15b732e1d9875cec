// Views as tabs (WAI-ARIA: arrows move, Home and End too). A view is made when it is first shown, or printed.
import { h } from "./dom";

export interface Tab {
  id: string;
  title: string;
  make(): HTMLElement;
  leave?(): void;
}

export interface Tabs {
  list: HTMLElement;
  panels: HTMLElement;
  go(id: string): void;
  makeAll(): void;
}

export function tabs(all: Tab[]): Tabs {
  const made = new Set<string>();
  let current = "";
  const buttons = all.map((tab) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${tab.id}`,
        "aria-controls": `view-${tab.id}`,
        "aria-selected": "false",
        tabindex: -1,
        onclick: () => go(tab.id),
      },
      tab.title,
    ),
  );
  const panels = all.map((tab) =>
    h("div", {
      role: "tabpanel",
      id: `view-${tab.id}`,
      "aria-labelledby": `tab-${tab.id}`,
      "data-title": tab.title,
      hidden: true,
    }),
  );
  function make(i: number): void {
    if (made.has(all[i].id)) return;
    made.add(all[i].id);
    panels[i].append(all[i].make());
  }
  function go(id: string): void {
    const found = Math.max(
      0,
      all.findIndex((tab) => tab.id === id),
    );
    if (current !== all[found].id) all.find((tab) => tab.id === current)?.leave?.();
    current = all[found].id;
    panels.forEach((panel, i) => {
      panel.hidden = i !== found;
    });
    make(found);
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === found));
      button.tabIndex = i === found ? 0 : -1;
    });
    buttons[found].scrollIntoView({ block: "nearest", inline: "nearest" });
    if (location.hash !== `#${current}`) history.replaceState(null, "", `#${current}`);
  }
  const list = h(
    "div",
    {
      role: "tablist",
      "aria-label": "Views",
      onkeydown: (event: KeyboardEvent) => {
        const here = buttons.indexOf(document.activeElement as HTMLButtonElement),
          last = buttons.length - 1;
        const next = {
          ArrowRight: here === last ? 0 : here + 1,
          ArrowLeft: here === 0 ? last : here - 1,
          Home: 0,
          End: last,
        }[event.key];
        if (here < 0 || next === undefined) return;
        event.preventDefault();
        buttons[next].focus();
        go(all[next].id);
      },
    },
    buttons,
  );
  return { list, panels: h("main", { id: "main" }, panels), go, makeAll: () => all.forEach((_, i) => make(i)) };
}
