import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';

/**
 * A bow-tie: its outline crosses itself at (5, 5), and GEOS refuses to cut or join it. The embedded PostGIS would swallow
 * the refusal; every test here also stands for PostgreSQL's own behaviour, which is the one expected.
 */
const bowTie = sql`st_geomfromtext('POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))', 4326)`;
const square = sql`st_geomfromtext('POLYGON((1 1, 9 1, 9 9, 1 9, 1 1))', 4326)`;
const refused = { name: 'DatabaseProblem', code: 'geometryFailed', detail: expect.stringMatching(/TopologyException/) as unknown };

describeOnBothDatabases('A geometry that crosses itself fails its statement', (database) => {
  /** Three rows: a square, the bow-tie, a square. */
  const fill = async () => {
    const db = database().kysely;
    await sql`drop table if exists crossing`.execute(db);
    await sql`create table crossing (id integer primary key, outline geometry, visits integer not null default 0)`.execute(db);
    await sql`insert into crossing (id, outline) values (1, ${square}), (2, ${bowTie}), (3, ${square})`.execute(db);
    return db;
  };
  const rowsOf = async () => (await sql<{ id: number; visits: number }>`select id, visits from crossing order by id`.execute(database().kysely)).rows;
  const untouched = [{ id: 1, visits: 0 }, { id: 2, visits: 0 }, { id: 3, visits: 0 }];

  it.each(['st_intersection', 'st_union', 'st_difference', 'st_symdifference'])('%s of constants, on select', async (operation) => {
    await expect(sql`select ${sql.raw(operation)}(${bowTie}, ${square})`.execute(database().kysely)).rejects.toMatchObject(refused);
    expect((await sql`select 1 as one`.execute(database().kysely)).rows).toEqual([{ one: 1 }]);
  });

  it('of rows, on select: no row is given out, not even the first', async () => {
    const db = await fill();
    await expect(sql`select id, st_intersection(outline, st_translate(${square}, 4, 4)) from crossing`.execute(db)).rejects.toMatchObject(refused);
  });

  it('on insert … select: nothing is inserted', async () => {
    const db = await fill();
    await expect(sql`insert into crossing (id, outline) select id + 10, st_union(outline, st_translate(${square}, 4, 4)) from crossing`.execute(db)).rejects.toMatchObject(refused);
    expect(await rowsOf()).toEqual(untouched);
  });

  it('on update: the rows before the bad one are not changed', async () => {
    const db = await fill();
    await expect(sql`update crossing set visits = visits + 1, outline = st_difference(outline, st_translate(${square}, 4, 4)) returning id`.execute(db)).rejects.toMatchObject(refused);
    expect(await rowsOf()).toEqual(untouched);
  });

  it('on delete: nothing is deleted', async () => {
    const db = await fill();
    await expect(sql`delete from crossing where st_area(st_intersection(outline, st_translate(${square}, 4, 4))) > 0`.execute(db)).rejects.toMatchObject(refused);
    expect(await rowsOf()).toEqual(untouched);
  });

  it('in an aggregate', async () => {
    const db = await fill();
    await expect(sql`select st_union(outline) from crossing`.execute(db)).rejects.toMatchObject(refused);
  });

  it('in a transaction: it ends there, and what came before is undone', async () => {
    const db = await fill();
    const attempt = db.transaction().execute(async (transaction) => {
      await sql`insert into crossing (id) values (20)`.execute(transaction);
      await sql`insert into crossing (id, outline) select 21, st_union(outline) from crossing`.execute(transaction);
    });
    await expect(attempt).rejects.toMatchObject(refused);
    expect(await rowsOf()).toEqual(untouched);
  });

  it('in a transaction that goes on all the same: the next statement fails, and the commit does not commit', async () => {
    const db = await fill();
    const attempt = db.transaction().execute(async (transaction) => {
      await sql`insert into crossing (id) values (30)`.execute(transaction);
      await expect(sql`select st_union(outline) from crossing`.execute(transaction)).rejects.toMatchObject(refused);
      await expect(sql`insert into crossing (id) values (31)`.execute(transaction)).rejects.toMatchObject({ name: 'QueryError', sqlState: '25P02' });
    });
    await expect(attempt).rejects.toThrow('rolled back, not committed');
    expect(await rowsOf()).toEqual(untouched);
  });

  it('behind a savepoint: going back to it saves the rest', async () => {
    const db = await fill();
    const transaction = await db.startTransaction().execute();
    await sql`insert into crossing (id) values (40)`.execute(transaction);
    const before = await transaction.savepoint('before').execute();
    await expect(sql`insert into crossing (id, outline) select 41, st_union(outline) from crossing`.execute(before)).rejects.toMatchObject(refused);
    await before.rollbackToSavepoint('before').execute();
    await sql`insert into crossing (id) values (42)`.execute(transaction);
    await transaction.commit().execute();
    expect((await rowsOf()).map(({ id }) => id)).toEqual([1, 2, 3, 40, 42]);
  });

  it('in a check of a table: the row is refused', async () => {
    const db = await fill();
    await sql`alter table crossing add constraint cuts check (st_area(st_intersection(outline, st_translate(${square}, 4, 4))) >= 0) not valid`.execute(db);
    await expect(sql`insert into crossing (id, outline) values (50, ${bowTie})`.execute(db)).rejects.toMatchObject(refused);
    expect(await rowsOf()).toEqual(untouched);
  });

  it('2,500 times over: the database still answers', async () => {
    // Without the reset of the C stack the embedded database refuses everything after some 1,900 failures.
    const db = await fill();
    for (let attempt = 0; attempt < 2_500; attempt += 1) {
      const failure = attempt % 2 === 0 ? sql`select 1 / 0` : sql`select st_union(outline) from crossing`;
      const words = await failure.execute(db).then(() => 'none', (cause: unknown) => (cause instanceof Error ? cause.message : ''));
      if (!/division by zero|TopologyException/.test(words)) throw new Error(`failure ${attempt}: ${words}`);
    }
    expect(await rowsOf()).toEqual(untouched);
  }, 60_000);
});
