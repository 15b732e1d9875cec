// Intervals in pictures whose rows have names: a line from end to end.
import { css } from "./theme";

interface Api {
  value(i: number): number;
  coord(at: [number, number]): [number, number];
}

const drawInterval =
  (colour: string, lineWidth: number) =>
  (_: unknown, api: Api): object => {
    const row = api.value(0);
    const [from, until] = [1, 2].map((i) => api.coord([api.value(i), row]));
    const y = from[1] + api.value(3);
    return {
      type: "line",
      shape: { x1: from[0], y1: y, x2: until[0], y2: y },
      style: { stroke: css(colour), lineWidth },
    };
  };

// [row, from, until, px below the row's middle]
export type Interval = [number, number, number, number];

// `colour`: of style.css.
export const intervalSeries = (name: string, data: Interval[], colour = "--ink", lineWidth = 1.5): object => ({
  name,
  type: "custom",
  silent: true,
  renderItem: drawInterval(colour, lineWidth),
  encode: { x: [1, 2], y: 0 },
  data,
});
