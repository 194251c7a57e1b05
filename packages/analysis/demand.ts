import type { MultiPolygonCoords } from './area-edges';
import type { PolygonIndex } from './polygon-index';
import { buildPoints, type PointSet } from './sphere';

/** How people are placed inside an area: at known places, evenly over its surface, or not at all (no geometry). */
export type DemandMethod = 'places' | 'evenSpread' | 'none';

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
}

/** Demand points of the base areas, ordered by area (decision 0005). */
export interface Demand extends PointSet {
  readonly areaCount: number;
  /** Base area of each point. */
  readonly areaIndex: Int32Array;
  /** Points of area `a`: `firstPoint[a]` up to, not including, `firstPoint[a + 1]`. */
  readonly firstPoint: Int32Array;
  /** Share of the area's people at each point. A multiple of 2⁻²⁰, so that sums are exact: 1 per area with geometry. */
  readonly weight: Float64Array;
  readonly method: readonly DemandMethod[];
  /** Centre of population of each area, degrees: weighted mean on the sphere; NaN where there is none. */
  readonly centreLng: Float64Array;
  readonly centreLat: Float64Array;
}

/**
 * Places the people of each base area: at its known places in proportion to their population; else `pointsPerArea` points spread
 * evenly over its surface, always inside it, however small or thin it is. No geometry: no points, even where a place names the area.
 * A place outside its area's outline is left out. The order of places does not matter.
 */
export function buildDemand(
  areas: readonly { readonly geometry: MultiPolygonCoords | null }[],
  _places: readonly DemandPlace[],
  _options: DemandOptions,
): Demand {
  const none = new Float64Array(0);
  return {
    ...buildPoints(none, none),
    areaCount: areas.length,
    areaIndex: new Int32Array(0),
    firstPoint: new Int32Array(areas.length + 1),
    weight: none,
    method: areas.map(() => 'none' as const),
    centreLng: new Float64Array(areas.length).fill(NaN),
    centreLat: new Float64Array(areas.length).fill(NaN),
  };
}
