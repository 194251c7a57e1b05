import { sql } from 'kysely';
import type { Handle, Saved } from './handle';
import { noteSeen, rememberBefore } from './journal';
import type { RecordTable } from './record-images';

interface Content {
  readonly sourceRow: number | null;
}
export interface Candidate<C extends Content> {
  readonly id: string;
  readonly hash: string;
  readonly content: C;
}
export interface SavePlan<One extends Candidate<Content>> {
  /** One for each candidate, in order. */
  readonly results: Saved[];
  /** What has to be written: the last of those that share an id, and none that is stored as it is. */
  readonly writes: One[];
  /** Ids of the writes that are stored already, with parts that go before the new ones come. */
  readonly replaced: string[];
}

/**
 * Compares candidates with what is stored, and keeps in the journal of the batch what its writes will overwrite and what it
 * says again: so every store can be taken back. `known`: hashes of those that are stored, where the caller has them. Leans on the primary key.
 */
export async function planSaves<One extends Candidate<Content>>(db: Handle, batchId: string, table: RecordTable, candidates: readonly One[], known?: ReadonlyMap<string, string>): Promise<SavePlan<One>> {
  const stored = known ?? (await storedHashes(db, table, candidates.map(({ id }) => id)));
  const now = new Map(stored);
  const last = new Map<string, One>();
  const results = candidates.map((candidate): Saved => {
    const before = now.get(candidate.id);
    now.set(candidate.id, candidate.hash);
    last.set(candidate.id, candidate);
    if (before === undefined) return 'added';
    return before === candidate.hash ? 'unchanged' : 'changed';
  });
  const writes = [...last.values()].filter(({ id, hash }) => stored.get(id) !== hash);
  const replaced = writes.flatMap(({ id }) => (stored.has(id) ? [id] : []));
  await rememberBefore(db, batchId, table, replaced);
  await noteSeen(db, batchId, table, [...last.values()].flatMap(({ id, hash, content: { sourceRow } }) => (stored.get(id) === hash ? [{ id, sourceRow }] : [])));
  return { results, writes, replaced };
}

export async function storedHashes(db: Handle, table: RecordTable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; content_hash: string }>`select id, content_hash from ${sql.table(table)} where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, content_hash }) => [id, content_hash]));
}
