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

/** A structure by one of its ids, and where it is: what an assessment without an id is compared with. `standing`: the record that stands for it. */
export interface StructureToFind {
  readonly id: string;
  readonly standing: string;
  readonly scheme: string;
  readonly externalId: string;
  readonly name: string;
  readonly type: StructureType;
  readonly lngLat: [number, number] | null;
  /** Codes and names of its health zone, territory and province, and the area that its source declares. */
  readonly areaCodes: string[];
  readonly areaNames: string[];
  readonly firstLoad: number;
}

/** Every structure, of every tier, under its first id. For loads, which only the coordination makes. Leans on the primary keys. */
export async function readStructuresToFind(db: Handle): Promise<StructureToFind[]> {
  const { rows } = await sql<StructureToFind>`
    select s.id, coalesce(s.merged_into_id, s.id) as standing, x.scheme, x.external_id as "externalId", s.name, s.type, coalesce(b.ordinal, 0) as "firstLoad",
      case when s.lng_lat is null then null else array[st_x(s.lng_lat), st_y(s.lng_lat)] end as "lngLat",
      array_remove(array[z.code, t.code, p.code, s.declared_area_code], null) as "areaCodes", array_remove(array[z.name, t.name, p.name, s.declared_area_name], null) as "areaNames"
    from structure as s
    join lateral (select scheme, external_id from structure_external_id where structure_id = s.id order by scheme, external_id limit 1) as x on true
    left join import_batch as b on b.id = coalesce(s.first_batch_id, s.import_batch_id)
    left join area as z on z.id = s.health_zone_id left join area as t on t.id = s.territory_id left join area as p on p.id = s.province_id
    order by s.id`.execute(db);
  return rows;
}
