import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { careStandardRecord } from '#domain/care-standard';
import { programmeSchemas } from '#domain/programme-records';
import * as schemas from '#domain/records';
import type { ImportRecord } from '#domain/import-records';
import { readFile, type ReadOptions, type RowResult } from './read-file';

const SCHEMAS = { area: schemas.areaRecord, population: schemas.populationRecord, place: schemas.placeRecord, organisation: schemas.organisationRecord, structure: schemas.structureRecord, assessment: schemas.assessmentRecord, initiative: schemas.initiativeRecord, decision: schemas.decisionRecord, ...programmeSchemas, careStandard: careStandardRecord };
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../tests/fixtures/${name}`, import.meta.url));

async function read(fileName: string, options: Partial<ReadOptions> = {}, bytes: Uint8Array = fixture(fileName)) {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(bytes, { fileName, ...options }, (batch) => void rows.push(...batch));
  for (const { records } of rows) for (const { kind, record } of records) SCHEMAS[kind].parse(record);
  expect(summary.accepted + summary.repeated + summary.refused).toBe(summary.rows);
  return { summary, fileIssues, rows };
}
type EntryOf<K extends ImportRecord['kind']> = Extract<ImportRecord, { kind: K }>;
const entriesOf = <K extends ImportRecord['kind']>(rows: readonly RowResult[], kind: K): EntryOf<K>[] => rows.flatMap(({ records }) => records).filter((entry): entry is EntryOf<K> => entry.kind === kind);
const errorsOf = (rows: readonly RowResult[]) => rows.flatMap(({ issues }) => issues).filter(({ severity }) => severity === 'error').map(({ code, row, value }) => [code, row, value]);

describe('HXL', () => {
  it('older tags, spaces and capitals; women and men without an age add up to the total only; displaced people are a part of it', async () => {
    const { rows, summary } = await read('hxl-older-tags.csv');
    expect(summary).toMatchObject({ profile: 'hxl', certainty: 'sure' });
    // 100 + 50; 40 of the females are under 18, and how many are women is not said.
    expect(entriesOf(rows, 'initiative')[0]?.record).toMatchObject({ areaCodes: ['XX01'], sectorAsGiven: 'GBV', topic: 'sexualViolence', targeted: { women: null, men: null, girls: 40, boys: null, total: 150 } });
  });

  it('structures: half a position is refused', async () => {
    const { rows } = await read('hxl-structures.csv');
    expect(entriesOf(rows, 'structure').map(({ record }) => [record.name, record.type, record.lngLat, record.areaName])).toEqual([['Kilima', 'CS', [29.15, -1.25], 'Territoire un']]);
    expect(errorsOf(rows)).toEqual([['valueMissing', 3, null]]);
  });

  it('an id with two contents refuses both rows', async () => {
    const { rows, summary } = await read('hxl-id-repeated.csv');
    expect(summary).toMatchObject({ accepted: 1, refused: 2 });
    expect(errorsOf(rows).map(([code, row]) => [code, row])).toEqual([['codeRepeated', 3], ['codeRepeated', 4]]);
  });

  it('rows that carry an id of ours speak of their columns only, and a zero stays a zero', async () => {
    const [entry] = entriesOf((await read('hxl-of-ids.csv')).rows, 'initiative');
    expect(entry).toMatchObject({ only: ['title', 'kinds', 'organisations', 'areaCodes', 'status', 'targeted'], record: { scheme: 'exercise', externalId: '1', areaCodes: ['XX0101ZS01'], kinds: [{ kind: 'awareness', confidence: 'stated' }, { kind: 'legalAid' }], targeted: { total: 0 } } });
  });

  it.each([
    ['#org,#adm1,#affected\nA,B,3\n', 'hxlKindUnknown'],
    ['#country+name,#country+code,#affected+idps\nA,AA,3\n', 'hxlKindUnknown'],
  ])('%j: what it is not is said', async (text, code) => expect((await read('x.csv', {}, Buffer.from(text))).fileIssues.map((fault) => fault.code)).toEqual([code]));
});

describe('templates', () => {
  it('ids, lists, several values and areas with their code; a value outside a list and an altered id refuse their rows', async () => {
    const { rows, summary } = await read('template-initiatives.csv');
    expect(summary).toMatchObject({ profile: 'template', certainty: 'sure', accepted: 2, refused: 2 });
    const [first, second] = entriesOf(rows, 'initiative');
    expect(first).toMatchObject({ only: ['title', 'kinds', 'organisations', 'areaCodes', 'status', 'targetGroups', 'budget'], record: { scheme: 'exercise', externalId: 'i1', areaCodes: ['XX0101ZS01', 'XX0101ZS02'], targetGroups: ['communityAtLarge'], status: 'ongoing', budget: 1000 } });
    expect(first?.record.organisations.map(({ organisation }) => organisation.name)).toEqual(['ONG d’exercice', 'ONG ; seconde']);
    expect([second?.only, second?.idFromContent, second?.record.scheme]).toEqual([undefined, true, 'template']);
    expect(errorsOf(rows)).toEqual([['listValueUnknown', 6, 'Sensibilisations'], ['idInvalid', 7, 'modifié']]);
  });

  it('stock: the rows of one count are one assessment', async () => {
    const entries = entriesOf((await read('template-stock.csv')).rows, 'assessment');
    expect(entries.map(({ record, only }) => [record.externalId, record.stockLines.length, only])).toEqual([['a1', 2, ['stockLines']], ['a1', 2, ['stockLines']], ['stock:2025-06-20', 1, undefined]]);
    expect(entries[0]?.record).toMatchObject({ structureScheme: 'exercise', structureExternalId: 's1', functionality: 'unknown' });
  });
});

describe('3W of any country', () => {
  it('names without codes are claimed, finest first, and resolved where the areas are known; contacts are taken out', async () => {
    const { rows, summary } = await read('3w-names-only.csv');
    expect(summary).toMatchObject({ profile: 'ocha3w', accepted: 2 });
    expect(rows.map(({ areaClaims }) => areaClaims.map(({ level, code, name }) => [level, code, name]))).toEqual([[['territory', null, 'Territoire un'], ['province', null, 'Province d’exercice']], [['province', null, 'Province d’exercice']]]);
    expect(entriesOf(rows, 'initiative').map(({ record }) => [record.areaCodes, record.description])).toEqual([[[], 'Contact : [retiré], [retiré]'], [[], null]]);
  });

  it('English headers; the total is added up where all four groups are given', async () => {
    const [entry] = entriesOf((await read('3w-english.csv')).rows, 'initiative');
    // 10 + 20 + 30 + 40.
    expect(entry).toMatchObject({ idFromContent: true, record: { areaCodes: ['XX0101'], start: '2025-01-01', status: 'ongoing', targeted: { women: 10, men: 20, girls: 30, boys: 40, total: 100 }, kinds: [{ kind: 'psychosocial' }] } });
  });
});

describe('assessments and stock', () => {
  it('one row a structure; barriers in their order; a row without a structure is refused', async () => {
    const { rows, summary } = await read('herams-wide.csv');
    expect(summary).toMatchObject({ profile: 'assessmentsHerams', certainty: 'likely' });
    const [first] = entriesOf(rows, 'assessment');
    expect(first).toMatchObject({ structureClaim: { name: 'CS Kilima', areaName: 'Kilima' }, record: { assessedOn: '2025-05-15', assessedBy: 'ONG d’exercice', functionality: 'partial', accessibility: 'unknown' } });
    expect(first?.record.services).toEqual([{ service: 'cmr', availability: 'partial', barriers: ['staff', 'supplies'] }, { service: 'fistulaRepair', availability: 'notNormallyProvided', barriers: [] }]);
    expect(errorsOf(rows)).toEqual([['valueMissing', 5, null]]);
  });

  it('one row a service; two answers to one question refuse the structure', async () => {
    const { rows } = await read('herams-long.csv');
    expect(entriesOf(rows, 'assessment')[0]?.record.services.map(({ service, availability }) => [service, availability])).toEqual([['cmr', 'partial'], ['fistulaRepair', 'notNormallyProvided'], ['psychosocial', 'available']]);
    expect(errorsOf(rows).map(([code, row]) => [code, row])).toEqual([['codeRepeated', 5], ['codeRepeated', 6]]);
  });

  it('stock: one line a batch, no expiry is unknown; a kit that is for nobody refuses the count of its structure', async () => {
    const { rows, summary } = await read('stock-two-batches.csv');
    expect(summary).toMatchObject({ profile: 'stockCounts', accepted: 3, refused: 2 });
    expect(entriesOf(rows, 'assessment')[0]?.record.stockLines).toEqual([
      { item: 'pepKitAdult', batch: 'L1', quantity: 12, expiry: '2026-12-31', countedOn: '2025-05-20' },
      { item: 'pepKitAdult', batch: 'L2', quantity: 3, expiry: null, countedOn: '2025-05-20' },
      { item: 'emergencyContraception', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-20' },
    ]);
    expect(errorsOf(rows)).toEqual([['listValueUnknown', 5, 'Kit PEP'], ['groupIncomplete', 6, '5']]);
  });

  it('KoboToolbox: groups before the questions, a position, choices with spaces; who asked is not read', async () => {
    const { rows, summary } = await read('kobo-groups.csv');
    expect(summary).toMatchObject({ profile: 'kobo', recordCounts: { structure: 2, assessment: 2 } });
    expect(entriesOf(rows, 'structure')[0]?.record).toMatchObject({ name: 'CS Kilima', type: 'CS', lngLat: [29.15, -1.25], areaName: 'Kilima' });
    const [assessment] = entriesOf(rows, 'assessment');
    expect(assessment?.record).toMatchObject({ externalId: 'aaaa-1', assessedOn: '2025-05-30', functionality: 'partial', protocol: 'yes', services: [{ service: 'cmr', availability: 'partial', barriers: ['staff', 'supplies'] }], trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 2 }] });
    expect(JSON.stringify(rows.map(({ records }) => records))).not.toContain('enqueteur');
  });
});

describe('registers of health units', () => {
  it.each([
    ['dhis2-units.json', 'structuresDhis2', [['xx Kilima Hôpital Général de Référence', 'HGR', [29.15, -1.25], 'xx Kilima Zone de Santé'], ['xx Bonde', 'CS', null, 'xx Kilima Zone de Santé']]],
    ['dhis2-units-old-coordinates.csv', 'structuresDhis2', [['xx Kilima Centre de Santé', 'CS', [29.15, -1.25], 'xx Kilima Zone de Santé']]],
    ['dhis2-units.geojson', 'structuresDhis2', [['xx Kilima', 'CS', [29.15, -1.25], 'xx Kilima Zone de Santé']]],
    ['fhir-locations.json', 'structuresFhir', [['Kilima', 'CS', [29.15, -1.25], 'Province d’exercice']]],
  ])('%s: places under the areas that hold them; no contacts', async (name, profile, structures) => {
    const { rows, summary } = await read(name);
    expect(summary).toMatchObject({ profile, certainty: 'sure', refused: 0 });
    expect(entriesOf(rows, 'structure').map(({ record }) => [record.name, record.type, record.lngLat, record.areaName])).toEqual(structures);
    expect(JSON.stringify(rows)).not.toMatch(/somebody|000 000/);
  });

  it('contacts of facilities in a public register refuse nothing, and are not read', async () => {
    const rows = ['Jean KABILA', 'Marie MWAMBA', 'Esther Furaha', 'Pierre Amani', 'Paul Bahati'].map((person, i) => `Centre ${String(i)},uid${String(i)},p,POINT,"[29.${String(i)},-1.2]",${person},099123456${String(i)}`);
    const { summary, rows: units } = await read('units.csv', {}, Buffer.from(['name,uid,parent,featureType,coordinates,contactPerson,phoneNumber', ...rows].join('\n')));
    expect(summary).toMatchObject({ profile: 'structuresDhis2', accepted: 5 });
    expect(JSON.stringify(units)).not.toMatch(/KABILA|0991/);
  });

  it('what is closed is said and left out', async () => {
    for (const name of ['dhis2-units.json', 'fhir-locations.json']) expect((await read(name)).rows.at(-1)).toMatchObject({ records: [], issues: [{ code: 'structureClosed', severity: 'info' }] });
  });
});

describe('tables that no profile fits', () => {
  const mapping = { recordKind: 'initiative', columns: { 0: 'targetedTotal', 1: 'healthZoneName', 2: 'title', 3: 'implementingName' } } as const;

  it('are offered with samples and suggestions; samples show no person', async () => {
    const { summary, fileIssues } = await read('unknown-table.csv');
    expect(fileIssues.map(({ code }) => code)).toEqual(['profileUnknown']);
    expect(summary.mapping).toMatchObject({ headerRow: 1, recordKind: 'initiative', saved: null });
    expect(summary.mapping?.columns.map(({ header, samples, suggested }) => [header, samples[0], suggested])).toEqual([['Bénéf. total', '300', null], ['Où', 'Kilima', null], ['Quoi', 'Sensibilisation VBG', 'title'], ['ONG', 'ONG d’exercice', 'implementingName'], ['Personne de contact', '[retiré]', null]]);
  });

  it('are read by a mapping, and by a saved one next time', async () => {
    const { rows, summary } = await read('unknown-table.csv', { mapping });
    expect(summary).toMatchObject({ profile: 'mapped', certainty: 'chosen', accepted: 2 });
    expect(entriesOf(rows, 'initiative')[0]?.record).toMatchObject({ scheme: 'mapped', title: 'Sensibilisation VBG', targeted: { total: 300 } });
    const signature = summary.mapping?.signature ?? '';
    const again = await read('unknown-table.csv', { savedMappings: [{ ...mapping, id: 'm1', name: 'Partenaire A', signature }] });
    expect(again.summary).toMatchObject({ profile: 'mapped', certainty: 'saved', accepted: 2, mapping: { saved: { id: 'm1', name: 'Partenaire A' } } });
    expect((await read('3w-english.csv', { savedMappings: [{ ...mapping, id: 'm1', name: 'Partenaire A', signature }] })).summary.profile).toBe('ocha3w');
  });

  it('points of a map are a table with a position', async () => {
    const { summary } = await read('points-without-profile.geojson');
    expect(summary.mapping).toMatchObject({ recordKind: 'structure', columns: [{ suggested: 'name' }, { suggested: 'type' }, { suggested: 'lat' }, { suggested: 'lng' }] });
    const { rows } = await read('points-without-profile.geojson', { mapping: { recordKind: 'structure', columns: { 0: 'name', 1: 'type', 2: 'lat', 3: 'lng' } } });
    expect(entriesOf(rows, 'structure').map(({ record }) => [record.name, record.type, record.lngLat, record.sourceRow])).toEqual([['Kilima', 'CS', [29.15, -1.25], 1], ['Mto', 'PS', [29.25, -1.3], 2]]);
  });

  it.each([
    [{ recordKind: 'initiative', columns: { 2: 'title' } }],
    [{ recordKind: 'initiative', columns: { 2: 'nothing' } }],
    [{ recordKind: 'stock', columns: { 99: 'item' } }],
  ] as const)('%j is no mapping for it', async (wrong) => expect((await read('unknown-table.csv', { mapping: wrong })).fileIssues.map(({ code }) => code)).toEqual(['mappingInvalid']));
});

describe('case data in any form refuses the whole file', () => {
  it.each([
    ['kobo-case-data.csv', 'cas/age, cas/sexe, cas/type_violence'],
    ['hxl-survivors.csv', 'Nombre'],
    ['fhir-with-patients.json', 'Patient'],
    ['names-without-header.csv', 'Autre'],
  ])('%s', async (name, column) => {
    const { rows, fileIssues, summary } = await read(name);
    expect(fileIssues).toEqual([expect.objectContaining({ code: 'caseDataRefused', column, value: null })]);
    expect([rows, summary.mapping]).toEqual([[], null]);
  });

  it.each([
    ['nom,age,sexe\na,1,F\n'], ['Zone,Âge,Sexe,Diagnostic\na,1,F,x\n'], ['Zone,Contact\na,0991234567\na,0991234568\na,0991234569\na,+243 991 234 560\na,0991234561\n'],
    ['#affected,#adm1,#contact+email\na,b,c\n'],
  ])('%j', async (text) => expect((await read('x.csv', {}, Buffer.from(text))).fileIssues.map(({ code }) => code)).toEqual(['caseDataRefused']));
});
