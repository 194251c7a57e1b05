import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import type { Handle } from './handle';

/** How a column travels in the JSON that carries the rows. `outline`: GeoJSON; `position`: longitude, latitude. */
type ColumnKind = 'text' | 'integer' | 'bigint' | 'double precision' | 'boolean' | 'date' | 'jsonb' | 'text[]' | 'outline' | 'position';
type Columns<T extends keyof Schema> = Readonly<Partial<Record<keyof Insertable<Schema[T]> & string, ColumnKind>>>;

/** Larger statements would keep the sending thread busy packing them. */
const ROWS_PER_STATEMENT = 500;

/**
 * Writes rows in bulk: one JSON parameter a statement, whatever the number of rows. With `key`, a row whose key is there
 * already is replaced; the columns that are not named keep their value.
 */
export async function writeRows<T extends keyof Schema>(db: Handle, table: T, columns: Columns<T>, rows: readonly Insertable<Schema[T]>[], key: readonly (keyof Schema[T] & string)[] = []): Promise<void> {
  const kinds = Object.entries(columns) as [string, ColumnKind][];
  const names = sql.join(kinds.map(([name]) => sql.ref(name)));
  const declared = sql.join(kinds.map(([name, kind]) => sql`${sql.ref(name)} ${sql.raw(TRANSPORT[kind] ?? kind)}`));
  const values = sql.join(kinds.map(([name, kind]) => valueOf(name, kind)));
  const replaced = kinds.filter(([name]) => !(key as readonly string[]).includes(name)).map(([name]) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  const conflict = key.length === 0 ? sql`` : sql`on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${sql.join(replaced)}`;
  for (const part of partsOf(rows, ROWS_PER_STATEMENT)) {
    await sql`insert into ${sql.table(table)} (${names}) select ${values} from json_to_recordset(${JSON.stringify(part)}::json) as r(${declared}) ${conflict}`.execute(db);
  }
}

const TRANSPORT: Partial<Record<ColumnKind, string>> = { outline: 'json', position: 'double precision[]' };

function valueOf(name: string, kind: ColumnKind): RawBuilder<unknown> {
  const column = sql.ref(`r.${name}`);
  if (kind === 'outline') return sql`st_setsrid(st_geomfromgeojson(${column}), 4326)`;
  if (kind === 'position') return sql`st_setsrid(st_makepoint(${column}[1], ${column}[2]), 4326)`;
  return column;
}

/** Removes the rows that belong to these owners, before they are written anew. Leans on the index that begins with `column`. */
export async function deleteOf(db: Handle, table: keyof Schema, column: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = any(${ids})`.execute(db);
}

export function* partsOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Numbers the items of a list from 1, to keep their order in a table. */
export const numbered = <T, Row>(items: readonly T[], row: (item: T, ordinal: number) => Row): Row[] => items.map((item, index) => row(item, index + 1));
