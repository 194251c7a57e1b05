import type { z } from 'zod';
import type { fieldChange } from '#api/contract/imports';
import type { BatchChange } from '#db/stores/batch-changes';

export type FieldChange = z.infer<typeof fieldChange>;
type Row = Readonly<Record<string, unknown>>;
/** What a part of a record is called, and one of its rows in words. `names`: organisations and areas by id. */
interface Part {
  readonly field: (row: Row) => string;
  readonly text: (row: Row, names: ReadonlyMap<string, string>) => string;
}

/** Columns that are the tool’s own, or that another column says already. */
const HIDDEN = /^(id|.*_id|.*_key|source_row|content_hash|body_hash|external_id|scheme|listed|confirmed_on|topic_words|area_km2|revision|superseded|geometry|lng_lat|footprint|natural_key)$/;
/** Columns whose field is called otherwise in records and tables. */
const FIELD_NAMES: Readonly<Record<string, string>> = { start_on: 'start', end_on: 'end', declared_area_code: 'areaCode', declared_area_name: 'areaName' };

const camelCased = (column: string): string => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const written = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value));
const words = (row: Row, ...columns: readonly string[]): string => columns.flatMap((column) => (row[column] === null || row[column] === undefined ? [] : [written(row[column])])).join(' · ');
const nameOf = (row: Row, column: string, names: ReadonlyMap<string, string>): string => names.get(written(row[column])) ?? written(row[column]);
const always = (field: string) => () => field;

const PARTS: Readonly<Record<string, Part>> = {
  area_code: { field: always('codes'), text: (row) => `${written(row['scheme'])}=${written(row['code'])}` },
  organisation_alias: { field: always('aliases'), text: (row) => written(row['alias']) },
  structure_support: { field: always('supportedBy'), text: (row, names) => nameOf(row, 'organisation_id', names) },
  initiative_kind: { field: always('kinds'), text: (row) => written(row['kind']) },
  initiative_target_group: { field: always('targetGroups'), text: (row) => written(row['target_group']) },
  initiative_area: { field: always('areaCodes'), text: (row, names) => nameOf(row, 'area_id', names) },
  initiative_organisation: { field: (row) => `${written(row['role'])}Name`, text: (row, names) => nameOf(row, 'organisation_id', names) },
  assessment_service: { field: always('services'), text: (row) => words(row, 'service', 'availability', 'barriers') },
  trained_staff: { field: always('trainedStaff'), text: (row) => words(row, 'service', 'cadre', 'number', 'women', 'men', 'trained_on', 'protocol_version') },
  stock_line: { field: always('stockLines'), text: (row) => words(row, 'item', 'batch', 'quantity', 'expiry', 'counted_on') },
};

/** Ids of organisations and areas that the images of these changes name. */
export function namedIds(changes: readonly BatchChange[]): string[] {
  const ids = new Set<string>();
  for (const { before, after } of changes) {
    for (const image of [before, after]) {
      for (const row of Object.values(image?.parts ?? {}).flat()) for (const column of ['organisation_id', 'area_id']) if (typeof row[column] === 'string') ids.add(row[column]);
    }
  }
  return [...ids];
}

/** What a changed record says otherwise now, field by field, in the order of its columns. Null: not given. */
export function describeFields({ before, after, positions, outlineChanged }: BatchChange, names: ReadonlyMap<string, string>): FieldChange[] {
  if (before === null || after === null) return [];
  const changes: FieldChange[] = [];
  const compare = (field: string, from: string | null, to: string | null): void => {
    if (from !== to) changes.push({ field, before: from, after: to });
  };
  const [was, is] = [fieldsOf(before.row), fieldsOf(after.row)];
  for (const [column, now] of Object.entries(is)) {
    if (!HIDDEN.test(column)) compare(FIELD_NAMES[column] ?? camelCased(column), textOf(was[column]), textOf(now));
  }
  const [from, to] = [partsOf(before.parts, names), partsOf(after.parts, names)];
  for (const field of new Set([...from.keys(), ...to.keys()])) compare(field, from.get(field) ?? null, to.get(field) ?? null);
  compare('lngLat', ...positions);
  if (outlineChanged) changes.push({ field: 'geometry', before: '…', after: '…' });
  return changes;
}

/** Of a record that is kept whole, what is in it; identity and tier have columns of their own. */
function fieldsOf({ content, ...row }: Row): Row {
  const { scheme: _scheme, externalId: _externalId, ...fields } = (content ?? {}) as Row;
  return { ...row, ...fields };
}

const textOf = (value: unknown): string | null => (value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? null : Array.isArray(value) ? value.map(written).join('; ') : written(value));

/** The parts of a record as fields: their rows in words, in the order of the source. */
function partsOf(parts: Readonly<Record<string, readonly Row[]>>, names: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string[]>();
  for (const [table, rows] of Object.entries(parts)) {
    const part = PARTS[table];
    if (part === undefined) continue;
    const ordered = [...rows].sort((a, b) => Number(a['ordinal'] ?? 0) - Number(b['ordinal'] ?? 0));
    for (const row of ordered) fields.set(part.field(row), [...(fields.get(part.field(row)) ?? []), part.text(row, names)]);
  }
  // Without an order of their own the words decide: two lists that say the same read the same.
  return new Map([...fields].map(([field, texts]) => [field, (field === 'codes' || field === 'aliases' || field === 'supportedBy' ? texts.sort() : texts).join('; ')]));
}
