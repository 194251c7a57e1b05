import type { IsoDate } from './calendar';
import type { CareStandard } from './care-standard';
import type { CriterionResult } from './criterion-result';
import type { EvidenceHistory } from './evidence';
import { judgeCriterion } from './weigh-criteria';

export type Readiness = 'ready' | 'notReady' | 'unknown';

export interface ReadinessResult {
  readonly readiness: Readiness;
  readonly criteria: readonly CriterionResult[];
  /** Codes of the required criteria that are unmet: the missing ingredients. */
  readonly missing: readonly string[];
  /** Codes of the required criteria that nobody has established, or too long ago. */
  readonly unknown: readonly string[];
  /** Newest evidence used by a required criterion; null where there is none. */
  readonly evidenceOn: IsoDate | null;
}

/** `asOf`: the day on which the evidence is judged. `at`: the day the question is about (a forecast; default `asOf`). */
export interface ReadinessDates {
  readonly asOf: IsoDate;
  readonly at?: IsoDate;
}

/**
 * Is care ready in a structure, by a standard? (domain.md §2)
 * `notReady` if a required criterion is unmet; else `unknown` if a required one is unknown; else `ready`.
 * Unknown is never counted as no, and never as yes. What is known may come in any order; what is dated after `asOf` is
 * ignored. Each criterion is decided by the newest assessment that says something about it and by what was accepted after it.
 */
export function readiness(history: EvidenceHistory, standard: CareStandard, { asOf, at = asOf }: ReadinessDates): ReadinessResult {
  const criteria = standard.criteria.map((criterion) => judgeCriterion(criterion, history, standard, { asOf, at }));
  const required = criteria.filter((result) => result.required);
  const missing = required.filter((result) => result.verdict === 'unmet').map((result) => result.code);
  const unknown = required.filter((result) => result.verdict === 'unknown').map((result) => result.code);
  const evidenceOn = required.reduce<IsoDate | null>((newest, { evidenceOn: on }) => (on !== null && (newest === null || on > newest) ? on : newest), null);
  return { readiness: missing.length > 0 ? 'notReady' : unknown.length > 0 ? 'unknown' : 'ready', criteria, missing, unknown, evidenceOn };
}

/** The last day a structure that is ready stays ready with no resupply and no refresher, and what runs out first. Null: nothing runs out, or it is not ready. */
export function lapse(result: ReadinessResult): { lapsesAfter: IsoDate; criterion: string } | null {
  if (result.readiness !== 'ready') return null;
  let first: { lapsesAfter: IsoDate; criterion: string } | null = null;
  for (const { required, lapsesAfter, code } of result.criteria) {
    if (required && lapsesAfter !== null && (first === null || lapsesAfter < first.lapsesAfter)) first = { lapsesAfter, criterion: code };
  }
  return first;
}

/** Not ready, but every required criterion is established and at most two are missing. */
export const isAlmostReady = (result: { readonly readiness: Readiness; readonly missing: { readonly length: number }; readonly unknown: { readonly length: number } }): boolean =>
  result.readiness === 'notReady' && result.unknown.length === 0 && result.missing.length <= 2;
