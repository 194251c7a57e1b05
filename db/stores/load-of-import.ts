import type { Handle } from './handle';

/** The newest load of an import that was finished, also one that was taken back; null: none was. Leans on `import_batch_import`. */
export async function loadOfImport(db: Handle, importId: string): Promise<{ readonly sha256: string; readonly undoneAt: string | null } | null> {
  const found = await db
    .selectFrom('import_batch')
    .select(['sha256', 'undone_at as undoneAt'])
    .where('import_id', '=', importId)
    .where('finished_at', 'is not', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
