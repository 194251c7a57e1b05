import type { DecisionRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle, Saved } from './handle';
import { notYet } from './not-yet';

export interface DecisionItem extends Pick<DecisionRecord, 'subject' | 'verdict' | 'reason' | 'decidedBy' | 'decidedOn' | 'source' | 'sourceRow'> {
  readonly id: string;
  /** The two initiatives, the lower id first. */
  readonly initiativeIds: [string, string];
  /** True: one side changed after the verdict, so the pair comes back to the queue. */
  readonly outdated: boolean;
}

export async function saveDecisions(db: Handle, batchId: string, records: readonly DecisionRecord[]): Promise<(Saved | 'initiativeUnknown')[]> {
  return notYet(db, batchId, records);
}
/** Verdicts on pairs of which this viewer may see both sides, newest first. */
export async function listDecisions(db: Handle, viewer: Viewer): Promise<DecisionItem[]> {
  return notYet(db, viewer);
}
