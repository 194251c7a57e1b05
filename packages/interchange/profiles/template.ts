import { issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import { normaliseTag } from '../hxl-tags';
import { fieldsByKind, templateMarker, type TableRecordKind } from '../fields/field-names';
import { readFields } from '../fields/read-fields';
import { refusedFile, type ProfileReading, type ReadContext } from '../row-draft';
import type { Table, TableHead } from '../table';

/** Kind of record that a template of ours is for, by its mark above the headers; null: it is none. */
export function templateKind({ above }: Pick<TableHead, 'above'>): TableRecordKind | null {
  const kinds = Object.keys(fieldsByKind) as TableRecordKind[];
  return kinds.find((kind) => above.some((text) => text.trim() === templateMarker(kind))) ?? null;
}

export const recognisesTemplate = (_keys: readonly string[], head: Pick<TableHead, 'above' | 'tags'>): boolean => head.tags !== null && templateKind(head) !== null;

/**
 * A template that the tool wrote and a partner filled. Its hashtags say which field each column is; where they were deleted the
 * headers do. Rows that carry an id speak only of the fields that have a column. Lists are closed: anything else refuses the row.
 */
export function readTemplate(table: Table, context: ReadContext): ProfileReading {
  const recordKind = templateKind(table);
  if (recordKind === null) return refusedFile(issue('profileUnknown', 'error', { value: table.above.join(', '), expected: templateMarker('initiative') }));
  const columns = new Map<string, number[]>();
  table.headers.forEach((header, column) => {
    const tag = table.tags?.[column] ?? null;
    const given = normaliseName(header);
    const field = fieldsByKind[recordKind].find((each) => (tag === null ? [each.fr, each.en].some((label) => normaliseName(label) === given) : normaliseTag(each.tag) === normaliseTag(tag)));
    if (field !== undefined && !columns.has(field.name)) columns.set(field.name, [column]);
  });
  const missing = fieldsByKind[recordKind].filter(({ required, name }) => required && !columns.has(name));
  if (missing.length > 0) return refusedFile(issue('valueMissing', 'error', { column: missing.map(({ fr }) => fr).join(', ') }));
  return readFields({ table, recordKind, columns, scheme: 'template', strict: true, context });
}
