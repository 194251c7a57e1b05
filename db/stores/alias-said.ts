import { sql } from 'kysely';
import type { Handle } from './handle';

/** What a load makes of a fingerprint: of which initiative it is another one; null: of none. */
export interface AliasSaid {
  readonly scheme: string;
  readonly externalId: string;
  readonly initiativeId: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
}

/** Keeps what a load makes of fingerprints, the last word of it. Leans on the primary key. */
export async function noteAliases(db: Handle, batchId: string, aliases: readonly AliasSaid[]): Promise<void> {
  if (aliases.length === 0) return;
  const rows = aliases.map(({ scheme, externalId, initiativeId, score, reasons }) => ({ scheme, external_id: externalId, initiative_id: initiativeId, score, reasons }));
  await sql`
    insert into initiative_alias_said (batch_id, scheme, external_id, initiative_id, score, reasons)
    select ${batchId}, r.scheme, r.external_id, r.initiative_id, r.score, r.reasons
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(scheme text, external_id text, initiative_id text, score double precision, reasons text[])
    on conflict (batch_id, scheme, external_id) do update set initiative_id = excluded.initiative_id, score = excluded.score, reasons = excluded.reasons`.execute(db);
}

/** Forgets what a load made of fingerprints: they are again what the last load that stands makes of them. Leans on `initiative_alias_said_key`. */
export async function takeBackAliases(db: Handle, batchId: string): Promise<void> {
  const { rows } = await sql<{ scheme: string; external_id: string }>`delete from initiative_alias_said where batch_id = ${batchId} returning scheme, external_id`.execute(db);
  await sql`delete from initiative_alias where import_batch_id = ${batchId}`.execute(db);
  if (rows.length === 0) return;
  await sql`
    with last as (
      select distinct on (s.scheme, s.external_id) s.* from json_to_recordset(${JSON.stringify(rows)}::json) as k(scheme text, external_id text)
      join initiative_alias_said as s on s.scheme = k.scheme and s.external_id = k.external_id join import_batch as b on b.id = s.batch_id
      where b.undone_at is null order by s.scheme, s.external_id, b.ordinal desc
    )
    insert into initiative_alias (scheme, external_id, initiative_id, score, reasons, import_batch_id)
    select scheme, external_id, initiative_id, score, reasons, batch_id from last where initiative_id is not null
    on conflict (scheme, external_id) do update set initiative_id = excluded.initiative_id, score = excluded.score, reasons = excluded.reasons, import_batch_id = excluded.import_batch_id`.execute(db);
}
