import type { PointCare } from '#analysis/classify';
import type { Judged } from '../judged';
import type { AreaRef } from '../levels';

/** How far each demand point is from care, in the unit of the metric, and where a structure is known by its area only. */
export type Distances = Pick<PointCare, 'toReady' | 'toUnknown' | 'unknownHere'>;

/** What is tried out, as far as distances go: structures judged otherwise, and areas closed to movement. */
export interface Tried {
  readonly was: Judged;
  readonly is: Judged;
  readonly closed: readonly AreaRef[];
}
