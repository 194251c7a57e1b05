import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { RowCopy, sendParts } from './copy-rows';
import { openBatch } from './sample-records';

describeOnBothDatabases('rows that are copied in', (database) => {
  const COLUMNS = ['id', 'name', 'name_key', 'acronym', 'type', 'listed', 'import_batch_id', 'source', 'source_row', 'content_hash'] as const;

  it.each<[hazard: string, text: string]>([
    ['tabs and line ends', 'a\tb\nc\r\nd'],
    ['the mark of null, as words', '\\N'],
    ['the mark of the end, as words', '\\.'],
    ['backslashes', '\\\\server\\new\\table'],
    ['quotes and accents', '« L’été » "à" \'b\' 😀'],
    ['nothing', ''],
  ])('%s come out as they went in', async (_, text) => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const rows = new RowCopy('organisation', COLUMNS);
    rows.add(`id ${text}`, text, `key ${text}`, null, 'unknown', true, batch, 's', 7, text);
    await sendParts(db, rows.take(), rows.take());
    expect(await db.selectFrom('organisation').select(['name', 'acronym', 'listed', 'source_row', 'content_hash']).where('id', '=', `id ${text}`).execute()).toEqual([{ name: text, acronym: null, listed: true, source_row: 7, content_hash: text }]);
  });

  it('a list keeps its items, whatever they look like', async () => {
    const db = database().kysely;
    const items = ['NULL', '', 'a, b', '{c}', '"d"', 'e\\f', 'g\nh'];
    const { rows } = await db.transaction().execute(async (transaction) => {
      await sql`create table list_kept (words text[])`.execute(transaction);
      const copy = new RowCopy('list_kept' as 'organisation', ['words' as 'name']);
      copy.add(items);
      await sendParts(transaction, copy.take());
      return sql<{ words: string[] }>`select words from list_kept`.execute(transaction);
    });
    expect(rows).toEqual([{ words: items }]);
  });

  it('a row that is there already, or leans on one that is not, fails as other statements do; the database goes on', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const twice = new RowCopy('organisation', COLUMNS);
    for (const name of ['x', 'y']) twice.add('one id', name, `${name} key`, null, 'unknown', true, batch, 's', null, 'h');
    await expect(sendParts(db, twice.take())).rejects.toMatchObject({ name: 'QueryError', sqlState: '23505', constraint: 'organisation_pkey', table: 'organisation' });
    const leaning = new RowCopy('organisation', COLUMNS);
    leaning.add('another id', 'z', 'z key', null, 'unknown', true, 'no batch', 's', null, 'h');
    await expect(sendParts(db, leaning.take())).rejects.toMatchObject({ name: 'QueryError', sqlState: '23503' });
    expect(await db.selectFrom('organisation').select('id').where('id', 'in', ['one id', 'another id']).execute()).toEqual([]);
  });
});
