import { sql } from 'kysely';
import type { EditedKind } from '#domain/record-changes';
import type { Handle } from './handle';

/** Whose a record is. */
export interface RecordScope {
  /** Ids of the organisations that support the structure or carry the initiative, and of those that stand for them. */
  readonly organisationIds: readonly string[];
  /** Codes of the provinces that it is in; empty: in none that is known. */
  readonly provinces: readonly string[];
}

/** Leans on the primary keys of the parts. */
export async function recordScope(db: Handle, kind: EditedKind, id: string): Promise<RecordScope> {
  const [part, owner] = kind === 'structure' ? ['structure_support', 'structure_id'] : ['initiative_organisation', 'initiative_id'];
  const organisations = await sql<{ id: string; into: string | null }>`
    select o.id, o.merged_into_id as into from ${sql.table(part)} as p join organisation as o on o.id = p.organisation_id where p.${sql.ref(owner)} = ${id}`.execute(db);
  const provinces =
    kind === 'structure'
      ? await sql<{ code: string }>`select a.code from structure as s join area as a on a.id = s.province_id where s.id = ${id}`.execute(db)
      : await sql<{ code: string }>`${provincesOver(sql`select area_id as id from initiative_area where initiative_id = ${id}`)}`.execute(db);
  return { organisationIds: organisations.rows.flatMap(({ id: own, into }) => (into === null ? [own] : [own, into])), provinces: provinces.rows.map(({ code }) => code) };
}

/** Codes of the provinces of areas, by the codes of these. Leans on `area_code_index`. */
export async function provincesOfAreas(db: Handle, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`${provincesOver(sql`select id from area where code = any(${codes})`)}`.execute(db);
  return rows.map(({ code }) => code);
}

/** Codes of the provinces that cover a point. Leans on `area_geometry_index`. */
export async function provincesAt(db: Handle, [lng, lat]: readonly [number, number]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from area where type = 'province' and st_covers(geometry, st_setsrid(st_makepoint(${lng}::double precision, ${lat}::double precision), 4326)) order by code`.execute(db);
  return rows.map(({ code }) => code);
}

const provincesOver = (areas: ReturnType<typeof sql>) => sql`
  with recursive holding as (
    select a.id, a.type, a.code, a.parent_id from area as a where a.id in (${areas})
    union
    select a.id, a.type, a.code, a.parent_id from holding as h join area as a on a.id = h.parent_id
  ) select distinct code from holding where type = 'province' order by code`;
