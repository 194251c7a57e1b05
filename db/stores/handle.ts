import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../schema';

/** What a store works on: the database, or a transaction of it. Inside a transaction, always the transaction. */
export type Handle = Kysely<Schema> | Transaction<Schema>;

/** What saving did with one record: its natural key was new, its content differed, or nothing was written. */
export type Saved = 'added' | 'changed' | 'unchanged';

/** One page of a list. `after` is the `next` of the page before; `limit` counts items. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: string | undefined;
}
export interface Page<Item> {
  readonly items: Item[];
  /** All that fit the filters and the viewer, on every page. */
  readonly total: number;
  /** Id to ask the next page with; null on the last page. */
  readonly next: string | null;
}

/** Makes a page of one row more than was asked for: the surplus only tells that there is a next page. */
export function pageOf<Item extends { readonly id: string }>(rows: readonly Item[], limit: number, total: number): Page<Item> {
  const items = rows.slice(0, limit);
  return { items, total, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
