import { careStandard, type CareStandard } from '#domain/care-standard';
import type { Viewer } from '#domain/viewer';
import type { Selectable } from 'kysely';
import type { Schema } from '../schema';
import { writeRows } from './bulk';
import type { Handle, Saved } from './handle';
import { contentHash } from './identity';

/**
 * Saves one version of a standard; another version stands beside it. `batchId` null: the standard comes with the tool.
 * Leans on the primary key (code, version).
 */
export async function saveStandard(db: Handle, batchId: string | null, standard: CareStandard): Promise<Saved> {
  const hash = contentHash(standard);
  const stored = await db.selectFrom('care_standard').select('content_hash').where('code', '=', standard.code).where('version', '=', standard.version).executeTakeFirst();
  if (stored?.content_hash === hash) return 'unchanged';
  await writeRows(
    db,
    'care_standard',
    {
      code: 'text', version: 'integer', name_fr: 'text', name_en: 'text', service: 'text', authority: 'text', adopted_on: 'date',
      assessment_max_age_days: 'integer', stock_count_max_age_days: 'integer', criteria: 'jsonb',
      import_batch_id: 'text', source: 'text', content_hash: 'text',
    },
    [{
      code: standard.code,
      version: standard.version,
      name_fr: standard.nameFr,
      name_en: standard.nameEn,
      service: standard.service,
      authority: standard.authority,
      adopted_on: standard.adoptedOn,
      assessment_max_age_days: standard.assessmentMaxAgeDays,
      stock_count_max_age_days: standard.stockCountMaxAgeDays,
      criteria: standard.criteria,
      import_batch_id: batchId,
      source: standard.authority,
      content_hash: hash,
    }],
    ['code', 'version'],
  );
  return stored === undefined ? 'added' : 'changed';
}

/** The newest version of each, by code. Standards are public: every viewer sees all. Leans on the primary key. */
export async function listStandards(db: Handle, _viewer: Viewer): Promise<CareStandard[]> {
  const rows = await db.selectFrom('care_standard').selectAll().distinctOn('code').orderBy('code').orderBy('version', 'desc').execute();
  return rows.map(standardOf);
}

/** The newest version; null if no standard has this code. Leans on the primary key. */
export async function getStandard(db: Handle, _viewer: Viewer, code: string): Promise<CareStandard | null> {
  const row = await db.selectFrom('care_standard').selectAll().where('code', '=', code).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : standardOf(row);
}

/** Read through its schema: criteria are JSON, and the only column whose shape the database does not check. */
const standardOf = (row: Selectable<Schema['care_standard']>): CareStandard =>
  careStandard.parse({
    code: row.code,
    version: row.version,
    nameFr: row.name_fr,
    nameEn: row.name_en,
    service: row.service,
    authority: row.authority,
    adoptedOn: row.adopted_on,
    assessmentMaxAgeDays: row.assessment_max_age_days,
    stockCountMaxAgeDays: row.stock_count_max_age_days,
    criteria: row.criteria,
  });
