// One journey to look at closely: of an origin and destination the mean, or a single container.
import type { Journey } from "./data";
import { redrawIn } from "./chart";
import { h, replace, select } from "./dom";
import { meanJourney } from "./mean_journey";
import { onScript } from "./names";
import type { Report } from "./report";
import { containerOptions, singleContainer } from "./single_container";

const MEAN = { value: "", text: "mean of all" };

export function oneJourney(report: Report): HTMLElement {
  const { journeys } = report.data;
  const body = h("div");
  const containers = h("span");
  let shown: Journey = journeys[0];
  let picked = "";
  const draw = (): void => {
    const i = Number(picked.split(":")[1]);
    const { single } = shown;
    redrawIn(body, single && picked ? singleContainer(report, shown, single, i) : meanJourney(report, shown));
  };
  const offer = (): void => {
    picked = "";
    const options = shown.single ? [MEAN, ...containerOptions(shown.single)] : [MEAN];
    replace(
      containers,
      select("Container", options, "", (value) => {
        picked = value;
        draw();
      }),
    );
  };
  const pick = (value: string): void => {
    shown = journeys[Number(value)];
    offer();
    draw();
  };
  const options = journeys.map((journey, i) => ({ value: String(i), text: journey.name }));
  pick("0");
  onScript(draw);
  const bar = h(
    "div",
    { class: "bar" },
    h("h3", {}, "A journey, by cause"),
    select("Journey", options, "0", pick),
    containers,
  );
  return h("section", { class: "card" }, bar, body);
}
