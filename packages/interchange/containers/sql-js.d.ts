/** What the tests use of it: they write databases by it, and read them back by ours. It brings no declarations. */
declare module 'sql.js' {
  interface Database {
    run(sql: string, values?: readonly (string | number | Uint8Array | null)[]): Database;
    export(): Uint8Array;
    close(): void;
  }
  export default function initSqlJs(): Promise<{ Database: new () => Database }>;
}
