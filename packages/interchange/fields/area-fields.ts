import type { AreaRecord, AreaType, OrganisationRecord, PopulationRecord } from '#domain/records';
import { organisationTypes } from '#domain/vocabularies/organisations';
import { areaTypes } from '#domain/vocabularies/places';
import { AREA_YEARS, parseDate } from '../cell-values';
import { areaTypeOfCode, parentOfCode } from '../pcodes';
import { organisationTypeOf } from '../profiles/ocha-3w-terms';
import type { FieldRow } from './field-row';
import { onlyOf } from './given-id';
import type { FieldReading } from './initiative-fields';
import { codeInList } from './list-codes';

/** An organisation from named fields; its name makes it the same one. */
export function organisationFrom(row: FieldRow): FieldReading {
  row.require('name');
  const given = row.text('type');
  const type = given === null ? null : (codeInList(organisationTypes, given) ?? organisationTypeOf(given));
  if (given !== null && type === null) row.termOf('type', given, organisationTypes);
  const record: OrganisationRecord = {
    name: row.name('name') ?? '',
    acronym: row.name('acronym'),
    type: type ?? 'unknown',
    typeAsGiven: row.text('typeAsGiven') ?? (type === null ? given : null),
    aliases: [...new Set(row.names('aliases').flatMap((alias) => alias ?? []))],
    source: row.text('source') ?? row.of.context.source,
    sourceRow: row.row.row,
  };
  return { records: [row.of.strict ? { kind: 'organisation', record, only: onlyOf<'organisation'>(row.of) } : { kind: 'organisation', record }], areaClaims: [] };
}

const areaTypeFrom = (row: FieldRow, code: string | null): AreaType | null => row.term('areaType', areaTypes) ?? (code === null ? null : areaTypeOfCode(code)) ?? row.of.context.options.areaType ?? null;

/** An area from named fields, without outline. Its type is stated, or follows from the form of its code or from the options. */
export function areaFrom(row: FieldRow): FieldReading {
  row.require('areaCode');
  row.require('areaName');
  const code = row.text('areaCode') ?? '';
  const type = areaTypeFrom(row, code);
  if (type === null && code !== '') row.report('areaCodeUnknown', 'error', 'areaCode');
  const value = row.people('population');
  const record: AreaRecord = {
    type: type ?? 'healthZone',
    code,
    name: row.text('areaName') ?? '',
    parentCode: row.text('parentCode') ?? (row.has('parentCode') ? null : parentOfCode(code)),
    geometry: null,
    population: value === null ? null : { value, year: row.whole('year'), source: row.text('populationSource') ?? row.text('source') ?? row.of.context.source },
    codes: Object.fromEntries(row.texts('otherCodes').flatMap((each): [string, string][] => (each?.includes('=') === true ? [[each.slice(0, each.indexOf('=')).trim(), each.slice(each.indexOf('=') + 1).trim()]] : []))),
    validFrom: dateOfArea(row, 'validFrom'),
    validTo: dateOfArea(row, 'validTo'),
    source: row.text('source') ?? row.of.context.source,
    sourceRow: row.row.row,
  };
  // A table says nothing of outlines: those that are known stay.
  return { records: [{ kind: 'area', record, only: onlyOf<'area'>(row.of) }], areaClaims: [] };
}

/** Decrees are older than programmes. */
function dateOfArea(row: FieldRow, name: string): string | null {
  const given = row.text(name);
  const parsed = parseDate(given, { years: AREA_YEARS });
  if (parsed.ok) return parsed.value;
  row.report('dateInvalid', 'error', name, 'YYYY-MM-DD');
  return null;
}

/** People in an area from named fields. Which area a name means is resolved where the areas are known. */
export function populationFrom(row: FieldRow): FieldReading {
  const areaCode = row.text('areaCode');
  const areaName = row.text('areaName');
  if (areaCode === null && areaName === null) row.report('valueMissing', 'error', row.has('areaCode') ? 'areaCode' : 'areaName');
  row.requireKnown('population');
  const value = row.people('population');
  if (value === null && !row.issues.some(({ severity }) => severity === 'error')) row.report('valueMissing', 'error', 'population');
  const record: PopulationRecord = {
    areaType: areaTypeFrom(row, areaCode),
    areaCode,
    areaName,
    parentName: row.text('parentName') ?? row.of.context.options.province ?? null,
    value: value ?? 0,
    year: row.whole('year'),
    source: row.text('source') ?? row.of.context.source,
    sourceRow: row.row.row,
  };
  return { records: [{ kind: 'population', record }], areaClaims: [] };
}
