import { createHash } from 'node:crypto';
import type { Database } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import { addReview } from '#db/stores/edit-reviews';
import { loadOfImport } from '#db/stores/load-of-import';
import { listRecordChanges, recordVersion, StaleRecord } from '#db/stores/record-journal';
import type { ChangeAuthor } from '#domain/change-author';
import { issue } from '#domain/issue';
import { type Actor, viewerOf } from '#domain/permissions';
import { changedFields, type EditedKind, type RecordState } from '#domain/record-changes';
import { type EditedRecord, editOf, type RecordEdit, recordOfState, withEdit } from '#domain/record-edits';
import { visibleTiers } from '#domain/viewer';
import { ENTRY_FORMAT } from '#interchange/profiles/exercise';
import type { EditAnswer, EditBody, EditStart, RestoreBody } from '../../contract/record-edits';
import { Problem } from '../../problem';
import { personalTexts } from '../entries/personal-texts';
import { refused } from '../entries/take-entries';
import type { Importer } from '../import/import-queue';
import { editedRecord, labelOf, outcomeFor, provincesTouched } from './edited-record';

export interface EditSources {
  readonly database: Database;
  readonly importer: Importer;
  readonly actor: Actor;
}
interface Subject {
  readonly kind: EditedKind;
  readonly id: string;
}

/** Where the form of a record begins. Throws `notFound`, also for what the asker may not see. */
export async function startEdit({ database: { kysely }, actor }: Omit<EditSources, 'importer'>, { kind, id }: Subject): Promise<EditStart> {
  const version = await recordVersion(kysely, kind, id);
  const record = await editedRecord(kysely, viewerOf(actor), kind, id);
  return { id, version, label: labelOf(kind, record), edit: editOf(kind, record), outcome: await outcomeFor(kysely, actor, kind, id) };
}

/**
 * Stores an edit as a load of its own, or keeps it for the coordination where the record is not the asker’s. Throws `recordChanged` with the record as it stands
 * if somebody changed it since, `outsideProvinces`, and `entryRefused` with what is wrong with which field.
 */
export async function editRecord(sources: EditSources, subject: Subject, body: EditBody): Promise<EditAnswer> {
  const { database, actor } = sources;
  const record = await editedRecord(database.kysely, viewerOf(actor), subject.kind, subject.id);
  refuseTexts(body, actor, editOf(subject.kind, record));
  const outcome = await outcomeFor(database.kysely, actor, subject.kind, subject.id, body.edit);
  if (outcome === 'refused') throw new Problem('outsideProvinces');
  if (outcome === 'proposed') return propose(sources, subject, body);
  return storeEdit(sources, subject, record, { ...body, record: withEdit(subject.kind, record, body.edit), author: { origin: 'form', actor } });
}

/** Makes a record what it was before one of its changes, as a new change. */
export async function restoreRecord(sources: EditSources, subject: Subject, { number, ...sent }: RestoreBody): Promise<EditAnswer> {
  const { database: { kysely }, actor } = sources;
  const record = await editedRecord(kysely, viewerOf(actor), subject.kind, subject.id);
  const change = (await listRecordChanges(kysely, viewerOf(actor), subject.kind, subject.id)).find((one) => one.number === number);
  if (change?.before === null || change === undefined) throw new Problem('notFound');
  const before = recordOfState(change.before);
  if ((await outcomeFor(kysely, actor, subject.kind, subject.id, editOf(subject.kind, before))) !== 'stored') throw new Problem('outsideProvinces');
  return storeEdit(sources, subject, record, { ...sent, source: before.source, record: before, author: { origin: 'restore', actor } });
}

interface Stored {
  readonly key: string;
  readonly enteredBy: string;
  readonly source: string | null;
  readonly version: number;
  readonly record: EditedRecord;
  readonly author: ChangeAuthor;
}

/** Stores a record as it is to be, if it still is what was edited. */
export async function storeEdit({ database, importer, actor }: EditSources, { kind, id }: Subject, before: EditedRecord, { key, enteredBy, source, version, record, author }: Stored): Promise<EditAnswer> {
  const said = { ...record, source: source ?? enteredBy, sourceRow: null };
  const bytes = Buffer.from(JSON.stringify({ format: ENTRY_FORMAT, source: enteredBy, records: [{ kind, record: said }] }));
  const repeated = await loadOfImport(database.kysely, key);
  if (repeated !== null) {
    if (repeated.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Problem('entryKeyUsed');
    return { outcome: 'stored', importId: key, reviewId: null, dataVersion: await readDataVersion(database.kysely) };
  }
  if (saysTheSame(kind, before, record)) return { outcome: 'unchanged', importId: null, reviewId: null, dataVersion: await readDataVersion(database.kysely) };
  try {
    const report = await importer.importFile(bytes, { fileName: `${kind}-${key.slice(0, 8)}.json`, profile: 'form', importId: key, dryRun: false, acceptPartial: false, author, edited: { kind, id, version } });
    if (report.outcome === 'refused') throw refused(report.firstIssues.map((found) => ({ ...found, column: found.column?.replace(/^record\./, '') ?? null })));
    return { outcome: report.outcome === 'applied' ? 'stored' : 'unchanged', importId: report.outcome === 'applied' ? key : null, reviewId: null, dataVersion: report.dataVersion };
  } catch (error) {
    if (!(error instanceof StaleRecord)) throw error;
    // Read as whoever edits: what became hidden meanwhile is not there.
    const now = await startEdit({ database, actor }, { kind, id });
    throw new Problem('recordChanged', [], { version: now.version, theirs: now.edit });
  }
}

const saysTheSame = (kind: EditedKind, before: EditedRecord, after: EditedRecord): boolean =>
  changedFields(kind, before as RecordState, after as RecordState).every(({ field }) => field === 'source' || field === 'mergedInto');

/** A name of a person is refused where it is typed; so is a tier that the asker does not see. What stood there before is not the asker’s fault. */
function refuseTexts(body: EditBody, actor: Actor, before: RecordEdit): void {
  const texts = personalTexts({ enteredBy: body.enteredBy, source: body.source, edit: body.edit }).map((one) => ({ ...one, column: one.column?.replace(/^edit\./, '') ?? null, row: 1 }));
  const stood = new Set(personalTexts({ edit: before }).map(({ value }) => value));
  const tiers: readonly string[] = visibleTiers(viewerOf(actor));
  const isOther = body.edit.tier !== before.tier;
  const found = [...texts.filter(({ value }) => !stood.has(value)), ...(isOther && actor.role === 'partner' && !tiers.includes(body.edit.tier) ? [issue('tierNotYours', 'error', { row: 1, column: 'tier', value: body.edit.tier })] : [])];
  if (found.length > 0) throw refused(found);
}

async function propose({ database: { kysely }, actor }: EditSources, { kind, id }: Subject, { key, enteredBy, source, edit }: EditBody): Promise<EditAnswer> {
  const provinces = await provincesTouched(kysely, kind, id, edit);
  await addReview(kysely, { id: key, accountId: actor.accountId, organisationId: actor.organisationId, enteredBy, source, kind, recordId: id, edit, provinces });
  return { outcome: 'proposed', importId: null, reviewId: key, dataVersion: await readDataVersion(kysely) };
}
