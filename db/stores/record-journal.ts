import { sql } from 'kysely';
import type { ChangeOrigin } from '#domain/change-author';
import type { Role } from '#domain/permissions';
import type { EditedKind, RecordState } from '#domain/record-changes';
import { hiddenSeenIn, type Viewer, visibleTiers } from '#domain/viewer';
import type { RecordImage } from '../journal-schema';
import type { Handle } from './handle';
import { imageOf } from './record-images';
import { statesOfImages } from './record-states';

/** One change of a record. `before` null: it was not there; `after` null: it is gone. Who made it is null where nobody said. */
export interface RecordChange {
  /** Of the journal; rises with time. The last one of a record is its version. */
  readonly number: number;
  readonly at: string;
  readonly origin: ChangeOrigin | null;
  readonly role: Role | null;
  readonly accountId: string | null;
  readonly organisation: string | null;
  readonly fileName: string | null;
  readonly before: RecordState | null;
  readonly after: RecordState | null;
}

type Entry = Omit<RecordChange, 'before' | 'after'> & { readonly before: RecordImage | null; readonly after: RecordImage | null };

/**
 * Changes of a record, newest first. One of which the state before or after is above this viewer’s tier is left out whole: of the time when it was hidden
 * there is nothing to read. Empty also for what was stored before there was a journal. Leans on the primary key of `journal_entry`.
 */
export async function listRecordChanges(db: Handle, viewer: Viewer, kind: EditedKind, id: string): Promise<RecordChange[]> {
  const { rows } = await sql<Entry>`
    select e.change_id as number, c.at, c.origin, c.role, c.account_id as "accountId", o.name as organisation, b.file_name as "fileName", e.before,
      case when lead(e.change_id) over w is null then (select ${imageOf(kind)} from ${sql.table(kind)} as t where t.id = ${id}) else lead(e.before) over w end as after
    from journal_entry as e join journal_change as c on c.id = e.change_id left join import_batch as b on b.id = c.batch_id left join organisation as o on o.id = c.organisation_id
    where e.record_table = ${kind} and e.record_id = ${id} window w as (order by e.change_id) order by e.change_id desc`.execute(db);
  const provinces = await hiddenProvinces(db, viewer);
  const seen = rows.filter((entry) => [entry.before, entry.after].every((image) => image === null || isSeen(image, viewer, provinces)));
  const states = await statesOfImages(db, viewer, kind, seen.flatMap(({ before, after }) => [before, after]));
  return seen.map((entry, at) => ({ ...entry, before: states[2 * at] ?? null, after: states[2 * at + 1] ?? null }));
}

/** Ids of the provinces whose hidden structures this viewer sees. */
async function hiddenProvinces(db: Handle, viewer: Viewer): Promise<ReadonlySet<unknown>> {
  const codes = hiddenSeenIn(viewer);
  if (codes === 'all' || codes.length === 0) return new Set();
  const rows = await db.selectFrom('area').where('type', '=', 'province').where('code', 'in', codes).select('id').execute();
  return new Set(rows.map(({ id }) => id));
}

function isSeen({ row }: RecordImage, viewer: Viewer, provinces: ReadonlySet<unknown>): boolean {
  const tiers: readonly unknown[] = visibleTiers(viewer);
  return tiers.includes(row['tier']) || (row['tier'] === 'hidden' && provinces.has(row['province_id'] ?? ''));
}

/** The number of the last change of a record: what a form says it has edited. 0: none since there is a journal. Leans on the primary key. */
export async function recordVersion(db: Handle, kind: EditedKind, id: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`select coalesce(max(change_id), 0) as number from journal_entry where record_table = ${kind} and record_id = ${id}`.execute(db);
  return rows[0]?.number ?? 0;
}

/** A record in the version that somebody has edited. */
export interface EditedVersion {
  readonly kind: EditedKind;
  readonly id: string;
  readonly version: number;
}

/** Somebody changed the record in between. */
export class StaleRecord extends Error {}

/** Throws `StaleRecord` if the record changed since this version. Call it in the transaction of the change, after `markAuthor`: no other writer comes between. */
export async function refuseStale(transaction: Handle, { kind, id, version }: EditedVersion): Promise<void> {
  if ((await recordVersion(transaction, kind, id)) !== version) throw new StaleRecord(`${kind} ${id}: version ${version} expected`);
}
