import { parentPort } from 'node:worker_threads';
import { type TableColumn, type TableMeta, writeTable } from '#interchange/write-table';
import { type AreaPoints, writeFeatures } from './write-features';
import { columnsOfTable, type TableName } from './tables';

export type ExportFormat = 'csv' | 'xlsx' | 'hxl' | 'geojson';

/** What a table stands on, and the version of the data it was taken from. */
export interface TableHeading extends TableMeta {
  readonly dataVersion: number;
}
export type ToTableWriter =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  /** Rows as the JSON of an answer, and the key that holds them. */
  | { readonly kind: 'json'; readonly bytes: Uint8Array; readonly key: string }
  | { readonly kind: 'write'; readonly table: TableName; readonly format: ExportFormat; readonly heading: TableHeading; readonly points: AreaPoints };
export type FromTableWriter = { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'failed'; readonly message: string };

const port = parentPort;
if (port === null) throw new Error('write-table-worker runs in a worker thread only');

let rows: unknown[] = [];
port.on('message', (message: ToTableWriter) => {
  if (message.kind === 'rows') rows.push(...message.rows);
  else if (message.kind === 'json') rows.push(...((JSON.parse(new TextDecoder().decode(message.bytes)) as Record<string, unknown[]>)[message.key] ?? []));
  else void write(message, takeRows()).then((answer) => port.postMessage(answer), (error: unknown) => port.postMessage({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});

/** The next table begins with none. */
function takeRows(): readonly unknown[] {
  const taken = rows;
  rows = [];
  return taken;
}

async function write({ table, format, heading, points }: Extract<ToTableWriter, { kind: 'write' }>, rows: readonly unknown[]): Promise<FromTableWriter> {
  if (format === 'geojson') return { kind: 'written', bytes: writeFeatures(table, rows, heading, points) };
  const written = await writeTable(format, columnsOfTable(table, rows) as readonly TableColumn<unknown>[], rows, heading);
  return { kind: 'written', bytes: typeof written === 'string' ? new TextEncoder().encode(written) : new Uint8Array(written) };
}
