// Which part of the plane a map shows: at first all points with traffic, in the middle and as large as fits.
import type { Chart } from "./chart";
import { css } from "./theme";

type Place = [number, number];

interface Shown {
  x: number; // the middle
  y: number;
  scale: number; // px per unit of the plane
}

const LEAST = 0.7;
const MOST = 60;
const MARGIN_X = 1.1;
const MARGIN_Y = 1.2;

const span = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];

export class Camera {
  private zoomed = 1;
  private center: Place | undefined;

  constructor(
    private place: Place[],
    private wanted: () => boolean[], // of the points
  ) {}

  // Without what was zoomed and moved since.
  private whole(chart: Chart): Shown {
    const wanted = this.wanted();
    const some = this.place.filter((_, i) => wanted[i]);
    const used = some.length > 0 ? some : this.place;
    const [west, east] = span(used.map(([x]) => x));
    const [south, north] = span(used.map(([, y]) => y));
    const wide = chart.getWidth() / (Math.max(east - west, 1) * MARGIN_X);
    const high = chart.getHeight() / (Math.max(north - south, 1) * MARGIN_Y);
    return { x: (west + east) / 2, y: (south + north) / 2, scale: Math.min(wide, high) };
  }

  // Units of the plane.
  pixel(chart: Chart): number {
    return 1 / (this.whole(chart).scale * this.zoomed);
  }

  // ECharts' `geo`, with the outlines of the map that is registered so.
  geo(chart: Chart, map: string): object {
    const { x, y, scale } = this.whole(chart);
    const [dx, dy] = [chart.getWidth() / scale / 2, chart.getHeight() / scale / 2];
    return {
      map,
      aspectScale: 1,
      roam: true,
      clip: true,
      silent: true,
      boundingCoords: [
        [x - dx, y + dy],
        [x + dx, y - dy],
      ],
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      scaleLimit: { min: LEAST, max: MOST },
      zoom: this.zoomed,
      ...(this.center ? { center: this.center } : {}),
      itemStyle: { areaColor: css("--land"), borderColor: css("--coast"), borderWidth: 0.7 },
      emphasis: { disabled: true },
      label: { show: false },
    };
  }

  // What a gesture made of it.
  follow(chart: Chart): void {
    const [now] = (chart.getOption() as { geo: { zoom?: number; center?: Place }[] }).geo;
    this.zoomed = now.zoom ?? 1;
    this.center = now.center ?? undefined;
  }

  zoom(chart: Chart, factor: number): void {
    this.follow(chart);
    this.zoomed = Math.min(MOST, Math.max(LEAST, this.zoomed * factor));
  }

  // By px.
  move(chart: Chart, dx: number, dy: number): void {
    const middle = [chart.getWidth() / 2 + dx, chart.getHeight() / 2 + dy];
    this.center = chart.convertFromPixel("geo", middle) as Place;
  }

  reset(): void {
    this.zoomed = 1;
    this.center = undefined;
  }
}
