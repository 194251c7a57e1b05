import { sql } from 'kysely';
import type { Period } from '#domain/initiative-rules';
import type { OrganisationType } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle } from './handle';
import { reportDatesOf } from './report-dates';
import { isSeenInitiative } from './visibility';

/** One organisation that acts in one area by one initiative. */
export interface PresenceAct extends Period {
  readonly initiativeId: string;
  /** The one that stands, where several names were merged. */
  readonly organisationId: string;
  readonly organisationName: string;
  readonly acronym: string | null;
  readonly organisationType: OrganisationType;
  /** In the words of the source; null: it names none. */
  readonly sector: string | null;
  readonly areaId: string;
  /** Every date on which it was reported, oldest first. */
  readonly reportDates: string[];
}

interface NamedCode {
  readonly code: string;
  readonly name: string;
}
/** What holds an area, itself included; null where no known area of that level does. */
export interface PresencePlace {
  readonly areaId: string;
  readonly country: NamedCode | null;
  readonly province: NamedCode | null;
  readonly territory: NamedCode | null;
  readonly healthZone: NamedCode | null;
}

/**
 * Who acts where, of the initiatives that this viewer may see: the organisations that implement; of an initiative that names none, those
 * responsible for the programme. Leans on the primary keys of the child tables.
 */
export async function readPresenceActs(db: Handle, viewer: Viewer): Promise<PresenceAct[]> {
  const { rows } = await sql<PresenceAct>`
    with acting as (
      select io.initiative_id, coalesce(o.merged_into_id, o.id) as organisation_id, io.role,
        bool_or(io.role = 'implementing') over (partition by io.initiative_id) as has_implementing
      from initiative_organisation as io join organisation as o on o.id = io.organisation_id where io.role in ('implementing', 'programming')
    )
    select distinct i.id as "initiativeId", o.id as "organisationId", o.name as "organisationName", o.acronym, o.type as "organisationType", i.sector_as_given as sector,
      i.start_on as start, i.end_on as end, i.status, i.reported_on as "reportedOn", ia.area_id as "areaId", ${reportDatesOf} as "reportDates"
    from initiative as i
    join acting as x on x.initiative_id = i.id and (x.role = 'implementing') = x.has_implementing
    join organisation as o on o.id = x.organisation_id
    join initiative_area as ia on ia.initiative_id = i.id
    where ${isSeenInitiative(viewer, 'i')}
    order by i.id, o.id, ia.area_id`.execute(db);
  return rows;
}

/**
 * Where the areas of initiatives lie: by the chain of parents; the territory of a health zone or area, which no chain gives, is the one
 * that holds a point inside it. Areas are public. Leans on the primary key and on `area_geometry_index`.
 */
export async function readPresencePlaces(db: Handle, _viewer: Viewer): Promise<PresencePlace[]> {
  const named = (type: string) => sql`(array_agg(json_build_object('code', c.code, 'name', c.name)) filter (where c.type = ${type}))[1]`;
  const { rows } = await sql<PresencePlace>`
    with recursive used as materialized (select distinct area_id as id from initiative_area),
    chain as (
      select u.id as area_id, a.id, a.type, a.code, a.name, a.parent_id, 1 as steps from used as u join area as a on a.id = u.id
      union all
      select c.area_id, p.id, p.type, p.code, p.name, p.parent_id, c.steps + 1 from chain as c join area as p on p.id = c.parent_id where c.steps < 6
    ), inside as materialized (
      select distinct on (c.area_id) c.area_id, st_pointonsurface(a.geometry) as point from chain as c join area as a on a.id = c.id
      where a.geometry is not null and a.type in ('healthZone', 'healthArea') order by c.area_id, c.steps
    ), covering as (
      select distinct on (i.area_id) i.area_id, t.type, t.code, t.name from inside as i join area as t on t.type = 'territory' and st_covers(t.geometry, i.point) order by i.area_id, t.code
    ), known as (
      select area_id, type, code, name from chain
      union all
      select c.area_id, c.type, c.code, c.name from covering as c where not exists (select from chain as h where h.area_id = c.area_id and h.type = 'territory')
    )
    select c.area_id as "areaId", ${named('country')} as country, ${named('province')} as province, ${named('territory')} as territory, ${named('healthZone')} as "healthZone"
    from known as c group by c.area_id order by c.area_id`.execute(db);
  return rows;
}
