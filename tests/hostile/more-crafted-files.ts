import { makeWorkbook, makeZip, workbookFiles } from './make-containers';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (content: unknown): Uint8Array => utf8(JSON.stringify(content));
const EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:1/x.dtd"> %b;]>';
const location = (id: string, partOf: string) => ({ resource: { resourceType: 'Location', id, name: `Site ${id}`, status: 'active', physicalType: { coding: [{ code: 'si' }] }, position: { longitude: 29.1, latitude: -1.3 }, partOf: { reference: `Location/${partOf}` } } });
const unit = (id: string, parent: string) => ({ id, name: `Unit ${id}`, level: 4, parent: { id: parent }, geometry: { type: 'Point', coordinates: [29.1, -1.3] } });
const template = (rows: string) => `jonction-template:initiative:1\n#meta+id,#activity+name,#org+impl+name,#adm3+name,#date+start\n${rows}`;

/** Files made to break a reader of whole formats: entities, shared strings, archives, bundles, templates, prototypes. */
export const moreCrafted: readonly (() => readonly [hazard: string, name: string, bytes: Uint8Array])[] = [
  () => ['a bomb of shared strings', 'shared.xlsx', makeZip(workbookFiles({ sheetData: `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(2_000)}</row>`.repeat(30), sharedStrings: `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>` }))],
  () => ['very many shared strings', 'shared2.xlsx', makeZip(workbookFiles({ sheetData: '<row r="1"><c t="s"><v>999999</v></c></row>', sharedStrings: `<sst>${'<si><t>x</t></si>'.repeat(1_000_000)}</sst>` }))],
  () => ['an external entity in a sheet', 'external.xlsx', makeZip(workbookFiles({ sheetData: '<row r="1"><c t="inlineStr"><is><t>&a;</t></is></c></row>', prolog: EXTERNAL }))],
  () => ['an external entity in KML', 'external.kml', utf8(`<?xml version="1.0"?>${EXTERNAL}<kml><Placemark><name>&a;</name><Point><coordinates>29,-1</coordinates></Point></Placemark></kml>`)],
  () => ['a hundred thousand files', 'many.zip', makeZip(Array.from({ length: 100_000 }, (_, at) => ({ name: `${String(at)}.csv`, content: '', method: 0 as const })))],
  () => ['names that lead out of a workbook', 'slip.xlsx', makeZip([...workbookFiles({ sheetData: '' }), { name: '../../../../tmp/jonction-slip', content: 'x' }, { name: 'xl/worksheets/../../../sheet1.xml', content: '<worksheet/>' }])],
  () => ['a sheet that is another file', 'target.xlsx', makeZip(workbookFiles({ sheetData: '' }).map((file) => (file.name.includes('rels') ? { ...file, content: '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="/../../etc/passwd"/></Relationships>' } : file)))],
  () => ['one cell of 10 MB, never closed', 'open.csv', utf8(`Nom,Lat\n"${'x'.repeat(10_000_000)}`)],
  () => ['one cell of 10 MB of line breaks, never closed', 'open3.csv', utf8(`Nom,Lat\n"${'a\n'.repeat(5_000_000)}`)],
  () => ['a bundle whose places lie in each other', 'cycle.json', json({ resourceType: 'Bundle', type: 'collection', entry: [location('a', 'b'), location('b', 'c'), location('c', 'a'), location('d', 'd')] })],
  () => ['units that are their own parents', 'units.json', json({ organisationUnits: [unit('a', 'b'), unit('b', 'a'), unit('c', 'c')] })],
  () => ['a bundle of nothing but types', 'types.json', json({ resourceType: 'Bundle', entry: [null, 1, 'x', [], { resource: null }, { resource: [] }, { resource: { resourceType: 'Location', position: 'x', name: 1, partOf: [] } }] })],
  () => ['units of nothing but types', 'types2.json', json({ organisationUnits: [null, 1, 'x', [], { id: {}, name: [], geometry: 'x', coordinates: '[[[' }] })],
  () => ['features of nothing but types', 'types.geojson', json({ type: 'FeatureCollection', features: [null, 1, 'x', [], { type: 'Feature' }, { type: 'Feature', properties: [], geometry: { type: 'Point', coordinates: { 0: 1 } } }, { type: 'Feature', properties: { pcode: {} }, geometry: { type: 'Polygon', coordinates: [[null]] } }] })],
  () => ['keys twice and prototypes', 'keys.geojson', utf8('{"type":"FeatureCollection","type":"Topology","__proto__":{"features":[{}]},"features":[{"type":"Feature","__proto__":{"x":1},"constructor":{"prototype":{"y":1}},"properties":{"__proto__":{"pcode":"XX"},"pcode":"XX0101ZS09","pcode":"XX"},"geometry":null}]}')],
  () => ['a long array', 'array.json', utf8(`[${'0,'.repeat(3_000_000)}0]`)],
  () => ['very many keys', 'object.json', utf8(`{${Array.from({ length: 300_000 }, (_, at) => `"k${String(at)}":0`).join(',')}}`)],
  () => ['texts of 10 MB in a bundle', 'text.json', json({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Location', id: 'a', name: 'x'.repeat(10_000_000) } }] })],
  () => ['a template of ids of nobody', 'template.csv', utf8(template('__proto__:constructor,A,B,C,2025-01-01\nx:y:z:,A,B,XX0101ZS01,\n:,,,,\n'))],
  () => ['a template of another kind', 'template2.csv', utf8('jonction-template:__proto__:1\n#meta+id\nx\n')],
  () => ['a template of version 1e999', 'template3.csv', utf8('jonction-template:initiative:1e999\n#meta+id\nx\n')],
  () => ['tags without an end', 'tags.csv', utf8(`#adm1${'+code'.repeat(200_000)},#org\n1,2\n`)],
  () => ['a template of a workbook of tags only', 'template.xlsx', makeWorkbook([['jonction-template:stock:1'], Array.from({ length: 2_000 }, () => '#item+name'), Array.from({ length: 2_000 }, () => 'x')])],
];
