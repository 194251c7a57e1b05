import { storableText } from './xml-text';

type Value = string | number | boolean | null;

const HEADER_LENGTH = 32;
const FIELD_LENGTH = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;

interface DbfField { readonly name: string; readonly type: string; readonly start: number; readonly length: number }

/** Records of a dBASE table, one at a time, in the order of the file; a deleted one is null, so that each stays beside its shape. Lengths are taken from the bytes that are there. */
export function* dbfRecords(bytes: Uint8Array, codePage: Uint8Array | null): Generator<Readonly<Record<string, Value>> | null, undefined> {
  if (bytes.length < HEADER_LENGTH) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, headerLength, recordLength] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const decode = decoderOf(codePage, bytes);
  const fields = fieldsOf(bytes, headerLength);
  if (recordLength < 2) return undefined;
  for (let i = 0, at = headerLength; i < count && at + recordLength <= bytes.length; i++, at += recordLength) {
    const record = bytes.subarray(at, at + recordLength);
    yield record[0] === DELETED ? null : Object.fromEntries(fields.map(({ name, type, start, length }) => [name, valueOf(decode(record.subarray(start, start + length)), type)]));
  }
  return undefined;
}

function fieldsOf(bytes: Uint8Array, headerLength: number): DbfField[] {
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = HEADER_LENGTH; at + FIELD_LENGTH <= Math.min(headerLength, bytes.length) && bytes[at] !== END_OF_FIELDS; at += FIELD_LENGTH) {
    const length = bytes[at + 16] ?? 0;
    const name = new TextDecoder('windows-1252').decode(bytes.subarray(at, at + 11)).replace(/\0.*$/s, '').trim();
    if (name !== '' && name !== '__proto__') fields.push({ name, type: String.fromCharCode(bytes[at + 11] ?? 0), start, length });
    start += length;
  }
  return fields;
}

function valueOf(raw: string, type: string): Value {
  const text = storableText(raw.replaceAll('\0', '')).trim();
  if (text === '' || /^\*+$/.test(text)) return null;
  if (type === 'N' || type === 'F') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'L') return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null;
  if (type === 'D' && /^\d{8}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return text;
}

const LANGUAGES: Readonly<Record<number, string>> = { 0x57: 'windows-1252', 0x03: 'windows-1252', 0x13: 'shift_jis', 0xc8: 'windows-1250', 0xc9: 'windows-1251' };

/** Texts are UTF-8 if the file beside the table says so, or if they all are; else what the table says, else Windows-1252. */
function decoderOf(codePage: Uint8Array | null, bytes: Uint8Array): (bytes: Uint8Array) => string {
  const said = codePage === null ? '' : new TextDecoder().decode(codePage.subarray(0, 40)).trim().toLowerCase();
  const strict = new TextDecoder('utf-8', { fatal: true });
  const other = new TextDecoder(knownLabel(/^\d+$/.test(said) ? `windows-${said}` : said) ?? LANGUAGES[bytes[29] ?? 0] ?? 'windows-1252');
  return (text) => {
    if (said !== '' && !/utf-?8|65001/.test(said)) return other.decode(text);
    try {
      return strict.decode(text);
    } catch {
      return other.decode(text);
    }
  };
}

function knownLabel(label: string): string | null {
  try {
    return label === '' ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
