import { sql } from 'kysely';
import { partsOf } from './bulk';
import type { Handle } from './handle';
import type { MatchKind } from './verdicts';

/** A pair as it is kept: the smaller id first. */
export interface KeptPair {
  readonly id: string;
  readonly sideA: string;
  readonly sideB: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly distanceKm: number | null;
  readonly joinedByRule: boolean;
}

const ROWS_PER_STATEMENT = 1000;

/**
 * Makes the pairs of this kind these and no others, and lets records follow the one that stands for them: `followed` holds those that follow.
 * Answers how many records changed whom they follow. Writes only what differs. Leans on the primary keys.
 */
export async function saveMatching(db: Handle, kind: MatchKind, pairs: readonly KeptPair[], followed: ReadonlyMap<string, string>): Promise<number> {
  await sql`delete from match_pair where kind = ${kind} and id <> all(${pairs.map(({ id }) => id)})`.execute(db);
  for (const part of partsOf(pairs, ROWS_PER_STATEMENT)) {
    const rows = JSON.stringify(part.map(({ id, sideA, sideB, score, reasons, distanceKm, joinedByRule }) => ({ id, side_a: sideA, side_b: sideB, score, reasons, distance_km: distanceKm, joined_by_rule: joinedByRule })));
    await sql`
      insert into match_pair (id, kind, side_a, side_b, score, reasons, distance_km, joined_by_rule)
      select r.id, ${kind}, r.side_a, r.side_b, r.score, r.reasons, r.distance_km, r.joined_by_rule
      from json_to_recordset(${rows}::json) as r(id text, side_a text, side_b text, score double precision, reasons text[], distance_km double precision, joined_by_rule boolean)
      on conflict (id) do update set score = excluded.score, reasons = excluded.reasons, distance_km = excluded.distance_km, joined_by_rule = excluded.joined_by_rule
      where (match_pair.score, match_pair.reasons, match_pair.distance_km, match_pair.joined_by_rule) is distinct from (excluded.score, excluded.reasons, excluded.distance_km, excluded.joined_by_rule)`.execute(db);
  }
  const table = sql.table(kind);
  const rows = JSON.stringify([...followed].map(([id, root]) => ({ id, root })));
  const { numAffectedRows } = await sql`
    with wanted as (select r.id, r.root from json_to_recordset(${rows}::json) as r(id text, root text))
    update ${table} as t set merged_into_id = w.root
    from (select t.id, wanted.root from ${table} as t left join wanted on wanted.id = t.id where t.merged_into_id is distinct from wanted.root) as w
    where w.id = t.id`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
