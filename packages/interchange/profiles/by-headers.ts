import type { FieldTable } from '../fields/field-row';
import type { TableRecordKind } from '../fields/field-names';
import { readFields, type ExternalIdOf } from '../fields/read-fields';
import { suggestFields, suggestKind, type HeaderOfColumn } from '../fields/suggest-fields';
import type { ProfileReading, ReadContext } from '../row-draft';
import type { Table, TableHead } from '../table';

const columnsOf = (head: Pick<TableHead, 'keys' | 'tags'>): HeaderOfColumn[] => head.keys.map((key, index) => ({ key, tag: head.tags?.[index] ?? null }));

/** The last headers that were looked at: several profiles ask about the same ones. */
const lastKinds = new Map<string, TableRecordKind | null>();
const MAX_REMEMBERED = 16;

/** Kind of record that the headers of a table describe by their words; null: none for sure. */
export function kindByHeaders(head: Pick<TableHead, 'keys' | 'tags'>): TableRecordKind | null {
  const memo = head.keys.join('\u001f');
  const known = lastKinds.get(memo);
  if (known !== undefined) return known;
  const kind = suggestKind(columnsOf(head));
  if (lastKinds.size >= MAX_REMEMBERED) lastKinds.clear();
  lastKinds.set(memo, kind);
  return kind;
}

/** Reads a table by the words of its headers. `scheme`: of the records whose rows give no id. */
export function readByHeaders(table: Table, recordKind: TableRecordKind, scheme: string, context: ReadContext, externalIdOf?: ExternalIdOf): ProfileReading {
  return readFields(tableByHeaders(table, recordKind, scheme, context), externalIdOf);
}

function moreBarriers(headers: readonly HeaderOfColumn[], columns: Map<string, number[]>): void {
  const bare = (key: string): string => key.replace(/ ?\b[1-9]\b ?/g, ' ').trim();
  const taken = new Set([...columns.values()].flat());
  for (const [field, [first]] of columns) {
    if (!field.startsWith('barriers') || first === undefined) continue;
    const wanted = bare(headers[first]?.key ?? '');
    headers.forEach(({ key }, column) => {
      if (!taken.has(column) && key !== (headers[first]?.key ?? '') && bare(key) === wanted) columns.set(field, [...(columns.get(field) ?? []), column]);
    });
  }
}

/** The columns of a table by the words of their headers. */
export function tableByHeaders(table: Table, recordKind: TableRecordKind, scheme: string, context: ReadContext): FieldTable {
  const columns = new Map<string, number[]>();
  suggestFields(recordKind, columnsOf(table)).forEach((field, column) => {
    if (field !== null) columns.set(field, [column]);
  });
  // Surveys give each obstacle of one service a column: `barrier 1`, `barrier 2`.
  moreBarriers(columnsOf(table), columns);
  return { table, recordKind, columns, scheme, strict: false, context };
}
