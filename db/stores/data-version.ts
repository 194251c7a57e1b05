import type { Handle } from './handle';

/** Counts the changes of the data: everything computed from the data is keyed by it. Starts at 0. One row, no index. */
export async function readDataVersion(db: Handle): Promise<number> {
  const { version } = await db.selectFrom('data_version').select('version').executeTakeFirstOrThrow();
  return version;
}

/** Call it in the transaction that changes the data; answers the new version. A second writer waits here for the first. */
export async function bumpDataVersion(db: Handle): Promise<number> {
  const { version } = await db
    .updateTable('data_version')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
