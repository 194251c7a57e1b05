import { type RawBuilder, sql } from 'kysely';
import type { Handle } from './handle';
import type { RecordTable } from './record-images';

/** A record that others stand on, with the first batch of theirs. */
export interface Leaning {
  readonly id: string;
  readonly laterBatchId: string;
  /** An organisation that its file only named, and that the others name no other way: nobody loses anything. */
  readonly named: boolean;
}

/** Which records lean on a record of the table: id of what is leaned on, and the batch that leans. Earlier versions that may come back lean too. */
function leansOn(table: RecordTable): RawBuilder<unknown>[] {
  const versions = (owner: RecordTable, part: string, column: string) => sql`
    select p->>${column}::text as id, b.before_batch_id as batch_id from record_before as b, jsonb_array_elements(b.image->'parts'->${part}::text) as p where b.record_table = ${owner}`;
  const parts = (owner: RecordTable, part: string, key: string, column: string) => sql`
    select p.${sql.ref(column)} as id, o.import_batch_id as batch_id from ${sql.table(part)} as p join ${sql.table(owner)} as o on o.id = p.${sql.ref(key)}`;
  switch (table) {
    case 'area':
      return [
        parts('initiative', 'initiative_area', 'initiative_id', 'area_id'), versions('initiative', 'initiative_area', 'area_id'),
        sql`select area_id as id, import_batch_id as batch_id from area_population`,
      ];
    case 'organisation':
      return [
        parts('initiative', 'initiative_organisation', 'initiative_id', 'organisation_id'), versions('initiative', 'initiative_organisation', 'organisation_id'),
        parts('structure', 'structure_support', 'structure_id', 'organisation_id'), versions('structure', 'structure_support', 'organisation_id'),
        sql`select organisation_id as id, batch_id from organisation_said`,
      ];
    case 'structure':
      return [
        sql`select structure_id as id, import_batch_id as batch_id from assessment`,
        parts('programme_record', 'programme_structure', 'record_id', 'structure_id'), versions('programme_record', 'programme_structure', 'structure_id'),
      ];
    case 'initiative':
      return [sql`select initiative_a_id as id, import_batch_id as batch_id from decision`, sql`select initiative_b_id as id, import_batch_id as batch_id from decision`];
    case 'assessment':
    case 'decision':
    case 'programme_record':
    case 'place':
    case 'area_population':
      return [];
  }
}

/**
 * What the batch added and nobody else stands on, and what somebody does. Ask table by table, those that lean first removed already.
 * Leans on the indexes on `import_batch_id` and those of the parts.
 */
export async function removableOf(db: Handle, batchId: string, table: RecordTable): Promise<{ removable: string[]; leaning: Leaning[] }> {
  const leans = leansOn(table);
  const { rows: own } = await sql<{ id: string; named: boolean }>`
    select id, ${table === 'organisation' ? sql`not listed and not exists (select from organisation_said as s where s.organisation_id = organisation.id)` : sql`false`} as named from ${sql.table(table)} where import_batch_id = ${batchId}`.execute(db);
  if (leans.length === 0 || own.length === 0) return { removable: own.map(({ id }) => id), leaning: [] };
  const { rows } = await sql<{ id: string; laterBatchId: string }>`
    select distinct on (l.id) l.id, l.batch_id as "laterBatchId" from (${sql.join(leans, sql` union all `)}) as l
    join ${sql.table(table)} as t on t.id = l.id and t.import_batch_id = ${batchId}
    join import_batch as b on b.id = l.batch_id where l.batch_id <> ${batchId} order by l.id, b.ordinal`.execute(db);
  const leaned = new Map(rows.map(({ id, laterBatchId }) => [id, laterBatchId]));
  const leaning: Leaning[] = own.flatMap(({ id, named }) => {
    const laterBatchId = leaned.get(id);
    return laterBatchId === undefined ? [] : [{ id, laterBatchId, named }];
  });
  return { removable: own.flatMap(({ id }) => (leaned.has(id) ? [] : [id])), leaning };
}
