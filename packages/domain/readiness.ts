import type { CareStandard, Criterion } from './care-standard';
import { addDays, addMonths, daysBetween, type IsoDate } from './dates';
import type { AssessmentRecord, StockLine } from './records';

export type Verdict = 'met' | 'unmet' | 'unknown';
export type Readiness = 'ready' | 'notReady' | 'unknown';

/** The part of an assessment that readiness reads. */
export type Evidence = Pick<
  AssessmentRecord,
  'assessedOn' | 'assessedBy' | 'source' | 'functionality' | 'accessibility' | 'protocol' | 'privateRoom' | 'referralPath' | 'trainedStaff' | 'stockLines'
>;

export interface CriterionResult {
  readonly code: string;
  readonly required: boolean;
  readonly verdict: Verdict;
  /** Why, as a code the interface translates: `established`, `notAssessed`, `stale`, `notAccepted`, `noneTrained`, `refresherDue`, `trainingDateUnknown`, `noneInStock`, `expired`, `expiryUnknown`, `absent`. */
  readonly cause: string;
  /** Date of the evidence that decided; null where there is none. */
  readonly evidenceOn: IsoDate | null;
  readonly evidenceAgeDays: number | null;
  readonly evidenceSource: string | null;
  /** Last day on which the verdict `met` holds if nothing is supplied; null where it does not run out. */
  readonly lapsesAfter: IsoDate | null;
  /** The figure behind the verdict: people trained, usable kits. Null where there is none, or unknown. */
  readonly quantity: number | null;
}

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
 * Unknown is never counted as no, and never as yes. Assessments may come in any order; those after `asOf` are ignored.
 * Each criterion is decided by the newest assessment that says something about it.
 */
