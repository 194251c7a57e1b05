import { sql } from 'kysely';
import type { AreaType } from '#domain/records';
import type { Handle } from './handle';
import type { RecordTable } from './record-images';

/** Areas that a batch touches, with what it does in them: areas and populations themselves, initiatives, structures and programmes by where they are. */
export interface TouchedArea {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** By code. Leans on the indexes on `import_batch_id` and the keys of the journal. */
export async function listTouchedAreas(db: Handle, batchId: string): Promise<TouchedArea[]> {
  const places: readonly (readonly [RecordTable, ReturnType<typeof sql>])[] = [
    ['area', sql`select id as record_id, id as area_id from area`],
    ['area_population', sql`select id as record_id, area_id from area_population`],
    ['structure', sql`select id as record_id, coalesce(health_zone_id, territory_id, province_id) as area_id from structure`],
    ['initiative', sql`select initiative_id as record_id, area_id from initiative_area`],
    ['programme_record', sql`
      select l.record_id, coalesce(s.health_zone_id, s.territory_id, s.province_id) as area_id from programme_structure as l join structure as s on s.id = l.structure_id
      union select p.id, a.id from programme_record as p join area as a on a.code = p.content->>'areaCode'`],
  ];
  const parts = places.map(([table, where]) => sql`
    select w.area_id, d.effect from (
      select t.id, case when b.record_id is null then 'added' else 'changed' end as effect from ${sql.table(table)} as t
      left join record_before as b on b.batch_id = ${batchId} and b.record_table = ${table} and b.record_id = t.id where t.import_batch_id = ${batchId}
      union all select record_id, 'unchanged' from record_seen where batch_id = ${batchId} and record_table = ${table}
    ) as d join (${where}) as w on w.record_id = d.id`);
  const { rows } = await sql<TouchedArea>`
    select a.code, a.name, a.type, count(*) filter (where e.effect = 'added') as added, count(*) filter (where e.effect = 'changed') as changed, count(*) filter (where e.effect = 'unchanged') as unchanged
    from (${sql.join(parts, sql` union all `)}) as e join area as a on a.id = e.area_id group by a.id order by a.code`.execute(db);
  return rows;
}
