import type { MultiPolygonCoords } from './area-edges';
import { spreadEvenly } from './even-spread';
import { buildPolygonIndex, covers, type PolygonIndex } from './polygon-index';
import { buildPoints, type PointSet } from './sphere';

/** How people are placed inside an area: by a population raster, at known places, evenly over its surface, or not at all (no geometry). */
export type DemandMethod = 'raster' | 'places' | 'evenSpread' | 'none';

/** A place where people live. `population` null: not known, so it says nothing about shares. `areaIndex`: its base area, −1 for none. */
export interface DemandPlace {
  readonly lng: number;
  readonly lat: number;
  readonly population: number | null;
  readonly areaIndex: number;
}

export interface DemandOptions {
  /** Points of an evenly spread area. */
  readonly pointsPerArea: number;
  /** The index of the same areas, where the caller has one already. */
  readonly index?: PolygonIndex;
  /** Where a population raster has people, for the areas that it covers; an area without any people in it is spread over evenly. */
  readonly raster?: ReadonlyMap<number, RasterSpread>;
}

/** People of one area where a raster has them, degrees, EPSG:4326. */
export interface RasterSpread {
  readonly lng: readonly number[];
  readonly lat: readonly number[];
  readonly people: readonly number[];
}

/** Demand points of the base areas, ordered by area (decision 0005). */
export interface Demand extends PointSet {
  readonly areaCount: number;
  /** Base area of each point. */
  readonly areaIndex: Int32Array;
  /** Points of area `a`: `firstPoint[a]` up to, not including, `firstPoint[a + 1]`. */
  readonly firstPoint: Int32Array;
  /** Share of the area's people at each point. A multiple of 1 ÷ WEIGHT_UNITS, so that sums are exact: 1 per area with geometry. */
  readonly weight: Float64Array;
  readonly method: readonly DemandMethod[];
  /** Centre of population of each area, degrees: weighted mean on the sphere; NaN where there is none. It may lie outside a curved area. */
  readonly centreLng: Float64Array;
  readonly centreLat: Float64Array;
}

/** Weights are whole multiples of one part in 2²⁰: sums of them, and of their products with populations, have no rounding and no order. */
export const WEIGHT_UNITS = 2 ** 20;

/**
 * Places the people of each base area: where a raster has them; else at its known places in proportion to their population; else at
 * `pointsPerArea` points spread evenly over its surface, always inside it, however small or thin it is. No geometry: no points, even where a place names the area.
 * A place outside its area's outline is left out, as is one without people. The order of places does not matter.
 */
export function buildDemand(
  areas: readonly { readonly geometry: MultiPolygonCoords | null }[],
  places: readonly DemandPlace[],
  options: DemandOptions,
): Demand {
  const index = options.index ?? buildPolygonIndex(areas.map((area) => area.geometry));
  const placesOf = populatedPlaces(index, places);
  const lng: number[] = [];
  const lat: number[] = [];
  const weight: number[] = [];
  const method: DemandMethod[] = [];
  const firstPoint = new Int32Array(areas.length + 1);
  for (let area = 0; area < areas.length; area += 1) {
    const cells = options.raster?.get(area);
    const here = cells ?? placesAsSpread(placesOf.get(area));
    const counted = here !== null && here.people.length > 0;
    const spread = counted ? here : spreadEvenly(index.edges, area, options.pointsPerArea);
    // One by one: spreading a long list over the arguments of a call overflows the stack.
    for (const value of spread.lng) lng.push(value);
    for (const value of spread.lat) lat.push(value);
    for (const value of weightsOf(counted ? here.people : spread.lng.map(() => 1))) weight.push(value);
    method.push(spread.lng.length === 0 ? 'none' : cells ? 'raster' : counted ? 'places' : 'evenSpread');
    firstPoint[area + 1] = lng.length;
  }
  const points = buildPoints(Float64Array.from(lng), Float64Array.from(lat));
  const shares = Float64Array.from(weight);
  return { ...points, areaCount: areas.length, areaIndex: areaOfPoints(firstPoint), firstPoint, weight: shares, method, ...centresOf(points, shares, firstPoint) };
}

const placesAsSpread = (places: readonly DemandPlace[] | undefined): RasterSpread | null =>
  places === undefined ? null : { lng: places.map(({ lng }) => lng), lat: places.map(({ lat }) => lat), people: places.map(({ population }) => population ?? 0) };

function populatedPlaces(index: PolygonIndex, places: readonly DemandPlace[]): Map<number, DemandPlace[]> {
  const byArea = new Map<number, DemandPlace[]>();
  for (const place of places) {
    if (place.population === null || !(place.population > 0) || !covers(index, place.areaIndex, place.lng, place.lat)) continue;
    const list = byArea.get(place.areaIndex);
    if (list) list.push(place);
    else byArea.set(place.areaIndex, [place]);
  }
  for (const list of byArea.values()) list.sort((a, b) => a.lat - b.lat || a.lng - b.lng || (a.population ?? 0) - (b.population ?? 0));
  return byArea;
}

/** Shares in proportion, as multiples of 1 ÷ WEIGHT_UNITS that sum to 1: the running total is rounded, not each share. */
function weightsOf(people: readonly number[]): number[] {
  const total = people.reduce((sum, one) => sum + one, 0);
  let running = 0;
  let units = 0;
  return people.map((one, i) => {
    running += one;
    const unitsNow = i === people.length - 1 ? WEIGHT_UNITS : Math.round((running / total) * WEIGHT_UNITS);
    const share = (unitsNow - units) / WEIGHT_UNITS;
    units = unitsNow;
    return share;
  });
}

function areaOfPoints(firstPoint: Int32Array): Int32Array {
  const areaIndex = new Int32Array(firstPoint.at(-1) ?? 0);
  for (let area = 0; area + 1 < firstPoint.length; area += 1) areaIndex.fill(area, firstPoint[area], firstPoint[area + 1]);
  return areaIndex;
}

/** The mean of the unit vectors, brought back to the surface. Points that balance each other all round leave no mean: then the first point. */
function centresOf(points: PointSet, weight: Float64Array, firstPoint: Int32Array): Pick<Demand, 'centreLng' | 'centreLat'> {
  const areaCount = firstPoint.length - 1;
  const centreLng = new Float64Array(areaCount).fill(NaN);
  const centreLat = new Float64Array(areaCount).fill(NaN);
  for (let area = 0; area < areaCount; area += 1) {
    const first = firstPoint[area] ?? 0;
    const stop = firstPoint[area + 1] ?? 0;
    if (first === stop) continue;
    let [x, y, z] = [0, 0, 0];
    for (let point = first; point < stop; point += 1) {
      const share = weight[point] ?? 0;
      x += share * (points.x[point] ?? 0);
      y += share * (points.y[point] ?? 0);
      z += share * (points.z[point] ?? 0);
    }
    const alone = stop - first === 1 || Math.hypot(x, y, z) < 1e-12;
    centreLng[area] = alone ? (points.lng[first] ?? NaN) : (Math.atan2(y, x) * 180) / Math.PI;
    centreLat[area] = alone ? (points.lat[first] ?? NaN) : (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI;
  }
  return { centreLng, centreLat };
}
