// How a time–distance diagram is read, in words.
import { h } from "./dom";
import { parallelLines } from "./network";
import { hasPlans } from "./plans";
import type { Report } from "./report";

const HANDS =
  "Time to the right, distance downwards. Ctrl and wheel zooms time and distance, Shift and wheel distance alone, " +
  "after a click the wheel zooms time; drag to move; keys + − arrows, Page up and down.";
const WAITS =
  "Waits are drawn at the end of a stop, cause after cause; of stands at passing places no cause is recorded.";
const TIMETABLE =
  "Planned, line: the departure by the service's timetable, then the least that handling and running " +
  "take, since the scenario has no other planned times; how late a train is goes by that.";
const UNHINDERED =
  "Planned, dashed: unhindered, from its departure: the same train without its waits and stands since it began.";
const OTHER_GAUGES =
  "Where lines of two gauges lie beside each other, a line picked is that line alone; of a whole route trains on the other " +
  "line are thin, and its sections and meets are drawn with “other gauges” only.";
const NO_TIMETABLE = "No service of this scenario goes by a timetable.";

function passingPlaces({ data, clock }: Report): string {
  const known = data.movements?.passings;
  return known
    ? `Stops at passing places are known from ${clock.date(known.from_min)} to ${clock.date(known.until_min - 1)}.`
    : "What happens at passing places between points was not recorded: trains are drawn at an even " +
        "pace over a line, and crossings there are not where trains really met.";
}

export function explain(report: Report): HTMLElement {
  const plan = hasPlans(report.data.movements) ? [TIMETABLE, UNHINDERED] : [UNHINDERED, NO_TIMETABLE];
  const gauges = parallelLines(report.data.network).some((lines) => lines.length > 1) ? [OTHER_GAUGES] : [];
  return h("p", { class: "note" }, [HANDS, WAITS, ...plan, ...gauges, passingPlaces(report)].join(" "));
}
