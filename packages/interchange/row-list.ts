/**
 * Rows that are read anew each time that somebody goes through them, so that a long file never stands in memory whole.
 * Going through costs a reading: a profile goes through once or twice, not once a row.
 */
export class RowList<Row> implements Iterable<Row> {
  readonly #read: () => Iterable<Row>;
  #length: number | null;

  constructor(read: () => Iterable<Row>, length: number | null = null) {
    this.#read = read;
    this.#length = length;
  }

  [Symbol.iterator](): Iterator<Row> {
    return this.#read()[Symbol.iterator]();
  }

  get length(): number {
    if (this.#length === null) {
      this.#length = 0;
      for (const _ of this) this.#length++;
    }
    return this.#length;
  }

  some(test: (row: Row) => boolean): boolean {
    for (const row of this) if (test(row)) return true;
    return false;
  }

  /** What `make` makes of every row stands in memory; the rows do not. */
  map<Made>(make: (row: Row, index: number) => Made): Made[] {
    const made: Made[] = [];
    for (const row of this) made.push(make(row, made.length));
    return made;
  }

  /** Rows from `start` up to `end`, 0-based, without `end`; fewer if there are not so many. */
  slice(start: number, end: number): Row[] {
    const found: Row[] = [];
    let at = 0;
    for (const row of this) {
      if (at >= end) break;
      if (at++ >= start) found.push(row);
    }
    return found;
  }
}

/** A list of rows that stand in memory anyway. */
export const rowsInMemory = <Row>(rows: readonly Row[]): RowList<Row> => new RowList(() => rows, rows.length);
