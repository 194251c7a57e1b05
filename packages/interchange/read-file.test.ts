import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '#domain/import-records';
import type { AreaRecord, InitiativeRecord, StructureRecord } from '#domain/records';
import { readFile, type ReadOptions, type RowResult } from './read-file';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../tests/fixtures/${name}`, import.meta.url));

async function read(fileName: string, options: Partial<ReadOptions> = {}, bytes: Uint8Array = fixture(fileName)) {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(bytes, { fileName, ...options }, (batch) => void rows.push(...batch));
  return { summary, rows, fileCodes: fileIssues.map(({ code }) => code), fileIssues };
}

const errorsOf = (rows: readonly RowResult[]) => rows.flatMap(({ issues }) => issues).filter(({ severity }) => severity === 'error').map(({ code, row, column, value }) => ({ code, row, column, value }));
type RecordOf<K extends ImportRecord['kind']> = Extract<ImportRecord, { kind: K }>['record'];
function recordsOf<K extends ImportRecord['kind']>(rows: readonly RowResult[], kind: K): RecordOf<K>[] {
  return rows.flatMap(({ records }) => records.filter((entry) => entry.kind === kind).map((entry) => entry.record as RecordOf<K>));
}

describe('a file that is refused whole hands on no row', () => {
  it.each([
    ['empty.csv', 'fileEmpty', null, null],
    ['blank.csv', 'fileEmpty', null, null],
    ['blank.xlsx', 'fileEmpty', null, null],
    ['header-only.csv', 'fileEmpty', null, '≥ 1'],
    ['truncated.xlsx', 'fileTruncated', 'ZIP', null],
    ['truncated.geojson', 'fileTruncated', expect.any(String), null],
    ['quote-unclosed.csv', 'fileTruncated', expect.stringMatching(/quote/i), null],
    ['not-json.geojson', 'jsonInvalid', expect.any(String), null],
    ['png-named.xlsx', 'contentNotAsNamed', 'PNG', '.xlsx'],
    ['html-named.xlsx', 'contentNotAsNamed', 'HTML/XML', '.xlsx'],
    ['report.pdf', 'fileKindUnknown', 'PDF', 'XLSX, CSV, GeoJSON, TopoJSON, KML, GeoPackage, GeoTIFF, ZIP'],
    ['old-excel.xls', 'oldExcel', '.xls', '.xlsx'],
    ['second-sheet.xlsx', 'severalSheets', 'Data, Feuille 2', '--sheet'],
    ['case-data.csv', 'caseDataRefused', null, null],
    ['person-by-combination.csv', 'caseDataRefused', null, null],
    ['case-data-on-second-sheet.xlsx', 'caseDataRefused', null, null],
    ['axis-swapped.geojson', 'axesSwapped', '[-1.4, 29]', 'CD: 12.2, -13.5, 31.3, 5.3'],
    ['projected-crs.geojson', 'crsProjected', 'urn:ogc:def:crs:EPSG::32735', 'EPSG:4326'],
    ['projected-crs-unnamed.geojson', 'crsProjected', '[722000, 9845000]', 'EPSG:4326'],
  ])('%s: %s', async (name, code, value, expected) => {
    const { rows, summary, fileIssues } = await read(name);
    expect(fileIssues).toEqual([expect.objectContaining({ code, severity: 'error', row: null, value, expected })]);
    expect(rows).toEqual([]);
    expect(summary.rows).toBe(0);
  });

  it('says which columns look like case data, and which columns no profile knows', async () => {
    expect((await read('case-data.csv')).fileIssues[0]?.column).toBe('incident_id, date_incident');
    const { fileIssues } = await read('list.csv', {}, Buffer.from('a,b\n1,2\n'));
    expect(fileIssues[0]).toMatchObject({ code: 'profileUnknown', value: 'a, b' });
  });

  it('a sheet that is not there is said with those that are', async () => {
    expect((await read('second-sheet.xlsx', { sheet: 'Feuille 3' })).fileIssues[0]).toMatchObject({ code: 'sheetMissing', value: 'Feuille 3', expected: 'Data, Feuille 2' });
  });
});

describe('areas', () => {
  it('any property names; type, parent and population come from the codes and columns', async () => {
    const { rows, summary } = await read('areas-good.geojson');
    expect(summary).toMatchObject({ profile: 'areas', container: 'geojson', rows: 4, accepted: 4, repeated: 0, refused: 0, recordCounts: { area: 4 } });
    expect(recordsOf(rows, 'area').map(({ type, code, name, parentCode, population }) => ({ type, code, name, parentCode, population: population?.value ?? null }))).toEqual([
      { type: 'healthZone', code: 'XX0101ZS01', name: 'Kilima', parentCode: 'XX01', population: 120000 },
      { type: 'healthZone', code: 'XX0101ZS02', name: 'Mto', parentCode: 'XX01', population: 80000 },
      { type: 'healthZone', code: 'XX0102ZS01', name: 'Bonde', parentCode: 'XX01', population: 45000 },
      { type: 'province', code: 'XX01', name: 'Province d’exercice', parentCode: null, population: null },
    ]);
    expect(recordsOf(rows, 'area')[0]?.geometry?.coordinates[0]?.[0]).toHaveLength(5);
  });

  it.each([
    ['ring-unclosed.geojson', 'ringUnclosed', 'geometry'],
    ['ring-too-short.geojson', 'ringTooShort', 'geometry'],
  ])('%s refuses its second feature', async (name, code, column) => {
    const { rows, summary } = await read(name);
    expect(errorsOf(rows)).toEqual([expect.objectContaining({ code, row: 2, column })]);
    expect(summary.refused).toBe(1);
    expect(rows[1]?.cells).toMatchObject({ zs_pcode: 'XX0101ZS02', zs_name: 'Mto' });
  });

  it('one feature out of range is refused, not the file', async () => {
    expect(errorsOf((await read('coordinates-out-of-range.geojson')).rows)).toEqual([{ code: 'coordinatesOutOfRange', row: 3, column: 'geometry', value: '[229.6,-1.4]' }]);
  });

  it('an area without outline is kept and flagged; one without code is refused', async () => {
    const { rows, summary } = await read('geometry-missing.geojson');
    expect(recordsOf(rows, 'area').map(({ geometry }) => geometry === null)).toEqual([false, true]);
    expect(summary.issueCounts).toEqual([{ code: 'geometryMissing', severity: 'warning', count: 1 }]);
    expect(errorsOf((await read('missing-pcode.geojson')).rows)).toEqual([{ code: 'valueMissing', row: 3, column: 'zs_pcode', value: null }]);
  });

  it('a code with two contents refuses both rows', async () => {
    expect(errorsOf((await read('code-repeated.geojson')).rows)).toEqual([2, 3].map((row) => ({ code: 'codeRepeated', row, column: 'zs_pcode', value: 'XX0101ZS02' })));
  });

  it('five bad features among 500: five refused, 495 accepted, in batches of at most 500', async () => {
    const features = Array.from({ length: 500 }, (_, i) => {
      const west = 20 + (i % 25) * 0.1;
      const south = -5 + Math.floor(i / 25) * 0.1;
      const ring = [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south]];
      const bad = i % 100 === 7;
      return { type: 'Feature', properties: { pcode: `XX${String(1001 + (i % 9))}ZS${String(Math.floor(i / 9) + 10)}`, nom: `Zone ${String(i)}` }, geometry: { type: 'Polygon', coordinates: [bad ? ring.slice(0, 3) : ring] } };
    });
    const sizes: number[] = [];
    const { summary } = await readFile(Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })), { fileName: 'zones.geojson' }, (batch) => void sizes.push(batch.length));
    expect(summary).toMatchObject({ rows: 500, accepted: 495, refused: 5, repeated: 0 });
    expect(sizes).toEqual([500]);
  });

  it('a self-crossing outline is handed on: the database tells it', async () => {
    expect((await read('self-crossing.geojson')).summary).toMatchObject({ accepted: 2, refused: 0 });
  });

  it('a code of no known form takes its type from the option', async () => {
    const bytes = Buffer.from('pcode,nom,Code_DHIS2\nZ-1,Kilima,abc\n');
    expect(errorsOf((await read('zones.csv', {}, bytes)).rows)).toEqual([{ code: 'areaCodeUnknown', row: 2, column: 'pcode', value: 'Z-1' }]);
    const [area] = recordsOf((await read('zones.csv', { areaType: 'healthZone' }, bytes)).rows, 'area');
    expect(area).toMatchObject({ type: 'healthZone', code: 'Z-1', parentCode: null, codes: { dhis2: 'abc' } } satisfies Partial<AreaRecord>);
  });
});

describe('populations', () => {
  it('Windows-1252 and semicolons; people are counted whole; the year stands in the header', async () => {
    const { rows, summary } = await read('latin1-semicolon.csv');
    expect(summary).toMatchObject({ profile: 'population', container: 'csv', rows: 2 });
    expect(recordsOf(rows, 'population').map(({ areaName, value, year }) => [areaName, value, year])).toEqual([['Makélélé', 12345, 2024], ['Kimbanséké', 678, 2024]]);
  });

  it('one name in two provinces: the parent’s name goes along', async () => {
    expect(recordsOf((await read('name-in-two-provinces.csv')).rows, 'population').map(({ areaName, parentName }) => [areaName, parentName])).toEqual([['Bili', 'Province A'], ['Bili', 'Province B']]);
  });

  it('a comma that was not protected shifts a row: it is refused, the others are not', async () => {
    const { rows, summary } = await read('shifted-by-comma.csv');
    expect(errorsOf(rows).map(({ code, row }) => [code, row])).toEqual([['numberInvalid', 3], ['cellsBeyondHeaders', 3]]);
    expect(summary).toMatchObject({ accepted: 1, refused: 1 });
  });
});

describe('structures', () => {
  it('healthsites: types by name and tag, outlines as points inside, neutral names, no telephone numbers', async () => {
    const { rows, summary } = await read('facility-hazards.geojson');
    expect(summary).toMatchObject({ profile: 'structuresHealthsites', accepted: 4, issueCounts: [{ code: 'nameMissing', severity: 'warning', count: 1 }] });
    expect(recordsOf(rows, 'structure').map(({ externalId, name, type, typeAsGiven, ownership }) => [externalId, name, type, typeAsGiven, ownership])).toEqual([
      ['node/1', 'Hôpital Général de Référence de Kilima', 'HGR', 'amenity=hospital', 'unknown'],
      ['node/2', 'Clinique sans nom (OSM node/2)', 'other', 'amenity=clinic', 'unknown'],
      ['node/3', 'Pharmacie du centre de santé', 'nonClinical', 'amenity=pharmacy', 'unknown'],
      ['way/4', 'Centre de santé Mto', 'CS', 'amenity=hospital', 'public'],
    ]);
    // At half its height (-1.37) the horseshoe is two arms, 0.03 and 0.02 degrees wide: the middle of the wider one is 29.2 + 0.03 / 2.
    const [lng = 0, lat = 0] = recordsOf(rows, 'structure')[3]?.lngLat ?? [];
    expect([lng.toFixed(4), lat.toFixed(4)]).toEqual(['29.2150', '-1.3700']);
    expect(JSON.stringify(rows)).not.toMatch(/contact|somebody|\+000/);
  });

  it('KWTRP: types of ours, others as given, unreadable coordinates refused, missing ones known by province only', async () => {
    const { rows, summary } = await read('kwtrp-small.csv');
    expect(summary).toMatchObject({ profile: 'structuresKwtrp', rows: 4, accepted: 3, refused: 1 });
    expect(recordsOf(rows, 'structure').map(({ type, typeAsGiven, ownership, lngLat, areaName }) => ({ type, typeAsGiven, ownership, lngLat, areaName })) satisfies Partial<StructureRecord>[]).toEqual([
      { type: 'CS', typeAsGiven: null, ownership: 'public', lngLat: [29.11, -1.31], areaName: 'Province d’exercice' },
      { type: 'other', typeAsGiven: 'Clinique', ownership: 'faithBased', lngLat: [29.31, -1.32], areaName: 'Province d’exercice' },
      { type: 'PS', typeAsGiven: null, ownership: 'public', lngLat: null, areaName: 'Province d’exercice' },
    ]);
    expect(errorsOf(rows)).toEqual([{ code: 'numberInvalid', row: 5, column: 'Lat', value: 'nord' }]);
  });
});

describe('3W', () => {
  const initiatives = async (name: string, options: Partial<ReadOptions> = {}): Promise<InitiativeRecord[]> => recordsOf((await read(name, options)).rows, 'initiative');

  it('line breaks and misspelt headers; dates as dates, serials and text; nothing is made up', async () => {
    const { rows, summary } = await read('3w-good.xlsx');
    expect(summary).toMatchObject({ profile: 'ocha3w', container: 'xlsx', sheet: 'Data', rows: 3, accepted: 3, reportedOn: '2025-06-15', reportedOnFrom: 'workbookModified' });
    const [first, , third] = recordsOf(rows, 'initiative');
    expect(first).toMatchObject({ title: 'Sensibilisation sur les VBG à Kilima', start: '2025-01-01', end: '2025-12-31', status: 'ongoing', areaCodes: ['XX0101ZS01'], targetGroups: ['communityAtLarge'], targeted: { total: 300, women: null }, budget: 50000, currency: null, topic: 'sexualViolence', domain: 'protectionAndPrevention', sourceRow: 2 });
    expect(first?.organisations.map(({ role, organisation }) => [role, organisation.name, organisation.type])).toEqual([['implementing', 'Association d’exercice', 'nationalNgo'], ['funder', 'Fonds d’exercice', 'donor']]);
    // 45658 is 1 January 2025. A zero in the required column of people is not given; `Autre` is no donor; a dash is no budget.
    expect(third).toMatchObject({ start: '2025-01-01', end: '2025-12-31', targeted: { total: null }, budget: null, kinds: [{ kind: 'mobileMission' }] });
    expect(third?.organisations).toHaveLength(1);
    expect(rows[0]?.areaClaims).toEqual([
      { column: 'Pcode ZS', code: 'XX0101ZS01', name: 'Kilima', level: 'healthZone' },
      { column: 'Code Terrtoire', code: 'XX0101', name: 'Territoire un', level: 'territory' },
      { column: 'Code Province', code: 'XX01', name: 'Province d’exercice', level: 'province' },
    ]);
  });

  it('the date of the report: the option, else the file name, else the workbook', async () => {
    expect((await initiatives('3w-good.xlsx', { reportedOn: '2025-03-31' }))[0]?.reportedOn).toBe('2025-03-31');
    expect((await read('x', { fileName: '3w-2025-04.xlsx' }, fixture('3w-good.xlsx'))).summary).toMatchObject({ reportedOn: '2025-04-30', reportedOnFrom: 'fileName' });
  });

  it.each([
    ['end-before-start.xlsx', [{ code: 'endBeforeStart', row: 3, column: 'DATE FIN', value: '2025-06-30' }]],
    ['date-impossible.xlsx', [{ code: 'dateInvalid', row: 3, column: 'DATE FIN', value: '31/02/2025' }, { code: 'dateInvalid', row: 4, column: 'DATE DEBUT', value: '05/31/2025' }]],
    ['text-in-beneficiaries.xlsx', [{ code: 'numberInvalid', row: 3, column: 'NOMBRE BENEFICIAIRES DIRECTS \r\n(indiquer nombre de personnes)', value: 'environ 300' }]],
    ['no-area.xlsx', [{ code: 'areaMissing', row: 3, column: 'Pcode ZS', value: null }]],
    ['zone-unknown.xlsx', []],
    ['territory-code-wrong.xlsx', []],
  ])('%s', async (name, errors) => {
    expect(errorsOf((await read(name)).rows)).toEqual(errors);
  });

  it('a row that comes again counts as repeated; one that differs in one cell does not', async () => {
    const { rows, summary } = await read('row-repeated.xlsx');
    expect(summary).toMatchObject({ rows: 3, accepted: 2, repeated: 1, refused: 0 });
    expect(rows[2]).toMatchObject({ records: [], issues: [{ code: 'rowRepeated', severity: 'info', row: 4, value: '2' }] });
  });

  it('the sheet that the option names is read, and rows are counted as the spreadsheet does', async () => {
    expect((await initiatives('second-sheet.xlsx', { sheet: 'Feuille 2' })).map(({ targeted }) => targeted.total)).toEqual([7]);
    expect((await initiatives('title-above-header.xlsx')).map(({ sourceRow }) => sourceRow)).toEqual([4, 5, 6]);
  });

  it('a comment that tells of cases is read for its kinds and not kept; a contact is taken out of one', async () => {
    const { rows } = await read('case-narrative-in-comment.xlsx');
    expect(recordsOf(rows, 'initiative').map(({ description, kinds }) => [description, kinds[0]?.kind])).toEqual([[null, 'awareness'], ['Contact : [retiré]', 'awareness']]);
    expect(rows.flatMap(({ issues }) => issues).map(({ code, value, expected }) => [code, value, expected])).toEqual([['textWithheld', null, 'cases'], ['personalDataDropped', null, 'phone']]);
    expect(JSON.stringify(recordsOf(rows, 'initiative'))).not.toMatch(/\bviol\b|\+000/);
  });
});
