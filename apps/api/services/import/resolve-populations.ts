import type { ResolvedPopulation } from '#db/stores/areas';
import { issue } from '#domain/issue';
import { areaTypes } from '#domain/vocabularies/places';
import type { AreaType, PopulationRecord } from '#domain/records';
import type { AreaIndex, KnownArea } from './area-index';
import { findArea } from '../matching/find-area';
import { NameQuestions } from '../matching/name-questions';
import { addIssue, type StagedRow } from './staged-row';

/** A population whose area is known, and the row that brought it. */
export interface RowPopulation {
  readonly row: StagedRow;
  readonly population: ResolvedPopulation;
}

/**
 * Finds the area of every population: by code, or by name where one area only has it, within the parent that the row names.
 * A name that fits two areas, or an area that comes twice with different figures, refuses the row. Nothing is guessed; what only a person can say goes to `questions`.
 */
export function resolvePopulations(rows: readonly StagedRow[], index: AreaIndex, province: string | null, questions: NameQuestions = new NameQuestions()): RowPopulation[] {
  const records = rows.flatMap((row) => row.records.flatMap(({ kind, record }) => (kind === 'population' ? [{ row, record }] : [])));
  const namedLevel = levelOfNames(records.map(({ record }) => record), index);
  const resolved: RowPopulation[] = [];
  const valueOf = new Map<string, number>();
  for (const { row, record } of records) {
    const area = areaOf(row, record, index, namedLevel, province, questions);
    if (area === null) continue;
    const key = `${area.type} ${area.code}`;
    const earlier = valueOf.get(key);
    if (earlier !== undefined && earlier !== record.value) {
      addIssue(row, issue('codeRepeated', 'error', { row: row.row, value: area.code, expected: String(earlier) }));
      continue;
    }
    valueOf.set(key, record.value);
    resolved.push({ row, population: { areaType: area.type, areaCode: area.code, value: record.value, year: record.year, source: record.source, sourceRow: record.sourceRow } });
  }
  return resolved;
}

function areaOf(row: StagedRow, record: PopulationRecord, index: AreaIndex, namedLevel: AreaType | null, province: string | null, questions: NameQuestions): KnownArea | null {
  const claim = row.areaClaims[0];
  const column = claim?.column ?? null;
  if (record.areaCode !== null) {
    const found = index.byCode(record.areaCode, record.areaType);
    if (found.length === 1) return found[0] ?? null;
    addIssue(row, issue(found.length === 0 ? 'areaCodeUnknown' : 'areaNameAmbiguous', 'error', { row: row.row, column, value: record.areaCode, expected: listCodes(found) }));
    return null;
  }
  if (record.areaName === null) {
    addIssue(row, issue('areaMissing', 'error', { row: row.row, column }));
    return null;
  }
  const within = record.parentName ?? province;
  const found = findArea({ column: '', code: null, name: record.areaName, level: record.areaType ?? namedLevel }, within === null ? [] : [{ column: '', code: null, name: within, level: null }], index, questions);
  if ('areas' in found && found.areas.length === 1) return found.areas[0] ?? null;
  const fits = 'areas' in found ? found.areas : found.fits;
  addIssue(row, issue(fits.length === 0 ? 'areaNameUnknown' : 'areaNameAmbiguous', 'error', { row: row.row, column, value: record.areaName, expected: listCodes(fits) }));
  return null;
}

const listCodes = (areas: readonly KnownArea[]): string | null => (areas.length === 0 ? null : areas.map(({ code }) => code).join(', '));

/**
 * The level that a file of bare names speaks of: the one where at least half of its names exist, and twice as many as at any other.
 * Null where no level stands out; a name then has to be alone among all levels. It is a property of the whole file, not a guess about a row.
 */
function levelOfNames(records: readonly PopulationRecord[], index: AreaIndex): AreaType | null {
  const names = new Set(records.flatMap(({ areaName, areaCode, areaType }) => (areaName !== null && areaCode === null && areaType === null ? [areaName] : [])));
  if (names.size === 0) return null;
  const counts = areaTypes.codes.map((type) => ({ type, found: [...names].filter((name) => index.byName(name, type).length > 0).length }));
  counts.sort((a, b) => b.found - a.found);
  const [first, second] = counts;
  if (first === undefined || second === undefined) return null;
  return first.found * 2 >= names.size && first.found >= 2 * second.found ? first.type : null;
}
