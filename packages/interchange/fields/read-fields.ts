import { issue } from '#domain/issue';
import type { AssessmentRecord } from '#domain/records';
import { cellText } from '../cell-values';
import { draftRows } from '../profiles/table-rows';
import { digestOf, type ProfileReading, type RowDraft } from '../row-draft';
import { cellsByHeader, type TableRow } from '../table';
import { unreadColumns } from '../unread-columns';
import { areaFrom, organisationFrom, populationFrom } from './area-fields';
import { assessmentEntries, assessmentRow, type AssessmentRow } from './assessment-fields';
import { FieldRow, type FieldTable } from './field-row';
import { initiativeFrom, type FieldReading } from './initiative-fields';
import { stockRow } from './stock-fields';
import { structureFrom } from './structure-fields';

/** What makes the record of a row the same one, where the source has ids of its own; null: nothing. */
export type ExternalIdOf = (row: TableRow) => string | null;
const noIds: ExternalIdOf = () => null;

/** Tables whose columns the tool finds itself. A mapping was made by a person, surveys are full of columns of their own. */
const SAYS_UNREAD: ReadonlySet<string> = new Set(['ocha3w', 'hxl', 'herams', 'stock']);

/** Reads every row of a table by its fields. The one way from named fields to records. */
export function readFields(of: FieldTable, externalIdOf: ExternalIdOf = noIds): ProfileReading {
  const fileIssues = SAYS_UNREAD.has(of.scheme) ? unreadColumns(of.table, [...of.columns.values()].flat()) : [];
  if (of.recordKind === 'assessment' || of.recordKind === 'stock') return { fileIssues, rows: groupedDrafts(of, externalIdOf) };
  const repeated = repeatedIds(of, externalIdOf);
  return { fileIssues, rows: draftRows(of.table, (row) => draftOf(new FieldRow(of, row), externalIdOf(row), repeated)) };
}

/** Content of a row without its place in the file. */
export const fingerprintOf = (row: TableRow): string => digestOf(row.cells.map(cellText).join('\u001f').replace(/\u001f+$/, ''));

/** What makes the record of a row the same one, in the words of the row, and the field that says it; null: nothing, or its content alone. */
function statedId(row: FieldRow, externalId: string | null): readonly [id: string, field: string] | null {
  const { recordKind } = row.of;
  const id = recordKind === 'area' || recordKind === 'population' ? row.text('areaCode') : (row.text('id') ?? (recordKind === 'structure' ? externalId : null));
  if (id !== null) return [recordKind === 'area' || recordKind === 'population' ? `${row.text('areaType') ?? ''} ${id}` : id, recordKind === 'area' || recordKind === 'population' ? 'areaCode' : 'id'];
  return recordKind === 'population' && row.text('areaName') !== null ? [JSON.stringify([row.text('areaName'), row.text('parentName')]), 'areaName'] : null;
}

/** Ids that stand for two different contents, with their rows: which one is right is not ours to say. */
function repeatedIds(of: FieldTable, externalIdOf: ExternalIdOf): ReadonlyMap<string, readonly number[]> {
  if (!['id', 'areaCode', 'areaName'].some((field) => of.columns.has(field)) && externalIdOf === noIds) return new Map();
  const first = new Map<string, { readonly fingerprint: string; readonly row: number }>();
  const repeated = new Map<string, number[]>();
  for (const row of of.table.rows) {
    const [id] = statedId(new FieldRow(of, row), externalIdOf(row)) ?? [];
    if (id === undefined) continue;
    const fingerprint = fingerprintOf(row);
    const known = first.get(id);
    if (known === undefined) first.set(id, { fingerprint, row: row.row });
    else if (repeated.has(id)) repeated.get(id)?.push(row.row);
    else if (known.fingerprint !== fingerprint) repeated.set(id, [known.row, row.row]);
  }
  return repeated;
}

function draftOf(row: FieldRow, externalId: string | null, repeated: ReadonlyMap<string, readonly number[]>): RowDraft {
  const fingerprint = fingerprintOf(row.row);
  const [id, field] = repeated.size === 0 ? [] : (statedId(row, externalId) ?? []);
  const rows = id === undefined ? undefined : repeated.get(id);
  if (rows !== undefined && field !== undefined) row.report('codeRepeated', 'error', field, rows.join(', '));
  const { records, areaClaims } = reading(row, fingerprint, externalId);
  return { row: row.row.row, records, issues: row.issues, areaClaims, fingerprint, cells: () => cellsByHeader(row.of.table, row.row) };
}

