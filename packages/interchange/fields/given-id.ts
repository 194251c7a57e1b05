import type { ImportRecord } from '#domain/import-records';
import { fieldsByKind } from './field-names';
import type { FieldRow, FieldTable } from './field-row';

/** What makes a record the same one, as a row says it itself. */
export interface GivenId {
  readonly scheme: string;
  readonly externalId: string;
}

const ID = /^([a-z][\w.-]*):(\S(?:.*\S)?)$/i;

/** The `scheme:externalId` of a field; null: the row gives none. One that has another form is an error in a template, and no id anywhere else. */
export function givenId(row: FieldRow, name = 'id'): GivenId | null {
  const given = row.text(name);
  if (given === null) return null;
  const [, scheme, externalId] = ID.exec(given) ?? [];
  if (scheme !== undefined && externalId !== undefined) return { scheme, externalId };
  if (row.of.strict) row.report('idInvalid', 'error', name, 'scheme:id');
  return null;
}

type RecordOf<Kind extends ImportRecord['kind']> = Extract<ImportRecord, { kind: Kind }>['record'];

/** Keys of the record that the columns of the table speak of: the stored record keeps its others. */
export function onlyOf<Kind extends ImportRecord['kind']>(of: FieldTable): readonly (keyof RecordOf<Kind> & string)[] {
  const keys = fieldsByKind[of.recordKind].flatMap(({ name, recordField }) => (recordField !== null && of.columns.has(name) ? [recordField] : []));
  return [...new Set(keys)] as (keyof RecordOf<Kind> & string)[];
}

/**
 * The same for one row: an empty cell of these fields says nothing, because the reader would fill it by its rules or from the file. What is
 * known stays.
 */
export function onlyFilled<Kind extends ImportRecord['kind']>(row: FieldRow, derived: readonly (keyof RecordOf<Kind> & string)[]): readonly (keyof RecordOf<Kind> & string)[] {
  const isEmpty = (key: string): boolean => fieldsByKind[row.of.recordKind].every(({ name, recordField }) => recordField !== key || row.text(name) === null);
  return onlyOf<Kind>(row.of).filter((key) => !derived.includes(key) || !isEmpty(key));
}
