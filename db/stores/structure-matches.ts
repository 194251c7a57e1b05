import { sql } from 'kysely';
import type { StructureType } from '#domain/records';
import type { Tier } from '#domain/viewer';
import type { Handle } from './handle';

/** A structure as matching looks at it; `registers`: the schemes of its ids; `firstLoad`: number of the load that brought it. */
export interface StructureToMatch {
  readonly id: string;
  readonly registers: string[];
  readonly name: string;
  readonly type: StructureType;
  readonly lngLat: [number, number] | null;
  readonly healthZoneId: string | null;
  readonly provinceId: string | null;
  readonly tier: Tier;
  readonly isAssessed: boolean;
  readonly firstLoad: number;
}

/** Every structure, of every tier, by id: matching works on what is stored, and only the coordination sees what it finds. Leans on the primary keys and on `assessment_structure`. */
export async function readStructuresToMatch(db: Handle): Promise<StructureToMatch[]> {
  const { rows } = await sql<StructureToMatch>`
    select s.id, s.name, s.type, s.health_zone_id as "healthZoneId", s.province_id as "provinceId", s.tier, coalesce(b.ordinal, 0) as "firstLoad",
      case when s.lng_lat is null then null else array[st_x(s.lng_lat), st_y(s.lng_lat)] end as "lngLat",
      array(select distinct x.scheme from structure_external_id as x where x.structure_id = s.id order by 1) as registers,
      exists (select from assessment as a where a.structure_id = s.id and not a.superseded) as "isAssessed"
    from structure as s left join import_batch as b on b.id = coalesce(s.first_batch_id, s.import_batch_id)
    order by s.id`.execute(db);
  return rows;
}
