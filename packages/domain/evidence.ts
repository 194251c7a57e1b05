import type { IsoDate } from './dates';
import type { KitLine, KitMovement, SessionOrigin, TrainingSession } from './programme-records';
import type { AssessmentRecord } from './records';

/** The part of an assessment that readiness reads. */
export type Assessed = Pick<
  AssessmentRecord,
  'assessedOn' | 'assessedBy' | 'source' | 'functionality' | 'accessibility' | 'protocol' | 'privateRoom' | 'referralPath' | 'services' | 'trainedStaff' | 'stockLines'
>;

/** Health staff of one structure trained in a session that was held, accepted by a person. */
export interface AcceptedTraining extends Pick<SessionOrigin, 'cadre' | 'number' | 'women' | 'men'>, Pick<TrainingSession, 'topic' | 'title' | 'protocolVersion' | 'source'> {
  /** Last day of the session. */
  readonly heldOn: IsoDate;
}

/** Kits that came in (accepted by a person), were given out or lost. */
export interface CountedMovement extends Pick<KitMovement, 'kind' | 'on' | 'organisation' | 'source'> {
  readonly lines: readonly KitLine[];
}

/** All that is known of one structure, in any order: readiness is a function of this set and two dates (domain.md §2). */
export interface EvidenceHistory {
  readonly assessments: readonly Assessed[];
  readonly trainings: readonly AcceptedTraining[];
  readonly movements: readonly CountedMovement[];
}

export const NOTHING_KNOWN: EvidenceHistory = { assessments: [], trainings: [], movements: [] };
