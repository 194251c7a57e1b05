import { z } from 'zod';
import { isoDate } from './dates';
import { areaTypes } from './vocabularies/places';
import { evidenceLevels, reachMetrics } from './vocabularies/flags';
import { services } from './vocabularies/structures';

/** What a gap answer depends on, apart from the data (domain.md §3, §4). */
export const gapParameters = z.object({
  areaType: z.enum(areaTypes.codes),
  /** The care that is looked for: awareness counts that announces it, structures are judged by a standard of it. */
  service: z.enum(services.codes),
  /** The day on which everything known is judged. */
  asOf: isoDate,
  /** The day that the answer is about; later than `asOf`: a forecast with no resupply, never a fact. */
  at: isoDate,
  reach: z.enum(reachMetrics.codes),
  /** km for `straightLine`, minutes for `walkingEstimate` and `travelTime`, unused for `sameArea`. */
  threshold: z.number().nonnegative(),
  awarenessMonths: z.int().min(0).max(60),
  /** Share of an area's people that decides its class. */
  theta: z.number().gt(0).max(1),
  /** As asked: `code`, by the version in force on `asOf`; or `code@version`, exactly that one. */
  standard: z.string(),
  /** The version that it was judged by. */
  standardVersion: z.int().positive(),
  evidence: z.enum(evidenceLevels.codes),
});
export type GapParameters = z.infer<typeof gapParameters>;
export type ReachMetric = GapParameters['reach'];

// Plain numbers stand apart from the schema, so that the page does not carry zod for them.
export { DEFAULT_AWARENESS_MONTHS, DEFAULT_THETA, DEFAULT_THRESHOLD, FORECAST_DAYS, MAX_THRESHOLD, THRESHOLD_STEPS } from './gap-defaults';
