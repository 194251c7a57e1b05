import type { Field } from '../fields/field';
import { fieldNamed, type TableRecordKind } from '../fields/field-names';

/** One column of a list of records that goes out, and what it is on the way back. */
export interface ListColumn {
  /** Name of the property in GeoJSON, and of the cell in a row. */
  readonly key: string;
  /** In both languages; in compared form it tells our own list from any other table. */
  readonly header: string;
  readonly hxl: string;
  /** Field of the record that it fills when the list is loaded back; null: derived, for whoever reads the list. */
  readonly field: string | null;
  /** Values are dates as YYYY-MM-DD. */
  readonly date: boolean;
  /** Stands in a file only where a row has its cell, be it empty. */
  readonly optional: boolean;
}

/** A list of records: its columns in order, and the keys without which a table is not taken for it. */
export interface RecordList {
  readonly recordKind: TableRecordKind;
  readonly columns: readonly ListColumn[];
  /** Columns whose headers together are in no other table. */
  readonly telling: readonly string[];
  /** Properties that features of the list have, all of them. */
  readonly properties: readonly string[];
}

type Options = Partial<Pick<ListColumn, 'key' | 'header' | 'hxl' | 'optional'>>;

const bilingual = ({ fr, en }: Pick<Field, 'fr' | 'en'>): string => (fr === en ? fr : `${fr} / ${en}`);

/** The column of a field. */
export function fieldColumn(kind: TableRecordKind, name: string, options: Options = {}): ListColumn {
  const field = fieldNamed(kind, name);
  if (field === null) throw new Error(`fieldColumn: ${kind} has no field ${name}`);
  return { key: name, header: bilingual(field), hxl: field.tag, field: name, date: field.form === 'date' && !field.several, optional: false, ...options };
}

/** A column that is not read back. */
export const derivedColumn = (key: string, header: string, hxl: string, options: { readonly date?: boolean; readonly optional?: boolean } = {}): ListColumn => ({ key, header, hxl, field: null, date: false, optional: false, ...options });
