import { sql } from 'kysely';
import type { ChangeAuthor } from '#domain/change-author';
import type { Handle } from './handle';

/**
 * Says who makes the changes of this transaction, for the journal that the database itself writes. Call it first in every transaction that changes
 * records: from here on other writers wait, so that the numbers of the journal follow the states of a record. `batchId`: the load that is stored or taken back; null: none.
 */
export async function markAuthor(transaction: Handle, { origin, actor }: ChangeAuthor, batchId: string | null): Promise<void> {
  const author = { origin, role: actor?.role ?? null, accountId: actor?.accountId ?? null, organisationId: actor?.organisationId ?? null, batchId };
  await sql`select set_config('jonction.by', ${JSON.stringify(author)}, true)`.execute(transaction);
  await sql`select journal_change_id()`.execute(transaction);
}
