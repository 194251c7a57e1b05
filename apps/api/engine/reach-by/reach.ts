import type { PointCare } from '#analysis/classify';
import type { ReachingSites } from '#analysis/reaching-sites';
import type { AreaType } from '#domain/records';
import type { Judged } from '../judged';
import type { KnownMission } from '../missions';
import type { Tried } from './tried';

/** How far each demand point is from care, in the unit of the metric, and where a structure is known by its area only. */
export type Distances = Pick<PointCare, 'toReady' | 'toUnknown' | 'unknownHere'>;

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
  /** To the nearest ready structure and to the nearest of unknown readiness, whatever the limit. */
  distances(judged: Judged): Distances;
  /** The same with something tried out, exact up to the limit; `known`: what `distances` gives for what was. Nothing of it is remembered. */
  distancesTried(known: Distances, tried: Tried): Distances;
  /** Day by day, exact up to the limit; beyond it they may be Infinity. */
  distancesOverDays(days: readonly Judged[]): Distances[];
  /** Demand points within the limit of a structure; null: nobody knows where it is. */
  reachedBy(structure: number): Int32Array | null;
  /** For each area of a level, the structures that lie in it or reach a point of it. */
  structuresReaching(type: AreaType): ReachingSites;
  /** How many of these structures reach each demand point, up to `MOST_COUNTED`. */
  countReaching(structures: Int32Array): Uint8Array;
  /** Of one area: does a structure reach a point of it? Null: nobody knows where it is. */
  reachingArea(type: AreaType, area: number): (structure: number) => boolean | null;
  /** Demand points where the team of a mission gives care; null: in the area that it is known by. */
  missionPoints(mission: KnownMission): readonly number[] | null;
}
