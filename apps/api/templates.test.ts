import excel from 'exceljs';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas } from '#db/stores/areas';
import { saveAssessments } from '#db/stores/assessments';
import { bumpDataVersion } from '#db/stores/data-version';
import { saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations } from '#db/stores/organisations';
import { readStoredRecords } from '#db/stores/read-records';
import { anArea, anAssessment, aStructure, anInitiative, box, openBatch } from '#db/stores/sample-records';
import { assignStructureAreas, saveStructures } from '#db/stores/structures';
import type { Database } from '#db/database';
import { readFile } from '#interchange/read-file';
import { useApp } from '../../tests/api/open-app';
import { importFile } from './services/import/import-file';

const AREAS = [
  anArea({ type: 'province', code: 'CD61', name: 'Nord-Kivu', geometry: box(27, -2, 29, -1) }),
  anArea({ type: 'territory', code: 'CD6101', name: 'Nyiragongo', parentCode: 'CD61', geometry: box(27, -2, 29, -1) }),
  anArea({ type: 'healthZone', code: 'CD6101ZS01', name: 'Goma', parentCode: 'CD61', geometry: box(27, -2, 28, -1) }),
  anArea({ type: 'healthZone', code: 'CD6101ZS02', name: 'Karisimbi (ville)', parentCode: 'CD61', geometry: box(28, -2, 29, -1) }),
];
const by = (name: string, role: 'funder' | 'programming' | 'implementing', type: 'nationalNgo' | 'donor' | 'unknown' = 'nationalNgo', typeAsGiven: string | null = null) => ({ role, organisation: { name, acronym: null, type, typeAsGiven } });
const counted = (total: number | null) => ({ women: null, men: null, girls: 0, boys: null, total });
const INITIATIVES = [
  anInitiative({
    externalId: 'one', scheme: 'ocha3w', title: 'Causeries ; "publiques"\nà Goma', description: '=1+1 & plus', kinds: [{ kind: 'awareness', confidence: 'high', rule: 'r', words: ['causerie'] }, { kind: 'psychosocial', confidence: 'medium', rule: null, words: [] }],
    topicWords: ['VBG'], domain: 'protectionAndPrevention', sectorAsGiven: 'Protection : VBG', areaCodes: ['CD6101ZS02', 'CD6101ZS01'], targetGroups: ['returnees', 'displaced'], targetGroupsAsGiven: 'Retournés',
    organisations: [by('Bailleur X', 'funder', 'donor'), by('Alpha; Beta', 'implementing'), by('Alpha', 'implementing'), by('Comité', 'programming', 'unknown', 'comité mixte')], start: '2025-01-01', end: '2025-06-30', targeted: counted(12), budget: 1500.5, currency: 'USD',
  }),
  anInitiative({ externalId: 'two', title: 'Sans rien', kinds: [], toReview: true, topic: 'other', areaCodes: ['CD61', 'CD6101ZS01'], organisations: [by('Alpha', 'implementing')], status: 'unknown', statusAsGiven: '?', tier: 'coordination', reached: counted(0) }),
  anInitiative({ externalId: 'others', organisations: [by('Gamma', 'implementing')] }),
];
const STRUCTURES = [
  aStructure({ externalId: 'A', name: 'CS Mabanga', typeAsGiven: 'Centre', lngLat: [27.123456789012345, -1.5], areaCode: 'CD6101ZS01', areaName: 'GOMA', supportedBy: ['Alpha', 'Gamma'], tier: 'partners' }),
  aStructure({ externalId: 'B', name: 'Poste sans position', type: 'other', typeAsGiven: 'poste avancé', ownership: 'unknown', areaName: 'Nord Kivu', supportedBy: ['Alpha'] }),
];
const ASSESSMENTS = [
  anAssessment({ structureExternalId: 'A', externalId: 'old', assessedOn: '2024-01-01' }),
  anAssessment({
    structureExternalId: 'A', externalId: 'new', protocol: 'unknown', services: [{ service: 'psychosocial', availability: 'unknown', barriers: [] }, { service: 'cmr', availability: 'partial', barriers: ['training', 'staff'] }],
    trainedStaff: [
      { service: 'cmr', cadre: 'nurse', number: 2, women: null, men: null, trainedOn: '2024-06-10', protocolVersion: null }, { service: 'cmr', cadre: 'nurse', number: null, women: 1, men: null, trainedOn: null, protocolVersion: '2019' },
      { service: 'psychosocial', cadre: 'other', number: 1, women: null, men: null, trainedOn: null, protocolVersion: null },
    ],
    stockLines: [{ item: 'pepKitAdult', batch: '007', quantity: 4, expiry: '2026-01-31', countedOn: '2025-05-01' }, { item: 'pepKitChild', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-02' }],
  }),
];

async function fill({ kysely }: Database): Promise<void> {
  const batch = await openBatch(kysely);
  await saveAreas(kysely, batch, AREAS);
  const named = INITIATIVES.flatMap(({ organisations }) => organisations.map(({ organisation }) => ({ ...organisation, source: 'Test', sourceRow: 1 })));
  await saveInitiatives(kysely, batch, INITIATIVES, await ensureOrganisations(kysely, batch, named));
  await saveStructures(kysely, batch, STRUCTURES);
  await assignStructureAreas(kysely);
  await saveAssessments(kysely, batch, ASSESSMENTS);
  await bumpDataVersion(kysely);
}

describeOnBothDatabases('templates', (database) => {
  const api = useApp(database, 'coordination', fill);
  const organisation = async (name: string): Promise<string> => (await api().json<{ items: { id: string; name: string }[] }>('/api/organisations')).items.find((item) => item.name === name)?.id ?? '';
  const template = async (kind: string, lang = 'fr'): Promise<Buffer> => (await api().app.inject(`/api/templates/${kind}.xlsx?organisation=${await organisation('Alpha')}&lang=${lang}`)).rawPayload;
  const load = async (bytes: Uint8Array, dryRun = true) => importFile({ database: database() }, bytes, { fileName: 'modele-2025-07-01.xlsx', dryRun, acceptPartial: false });
  const edited = async (bytes: Uint8Array, tag: string, row: number, value: string | number | null): Promise<Uint8Array> => {
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    const column = (sheet?.getRow(3).values as unknown[]).indexOf(tag);
    if (sheet === undefined || column < 0) throw new Error(`${tag}: a column expected`);
    sheet.getRow(row).getCell(column).value = value;
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };

  it.each([['initiatives', 'fr', 2], ['initiatives', 'en', 2], ['structures', 'en', 2], ['assessments', 'en', 1], ['stock', 'fr', 2]])('%s (%s): exported and loaded back untouched, %i rows change nothing', async (kind, lang, rows) => {
    const report = await load(await template(kind, lang));
    expect(report, JSON.stringify(report.issues)).toMatchObject({ profile: 'template', rows, unchanged: rows, accepted: 0, refused: 0 });
  });

  it.each([
    ['initiatives', '#targeted', 4, 13, { kind: 'initiative', record: INITIATIVES[0] }, { targeted: counted(13) }],
    ['structures', '#loc+name', 4, 'CS Mabanga II', { kind: 'structure', record: STRUCTURES[0] }, { name: 'CS Mabanga II' }],
    ['assessments', '#status+functionality', 4, 'Pas du tout', { kind: 'assessment', record: ASSESSMENTS[1] }, { functionality: 'none' }],
    ['stock', '#item+quantity', 4, 9, { kind: 'assessment', record: ASSESSMENTS[1] }, { stockLines: [{ ...ASSESSMENTS[1]?.stockLines[0], quantity: 9 }, ASSESSMENTS[1]?.stockLines[1]] }],
  ] as const)('%s: one cell (%s) changed is one change, of that field only', async (kind, tag, row, value, { kind: recordKind, record }, change) => {
    const before = (await readStoredRecords(database().kysely, 'coordination', recordKind, [record as never]))[0];
    const report = await load(await edited(await template(kind), tag, row, value), false);
    expect(report, JSON.stringify(report.issues)).toMatchObject({ outcome: 'applied', refused: 0 });
    const [after] = await readStoredRecords(database().kysely, 'coordination', recordKind, [record as never]);
    expect(after).toEqual({ ...before, ...change });
  });

  it('sent back unchanged it is a report of that month: once, and each record says so', async () => {
    const bytes = await template('initiatives');
    const send = (fileName: string) => importFile({ database: database() }, bytes, { fileName, dryRun: false, acceptPartial: false });
    const august = async () => (await api().json<{ organisations: { name: string; state: string; reportedRows: number; lastReportedOn: string | null }[] }>('/api/reporting?month=2025-08')).organisations.filter(({ name }) => name === 'Alpha').map(({ state, reportedRows, lastReportedOn }) => [state, reportedRows, lastReportedOn]);
    const before = await august();
    const report = await send('initiatives-Alpha-2025-08-20.xlsx');
    expect(report, JSON.stringify(report.issues)).toMatchObject({ outcome: 'applied', rows: 2, accepted: 0, unchanged: 2, refused: 0, records: [{ recordKind: 'initiative', added: 0, changed: 0, unchanged: 2 }] });
    expect([before.map(([state]) => state), await august()]).toEqual([['late'], [['reported', 2, '2025-08-20']]]);
    // The same report again says nothing more.
    expect(await send('initiatives-Alpha-2025-08-20.xlsx')).toMatchObject({ outcome: 'unchanged', dataVersion: report.dataVersion });
    // A report of a month before that nobody had sent, later: a report too.
    expect(await send('initiatives-Alpha-2025-06-30.xlsx')).toMatchObject({ outcome: 'applied', unchanged: 2 });
    expect(await send('initiatives-Alpha-2025-06-30.xlsx')).toMatchObject({ outcome: 'unchanged' });
  });

  it('a new row without an id is a new record', async () => {
    const bytes = await edited(await edited(await edited(await template('structures'), '#loc+name', 6, 'Nouveau'), '#adm3+name', 6, 'Goma (CD6101ZS01)'), '#loc+type', 6, 'Centre de santé');
    expect(await load(bytes)).toMatchObject({ rows: 3, accepted: 1, unchanged: 2, refused: 0 });
  });

  it('the sheet: marker, headers, hashtags, formulas guarded; lists of labels, zones of the province; instructions', async () => {
    const workbook = new excel.Workbook();
    await workbook.xlsx.load((await template('initiatives')) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([['Initiatives', 'visible'], ['Instructions', 'visible'], ['Listes', 'hidden'], ['Zones', 'hidden']]);
    const [sheet, instructions, lists, areas] = workbook.worksheets;
    expect(sheet?.getCell('A1').value).toBe('jonction-template:initiative:1');
    expect([sheet?.getCell('A2').value, sheet?.getCell('A3').value]).toEqual(['Identifiant (ne pas modifier)', '#meta+id']);
    const tags = sheet?.getRow(3).values as string[];
    expect(sheet?.getRow(4).getCell(tags.indexOf('#description')).value).toBe("'=1+1 & plus");
    expect(sheet?.getRow(4).getCell(tags.indexOf('#date+start')).value).toEqual(new Date('2025-01-01T00:00:00Z'));
    expect(sheet?.getRow(4).getCell(tags.indexOf('#adm3+name')).value).toBe('Karisimbi (ville) (CD6101ZS02); Goma (CD6101ZS01)');
    const rules = (sheet as unknown as { dataValidations: { model: Record<string, { formulae: string[] }> } }).dataValidations.model;
    const ruleOf = (tag: string) => rules[`${sheet?.getColumn(tags.indexOf(tag)).letter ?? ''}4`]?.formulae[0] ?? '';
    expect(ruleOf('#status')).toMatch(/^Listes!/);
    expect(ruleOf('#adm3+name')).toMatch(/OFFSET\(Zones!.*MATCH\(\$[A-Z]+4,/);
    expect((lists?.getRow(1).values as string[]).length).toBeGreaterThan(4);
    expect(areas?.getColumn(8).values).toContain('Goma (CD6101ZS01)');
    expect(areas?.getColumn(7).values).toContain('Nord-Kivu (CD61)');
    expect(JSON.stringify(instructions?.getSheetValues())).toMatch(/Alpha.*Ne jamais écrire/s);
  });

  it('empty template, unknown organisation, other kinds', async () => {
    const { rawPayload } = await api().app.inject('/api/templates/stock.xlsx?lang=en');
    const rows: unknown[] = [];
    const { summary } = await readFile(rawPayload, { fileName: 'empty.xlsx' }, (batch) => void rows.push(...batch));
    expect([summary.rows, rows]).toEqual([0, []]);
    expect((await api().problem('/api/templates/structures.xlsx?organisation=none')).code).toBe('notFound');
    expect((await api().app.inject('/api/templates/areas.xlsx')).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describeOnBothDatabases('templates and reporting for the public', (database) => {
  const api = useApp(database, 'public', fill);
  it('do not exist', async () => {
    expect((await api().problem('/api/templates/structures.xlsx')).code).toBe('forbidden');
    expect((await api().problem('/api/reporting?month=2025-05')).code).toBe('forbidden');
  });
});
