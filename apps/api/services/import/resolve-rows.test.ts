import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '#domain/import-records';
import type { InitiativeRecord, PopulationRecord, StructureRecord } from '#domain/records';
import { noCounts } from '#domain/records';
import type { AreaClaim } from '#interchange/read-file';
import { NameQuestions, verdictsOfAnswers } from '../matching/name-questions';
import { AreaIndex, type KnownArea } from './area-index';
import { resolveClaims } from './resolve-claims';
import { resolvePopulations } from './resolve-populations';
import { stageRow, type StagedRow } from './staged-row';
import { findSwappedAxes } from './swapped-axes';

const zone = (code: string, name: string, parentCode: string, codes: Record<string, string> = {}): KnownArea => ({ type: 'healthZone', code, name, parentCode, codes });
const zones = [zone('CD5206ZS01', 'Bili', 'CD52'), zone('CD4202ZS04', 'Bili', 'CD42'), zone('CD5201ZS02', 'Buta', 'CD5201', { dhis2: 'aUOLee25Tko' })];
const provinces: KnownArea[] = [{ type: 'province', code: 'CD52', name: 'Bas-Uele', parentCode: null, codes: {} }, { type: 'province', code: 'CD42', name: 'Nord-Ubangi', parentCode: null, codes: {} }];
const territories: KnownArea[] = [{ type: 'territory', code: 'CD5201', name: 'Buta', parentCode: 'CD52', codes: {} }];
const withoutTerritories = new AreaIndex([...provinces, ...zones]);
const index = new AreaIndex([...provinces, ...territories, ...zones]);

const provenance = { source: 'test', sourceRow: 2 };
const rowOf = (record: ImportRecord, areaClaims: AreaClaim[] = [], row = 2): StagedRow => stageRow({ row, records: [record], issues: [], areaClaims, cells: { a: '1' } });
const codesOf = (row: StagedRow): string[] => row.issues.map(({ code, severity }) => `${severity} ${code}`);

const population = (areaName: string, value: number, more: Partial<PopulationRecord> = {}): StagedRow =>
  rowOf({ kind: 'population', record: { areaType: null, areaCode: null, areaName, parentName: null, value, year: null, ...provenance, ...more } });

describe('populations by name', () => {
  it('name-of-two-zones: refused and not guessed; its parent tells', () => {
    const rows = [population('Bili', 10), population('Bili', 20, { parentName: 'Nord Ubangi' }), population('Buta', 30)];
    const resolved = resolvePopulations(rows, withoutTerritories, null);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'pending', 'pending']);
    expect(rows[0]!.issues[0]).toMatchObject({ code: 'areaNameAmbiguous', value: 'Bili', expected: 'CD5206ZS01, CD4202ZS04' });
    expect(resolved.map(({ population: { areaCode, value } }) => [areaCode, value])).toEqual([['CD4202ZS04', 20], ['CD5201ZS02', 30]]);
  });

  it('name-with-its-province-in-brackets: found there, and not in another', () => {
    const rows = [population('Bili (Bas-Uélé)', 10), population('Bili (Nord-Ubangi)', 20), population('Bili (Ituri)', 30), population('Buta', 40)];
    expect(resolvePopulations(rows, withoutTerritories, null).map(({ population: { areaCode } }) => areaCode)).toEqual(['CD5206ZS01', 'CD4202ZS04', 'CD5201ZS02']);
    expect(codesOf(rows[2]!)).toEqual(['error areaNameUnknown']);
  });

  it('level-of-names: a file of zone names is not confused by a territory of the same name', () => {
    // Names: Buta and Bili are zones (2 of 2), Buta is a territory (1 of 2): zones stand out twofold.
    const rows = [population('Buta', 30), population('Bili', 10, { parentName: 'Bas-Uele' })];
    expect(resolvePopulations(rows, index, null).map(({ population: { areaType } }) => areaType)).toEqual(['healthZone', 'healthZone']);
  });

  it('level-unclear: one name at two levels is refused', () => {
    const rows = [population('Buta', 30)];
    expect(resolvePopulations(rows, index, null)).toEqual([]);
    expect(codesOf(rows[0]!)).toEqual(['error areaNameAmbiguous']);
  });

  it('zone-twice: a second figure for the same area is refused, the same figure is not', () => {
    const byCode = { areaName: null, areaCode: 'CD5201ZS02' };
    const rows = [population('', 30, byCode), population('', 30, byCode), population('', 31, byCode)];
    resolvePopulations(rows, index, null);
    expect(rows.map(codesOf)).toEqual([[], [], ['error codeRepeated']]);
  });

  it('name-unknown and code-unknown', () => {
    const rows = [population('Nowhere', 1), population('', 1, { areaName: null, areaCode: 'CD9999' }), population('', 1, { areaName: null })];
    resolvePopulations(rows, index, null);
    expect(rows.map(codesOf)).toEqual([['error areaNameUnknown'], ['error areaCodeUnknown'], ['error areaMissing']]);
  });
});

