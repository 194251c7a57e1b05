/** One row of a record's table, columns as JSON gives them, and the rows of its parts by table. Geometry is hexadecimal EWKB. */
export interface RecordImage {
  readonly row: Readonly<Record<string, unknown>>;
  readonly parts: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** What loads overwrote or said again. */
export interface JournalTables {
  record_before: { batch_id: string; record_table: string; record_id: string; before_batch_id: string; content_hash: string; image: RecordImage };
  record_seen: { batch_id: string; record_table: string; record_id: string; source_row: number | null };
}
