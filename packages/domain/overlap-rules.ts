import type { TargetGroup, Topic } from './records';
import { type overlapVerdicts } from './vocabularies/flags';

export type OverlapVerdict = (typeof overlapVerdicts.codes)[number];

/** Topics on which overlaps are looked for; hygiene promotion beside hygiene promotion is not this tool's matter. */
export const OVERLAP_TOPICS: readonly Topic[] = ['sexualViolence', 'fistula'];

/** Groups that both initiatives name. An initiative that names none shares none that we know of. */
export const sharedTargetGroups = (a: readonly TargetGroup[], b: readonly TargetGroup[]): TargetGroup[] => a.filter((group) => b.includes(group));

/**
 * Reading of an overlap (domain.md §5): possible duplication only when the people targeted together exceed the people there.
 * Null is unknown, and an unknown figure makes the reading unknown.
 */
export function overlapVerdict(targetedA: number | null, targetedB: number | null, population: number | null): OverlapVerdict {
  if (targetedA === null || targetedB === null || population === null) return 'unknown';
  return targetedA + targetedB > population ? 'possibleDuplication' : 'complementary';
}

/** strength = overlap days ÷ shorter period × share of area shared, in [0, 1]. An open period is as long as the other. */
export function overlapStrength(overlapDays: number, shorterPeriodDays: number, shareOfArea: number): number {
  return Math.min(1, overlapDays / shorterPeriodDays) * shareOfArea;
}
