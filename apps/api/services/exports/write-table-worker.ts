import { parentPort } from 'node:worker_threads';
import { type TableColumn, writeTable } from '#interchange/write-table';
import { TABLES, type TableName } from './tables';

/** What a table stands on: in each of its rows, so that no copy of a part of it loses it. */
export interface TableHeading {
  readonly title: string;
  readonly exercise: boolean;
  readonly sources: readonly string[];
  /** Day that the answer is about, or on which the list was taken. */
  readonly date: string;
  readonly parameters: string;
}
export type ToTableWriter =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  /** Rows as the JSON of an answer, and the key that holds them. */
  | { readonly kind: 'json'; readonly bytes: Uint8Array; readonly key: string }
  | { readonly kind: 'write'; readonly table: TableName; readonly format: 'csv' | 'xlsx' | 'hxl'; readonly heading: TableHeading };
export type FromTableWriter = { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'failed'; readonly message: string };

const port = parentPort;
if (port === null) throw new Error('write-table-worker runs in a worker thread only');

const rows: unknown[] = [];
port.on('message', (message: ToTableWriter) => {
  if (message.kind === 'rows') rows.push(...message.rows);
  else if (message.kind === 'json') rows.push(...((JSON.parse(new TextDecoder().decode(message.bytes)) as Record<string, unknown[]>)[message.key] ?? []));
  else void write(message).then((answer) => port.postMessage(answer), (error: unknown) => port.postMessage({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});

async function write({ table, format, heading }: Extract<ToTableWriter, { kind: 'write' }>): Promise<FromTableWriter> {
  const columns = [...(TABLES[table] as TableColumn<unknown>[]), ...headingColumns(table, heading)];
  const { title, exercise, sources } = heading;
  const written = await writeTable(format, columns, rows, { title, exercise, sources: [...sources] });
  return { kind: 'written', bytes: typeof written === 'string' ? new TextEncoder().encode(written) : new Uint8Array(written) };
}

/** The notice of exercise data is the writer's own part. */
function headingColumns(table: TableName, { sources, date, parameters }: TableHeading): TableColumn<unknown>[] {
  const constant = (key: string, header: string, hxl: string, value: string): TableColumn<unknown> => ({ key, header, hxl, value: () => value });
  return [
    ...(TABLES[table].some(({ key }) => key === 'source') ? [] : [constant('sources', 'Sources', '#meta+source', sources.join('; '))]),
    constant('date', 'Date', '#date', date),
    constant('parameters', 'Paramètres / Parameters', '#meta+parameters', parameters),
  ];
}
