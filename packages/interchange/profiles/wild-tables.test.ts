import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '#domain/import-records';
import { readFile, type RowResult } from '../read-file';

type RecordOf<Kind extends ImportRecord['kind']> = Extract<ImportRecord, { kind: Kind }>['record'];

/** Small tables as they come in the wild, each named after what went wrong with it. */
async function read(text: string, fileName = 'x.csv') {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(Buffer.from(text), { fileName, reportedOn: '2025-05-31' }, (batch) => void rows.push(...batch));
  const recordsOf = <Kind extends ImportRecord['kind']>(kind: Kind): RecordOf<Kind>[] => rows.flatMap(({ records }) => records).filter((entry): entry is Extract<ImportRecord, { kind: Kind }> => entry.kind === kind).map(({ record }) => record as RecordOf<Kind>);
  expect(summary.accepted + summary.repeated + summary.refused).toBe(summary.rows);
  return { summary, fileIssues, rows, recordsOf, issues: rows.flatMap(({ issues }) => issues.map(({ code, row }) => [code, row])) };
}
const people = (women: number | null, men: number | null, girls: number | null, boys: number | null, total: number | null) => ({ women, men, girls, boys, total });

describe('who does what where, of any country', () => {
  it('group-above-people: reached is not targeted', async () => {
    const { recordsOf } = await read(',,,Personnes atteintes,,,\nOrganisation,Activité,Province,Femmes,Hommes,Filles,Garçons\nONG A,Sensibilisation VBG,Un,1,2,3,4\n');
    expect(recordsOf('initiative')[0]).toMatchObject({ targeted: people(null, null, null, null, null), reached: people(1, 2, 3, 4, 10) });
  });

  it('words-in-any-order: `Women Reached`, `Total Reached`', async () => {
    const { recordsOf } = await read('Organization,Sector,State,Women Reached,Men Reached,Total Reached,Households reached\nA,GBV,One,3,4,9,2\n');
    expect(recordsOf('initiative')[0]?.reached).toEqual(people(3, 4, null, null, 9));
  });

  it('survivors-served: a count of them is the people reached', async () => {
    expect((await read('Organisation,Activity,District,# of survivors served\nA,Case management,One,12\n')).recordsOf('initiative')[0]?.reached.total).toBe(12);
  });

  it('implementing-beside-organisation: who does it is the partner, not who answers for the programme', async () => {
    const { recordsOf } = await read('Organización;Socio implementador;Sector;Departamento;Municipio;Estado\nAgencia;Socia;VBG;Uno;Dos;En ejecución\n');
    expect(recordsOf('initiative')[0]).toMatchObject({ status: 'ongoing', organisations: [{ role: 'implementing', organisation: { name: 'Socia' } }, { role: 'programming', organisation: { name: 'Agencia' } }] });
  });

  it.each([
    ['State,LGA,Ward', ['healthZone', 'territory', 'province']],
    ['Région,Préfecture,Sous-préfecture', ['healthZone', 'territory', 'province']],
    ['Préfecture,Sous-préfecture,Commentaire', ['territory', 'province']],
    ['Région,Province,Commune', ['healthZone', 'territory', 'province']],
    ['Département,Commune,Section communale', ['healthZone', 'territory', 'province']],
    ['Province,Territoire,Zone de santé', ['healthZone', 'territory', 'province']],
    ['Province,Zone de santé,Commentaire', ['healthZone', 'province']],
  ])('levels-by-the-words-of-a-country: %s', async (headers, levels) => {
    const { rows } = await read(`Organisation,Activité,${headers}\nA,Sensibilisation,Un,Deux,Trois\n`);
    expect(rows[0]?.areaClaims.map(({ level }) => level)).toEqual(levels);
  });

  it('lone-pcode: the code without a word is that of the finest area, and the table is no list of areas', async () => {
    const { summary, recordsOf } = await read('Org Name,Sub-cluster,Activity,Governorate,District,P-Code\nA,GBV,Legal aid,One,Two,YY2402\n');
    expect([summary.profile, recordsOf('initiative')[0]?.areaCodes]).toEqual(['ocha3w', ['YY2402']]);
  });

  it('totals-and-notes-under-the-table: accounted for, and no records', async () => {
    const { summary, issues } = await read('Organisation,Activité,Province,Bénéficiaires atteints\n(tous),(tous),(tous),(tous)\nA,Sensibilisation,Un,10\nSous-total Un,,,10\nTOTAL,,,10\n* provisoire,,,\nSource : partenaires,,,\n');
    expect([summary.rows, summary.accepted, summary.recordCounts]).toEqual([6, 6, { initiative: 1 }]);
    expect(issues).toEqual([2, 4, 5, 6, 7].map((row) => ['rowOfTotals', row]));
  });

  it('total-in-the-name: an organisation of that name is one', async () => {
    expect((await read('Organisation,Activité,Province\nTotal Santé,Sensibilisation,Un\n')).summary.recordCounts).toEqual({ initiative: 1 });
  });

  it('month-first-column: proved by three dates; one alone leaves open what may be either', async () => {
    const table = (...dates: string[]): string => ['Organisation,Activité,Province,Début', ...dates.map((date, i) => `A${String(i)},Sensibilisation,Un,${date}`)].join('\n');
    expect((await read(table('5/31/2025', '5/30/2025', '5/29/2025', '5/6/2025'))).recordsOf('initiative').map(({ start }) => start)).toEqual(['2025-05-31', '2025-05-30', '2025-05-29', '2025-05-06']);
    expect((await read(table('5/31/2025', '5/6/2025'))).summary).toMatchObject({ accepted: 0, refused: 2 });
    expect((await read(table('31/5/2025', '5/6/2025'))).recordsOf('initiative').map(({ start }) => start)).toEqual(['2025-05-31', '2025-06-05']);
  });

  it('month-alone and not-known: a start is its first day, an end its last; `ND` is nothing', async () => {
    const { recordsOf, issues } = await read('Organisation,Activité,Province,Début,Fin,Bénéficiaires ciblés\nA,Sensibilisation,Un,mai 2025,05-2026,ND\nB,Sensibilisation,Un,2025-05-01,En cours,"1,200"\n');
    expect(recordsOf('initiative').map(({ start, end, targeted }) => [start, end, targeted.total])).toEqual([['2025-05-01', '2026-05-31', null], ['2025-05-01', null, 1200]]);
    expect(issues).toEqual([['dateMonthAlone', 2], ['dateMonthAlone', 2]]);
  });

  it('columns-nobody-reads: are named', async () => {
    const { fileIssues } = await read('Organisation,Activité,Province,Couleur,Point focal,Poids\nA,Sensibilisation,Un,bleu,Furaha,2\n');
    expect(fileIssues.map(({ code, severity, column }) => [code, severity, column])).toEqual([['contactsNotRead', 'warning', 'Point focal'], ['columnsNotRead', 'info', 'Couleur, Poids']]);
  });

  it('several-areas-in-one-cell: are claimed one by one', async () => {
    const { rows } = await read('Organisation,Activité,Province,Zone de santé\nA,Sensibilisation,Un,"Deux; Trois"\n');
    expect(rows[0]?.areaClaims.map(({ level, name }) => [level, name])).toEqual([['healthZone', 'Deux'], ['healthZone', 'Trois'], ['province', 'Un']]);
  });

  it('tags-above-headers: the row of words below is no record', async () => {
    const { summary, recordsOf } = await read('#org,#sector,#adm1+name,#adm2+name\nOrganisation,Secteur,Province,Territoire\nA,VBG,Un,Deux\n');
    expect([summary.columns, recordsOf('initiative').length]).toEqual([['Organisation', 'Secteur', 'Province', 'Territoire'], 1]);
  });

  it('type-of-organisation-by-name: is no second organisation', async () => {
    const { recordsOf } = await read('#org+name,#org+type+code,#org+type+name,#sector+name,#adm1+code\nFonds,447,United Nations,VBG,XX01\n');
    expect(recordsOf('initiative')[0]?.organisations).toEqual([{ role: 'implementing', organisation: { name: 'Fonds', acronym: null, type: 'unAgency', typeAsGiven: null } }]);
  });

  it('survey-times: when the form was filled is not when the project began', async () => {
    const { summary, recordsOf } = await read('start,end,organisation,activite,province,debut,fin,_uuid,_submission_time\n2025-05-30T10:00,2025-05-30T11:00,A,Sensibilisation,Un,2025-01-01,2025-06-30,u1,2025-05-30T11:00\n');
    expect([summary.profile, recordsOf('initiative').map(({ start, end }) => [start, end])]).toEqual(['kobo', [['2025-01-01', '2025-06-30']]]);
  });
});

