import type { Handle } from '#db/stores/handle';
import { noteSeen } from '#db/stores/journal';
import { readStoredRecords, type ReadableKind, rowIdsOf } from '#db/stores/read-records';
import { overlayRecord } from '#domain/overlay-record';
import type { ImportRecord } from '#domain/import-records';
import { toolItself } from '#domain/viewer';
import type { StagedRow } from './staged-row';

type ReadableEntry = Extract<ImportRecord, { kind: ReadableKind }>;
type Keys = readonly (keyof ReadableEntry['record'])[];

const KINDS: readonly ReadableKind[] = ['area', 'organisation', 'structure', 'assessment', 'initiative'];

/**
 * Makes whole records of those that speak of some fields only: what is stored, with the fields as the row gives them. One that says nothing new
 * is taken out of its row, which then is unchanged, and the batch says the record again: to report that nothing changed is a report. One that is not stored yet
 * stays as it is, and is new.
 */
export async function overlayGiven(db: Handle, batchId: string, rows: readonly StagedRow[]): Promise<void> {
  for (const kind of KINDS) await overlayKind(db, batchId, kind, rows);
}

async function overlayKind(db: Handle, batchId: string, kind: ReadableKind, rows: readonly StagedRow[]): Promise<void> {
  const isGiven = (entry: ImportRecord): entry is ReadableEntry => entry.kind === kind && entry.only !== undefined;
  const given = rows.filter(({ outcome }) => outcome === 'pending').flatMap((row) => row.records.filter(isGiven).map((entry) => ({ row, entry })));
  if (given.length === 0) return;
  const stored = await readStoredRecords(db, toolItself, kind, given.map(({ entry }) => entry.record));
  const again: { readonly row: StagedRow; readonly entry: ReadableEntry }[] = [];
  for (const [at, { row, entry }] of given.entries()) {
    const before = stored[at] ?? null;
    if (before === null) continue;
    const whole = overlayRecord(kind, before, entry.record, (entry.only ?? []) as Keys);
    if (whole === before) again.push({ row, entry });
    // Whole now: it speaks of everything.
    const { only: _, ...rest } = entry;
    row.records = whole === before ? row.records.filter((one) => one !== entry) : row.records.map((one) => (one === entry ? ({ ...rest, record: whole } as ImportRecord) : one));
  }
  const ids = await rowIdsOf(db, kind, again.map(({ entry }) => entry.record));
  await noteSeen(db, batchId, kind, again.flatMap(({ row }, at) => {
    const id = ids[at] ?? null;
    return id === null ? [] : [{ id, sourceRow: row.row }];
  }));
  for (const { row } of given) if (row.outcome === 'pending' && row.records.length === 0) row.outcome = 'unchanged';
}
