import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DatabaseProblem } from '../database-problem';
import { type ErrorFields, toError } from './query-error';
import type { Answer, Wire, WirePool } from './wire';

/** What both databases must agree on, whatever the server's own settings. */
const SESSION_SETTINGS = ['DateStyle=ISO', 'TimeZone=UTC', 'extra_float_digits=1', 'bytea_output=hex', 'standard_conforming_strings=on'];

/** Values stay text here: `values.ts` reads them, for both databases. */
const asText = { getTypeParser: () => (text: string) => text };

/** Connects to PostgreSQL. Throws `DatabaseProblem` `databaseUnreachable` if it does not answer; never names the password. */
export async function openPostgisPool(databaseUrl: string): Promise<WirePool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    connectionTimeoutMillis: 10_000,
    options: SESSION_SETTINGS.map((setting) => `-c ${setting}`).join(' '),
  });
  // An idle connection that the server ends is replaced on the next query; it must not end the process.
  pool.on('error', () => undefined);
  try {
    (await pool.connect()).release();
  } catch (cause) {
    await pool.end();
    throw unreachable(databaseUrl, cause);
  }

  const clients = new WeakMap<Wire, pg.PoolClient>();
  return {
    async connect() {
      const client = await pool.connect().catch((cause: unknown) => {
        throw unreachable(databaseUrl, cause);
      });
      const wire: Wire = { query: (sql, parameters) => query(client, sql, parameters), copy: (sql, rows) => copy(client, sql, rows) };
      clients.set(wire, client);
      return wire;
    },
    release: (wire, broken) => clients.get(wire)?.release(broken),
    close: () => pool.end(),
  };
}

async function query(client: pg.PoolClient, sql: string, parameters: readonly (string | null)[]): Promise<Answer> {
  try {
    // Extended protocol even without parameters: two statements in one text fail here as they do on the embedded database.
    const statement: pg.QueryArrayConfig<(string | null)[]> & { queryMode: 'extended' } = { text: sql, values: [...parameters], rowMode: 'array', types: asText, queryMode: 'extended' };
    const answer = await client.query<(string | null)[], (string | null)[]>(statement);
    const columns = answer.fields.map(({ name, dataTypeID }) => ({ name, typeId: dataTypeID }));
    return { columns, rows: answer.rows, command: commandOf(answer) };
  } catch (cause) {
    if (cause instanceof pg.DatabaseError) throw toError(fieldsOf(cause), cause);
    throw cause;
  }
}

async function copy(client: pg.PoolClient, sql: string, rows: Uint8Array): Promise<Answer> {
  try {
    const stream = client.query(copyFrom(sql));
    stream.end(rows);
    await finished(stream);
    return { columns: [], rows: [], command: `COPY ${stream.rowCount}` };
  } catch (cause) {
    if (cause instanceof pg.DatabaseError) throw toError(fieldsOf(cause), cause);
    throw cause;
  }
}

const commandOf = ({ command, rowCount }: { readonly command: string | null; readonly rowCount: number | null }): string =>
  rowCount === null ? (command ?? '') : `${command ?? ''} ${rowCount}`;

const fieldsOf = ({ message, code, detail, constraint, table }: pg.DatabaseError): ErrorFields => ({ message, code, detail, constraint, table });

function unreachable(databaseUrl: string, cause: unknown): DatabaseProblem {
  const words = cause instanceof AggregateError ? cause.errors.map(String).join('; ') : cause instanceof Error ? cause.message : String(cause);
  return new DatabaseProblem('databaseUnreachable', `${placeOf(databaseUrl)}: ${words}`);
}

/** Host, port and database of the address, without user and password. */
export function placeOf(databaseUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl);
    return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
