import { readRecordsByKey } from '#db/stores/read-records';
import { provincesAt, provincesOfAreas, recordScope } from '#db/stores/record-scope';
import type { Handle } from '#db/stores/handle';
import type { Actor } from '#domain/permissions';
import type { EditedKind } from '#domain/record-changes';
import type { EditedRecord, InitiativeEdit, RecordEdit, StructureEdit } from '#domain/record-edits';
import type { Viewer } from '#domain/viewer';
import { Problem } from '../../problem';

/** What becomes of an edit: stored at once, kept for the coordination, or refused because it is of a province that is not the asker’s. */
export type EditOutcome = 'stored' | 'proposed' | 'refused';

/** The record as it stands. Throws `notFound`, also for what this viewer may not see. */
export async function editedRecord(db: Handle, viewer: Viewer, kind: EditedKind, id: string): Promise<EditedRecord> {
  // Whole records are for who may edit; the matrix keeps the public from coming here.
  const record = viewer === 'public' ? undefined : (await readRecordsByKey(db, viewer, kind, [id])).get(id);
  if (record === undefined) throw new Problem('notFound');
  return record;
}

export const labelOf = (kind: EditedKind, record: EditedRecord): string => (kind === 'structure' ? (record as { name: string }).name : (record as { title: string }).title);

/** Codes of the provinces that a record is in, before an edit and after it. */
export async function provincesTouched(db: Handle, kind: EditedKind, id: string, edit: RecordEdit | null): Promise<string[]> {
  const { provinces } = await recordScope(db, kind, id);
  const after = edit === null ? [] : kind === 'initiative' ? await provincesOfAreas(db, (edit as InitiativeEdit).areaCodes) : await provincesOfPoint(db, edit as StructureEdit);
  return [...new Set([...provinces, ...after])].sort();
}

const provincesOfPoint = async (db: Handle, { lngLat }: StructureEdit): Promise<string[]> => (lngLat === null ? [] : provincesAt(db, lngLat));

/** What becomes of an edit of this record by this actor. A co-lead writes only where every province is theirs; a partner only what is its organisation’s. */
export async function outcomeFor(db: Handle, actor: Actor, kind: EditedKind, id: string, edit: RecordEdit | null = null): Promise<EditOutcome> {
  if (actor.role === 'partner') {
    const { organisationIds } = await recordScope(db, kind, id);
    return actor.organisationId !== null && organisationIds.includes(actor.organisationId) ? 'stored' : 'proposed';
  }
  if (actor.provinces === 'all') return 'stored';
  const touched = await provincesTouched(db, kind, id, edit);
  const own = new Set(actor.provinces);
  return touched.length > 0 && touched.every((code) => own.has(code)) ? 'stored' : 'refused';
}
