import { pick, seededRandom } from '../bench/seeded-random';
import { makeWorkbook, makeZip, sheetDataOf, workbookFiles } from './make-containers';
import { moreCrafted } from './more-crafted-files';
import { type NamedFile, validFiles } from './valid-files';

/** A file and the way it is sent. A file that may happen to be valid is only tried. */
export interface HostileFile extends NamedFile {
  readonly hazard: string;
  readonly dryRun: boolean;
}
type Random = () => number;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const NAMES = ['a.csv', 'a.xlsx', 'a.geojson', 'a.zip', 'a.kml', 'a', '../../../etc/passwd', 'a.xls', 'é\u202e.csv', ''];
/** What a cell may hold that hurts somebody: spreadsheets, databases, parsers of numbers and dates, readers of the page. */
const CELLS = [
  '=HYPERLINK("http://x","y")', '+1+1', '-1', '@SUM(A1)', '\t=1', '1e308', '1e999', '-0', 'NaN', 'Infinity', '99999999999999999999999999', '9'.repeat(400), '0x10', '9999-12-31', '31/12/9999', '-271821-04-20', '0000-00-00',
  '2025-02-30', '45658', '-1', '1e-320', '\0', 'a\0b', '\u202e\u200f', '𝄞'.repeat(50), 'é'.normalize('NFD'), "'; drop table area; --", '<script>alert(1)</script>', '${7*7}', '__proto__', 'constructor', '"', '""', ',', ';', '\r', '\n', '﻿', ' '.repeat(2000), '#org', '#adm1+code', 'x'.repeat(40_000), '../../etc/passwd',
] as const;
const VALUES = ['null', 'true', '-1', '1e308', '1e999', '"\\u0000"', '"\\ud800"', '{}', '[]', '[[[[]]]]', '"9999-12-31"', '99999999999999999999', '"__proto__"', '{"__proto__":{"x":1}}', '"=1+1"', '[1e308,-1e308]', '"x"'] as const;

const pickOf = <T>(random: Random, items: readonly T[]): T => items[pick(random, items.length)] as T;
const randomBytes = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => pick(random, 256));

function flipped(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let i = 0; i <= pick(random, 12); i++) copy[pick(random, copy.length)]! ^= 1 << pick(random, 8);
  return copy;
}

/** Cells of a table, or values of JSON, replaced by others. */
function withHostileValues(random: Random, { name, bytes }: NamedFile): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (name.endsWith("json")) return utf8(text.replace(/"[^"]*"(?!:)|-?\d+(?:\.\d+)?/g, (value) => (random() < 0.15 ? pickOf(random, VALUES) : value)));
  if (name.endsWith("kml")) return utf8(text.replace(/>[^<]+</g, (value) => (random() < 0.4 ? `>${pickOf(random, CELLS)}<` : value)));
  return utf8(text.replace(/[^,;\t\n]+/g, (value) => (random() < 0.2 ? pickOf(random, CELLS) : value)));
}

/** Whole parts of a JSON file swapped for others: of another type, deep, long, doubled, named as properties of objects. */
function withOtherStructure(random: Random, { bytes }: NamedFile): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const other = (): string => pickOf(random, ['[]', '{}', 'null', '"x"', '0', '['.repeat(60) + ']'.repeat(60), `[${'0,'.repeat(5_000)}0]`, '{"__proto__":{"type":"Feature"},"constructor":[]}', text.slice(0, 200_000)]);
  return utf8(text.replace(/"([A-Za-z_]+)":(\{|\[)?/g, (found, key: string, opens: string | undefined) => {
    const dice = random();
    if (dice < 0.04) return `"${pickOf(random, ['__proto__', 'constructor', 'toString', 'type', 'features', ''])}":${opens ?? ''}`;
    if (dice < 0.08) return `"${key}":${other()},"${key}":${opens ?? ''}`;
    return dice < 0.1 ? `"${key}":${other()},"x":${opens ?? ''}` : found;
  }));
}

function withHostileCells(random: Random): Uint8Array {
  const rows = Array.from({ length: 4 }, () => Array.from({ length: 11 }, () => (random() < 0.1 ? Number(pickOf(random, ['1e308', '-1', '9999999', '45658'])) : pickOf(random, CELLS))));
  const headers = ['NOM ACTIVITE', 'CLUSTER', 'DATE DEBUT', 'DATE FIN', 'NOMBRE BENEFICIAIRES DIRECTS', 'ETAT PROJET', 'COMMENTAIRE', 'Code Province', 'Pcode ZS', 'Nom organization', 'Type organisation'];
  return makeWorkbook([headers, ...rows]);
}

const DECLARED = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i] ?? ''} "${`&${'abcdefghi'[i] ?? ''};`.repeat(10)}">`).join('')}]>`;
const columns = (count: number): string => Array.from({ length: count }, (_, i) => `c${String(i)}`).join(',');
const deep = (depth: number): string => '{"type":"FeatureCollection","features":' + '['.repeat(depth) + ']'.repeat(depth) + '}';
const sheetXml = (xml: string): Uint8Array => makeZip(workbookFiles({ sheetData: '' }).map((file) => (file.name.includes('sheet1') ? { ...file, content: xml } : file)));

