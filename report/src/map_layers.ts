// The layers of a map as ECharts' series: lines coloured by use and as wide as their flows, points with names, what is
// picked.
import type { LineIndex, Network, PointIndex } from "./data";
import { type Chart, FONT } from "./chart";
import { type LabelWish, type Side, placeLabels, textWidth } from "./labels";
import type { MapContent } from "./map_content";
import { beside, lineWidth, sideways } from "./map_lines";
import { badgeSeries } from "./map_marks";
import { css, useColour } from "./theme";

export type Place = [number, number];
type Ends = [Place, Place];

export interface Picked {
  point: PointIndex | null;
  line: LineIndex | null;
}

interface Item {
  dataIndex: number;
}

// Ends of each line, beside those of other gauges. `pixel`: in units of the plane.
export function lineEnds(network: Network, place: Place[], content: MapContent, pixel: number): Ends[] {
  const offsets = sideways(
    network,
    content.lines.map((line) => line.flow),
  );
  return network.lines.map((line, i) => beside(place[line.from], place[line.to], offsets[i] * pixel));
}

// Behind the line that is picked.
export function pickedSeries(ends: Ends[], content: MapContent, line: LineIndex | null): object {
  const flow = line === null ? 0 : content.lines[line].flow;
  return {
    id: "chosen",
    type: "lines",
    coordinateSystem: "geo",
    silent: true,
    z: 1,
    data: line === null ? [] : [{ coords: ends[line] }],
    lineStyle: { color: css("--accent"), opacity: 0.45, width: lineWidth(flow) + 8, cap: "round" },
  };
}

export function lineSeries(network: Network, ends: Ends[], content: MapContent): object {
  const data = network.lines.map((line, i) => ({
    coords: ends[i],
    lineStyle: {
      color: useColour(content.lines[i].use),
      width: lineWidth(content.lines[i].flow),
      type: line.gauge_mm === 0 ? "dashed" : "solid",
      opacity: 1,
      cap: "round",
    },
  }));
  return {
    id: "lines",
    type: "lines",
    coordinateSystem: "geo",
    data,
    z: 2,
    emphasis: { lineStyle: { color: css("--accent"), opacity: 1 } },
    tooltip: { formatter: (item: Item) => content.lineTip(item.dataIndex) },
  };
}

const middle = (ends: Ends): Place => [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2];

// Where a place is on the screen, px.
const pixelOf = (chart: Chart, at: Place): Place => (chart.convertToPixel("geo", at) as Place | undefined) ?? [-1, -1];

// `chart` null: it is not drawn yet, and nobody knows which of them would lie on others.
export function badges(place: Place[], ends: Ends[], content: MapContent, chart: Chart | null): object {
  const all = (chart && content.badges) ?? [];
  const say = (item: Item): HTMLElement => {
    const { point, line } = all[item.dataIndex];
    return point !== null ? content.pointTip(point) : content.lineTip(line!);
  };
  const series = badgeSeries(
    all,
    place,
    (line) => middle(ends[line]),
    (at) => pixelOf(chart!, at),
  );
  return { ...series, tooltip: { formatter: say } };
}

// Px, at the upper right corner: those that zoom lie on the map.
const BUTTONS = { width: 46, height: 124 };

// Where names of points have room; `chart` null: it is not drawn yet.
function sidesOf(place: Place[], content: MapContent, picked: PointIndex | null, chart: Chart | null): (Side | null)[] {
  if (!chart) return place.map(() => null);
  const wishes = place.map((at, i): LabelWish => {
    const [x, y] = pixelOf(chart, at);
    const { name, size, rank } = content.points[i];
    return { x, y, radius: size / 2, width: textWidth(name, FONT, 12) + 2, rank: i === picked ? Infinity : rank };
  });
  const [width, height] = [chart.getWidth(), chart.getHeight()];
  const buttons = { left: width - BUTTONS.width, top: 0, right: width, bottom: BUTTONS.height };
  return placeLabels(wishes, { width, height }, [buttons]);
}

export function pointSeries(
  place: Place[],
  content: MapContent,
  picked: PointIndex | null,
  chart: Chart | null,
): object {
  const sides = sidesOf(place, content, picked, chart);
  const data = place.map((at, i) => {
    const { use, size, name } = content.points[i];
    const chosen = i === picked;
    return {
      value: at,
      symbolSize: chosen ? Math.max(12, size + 4) : size,
      itemStyle: {
        color: use === null ? css("--card") : useColour(use),
        borderColor: css(chosen ? "--accent" : "--ink"),
        borderWidth: chosen ? 3 : 1.2,
      },
      label: { show: sides[i] !== null, position: sides[i] ?? "right", formatter: () => name },
    };
  });
  return {
    id: "points",
    type: "scatter",
    coordinateSystem: "geo",
    data,
    z: 4,
    label: {
      color: css("--ink"),
      fontFamily: FONT,
      fontSize: 12,
      distance: 3,
      textBorderColor: css("--land"),
      textBorderWidth: 3,
    },
    tooltip: { formatter: (item: Item) => content.pointTip(item.dataIndex) },
  };
}
