import type { Handle } from './handle';
import { notYet } from './not-yet';

/** Counts the changes of the data: everything computed from the data is keyed by it. Starts at 0. */
export async function readDataVersion(db: Handle): Promise<number> {
  return notYet(db);
}
/** Call it in the transaction that changes the data; answers the new version. */
export async function bumpDataVersion(db: Handle): Promise<number> {
  return notYet(db);
}
