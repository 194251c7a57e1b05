import type { ColumnType, Generated } from 'kysely';
import type { EditedKind, ReviewState } from '#domain/record-changes';

/** One row of a record's table, columns as JSON gives them, and the rows of its parts by table. Geometry is hexadecimal EWKB. */
export interface RecordImage {
  readonly row: Readonly<Record<string, unknown>>;
  readonly parts: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** What a partner wants changed, and what became of it. */
interface EditReview {
  id: string;
  proposed_at: Generated<string>;
  account_id: string | null;
  organisation_id: string | null;
  entered_by: string;
  source: string | null;
  record_kind: EditedKind;
  record_id: string;
  edit: ColumnType<unknown, string, never>;
  provinces: string[];
  state: Generated<ReviewState>;
  reason: string | null;
  decided_at: string | null;
  decided_by: string | null;
}

/** What loads overwrote or said again, and edits that wait. */
export interface JournalTables {
  record_before: { batch_id: string; record_table: string; record_id: string; before_batch_id: string; content_hash: string; image: RecordImage };
  /** What a load says of an organisation by naming it. `name` null: by another name only. */
  organisation_said: { batch_id: string; organisation_id: string; name: string | null; acronym: string | null; type: string; type_as_given: string | null; source: string; source_row: number | null };
  /** What a load made of a fingerprint. `initiative_id` null: it stands for itself again. */
  initiative_alias_said: { batch_id: string; scheme: string; external_id: string; initiative_id: string | null; score: number | null; reasons: string[] };
  edit_review: EditReview;
  record_seen: { batch_id: string; record_table: string; record_id: string; source_row: number | null };
}
