import { sql } from 'kysely';
import type { AssessmentRecord, StockLine, TrainedStaff } from '#domain/records';
import { shownTeam } from '#domain/small-counts';
import { seesStock, type Viewer } from '#domain/viewer';
import { numbered, writeRows } from './bulk';
import type { Handle, Saved } from './handle';
import { contentHash, idOf } from './identity';
import { noteSeen, type SeenRecord } from './journal';
import { structureId } from './structures';
import { isSeenStructure } from './visibility';

export interface AssessmentItem extends Omit<AssessmentRecord, 'externalId' | 'structureScheme' | 'structureExternalId' | 'stockLines'> {
  readonly structureId: string;
  /** Null: this viewer may not see stock levels. Empty: nothing was counted. */
  readonly stockLines: AssessmentRecord['stockLines'] | null;
}

interface Current {
  readonly natural_key: string;
  readonly content_hash: string;
  readonly revision: number;
}
interface Write {
  readonly id: string;
  readonly key: string;
  readonly hash: string;
  readonly revision: number;
  readonly content: AssessmentRecord;
}

/**
 * Saves assessments. One that was saved before with other content is corrected: the correction is added as the next
 * revision, and the old one is kept, superseded. Leans on `structure_external_id`'s primary key and on `assessment_current`.
 */
export async function saveAssessments(db: Handle, batchId: string, records: readonly AssessmentRecord[]): Promise<(Saved | 'structureUnknown')[]> {
  const keys = records.map(({ structureScheme, structureExternalId, externalId }) => JSON.stringify([structureScheme, structureExternalId, externalId]));
  const structures = await knownStructures(db, records);
  const current = await currentRevisions(db, keys);
  const writes = new Map<string, Write>();
  const seen: SeenRecord[] = [];
  const results = records.map((content, index): Saved | 'structureUnknown' => {
    const key = keys[index] ?? '';
    if (!structures.has(structureOf(content))) return 'structureUnknown';
    const hash = contentHash(content);
    const before = writes.get(key)?.hash ?? current.get(key)?.content_hash;
    if (before === hash) {
      if (!writes.has(key)) seen.push({ id: idOf('assessment', key, current.get(key)?.revision ?? 1), sourceRow: content.sourceRow });
      return 'unchanged';
    }
    const revision = (current.get(key)?.revision ?? 0) + 1;
    writes.set(key, { id: idOf('assessment', key, revision), key, hash, revision, content });
    return before === undefined ? 'added' : 'changed';
  });
  await noteSeen(db, batchId, 'assessment', seen);
  await write(db, batchId, [...writes.values()].filter(({ key, hash }) => current.get(key)?.content_hash !== hash));
  return results;
}

const structureOf = ({ structureScheme, structureExternalId }: AssessmentRecord): string => structureId(structureScheme, structureExternalId);

