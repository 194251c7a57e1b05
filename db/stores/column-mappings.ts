import { sql } from 'kysely';
import { z } from 'zod';
import type { Viewer } from '#domain/viewer';
import { writeRows } from './bulk';
import type { Handle } from './handle';
import { idOf } from './identity';

/** A mapping of the columns of a table, kept under a name. One for each signature of headers. */
export interface StoredMapping {
  readonly id: string;
  readonly name: string;
  readonly signature: string;
  readonly recordKind: 'initiative' | 'structure' | 'organisation' | 'area' | 'population' | 'assessment' | 'stock';
  /** Name of the field by 0-based column. */
  readonly columns: Readonly<Record<number, string>>;
}

const columnsInJson = z.record(z.string().regex(/^\d+$/), z.string());

/** Keeps a mapping; one for the same headers is replaced. Answers its id. Leans on the primary key. */
export async function saveMapping(db: Handle, mapping: Omit<StoredMapping, 'id'>): Promise<string> {
  const id = idOf('column_mapping', mapping.signature);
  await writeRows(
    db,
    'column_mapping',
    { id: 'text', name: 'text', signature: 'text', record_kind: 'text', columns: 'jsonb' },
    [{ id, name: mapping.name, signature: mapping.signature, record_kind: mapping.recordKind, columns: mapping.columns }],
    ['id'],
  );
  await sql`update column_mapping set saved_at = now() where id = ${id}`.execute(db);
  return id;
}

/** All mappings, the one saved last first. The public has none: they are the coordination’s own. */
export async function listMappings(db: Handle, viewer: Viewer): Promise<StoredMapping[]> {
  if (viewer === 'public') return [];
  const rows = await db.selectFrom('column_mapping').select(['id', 'name', 'signature', 'record_kind as recordKind', 'columns']).orderBy('saved_at', 'desc').orderBy('id').execute();
  return rows.map((row) => ({ ...row, columns: columnsInJson.parse(row.columns) }));
}

/** Forgets a mapping. False: there was none of this id. */
export async function deleteMapping(db: Handle, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`delete from column_mapping where id = ${id} returning id`.execute(db);
  return rows.length > 0;
}
