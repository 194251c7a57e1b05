import { sql } from 'kysely';
import type { EditedKind, RecordState } from '#domain/record-changes';
import { type InitiativeRecord, initiativeRecord, structureRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { RecordImage } from '../journal-schema';
import type { Handle } from './handle';
import { savedUnder } from './structure-names';
import { isSeenStructure } from './visibility';

type Part = Readonly<Record<string, unknown>>;
type NamedOrganisation = InitiativeRecord['organisations'][number]['organisation'];
interface Names {
  readonly organisations: ReadonlyMap<string, NamedOrganisation>;
  readonly areaCodes: ReadonlyMap<string, string>;
  readonly structures: ReadonlyMap<string, string>;
}

/** Records as images of the journal hold them, in order. Organisations and areas have the names and codes of today; a structure that stands for another is named to who may see it. Leans on the primary keys. */
export async function statesOfImages(db: Handle, viewer: Viewer, kind: EditedKind, images: readonly (RecordImage | null)[]): Promise<(RecordState | null)[]> {
  const names = await namesIn(db, viewer, images.flatMap((image) => (image === null ? [] : [image])));
  return images.map((image) => (image === null ? null : kind === 'structure' ? structureOf(image, names) : initiativeOf(image, names)));
}

async function namesIn(db: Handle, viewer: Viewer, images: readonly RecordImage[]): Promise<Names> {
  const idsOf = (column: string, ...parts: readonly string[]): string[] => [...new Set(images.flatMap((image) => parts.flatMap((part) => (image.parts[part] ?? []).map((row) => row[column] as string))))];
  const merged = images.flatMap(({ row }) => (typeof row['merged_into_id'] === 'string' ? [row['merged_into_id']] : []));
  const organisations = await sql<{ id: string; name: string; acronym: string | null; type: NamedOrganisation['type']; typeAsGiven: string | null }>`
    select id, name, acronym, type, type_as_given as "typeAsGiven" from organisation where id = any(${idsOf('organisation_id', 'structure_support', 'initiative_organisation')})`.execute(db);
  const areas = await sql<{ id: string; code: string }>`select id, code from area where id = any(${idsOf('area_id', 'initiative_area')})`.execute(db);
  const structures = await sql<{ id: string; name: string }>`select s.id, s.name from structure as s where s.id = any(${merged}) and ${isSeenStructure(viewer, 's')}`.execute(db);
  return {
    organisations: new Map(organisations.rows.map(({ id, ...one }) => [id, one])),
    areaCodes: new Map(areas.rows.map(({ id, code }) => [id, code])),
    structures: new Map(structures.rows.map(({ id, name }) => [id, name])),
  };
}

function structureOf({ row, parts }: RecordImage, names: Names): RecordState {
  const registers = (parts['structure_external_id'] ?? []).map((one) => ({ scheme: String(one['scheme']), externalId: String(one['external_id']) }));
  const record = structureRecord.parse({
    ...savedUnder(String(row['id']), registers),
    name: row['name'], type: row['type'], typeAsGiven: row['type_as_given'], ownership: row['ownership'], tier: row['tier'],
    lngLat: pointOf(row['lng_lat']), areaCode: row['declared_area_code'], areaName: row['declared_area_name'],
    supportedBy: (parts['structure_support'] ?? []).flatMap((one) => names.organisations.get(String(one['organisation_id']))?.name ?? []).sort(),
    source: row['source'], sourceRow: row['source_row'],
  });
  return { ...record, mergedInto: names.structures.get(String(row['merged_into_id'])) ?? null };
}

function initiativeOf({ row, parts }: RecordImage, names: Names): RecordState {
  const listed = (part: string): Part[] => [...(parts[part] ?? [])].sort((a, b) => Number(a['ordinal']) - Number(b['ordinal']));
  const people = (prefix: string) => Object.fromEntries(['women', 'men', 'girls', 'boys', 'total'].map((group) => [group, row[`${prefix}_${group}`]]));
  const announced = row['announced_services'];
  return initiativeRecord.parse({
    scheme: row['scheme'], externalId: row['external_id'], title: row['title'], description: row['description'],
    kinds: listed('initiative_kind').map(({ kind, confidence, rule, words }) => ({ kind, confidence, rule, words })),
    topic: row['topic'], topicWords: row['topic_words'], toReview: row['to_review'], domain: row['domain'],
    targetGroups: listed('initiative_target_group').map((one) => one['target_group']),
    targetGroupsAsGiven: row['target_groups_as_given'],
    organisations: listed('initiative_organisation').flatMap(({ role, organisation_id: id }) => {
      const organisation = names.organisations.get(String(id));
      return organisation === undefined ? [] : [{ role, organisation }];
    }),
    areaCodes: listed('initiative_area').flatMap((one) => names.areaCodes.get(String(one['area_id'])) ?? []),
    ...(announced === null || announced === undefined ? {} : { announcedServices: announced }),
    sectorAsGiven: row['sector_as_given'], start: row['start_on'], end: row['end_on'], status: row['status'], statusAsGiven: row['status_as_given'],
    reportedOn: row['reported_on'], targeted: people('targeted'), reached: people('reached'), budget: row['budget'], currency: row['currency'], tier: row['tier'],
    source: row['source'], sourceRow: row['source_row'],
  });
}

const WITH_SRID = 0x2000_0000;

/** Longitude and latitude of a point in hexadecimal EWKB, every bit of them; null: no position. */
function pointOf(hex: unknown): [number, number] | null {
  if (typeof hex !== 'string') return null;
  const bytes = Buffer.from(hex, 'hex');
  if (bytes[0] !== 1) throw new Error('Position: little-endian EWKB expected');
  const at = (bytes.readUInt32LE(1) & WITH_SRID) === 0 ? 5 : 9;
  return [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)];
}
