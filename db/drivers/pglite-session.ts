import { PGlite, type messages as Messages, protocol } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import { BrokenOff, pgliteGuard } from './pglite-guard';
import { type ErrorFields, QueryError, toError } from './query-error';
import type { Answer, Wire } from './wire';

export interface PgliteSession extends Wire {
  /** True: the database broke off and answers no more; open another one on the directory. */
  readonly broken: boolean;
  close(): Promise<void>;
}

const { serialize } = protocol;

/** Opens the embedded database in the thread that calls: one statement at a time, each blocking the thread. */
export async function openPglite(directory: string): Promise<PgliteSession> {
  const guard = pgliteGuard();
  const pglite = await PGlite.create({
    dataDir: directory,
    extensions: { postgis, pg_trgm, unaccent, btree_gist, pgcrypto, pgliteGuard: guard.extension },
  });
  guard.watch(pglite);
  let brokenOff: BrokenOff | null = null;

  const query: Wire['query'] = async (sql, parameters) => {
    if (brokenOff !== null) throw errorOf(brokenOff);
    guard.resetStack();
    try {
      // One message: after an error PostgreSQL skips to the sync, and the statement's own transaction is rolled back there.
      const messages = [
        serialize.parse({ text: sql }),
        serialize.bind({ values: [...parameters] }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ];
      return readAnswer(await pglite.execProtocolStream(joined(messages), { throwOnError: false }), sql);
    } catch (cause) {
      if (!(cause instanceof BrokenOff)) throw cause;
      brokenOff = cause;
      throw errorOf(cause);
    }
  };

  return {
    get broken() {
      return brokenOff !== null;
    },
    query,
    async copy(sql, rows) {
      // It has no standard input; a device of its own gives out the rows.
      await pglite._handleBlob(new Blob([new Uint8Array(rows)]));
      try {
        return await query(sql.replace(/ from stdin$/, " from '/dev/blob'"), []);
      } finally {
        await pglite._handleBlob();
      }
    },
    async close() {
      // What broke off is not asked to end in good order: it would write what it holds in memory.
      if (brokenOff === null) await pglite.close();
    },
  };
}

/** A full stack has a code of its own in PostgreSQL, and there the same statement fails with it. */
const errorOf = (brokenOff: BrokenOff): QueryError => new QueryError({ message: brokenOff.message, code: brokenOff.cause instanceof RangeError ? '54001' : 'XX000' }, brokenOff);

function readAnswer(answers: readonly Incoming[], sql: string): Answer {
  let columns: Answer['columns'] = [];
  let command: string | null = null;
  const rows: (string | null)[][] = [];
  for (const answer of answers) {
    if (isError(answer)) throw toError(fieldsOf(answer));
    if (isDescription(answer)) columns = answer.fields.map(({ name, dataTypeID }) => ({ name, typeId: dataTypeID }));
    else if (isRow(answer)) rows.push(answer.fields);
    else if (isCompletion(answer)) command = answer.text;
    else if (answer.name === 'emptyQuery' && sql.trim() === '') command = '';
  }
  // The second net: what the guard does not know of must not pass for an answer either.
  if (command === null || command.startsWith('?')) throw new BrokenOff('the statement ended without a result');
  return { columns, rows, command };
}

type Incoming = { readonly name: string };
const isError = (answer: Incoming): answer is Messages.DatabaseError => answer.name === 'error';
const isDescription = (answer: Incoming): answer is Messages.RowDescriptionMessage => answer.name === 'rowDescription';
const isRow = (answer: Incoming): answer is Messages.DataRowMessage => answer.name === 'dataRow';
const isCompletion = (answer: Incoming): answer is Messages.CommandCompleteMessage => answer.name === 'commandComplete';

const fieldsOf = ({ message, code, detail, constraint, table }: Messages.DatabaseError): ErrorFields => ({ message, code, detail, constraint, table });

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
