import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import type { AreaRecord, AreaType } from '#domain/records';
import { AREA_YEARS, cellText, parseDate, parsePeople } from '../cell-values';
import { areaTypeOfCode, parentOfCode } from '../pcodes';
import { digestOf, type ReadContext, type RowDraft } from '../row-draft';
import type { AreaColumns, AreaRow } from './area-columns';

const TYPE_BY_LEVEL: Readonly<Record<string, AreaType>> = { '0': 'country', '1': 'province', '2': 'territory' };

/** Type of the area: by the file’s own column of levels, else by what its column of codes is called, else by the form of the code, else by the option. */
function typeOf(row: AreaRow, columns: AreaColumns, code: string, context: ReadContext): AreaType | null {
  const level = columns.level === null ? '' : cellText(row.values[columns.level] ?? null);
  return (level === '' ? (columns.type ?? areaTypeOfCode(code)) : TYPE_BY_LEVEL[level]) ?? context.options.areaType ?? null;
}

/** Parent by the code where its form says it, else as the file states it. A country that a province names is no area of ours: null. */
function parentOf(row: AreaRow, columns: AreaColumns, code: string, type: AreaType): string | null {
  if (type === 'province' || type === 'country') return null;
  const stated = columns.parentCode === null ? '' : cellText(row.values[columns.parentCode] ?? null);
  return stated === '' ? parentOfCode(code) : stated;
}

function populationOf(row: AreaRow, columns: AreaColumns, source: string, issues: Issue[]): AreaRecord['population'] {
  if (columns.population === null) return null;
  const cell = row.values[columns.population] ?? null;
  const parsed = parsePeople(cell);
  if (!parsed.ok) {
    issues.push(issue('numberInvalid', 'warning', { row: row.row, column: columns.population, value: cellText(cell), expected: '≥ 0' }));
    return null;
  }
  return parsed.value === null ? null : { value: parsed.value, year: columns.populationYear, source };
}

function dateOf(row: AreaRow, column: string | null, issues: Issue[]): IsoDate | null {
  if (column === null) return null;
  const cell = row.values[column] ?? null;
  const parsed = parseDate(cell, { years: AREA_YEARS });
  if (parsed.ok) return parsed.value;
  issues.push(issue('dateInvalid', 'warning', { row: row.row, column, value: cellText(cell), expected: 'YYYY-MM-DD' }));
  return null;
}

/** One row of a list of areas as a draft. Geometry comes checked; issues already found with it are passed on. */
export function areaDraft(row: AreaRow, columns: AreaColumns, geometry: AreaRecord['geometry'], found: readonly Issue[], context: ReadContext): RowDraft {
  const issues = [...found];
  const code = cellText(row.values[columns.code] ?? null);
  const name = columns.name === null ? '' : cellText(row.values[columns.name] ?? null);
  const missing = (column: string): number => issues.push(issue('valueMissing', 'error', { row: row.row, column, expected: column }));
  if (code === '') missing(columns.code);
  if (name === '') missing(columns.name ?? 'nom');
  const type = code === '' ? null : typeOf(row, columns, code, context);
  if (code !== '' && type === null) issues.push(issue('areaCodeUnknown', 'error', { row: row.row, column: columns.code, value: code, expected: 'CD61, CD6103, CD6103ZS02, CD6103ZS02AS07, --area-type' }));
  const population = populationOf(row, columns, context.source, issues);
  const codes = Object.fromEntries(columns.schemes.map(([scheme, column]) => [scheme, cellText(row.values[column] ?? null)] as const).filter(([, value]) => value !== ''));
  const dates = { validFrom: dateOf(row, columns.validFrom, issues), validTo: dateOf(row, columns.validTo, issues) };
  const content = { type, code, name, parentCode: type === null ? null : parentOf(row, columns, code, type), geometry, population, codes, ...dates };
  const record = type === null ? null : { ...content, type, source: context.source, sourceRow: row.row };
  return {
    row: row.row,
    records: record === null || code === '' || name === '' ? [] : [{ kind: 'area', record }],
    issues,
    areaClaims: [],
    fingerprint: digestOf(content),
    cells: () => Object.fromEntries(Object.entries(row.values).map(([key, value]) => [key, cellText(value)])),
  };
}

/** Code of an area draft, null where it has none. */
export const areaCodeOf = (columns: AreaColumns, rows: ReadonlyMap<number, AreaRow>) => (draft: RowDraft): string | null => {
  const code = cellText(rows.get(draft.row)?.values[columns.code] ?? null);
  return code === '' ? null : code;
};
