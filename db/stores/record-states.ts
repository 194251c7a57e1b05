import { sql } from 'kysely';
import type { EditedKind, RecordState } from '#domain/record-changes';
import type { InitiativeRecord, StructureRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { RecordImage } from '../journal-schema';
import type { Handle } from './handle';
import { savedUnder } from './structure-names';
import { isSeenStructure } from './visibility';

type Part = Readonly<Record<string, unknown>>;
interface Names {
  readonly organisations: ReadonlyMap<string, InitiativeRecord['organisations'][number]['organisation']>;
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
  const organisations = await sql<{ id: string; name: string; acronym: string | null; type: StructureNamed['type']; typeAsGiven: string | null }>`
    select id, name, acronym, type, type_as_given as "typeAsGiven" from organisation where id = any(${idsOf('organisation_id', 'structure_support', 'initiative_organisation')})`.execute(db);
  const areas = await sql<{ id: string; code: string }>`select id, code from area where id = any(${idsOf('area_id', 'initiative_area')})`.execute(db);
  const structures = await sql<{ id: string; name: string }>`select s.id, s.name from structure as s where s.id = any(${merged}) and ${isSeenStructure(viewer, 's')}`.execute(db);
  return {
    organisations: new Map(organisations.rows.map(({ id, ...one }) => [id, one])),
    areaCodes: new Map(areas.rows.map(({ id, code }) => [id, code])),
    structures: new Map(structures.rows.map(({ id, name }) => [id, name])),
  };
}
type StructureNamed = InitiativeRecord['organisations'][number]['organisation'];

function structureOf({ row, parts }: RecordImage, names: Names): RecordState {
  const given = row as Readonly<Record<string, never>>;
  const registers = (parts['structure_external_id'] ?? []).map((one) => ({ scheme: one['scheme'] as string, externalId: one['external_id'] as string }));
  const state: StructureRecord & { mergedInto: string | null } = {
    ...savedUnder(row['id'] as string, registers),
    name: given['name']!, type: given['type']!, typeAsGiven: given['type_as_given'] ?? null, ownership: given['ownership']!, tier: given['tier']!,
    lngLat: pointOf(row['lng_lat']), areaCode: given['declared_area_code'] ?? null, areaName: given['declared_area_name'] ?? null,
    supportedBy: (parts['structure_support'] ?? []).flatMap((one) => names.organisations.get(one['organisation_id'] as string)?.name ?? []).sort(),
    source: given['source']!, sourceRow: given['source_row'] ?? null,
    mergedInto: names.structures.get(row['merged_into_id'] as string) ?? null,
  };
  return state;
}

function initiativeOf({ row, parts }: RecordImage, names: Names): RecordState {
  const given = row as Readonly<Record<string, never>>;
  const listed = (part: string): Part[] => [...(parts[part] ?? [])].sort((a, b) => (a['ordinal'] as number) - (b['ordinal'] as number));
  const people = (prefix: string): InitiativeRecord['targeted'] => ({
    women: given[`${prefix}_women`] ?? null, men: given[`${prefix}_men`] ?? null, girls: given[`${prefix}_girls`] ?? null, boys: given[`${prefix}_boys`] ?? null, total: given[`${prefix}_total`] ?? null,
  });
  const record: InitiativeRecord = {
    scheme: given['scheme']!, externalId: given['external_id']!, title: given['title']!, description: given['description'] ?? null,
    kinds: listed('initiative_kind').map(({ kind, confidence, rule, words }) => ({ kind, confidence, rule, words }) as InitiativeRecord['kinds'][number]),
    topic: given['topic']!, topicWords: given['topic_words'] ?? [], toReview: given['to_review']!, domain: given['domain'] ?? null,
    targetGroups: listed('initiative_target_group').map((one) => one['target_group'] as InitiativeRecord['targetGroups'][number]),
    targetGroupsAsGiven: given['target_groups_as_given'] ?? null,
    organisations: listed('initiative_organisation').flatMap((one) => {
      const organisation = names.organisations.get(one['organisation_id'] as string);
      return organisation === undefined ? [] : [{ role: one['role'] as InitiativeRecord['organisations'][number]['role'], organisation }];
    }),
    areaCodes: listed('initiative_area').flatMap((one) => names.areaCodes.get(one['area_id'] as string) ?? []),
    sectorAsGiven: given['sector_as_given'] ?? null, start: given['start_on'] ?? null, end: given['end_on'] ?? null, status: given['status']!, statusAsGiven: given['status_as_given'] ?? null,
    reportedOn: given['reported_on'] ?? null, targeted: people('targeted'), reached: people('reached'), budget: given['budget'] ?? null, currency: given['currency'] ?? null, tier: given['tier']!,
    source: given['source']!, sourceRow: given['source_row'] ?? null,
  };
  const announced = row['announced_services'] as InitiativeRecord['announcedServices'] | null;
  return announced === null || announced === undefined ? record : { ...record, announcedServices: announced };
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
