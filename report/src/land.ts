// Land outlines as GeoJSON in the plane of projection.ts.
import polygons from "land:";
import { project } from "./projection";

function decode(ring: number[]): [number, number][] {
  const points: [number, number][] = [];
  let x = 0,
    y = 0;
  for (let i = 0; i < ring.length; i += 2) {
    x += ring[i];
    y += ring[i + 1];
    points.push(project([x / 100, y / 100]));
  }
  return [...points, points[0]];
}

export function land(): object {
  const coordinates = polygons.map((rings) => rings.map(decode));
  return {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { name: "land" }, geometry: { type: "MultiPolygon", coordinates } }],
  };
}

// For toys without coordinates: a patch far away, since ECharts wants some shape.
export function blank(): object {
  const ring = [
    [-9e3, -9e3],
    [-9e3, -8999],
    [-8999, -8999],
    [-9e3, -9e3],
  ];
  return {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { name: "land" }, geometry: { type: "Polygon", coordinates: [ring] } }],
  };
}
