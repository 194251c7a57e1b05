/** Thrown where the pages of a database do not fit together; the reader of its container answers it as an issue. */
export class SqliteFault extends Error {}

export type SqliteValue = string | number | Uint8Array | null;
export interface SqliteRow {
  readonly rowid: number;
  /** In the order of the columns that are stored; shorter where columns were added later. */
  readonly values: readonly SqliteValue[];
}
interface SqliteTable {
  readonly name: string;
  readonly rootPage: number;
  readonly columns: readonly string[];
  /** Index of the column that is the row id itself; -1: none. */
  readonly idColumn: number;
}

const MAGIC = 'SQLite format 3\u0000';
const HEADER_LENGTH = 100;
const INTERIOR = 5;
const LEAF = 13;
const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8] as const;
const ENCODINGS: Readonly<Record<number, string>> = { 1: 'utf-8', 2: 'utf-16le', 3: 'utf-16be' };

/**
 * The tables of an SQLite database file, read from its pages: no statement of the file is ever run, so that no view, trigger or expression in it
 * does anything. Every page is gone through once: a chain that turns on itself is a fault. Format: https://www.sqlite.org/fileformat2.html
 */
export class SqliteFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #pageSize: number;
  readonly #usable: number;
  readonly #decoder: TextDecoder;
  #given = 0;
  readonly tables: ReadonlyMap<string, SqliteTable>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_LENGTH || new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new SqliteFault('header');
    const stated = this.#view.getUint16(16);
    this.#pageSize = stated === 1 ? 65_536 : stated;
    this.#usable = this.#pageSize - (bytes[20] ?? 0);
    const encoding = ENCODINGS[this.#view.getUint32(56)] ?? 'utf-8';
    if (this.#pageSize < 512 || (this.#pageSize & (this.#pageSize - 1)) !== 0 || this.#usable < 480) throw new SqliteFault('page size');
    this.#decoder = new TextDecoder(encoding);
    const tables = new Map<string, SqliteTable>();
    for (const { values } of this.#rows(1)) {
      const [type, name, , rootPage, sql] = values;
      if (type === 'table' && typeof name === 'string' && typeof rootPage === 'number' && typeof sql === 'string' && /^\s*create\s+table\b/i.test(sql) && !/without\s+rowid\W*$/i.test(sql)) tables.set(name.toLowerCase(), { name, rootPage, ...columnsOf(sql) });
    }
    this.tables = tables;
  }

  /** Rows of a table by the names of its columns in lower case; nothing where there is no such table. */
  *records(tableName: string): Generator<{ readonly rowid: number; readonly values: ReadonlyMap<string, SqliteValue> }> {
    const table = this.tables.get(tableName.toLowerCase());
    if (table === undefined) return;
    for (const { rowid, values } of this.#rows(table.rootPage)) {
      yield { rowid, values: new Map(table.columns.map((column, index) => [column, index === table.idColumn ? rowid : (values[index] ?? null)])) };
    }
  }

  *#rows(rootPage: number): Generator<SqliteRow> {
    const seen = new Set<number>();
    const waiting = [rootPage];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      if (seen.has(page)) throw new SqliteFault(`page ${String(page)} twice`);
      seen.add(page);
      const start = this.#pageStart(page);
      const head = page === 1 ? start + HEADER_LENGTH : start;
      const type = this.#view.getUint8(head);
      if (type !== INTERIOR && type !== LEAF) throw new SqliteFault(`page ${String(page)}: type ${String(type)}`);
      const count = this.#view.getUint16(head + 3);
      const pointers = head + (type === INTERIOR ? 12 : 8);
      if (pointers + count * 2 > start + this.#pageSize) throw new SqliteFault(`page ${String(page)}: ${String(count)} cells`);
      const cells = Array.from({ length: count }, (_, i) => start + this.#view.getUint16(pointers + i * 2));
      if (type === LEAF) for (const cell of cells) yield this.#row(cell);
      // The last child comes last: what waits is taken from the end.
      else waiting.push(this.#view.getUint32(head + 8), ...cells.reverse().map((cell) => this.#view.getUint32(cell)));
    }
  }

  #pageStart(page: number): number {
    const start = (page - 1) * this.#pageSize;
    if (page < 1 || start + this.#pageSize > this.#bytes.length) throw new SqliteFault(`page ${String(page)}`);
    return start;
  }

  #row(cell: number): SqliteRow {
    const [size, afterSize] = varint(this.#view, cell);
    const [rowid, from] = varint(this.#view, afterSize);
    return { rowid, values: this.#values(this.#payload(from, size)) };
  }

  /** The bytes of a row: what does not fit into its page goes on in a chain of others. */
  #payload(from: number, size: number): Uint8Array {
    // Rows share no bytes: more than the file has, twice over, are the same ones again and again.
    this.#given += size;
    if (this.#given > this.#bytes.length * 2) throw new SqliteFault(`a row of ${String(size)} bytes`);
    const most = this.#usable - 35;
    if (size <= most) return this.#slice(from, size);
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const kept = least + ((size - least) % (this.#usable - 4));
    const local = kept <= most ? kept : least;
    const whole = new Uint8Array(size);
    whole.set(this.#slice(from, local));
    let next = this.#view.getUint32(from + local);
    // As many pages as the size asks for, and no more.
    for (let at = local; at < size;) {
      const start = this.#pageStart(next);
      const part = this.#slice(start + 4, Math.min(this.#usable - 4, size - at));
      whole.set(part, at);
      at += part.length;
      next = this.#view.getUint32(start);
    }
    return whole;
  }

  #slice(from: number, length: number): Uint8Array {
    if (from + length > this.#bytes.length) throw new SqliteFault(`${String(length)} bytes at ${String(from)}`);
    return this.#bytes.subarray(from, from + length);
  }

  #values(payload: Uint8Array): SqliteValue[] {
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    const [headLength, first] = varint(view, 0);
    const values: SqliteValue[] = [];
    let body = headLength;
    for (let at = first; at < headLength;) {
      const [type, next] = varint(view, at);
      at = next;
      const length = type >= 12 ? Math.floor((type - 12) / 2) : type === 7 ? 8 : (INTEGER_BYTES[type] ?? 0);
      if (body + length > payload.length) throw new SqliteFault('a row that is shorter than it says');
      values.push(this.#value(view, payload, type, body, length));
      body += length;
    }
    return values;
  }

  #value(view: DataView, payload: Uint8Array, type: number, at: number, length: number): SqliteValue {
    if (type >= 12) return type % 2 === 0 ? payload.subarray(at, at + length) : this.#decoder.decode(payload.subarray(at, at + length));
    if (type === 7) return view.getFloat64(at);
    if (type === 8 || type === 9) return type - 8;
    if (type === 0 || length === 0) return null;
    let value = view.getInt8(at);
    for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
    return value;
  }
}

/** A number of 1 to 9 bytes, and where what follows it begins. Beyond 2^53 it is not exact, and larger than any file. */
function varint(view: DataView, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = view.getUint8(at + i);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value * 256 + view.getUint8(at + 8), at + 9];
}

/** Names of the columns that a `CREATE TABLE` declares and that are stored. */
function columnsOf(sql: string): Pick<SqliteTable, 'columns' | 'idColumn'> {
  const stored = definitionsOf(sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' '))
    .map((definition) => /^\s*(?:"((?:[^"]|"")*)"|`([^`]*)`|\[([^\]]*)\]|'((?:[^']|'')*)'|([^\s("[`']+))([\s\S]*)$/.exec(definition))
    .filter((parts) => parts !== null)
    .filter(([, , , , , plain, rest = '']) => !/^(constraint|primary|unique|check|foreign)$/i.test(plain ?? '') && !(/\bas\s*\(/i.test(rest) && !/\bstored\b/i.test(rest)));
  return {
    columns: stored.map(([, a, b, c, d, e]) => (a?.replaceAll('""', '"') ?? b ?? c ?? d?.replaceAll("''", "'") ?? e ?? '').toLowerCase()),
    idColumn: stored.findIndex(([, , , , , , rest = '']) => /^\s*integer\b[\s\S]*\bprimary\s+key\b(?!\s+desc)/i.test(rest)),
  };
}

/** What stands between the outer brackets, cut at the commas that stand in no inner brackets and no quotes. */
function definitionsOf(sql: string): string[] {
  const definitions: string[] = [];
  let [depth, from, quote] = [0, 0, ''];
  for (let at = sql.indexOf('('); at >= 0 && at < sql.length; at++) {
    const sign = sql[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '(') {
      if (depth === 0) from = at + 1;
      depth++;
    } else if (sign === ')' && --depth === 0) return [...definitions, sql.slice(from, at)];
    else if (sign === ',' && depth === 1) {
      definitions.push(sql.slice(from, at));
      from = at + 1;
    }
  }
  return definitions;
}