async function knownStructures(db: Handle, records: readonly AssessmentRecord[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from structure where id = any(${records.map(structureOf)})`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

async function currentRevisions(db: Handle, keys: readonly string[]): Promise<Map<string, Current>> {
  const { rows } = await sql<Current>`select natural_key, content_hash, revision from assessment where natural_key = any(${keys}) and not superseded`.execute(db);
  return new Map(rows.map((row) => [row.natural_key, row]));
}

async function write(db: Handle, batchId: string, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  await sql`update assessment set superseded = true where natural_key = any(${writes.map(({ key }) => key)}) and not superseded`.execute(db);
  await writeRows(
    db,
    'assessment',
    {
      id: 'text', natural_key: 'text', revision: 'integer', superseded: 'boolean', structure_id: 'text', assessed_on: 'date', assessed_by: 'text',
      functionality: 'text', accessibility: 'text', protocol: 'text', private_room: 'text', referral_path: 'text',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, key, hash, revision, content }) => ({
      id,
      natural_key: key,
      revision,
      superseded: false,
      structure_id: structureOf(content),
      assessed_on: content.assessedOn,
      assessed_by: content.assessedBy,
      functionality: content.functionality,
      accessibility: content.accessibility,
      protocol: content.protocol,
      private_room: content.privateRoom,
      referral_path: content.referralPath,
      import_batch_id: batchId,
      source: content.source,
      source_row: content.sourceRow,
      content_hash: hash,
    })),
  );
  await writeRows(
    db,
    'assessment_service',
    { assessment_id: 'text', ordinal: 'integer', service: 'text', availability: 'text', barriers: 'text[]' },
    writes.flatMap(({ id, content }) => numbered(content.services, (service, ordinal) => ({ assessment_id: id, ordinal, ...service }))),
  );
  await writeRows(
    db,
    'trained_staff',
    { assessment_id: 'text', ordinal: 'integer', service: 'text', cadre: 'text', number: 'bigint', women: 'bigint', men: 'bigint', trained_on: 'date', protocol_version: 'text' },
    writes.flatMap(({ id, content }) =>
      numbered(content.trainedStaff, ({ service, cadre, number, women, men, trainedOn, protocolVersion }, ordinal) => ({
        assessment_id: id, ordinal, service, cadre, number, women, men, trained_on: trainedOn, protocol_version: protocolVersion,
      })),
    ),
  );
  await writeRows(
    db,
    'stock_line',
    { assessment_id: 'text', ordinal: 'integer', item: 'text', batch: 'text', quantity: 'bigint', expiry: 'date', counted_on: 'date' },
    writes.flatMap(({ id, content }) => numbered(content.stockLines, ({ item, batch, quantity, expiry, countedOn }, ordinal) => ({ assessment_id: id, ordinal, item, batch, quantity, expiry, counted_on: countedOn }))),
  );
}

/** Children of assessment `a`, each in the order of the source. Lean on their primary keys. */
export const trainedStaffOf = sql<TrainedStaff[]>`(
  select coalesce(json_agg(json_build_object('service', t.service, 'cadre', t.cadre, 'number', t.number, 'women', t.women, 'men', t.men,
    'trainedOn', t.trained_on, 'protocolVersion', t.protocol_version) order by t.ordinal), '[]') from trained_staff as t where t.assessment_id = a.id)`;
export const stockLinesOf = sql<StockLine[]>`(
  select coalesce(json_agg(json_build_object('item', l.item, 'batch', l.batch, 'quantity', l.quantity, 'expiry', l.expiry, 'countedOn', l.counted_on) order by l.ordinal), '[]')
  from stock_line as l where l.assessment_id = a.id)`;
export const servicesOf = sql<AssessmentRecord['services']>`(
  select coalesce(json_agg(json_build_object('service', v.service, 'availability', v.availability, 'barriers', v.barriers) order by v.ordinal), '[]')
  from assessment_service as v where v.assessment_id = a.id)`;

/** Assessments of the structures that this viewer may see, newest first, with those of the records that they stand for. Leans on `assessment_structure`. */
export async function listAssessments(db: Handle, viewer: Viewer, structureIds: readonly string[]): Promise<AssessmentItem[]> {
  const rows = await db
    .selectFrom('assessment as a')
    .innerJoin('structure as e', 'e.id', 'a.structure_id')
    .innerJoin('structure as s', (join) => join.on('s.id', '=', (eb) => eb.fn.coalesce('e.merged_into_id', 'e.id')))
    .where(sql<boolean>`a.structure_id in (select id from structure where id = any(${structureIds}) or merged_into_id = any(${structureIds}))`)
    .where('a.superseded', '=', false)
    .where(isSeenStructure(viewer, 'e'))
    .where(isSeenStructure(viewer, 's'))
    .select(['s.id as structureId', 'a.assessed_on as assessedOn', 'a.assessed_by as assessedBy', 'a.functionality', 'a.accessibility', 'a.protocol'])
    .select(['a.private_room as privateRoom', 'a.referral_path as referralPath', 'a.source', 'a.source_row as sourceRow'])
    .select([servicesOf.as('services'), trainedStaffOf.as('trainedStaff'), stockLinesOf.as('stockLines')])
    .orderBy('a.assessed_on', 'desc')
    .orderBy('a.source')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({ ...row, trainedStaff: row.trainedStaff.map((one) => shownTeam(viewer, one)), stockLines: seesStock(viewer) ? row.stockLines : null }));
}
