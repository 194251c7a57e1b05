import { listAreaPoints } from '#db/stores/area-points';
import type { ListSources } from '../lists';
import { StandingWorker } from '../standing-worker';
import type { TableName } from './tables';
import { areaPointKey, type AreaPoints } from './write-features';
import type { ExportFormat, FromTableWriter, TableHeading, ToTableWriter } from './write-table-worker';

/** Rows of a table: pages of a list, or the JSON of an answer that holds them under `key`. */
export type TableRows = AsyncIterable<readonly unknown[]> | { readonly bytes: Uint8Array; readonly key: string };

const NO_POINTS: AreaPoints = new Map();

const writers = new StandingWorker(new URL('./write-table-worker.ts', import.meta.url));

/** Writes a table as a file, in a thread of its own: a workbook of 16,000 rows takes seconds. `points`: where rows are that are known by area. */
export async function writeInWorker(table: TableName, format: ExportFormat, heading: TableHeading, rows: TableRows, points: AreaPoints = NO_POINTS): Promise<Uint8Array<ArrayBuffer>> {
  const worker = writers.take();
  const send = (message: ToTableWriter): void => worker.postMessage(message);
  try {
    const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The table writer ended without an answer.')));
      worker.on('message', (message: FromTableWriter) => (message.kind === 'written' ? resolve(message.bytes) : reject(new Error(message.message))));
    });
    // A page that fails below must not leave this one unheard.
    written.catch(() => undefined);
    if ('bytes' in rows) send({ kind: 'json', bytes: rows.bytes, key: rows.key });
    else for await (const page of rows) send({ kind: 'rows', rows: page });
    send({ kind: 'write', table, format, heading, points });
    const bytes = await written;
    await writers.putBack(worker);
    return bytes;
  } catch (error) {
    // It may hold rows of what failed.
    await worker.terminate();
    throw error;
  }
}

/** A point inside every area, for features; nothing for tables, which have no use for them. */
export async function pointsFor({ database, viewer }: Pick<ListSources, 'database' | 'viewer'>, format: ExportFormat): Promise<AreaPoints> {
  if (format !== 'geojson') return NO_POINTS;
  return new Map((await listAreaPoints(database.kysely, viewer)).map(({ type, code, lngLat }) => [areaPointKey(type, code), lngLat]));
}
