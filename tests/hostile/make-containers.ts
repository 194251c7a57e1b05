import { crc32, deflateRawSync } from 'node:zlib';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface PackedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method?: 0 | 8;
  /** Bits of the header: 1 is a password. */
  readonly flags?: number;
  /** What the header says of the size, where it lies. */
  readonly saidSize?: number;
}

/** A ZIP archive by hand, so that its header can say what is not so. */
export function makeZip(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, method = 8, flags = 0, saidSize } of files) {
    const raw = typeof content === 'string' ? utf8(content) : content;
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(saidSize ?? raw.length, 18);
    fields.writeUInt16LE(utf8(name).length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, utf8(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), fields, place, utf8(name)]));
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length % 65_536, 4);
  end.writeUInt16LE(files.length % 65_536, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

export interface SheetParts {
  readonly sheetData: string;
  readonly sharedStrings?: string;
  readonly afterData?: string;
  readonly prolog?: string;
}

/** The files of a workbook of one sheet. Style 1 shows dates. */
export const workbookFiles = ({ sheetData, sharedStrings = '<sst/>', afterData = '', prolog = '' }: SheetParts): PackedFile[] => [
  { name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>' },
  { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' },
  { name: 'xl/styles.xml', content: '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>' },
  { name: 'xl/sharedStrings.xml', content: sharedStrings },
  { name: 'xl/worksheets/sheet1.xml', content: `<?xml version="1.0"?>${prolog}<worksheet><sheetData>${sheetData}</sheetData>${afterData}</worksheet>` },
];

const columnName = (column: number): string => (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Rows of texts and numbers as the XML of a sheet. */
export const sheetDataOf = (rows: readonly (readonly (string | number | null)[])[]): string => rows.map((cells, row) => `<row r="${String(row + 1)}">${cells.map((cell, column) => {
  const at = `${columnName(column)}${String(row + 1)}`;
  return cell === null ? '' : typeof cell === 'number' ? `<c r="${at}"><v>${String(cell)}</v></c>` : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}).join('')}</row>`).join('');

export const makeWorkbook = (rows: readonly (readonly (string | number | null)[])[], more: Omit<SheetParts, 'sheetData'> = {}): Uint8Array => makeZip(workbookFiles({ sheetData: sheetDataOf(rows), ...more }));

/** A shapefile of points with one column of names. */
export function makeShapefile(points: readonly { readonly name: string; readonly at: readonly [number, number] }[], wkt: string | null = null): PackedFile[] {
  const shp = Buffer.alloc(100 + points.length * 28);
  shp.writeInt32BE(9994, 0);
  shp.writeInt32BE(shp.length / 2, 24);
  shp.writeInt32LE(1, 32);
  const dbf = Buffer.alloc(32 + 32 + 1 + points.length * 21, 0x20);
  dbf.fill(0, 0, 64);
  dbf.writeUInt8(3, 0);
  dbf.writeUInt32LE(points.length, 4);
  dbf.writeUInt16LE(65, 8);
  dbf.writeUInt16LE(21, 10);
  dbf.write('NOM', 32);
  dbf.write('C', 43);
  dbf.writeUInt8(20, 48);
  dbf.writeUInt8(0x0d, 64);
  for (const [i, { name, at: [x, y] }] of points.entries()) {
    const record = 100 + i * 28;
    shp.writeInt32BE(i + 1, record);
    shp.writeInt32BE(10, record + 4);
    shp.writeInt32LE(1, record + 8);
    shp.writeDoubleLE(x, record + 12);
    shp.writeDoubleLE(y, record + 20);
    dbf.write(name, 65 + i * 21 + 1);
  }
  return [{ name: 'zones/sites.shp', content: shp }, { name: 'zones/sites.dbf', content: dbf }, ...(wkt === null ? [] : [{ name: 'zones/sites.prj', content: wkt }])];
}
