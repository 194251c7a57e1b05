import type { Database } from '#db/database';
import { listRecordChanges, recordVersion } from '#db/stores/record-journal';
import { changedFields, type EditedKind } from '#domain/record-changes';
import { isCoordination, type Viewer } from '#domain/viewer';
import type { ChangesAnswer } from '../../contract/record-edits';
import { editedRecord } from './edited-record';

/** The changes of a record in fields. Which account made them is for the coordination only. Throws `notFound`, also for what this viewer may not see. */
export async function recordChanges({ kysely }: Database, viewer: Viewer, kind: EditedKind, id: string): Promise<ChangesAnswer> {
  await editedRecord(kysely, viewer, kind, id);
  const changes = await listRecordChanges(kysely, viewer, kind, id);
  const items = changes.map(({ before, after, accountId, ...change }) => ({
    ...change,
    accountId: isCoordination(viewer) ? accountId : null,
    change: before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const),
    // Of what was added the record itself tells.
    fields: before === null ? [] : changedFields(kind, before, after),
  }));
  return { version: await recordVersion(kysely, kind, id), items: items.filter(({ change, fields }) => change !== 'changed' || fields.length > 0) };
}
