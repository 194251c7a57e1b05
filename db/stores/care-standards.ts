import type { CareStandard } from '#domain/care-standard';
import type { Viewer } from '#domain/viewer';
import type { Handle, Saved } from './handle';
import { notYet } from './not-yet';

/** `batchId` null: the standard comes with the tool. A version that stands is replaced only by the same version. */
export async function saveStandard(db: Handle, batchId: string | null, standard: CareStandard): Promise<Saved> {
  return notYet(db, batchId, standard);
}
/** The newest version of each, by code. */
export async function listStandards(db: Handle, viewer: Viewer): Promise<CareStandard[]> {
  return notYet(db, viewer);
}
/** The newest version; null if no standard has this code. */
export async function getStandard(db: Handle, viewer: Viewer, code: string): Promise<CareStandard | null> {
  return notYet(db, viewer, code);
}
