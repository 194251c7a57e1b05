import type { LngLat } from '#domain/units';

/** WGS 84 ellipsoid. */
export const WGS84_A = 6_378_137;
const F = 1 / 298.257223563;
export const WGS84_E2 = F * (2 - F);
const E = Math.sqrt(WGS84_E2);

const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING_SOUTH = 10_000_000;
const RADIANS = Math.PI / 180;

/** Krüger's series in the third flattening, to its fourth power: to less than a millimetre within the zone and its neighbours. */
const N = F / (2 - F);
const RADIUS = (WGS84_A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64) * SCALE;
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49561 / 161280) * N ** 4,
];
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161280) * N ** 4,
];
const DELTA = [
  2 * N - (2 / 3) * N ** 2 - 2 * N ** 3 + (116 / 45) * N ** 4,
  (7 / 3) * N ** 2 - (8 / 5) * N ** 3 - (227 / 45) * N ** 4,
  (56 / 15) * N ** 3 - (136 / 35) * N ** 4,
  (4279 / 630) * N ** 4,
];

/** A zone of WGS 84 / UTM. */
export interface UtmZone {
  readonly zone: number;
  readonly south: boolean;
}

const centralMeridian = ({ zone }: UtmZone): number => zone * 6 - 183;

/** Degrees, EPSG:4326 → metres east and north in the zone, also outside its six degrees. */
export function toUtm(utm: UtmZone, lng: number, lat: number): [x: number, y: number] {
  const lambda = (lng - centralMeridian(utm)) * RADIANS;
  const sinPhi = Math.sin(lat * RADIANS);
  const t = Math.sinh(Math.atanh(sinPhi) - E * Math.atanh(E * sinPhi));
  const xi = Math.atan2(t, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
  let [x, y] = [eta, xi];
  ALPHA.forEach((alpha, i) => {
    const twice = 2 * (i + 1);
    x += alpha * Math.cos(twice * xi) * Math.sinh(twice * eta);
    y += alpha * Math.sin(twice * xi) * Math.cosh(twice * eta);
  });
  return [FALSE_EASTING + RADIUS * x, RADIUS * y + (utm.south ? FALSE_NORTHING_SOUTH : 0)];
}

/** Metres east and north in the zone → degrees, EPSG:4326. */
export function fromUtm(utm: UtmZone, x: number, y: number): LngLat {
  const xi = (y - (utm.south ? FALSE_NORTHING_SOUTH : 0)) / RADIUS;
  const eta = (x - FALSE_EASTING) / RADIUS;
  let [xiSphere, etaSphere] = [xi, eta];
  BETA.forEach((beta, i) => {
    const twice = 2 * (i + 1);
    xiSphere -= beta * Math.sin(twice * xi) * Math.cosh(twice * eta);
    etaSphere -= beta * Math.cos(twice * xi) * Math.sinh(twice * eta);
  });
  const chi = Math.asin(Math.sin(xiSphere) / Math.cosh(etaSphere));
  const phi = DELTA.reduce((sum, delta, i) => sum + delta * Math.sin(2 * (i + 1) * chi), chi);
  return [centralMeridian(utm) + Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere)) / RADIANS, phi / RADIANS];
}
