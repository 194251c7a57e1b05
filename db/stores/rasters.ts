import { raster, type RasterRecord } from '#domain/reach-records';
import type { Handle } from './handle';

/** A raster that is loaded. Rasters are public: they tell of no structure and no person. */
export interface StoredRaster {
  readonly id: string;
  readonly record: RasterRecord;
}

/** The one loaded last first. Leans on `programme_record_by_kind`. */
export async function listRasters(db: Handle): Promise<StoredRaster[]> {
  const rows = await db
    .selectFrom('programme_record as p')
    .innerJoin('import_batch as b', 'b.id', 'p.import_batch_id')
    .where('p.kind', '=', 'raster')
    .select(['p.id', 'p.content', 'p.source', 'p.source_row as sourceRow'])
    .orderBy('b.ordinal', 'desc')
    .orderBy('p.id')
    .execute();
  return rows.map(({ id, content, source, sourceRow }) => ({ id, record: raster.parse({ ...content, source, sourceRow }) }));
}