/** Files made to break a reader, each its own way. */
const crafted: readonly (() => readonly [hazard: string, name: string, bytes: Uint8Array])[] = [
  () => ['zip bomb in a sheet', 'bomb.xlsx', sheetXml(`<worksheet><sheetData>${' '.repeat(60_000_000)}</sheetData></worksheet>`)],
  () => ['zip bomb in an archive', 'bomb.zip', makeZip([{ name: 'a.csv', content: Buffer.alloc(450_000_000, 0x2c), saidSize: 12 }])],
  () => ['a bomb behind an honest sheet', 'bomb2.xlsx', makeZip([...workbookFiles({ sheetData: sheetDataOf([['Nom'], ['Mto']]) }), { name: 'docProps/core.xml', content: Buffer.alloc(60_000_000, 0x20) }])],
  () => ['a million columns', 'wide.csv', utf8(`${columns(1_000_000)}\n1\n`)],
  () => ['as many columns as a spreadsheet has', 'wide2.csv', utf8(`${columns(16_384)}\n${columns(16_384)}\n`)],
  () => ['as many columns, in a workbook', 'wide.xlsx', makeWorkbook([columns(16_384).split(','), columns(16_384).split(',')])],
  () => ['a cell of 10 MB', 'long.csv', utf8(`Nom,Lat\n${'x'.repeat(10_000_000)},1\n`)],
  () => ['a quoted cell of 10 MB', 'long2.csv', utf8(`Nom,Lat\n"${'x,\n'.repeat(3_400_000)}",1\n`)],
  () => ['a cell of 10 MB in a workbook', 'long.xlsx', makeWorkbook([['Nom', 'Lat'], ['x'.repeat(10_000_000), 1]])],
  () => ['a value of 10 MB', 'long.geojson', utf8(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { pcode: 'x'.repeat(10_000_000) }, geometry: null }] }))],
  () => ['billion laughs in KML', 'laughs.kml', utf8(`${DECLARED}<kml><Placemark><name>&j;</name></Placemark></kml>`)],
  () => ['billion laughs in a sheet', 'laughs.xlsx', makeZip(workbookFiles({ sheetData: '<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>', prolog: DECLARED }))],
  () => ['billion laughs in shared strings', 'laughs2.xlsx', makeZip(workbookFiles({ sheetData: '<row r="1"><c t="s"><v>0</v></c></row>', sharedStrings: `${DECLARED}<sst><si><t>&j;</t></si></sst>` }))],
  () => ['path names in an archive', 'paths.zip', makeZip([{ name: '../../../../tmp/x.csv', content: 'a,b\n1,2' }, { name: '/etc/passwd.csv', content: 'a,b' }, { name: 'C:\\x.csv', content: 'a' }])],
  () => ['two thousand files', 'many.zip', makeZip(Array.from({ length: 2_100 }, (_, i) => ({ name: `${String(i)}.csv`, content: 'a' })))],
  () => ['archives in archives', 'nested.zip', makeZip([{ name: 'a.zip', content: makeZip([{ name: 'b.csv', content: makeZip([{ name: 'c.csv', content: 'a' }]) }]) }, { name: 'b.csv', content: makeZip([{ name: 'c.csv', content: 'a' }]) }])],
  () => ['deep JSON', 'deep.geojson', utf8(deep(100_000))],
  () => ['deep JSON without an end', 'deep2.geojson', utf8('[{"a":'.repeat(500_000))],
  () => ['deep coordinates', 'deep3.geojson', utf8(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pcode":"XX01"},"geometry":{"type":"Polygon","coordinates":${'['.repeat(30)}1${']'.repeat(30)}}}]}`)],
  () => ['rows and cells far away', 'far.xlsx', makeZip(workbookFiles({ sheetData: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999"><c r="ZZZZZZ1"><v>2</v></c></row>' }))],
  () => ['cells of the last column', 'sparse.xlsx', makeZip(workbookFiles({ sheetData: Array.from({ length: 1_000 }, (_, i) => `<row r="${String(i + 1)}"><c r="XFD${String(i + 1)}"><v>1</v></c></row>`).join('') }))],
  () => ['very many merges', 'merges.xlsx', makeWorkbook([['Nom', 'Lat'], ['a', 1]], { afterData: `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(50_000)}</mergeCells>` })],
  () => ['tags that never close', 'open.xlsx', sheetXml(`<worksheet><sheetData>${'<row r="1"><c '.repeat(200_000)}`)],
  () => ['shared strings that never close', 'open2.xlsx', makeZip(workbookFiles({ sheetData: '', sharedStrings: `<sst>${'<si><rPh><t '.repeat(150_000)}</si></sst>` }))],
  () => ['comments that never close', 'open.kml', utf8(`<kml>${'<!--'.repeat(500_000)}</kml>`)],
  () => ['placemarks that never close', 'open2.kml', utf8(`<kml>${'<Placemark><Polygon><name>'.repeat(100_000)}</kml>`)],
  () => ['quotes that never close', 'quotes.csv', utf8('"a,"b,'.repeat(400_000))],
  () => ['many doubled quotes', 'quotes2.csv', utf8(`a,b\n"${'""'.repeat(490_000)}",1\n`)],
  () => ['empty rows', 'rows.csv', utf8('a,b\n'.padEnd(4_000_000, '\n'))],
  () => ['very many small rows', 'rows2.csv', utf8(`a,b\n${'1,2\n'.repeat(310_000)}`)],
  () => ['a text of spaces', 'spaces.csv', utf8(`a,b\n${' '.repeat(900_000)},1`)],
  () => ['a header of 900 kB', 'header.csv', utf8(`${'é'.repeat(900_000)},Lat\n1,2\n`)],
  () => ['names of properties of objects', 'proto.csv', utf8('__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n')],
  () => ['a topology that leads nowhere', 'arcs.topojson', utf8('{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[99]],"properties":{"pcode":"XX01"}}]}},"arcs":[]}')],
  () => ['a table that promises four billion records', 'dbf.zip', makeZip([{ name: 'a.shp', content: shpHeader() }, { name: 'a.dbf', content: Uint8Array.from([3, 0, 0, 0, 255, 255, 255, 255, 33, 0, 1, 0, ...Array.from({ length: 30 }, () => 0)]) }])],
  () => ['shapes of no length', 'shp.zip', makeZip([{ name: 'a.shp', content: Buffer.concat([shpHeader(), Buffer.alloc(80_000)]) }])],
  ...moreCrafted,
  () => ['an old workbook', 'old.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
];

function shpHeader(): Uint8Array {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(50, 24);
  return header;
}

/** Files made by hand, each once. */
export function* craftedFiles(): Generator<HostileFile> {
  for (const craft of crafted) {
    const [hazard, name, bytes] = craft();
    // Of whole formats some rows may be good ones: they are only tried.
    yield { hazard, name, bytes, dryRun: moreCrafted.includes(craft) };
  }
}

/** `count` generated hostile files, the same ones for the same seed, made one at a time. */
export function* generatedFiles(count: number, seed: number): Generator<HostileFile> {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const valid = pickOf(random, validFiles);
    const kind = random();
    if (kind < 0.15) yield { hazard: 'random bytes', name: pickOf(random, NAMES), bytes: randomBytes(random, pick(random, 3000)), dryRun: false };
    else if (kind < 0.2) yield { hazard: 'random bytes behind a sign', name: pickOf(random, NAMES), bytes: Buffer.concat([utf8(pickOf(random, ['PK\u0003\u0004', '{"type":"FeatureCollection"', '<kml>', 'Nom,Lat\n', '\ufeff'])), randomBytes(random, pick(random, 3000))]), dryRun: false };
    else if (kind < 0.4) yield { ...valid, hazard: 'cut off', bytes: valid.bytes.slice(0, pick(random, valid.bytes.length)), dryRun: true };
    else if (kind < 0.65) yield { ...valid, hazard: 'flipped bits', bytes: flipped(random, valid.bytes), dryRun: true };
    else if (kind < 0.75) yield { name: 'cells.xlsx', hazard: 'hostile cells in a workbook', bytes: withHostileCells(random), dryRun: true };
    else if (/zip$|xlsx$/.test(valid.name)) yield { ...valid, hazard: 'two files in one', bytes: Buffer.concat([valid.bytes, pickOf(random, validFiles).bytes]), dryRun: true };
    else if (valid.name.endsWith('json') && random() < 0.5) yield { ...valid, hazard: 'another structure', bytes: withOtherStructure(random, valid), dryRun: true };
    else yield { ...valid, hazard: 'hostile values', bytes: withHostileValues(random, valid), dryRun: true };
  }
}
