import type { IsoDate } from './calendar';
import type { KitMovement } from './programme-records';

export type Verdict = 'met' | 'unmet' | 'unknown';

/** What an evidence is: what was found in the structure, a training or a delivery that a person accepted, kits given out or lost. */
export type EvidenceKind = 'assessment' | 'training' | KitMovement['kind'];

/** Why a verdict is what it is, as a code the interface translates. */
export type Cause =
  | 'established'
  | 'notAssessed'
  | 'stale'
  | 'sourcesDisagree'
  | 'notAccepted'
  | 'absent'
  | 'noneTrained'
  | 'refresherDue'
  | 'tooFewTrained'
  | 'trainingDateUnknown'
  | 'notCounted'
  | 'noneInStock'
  | 'tooFewInStock'
  | 'expired'
  | 'expiryUnknown'
  | 'batchUnknown';

/** What decides one criterion, and by what evidence. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly cause: Cause;
  /** Date of the evidence that decided; null where there is none. */
  readonly evidenceOn: IsoDate | null;
  /** Its source; those that disagree are all named, with ` / ` between them. */
  readonly evidenceSource: string | null;
  readonly evidenceKind: EvidenceKind | null;
  /** Last day on which the verdict `met` holds if nothing is supplied; null where it does not run out. */
  readonly lapsesAfter: IsoDate | null;
  /** The figure behind the verdict: people trained, usable kits. Null where there is none, or unknown. */
  readonly quantity: number | null;
}

export interface CriterionResult extends Judgement {
  readonly code: string;
  readonly required: boolean;
  /** Days from the evidence to the day on which it is judged; null without evidence. */
  readonly evidenceAgeDays: number | null;
}

/** The day the evidence is judged, and the day the question is about. */
export interface JudgedDays {
  readonly asOf: IsoDate;
  readonly at: IsoDate;
}

/** One piece of evidence that a figure rests on. */
export interface Evidence {
  readonly on: IsoDate;
  readonly source: string;
  readonly kind: EvidenceKind;
}

/** Of several pieces, the one to name: the newest; on one day by kind and source, so that the order of rows never matters. */
export function newestEvidence(pieces: readonly Evidence[]): Evidence | null {
  return pieces.reduce<Evidence | null>((newest, one) => (newest === null || nameOrder(one) > nameOrder(newest) ? one : newest), null);
}
const nameOrder = ({ on, kind, source }: Evidence): string => `${on} ${kind} ${source}`;

/** Builds a judgement; what is left out is null. */
export function judgement(verdict: Verdict, cause: Cause, evidence: Evidence | null, more: Partial<Pick<Judgement, 'lapsesAfter' | 'quantity'>> = {}): Judgement {
  return { verdict, cause, evidenceOn: evidence?.on ?? null, evidenceSource: evidence?.source ?? null, evidenceKind: evidence?.kind ?? null, lapsesAfter: null, quantity: null, ...more };
}
