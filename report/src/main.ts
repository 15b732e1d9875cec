// The page: reads its data, chooses the views for its kind, and shows the first one.
import { type Data, FORMAT } from "./data";
import { choice, h, replace, select } from "./dom";
import { unfold } from "./folded";
import { redrawForPaper } from "./paper";
import { type Script, setScript } from "./names";
import { fitFirstMap } from "./paper_first";
import { fitTables } from "./paper_tables";
import { type Tab, type Tabs, tabs } from "./tabs";
import { lightTheme, type Mode, setTheme, watchSystemTheme } from "./theme";
import { viewsOf } from "./views";

function read(): Data {
  const data = JSON.parse(document.getElementById("data")!.textContent!) as Data;
  if (data.format !== FORMAT) throw new Error(`This page reads ${FORMAT}, but its data are ${String(data.format)}.`);
  return data;
}

function tools(hasPoints: boolean): HTMLElement {
  const scripts = [
    { value: "latin", text: "Abc" },
    { value: "zh", text: "中文" },
    { value: "ru", text: "Рус" },
  ];
  const themes = [
    { value: "auto", text: "Auto" },
    { value: "light", text: "Light" },
    { value: "dark", text: "Dark" },
  ];
  const theme = select("", themes, "auto", (value) => setTheme(value as "auto" | Mode));
  theme.querySelector("select")!.setAttribute("aria-label", "Colours");
  return h(
    "div",
    { class: "tools" },
    hasPoints && choice("Names of places in", scripts, "latin", (value) => setScript(value as Script)),
    theme,
    h("button", { type: "button", onclick: () => window.print() }, "Print"),
  );
}

// Everything is on paper, also what has not been looked at.
function printable(all: Tabs): void {
  const shown: HTMLElement[] = [];
  let restores: (() => void)[] = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll<HTMLElement>("[role=tabpanel][hidden]").forEach((panel) => {
      panel.hidden = false;
      shown.push(panel);
    });
    all.makeAll();
    restores = [lightTheme(), unfold()];
    document.documentElement.classList.add("paper");
    restores.push(fitFirstMap());
    redrawForPaper();
    restores.push(fitTables());
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("paper");
    restores.splice(0).forEach((restore) => restore());
    redrawForPaper(); // for the screen again
    shown.splice(0).forEach((panel) => {
      panel.hidden = true;
    });
  });
}

function start(): void {
  const app = document.getElementById("app")!;
  document.documentElement.dataset.ready = "true"; // at the end of this turn
  let data: Data;
  try {
    data = read();
  } catch (error) {
    replace(app, h("main", {}, h("h1", {}, "This report cannot be shown"), h("p", {}, String(error))));
    return;
  }
  document.title = `${data.title} – Landbridge`;
  const holder: { all?: Tabs } = {};
  const views: Tab[] = viewsOf(data, (view) => holder.all!.go(view));
  const all = tabs(views);
  holder.all = all;
  replace(
    app,
    h(
      "a",
      {
        class: "skip",
        href: "#main",
        onclick: (event: Event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
        },
      },
      "To the views",
    ),
    h(
      "header",
      {},
      h(
        "div",
        { class: "row" },
        h("h1", {}, data.title, h("small", {}, "Landbridge")),
        all.list,
        tools("network" in data),
      ),
    ),
    all.panels,
  );
  watchSystemTheme();
  printable(all);
  all.go(location.hash.slice(1));
}

start();
