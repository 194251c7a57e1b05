import { sql } from 'kysely';
import type { Handle } from './handle';
import { contentHash } from './identity';
import { organisationKey } from './organisations';

interface Left {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly type: string;
  readonly typeAsGiven: string | null;
  readonly source: string;
  readonly sourceRow: number | null;
}

/**
 * Forgets what a load says of organisations, and makes those that no other load lists what the standing loads say of them, the earlier before the later. One that nobody
 * names by its own name any more is left as it is. Leans on the keys of `organisation_said`.
 */
export async function takeBackSaid(db: Handle, batchId: string, ids: readonly string[]): Promise<void> {
  await sql`delete from organisation_said where batch_id = ${batchId}`.execute(db);
  const first = (what: ReturnType<typeof sql>) => sql`(select distinct on (organisation_id) * from says where ${what} order by organisation_id, ordinal)`;
  const { rows } = await sql<Left>`
    with says as (
      select s.*, b.ordinal from organisation_said as s join import_batch as b on b.id = s.batch_id join organisation as o on o.id = s.organisation_id
      where s.organisation_id = any(${ids}) and b.undone_at is null and (not o.listed or o.import_batch_id = ${batchId})
    )
    select n.organisation_id as id, n.batch_id as owner, n.name, c.acronym, coalesce(t.type, 'unknown') as type,
      case when t.type is null then n.type_as_given else t.type_as_given end as "typeAsGiven", n.source, n.source_row as "sourceRow"
    from ${first(sql`name is not null`)} as n left join ${first(sql`type <> 'unknown'`)} as t on t.organisation_id = n.organisation_id
    left join ${first(sql`acronym is not null`)} as c on c.organisation_id = n.organisation_id`.execute(db);
  if (rows.length === 0) return;
  const left = rows.map((row) => ({ ...row, acronym_key: row.acronym === null ? null : organisationKey(row.acronym), hash: contentHash(row) }));
  await sql`
    update organisation as o set name = r.name, acronym = r.acronym, acronym_key = r.acronym_key, type = r.type, type_as_given = r."typeAsGiven", listed = false,
      import_batch_id = r.owner, source = r.source, source_row = r."sourceRow", content_hash = r.hash
    from json_to_recordset(${JSON.stringify(left)}::json) as r(id text, owner text, name text, acronym text, acronym_key text, type text, "typeAsGiven" text, source text, "sourceRow" integer, hash text)
    where o.id = r.id`.execute(db);
  await sql`delete from organisation_alias where organisation_id = any(${rows.map(({ id }) => id)})`.execute(db);
}
