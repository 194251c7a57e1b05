import { z } from 'zod';
import { isoDate } from './dates';
import { areaTypes } from './vocabularies/places';
import { evidenceLevels, reachMetrics } from './vocabularies/flags';

/** What a gap answer depends on, apart from the data (domain.md §3, §4). */
export const gapParameters = z.object({
  areaType: z.enum(areaTypes.codes),
  asOf: isoDate,
  reach: z.enum(reachMetrics.codes),
  /** km for `straightLine`, minutes for `walkingEstimate`, unused for `sameArea`. */
  threshold: z.number().nonnegative(),
  awarenessMonths: z.int().min(0).max(60),
  /** Share of an area's people that decides its class. */
  theta: z.number().gt(0).max(1),
  standard: z.string(),
  evidence: z.enum(evidenceLevels.codes),
});
export type GapParameters = z.infer<typeof gapParameters>;
export type ReachMetric = GapParameters['reach'];

// Plain numbers stand apart from the schema, so that the page does not carry zod for them.
export { DEFAULT_AWARENESS_MONTHS, DEFAULT_THETA, DEFAULT_THRESHOLD, MAX_THRESHOLD, THRESHOLD_STEPS } from './gap-defaults';
