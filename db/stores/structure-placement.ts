import { sql } from 'kysely';
import type { Handle } from './handle';

/** What makes a structure the same one on the next load. */
export interface StructureKey {
  readonly scheme: string;
  readonly externalId: string;
}
/** A structure whose position does not agree with the areas: by its place in the list that was asked about. */
export interface PlacementFault {
  readonly index: number;
  readonly fault: 'outsideDeclaredArea' | 'outsideAllAreas';
  /** Province that holds the position, by name; null where no known area does. */
  readonly found: string | null;
  /** A point inside the declared area, EPSG:4326, for the map that shows both places; null unless the fault is `outsideDeclaredArea`. */
  readonly declaredAt: [number, number] | null;
  readonly declaredName: string | null;
}

const KEYS_PER_QUESTION = 2000;

/**
 * Which of these structures lie outside the area that their source declares, or in no known area at all? After
 * `assignStructureAreas`. A declared area that is not known, or has no outline, says nothing. Leans on the key of
 * `structure_external_id` and the primary keys.
 */
export async function findPlacementFaults(db: Handle, keys: readonly StructureKey[]): Promise<PlacementFault[]> {
  const faults: PlacementFault[] = [];
  for (let start = 0; start < keys.length; start += KEYS_PER_QUESTION) {
    const part = keys.slice(start, start + KEYS_PER_QUESTION).map(({ scheme, externalId }, at) => ({ index: start + at, scheme, external_id: externalId }));
    const { rows } = await sql<PlacementFault>`
      with asked as (
        select k.index, coalesce(province.name, territory.name, zone.name) as found,
          coalesce(s.declared_area_code in (zone.code, territory.code, province.code), false)
            or (s.declared_area_code is null and coalesce(s.declared_area_name_key in (zone.name_key, territory.name_key, province.name_key), false)) as holds,
          s.declared_area_code, s.declared_area_name_key
        from json_to_recordset(${JSON.stringify(part)}::json) as k(index integer, scheme text, external_id text)
        join structure_external_id e on e.scheme = k.scheme and e.external_id = k.external_id
        join structure s on s.id = e.structure_id and s.lng_lat is not null
        left join area zone on zone.id = s.health_zone_id
        left join area territory on territory.id = s.territory_id
        left join area province on province.id = s.province_id
      )
      select index, found, case when found is null then 'outsideAllAreas' else 'outsideDeclaredArea' end as fault,
        case when found is null or declared.geometry is null then null else array[st_x(st_pointonsurface(declared.geometry)), st_y(st_pointonsurface(declared.geometry))] end as "declaredAt",
        case when found is null then null else declared.name end as "declaredName"
      from asked left join lateral (
        select d.name, d.geometry from area d where not asked.holds and d.geometry is not null and d.type in ('province', 'territory', 'healthZone')
          and (d.code = asked.declared_area_code or (asked.declared_area_code is null and d.name_key = asked.declared_area_name_key))
        order by array_position(array['province', 'territory', 'healthZone'], d.type::text), d.code limit 1
      ) declared on true
      where (found is null and exists (select 1 from area where geometry is not null)) or (found is not null and declared.name is not null and not holds)
      order by index`.execute(db);
    faults.push(...rows);
  }
  return faults;
}
