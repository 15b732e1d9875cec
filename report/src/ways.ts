// Which ways there are to look at: whole routes of the most containers, then lines with the most trains.
import type { Option } from "./dom";
import { type Way, journeyWay, lineTrains, wayOf } from "./network";
import type { Report } from "./report";

const MOST_ROUTES = 40;

export function wayOptions(report: Report): Option[] {
  const { journeys, movements, network } = report.data;
  const routes = journeys
    .slice(0, MOST_ROUTES)
    .map((j, i) => ({ value: `way:${i}`, text: j.name, group: "Whole routes" }))
    .filter((_, i) => journeyWay(network, journeys[i], movements) !== null);
  const lines = network.lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => lineTrains(b.line) - lineTrains(a.line))
    .map(({ line, i }) => ({ value: `line:${i}`, text: line.name, group: "Lines" }));
  return [...routes, ...lines];
}

// Of the value of an option.
export function wayOfOption(report: Report, value: string): Way | null {
  const { network, journeys, movements } = report.data;
  const [kind, index] = value.split(":");
  if (kind === "way") return journeyWay(network, journeys[+index], movements);
  const line = network.lines[+index];
  return wayOf(network, [line.from, line.to], [+index]);
}

export function pointOptions(report: Report): Option[] {
  return report.data.network.points
    .map((point, i) => ({ value: String(i), text: point.name, group: point.country || "Points" }))
    .sort((a, b) => a.group.localeCompare(b.group) || a.text.localeCompare(b.text));
}
