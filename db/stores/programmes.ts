import { sql } from 'kysely';
import type { CareStandardRecord } from '#domain/care-standard';
import type { ImportRecord } from '#domain/import-records';
import type { ProgrammeKind } from '#domain/record-kinds';
import type { Tier } from '#domain/viewer';
import { deleteOf, numbered, writeRows } from './bulk';
import type { Handle, Saved } from './handle';
import { contentHash, idOf } from './identity';
import { planSaves } from './saving';
import { structureId } from './structures';

export type ProgrammeOf<Kind extends ProgrammeKind> = Extract<ImportRecord, { kind: Kind }>['record'];
/** A record of one of the kinds, with its kind. */
export type ProgrammeEntry<Kind extends ProgrammeKind = ProgrammeKind> = { [K in Kind]: { readonly kind: K; readonly record: ProgrammeOf<K> } }[Kind];

interface NamedStructure {
  readonly scheme: string;
  readonly externalId: string;
}

/** Standards have no scheme of their own: they are named by code and version. */
const STANDARDS = 'standard';
const standardKey = ({ code, version }: Pick<CareStandardRecord, 'code' | 'version'>): string => `${code}@${version}`;

/** Same record on the next load: same kind, scheme and external id; of a standard, same code and version. */
export function programmeId(entry: ProgrammeEntry): string {
  const { scheme, externalId } = identityOf(entry);
  return idOf(entry.kind, scheme, externalId);
}

const identityOf = (entry: ProgrammeEntry): NamedStructure => (entry.kind === 'careStandard' ? { scheme: STANDARDS, externalId: standardKey(entry.record) } : entry.record);

/** Structures that a record names, each once, in its order. */
function structuresOf({ kind, record }: ProgrammeEntry): NamedStructure[] {
  const refs = kind === 'trainingSession' ? record.origins : kind === 'mission' ? (record.host === null ? [] : [record.host]) : kind === 'kitMovement' || kind === 'proposalVerdict' ? [record] : [];
  const named = new Map(refs.map(({ structureScheme: scheme, structureExternalId: externalId }) => [structureId(scheme, externalId), { scheme, externalId }]));
  return [...named.values()];
}

const tierOf = ({ record }: ProgrammeEntry): Tier | null => ('tier' in record ? record.tier : null);

/**
 * Saves records of programmes, each whole. A record that names a structure which is not stored is not saved. What a correction overwrites goes into the journal.
 * Leans on the primary keys.
 */
export async function saveProgrammes(db: Handle, batchId: string, entries: readonly ProgrammeEntry[]): Promise<(Saved | 'structureUnknown')[]> {
  const named = entries.map((entry) => ({ entry, structures: structuresOf(entry) }));
  const known = await storedStructures(db, named.flatMap(({ structures }) => structures));
  const isWhole = ({ structures }: (typeof named)[number]): boolean => structures.every(({ scheme, externalId }) => known.has(structureId(scheme, externalId)));
  const candidates = named.filter(isWhole).map(({ entry, structures }) => ({ id: programmeId(entry), hash: contentHash(entry.record), content: { entry, structures, sourceRow: entry.record.sourceRow } }));
  const { results, writes, replaced } = await planSaves(db, batchId, 'programme_record', candidates);
  await writeRows(
    db,
    'programme_record',
    {
      id: 'text', kind: 'text', scheme: 'text', external_id: 'text', tier: 'text', content: 'jsonb',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, hash, content: { entry } }) => {
      const { source, sourceRow, ...content } = entry.record;
      const { scheme, externalId } = identityOf(entry);
      return { id, kind: entry.kind, scheme, external_id: externalId, tier: tierOf(entry), content, import_batch_id: batchId, source, source_row: sourceRow, content_hash: hash };
    }),
    ['id'],
  );
  await deleteOf(db, 'programme_structure', 'record_id', replaced);
  await writeRows(
    db,
    'programme_structure',
    { record_id: 'text', ordinal: 'integer', structure_id: 'text', scheme: 'text', external_id: 'text' },
    writes.flatMap(({ id, content: { structures } }) =>
      numbered(structures, ({ scheme, externalId }, ordinal) => ({ record_id: id, ordinal, structure_id: structureId(scheme, externalId), scheme, external_id: externalId })),
    ),
  );
  const answers = results.values();
  return named.map((one) => (isWhole(one) ? (answers.next().value ?? 'unchanged') : 'structureUnknown'));
}

async function storedStructures(db: Handle, structures: readonly NamedStructure[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from structure where id = any(${structures.map(({ scheme, externalId }) => structureId(scheme, externalId))})`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
