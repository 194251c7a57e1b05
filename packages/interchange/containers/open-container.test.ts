import { describe, expect, it } from 'vitest';
import { makeShapefile, makeWorkbook, makeZip, sheetDataOf, workbookFiles } from '../../../tests/hostile/make-containers';
import { openContainer, type Content } from './open-container';

const open = (bytes: Uint8Array, chosen?: string): Content => openContainer(bytes, 'file', chosen);
function rowsOf(content: Content): unknown[] {
  if (content.kind !== 'sheets') throw new Error(content.kind === 'refused' ? content.issue.code : content.kind);
  return content.sheets.flatMap(({ rows }) => [...rows]);
}
const refusal = (content: Content): unknown => (content.kind === 'refused' ? [content.issue.code, content.issue.value] : content.kind);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('workbooks', () => {
  it('texts, numbers, dates, truth values, errors; rows and cells that are left out stay empty', () => {
    const sheetData = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="str"><v>a&amp;b &#233;</v></c></row>'
      + '<row r="3"><c r="B3"><v>12.5</v></c><c r="C3" s="1"><v>45658</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c><c r="F3" t="d"><v>2025-05-31</v></c></row>';
    const sharedStrings = '<sst><si><r><t>Zone </t></r><r><t xml:space="preserve">de santé</t></r><rPh sb="0"><t>lu</t></rPh></si></sst>';
    expect(rowsOf(open(makeZip(workbookFiles({ sheetData, sharedStrings }))))).toEqual([
      ['Zone de santé', null, 'a&b é'], [], [null, 12.5, new Date('2025-01-01'), true, null, new Date('2025-05-31')],
    ].map((row) => (row.length === 6 ? [null, 12.5, new Date('2025-01-01'), true, null, new Date('2025-05-31')] : row)));
  });

  it('a merge over rows holds for all of them, a number only for the first', () => {
    const rows = [['ONG', 'Zone', 'Cibles'], ['A', 'Mto', 500], [null, 'Bonde', null], [null, null, null]];
    expect(rowsOf(open(makeWorkbook(rows, { afterData: '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="C2:C3"/></mergeCells>' })))).toEqual([['ONG', 'Zone', 'Cibles'], ['A', 'Mto', 500], ['A', 'Bonde']]);
  });

  it('entities that the document declares are not expanded', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const sheetData = '<row r="1"><c r="A1" t="inlineStr"><is><t>x&b;y</t></is></c></row>';
    expect(rowsOf(open(makeZip(workbookFiles({ sheetData, prolog: bomb }))))).toEqual([['x&b;y']]);
  });

  it('a flipped bit is found by the checksum; a text without its end, a password, a folder without a sheet are said', () => {
    const flipped = makeZip(workbookFiles({ sheetData: sheetDataOf([['Nom', 'Lat'], ['Mto', 12]]) }).map((file) => ({ ...file, method: 0 as const })));
    const at = Buffer.from(flipped).indexOf('<v>12<');
    flipped[at + 3] = 0x32;
    expect(refusal(open(flipped))).toEqual(['fileTruncated', 'XLSX']);
    expect(refusal(open(makeZip(workbookFiles({ sheetData: '' }).map((file) => (file.name.includes('sheet1') ? { ...file, content: '<worksheet><sheetData><row r="1">' } : file)))))).toEqual(['fileTruncated', 'XLSX']);
    expect(refusal(open(makeZip(workbookFiles({ sheetData: '' }).map((file) => ({ ...file, flags: 1 })))))).toEqual(['archiveLocked', 'XLSX']);
    expect(refusal(open(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(100), Buffer.from('EncryptedPackage', 'utf16le')])))).toEqual(['archiveLocked', 'XLSX']);
  });

  it('what unpacks to more than is allowed is counted, whatever the header says', () => {
    const blank = Buffer.alloc(320_000_000, 0x20);
    const bomb = makeZip(workbookFiles({ sheetData: '' }).map((file) => (file.name.includes('sheet1') ? { ...file, content: Buffer.concat([utf8('<worksheet><sheetData>'), utf8('<row r="1"><c r="A1"><v>1</v></c></row>').subarray(0), blank]), saidSize: 10 } : file)));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(['cellTooLong', 'fileTooLarge']).toContain((refusal(open(bomb)) as string[])[0]);
  });

  it('cells in the last column of very many rows are more than is read', () => {
    const sheetData = Array.from({ length: 1300 }, (_, i) => `<row r="${String(i + 1)}"><c r="XFD${String(i + 1)}"><v>1</v></c></row>`).join('');
    expect(refusal(open(makeZip(workbookFiles({ sheetData }))))).toEqual(['fileTooLarge', '> 300000']);
  });
});

describe('archives', () => {
  const csv = { name: 'données/liste.csv', content: 'Nom;Lat\nMto;1\n' };

  it('one readable file is read, what systems leave beside it is not looked at', () => {
    expect(rowsOf(open(makeZip([csv, { name: '__MACOSX/._liste.csv', content: 'x' }, { name: 'README.txt', content: 'x' }, { name: 'a.png', content: 'x' }])))).toEqual([['Nom', 'Lat'], ['Mto', '1']]);
    expect(rowsOf(open(makeZip([{ name: 'a.xlsx', content: makeWorkbook([['Nom']]) }])))).toEqual([['Nom']]);
  });

  it('several are named, and one of them may be chosen', () => {
    const two = makeZip([csv, { name: '../../etc/passwd.csv', content: 'a,b\n' }]);
    expect(open(two)).toMatchObject({ kind: 'refused', issue: { code: 'archiveSeveral', value: 'liste.csv, passwd.csv' }, sheets: ['liste.csv', 'passwd.csv'] });
    expect(rowsOf(open(two, 'liste.csv'))).toEqual([['Nom', 'Lat'], ['Mto', '1']]);
  });

  it('nothing readable, an archive in an archive, a password, very many files', () => {
    expect(refusal(open(makeZip([{ name: 'a.docx', content: 'x' }])))).toEqual(['archiveEmpty', 'a.docx']);
    expect(refusal(open(makeZip([{ name: 'a.csv', content: makeZip([csv]) }])))).toEqual(['archiveEmpty', 'ZIP']);
    expect(refusal(open(makeZip([{ ...csv, flags: 1 }])))).toEqual(['archiveLocked', 'ZIP']);
    expect(refusal(open(makeZip(Array.from({ length: 2001 }, (_, i) => ({ name: `${String(i)}.csv`, content: '' })))))).toEqual(['fileTooLarge', '> 300 MB']);
  });
});