function reading(row: FieldRow, fingerprint: string, externalId: string | null): FieldReading {
  switch (row.of.recordKind) {
    case 'initiative':
      return initiativeFrom(row, fingerprint);
    case 'structure':
      return structureFrom(row, externalId);
    case 'organisation':
      return organisationFrom(row);
    case 'area':
      return areaFrom(row);
    case 'population':
      return populationFrom(row);
    case 'assessment':
    case 'stock':
      throw new Error(`${row.of.recordKind}: rows that belong together are read together`);
  }
}

interface Draft extends RowDraft {
  readonly part: AssessmentRow;
}

/**
 * The rows of one structure, day and assessor make one assessment; each of them carries it whole, so that it is accepted or refused
 * as one. A refused row refuses the others: half a count would say that what is missing is not there.
 */
function groupedDrafts(of: FieldTable, externalIdOf: ExternalIdOf): RowDraft[] {
  const partOf = (row: TableRow): Draft => {
    const fields = new FieldRow(of, row);
    const part = of.recordKind === 'stock' ? stockRow(fields) : assessmentRow(fields, externalIdOf(row));
    return { row: row.row, records: [], issues: fields.issues, areaClaims: part.about.areaClaims, fingerprint: fingerprintOf(row), cells: () => cellsByHeader(of.table, row), part };
  };
  const drafts = [...draftRows(of.table, partOf)];
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!('part' in draft)) continue;
    const key = JSON.stringify([draft.part.about.id, draft.part.about.claim === null ? null : { ...draft.part.about.claim, lngLat: null }, draft.part.record.externalId]);
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  const whole = new Map<RowDraft, RowDraft['records']>();
  for (const group of groups.values()) {
    const records = recordsOf(group, of);
    for (const draft of group) whole.set(draft, records);
  }
  return drafts.map((draft) => ({ ...draft, records: whole.get(draft) ?? [] }));
}

function recordsOf(group: readonly Draft[], of: FieldTable): RowDraft['records'] {
  const refused = group.filter(({ issues }) => issues.some(({ severity }) => severity === 'error')).map(({ row }) => row);
  if (refused.length > 0) {
    for (const { row, issues } of group) if (!refused.includes(row)) issues.push(issue('groupIncomplete', 'error', { row, value: refused.join(', ') }));
    return [];
  }
  const [first] = group;
  if (first === undefined) return [];
  const distinct = [...new Map(group.map((draft) => [draft.fingerprint, draft])).values()];
  const record = merged(distinct.map(({ part }) => part.record));
  if (record === null) {
    const column = of.table.headers[of.columns.get('assessedOn')?.[0] ?? -1] ?? null;
    for (const { row, issues } of group) issues.push(issue('codeRepeated', 'error', { row, column, value: first.part.record.assessedOn, expected: group.map((each) => each.row).join(', ') }));
    return [];
  }
  return assessmentEntries(first.part.about, record, first.part.only);
}

/** Puts rows of one assessment together; null: they contradict each other. */
function merged(records: readonly AssessmentRecord[]): AssessmentRecord | null {
  const [first, ...others] = records;
  if (first === undefined) return null;
  const result: AssessmentRecord = { ...first, services: [...first.services], stockLines: [...first.stockLines], trainedStaff: [...first.trainedStaff] };
  for (const other of others) {
    for (const key of ['functionality', 'accessibility'] as const) if (other[key] !== 'unknown' && result[key] !== 'unknown' && other[key] !== result[key]) return null;
    for (const key of ['protocol', 'privateRoom', 'referralPath'] as const) if (other[key] !== 'unknown' && result[key] !== 'unknown' && other[key] !== result[key]) return null;
    if (result.functionality === 'unknown') result.functionality = other.functionality;
    if (result.accessibility === 'unknown') result.accessibility = other.accessibility;
    for (const key of ['protocol', 'privateRoom', 'referralPath'] as const) if (result[key] === 'unknown') result[key] = other[key];
    for (const finding of other.services) {
      const known = result.services.find(({ service }) => service === finding.service);
      if (known === undefined) result.services.push(finding);
      else if (JSON.stringify(known) !== JSON.stringify(finding)) return null;
    }
    if (result.trainedStaff.length === 0) result.trainedStaff.push(...other.trainedStaff);
    else if (other.trainedStaff.length > 0 && JSON.stringify(other.trainedStaff) !== JSON.stringify(result.trainedStaff)) return null;
    result.stockLines.push(...other.stockLines);
  }
  return result;
}
