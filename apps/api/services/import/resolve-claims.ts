import { areaNameKey } from '#domain/area-names';
import { issue } from '#domain/issue';
import type { AreaType, InitiativeRecord, StructureRecord } from '#domain/records';
import type { AreaClaim } from '#interchange/read-file';
import { type Claim, finestClaims, findArea, type FoundArea } from '../matching/find-area';
import { NameQuestions } from '../matching/name-questions';
import type { AreaIndex, KnownArea } from './area-index';
import { addIssue, type StagedRow } from './staged-row';

/**
 * Checks the areas that rows name against the areas that are known, row by row; errors refuse the row.
 * An initiative stands where its finest area is: an unknown code there is an error. A coarser code that is unknown
 * does no harm while the finer one is known: the row is taken and the correction said. What only a person can say goes to `questions`.
 */
export function resolveClaims(row: StagedRow, index: AreaIndex, questions: NameQuestions = new NameQuestions()): void {
  row.records = row.records.map((entry) => {
    if (entry.kind === 'initiative') {
      const record = resolveInitiative(row, entry.record, index, questions);
      return record === entry.record ? entry : { ...entry, record };
    }
    if (entry.kind === 'structure') {
      const record = resolveStructure(row, entry.record, index, questions);
      return record === entry.record ? entry : { ...entry, record };
    }
    if (entry.kind === 'trainingSession') return { ...entry, record: resolveProgramme(row, entry.record, index, questions) };
    if (entry.kind === 'mission') return { ...entry, record: resolveProgramme(row, entry.record, index, questions) };
    if (entry.kind === 'area') checkParent(row, entry.record.type, entry.record.parentCode, index);
    return entry;
  });
  // An error empties the row; the map above has just filled it again.
  if (row.outcome === 'refused') row.records = [];
}

function resolveInitiative(row: StagedRow, record: InitiativeRecord, index: AreaIndex, questions: NameQuestions): InitiativeRecord {
  const { claims, above } = claimsOf(row, record);
  if (claims.length === 0) {
    addIssue(row, issue('areaMissing', 'error', { row: row.row }));
    return record;
  }
  const areas = claims.flatMap((claim) => resolveClaim(row, claim, above, index, questions));
  if (row.outcome === 'refused') return record;
  const [first] = areas;
  for (const claim of row.areaClaims) {
    if (claim.code === null || claims.includes(claim) || record.areaCodes.includes(claim.code) || !index.holds(claim.level) || index.byCode(claim.code, claim.level).length > 0) continue;
    addIssue(row, issue('areaCodeCorrected', 'warning', { row: row.row, column: claim.column, value: claim.code, expected: expectedAbove(first, claim.level, index) }));
  }
  const areaCodes = [...new Set(areas.map(({ code }) => code))];
  // As the file says it, for most rows: a copy of each would be a second file in memory.
  return areaCodes.length === record.areaCodes.length && areaCodes.every((code, at) => code === record.areaCodes[at]) ? record : { ...record, areaCodes };
}

/** The claims that say where an initiative is: those of its codes, where it has any; else the finest that the row makes. */
function claimsOf(row: StagedRow, record: InitiativeRecord): { claims: readonly Claim[]; above: readonly Claim[] } {
  if (record.areaCodes.length === 0) return finestClaims(row.areaClaims);
  // A code that no column claims: its level is not known, and it is looked for at any.
  const claims = record.areaCodes.map((code): Claim => row.areaClaims.find((claim) => claim.code === code) ?? { column: '', code, name: null, level: null });
  const given = claims.filter((claim): claim is AreaClaim => claim.level !== null);
  const coarser = given.length === 0 ? [] : finestClaims(row.areaClaims.filter((claim) => given.includes(claim) || !given.some(({ level }) => level === claim.level))).above;
  return { claims, above: coarser };
}

