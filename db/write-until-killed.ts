import { sql } from 'kysely';
import { openDatabase } from './database';

// A process for the test of `kill -9`: it writes rows one by one, and says each number once the database has acknowledged it.
const database = await openDatabase({ kind: 'pglite', dataDir: process.argv[2] ?? '' });
await sql`create table written (id integer primary key, words text not null)`.execute(database.kysely);
for (let id = 1; ; id += 1) {
  await sql`insert into written values (${id}, ${'x'.repeat(500)})`.execute(database.kysely);
  process.stdout.write(`${id}\n`);
}
