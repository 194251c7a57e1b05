import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';

describeOnBothDatabases('Transactions', (database) => {
  const scratch = async () => {
    const db = database().kysely;
    await sql`create table if not exists scratch (id integer primary key)`.execute(db);
    await sql`delete from scratch`.execute(db);
    return db;
  };
  const idsOf = async () => (await sql<{ id: number }>`select id from scratch order by id`.execute(database().kysely)).rows.map(({ id }) => id);

  it('queries from outside wait their turn, and see all of it', async () => {
    const db = await scratch();
    let running = true;
    const transaction = db.transaction().execute(async (inside) => {
      for (let id = 1; id <= 5; id += 1) await sql`insert into scratch values (${id})`.execute(inside);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running = false;
    });
    const outside = Promise.all([1, 2, 3].map(idsOf));
    await transaction;
    expect(running).toBe(false);
    // The server may have answered before the commit; the embedded database answers after it. Neither shows half of it.
    for (const ids of await outside) expect([0, 5]).toContain(ids.length);
    expect(await idsOf()).toEqual([1, 2, 3, 4, 5]);
  });

  it('a query on the database from inside its own transaction is refused at once, not left hanging', async () => {
    const db = await scratch();
    const attempt = db.transaction().execute(async (inside) => {
      await sql`insert into scratch values (1)`.execute(inside);
      await sql`select 1`.execute(db);
    });
    await expect(attempt).rejects.toThrow('use the transaction');
    expect(await idsOf()).toEqual([]);
    await sql`insert into scratch values (2)`.execute(db);
    expect(await idsOf()).toEqual([2]);
  });

  it('a failure undoes all of it', async () => {
    const db = await scratch();
    const attempt = db.transaction().execute(async (inside) => {
      await sql`insert into scratch values (1)`.execute(inside);
      await sql`insert into scratch values (1)`.execute(inside);
    });
    await expect(attempt).rejects.toMatchObject({ name: 'QueryError', sqlState: '23505', constraint: 'scratch_pkey', table: 'scratch' });
    expect(await idsOf()).toEqual([]);
  });

  it('one that failed unseen cannot be committed', async () => {
    const db = await scratch();
    const attempt = db.transaction().execute(async (inside) => {
      await sql`insert into scratch values (1)`.execute(inside);
      await sql`select 1 / 0`.execute(inside).catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow('rolled back, not committed');
    expect(await idsOf()).toEqual([]);
  });

  it('says how many rows were touched', async () => {
    const db = await scratch();
    const inserted = await sql`insert into scratch select generate_series(1, 12)`.execute(db);
    expect(inserted.numAffectedRows).toBe(12n);
    expect((await sql`delete from scratch where id > 10`.execute(db)).numAffectedRows).toBe(2n);
  });

  it('repeatable read sees one moment', async () => {
    const db = await scratch();
    const ids = await db.transaction().setIsolationLevel('repeatable read').execute(async (inside) => (await sql<{ id: number }>`select id from scratch`.execute(inside)).rows);
    expect(ids).toEqual([]);
  });
});
