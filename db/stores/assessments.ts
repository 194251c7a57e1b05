import type { AssessmentRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle, Saved } from './handle';
import { notYet } from './not-yet';

export interface AssessmentItem extends Omit<AssessmentRecord, 'externalId' | 'structureScheme' | 'structureExternalId' | 'stockLines'> {
  readonly structureId: string;
  /** Null: this viewer may not see stock levels. Empty: nothing was counted. */
  readonly stockLines: AssessmentRecord['stockLines'] | null;
}

/** A correction of an assessment is added beside the old one, which no read shows any more. */
export async function saveAssessments(db: Handle, batchId: string, records: readonly AssessmentRecord[]): Promise<(Saved | 'structureUnknown')[]> {
  return notYet(db, batchId, records);
}
/** Assessments of the structures that this viewer may see, newest first. */
export async function listAssessments(db: Handle, viewer: Viewer, structureIds: readonly string[]): Promise<AssessmentItem[]> {
  return notYet(db, viewer, structureIds);
}
