import type { ColumnType } from 'kysely';
import type { MultiPolygon } from '#domain/records';
import type { LngLat } from '#domain/units';

/**
 * What comes out of the database on either driver: `bigint` and `numeric` as number, `date` as `YYYY-MM-DD`,
 * `timestamptz` as an ISO string, `bytea` as `Uint8Array`, `json` parsed. Null is unknown, never zero.
 */
export type Json<T> = T;
/** Geometry is written as GeoJSON or a position, and never read as a column: the stores ask for GeoJSON, or for x and y. */
export type Outline = ColumnType<never, MultiPolygon | null, never>;
export type Position = ColumnType<never, LngLat | null, never>;

interface Provenance {
  import_batch_id: string;
  source: string;
  source_row: number | null;
}
/** `content_hash` tells an unchanged record from a changed one; the row it came from is no part of it. */
export interface Saved extends Provenance {
  content_hash: string;
}
