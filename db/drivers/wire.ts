import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult, type TransactionSettings } from 'kysely';
import { type Column, decodeRows, encodeValue, type TextRow } from './values';

/** The answer to one statement, still in text. */
export interface Answer {
  readonly columns: readonly Column[];
  readonly rows: readonly TextRow[];
  /** Command tag, for example `INSERT 0 3`. */
  readonly command: string;
}

/** One connection to either database. Rejects with `QueryError` or `DatabaseProblem`. */
export interface Wire {
  query(sql: string, parameters: readonly (string | null)[]): Promise<Answer>;
  /** Runs a `copy … from stdin` with these rows, in PostgreSQL's text format, UTF-8, one a line. */
  copy(sql: string, rows: Uint8Array): Promise<Answer>;
}

/** What the two databases have to bring: connections. Everything above this line is shared. */
export interface WirePool {
  connect(): Promise<Wire>;
  /** `broken`: do not use this connection again. */
  release(wire: Wire, broken: boolean): void;
  close(): Promise<void>;
}

/** Kysely on a pool of wires. */
export const wireDialect = (pool: WirePool): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new WireDriver(pool),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

class WireConnection implements DatabaseConnection {
  readonly wire: Wire;
  broken = false;

  constructor(wire: Wire) {
    this.wire = wire;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const [first] = query.parameters;
    const isCopy = query.sql.endsWith(' from stdin') && first instanceof Uint8Array;
    const { columns, rows, command } = await (isCopy ? this.wire.copy(query.sql, first) : this.wire.query(query.sql, query.parameters.map(encodeValue)));
    const [verb = '', ...counts] = command.split(' ');
    const affected = /^(INSERT|UPDATE|DELETE|MERGE|COPY)$/.test(verb) ? { numAffectedRows: BigInt(counts.at(-1) ?? 0) } : {};
    // The row type is the store's word for what it selects; the schema is what makes it true.
    return { rows: decodeRows(columns, rows) as Row[], ...affected };
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    yield await Promise.reject(new Error('streamQuery: read in pages instead; the embedded database has one connection'));
  }
}

/**
 * A query on the database itself, from inside a transaction of it, would wait for ever on the one connection of the
 * embedded database, and on the other miss what the transaction has done. It is a mistake on both, so it fails on both.
 */
const insideTransaction = new AsyncLocalStorage<{ open: boolean }>();

class WireDriver implements Driver {
  readonly #pool: WirePool;
  readonly #transactions = new WeakMap<DatabaseConnection, { open: boolean }>();

  constructor(pool: WirePool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {
    // The pool is opened before Kysely is built: a database that does not answer must not look like one that does.
  }

  async acquireConnection(): Promise<WireConnection> {
    if (insideTransaction.getStore()?.open === true) throw new Error('query outside the transaction, from inside it: use the transaction that the callback is given');
    return new WireConnection(await this.#pool.connect());
  }

  // Not `async`: the store must be entered in the caller's own context, before anything is awaited.
  beginTransaction(connection: WireConnection, settings: TransactionSettings): Promise<void> {
    const transaction = { open: true };
    this.#transactions.set(connection, transaction);
    insideTransaction.enterWith(transaction);
    const isolation = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    const access = settings.accessMode === undefined ? '' : ` ${settings.accessMode}`;
    return run(connection, `start transaction${isolation}${access}`);
  }

  /** PostgreSQL answers a commit of a failed transaction with a silent rollback; here it is an error. */
  async commitTransaction(connection: WireConnection): Promise<void> {
    const { command } = await connection.wire.query('commit', []);
    if (command !== 'COMMIT') throw new Error('the transaction had failed: it was rolled back, not committed');
  }

  /** Where it cannot be said any more, the connection is thrown away, and the transaction with it. The first error is the one to tell. */
  async rollbackTransaction(connection: WireConnection): Promise<void> {
    try {
      await run(connection, 'rollback');
    } catch {
      connection.broken = true;
    }
  }

  savepoint(connection: WireConnection, name: string): Promise<void> {
    return run(connection, `savepoint ${quoted(name)}`);
  }

  rollbackToSavepoint(connection: WireConnection, name: string): Promise<void> {
    return run(connection, `rollback to savepoint ${quoted(name)}`);
  }

  releaseSavepoint(connection: WireConnection, name: string): Promise<void> {
    return run(connection, `release savepoint ${quoted(name)}`);
  }

  async releaseConnection(connection: WireConnection): Promise<void> {
    const transaction = this.#transactions.get(connection);
    if (transaction !== undefined) transaction.open = false;
    this.#pool.release(connection.wire, connection.broken);
  }

  async destroy(): Promise<void> {
    await this.#pool.close();
  }
}

const run = async (connection: WireConnection, sql: string): Promise<void> => {
  await connection.executeQuery(CompiledQuery.raw(sql));
};
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
