import { issue } from '#domain/issue';
import { cellText } from '../cell-values';
import { fieldsByKind, fieldNamed } from '../fields/field-names';
import { fitsKind } from '../fields/kind-of-columns';
import { readFields } from '../fields/read-fields';
import { MAX_LOOKED_AT, suggestFields, suggestKindLoosely } from '../fields/suggest-fields';
import { namesStaff } from '../case-data';
import { REMOVED, withoutPersonalData } from '../free-text-privacy';
import type { ColumnMapping, MappingOffer, SavedMapping } from '../read-result';
import { digestOf, refusedFile, type ProfileReading, type ReadContext } from '../row-draft';
import type { Table, TableHead } from '../table';

const SAMPLES = 3;
const ROWS_SAMPLED = 50;
const SAMPLE_LENGTH = 80;

/** The headers of a table as they are compared, in order: the same table has the same next month. */
export const signatureOf = ({ keys }: Pick<TableHead, 'keys'>): string => digestOf(keys);

/** The mapping that a person saved for tables with these headers; null: none. The newest counts: it stands first. */
export const savedFor = (head: Pick<TableHead, 'keys'>, saved: readonly SavedMapping[] = []): SavedMapping | null => saved.find(({ signature }) => signature === signatureOf(head)) ?? null;

/** The columns of a table for a person to map, the first thousand of them, each with samples and the field that it is likely to be. `mapping`: as it was mapped. */
export function offerMapping(table: Table, mapping: ColumnMapping | null = null, saved: SavedMapping | null = null): MappingOffer {
  const columns = table.keys.map((key, index) => ({ key, tag: table.tags?.[index] ?? null }));
  const recordKind = mapping?.recordKind ?? suggestKindLoosely(columns);
  const suggested = mapping !== null ? table.headers.map((_, index) => mapping.columns[index] ?? null) : recordKind === null ? columns.map(() => null) : suggestFields(recordKind, columns);
  const rows = table.rows.slice(0, ROWS_SAMPLED);
  return {
    sheet: table.sheet,
    headerRow: table.headerRow,
    signature: signatureOf(table),
    recordKind,
    columns: table.headers.slice(0, MAX_LOOKED_AT).map((header, index) => ({ index, header, samples: namesStaff(header) ? [REMOVED] : samplesOf(rows.map(({ cells }) => cellText(cells[index] ?? null))), suggested: suggested[index] ?? null })),
    saved: saved === null ? null : { id: saved.id, name: saved.name },
  };
}

const samplesOf = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))].slice(0, SAMPLES).map((text) => withoutPersonalData(text.slice(0, SAMPLE_LENGTH)).text);

/** Reads a table by the fields that a person gave its columns. */
export function readMapped(table: Table, mapping: ColumnMapping, context: ReadContext): ProfileReading {
  const { recordKind } = mapping;
  const columns = new Map<string, number[]>();
  for (const [index, name] of Object.entries(mapping.columns)) {
    const column = Number(index);
    if (fieldNamed(recordKind, name) === null || table.headers[column] === undefined) return refusedFile(issue('mappingInvalid', 'error', { column: table.headers[column] ?? index, value: name }));
    columns.set(name, [...(columns.get(name) ?? []), column]);
  }
  if (!fitsKind(recordKind, columns.keys())) {
    const missing = fieldsByKind[recordKind].filter(({ required, name }) => required && !columns.has(name)).map(({ fr }) => fr);
    return refusedFile(issue('mappingInvalid', 'error', { expected: missing.join(', ') || fieldsByKind[recordKind].map(({ fr }) => fr).slice(0, 12).join(', ') }));
  }
  return readFields({ table, recordKind, columns, scheme: 'mapped', strict: false, context });
}
