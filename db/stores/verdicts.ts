import { sql } from 'kysely';
import { writeRows } from './bulk';
import type { Handle } from './handle';

/** What a name of a file was asked about: normalised, empty where not given. */
export interface NameKey {
  readonly kind: 'area' | 'organisation' | 'structure';
  /** Type of area that the column is for; empty for other kinds. */
  readonly level: string;
  readonly nameKey: string;
  readonly withinKey: string;
}
/** A person's answer. `target`: `type:code` of an area, or the id of a record; null: none of those that were known. */
export interface NameVerdict extends NameKey {
  readonly target: string | null;
}

export type MatchKind = 'structure' | 'organisation';
/** A person's verdict on a pair of records, by their ids. */
export interface MatchVerdict {
  readonly kind: MatchKind;
  readonly sideA: string;
  readonly sideB: string;
  readonly verdict: 'same' | 'different';
  readonly reason: string;
  /** Organisation or group that decided; never a person’s name. */
  readonly decidedBy: string;
  readonly decidedOn: string;
}

/** All answers about names of this kind. Leans on the primary key. */
export async function listNameVerdicts(db: Handle, kind: NameKey['kind']): Promise<NameVerdict[]> {
  return db
    .selectFrom('name_verdict')
    .where('kind', '=', kind)
    .select(['kind', 'level', 'name_key as nameKey', 'within_key as withinKey', 'target'])
    .orderBy('level')
    .orderBy('name_key')
    .orderBy('within_key')
    .execute();
}

/** Keeps answers; a later answer to the same name replaces the earlier. Leans on the primary key. */
export async function saveNameVerdicts(db: Handle, verdicts: readonly NameVerdict[], decidedOn: string): Promise<void> {
  const last = new Map(verdicts.map((verdict) => [JSON.stringify([verdict.kind, verdict.level, verdict.nameKey, verdict.withinKey]), verdict]));
  await writeRows(
    db,
    'name_verdict',
    { kind: 'text', level: 'text', name_key: 'text', within_key: 'text', target: 'text', decided_on: 'date' },
    [...last.values()].map(({ kind, level, nameKey, withinKey, target }) => ({ kind, level, name_key: nameKey, within_key: withinKey, target, decided_on: decidedOn })),
    ['kind', 'level', 'name_key', 'within_key'],
  );
}

/** The order in which a pair is kept: the smaller id first. */
export const inOrder = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

/** All verdicts on pairs of this kind, also of records that are not there now. Leans on the primary key. */
export async function listMatchVerdicts(db: Handle, kind: MatchKind): Promise<MatchVerdict[]> {
  return db
    .selectFrom('match_verdict')
    .where('kind', '=', kind)
    .select(['kind', 'side_a as sideA', 'side_b as sideB', 'verdict', 'reason', 'decided_by as decidedBy', 'decided_on as decidedOn'])
    .orderBy('side_a')
    .orderBy('side_b')
    .execute();
}

/** Keeps a verdict on a pair; the other verdict on the same pair takes its place. Leans on the primary key. */
export async function saveMatchVerdict(db: Handle, verdict: MatchVerdict): Promise<void> {
  const [sideA, sideB] = inOrder(verdict.sideA, verdict.sideB);
  const { kind, reason, decidedBy, decidedOn } = verdict;
  await sql`
    insert into match_verdict (kind, side_a, side_b, verdict, reason, decided_by, decided_on)
    values (${kind}, ${sideA}, ${sideB}, ${verdict.verdict}, ${reason}, ${decidedBy}, ${decidedOn}::date)
    on conflict (kind, side_a, side_b) do update set verdict = excluded.verdict, reason = excluded.reason, decided_by = excluded.decided_by, decided_on = excluded.decided_on`.execute(db);
}