describe('people and areas', () => {
  it.each([
    ['women-before-all', 'Zone de santé,Population femmes,Population hommes,Population totale\nUn,600,500,1100\n', 1100],
    ['by-sex-only', 'ADM2_FR,ADM2_PCODE,F_TL,M_TL\nUn,XX0101,600,500\n', 1100],
    ['hxl-women-before-all', '#adm2+name,#adm2+code,#population+f+total,#population+m+total,#population+total\nUn,XX0101,600,500,1100\n', 1100],
    ['hxl-by-sex-only', '#adm2+name,#adm2+code,#population+f,#population+m\nUn,XX0101,600,500\n', 1100],
    ['thousands-by-comma', 'Nom,Pcode,Population\nUn,XX0101,"12,345"\n', 12345],
    ['two-years', 'Territoire,Pcode,Population 2020,Population 2025\nUn,XX0101,1000,1200\n', 1200],
    ['total-row', 'Zone de santé,Population\nUn,110\nTotal,110\n', 110],
    ['one-row-a-sex', 'admin2Pcode,gender,age_range,population\nXX0101,f,all,40\nXX0101,all,all,90\n', 90],
  ])('%s', async (_, text, value) => {
    expect((await read(text)).recordsOf('population').map((record) => record.value)).toEqual([value]);
  });

  it('one-sex-only and not-known: nobody can say how many there are', async () => {
    expect((await read('ADM2_FR,ADM2_PCODE,F_TL,M_TL\nUn,XX0101,600,ND\n')).issues).toEqual([['valueMissing', 2]]);
    expect((await read('#adm2+name,#adm2+code,#population+f\nUn,XX0101,600\n')).recordsOf('population')).toEqual([]);
  });

  it('gazetteer: levels by the names of the columns, whatever the form of the codes', async () => {
    const { summary, recordsOf } = await read('ADM2_FR,ADM2_PCODE,ADM2ALT1FR,ADM1_FR,ADM1_PCODE,ADM0_FR,ADM0_PCODE,date,validOn,validTo\nDeux,YY022116,,Un,YY022,Pays,YY,2019-01-01,2020-01-01,\n');
    expect([summary.profile, recordsOf('area').map(({ type, code, name, parentCode }) => [type, code, name, parentCode])]).toEqual(['areaTable', [['territory', 'YY022116', 'Deux', 'YY022']]]);
  });
});

