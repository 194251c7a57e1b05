import { type RawBuilder, sql } from 'kysely';
import { hiddenSeenIn, type Viewer, visibleTiers } from '#domain/viewer';

/*
 * Who sees which record: every read of structures, initiatives and records of programmes for a viewer passes through one of these
 * (visibility.test.ts walks the stores). What is hidden exists for a provincial co-lead only where all of it lies in the provinces of the account.
 */

/** May this viewer know of structure `alias`? One that another record stands for goes with that one, and is as protected as the two together. Leans on the primary keys. */
export function isSeenStructure(viewer: Viewer, alias: string): RawBuilder<boolean> {
  if (hiddenSeenIn(viewer) === 'all') return sql<boolean>`true`;
  const standing = `standing_${alias}`;
  return sql<boolean>`(${structureItself(viewer, alias)} and (${sql.ref(`${alias}.merged_into_id`)} is null
    or exists (select from structure as ${sql.raw(standing)} where ${sql.ref(`${standing}.id`)} = ${sql.ref(`${alias}.merged_into_id`)} and ${structureItself(viewer, standing)})))`;
}

/** May this viewer know of initiative `alias`? A hidden one that names no area is in no province. Leans on the primary keys. */
export function isSeenInitiative(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const id = sql.ref(`${alias}.id`);
  return byTier(viewer, alias, (provinces) => sql<boolean>`(exists (select from initiative_area as seen_ia where seen_ia.initiative_id = ${id})
    and not exists (select from initiative_area as seen_ia where seen_ia.initiative_id = ${id} and ${liesOutside(sql`seen_ia.area_id`, provinces)}))`);
}

/**
 * May this viewer know of record `alias` of a programme? One without a tier is for everybody, as far as its structures are; a hidden one lies where its
 * structures and its area lie, and one that says neither is in no province. Leans on the primary keys and the index on area codes.
 */
export function isSeenProgramme(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const [id, tier, areaCode] = [sql.ref(`${alias}.id`), sql.ref(`${alias}.tier`), sql`${sql.ref(`${alias}.content`)}->>'areaCode'`];
  return sql<boolean>`(${tier} is null or ${byTier(viewer, alias, (provinces) => sql<boolean>`(
    (${areaCode} is not null or exists (select from programme_structure as seen_ps where seen_ps.record_id = ${id}))
    and (${areaCode} is null or exists (select from area as seen_area where seen_area.code = ${areaCode} and not ${liesOutside(sql`seen_area.id`, provinces)}))
    and not exists (select from programme_structure as seen_ps join structure as seen_s on seen_s.id = seen_ps.structure_id
      where seen_ps.record_id = ${id} and ${liesOutside(sql`seen_s.province_id`, provinces)}))`)})`;
}

const structureItself = (viewer: Viewer, alias: string): RawBuilder<boolean> => byTier(viewer, alias, (provinces) => sql<boolean>`not ${liesOutside(sql.ref(`${alias}.province_id`), provinces)}`);

/** By the tier of `alias`; what is hidden, where `isInside` holds for the provinces of the viewer. */
function byTier(viewer: Viewer, alias: string, isInside: (provinces: readonly string[]) => RawBuilder<boolean>): RawBuilder<boolean> {
  const provinces = hiddenSeenIn(viewer);
  if (provinces === 'all') return sql<boolean>`true`;
  const tier = sql.ref(`${alias}.tier`);
  const everywhere = sql<boolean>`${tier} = any(${visibleTiers(viewer)})`;
  return provinces.length === 0 ? everywhere : sql<boolean>`(${everywhere} or (${tier} = 'hidden' and ${isInside(provinces)}))`;
}

/** True where no province of these is, or holds, the area: also where nobody knows its province. */
const liesOutside = (areaId: RawBuilder<unknown>, provinces: readonly string[]): RawBuilder<boolean> => sql<boolean>`(not exists (
  select from area as seen_a left join area as seen_b on seen_b.id = seen_a.parent_id left join area as seen_c on seen_c.id = seen_b.parent_id left join area as seen_d on seen_d.id = seen_c.parent_id
  where seen_a.id = ${areaId} and case 'province' when seen_a.type then seen_a.code when seen_b.type then seen_b.code when seen_c.type then seen_c.code when seen_d.type then seen_d.code end = any(${[...provinces]})))`;
