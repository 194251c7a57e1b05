import { sql } from 'kysely';
import type { Handle } from './handle';
import type { RecordReader } from './read-records';
import { isSeenInitiative, isSeenStructure } from './visibility';

/** An organisation whose rows a template is filled with: its id, those that were merged into it, and all their names. */
export interface TemplateOrganisation {
  readonly name: string;
  readonly acronym: string | null;
  readonly ids: string[];
  readonly names: string[];
}

/** By the id of the one that stands, or of one that was merged into it. Null: there is none. Leans on the primary key and `organisation_merged_into`. */
export async function getTemplateOrganisation(db: Handle, _viewer: RecordReader, id: string): Promise<TemplateOrganisation | null> {
  const { rows } = await sql<TemplateOrganisation>`
    with standing as (select coalesce(merged_into_id, id) as id from organisation where id = ${id}),
    family as (select o.id, o.name, o.acronym from organisation as o, standing as s where o.id = s.id or o.merged_into_id = s.id)
    select o.name, o.acronym, array(select f.id from family as f order by f.id) as ids,
      array(select name from (select f.name from family as f union select f.acronym from family as f where f.acronym is not null union select a.alias from organisation_alias as a join family as f on f.id = a.organisation_id) as n order by name) as names
    from organisation as o join standing as s on s.id = o.id`.execute(db);
  return rows[0] ?? null;
}

/** Keys of `recordKeys`, by title or name: what a template of the kind is filled with. Leans on the indexes of the child tables. */
export const templateKeys = {
  /** Initiatives that the organisation carries out or answers for. */
  async initiatives(db: Handle, viewer: RecordReader, { ids }: TemplateOrganisation): Promise<string[]> {
    const { rows } = await sql<{ key: string }>`
      select i.id as key from initiative as i
      where ${isSeenInitiative(viewer, 'i')} and exists (
        select from initiative_organisation as io where io.initiative_id = i.id and io.organisation_id = any(${ids}) and io.role in ('implementing', 'programming'))
      order by i.title_key, i.id`.execute(db);
    return rows.map(({ key }) => key);
  },
  /** Structures that it supports. */
  async structures(db: Handle, viewer: RecordReader, { ids }: TemplateOrganisation): Promise<string[]> {
    const { rows } = await sql<{ key: string }>`
      select s.id as key from structure as s
      where s.merged_into_id is null and ${isSeenStructure(viewer, 's')} and exists (select from structure_support as p where p.structure_id = s.id and p.organisation_id = any(${ids}))
      order by s.name_key, s.id`.execute(db);
    return rows.map(({ key }) => key);
  },
  /** The newest assessment of each structure that it supports or has assessed; `stock`: the newest with a count. */
  async assessments(db: Handle, viewer: RecordReader, { ids, names }: TemplateOrganisation, stock: boolean): Promise<string[]> {
    const { rows } = await sql<{ key: string }>`
      with newest as (
        select distinct on (a.structure_id) a.natural_key as key, s.name_key, s.id from assessment as a join structure as s on s.id = a.structure_id
        where not a.superseded and ${isSeenStructure(viewer, 's')}
          and (a.assessed_by = any(${names}) or exists (select from structure_support as p where p.structure_id = s.id and p.organisation_id = any(${ids})))
          and (not ${stock}::boolean or exists (select from stock_line as l where l.assessment_id = a.id))
        order by a.structure_id, a.assessed_on desc, a.id
      )
      select key from newest order by name_key, id`.execute(db);
    return rows.map(({ key }) => key);
  },
};
