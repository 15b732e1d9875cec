// From degrees to a plane: Lambert's conformal cone over Eurasia (Snyder, Map Projections, 1987, eq. 15-1 to 15-4), in
// units of about a degree at the standard parallels, north up.
const RAD = Math.PI / 180;
const CENTRE = 60,
  SOUTH = 32,
  NORTH = 58; // degrees: meridian and standard parallels

const tangent = (lat: number): number => Math.tan(Math.PI / 4 + (lat * RAD) / 2);
const n = Math.log(Math.cos(SOUTH * RAD) / Math.cos(NORTH * RAD)) / Math.log(tangent(NORTH) / tangent(SOUTH));
const F = (Math.cos(SOUTH * RAD) * tangent(SOUTH) ** n) / n;
const RHO_0 = F / tangent(45) ** n;

export function project([lon, lat]: [number, number]): [number, number] {
  const rho = F / tangent(Math.min(lat, 89)) ** n,
    angle = n * (lon - CENTRE) * RAD;
  return [(rho * Math.sin(angle)) / RAD, (RHO_0 - rho * Math.cos(angle)) / RAD];
}