describe('places of care', () => {
  it('healthsites-as-csv: contacts are not read', async () => {
    const { summary, recordsOf, fileIssues } = await read('X,Y,osm_id,osm_type,name,amenity,operator_type,contact_number\n8.5,12,1,node,Hôpital Kilima 08012345678,hospital,public,+2348012345678\n');
    expect([summary.profile, recordsOf('structure').map(({ externalId, name, lngLat }) => [externalId, name, lngLat])]).toEqual(['structuresHealthsites', [['node/1', 'Hôpital Kilima', [8.5, 12]]]]);
    expect(fileIssues.map(({ code, column }) => [code, column])).toEqual([['contactsNotRead', 'contact_number']]);
  });

  it('page-of-a-register: says that the rest is missing, and where a facility lies though its area is not in the page', async () => {
    const { fileIssues, recordsOf } = await read(JSON.stringify({ pager: { page: 1, pageCount: 12, total: 600 }, organisationUnits: [{ id: 'f1', displayName: 'CS Kilima', level: 5, path: '/a/b/c/d/f1', parent: { id: 'd', name: 'Aire Un' }, coordinates: '[29.2,-1.6]', featureType: 'POINT' }] }), 'x.json');
    expect(fileIssues.map(({ code, value, expected }) => [code, value, expected])).toEqual([['registerIncomplete', '1', '600']]);
    expect(recordsOf('structure').map(({ lngLat, areaName }) => [lngLat, areaName])).toEqual([[[29.2, -1.6], 'Aire Un']]);
  });

  it('fhir-without-partof: addresses say where; a place without a position is not taken for an area; a closed one is left out', async () => {
    const location = (id: string, more: object) => ({ resource: { resourceType: 'Location', id, name: id, ...more } });
    const area = location('Region', { type: [{ coding: [{ code: 'jurisdiction' }] }] });
    const { rows, recordsOf } = await read(JSON.stringify({ resourceType: 'Bundle', entry: [area, location('A', { address: { state: 'Un', district: 'Deux' } }), location('B', { operationalStatus: { code: 'C' }, position: { longitude: 1, latitude: 2 } })] }), 'x.json');
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(recordsOf('structure').map(({ name, areaName }) => [name, areaName])).toEqual([['A', 'Deux']]);
  });

  it('stock-in-boxes: refused; `12 kits` are twelve; a month of expiry lasts to its end', async () => {
    const { issues, recordsOf } = await read('Structure,Article,Quantité,Unité,Date de péremption,Date comptage\nA,Kit PEP adulte,12 kits,,03/2026,2025-05-31\nB,Kit PEP adulte,3,carton de 10,N/A,2025-05-31\nC,Kit PEP adulte,ND,,,2025-05-31\n');
    expect(recordsOf('assessment').flatMap(({ stockLines }) => stockLines.map(({ quantity, expiry }) => [quantity, expiry]))).toEqual([[12, '2026-03-31']]);
    expect(issues).toEqual([['dateMonthAlone', 2], ['listValueUnknown', 3], ['valueMissing', 4]]);
  });
});
