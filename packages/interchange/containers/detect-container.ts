import { issue, type Issue } from '#domain/issue';

/** What the first bytes say. `text` is JSON or a table; which one, its first sign tells. */
export type Detected = { readonly kind: 'zip' | 'json' | 'csv' | 'kml' | 'geopackage' | 'geotiff' } | { readonly kind: 'refused'; readonly issue: Issue };

/** Kinds of file that people hand over by mistake, by their first bytes. */
const NOT_READ: readonly (readonly [name: string, extensions: RegExp, bytes: readonly number[]])[] = [
  ['PNG', /^png$/, [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', /^jpe?g$/, [0xff, 0xd8, 0xff]],
  ['GIF', /^gif$/, [0x47, 0x49, 0x46, 0x38]],
  ['PDF', /^pdf$/, [0x25, 0x50, 0x44, 0x46]],
  ['GZIP', /^t?gz$/, [0x1f, 0x8b]],
  ['7z', /^7z$/, [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', /^rar$/, [0x52, 0x61, 0x72, 0x21]],
  ['shapefile', /^shp$/, [0x00, 0x00, 0x27, 0x0a]],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const SQLITE = [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65];
/** TIFF and BigTIFF, of either order of bytes. */
const TIFF = [[0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a], [0x49, 0x49, 0x2b, 0x00], [0x4d, 0x4d, 0x00, 0x2b]] as const;
const READ_EXTENSIONS = /^(xlsx|xlsm|csv|tsv|txt|json|geojson|topojson|kml|gpkg|zip|tiff?)$/;
const EXPECTED = 'XLSX, CSV, GeoJSON, TopoJSON, KML, GeoPackage, GeoTIFF, ZIP';
const UTF16 = [[0xff, 0xfe], [0xfe, 0xff]] as const;
const BYTES_LOOKED_AT = 4096;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);

const refused = (found: Issue): Detected => ({ kind: 'refused', issue: found });

/** The name announces something that we read, the content is something else: another message than for an honest PDF. */
function notRead(found: string, ownExtension: RegExp, extension: string): Detected {
  const named = READ_EXTENSIONS.test(extension) && !ownExtension.test(extension);
  return refused(issue(named ? 'contentNotAsNamed' : 'fileKindUnknown', 'error', { value: found, expected: named ? `.${extension}` : EXPECTED }));
}

/** Is this a GeoTIFF, or at least a TIFF? It is read by window, by a reader of its own. */
export const isTiff = (bytes: Uint8Array): boolean => TIFF.some((start) => startsWith(bytes, start));

/** Tells the container of a file by its first bytes. The name only chooses the words of a refusal. */
export function detectContainer(bytes: Uint8Array, fileName: string): Detected {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const head = bytes.subarray(0, BYTES_LOOKED_AT);
  if (head.every((byte) => byte <= 0x20) && bytes.length <= BYTES_LOOKED_AT) return refused(issue('fileEmpty', 'error'));
  if (startsWith(bytes, ZIP)) return { kind: 'zip' };
  if (startsWith(bytes, OLE)) return refused(isLockedWorkbook(bytes) ? issue('archiveLocked', 'error', { value: 'XLSX' }) : issue('oldExcel', 'error', { value: '.xls', expected: '.xlsx' }));
  if (startsWith(bytes, SQLITE)) return { kind: 'geopackage' };
  if (isTiff(bytes)) return { kind: 'geotiff' };
  for (const [name, ownExtension, start] of NOT_READ) if (startsWith(bytes, start)) return notRead(name, ownExtension, extension);
  if (head.includes(0) && !UTF16.some((mark) => startsWith(bytes, mark))) return notRead('binary', /^$/, extension);
  const first = firstSign(head);
  if (first === '{' || first === '[') return { kind: 'json' };
  if (first === '<' && /<(?:\w+:)?kml[\s>]/.test(decodeText(head))) return { kind: 'kml' };
  if (first === '<') return notRead('HTML/XML', /^(html?|xml|kml|gml)$/, extension);
  return { kind: 'csv' };
}

/** A workbook with a password is packed into the old format under a name that says so. */
const isLockedWorkbook = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

const firstSign = (head: Uint8Array): string | undefined => decodeText(head).trimStart()[0];

/** What Windows-1252 has where Latin-1 has control signs: ’ “ ” œ € among them. Node decodes these as Latin-1. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);

/** Text of a file: UTF-8 with or without mark, UTF-16 with mark; what is not valid UTF-8 is Windows-1252, of which Latin-1 is the printable part. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, UTF16[0])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, UTF16[1])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
