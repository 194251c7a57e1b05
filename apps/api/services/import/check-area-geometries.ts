import type { Database } from '#db/database';
import { checkGeometries } from '#db/stores/area-geometries';
import { issue } from '#domain/issue';
import type { AreaRecord, MultiPolygon } from '#domain/records';
import { addIssue, countVertices, type StagedRow } from './staged-row';

/** Coordinates per question to the database: larger ones would keep this thread busy packing them. */
const VERTICES_PER_CHUNK = 10_000;

interface Located {
  readonly row: StagedRow;
  readonly index: number;
  readonly record: AreaRecord;
  readonly geometry: MultiPolygon;
}

/**
 * Has the database check every outline, in chunks: one that crosses itself refuses its row, a small fault is repaired and said.
 * Reads only; nothing is stored.
 */
export async function checkAreaGeometries(database: Database, rows: readonly StagedRow[], onDone: (rowsDone: number) => void): Promise<void> {
  let chunk: Located[] = [];
  let vertices = 0;
  let done = 0;
  const flush = async (): Promise<void> => {
    const results = await checkGeometries(database.kysely, chunk.map(({ geometry }) => geometry));
    for (const [at, { row, index, record }] of chunk.entries()) {
      const result = results[at];
      if (result === undefined) throw new Error(`checkGeometries answered ${results.length} geometries for ${chunk.length}`);
      if (result.status === 'selfCrossing') addIssue(row, issue('selfCrossing', 'error', { row: row.row, value: result.detail }));
      if (result.status === 'repaired') {
        addIssue(row, issue('geometryRepaired', 'warning', { row: row.row, value: result.detail }));
        row.records[index] = { kind: 'area', record: { ...record, geometry: result.geometry } };
      }
    }
    done += chunk.length;
    chunk = [];
    vertices = 0;
    onDone(done);
  };
  for (const row of rows) {
    for (const [index, { kind, record }] of row.records.entries()) {
      if (kind !== 'area' || record.geometry === null) continue;
      chunk.push({ row, index, record, geometry: record.geometry });
      vertices += countVertices(record.geometry);
      if (vertices >= VERTICES_PER_CHUNK) await flush();
    }
  }
  if (chunk.length > 0) await flush();
}
