import { issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import type { ImportRecord } from '#domain/import-records';
import type { FeatureFile, RawFeature } from '../containers/read-features';
import type { Cell } from '../cell-values';
import { joinCell } from '../fields/list-cells';
import { fieldsByKind } from '../fields/field-names';
import { readFields } from '../fields/read-fields';
import { withoutGuard } from '../formula-guard';
import { checkedMultiPolygon, geometryIssue } from '../geometry-checks';
import type { ListColumn } from '../lists/list-columns';
import { RECORD_LISTS, recordListNames, type RecordListName } from '../lists/record-lists';
import { digestOf, refusedFile, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { RowList, rowsInMemory } from '../row-list';
import type { Table } from '../table';
import { coordinateFault } from './areas';

/** Keys of headers in compared form, by list. */
const HEADER_KEYS: ReadonlyMap<RecordListName, ReadonlyMap<string, ListColumn>> = new Map(recordListNames.map((name) => [name, new Map(RECORD_LISTS[name].columns.map((column) => [normaliseName(column.header), column]))]));

/** The list of records that the tool wrote under these headers; null: none. */
export function ownListOf(keys: readonly string[]): RecordListName | null {
  const held = new Set(keys);
  return recordListNames.find((name) => RECORD_LISTS[name].telling.every((key) => RECORD_LISTS[name].columns.some((column) => column.key === key && held.has(normaliseName(column.header))))) ?? null;
}

export const recognisesOwnList = (keys: readonly string[]): boolean => ownListOf(keys) !== null;

/**
 * A list that the tool wrote, with or without hashtags, whoever saved it since. Like a template it speaks only of the fields that have a
 * column; columns that were computed are passed over.
 */
export function readOwnList(table: Table, context: ReadContext): ProfileReading {
  const name = ownListOf(table.keys);
  if (name === null) return refusedFile(issue('profileUnknown', 'error', { value: table.headers.join(', ') }));
  const byKey = HEADER_KEYS.get(name);
  // Without hashtags the guards before formulas still stand in the cells.
  const rows = table.tags !== null ? table.rows : new RowList(function* () {
    for (const { row, cells } of table.rows) yield { row, cells: cells.map((cell) => (typeof cell === 'string' ? withoutGuard(cell) : cell)) };
  });
  return readColumns(name, { ...table, rows }, table.keys.map((key) => byKey?.get(key) ?? null), context);
}

function readColumns(name: RecordListName, table: Table, columnOf: readonly (ListColumn | null)[], context: ReadContext): ProfileReading {
  const { recordKind } = RECORD_LISTS[name];
  const columns = new Map<string, number[]>();
  columnOf.forEach((column, index) => {
    const field = column?.field ?? null;
    if (field !== null && !columns.has(field)) columns.set(field, [index]);
  });
  const missing = fieldsByKind[recordKind].filter(({ required, name: field }) => required && !columns.has(field));
  if (missing.length > 0) return refusedFile(issue('valueMissing', 'error', { column: missing.map(({ fr }) => fr).join(', ') }));
  const { fileIssues, rows } = readFields({ table, recordKind, columns, scheme: 'template', strict: true, context });
  return { fileIssues, rows: name === 'areas' ? mapped(rows, populationApart) : rows };
}

function* mapped(drafts: Iterable<RowDraft>, change: (draft: RowDraft) => RowDraft): Generator<RowDraft> {
  for (const draft of drafts) yield change(draft);
}

/** The people of a list are the latest that any source counted in the area: a record of their own, not what the source of the area said. */
function populationApart(draft: RowDraft): RowDraft {
  const records = draft.records.flatMap((entry): ImportRecord[] => {
    if (entry.kind !== 'area') return [entry];
    const { population, ...area } = entry.record;
    const only = (entry.only ?? []).filter((key) => key !== 'population');
    const people: ImportRecord[] = population === null ? [] : [{ kind: 'population', record: { areaType: area.type, areaCode: area.code, areaName: null, parentName: null, ...population, sourceRow: area.sourceRow } }];
    return [{ ...entry, record: { ...area, population: null }, only }, ...people];
  });
  return { ...draft, records };
}

/** The list of records that the tool wrote as these features; null: none. A tool that saved them again keeps their properties. */
export function ownListOfFeatures({ features }: FeatureFile): RecordListName | null {
  const held = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
  return recordListNames.find((name) => RECORD_LISTS[name].properties.every((key) => held.has(key))) ?? null;
}

const OTHER_CODE = 'code_';
const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : value === null || value === undefined ? null : JSON.stringify(value));

/** The same for features: positions of structures and outlines of areas are their geometry, of everything else it is only for the map. */
export function readOwnFeatures(name: RecordListName, file: FeatureFile, context: ReadContext): ProfileReading {
  const fault = coordinateFault(file, () => null);
  if (fault !== null) return refusedFile(fault);
  const columns = RECORD_LISTS[name].columns;
  const headers = [...new Set(['codes', 'lat', 'lng', ...file.features.flatMap(({ properties }) => Object.keys(properties))])].filter((header) => columns.some(({ key }) => key === header));
  const table: Table = {
    sheet: file.layer, headerRow: 0, headers, keys: headers.map(normaliseName), tags: null, above: [],
    rows: rowsInMemory(file.features.map((feature) => ({ row: feature.row, cells: headers.map((header) => propertyOf(feature, header)) }))),
  };
  const { fileIssues, rows } = readColumns(name, table, headers.map((header) => columns.find(({ key }) => key === header) ?? null), context);
  if (name !== 'areas') return { fileIssues, rows };
  const byRow = new Map(file.features.map((feature) => [feature.row, feature]));
  return { fileIssues, rows: mapped(rows, (draft) => withOutline(draft, byRow.get(draft.row))) };
}

function propertyOf({ properties, geometry }: RawFeature, header: string): Cell {
  if (header === 'lat' || header === 'lng') {
    const position: readonly unknown[] = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : [];
    return cellOf(position[header === 'lat' ? 1 : 0]);
  }
  if (header === 'codes' && properties['codes'] === undefined) {
    return joinCell(Object.entries(properties).flatMap(([key, code]) => (key.startsWith(OTHER_CODE) && typeof code === 'string' && code !== '' ? [`${key.slice(OTHER_CODE.length)}=${code}`] : [])));
  }
  return cellOf(properties[header]);
}

/** An outline that is there is read; none says nothing of the one that is known. */
function withOutline(draft: RowDraft, feature: RawFeature | undefined): RowDraft {
  const geometry = feature?.geometry ?? null;
  if (geometry === null) return draft;
  const checked = checkedMultiPolygon(geometry);
  if (!('geometry' in checked)) return { ...draft, issues: [...draft.issues, geometryIssue(checked, draft.row)] };
  const records = draft.records.map((entry): ImportRecord => (entry.kind === 'area' ? { ...entry, record: { ...entry.record, geometry: checked.geometry }, only: [...(entry.only ?? []), 'geometry'] } : entry));
  return { ...draft, records, fingerprint: digestOf([draft.fingerprint, geometry]) };
}
