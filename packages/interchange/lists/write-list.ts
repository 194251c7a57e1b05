import { noticeOf, type TableColumn, type TableMeta } from '../write-table';
import type { ListRow } from './list-rows';
import { RECORD_LISTS, type RecordListName } from './record-lists';

/** Columns of the file of a list: optional ones only where a row has a cell for them. */
export function listTableColumns(list: RecordListName, rows: readonly ListRow[]): TableColumn<ListRow>[] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row)));
  return RECORD_LISTS[list].columns
    .filter(({ key, optional }) => !optional || filled.has(key))
    .map(({ key, header, hxl, date }) => ({ key, header, hxl, date, value: (row) => row[key] ?? null }));
}

/** Stand in the geometry: a geographic tool that moves a point changes it there. */
const IN_GEOMETRY: ReadonlySet<string> = new Set(['lat', 'lng']);

/** Properties of the features of a list: plain values, one level, for a geographic tool shows no others. */
export function listProperties(list: RecordListName, rows: readonly ListRow[]): (row: ListRow) => ListRow {
  const keys = listTableColumns(list, rows).map(({ key }) => key).filter((key) => !IN_GEOMETRY.has(key));
  return (row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
}

/** The members of a FeatureCollection that say what it is. */
export const featuresHead = ({ title, exercise, trial, sources, date, parameters, dataVersion }: TableMeta & { readonly dataVersion: number }) => ({
  type: 'FeatureCollection', title, ...noticeOf({ exercise, trial: trial ?? false }), dataVersion, date, parameters, sources,
});
