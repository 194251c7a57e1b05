import type { Database } from '#db/database';
import { tieParents } from '#db/stores/areas';
import { bumpDataVersion, readDataVersion } from '#db/stores/data-version';
import { markAuthor } from '#db/stores/change-author';
import { standingBatch } from '#db/stores/import-batches';
import { assignStructureAreas } from '#db/stores/structures';
import { undoBatch, type UndoConflict } from '#db/stores/undo-batch';
import type { Actor } from '#domain/permissions';
import { deriveAfterUndo } from '../matching/match-records';

export interface UndoOutcome {
  /** False: nothing was changed, either for the conflicts or because the load does not stand. */
  readonly undone: boolean;
  readonly conflicts: readonly UndoConflict[];
  readonly dataVersion: number;
}

/** Thrown inside the transaction to undo it where nothing is to be changed; never leaves this file. */
class NothingChanged extends Error {}

/** Who takes a load back, and what becomes of what later files say of the same records. */
export interface UndoWish {
  readonly laterChanges: 'ask' | 'keep';
  /** Null: whoever runs commands. */
  readonly actor: Actor | null;
}

/** Takes a load back in one transaction, as if it had never been; what follows from the records is found anew. */
export async function undoImport(database: Database, importId: string, { laterChanges, actor }: UndoWish): Promise<UndoOutcome> {
  let conflicts: readonly UndoConflict[] = [];
  try {
    return await database.kysely.transaction().execute(async (transaction) => {
      const batchId = await standingBatch(transaction, importId);
      if (batchId === null) return { undone: false, conflicts, dataVersion: await readDataVersion(transaction) };
      await markAuthor(transaction, { origin: 'undo', actor }, batchId);
      conflicts = await undoBatch(transaction, batchId);
      if (conflicts.length > 0 && laterChanges === 'ask') throw new NothingChanged();
      await tieParents(transaction, null);
      await assignStructureAreas(transaction);
      await deriveAfterUndo(transaction);
      return { undone: true, conflicts, dataVersion: await bumpDataVersion(transaction) };
    });
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error;
    return { undone: false, conflicts, dataVersion: await readDataVersion(database.kysely) };
  }
}
