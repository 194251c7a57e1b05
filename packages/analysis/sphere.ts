import { EARTH_RADIUS_KM } from '#domain/units';

/**
 * Positions as typed arrays, EPSG:4326 degrees, with the same positions as unit vectors, so that a distance costs no sine.
 * A position that is not finite is allowed (an area without a centre): nothing is near it.
 */
export interface PointSet {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

const RADIANS = Math.PI / 180;

/** Prepares positions for any number of distance questions. The arrays are kept, not copied. */
export function buildPoints(lng: Float64Array, lat: Float64Array): PointSet {
  const count = lng.length;
  if (lat.length !== count) throw new Error(`buildPoints: ${count} longitudes and ${lat.length} latitudes; equal numbers expected`);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const z = new Float64Array(count);
  for (let point = 0; point < count; point += 1) {
    const phi = (lat[point] ?? NaN) * RADIANS;
    const lambda = (lng[point] ?? NaN) * RADIANS;
    const cosPhi = Math.cos(phi);
    x[point] = cosPhi * Math.cos(lambda);
    y[point] = cosPhi * Math.sin(lambda);
    z[point] = Math.sin(phi);
  }
  return { lng, lat, x, y, z };
}

/**
 * Kilometres on the sphere from the squared chord of the unit sphere. A quarter of it is the haversine, so this is the
 * haversine formula: stable down to a nanometre for near points. Beyond a quarter of the way round the complement is
 * what is small, so the arc is taken from there.
 */
export function chordToKm(chordSquared: number): number {
  const haversine = chordSquared / 4;
  // Up to 127 km, nearly every answer: the series of the arc, exact to the last digit, in a fraction of the time.
  if (haversine < 1e-4) return 2 * EARTH_RADIUS_KM * Math.sqrt(haversine) * (1 + haversine * (1 / 6 + haversine * (3 / 40 + haversine * (5 / 112))));
  if (haversine <= 0.5) return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(haversine));
  return 2 * EARTH_RADIUS_KM * (Math.PI / 2 - Math.asin(Math.sqrt(Math.max(0, 1 - haversine))));
}

/** The squared chord of the unit sphere that a distance in km spans; 4 (the diameter) for half the circumference and more. */
export function kmToChordSquared(km: number): number {
  const half = Math.sin(Math.min(km / (2 * EARTH_RADIUS_KM), Math.PI / 2));
  return 4 * half * half;
}

/** Straight line on the sphere between two positions, km (domain.md §3). The same figure, bit for bit, as `nearestSites` gives. */
export function distanceKm(lngA: number, latA: number, lngB: number, latB: number): number {
  const points = buildPoints(Float64Array.of(lngA, lngB), Float64Array.of(latA, latB));
  return chordToKm(chordSquaredBetween(points, 0, points, 1));
}

/** Straight lines, km, from each point to its own place among others (−1: none): NaN where either has no position. */
export function distancesBetween(points: PointSet, places: { readonly lng: Float64Array; readonly lat: Float64Array }, placeOf: Int32Array): Float64Array {
  const others = buildPoints(Float64Array.from(placeOf, (place) => places.lng[place] ?? NaN), Float64Array.from(placeOf, (place) => places.lat[place] ?? NaN));
  return Float64Array.from(placeOf, (_, i) => chordToKm(chordSquaredBetween(points, i, others, i)));
}

/** Squared chord of the unit sphere between a point of one set and a point of another. */
export function chordSquaredBetween(a: PointSet, i: number, b: PointSet, j: number): number {
  const dx = (a.x[i] ?? NaN) - (b.x[j] ?? NaN);
  const dy = (a.y[i] ?? NaN) - (b.y[j] ?? NaN);
  const dz = (a.z[i] ?? NaN) - (b.z[j] ?? NaN);
  return dx * dx + dy * dy + dz * dz;
}