function resolveClaim(row: StagedRow, claim: Claim, above: readonly Claim[], index: AreaIndex, questions: NameQuestions): readonly KnownArea[] {
  const found = findArea(claim, above, index, questions);
  if ('areas' in found) {
    if (claim.code !== null && found.by !== 'code') addIssue(row, issue('areaFoundByName', 'warning', { row: row.row, column: claim.column, value: claim.code, expected: found.areas.map(({ code }) => code).join(', ') }));
    return found.areas;
  }
  addIssue(row, issue(found.fault, 'error', { row: row.row, column: claim.column === '' ? null : claim.column, value: found.fault === 'areaCodeUnknown' ? claim.code : (claim.name ?? claim.code), expected: codesOf(found) }));
  return [];
}

const codesOf = (found: FoundArea): string | null => ('fits' in found && found.fits.length > 0 ? found.fits.map(({ code }) => code).join(', ') : null);

const expectedAbove = (area: KnownArea | undefined, level: AreaType, index: AreaIndex): string | null => (area === undefined ? null : (index.ancestors(area).find(({ type }) => type === level)?.code ?? null));

/** Without a position the declared area is all that says where a structure is; with one it is only compared with it. */
function resolveStructure(row: StagedRow, record: StructureRecord, index: AreaIndex, questions: NameQuestions): StructureRecord {
  if (record.areaCode === null && record.areaName === null) {
    if (record.lngLat === null) addIssue(row, issue('areaMissing', 'error', { row: row.row }));
    return record;
  }
  const declared = row.areaClaims.find(({ code, name }) => (record.areaCode === null ? name === record.areaName : code === record.areaCode)) ?? row.areaClaims[0];
  const level = declared?.level;
  const column = declared?.column ?? null;
  // Areas may still come later, with the next file.
  const severity = record.lngLat === null && (level === undefined ? index.size > 0 : index.holds(level)) ? 'error' : 'warning';
  if (declared === undefined || record.lngLat !== null) {
    const found = record.areaCode === null ? index.byNameOrBrackets(record.areaName ?? '', level) : index.byCode(record.areaCode, level);
    if (found.length === 0) addIssue(row, issue(record.areaCode === null ? 'areaNameUnknown' : 'areaCodeUnknown', severity, { row: row.row, column, value: record.areaCode ?? record.areaName }));
    else if (found.length > 1 && record.lngLat === null) addIssue(row, issue('areaNameAmbiguous', 'error', { row: row.row, column, value: record.areaName, expected: found.map(({ code }) => code).join(', ') }));
    return record;
  }
  const found = findArea(declared, finestClaims(row.areaClaims).above.filter((claim) => claim !== declared), index, questions);
  if ('fault' in found) {
    addIssue(row, issue(found.fault, found.fault === 'areaNameAmbiguous' ? 'error' : severity, { row: row.row, column, value: record.areaCode ?? record.areaName, expected: codesOf(found) }));
    return record;
  }
  const [area] = found.areas;
  // A name that is alone says the same when it is loaded before its areas; only what needed more than the name is written down as a code.
  const saysItself = record.areaCode !== null ? found.by === 'code' : areaNameKey(record.areaName ?? '') === areaNameKey(area?.name ?? '') && index.byName(record.areaName ?? '').length === 1;
  return saysItself || area === undefined || found.areas.length > 1 ? record : { ...record, areaCode: area.code };
}

/** A session or a mission that says where it is says it of one area that is known. */
function resolveProgramme<Programme extends { readonly areaCode: string | null }>(row: StagedRow, record: Programme, index: AreaIndex, questions: NameQuestions): Programme {
  const { areaCode } = record;
  if (areaCode === null) return record;
  const claim = row.areaClaims.find(({ code }) => code === areaCode) ?? { column: 'areaCode', code: areaCode, name: null, level: null };
  const [area] = resolveClaim(row, claim, [], index, questions);
  return area === undefined || area.code === areaCode ? record : { ...record, areaCode: area.code };
}

/** Provinces may stand without their country; anything else is expected to lie in something. */
function checkParent(row: StagedRow, type: AreaType, parentCode: string | null, index: AreaIndex): void {
  if (parentCode === null || type === 'country' || type === 'province') return;
  if (index.byCode(parentCode).length === 0) addIssue(row, issue('parentUnknown', 'warning', { row: row.row, value: parentCode }));
}