export function readiness(evidence: readonly Evidence[], standard: CareStandard, dates: ReadinessDates): ReadinessResult {
  const asOf = dates.asOf;
  const at = dates.at ?? asOf;
  const newestFirst = evidence.filter((one) => one.assessedOn <= asOf).sort((a, b) => compareEvidence(b, a));
  const criteria = standard.criteria.map((criterion) => judge(criterion, newestFirst, standard, asOf, at));
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
export const isAlmostReady = (result: ReadinessResult): boolean =>
  result.readiness === 'notReady' && result.unknown.length === 0 && result.missing.length <= 2;

/** Same day, two sources: the order is fixed by the source, so that the order of rows never matters. */
function compareEvidence(a: Evidence, b: Evidence): number {
  return compareText(a.assessedOn, b.assessedOn) || compareText(a.source, b.source) || compareText(JSON.stringify(a), JSON.stringify(b));
}
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Judgement {
  verdict: Verdict;
  cause: string;
  lapsesAfter?: IsoDate | null;
  quantity?: number | null;
}

function judge(criterion: Criterion, newestFirst: readonly Evidence[], standard: CareStandard, asOf: IsoDate, at: IsoDate): CriterionResult {
  const speaking = newestFirst.find((one) => speaksOf(criterion, one, standard));
  const { code, required } = criterion;
  if (!speaking) {
    return { code, required, verdict: 'unknown', cause: 'notAssessed', evidenceOn: null, evidenceAgeDays: null, evidenceSource: null, lapsesAfter: null, quantity: null };
  }
  const lines = criterion.kind === 'usableStock' ? speaking.stockLines.filter((line) => criterion.items.includes(line.item)) : [];
  const evidenceOn = lines.map((line) => line.countedOn).sort(compareText)[0] ?? speaking.assessedOn;
  const evidenceAgeDays = daysBetween(evidenceOn, asOf);
  const maxAgeDays = criterion.kind === 'usableStock' ? standard.stockCountMaxAgeDays : standard.assessmentMaxAgeDays;
  const judgement = evidenceAgeDays > maxAgeDays ? { verdict: 'unknown' as const, cause: 'stale' } : weigh(criterion, speaking, lines, standard, at);
  return { code, required, lapsesAfter: null, quantity: null, ...judgement, evidenceOn, evidenceAgeDays, evidenceSource: speaking.source };
}

function speaksOf(criterion: Criterion, evidence: Evidence, standard: CareStandard): boolean {
  switch (criterion.kind) {
    case 'functionality':
      return evidence.functionality !== 'unknown';
    case 'accessibility':
      return evidence.accessibility !== 'unknown';
    case 'presence':
      return evidence[criterion.field] !== 'unknown';
    case 'trainedStaff':
      return evidence.trainedStaff.some((staff) => staff.service === standard.service && staff.number !== null);
    case 'usableStock':
      return evidence.stockLines.some((line) => criterion.items.includes(line.item));
  }
}

function weigh(criterion: Criterion, evidence: Evidence, lines: readonly StockLine[], standard: CareStandard, at: IsoDate): Judgement {
  switch (criterion.kind) {
    case 'functionality':
      return accepted(criterion.accepted.includes(evidence.functionality));
    case 'accessibility':
      return accepted(criterion.accepted.includes(evidence.accessibility));
    case 'presence':
      return evidence[criterion.field] === 'yes' ? { verdict: 'met', cause: 'established' } : { verdict: 'unmet', cause: 'absent' };
    case 'trainedStaff':
      return weighStaff(criterion, evidence, standard, at);
    case 'usableStock':
      return weighStock(criterion, lines, at);
  }
}

const accepted = (yes: boolean): Judgement => (yes ? { verdict: 'met', cause: 'established' } : { verdict: 'unmet', cause: 'notAccepted' });

function weighStaff(criterion: Extract<Criterion, { kind: 'trainedStaff' }>, evidence: Evidence, standard: CareStandard, at: IsoDate): Judgement {
  const staff = evidence.trainedStaff.filter((one) => one.service === standard.service && (one.number ?? 0) > 0);
  const dated = staff
    .filter((one) => one.trainedOn !== null)
    .map((one) => ({ number: one.number ?? 0, validUntil: addMonths(one.trainedOn ?? at, criterion.validMonths) }))
    .filter((one) => one.validUntil >= at);
  const valid = dated.reduce((sum, one) => sum + one.number, 0);
  if (valid >= criterion.minimum) return { verdict: 'met', cause: 'established', quantity: valid, lapsesAfter: lastDayWithEnough(dated, criterion.minimum) };
  const undated = staff.filter((one) => one.trainedOn === null).reduce((sum, one) => sum + (one.number ?? 0), 0);
  if (valid + undated >= criterion.minimum) return { verdict: 'unknown', cause: 'trainingDateUnknown', quantity: null };
  return { verdict: 'unmet', cause: staff.length > 0 ? 'refresherDue' : 'noneTrained', quantity: valid };
}

/** S(t) = Σ quantity · [expiry ≥ t + course]; a batch without an expiry is unknown, neither counted nor denied. */
function weighStock(criterion: Extract<Criterion, { kind: 'usableStock' }>, lines: readonly StockLine[], at: IsoDate): Judgement {
  const neededUntil = addDays(at, criterion.courseDays);
  const usable = lines.flatMap((line) => (line.expiry !== null && line.expiry >= neededUntil && line.quantity > 0 ? [{ number: line.quantity, validUntil: addDays(line.expiry, -criterion.courseDays) }] : []));
  const known = usable.reduce((sum, one) => sum + one.number, 0);
  if (known >= criterion.minimum) return { verdict: 'met', cause: 'established', quantity: known, lapsesAfter: lastDayWithEnough(usable, criterion.minimum) };
  const undated = lines.filter((line) => line.expiry === null).reduce((sum, line) => sum + line.quantity, 0);
  if (known + undated >= criterion.minimum) return { verdict: 'unknown', cause: 'expiryUnknown', quantity: null };
  return { verdict: 'unmet', cause: lines.some((line) => line.quantity > 0) ? 'expired' : 'noneInStock', quantity: known };
}

/** The last day on which at least `minimum` of the dated quantities still hold. */
function lastDayWithEnough(dated: readonly { number: number; validUntil: IsoDate }[], minimum: number): IsoDate | null {
  let held = 0;
  for (const one of [...dated].sort((a, b) => compareText(b.validUntil, a.validUntil))) {
    held += one.number;
    if (held >= minimum) return one.validUntil;
  }
  return null;
}