describe('shapefiles', () => {
  const UTM35S = 'PROJCS["WGS_1984_UTM_Zone_35S",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",27],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",10000000],UNIT["Meter",1]]';
  const features = (content: Content) => (content.kind === 'features' ? content.file.features : []);

  it('names and points, in degrees whatever the projection: 27° east is the axis of zone 35, the equator at 10,000 km', () => {
    expect(features(open(makeZip(makeShapefile([{ name: 'Mto', at: [29.25, -1.5] }]))))).toEqual([{ row: 1, id: null, properties: { NOM: 'Mto' }, geometry: { type: 'Point', coordinates: [29.25, -1.5] } }]);
    const [feature] = features(open(makeZip(makeShapefile([{ name: 'Mto', at: [500_000, 10_000_000] }], UTM35S))));
    const [lng, lat] = feature?.geometry?.coordinates as number[];
    expect(lng).toBeCloseTo(27, 6);
    expect(lat).toBeCloseTo(0, 6);
  });

  it('an unknown projection and a cut file are refused', () => {
    expect(refusal(open(makeZip(makeShapefile([{ name: 'Mto', at: [1, 1] }], 'LOCAL_CS["x"]'))))).toEqual(['crsProjected', 'LOCAL_CS["x"]']);
    const [shp] = makeShapefile([{ name: 'Mto', at: [1, 1] }]);
    expect(refusal(open(makeZip([{ name: 'a.shp', content: (shp?.content as Uint8Array).subarray(0, 120) }])))).toEqual(['fileTruncated', '.shp']);
  });
});

describe('KML', () => {
  const kml = (content: string): Uint8Array => utf8(`<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Liste</name>${content}</Document></kml>`);

  it('names, data, points and polygons with holes', () => {
    const opened = open(kml('<Placemark id="p1"><name>CS &amp; Mto</name><ExtendedData><Data name="type"><value>CS</value></Data><SchemaData><SimpleData name="zs">Bonde</SimpleData></SchemaData></ExtendedData><Point><coordinates>29.25,-1.5,900</coordinates></Point></Placemark>'
      + '<Placemark><name>Zone</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>'));
    expect(opened.kind === 'features' ? opened.file.features : []).toEqual([
      { row: 1, id: 'p1', properties: { name: 'CS & Mto', type: 'CS', zs: 'Bonde' }, geometry: { type: 'Point', coordinates: [29.25, -1.5] } },
      { row: 2, id: null, properties: { name: 'Zone' }, geometry: { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] } },
    ]);
  });

  it('in an archive too; cut off it is refused; entities are not expanded', () => {
    expect(open(makeZip([{ name: 'doc.kml', content: kml('') }])).kind).toBe('features');
    expect(refusal(open(kml('').subarray(0, 90)))).toEqual(['fileTruncated', 'KML']);
    const opened = open(utf8('<!DOCTYPE k [<!ENTITY b "&b;&b;">]><kml><Placemark><name>&b;</name></Placemark></kml>'));
    expect(opened.kind === 'features' ? opened.file.features[0]?.properties : null).toEqual({ name: '&b;' });
  });
});

describe('tables of text', () => {
  it.each([
    ['tabs', 'a\tb\n1\t2\n', [['a', 'b'], ['1', '2']]],
    ['semicolons, decimal commas', 'a;b\n1,5;2,5\n', [['a', 'b'], ['1,5', '2,5']]],
    ['a separator said in front', 'sep=;\r\na,b;c\r\n', [['a,b', 'c']]],
    ['quotes around separators, breaks and quotes', 'a,b\r\n"x, ""y""\nz",2\r\n', [['a', 'b'], ['x, "y"\nz', '2']]],
    ['a quote that was none', 'a,b\n"Centre" Mto,2\n', [['a', 'b'], ['"Centre" Mto', '2']]],
    ['old Mac line ends', 'a,b\r1,2', [['a', 'b'], ['1', '2']]],
    ['NULs among the text', 'a,b\n' + ' '.repeat(5000) + '1\0,2', [['a', 'b'], ['1', '2']]],
  ])('%s', (_, text, rows) => expect(rowsOf(open(utf8(text)))).toEqual(rows));

  it('Windows-1252 is read where the bytes are not UTF-8', () => {
    expect(rowsOf(open(Uint8Array.from([0x53, 0x61, 0x6b, 0xe9, 0x3b, 0x80])))).toEqual([['Saké', '€']]);
  });

  it('a cell or a row beyond what a spreadsheet holds is said', () => {
    expect(refusal(open(utf8(`a,${'x'.repeat(1_000_001)}\n`)))).toEqual(['cellTooLong', '1']);
    expect(refusal(open(utf8(`a\n${','.repeat(16_385)}\n`)))).toEqual(['tooManyColumns', '2']);
    expect(refusal(open(utf8('\n'.repeat(300_001) + 'a')))).toEqual(['fileTooLarge', '> 300000']);
  });
});
