import type { ReachingSites } from '#analysis/reaching-sites';
import type { AreaType } from '#domain/records';
import type { LngLat } from '#domain/units';
import type { Judged } from '../judged';
import type { AreaRef } from '../levels';
import type { KnownMission } from '../missions';
import type { Distances, Tried } from './distances';
import type { InPieces } from './in-pieces';

/** The nearest structure of some places: its number (−1: none), km as a straight line, and minutes over the surface. */
export interface NearestStructures {
  readonly structure: Int32Array;
  readonly distanceKm: Float64Array;
  /** Infinity: no way in two days. Null: the metric is another. */
  readonly travelMin: Float64Array | null;
}

/** Who can move at all over a surface: 1; 0 for those outside of it and on ground that cannot be crossed. */
export interface Footing {
  readonly points: Uint8Array;
  /** 0 also where the position of a structure is not known. */
  readonly structures: Uint8Array;
}

/** One area as a metric sees it. */
export interface AreaReach {
  /** Does a structure reach a point of the area? Null: nobody knows where it is. */
  isReached(structure: number): boolean | null;
  /** Minutes over the surface between the area's centre of population and a structure; null: another metric, or no way that is worth telling. */
  travelMin(structure: number): number | null;
}

/** Work behind the answers of a metric that takes long, in pieces: done ahead, the answers come at once. */
export interface LongWork {
  distances(judged: Judged): InPieces;
  nearest(judged: Judged): InPieces;
  /** Of `structuresReaching`, and of `countReaching` for these structures. */
  counts(type: AreaType, structures: Int32Array): InPieces;
  reachedBy(): InPieces;
}

/**
 * Who reaches whom, by one metric, up to the limit of one question. All that an answer needs to know of a metric is here:
 * nothing outside this folder asks which one it is.
 */
export interface Reach {
  /** Names in memory all that these answers depend on apart from the limit and how structures are judged. */
  readonly key: string;
  /** `reachLimit` of the question; the bound itself is within reach. */
  readonly limit: number;
  /** True where a structure known by its area only cannot be said to reach anybody. */
  readonly needsPosition: boolean;
  /** Null: the metric knows no ground. */
  readonly footing: Footing | null;
  /** To the nearest ready structure and to the nearest of unknown readiness, whatever the limit. */
  distances(judged: Judged): Distances;
  /** The same with something tried out, exact up to the limit; `known`: what `distances` gives for what was. Nothing of it is remembered. */
  distancesTried(known: Distances, tried: Tried): Distances;
  /** Day by day, exact up to the limit; beyond it they may be Infinity. */
  distancesOverDays(days: readonly Judged[]): Distances[];
  /** The same metric with areas closed to movement (decision 0034): what is across a closed border is not near and does not reach. */
  whenClosed(closed: readonly AreaRef[]): Reach;
  /** From the centre of population of each area of a level. */
  nearest(type: AreaType, judged: Judged, group: 'ready' | 'almost'): NearestStructures;
  /** Demand points within the limit of a structure; null: nobody knows where it is. Under `travelTime` throws `parameterInvalid` beyond `TABLE_MIN`. */
  reachedBy(structure: number): Int32Array | null;
  /** For each area of a level, the structures that lie in it or reach a point of it; under `travelTime` those up to `TABLE_MIN` away. */
  structuresReaching(type: AreaType): ReachingSites;
  /** How many of these structures reach each demand point, up to `MOST_COUNTED`; null: too far to count (`TABLE_MIN`). */
  countReaching(structures: Int32Array): Uint8Array | null;
  /** Is a structure within the limit of a position that is `km` away by the straight line and `minutes` over the surface? Null: nobody knows where it is. */
  isWithin(lngLat: LngLat, structure: number, km: number, minutes: number | null): boolean | null;
  ofArea(type: AreaType, area: number): AreaReach;
  /** Minutes over the surface from a position to every structure and to every area of a level (where it sets out from); Infinity: no way in two days. Null: another metric. */
  minutesFrom(lngLat: LngLat, type: AreaType): { readonly structure: Float64Array; readonly area: Float64Array } | null;
  /** Null: nothing takes long. */
  readonly ahead: LongWork | null;
  /** Demand points where the team of a mission gives care; null: in the area that it is known by. */
  missionPoints(mission: KnownMission): readonly number[] | null;
}
