import { sql } from 'kysely';
import { careStandardRecord } from '#domain/care-standard';
import type { Mission, TrainingSession } from '#domain/programme-records';
import { programmeSchemas } from '#domain/programme-records';
import type { ProgrammeKind } from '#domain/record-kinds';
import { seesStock, type Viewer } from '#domain/viewer';
import type { Handle } from './handle';
import type { ProgrammeEntry, ProgrammeOf } from './programmes';
import { shownCounts, shownPeople } from './small-counts';
import { isSeenProgramme, isSeenStructure } from './visibility';

/** A structure as a record names it, the structure that stands for it, and where that is. */
export interface ProgrammeStructureItem {
  readonly scheme: string;
  readonly externalId: string;
  readonly structureId: string;
  readonly name: string;
  /** Name of the finest area that it is placed in; null: in none that is known. */
  readonly areaName: string | null;
}

/** Which load said it last. */
export interface ProgrammeOrigin {
  /** To take that load back; null: the loads are the coordination's own. */
  readonly importId: string | null;
  /** When it was loaded; null: it is being loaded. */
  readonly at: string | null;
  /** Organisation or function that filled in the form; null: it came with a file, or for the public, to whom a public record does not tell who is behind it. */
  readonly by: string | null;
}

/** A record as this viewer may see it. Structures that this viewer may not see are not in it. */
export interface ProgrammeItem<Kind extends ProgrammeKind> {
  readonly id: string;
  readonly record: ProgrammeOf<Kind>;
  readonly structures: readonly ProgrammeStructureItem[];
  readonly origin: ProgrammeOrigin;
}

/** Left out: no filter. */
export interface ProgrammeFilters {
  readonly ids?: readonly string[] | undefined;
  /** Those that name this structure, or a record that it stands for. */
  readonly structureId?: string | undefined;
}

const SCHEMAS = { ...programmeSchemas, careStandard: careStandardRecord } as const;

/** The structures of record `p` that this viewer may see, in the order of the record. Leans on the primary keys. */
const structuresFor = (viewer: Viewer) => sql<ProgrammeStructureItem[]>`(
  select coalesce(json_agg(json_build_object('scheme', l.scheme, 'externalId', l.external_id, 'structureId', s.id, 'name', s.name,
    'areaName', (select a.name from area as a where a.id = coalesce(s.health_zone_id, s.territory_id, s.province_id))) order by l.ordinal), '[]')
  from programme_structure as l join structure as e on e.id = l.structure_id join structure as s on s.id = coalesce(e.merged_into_id, e.id)
  where l.record_id = p.id and ${isSeenStructure(viewer, 'e')} and ${isSeenStructure(viewer, 's')})`;

export interface ProgrammeRow {
  readonly id: string;
  readonly kind: ProgrammeKind;
  readonly content: object;
  readonly source: string;
  readonly sourceRow: number | null;
  readonly structures: ProgrammeStructureItem[];
}

/** Records `p` of these kinds that have no tier of their own, or one that this viewer may see. Leans on `programme_record_by_kind`. */
export function selectProgrammes(db: Handle, viewer: Viewer, kinds: readonly ProgrammeKind[]) {
  return db
    .selectFrom('programme_record as p')
    .where(sql<boolean>`p.kind = any(${kinds})`)
    .where(isSeenProgramme(viewer, 'p'))
    .select(['p.id', 'p.content', 'p.source', 'p.source_row as sourceRow', structuresFor(viewer).as('structures'), 'p.kind']);
}

/**
 * The record as this viewer may see it; null: for this viewer there is none. What is about one structure is not there without it; a session loses the
 * people who came from a structure that is not to be seen, a mission such a host with the place where that is. Throws where the stored content does not fit its schema.
 */
export function seenRecord({ kind, content, source, sourceRow, structures }: ProgrammeRow): ProgrammeEntry | null {
  const entry = { kind, record: SCHEMAS[kind].parse({ ...content, source, sourceRow }) } as ProgrammeEntry;
  const sees: Sees = ({ structureScheme, structureExternalId }) =>
    structures.some(({ scheme, externalId }) => scheme === structureScheme && externalId === structureExternalId);
  switch (entry.kind) {
    case 'trainingSession':
      return { ...entry, record: withSeenOrigins(entry.record, sees) };
    case 'mission':
      return { ...entry, record: withSeenHost(entry.record, sees) };
    case 'kitMovement':
    case 'proposalVerdict':
      return sees(entry.record) ? entry : null;
    case 'careStandard':
    case 'raster':
    case 'movementClosure':
    case 'scenario':
      return entry;
  }
}

type Sees = (ref: { readonly structureScheme: string; readonly structureExternalId: string }) => boolean;

const withSeenOrigins = (session: TrainingSession, sees: Sees): TrainingSession => ({ ...session, origins: session.origins.filter(sees) });

const withSeenHost = (mission: Mission, sees: Sees): Mission => (mission.host === null || sees(mission.host) ? mission : { ...mission, host: null, lngLat: null, locality: null });

/** Fewer than five people are not told to the public; what is judged by them is judged by the real number. */
function withShownCounts(viewer: Viewer, entry: ProgrammeEntry): ProgrammeEntry {
  if (entry.kind === 'trainingSession') return { ...entry, record: shownPeople(viewer, entry.record) };
  if (entry.kind === 'mission') return { ...entry, record: { ...entry.record, treated: shownCounts(viewer, entry.record.treated) } };
  return entry;
}

/** By the day that they speak of, the latest first. Kit movements are quantities: for a viewer who may not see those there are none. Leans on `programme_record_by_kind` and `programme_structure_structure`. */
export async function listProgrammes<Kind extends ProgrammeKind>(db: Handle, viewer: Viewer, kind: Kind, { ids, structureId }: ProgrammeFilters = {}): Promise<ProgrammeItem<Kind>[]> {
  if (kind === 'kitMovement' && !seesStock(viewer)) return [];
  const rows = await selectProgrammes(db, viewer, [kind])
    .innerJoin('import_batch as b', 'b.id', 'p.import_batch_id')
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`p.id = any(${ids})`))
    .$if(structureId !== undefined, (query) => query.where(sql<boolean>`exists (
      select from programme_structure as l join structure as e on e.id = l.structure_id where l.record_id = p.id and (e.id = ${structureId} or e.merged_into_id = ${structureId}))`))
    .select(['b.import_id as importId', 'b.finished_at as at', sql<string | null>`case when b.profile = 'form' then b.source end`.as('by')])
    .orderBy(sql`coalesce(p.content->>'start', p.content->>'on', p.content->>'decidedOn', p.content->>'adoptedOn', p.content->>'savedOn') collate "C"`, (order) => order.desc().nullsFirst())
    .orderBy('p.id')
    .execute();
  return rows.flatMap(({ importId, at, by, ...row }) => {
    const seen = seenRecord(row);
    // A structure that a record loses is not to be found by asking for it.
    if (seen === null || (structureId !== undefined && !row.structures.some((one) => one.structureId === structureId))) return [];
    return [{ id: row.id, record: withShownCounts(viewer, seen).record as ProgrammeOf<Kind>, structures: row.structures, origin: viewer === 'public' ? { importId: null, at, by: null } : { importId, at, by } }];
  });
}
