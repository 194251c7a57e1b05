import type { IsoDate } from './calendar';
import type { CareStandard } from './care-standard';
import type { Cause, Verdict } from './criterion-result';
import { type EvidenceHistory, NOTHING_KNOWN } from './evidence';
import { newestSpeaking, weigh } from './weigh-criteria';

/** What one source says of a criterion, by its newest assessment alone. */
export interface Side {
  readonly source: string;
  readonly assessedBy: string | null;
  readonly on: IsoDate;
  readonly verdict: Exclude<Verdict, 'unknown'>;
  readonly cause: Cause;
  /** Is it by this assessment that the criterion is judged? */
  readonly counts: boolean;
}

export interface Disagreement {
  readonly code: string;
  readonly required: boolean;
  /** `newest`: the assessment of the latest day counts. `sameDay`: those of the latest day contradict each other, none counts, and the criterion is unknown. */
  readonly rule: 'newest' | 'sameDay';
  /** Newest first. */
  readonly sides: readonly Side[];
}

/** Criteria of which two sources, both young enough to count, say opposite things (docs/decisions/0027). */
export function disagreements({ assessments }: EvidenceHistory, standard: CareStandard, asOf: IsoDate): Disagreement[] {
  const sources = [...new Set(assessments.map(({ source }) => source))];
  return standard.criteria.flatMap((criterion): Disagreement[] => {
    const [newest] = newestSpeaking(criterion, assessments, standard, asOf);
    if (newest === undefined) return [];
    const sides = sources.flatMap((source) =>
      newestSpeaking(criterion, assessments.filter((one) => one.source === source), standard, asOf).flatMap((one): Side[] => {
        const { verdict, cause } = weigh(criterion, one, NOTHING_KNOWN, standard, { asOf, at: asOf });
        return verdict === 'unknown' ? [] : [{ source, assessedBy: one.assessedBy, on: one.assessedOn, verdict, cause, counts: one.assessedOn === newest.assessedOn }];
      }));
    const says = (verdict: Verdict, among: readonly Side[]): boolean => among.some((side) => side.verdict === verdict);
    if (!says('met', sides) || !says('unmet', sides)) return [];
    const counting = sides.filter(({ counts }) => counts);
    const isSameDay = says('met', counting) && says('unmet', counting);
    const order = ({ on, source }: Side): string => `${on} ${source}`;
    return [{
      code: criterion.code,
      required: criterion.required,
      rule: isSameDay ? 'sameDay' : 'newest',
      sides: sides.map((side) => (isSameDay ? { ...side, counts: false } : side)).sort((a, b) => (order(a) < order(b) ? 1 : order(a) > order(b) ? -1 : 0)),
    }];
  });
}
