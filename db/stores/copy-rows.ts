import { CompiledQuery, type Insertable } from 'kysely';
import type { Schema } from '../schema';
import type { Handle } from './handle';

/** What a cell of a row may hold; a list becomes an array of text. */
export type Cell = string | number | boolean | null | readonly string[];

/**
 * Rows on their way into a table by COPY, PostgreSQL's quickest way in: each is written in its text format when it is added. Rows whose key
 * is there already are an error.
 */
export class RowCopy<T extends keyof Schema> {
  readonly #statement: string;
  #text = '';

  constructor(table: T, columns: readonly (keyof Insertable<Schema[T]> & string)[]) {
    this.#statement = `copy "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`;
  }

  /** Adds a row: its cells in the order of the columns. */
  add(...cells: readonly Cell[]): void {
    this.#text += `${cells.map(cellText).join('\t')}\n`;
  }

  /** What was added, made ready at once: the rows themselves need not stand in memory until the database takes it. */
  take(): CopyPart | null {
    const text = this.#text;
    this.#text = '';
    return text === '' ? null : { statement: this.#statement, rows: Buffer.from(text) };
  }
}

/** Rows ready to be sent. */
export interface CopyPart {
  readonly statement: string;
  readonly rows: Uint8Array;
}

/** Sends parts, one after the other. */
export async function sendParts(db: Handle, ...parts: readonly (CopyPart | null)[]): Promise<void> {
  for (const part of parts) if (part !== null) await db.executeQuery(CompiledQuery.raw(part.statement, [part.rows]));
}

/** As COPY reads it: a null has a mark of its own, and what would end a cell or a row is written in another way. */
function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'object') return escaped(`{${cell.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`);
  return String(cell);
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special] ?? special) : text);
