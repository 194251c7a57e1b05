import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { localCoordinator } from '#domain/permissions';
import { changedFields } from '#domain/record-changes';
import type { StructureRecord } from '#domain/records';
import { describeOnBothDatabases } from '../../tests/databases';
import { fillByHand, provenance } from '../../tests/api/hand-made-data';
import { markAuthor } from './change-author';
import { startBatch } from './import-batches';
import { listRecordChanges, recordVersion } from './record-journal';
import { readRecordsByKey } from './read-records';
import { saveStructures, structureId } from './structures';
import { undoBatch } from './undo-batch';

const id = structureId('main', 'S1');

describeOnBothDatabases('Journal', (database) => {
  const db = () => database().kysely;
  const stored = async (): Promise<StructureRecord> => (await readRecordsByKey(db(), 'coordination', 'structure', [id])).get(id)!;

  /** A load that says something else of the first hospital. */
  const change = async (part: Partial<StructureRecord>): Promise<string> => {
    const record = { ...(await stored()), ...part };
    return db().transaction().execute(async (transaction) => {
      const batch = await startBatch(transaction, { fileName: 'change.json', sha256: '1'.repeat(64), profile: 'form', source: provenance.source, exercise: false });
      await markAuthor(transaction, { origin: 'form', actor: { ...localCoordinator, accountId: 'account-7' } }, batch);
      await saveStructures(transaction, batch, [record]);
      await sql`update import_batch set rows = 1, accepted = 1, unchanged = 0, refused = 0, finished_at = now() where id = ${batch}`.execute(transaction);
      return batch;
    });
  };

  it('says of every change who, by which way, before and after; taking it back is one more', async () => {
    await fillByHand(database());
    const first = await recordVersion(db(), 'structure', id);
    const batch = await change({ name: 'Hôpital Premier', lngLat: [20.25, 0.5], supportedBy: ['Alpha'] });
    const [changed, added] = await listRecordChanges(db(), 'partners', 'structure', id);
    expect(changed).toMatchObject({ origin: 'form', role: 'coordination', accountId: 'account-7', fileName: 'change.json' });
    expect(changedFields('structure', changed!.before, changed!.after)).toEqual([
      { field: 'name', before: 'Hôpital Un', after: 'Hôpital Premier' },
      { field: 'lngLat', before: [20.2, 0.5], after: [20.25, 0.5] },
      { field: 'supportedBy', before: null, after: ['Alpha'] },
    ]);
    expect(added).toMatchObject({ number: first, origin: null, role: null, before: null });

    await db().transaction().execute(async (transaction) => {
      await markAuthor(transaction, { origin: 'undo', actor: null }, batch);
      await undoBatch(transaction, batch);
    });
    const [undone] = await listRecordChanges(db(), 'partners', 'structure', id);
    expect(undone).toMatchObject({ origin: 'undo', before: { name: 'Hôpital Premier' }, after: { name: 'Hôpital Un', supportedBy: [] } });
    expect(await recordVersion(db(), 'structure', id)).toBe(undone?.number);
  });

  it('writes nothing for what is rolled back, nor for what says the same', async () => {
    const before = await listRecordChanges(db(), 'coordination', 'structure', id);
    await expect(db().transaction().execute(async (transaction) => {
      await sql`update structure set name = 'Nobody' where id = ${id}`.execute(transaction);
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    await sql`update structure set name = name where id = ${id}`.execute(db());
    expect(await listRecordChanges(db(), 'coordination', 'structure', id)).toEqual(before);
  });

  it('follows the tier of the record before and after: of the time when it was hidden there is nothing', async () => {
    await change({ tier: 'hidden', name: 'Abri' });
    await change({ name: 'Abri discret' });
    await change({ tier: 'public', name: 'Hôpital Un' });
    const names = async (viewer: 'partners' | 'coordination' | 'coordination:XA' | 'coordination:XB') => JSON.stringify((await listRecordChanges(db(), viewer, 'structure', id)).map(({ after }) => (after as { name: string } | null)?.name));
    expect(await names('partners')).not.toContain('Abri');
    expect(await names('coordination:XB')).not.toContain('Abri');
    expect(await names('coordination:XA')).toContain('Abri discret');
    expect(await names('coordination')).toContain('Abri discret');
  });

  it('notes also what is written past the stores', async () => {
    await sql`update structure set ownership = 'private' where id = ${id}`.execute(db());
    const [last] = await listRecordChanges(db(), 'coordination', 'structure', id);
    expect(last).toMatchObject({ origin: null, before: { ownership: 'public' }, after: { ownership: 'private' } });
  });

  describe('is only ever added to', () => {
    it.each(['journal_entry', 'journal_change'])('%s', async (table) => {
      for (const statement of [`update ${table} set ${table === 'journal_entry' ? 'before' : 'role'} = null`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(sql.raw(statement).execute(db()), statement).rejects.toMatchObject({ sqlState: '42501' });
      }
    });
  });
});