const initiative = (areaCodes: string[], claims: AreaClaim[]): StagedRow => {
  const record: InitiativeRecord = {
    scheme: 'test', externalId: '1', title: 'T', description: null, sectorAsGiven: null, kinds: [], topic: 'other', topicWords: [], toReview: false, domain: null, targetGroups: [], targetGroupsAsGiven: null,
    organisations: [], areaCodes, start: null, end: null, status: 'unknown', statusAsGiven: null, reportedOn: null, targeted: noCounts, reached: noCounts, budget: null, currency: null, tier: 'public', ...provenance,
  };
  return rowOf({ kind: 'initiative', record }, claims);
};
const claim = (column: string, level: AreaClaim['level'], code: string | null, name: string | null = null): AreaClaim => ({ column, level, code, name });

describe('areas that an initiative names', () => {
  it('zone-code-unknown: refused, with the column', () => {
    const row = initiative(['CD9999ZS01'], [claim('Pcode ZS', 'healthZone', 'CD9999ZS01')]);
    resolveClaims(row, index);
    expect(row.records).toEqual([]);
    expect(row.issues).toMatchObject([{ code: 'areaCodeUnknown', severity: 'error', column: 'Pcode ZS', value: 'CD9999ZS01' }]);
  });

  it('territory-code-wrong: taken, and the right code said', () => {
    const row = initiative(['CD5201ZS02'], [claim('Code Terrtoire', 'territory', 'CD3106'), claim('Pcode ZS', 'healthZone', 'CD5201ZS02')]);
    resolveClaims(row, index);
    expect(row.outcome).toBe('pending');
    expect(row.issues).toMatchObject([{ code: 'areaCodeCorrected', severity: 'warning', column: 'Code Terrtoire', value: 'CD3106', expected: 'CD5201' }]);
  });

  it('territories-not-loaded: nothing can be said about a territory code', () => {
    const row = initiative(['CD5201ZS02'], [claim('Code Terrtoire', 'territory', 'CD3106')]);
    resolveClaims(row, withoutTerritories);
    expect(row.issues).toEqual([]);
  });

  it('code-of-another-coding: becomes the P-code', () => {
    const row = initiative(['aUOLee25Tko'], [claim('uid', 'healthZone', 'aUOLee25Tko')]);
    resolveClaims(row, index);
    expect(row.records).toMatchObject([{ record: { areaCodes: ['CD5201ZS02'] } }]);
  });
});

const named = (level: AreaClaim['level'], name: string | null, code: string | null = null): AreaClaim => claim(level, level, code, name);
const resolvedCodes = (row: StagedRow): unknown => (row.records[0]?.kind === 'initiative' ? row.records[0].record.areaCodes : codesOf(row));

