import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import type { TableName } from './tables';
import type { FromTableWriter, TableHeading, ToTableWriter } from './write-table-worker';

export type TableFormat = 'csv' | 'xlsx' | 'hxl';

/** Rows of a table: pages of a list, or the JSON of an answer that holds them under `key`. */
export type TableRows = AsyncIterable<readonly unknown[]> | { readonly bytes: Uint8Array; readonly key: string };

/** Writes a table as a file, in a thread of its own: a workbook of 16,000 rows takes seconds. */
export async function writeInWorker(table: TableName, format: TableFormat, heading: TableHeading, rows: TableRows): Promise<Uint8Array<ArrayBuffer>> {
  const worker = startTypescriptWorker(new URL('./write-table-worker.ts', import.meta.url));
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
    send({ kind: 'write', table, format, heading });
    return await written;
  } finally {
    await worker.terminate();
  }
}
