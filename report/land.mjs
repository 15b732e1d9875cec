// Land outlines for the map: world-atlas (Natural Earth 1:50m, public domain), simplified and cut to the corridor.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const BOX = { west: -30, south: 0, east: 179, north: 82 };
const LEAST_AREA = 0.004; // square degrees of a triangle that is kept (Visvalingam)

// Sutherland and Hodgman: a ring cut at one side of the box after the other.
function clip(ring) {
  const sides = [
    [([x]) => x >= BOX.west, (a, b) => crossing(a, b, 0, BOX.west)],
    [([x]) => x <= BOX.east, (a, b) => crossing(a, b, 0, BOX.east)],
    [([, y]) => y >= BOX.south, (a, b) => crossing(a, b, 1, BOX.south)],
    [([, y]) => y <= BOX.north, (a, b) => crossing(a, b, 1, BOX.north)],
  ];
  return sides.reduce((points, [inside, cut]) => {
    const kept = [];
    points.forEach((point, i) => {
      const before = points[(i + points.length - 1) % points.length];
      if (inside(point) !== inside(before)) kept.push(cut(before, point));
      if (inside(point)) kept.push(point);
    });
    return kept;
  }, ring);
}

function crossing(a, b, axis, value) {
  const share = (value - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

// Eurasia ends beyond 180 degrees: without a jump to -180 there, wherever the ring begins.
function unwrap(ring) {
  let turn = 0;
  const points = ring.map(([lon, lat], i) => {
    const step = i > 0 ? lon - ring[i - 1][0] : 0;
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [lon + turn, lat];
  });
  const lons = points.map(([lon]) => lon),
    middle = (Math.min(...lons) + Math.max(...lons)) / 2;
  return points.map(([lon, lat]) => [middle < -120 ? lon + 360 : lon, lat]);
}

// As differences of hundredths of degrees, so that the text is short.
function encode(ring) {
  let x = 0,
    y = 0;
  return ring.flatMap(([lon, lat]) => {
    const dx = Math.round(lon * 100) - x,
      dy = Math.round(lat * 100) - y;
    x += dx;
    y += dy;
    return [dx, dy];
  });
}

// [[ring, hole, …], …] of polygons, each ring flat: dx, dy, dx, dy, …
export function landPolygons() {
  const file = createRequire(import.meta.url).resolve("world-atlas/land-50m.json");
  const world = simplify(presimplify(JSON.parse(readFileSync(file, "utf8"))), LEAST_AREA);
  const polygons = feature(world, world.objects.land).features.flatMap((land) =>
    land.geometry.type === "Polygon" ? [land.geometry.coordinates] : land.geometry.coordinates,
  );
  return polygons
    .map((rings) => rings.map(unwrap))
    .filter(([outer]) => Math.min(...outer.map(([lon]) => lon)) > -50) // no Greenland, no Americas
    .map((rings) =>
      rings
        .map((ring) => clip(ring.slice(0, -1)))
        .filter((ring) => ring.length >= 4)
        .map(encode),
    )
    .filter((rings) => rings.length > 0);
}
