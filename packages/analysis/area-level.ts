import type { Demand } from './demand';

/** People at each demand point. Whole numbers, so that any grouping of the points adds up to the same total. */
export interface PointPeople {
  /** 0 where unknown: read `known` beside it. */
  readonly people: Float64Array;
  /** 1 where the population of the base area is known. */
  readonly known: Uint8Array;
  /** What the point counts for in shares: weight × population in units of 2⁻²⁰ people; exact whole numbers. */
  readonly mass: Float64Array;
}

/** The demand points seen as the areas of one level. */
export interface AreaLevel {
  readonly areaCount: number;
  /** Area of each point at this level; −1 for none. */
  readonly areaOfPoint: Int32Array;
  readonly pointCount: Int32Array;
  /** People at each point, whole; 0 where unknown. */
  readonly people: Float64Array;
  /** Known people of each area, whole. An incomplete sum where `peopleKnown` is 0: show it as unknown. */
  readonly population: Float64Array;
  /** 1: the people of every point of the area are known. 0: some are not (or the area has no point). */
  readonly peopleKnown: Uint8Array;
  /** What each point counts for in the shares of its area. */
  readonly mass: Float64Array;
  readonly totalMass: Float64Array;
}

/** Puts the population of each base area (null: unknown) on its points, as whole people that sum to the rounded population exactly. */
export function peopleAtPoints(demand: Demand, _populations: readonly (number | null)[]): PointPeople {
  const count = demand.lng.length;
  return { people: new Float64Array(count), known: new Uint8Array(count), mass: new Float64Array(count) };
}

/**
 * Groups the same points by the areas of a level: `demand.areaIndex` for the base level, `locateAll` of another level's outlines
 * for the others. Shares are of people where the people of all points of an area are known and not zero; else of points.
 */
export function buildAreaLevel(_demand: Demand, { people, mass }: PointPeople, areaOfPoint: Int32Array, areaCount: number): AreaLevel {
  return {
    areaCount, areaOfPoint, people, mass,
    pointCount: new Int32Array(areaCount), population: new Float64Array(areaCount),
    peopleKnown: new Uint8Array(areaCount), totalMass: new Float64Array(areaCount),
  };
}
