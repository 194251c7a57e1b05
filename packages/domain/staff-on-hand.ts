import { addMonths, daysBetween, type IsoDate } from './calendar';
import type { CareStandard, Criterion } from './care-standard';
import { type Evidence, type JudgedDays, type Judgement, judgement, newestEvidence } from './criterion-result';
import type { AcceptedTraining, Assessed } from './evidence';
import type { TrainedStaff } from './records';

export type StaffCriterion = Extract<Criterion, { kind: 'trainedStaff' }>;

interface Trained {
  /** Null: not counted. */
  readonly number: number | null;
  /** Last day of validity; null: the date of the training is not known. */
  readonly validUntil: IsoDate | null;
  /** False: the evidence is too old to count, and nobody knows whether they are still there. */
  readonly fresh: boolean;
}

/** Staff of the service and cadres that a criterion speaks of, as one assessment found them; a training dated after `asOf` is not known on it. */
export const staffFound = (criterion: StaffCriterion, assessed: Assessed, { service }: CareStandard, asOf: IsoDate): TrainedStaff[] =>
  assessed.trainedStaff.filter((one) => one.service === service && isOf(criterion, one.cadre) && (one.trainedOn === null || one.trainedOn <= asOf));

const isOf = ({ cadres }: StaffCriterion, cadre: TrainedStaff['cadre']): boolean => cadres === undefined || cadres.includes(cadre);

/**
 * Trained staff by one assessment (null: none speaks of them) and by the trainings accepted after it, which add to its staff.
 * A training on the day of the assessment was seen by it. Without an assessment that is fresh, trainings can establish that
 * there are enough people, never that there are too few: nobody counted the others.
 */
export function weighStaff(criterion: StaffCriterion, assessed: Assessed | null, trainings: readonly AcceptedTraining[], standard: CareStandard, { asOf, at }: JudgedDays): Judgement {
  const isFresh = (on: IsoDate): boolean => daysBetween(on, asOf) <= standard.assessmentMaxAgeDays;
  const since = assessed?.assessedOn ?? '';
  const later = trainings.filter((one) => one.topic === standard.service && isOf(criterion, one.cadre) && one.heldOn > since && one.heldOn <= asOf && one.number !== 0);
  const validUntil = (on: IsoDate | null): IsoDate | null => (on === null ? null : addMonths(on, criterion.validMonths));
  const staff: Trained[] = [
    ...(assessed === null ? [] : staffFound(criterion, assessed, standard, asOf).map((one) => ({ number: one.number, validUntil: validUntil(one.trainedOn), fresh: isFresh(since) }))),
    ...later.map((one) => ({ number: one.number, validUntil: validUntil(one.heldOn), fresh: isFresh(one.heldOn) })),
  ];
  const found: Evidence | null = assessed === null ? null : { on: assessed.assessedOn, source: assessed.source, kind: 'assessment' };
  const held = later.map((one): Evidence => ({ on: one.heldOn, source: one.source, kind: 'training' }));
  const evidence = newestEvidence(found === null ? held : [found, ...held]);

  const valid = staff.flatMap(({ number, validUntil: until, fresh }) => (fresh && number !== null && until !== null && until >= at ? [{ number, until }] : []));
  const known = valid.reduce((sum, one) => sum + one.number, 0);
  if (known >= criterion.minimum) return judgement('met', 'established', evidence, { quantity: known, lapsesAfter: lastDayWithEnough(valid, criterion.minimum) });
  if (found === null) return judgement('unknown', held.length === 0 ? 'notAssessed' : held.some(({ on }) => isFresh(on)) ? 'notCounted' : 'stale', evidence);
  if (!isFresh(since)) return judgement('unknown', 'stale', found);
  if (staff.some((one) => one.number === null && (one.validUntil === null || one.validUntil >= at))) return judgement('unknown', 'notCounted', evidence);
  const undated = staff.reduce((sum, one) => (one.validUntil === null ? sum + (one.number ?? 0) : sum), 0);
  if (known + undated >= criterion.minimum) return judgement('unknown', 'trainingDateUnknown', evidence);
  const everTrained = staff.reduce((sum, one) => sum + (one.number ?? 0), 0);
  // Refreshers help only where enough people were trained once.
  return judgement('unmet', everTrained === 0 ? 'noneTrained' : everTrained < criterion.minimum ? 'tooFewTrained' : 'refresherDue', evidence, { quantity: known });
}

/** The last day on which at least `minimum` of them still hold; null: never that many. */
function lastDayWithEnough(valid: readonly { number: number; until: IsoDate }[], minimum: number): IsoDate | null {
  let held = 0;
  for (const one of [...valid].sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))) {
    held += one.number;
    if (held >= minimum) return one.until;
  }
  return null;
}
