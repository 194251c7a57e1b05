import { issue } from '#domain/issue';
import type { AreaType, InitiativeRecord, StructureRecord } from '#domain/records';
import type { AreaClaim } from '#interchange/read-file';
import type { AreaIndex } from './area-index';
import { addIssue, type StagedRow } from './staged-row';

/**
 * Checks the areas that rows name against the areas that are known, row by row; errors refuse the row.
 * An initiative stands where its finest area is: an unknown code there is an error. A coarser code that is unknown
 * does no harm while the finer one is known: the row is taken and the correction said.
 */
export function resolveClaims(row: StagedRow, index: AreaIndex): void {
  row.records = row.records.map((entry) => {
    if (entry.kind === 'initiative') return { kind: 'initiative', record: resolveInitiative(row, entry.record, index) };
    if (entry.kind === 'structure') checkStructureArea(row, entry.record, index);
    if (entry.kind === 'area') checkParent(row, entry.record.type, entry.record.parentCode, index);
    return entry;
  });
  // An error empties the row; the map above has just filled it again.
  if (row.outcome === 'refused') row.records = [];
}

function resolveInitiative(row: StagedRow, record: InitiativeRecord, index: AreaIndex): InitiativeRecord {
  const areaCodes = record.areaCodes.map((code) => {
    const found = index.byCode(code);
    const first = found[0];
    if (first === undefined) {
      addIssue(row, issue('areaCodeUnknown', 'error', { row: row.row, column: claimOf(row, code)?.column ?? null, value: code }));
      return code;
    }
    // Codes are unique per type; a code of another coding may still fit two areas.
    if (found.some((area) => area.code !== first.code)) {
      addIssue(row, issue('areaNameAmbiguous', 'error', { row: row.row, column: claimOf(row, code)?.column ?? null, value: code, expected: found.map((area) => area.code).join(', ') }));
    }
    return first.code;
  });
  if (row.outcome === 'refused') return record;
  for (const claim of row.areaClaims) {
    if (claim.code === null || record.areaCodes.includes(claim.code) || !index.holds(claim.level) || index.byCode(claim.code, claim.level).length > 0) continue;
    addIssue(row, issue('areaCodeCorrected', 'warning', { row: row.row, column: claim.column, value: claim.code, expected: expectedAbove(areaCodes[0], claim.level, index) }));
  }
  return { ...record, areaCodes: [...new Set(areaCodes)] };
}

const claimOf = (row: StagedRow, code: string): AreaClaim | undefined => row.areaClaims.find((claim) => claim.code === code);

function expectedAbove(code: string | undefined, level: AreaType, index: AreaIndex): string | null {
  const area = code === undefined ? undefined : index.byCode(code)[0];
  if (area === undefined) return null;
  return index.ancestors(area).find(({ type }) => type === level)?.code ?? null;
}

function checkStructureArea(row: StagedRow, record: StructureRecord, index: AreaIndex): void {
  if (record.areaCode === null && record.areaName === null) {
    if (record.lngLat === null) addIssue(row, issue('areaMissing', 'error', { row: row.row }));
    return;
  }
  const level = row.areaClaims[0]?.level;
  const column = row.areaClaims[0]?.column ?? null;
  const found = record.areaCode === null ? index.byName(record.areaName ?? '', level) : index.byCode(record.areaCode, level);
  // Without a position the area is all that says where it is. Areas may still come later, with the next file.
  const severity = record.lngLat === null && (level === undefined ? index.size > 0 : index.holds(level)) ? 'error' : 'warning';
  if (found.length === 0) {
    addIssue(row, issue(record.areaCode === null ? 'areaNameUnknown' : 'areaCodeUnknown', severity, { row: row.row, column, value: record.areaCode ?? record.areaName }));
  } else if (found.length > 1 && record.lngLat === null) {
    addIssue(row, issue('areaNameAmbiguous', 'error', { row: row.row, column, value: record.areaName, expected: found.map(({ code }) => code).join(', ') }));
  }
}

/** Provinces may stand without their country; anything else is expected to lie in something. */
function checkParent(row: StagedRow, type: AreaType, parentCode: string | null, index: AreaIndex): void {
  if (parentCode === null || type === 'country' || type === 'province') return;
  if (index.byCode(parentCode).length === 0) addIssue(row, issue('parentUnknown', 'warning', { row: row.row, value: parentCode }));
}
