import { DEFAULT_AWARENESS_MONTHS, DEFAULT_THETA, DEFAULT_THRESHOLD, MAX_THRESHOLD } from '#domain/gap-parameters';
import type { z } from 'zod';
import type { gapQuery, JudgedByQuery } from '../contract/gaps';
import type { reachQuery } from '../contract/reach';
import type { GapQuestion, JudgedBy } from '../engine/messages';
import { problemAt } from '../problem';

/** How a query wants readiness judged; what it leaves out is resolved where the data are. */
export const toJudgedBy = ({ service, standard, asOf, at }: JudgedByQuery): JudgedBy => ({ service, standard: standard ?? null, asOf: asOf ?? null, at: at ?? null });

/** The same for what asks only how structures are judged and reached. */
export const toReachQuestion = (query: z.output<typeof reachQuery> & { threshold?: number | undefined }): GapQuestion => toGapQuestion({ ...query, threshold: query.threshold, evidence: 'reported' });

/**
 * The question behind a query, with the defaults of the domain. Throws `parameterInvalid` for a threshold beyond what the metric
 * can mean; `sameArea` has none, so a threshold left over from another metric is passed over and the answer says 0.
 */
export function toGapQuestion(query: z.output<typeof gapQuery>): GapQuestion {
  const { areaType, reach, threshold, awarenessMonths, theta, evidence, province, organisation, kind, targetGroup, domain } = query;
  if (threshold !== undefined && reach !== 'sameArea' && threshold > MAX_THRESHOLD[reach]) {
    throw problemAt('parameterInvalid', 'threshold', String(threshold), `0–${MAX_THRESHOLD[reach]} (${reach})`);
  }
  return {
    areaType,
    ...toJudgedBy(query),
    reach,
    threshold: reach === 'sameArea' ? 0 : (threshold ?? DEFAULT_THRESHOLD[reach]),
    awarenessMonths: awarenessMonths ?? DEFAULT_AWARENESS_MONTHS,
    theta: theta ?? DEFAULT_THETA,
    evidence,
    filters: { province, organisation, kind, targetGroup, domain },
  };
}
