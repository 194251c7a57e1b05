/**
 * How values travel, in text, between TypeScript and either database. One place, so that both give the same values.
 */

export interface Column {
  readonly name: string;
  /** Object id of the PostgreSQL type: the built-in ones are fixed. */
  readonly typeId: number;
}
export type TextRow = readonly (string | null)[];

/** A parameter as text; null is SQL null. Arrays become array literals, other objects JSON. */
export function encodeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (Array.isArray(value)) return encodeArray(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return JSON.stringify(value);
}

function encodeArray(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    if (Array.isArray(value)) return encodeArray(value);
    return `"${(encodeValue(value) ?? '').replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}

type Decode = (text: string) => unknown;

const json: Decode = (text) => JSON.parse(text) as unknown;
const bytes: Decode = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
const instant: Decode = (text) => new Date(text).toISOString();
const list = (item: Decode): Decode => (text) => decodeArray(text, item);
const asGiven: Decode = (text) => text;

/** By type id. `date` and text of every kind stay as they are; `bigint` and `numeric` become numbers. */
const DECODERS = new Map<number, Decode>([
  [16, (text) => text === 't'],
  [17, bytes],
  ...[20, 21, 23, 26, 700, 701, 1700].map((typeId): [number, Decode] => [typeId, Number]),
  [114, json],
  [3802, json],
  [1114, (text) => text.replace(' ', 'T')],
  [1184, instant],
  [1000, list((text) => text === 't')],
  ...[1005, 1007, 1016, 1021, 1022, 1231].map((typeId): [number, Decode] => [typeId, list(Number)]),
  ...[1002, 1003, 1009, 1014, 1015, 1182].map((typeId): [number, Decode] => [typeId, list(asGiven)]),
  [199, list(json)],
  [3807, list(json)],
]);

/** Rows of text into rows of values. */
export function decodeRows(columns: readonly Column[], rows: readonly TextRow[]): Record<string, unknown>[] {
  const readers = columns.map(({ name, typeId }) => ({ name, decode: DECODERS.get(typeId) ?? asGiven }));
  return rows.map((row) => {
    const values: Record<string, unknown> = {};
    readers.forEach(({ name, decode }, index) => {
      const text = row[index] ?? null;
      values[name] = text === null ? null : decode(text);
    });
    return values;
  });
}

/** `{a,"b, c",NULL,{d}}` into nested lists. */
function decodeArray(text: string, item: Decode): unknown[] {
  let at = text.indexOf('{');
  const readList = (): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    while (at < text.length && text[at] !== '}') {
      if (text[at] === ',') at += 1;
      else items.push(text[at] === '{' ? readList() : readItem());
    }
    at += 1;
    return items;
  };
  const readItem = (): unknown => {
    if (text[at] === '"') {
      let quoted = '';
      for (at += 1; text[at] !== '"'; at += 1) {
        if (text[at] === '\\') at += 1;
        quoted += text[at] ?? '';
      }
      at += 1;
      return item(quoted);
    }
    const start = at;
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1;
    const plain = text.slice(start, at);
    return plain === 'NULL' ? null : item(plain);
  };
  return at < 0 ? [] : readList();
}
