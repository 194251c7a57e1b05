import { sql } from 'kysely';
import type { Handle, Saved } from './handle';

/** Tables whose records have an id made of their natural key, and a content hash. */
type KeyedTable = 'area' | 'area_population' | 'place' | 'organisation' | 'structure' | 'initiative' | 'decision';

export interface Candidate<Content> {
  readonly id: string;
  readonly hash: string;
  readonly content: Content;
}
export interface SavePlan<Content> {
  /** One for each candidate, in order. */
  readonly results: Saved[];
  /** What has to be written: the last of those that share an id, and none that is stored as it is. */
  readonly writes: Candidate<Content>[];
}

/** Compares candidates with what is stored. Leans on the primary key. */
export async function planSaves<Content>(db: Handle, table: KeyedTable, candidates: readonly Candidate<Content>[]): Promise<SavePlan<Content>> {
  const stored = await storedHashes(db, table, candidates.map(({ id }) => id));
  const known = new Map(stored);
  const last = new Map<string, Candidate<Content>>();
  const results = candidates.map((candidate): Saved => {
    const before = known.get(candidate.id);
    known.set(candidate.id, candidate.hash);
    last.set(candidate.id, candidate);
    if (before === undefined) return 'added';
    return before === candidate.hash ? 'unchanged' : 'changed';
  });
  const writes = [...last.values()].filter(({ id, hash }) => stored.get(id) !== hash);
  return { results, writes };
}

export async function storedHashes(db: Handle, table: KeyedTable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; content_hash: string }>`select id, content_hash from ${sql.table(table)} where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, content_hash }) => [id, content_hash]));
}