describe('areas that an initiative names without codes', () => {
  const resolve = (claims: AreaClaim[], questions = new NameQuestions()): StagedRow => {
    const row = initiative([], claims);
    resolveClaims(row, index, questions);
    return row;
  };

  it.each<[string, AreaClaim[], unknown]>([
    ['the finest that is named, in the one above', [named('province', 'BAS UELE'), named('healthZone', 'ZS Bili')], ['CD5206ZS01']],
    ['a province alone', [named('province', 'Province du Nord-Ubangi')], ['CD42']],
    ['a parent that nobody knows tells nothing, and the name is alone', [named('province', 'Atlantide'), named('healthZone', 'Buta')], ['CD5201ZS02']],
    ['a name that fits two', [named('healthZone', 'Bili')], ['error areaNameAmbiguous']],
    ['a name in the wrong province', [named('province', 'Nord-Ubangi'), named('healthZone', 'Buta')], ['error areaNameUnknown']],
    ['an unknown zone is not widened to its province', [named('province', 'Bas-Uele'), named('healthZone', 'Butta')], ['error areaNameUnknown']],
    ['several in one cell', [named('healthZone', 'Buta; Bili (Bas-Uele)')], ['CD5201ZS02', 'CD5206ZS01']],
    ['nothing at all', [], ['error areaMissing']],
  ])('%s', (_what, claims, expected) => expect(resolvedCodes(resolve(claims))).toEqual(expected));

  it('code-of-an-unknown-coding: found by name, and said', () => {
    const row = initiative(['ZS-0417'], [named('province', 'Bas-Uele'), named('healthZone', 'Bili', 'ZS-0417')]);
    resolveClaims(row, index);
    expect([resolvedCodes(row), codesOf(row)]).toEqual([['CD5206ZS01'], ['warning areaFoundByName']]);
  });

  it('code-of-our-coding-unknown: the name does not outdo it; a person may', () => {
    const questions = new NameQuestions();
    const contradicting = () => initiative(['CD9999ZS01'], [named('province', 'Bas-Uele'), named('healthZone', 'Bili', 'CD9999ZS01')]);
    const row = contradicting();
    resolveClaims(row, index, questions);
    expect(codesOf(row)).toEqual(['error areaCodeUnknown']);
    const [question] = questions.list();
    expect(question?.candidates[0]).toMatchObject({ code: 'CD5206ZS01', reasons: ['sameName'] });
    const answered = contradicting();
    resolveClaims(answered, index, new NameQuestions(verdictsOfAnswers(questions.list(), [{ questionId: question?.id ?? '', candidateId: 'healthZone:CD5206ZS01' }])));
    expect(resolvedCodes(answered)).toEqual(['CD5206ZS01']);
  });

  it('asks once for all rows of a name, and the answer is remembered', () => {
    const questions = new NameQuestions();
    const claims = [named('province', 'Bas-Uele'), named('healthZone', 'Butta')];
    resolve(claims, questions);
    resolve(claims, questions);
    const [question, ...others] = questions.list();
    expect(others).toEqual([]);
    expect(question).toMatchObject({ kind: 'area', given: 'Butta', within: 'Bas-Uele', rows: 2, candidates: [{ id: 'healthZone:CD5201ZS02', code: 'CD5201ZS02', label: 'Buta, Buta, Bas-Uele', reasons: ['nameAlike', 'sameParent'] }] });
    const answered = (candidateId: string | null) => new NameQuestions(verdictsOfAnswers(questions.list(), [{ questionId: question?.id ?? '', candidateId }]));
    expect(resolvedCodes(resolve(claims, answered('healthZone:CD5201ZS02')))).toEqual(['CD5201ZS02']);
    const none = answered(null);
    expect([resolvedCodes(resolve(claims, none)), none.list()]).toEqual([['error areaNameUnknown'], []]);
    expect(verdictsOfAnswers(questions.list(), [{ questionId: question?.id ?? '', candidateId: 'healthZone:CD9999' }, { questionId: 'other', candidateId: null }])).toEqual([]);
  });

  it('name-of-two-zones: both are offered, with where they lie', () => {
    const questions = new NameQuestions();
    resolve([named('healthZone', 'Bili')], questions);
    expect(questions.list()[0]?.candidates.map(({ label }) => label)).toEqual(['Bili, Bas-Uele', 'Bili, Nord-Ubangi']);
  });

  it('divided-province: its parts are offered', () => {
    const questions = new NameQuestions();
    resolve([named('province', 'Orientale')], questions);
    expect(questions.list()[0]?.candidates).toMatchObject([{ code: 'CD52', reasons: ['partOfDivided'] }]);
  });
});

const structure = (more: Partial<StructureRecord>, claims: AreaClaim[] = []): StagedRow =>
  rowOf({ kind: 'structure', record: { scheme: 'test', externalId: '1', name: 'S', type: 'CS', typeAsGiven: null, ownership: 'public', lngLat: [25, 3], areaCode: null, areaName: null, tier: 'public', supportedBy: [], ...provenance, ...more } }, claims);

describe('areas that a structure names', () => {
  const admin1 = [claim('Admin1', 'province', null, 'Atlantis')];
  it('province-unknown: a warning with a position, an error without', () => {
    const located = structure({ areaName: 'Atlantis' }, admin1);
    const lost = structure({ areaName: 'Atlantis', lngLat: null }, admin1);
    resolveClaims(located, index);
    resolveClaims(lost, index);
    expect([codesOf(located), codesOf(lost)]).toEqual([['warning areaNameUnknown'], ['error areaNameUnknown']]);
  });

  it('nowhere-at-all: neither position nor area is refused', () => {
    const row = structure({ lngLat: null });
    resolveClaims(row, index);
    expect(codesOf(row)).toEqual(['error areaMissing']);
  });
});

describe('axes-swapped', () => {
  const loaded = [12, -13, 31, 5] as const;
  // Bukavu is at 28.86 E, 2.51 S; swapped, the longitude is -2.51 and the latitude 28.86.
  it('is seen against the extent of the loaded areas', () => {
    expect(findSwappedAxes([structure({ lngLat: [-2.51, 28.86] })], loaded, new Set(['CD']))).toMatchObject({ code: 'axesSwapped', severity: 'error', value: '1 / 1' });
    expect(findSwappedAxes([structure({ lngLat: [28.86, -2.51] })], loaded, new Set(['CD']))).toBeNull();
  });

  it('is not claimed of one odd point among others, nor without any area', () => {
    const rows = [structure({ lngLat: [-2.51, 28.86] }), structure({ lngLat: [28.86, -2.51] })];
    expect(findSwappedAxes(rows, loaded, new Set(['CD']))).toBeNull();
    expect(findSwappedAxes(rows.slice(0, 1), null, new Set())).toBeNull();
  });
});
