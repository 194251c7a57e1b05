import type { CareStandard, Criterion } from '#domain/care-standard';
import { addMonths, dayNumber } from '#domain/dates';
import { type Assessed, type EvidenceHistory, NOTHING_KNOWN } from '#domain/evidence';
import { staffFound, type StaffCriterion } from '#domain/staff-on-hand';
import { linesFound, type StockCriterion } from '#domain/stock-on-hand';
import { speaksOf, weigh } from '#domain/weigh-criteria';

/** Days beyond any that is asked about. */
export const ALWAYS = 2 ** 30;
export const NEVER = -(2 ** 30);

/** What one assessment says of a criterion on any later day, in days since 1970-01-01: met up to one day, unmet after another, unknown between them. */
export interface Statement {
  /** First day on which it is known. */
  readonly from: number;
  /** Day of its evidence, by which it ages. */
  readonly evidence: number;
  /** Last day on which it says met; `NEVER` and `ALWAYS` where there is no such day. */
  readonly metUntil: number;
  /** Last day on which it does not say unmet. */
  readonly openUntil: number;
}

/** Amounts that hold until a day, and amounts of which nobody knows until when. */
interface Held {
  readonly number: number;
  readonly until: number;
}

/** Any date of a record, whether it is known yet or not. */
const ANY_DAY = '9999-12-31';

/** Do assessments alone decide the criterion, each with nothing in it that is dated after it? Then what each says can be worked out once, for all days. */
export function speaksSimply(criterion: Criterion, { assessments, trainings, movements }: EvidenceHistory, standard: CareStandard): boolean {
  if (criterion.kind === 'trainedStaff') {
    return trainings.length === 0 && assessments.every((one) => staffFound(criterion, one, standard, ANY_DAY).every(({ trainedOn }) => trainedOn === null || trainedOn <= one.assessedOn));
  }
  if (criterion.kind === 'usableStock') {
    return movements.length === 0 && assessments.every((one) => linesFound(criterion.items, one, ANY_DAY).every(({ countedOn }) => countedOn <= one.assessedOn));
  }
  return true;
}

/** What an assessment says of a criterion; null: it does not speak of it. */
export function statementOf(criterion: Criterion, assessed: Assessed, standard: CareStandard): Statement | null {
  const { assessedOn } = assessed;
  if (!speaksOf(criterion, assessed, standard, assessedOn)) return null;
  const from = dayNumber(assessedOn);
  if (criterion.kind === 'trainedStaff') return { from, evidence: from, ...staffSaid(criterion, assessed, standard) };
  if (criterion.kind === 'usableStock') return { from, ...stockSaid(criterion, assessed) };
  const { verdict } = weigh(criterion, assessed, NOTHING_KNOWN, standard, { asOf: assessedOn, at: assessedOn });
  return { from, evidence: from, metUntil: verdict === 'met' ? ALWAYS : NEVER, openUntil: verdict === 'unmet' ? NEVER : ALWAYS };
}

function staffSaid(criterion: StaffCriterion, assessed: Assessed, standard: CareStandard): Pick<Statement, 'metUntil' | 'openUntil'> {
  const held: Held[] = [];
  let [undated, uncountedUntil] = [0, NEVER];
  for (const { number, trainedOn } of staffFound(criterion, assessed, standard, assessed.assessedOn)) {
    const until = trainedOn === null ? ALWAYS : dayNumber(addMonths(trainedOn, criterion.validMonths));
    if (number === null) uncountedUntil = Math.max(uncountedUntil, until);
    else if (trainedOn === null) undated += number;
    else held.push({ number, until });
  }
  const metUntil = lastDayWith(held, criterion.minimum);
  return { metUntil, openUntil: Math.max(metUntil, uncountedUntil, lastDayWith(held, criterion.minimum - undated)) };
}

function stockSaid({ items, minimum, courseDays }: StockCriterion, assessed: Assessed): Omit<Statement, 'from'> {
  const held: Held[] = [];
  let [undated, evidence] = [0, ALWAYS];
  for (const { quantity, expiry, countedOn } of linesFound(items, assessed, assessed.assessedOn)) {
    evidence = Math.min(evidence, dayNumber(countedOn));
    if (expiry === null) undated += quantity;
    else held.push({ number: quantity, until: dayNumber(expiry) - courseDays });
  }
  const metUntil = lastDayWith(held, minimum);
  return { evidence, metUntil, openUntil: Math.max(metUntil, lastDayWith(held, minimum - undated)) };
}

/** The last day on which at least `least` of them hold; `ALWAYS` where none are needed, `NEVER` where they never are that many. */
function lastDayWith(held: readonly Held[], least: number): number {
  if (least <= 0) return ALWAYS;
  let sum = 0;
  for (const { number, until } of [...held].sort((a, b) => b.until - a.until)) {
    sum += number;
    if (sum >= least) return until;
  }
  return NEVER;
}
