import { sql } from 'kysely';
import type { OrganisationType } from '#domain/records';
import type { Handle } from './handle';

/** What the rows of a load say of one organisation by naming it. `named`: by its own name, not only by an alias or acronym. */
export interface SaidOrganisation {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly type: OrganisationType;
  readonly typeAsGiven: string | null;
  readonly source: string;
  readonly sourceRow: number | null;
  readonly named: boolean;
}

/** Keeps what a load says of organisations that it names, so that taking it back takes that back too. Leans on the primary key. */
export async function noteSaid(db: Handle, batchId: string, said: readonly SaidOrganisation[]): Promise<void> {
  if (said.length === 0) return;
  const rows = said.map(({ id, named, name, acronym, type, typeAsGiven, source, sourceRow }) => ({ id, name: named ? name.trim() : null, acronym, type, type_as_given: typeAsGiven, source, source_row: sourceRow }));
  await sql`
    insert into organisation_said as s (batch_id, organisation_id, name, acronym, type, type_as_given, source, source_row)
    select ${batchId}, r.id, r.name, r.acronym, r.type, r.type_as_given, r.source, r.source_row
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, name text, acronym text, type text, type_as_given text, source text, source_row integer)
    on conflict (batch_id, organisation_id) do update set name = coalesce(s.name, excluded.name), acronym = coalesce(s.acronym, excluded.acronym),
      type_as_given = case when s.type = 'unknown' and excluded.type <> 'unknown' then excluded.type_as_given else s.type_as_given end,
      type = case when s.type = 'unknown' then excluded.type else s.type end`.execute(db);
}

/**
 * Ends the account of a load: an organisation that no list brings has no versions, it is what the standing loads say of it. What the load filled in was kept as a change
 * so that it could be shown; from now on the organisation is again that of the load that named it first. Leans on the keys of the journal.
 */
export async function settleNamed(db: Handle, batchId: string): Promise<void> {
  await sql`
    update organisation as o set import_batch_id = b.before_batch_id from record_before as b
    where b.batch_id = ${batchId} and b.record_table = 'organisation' and b.record_id = o.id and o.import_batch_id = ${batchId} and not o.listed`.execute(db);
  await sql`
    delete from record_before as b using organisation as o
    where b.batch_id = ${batchId} and b.record_table = 'organisation' and b.record_id = o.id and not o.listed`.execute(db);
}

/** Ids of the organisations of which a load says anything, or that it lists. Ask before it is taken back. Leans on the keys of the journal and `organisation_batch`. */
export async function organisationsOf(db: Handle, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from organisation_said where batch_id = ${batchId}
    union select id from organisation where import_batch_id = ${batchId}
    union select record_id from record_before where batch_id = ${batchId} and record_table = 'organisation'`.execute(db);
  return rows.map(({ id }) => id);
}
