import { type AreaShares, type GapClass } from '#domain/gap-classes';
import { gapClasses } from '#domain/vocabularies/flags';
import type { AreaLevel } from './area-level';

/** The classes by number, in the order of the vocabulary: `pointClass` and `areaClass` index it. */
export const CLASS_CODES: readonly GapClass[] = gapClasses.codes;
export const CLASS_COUNT = CLASS_CODES.length;

/**
 * What is known at each demand point, before any threshold.
 * `sameArea`: distances 0 or Infinity (`sameAreaKm`), threshold 0; there a structure known by area only counts like any other.
 * `evidence=assessed`: `reported` all zero.
 */
export interface PointCare {
  /** 1: an awareness initiative that counts holds the point. */
  readonly aware: Uint8Array;
  /** 1: an active initiative of medical care is reported for the point's area. */
  readonly reported: Uint8Array;
  /** Kilometres to the nearest ready structure; Infinity where there is none. */
  readonly readyKm: Float64Array;
  /** Kilometres to the nearest structure of unknown readiness; Infinity where there is none. */
  readonly unknownKm: Float64Array;
  /** 1: a structure that is ready or of unknown readiness is known to be in the point's area, but not where: care is at most unknown, never none. */
  readonly unknownHere: Uint8Array;
}

export interface ClassRule {
  /** Reach, km (`thresholdKm`); the bound itself is within reach. */
  readonly thresholdKm: number;
  /** Share of an area's people that decides its class, in (0, 1]. */
  readonly theta: number;
}

export interface Classification {
  /** Class of each point. */
  readonly pointClass: Uint8Array;
  /** Class of each area; −1 where the area has no point (no geometry). */
  readonly areaClass: Int8Array;
  /** People by area and class, whole: `people[area * CLASS_COUNT + class]`. Sums to `level.population[area]` exactly; unknown where `level.peopleKnown[area]` is 0. */
  readonly people: Float64Array;
  /** What decides the shares, by area and class; sums to `level.totalMass[area]` exactly. */
  readonly mass: Float64Array;
}

/** Class of every point and every area of a level, with the people of each class (domain.md §4). */
export function classify(level: AreaLevel, care: PointCare, _rule: ClassRule): Classification {
  return {
    pointClass: new Uint8Array(care.aware.length), areaClass: new Int8Array(level.areaCount).fill(-1),
    people: new Float64Array(level.areaCount * CLASS_COUNT), mass: new Float64Array(level.areaCount * CLASS_COUNT),
  };
}

/** The shares behind an area's class; null where the area has no point. */
export function sharesOfArea(_level: AreaLevel, _classification: Pick<Classification, 'mass'>, _area: number): AreaShares | null {
  return null;
}
