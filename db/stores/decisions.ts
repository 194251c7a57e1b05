import { sql } from 'kysely';
import type { DecisionRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import { writeRows } from './bulk';
import type { Handle, Saved } from './handle';
import { contentHash, idOf, initiativeId } from './identity';
import { planSaves, storedHashes } from './saving';
import { isSeenInitiative } from './visibility';

export interface DecisionItem extends Pick<DecisionRecord, 'subject' | 'verdict' | 'reason' | 'decidedBy' | 'decidedOn' | 'source' | 'sourceRow'> {
  readonly id: string;
  /** The two initiatives, the lower id first. */
  readonly initiativeIds: [string, string];
  /** True: one side changed after the verdict, so the pair comes back to the queue. */
  readonly outdated: boolean;
}

/**
 * Saves verdicts on pairs. Same verdict on the next load: same pair, date and decider. With it goes the content of both
 * sides, by hash, as it is now. Leans on the primary keys.
 */
export async function saveDecisions(db: Handle, batchId: string, records: readonly DecisionRecord[]): Promise<(Saved | 'initiativeUnknown')[]> {
  const pairs = records.map((record) => ({ record, pair: pairOf(record) }));
  const hashes = await storedHashes(db, 'initiative', pairs.flatMap(({ pair }) => pair));
  const known = pairs.filter(({ pair }) => isPair(pair, hashes));
  const candidates = known.map(({ record, pair }) => ({ id: idOf('decision', ...pair, record.decidedOn, record.decidedBy), hash: contentHash(record), content: { record, pair, sourceRow: record.sourceRow } }));
  const { results, writes } = await planSaves(db, batchId, 'decision', candidates);
  await writeRows(
    db,
    'decision',
    {
      id: 'text', subject: 'text', initiative_a_id: 'text', initiative_b_id: 'text', hash_a: 'text', hash_b: 'text', verdict: 'text', reason: 'text',
      decided_by: 'text', decided_on: 'date', import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, hash, content: { record, pair } }) => ({
      id,
      subject: record.subject,
      initiative_a_id: pair[0],
      initiative_b_id: pair[1],
      hash_a: hashes.get(pair[0]) ?? '',
      hash_b: hashes.get(pair[1]) ?? '',
      verdict: record.verdict,
      reason: record.reason,
      decided_by: record.decidedBy,
      decided_on: record.decidedOn,
      import_batch_id: batchId,
      source: record.source,
      source_row: record.sourceRow,
      content_hash: hash,
    })),
    ['id'],
  );
  const answers = results.values();
  return pairs.map(({ pair }) => (isPair(pair, hashes) ? (answers.next().value ?? 'unchanged') : 'initiativeUnknown'));
}

/** An initiative and itself are no pair. */
const isPair = ([a, b]: readonly [string, string], known: ReadonlyMap<string, string>): boolean => a !== b && known.has(a) && known.has(b);

function pairOf({ subjectA, subjectB }: DecisionRecord): [string, string] {
  const a = idOfSubject(subjectA);
  const b = idOfSubject(subjectB);
  return a < b ? [a, b] : [b, a];
}

/** `scheme:externalId`; the external id may hold colons of its own. */
function idOfSubject(subject: string): string {
  const colon = subject.indexOf(':');
  return initiativeId(subject.slice(0, Math.max(colon, 0)), subject.slice(colon + 1));
}

/** Verdicts on pairs of which this viewer may see both sides, newest first. Leans on the primary keys of both sides. */
export async function listDecisions(db: Handle, viewer: Viewer): Promise<DecisionItem[]> {
  return db
    .selectFrom('decision as d')
    .innerJoin('initiative as a', 'a.id', 'd.initiative_a_id')
    .innerJoin('initiative as b', 'b.id', 'd.initiative_b_id')
    .where(isSeenInitiative(viewer, 'a'))
    .where(isSeenInitiative(viewer, 'b'))
    .select(['d.id', 'd.subject', 'd.verdict', 'd.reason', 'd.decided_by as decidedBy', 'd.decided_on as decidedOn', 'd.source', 'd.source_row as sourceRow'])
    .select(sql<[string, string]>`array[d.initiative_a_id, d.initiative_b_id]`.as('initiativeIds'))
    .select(sql<boolean>`d.hash_a <> a.content_hash or d.hash_b <> b.content_hash`.as('outdated'))
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.id')
    .execute();
}
