import type { ImportRecord } from '#domain/import-records';
import type { RowResult } from '#interchange/read-file';
import { packCells, type PackedCells, unpackCells } from './row-cells';

/**
 * Rows on their way between the threads. What many of them say (an organisation, a place, the words of a kind) is sent once and shared
 * by the rows that say it, so that 100,000 rows stand in memory as little more than what tells them apart. Shared values are never written to.
 */
export interface PackedRows {
  /** Shared values that this part brings; they are numbered on from those of the parts before. */
  readonly shared: readonly unknown[];
  /** Lists of the fields of records, numbered in the same way. */
  readonly shapes: readonly (readonly string[])[];
  readonly rows: readonly PackedRow[];
  readonly cells: PackedCells;
}
/** A value as it stands, or the number of a shared one. */
interface Slots {
  readonly values: readonly unknown[];
  /** For each value 0, or the number of the shared one that stands for it, from 1. */
  readonly shared: readonly number[];
}
interface PackedRow {
  readonly row: number;
  readonly issues: RowResult['issues'];
  readonly claims: Slots;
  readonly records: readonly { readonly shape: number; readonly around: Slots; readonly fields: Slots }[];
}

const MOST_SHARED = 60_000;
const LONGEST_SHARED = 2_000;
/** Outlines are large and never the same. */
const NEVER_SHARED = new Set(['geometry']);
/** A field of which most values are new after so many is not shared any more: an id is each time another. */
const VALUES_TRIED = 1_000;

/** Packs the rows of one file, part by part. */
export class RowPacker {
  readonly #numbers = new Map<string, number>();
  readonly #shapes = new Map<string, number>();
  readonly #fields = new Map<string, { seen: number; fresh: number }>();
  #shared: unknown[] = [];
  #newShapes: (readonly string[])[] = [];

  pack(rows: readonly RowResult[]): PackedRows {
    const packed = rows.map((row): PackedRow => ({
      row: row.row,
      issues: row.issues,
      claims: this.#slots({ claims: row.areaClaims }),
      records: row.records.map(({ record, ...around }) => ({ shape: this.#shapeOf(Object.keys(record)), around: this.#slots({ around }), fields: this.#slots(record) })),
    }));
    const part = { shared: this.#shared, shapes: this.#newShapes, rows: packed, cells: packCells(rows.map(({ cells }) => cells)) };
    this.#shared = [];
    this.#newShapes = [];
    return part;
  }

  #shapeOf(keys: readonly string[]): number {
    const name = keys.join();
    const known = this.#shapes.get(name) ?? this.#shapes.size;
    if (known === this.#shapes.size) {
      this.#shapes.set(name, known);
      this.#newShapes.push(keys);
    }
    return known;
  }

  #slots(fields: object): Slots {
    const values: unknown[] = [];
    const shared: number[] = [];
    for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
      const number = this.#numberOf(field, value);
      values.push(number === 0 ? value : null);
      shared.push(number);
    }
    return { values, shared };
  }

  #numberOf(field: string, value: unknown): number {
    if ((typeof value !== 'string' && typeof value !== 'object') || value === null || NEVER_SHARED.has(field)) return 0;
    const use = this.#fields.get(field) ?? { seen: 0, fresh: 0 };
    this.#fields.set(field, use);
    if (use.seen > VALUES_TRIED && use.fresh * 2 > use.seen) return 0;
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    if (key.length > LONGEST_SHARED) return 0;
    use.seen++;
    const name = typeof value === 'string' ? `"${key}` : key;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    use.fresh++;
    if (this.#numbers.size >= MOST_SHARED) return 0;
    const number = this.#numbers.size + 1;
    this.#numbers.set(name, number);
    this.#shared.push(value);
    return number;
  }
}

/** A row as it came from the thread; its cells are unpacked when somebody wants them. */
class ReceivedRow implements RowResult {
  readonly #pack: PackedCells;
  readonly #index: number;

  constructor(readonly row: number, readonly records: RowResult['records'], readonly issues: RowResult['issues'], readonly areaClaims: RowResult['areaClaims'], pack: PackedCells, index: number) {
    this.#pack = pack;
    this.#index = index;
  }

  get cells(): RowResult['cells'] {
    return unpackCells(this.#pack, this.#index);
  }
}

/** To be copied for each record: fields that are added one by one beyond a dozen would make of each record a table of its own, five times as large. */
const emptyRecord = (keys: readonly string[]): Readonly<Record<string, unknown>> => JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, null])))) as Record<string, unknown>;

/** Unpacks the rows of one file, part by part, in the order in which they were packed. */
export class RowUnpacker {
  readonly #shared: unknown[] = [];
  readonly #shapes: { readonly keys: readonly string[]; readonly empty: Readonly<Record<string, unknown>> }[] = [];

  unpack(part: PackedRows): RowResult[] {
    this.#shared.push(...part.shared);
    for (const keys of part.shapes) this.#shapes.push({ keys, empty: emptyRecord(keys) });
    return part.rows.map((row, index) => {
      const records = row.records.map(({ shape, around, fields }) => ({ ...(this.#value(around, 0) as object), record: this.#record(shape, fields) }) as ImportRecord);
      return new ReceivedRow(row.row, records, row.issues, this.#value(row.claims, 0) as RowResult['areaClaims'], part.cells, index);
    });
  }

  #record(shape: number, fields: Slots): object {
    const known = this.#shapes[shape];
    if (known === undefined) throw new Error(`Shape ${String(shape)} of a record: not sent`);
    const record = { ...known.empty };
    for (const [at, key] of known.keys.entries()) record[key] = this.#value(fields, at);
    return record;
  }

  #value({ values, shared }: Slots, at: number): unknown {
    const number = shared[at] ?? 0;
    return number === 0 ? values[at] : this.#shared[number - 1];
  }
}
