import { expect, it } from 'vitest';
import { cmrMinimum } from '#domain/care-standard';
import { describeOnBothDatabases } from '../../tests/databases';
import { getStandard, listStandards, saveStandard } from './care-standards';
import { bumpDataVersion, readDataVersion } from './data-version';
import { finishBatch, holdsExerciseData, listBatches } from './import-batches';
import { openBatch } from './sample-records';

describeOnBothDatabases('Batches, versions, standards', (database) => {
  it('the data version starts at 0, and an undone change does not count', async () => {
    const db = database().kysely;
    expect(await readDataVersion(db)).toBe(0);
    expect(await bumpDataVersion(db)).toBe(1);
    await db.transaction().execute(async (transaction) => {
      expect(await bumpDataVersion(transaction)).toBe(2);
      throw new Error('undone');
    }).catch(() => undefined);
    expect(await readDataVersion(db)).toBe(1);
  });

  it('two changes at once count twice', async () => {
    const db = database().kysely;
    await Promise.all([1, 2, 3, 4].map(() => db.transaction().execute((transaction) => bumpDataVersion(transaction))));
    expect(await readDataVersion(db)).toBe(5);
  });

  it('a batch has no counts until it is closed; its file is not for the public', async () => {
    const db = database().kysely;
    const first = await openBatch(db, 'zones.geojson');
    await openBatch(db, 'safe-houses.csv');
    await finishBatch(db, first, { rows: 10, accepted: 7, unchanged: 2, refused: 1 });
    expect((await listBatches(db, 'coordination')).map(({ fileName, counts, finishedAt }) => [fileName, counts, finishedAt !== null])).toEqual([
      ['safe-houses.csv', null, false],
      ['zones.geojson', { rows: 10, accepted: 7, unchanged: 2, refused: 1 }, true],
    ]);
    expect((await listBatches(db, 'public')).map(({ fileName, sha256 }) => [fileName, sha256])).toEqual([[null, null], [null, null]]);
  });

  it('rows-lost: counts that do not sum are refused', async () => {
    const db = database().kysely;
    await expect(finishBatch(db, await openBatch(db), { rows: 10, accepted: 7, unchanged: 2, refused: 0 })).rejects.toMatchObject({ constraint: 'import_batch_counts' });
  });

  it('one exercise file makes it exercise data', async () => {
    const db = database().kysely;
    expect(await holdsExerciseData(db)).toBe(false);
    await openBatch(db, 'exercise.json', true);
    expect(await holdsExerciseData(db)).toBe(true);
  });

  it('the default standard is there from the start, whole', async () => {
    const db = database().kysely;
    expect(await getStandard(db, 'public', 'cmr-minimum')).toEqual(cmrMinimum);
    expect(await getStandard(db, 'public', 'none-such')).toBeNull();
    expect(await saveStandard(db, null, cmrMinimum)).toBe('unchanged');
  });

  it('a newer version stands beside the older, and is the one that is given', async () => {
    const db = database().kysely;
    const stricter = { ...cmrMinimum, version: 2, stockCountMaxAgeDays: 30 };
    expect(await saveStandard(db, await openBatch(db), stricter)).toBe('added');
    expect(await saveStandard(db, await openBatch(db), { ...stricter, stockCountMaxAgeDays: 60 })).toBe('changed');
    expect((await getStandard(db, 'public', 'cmr-minimum'))?.stockCountMaxAgeDays).toBe(60);
    await saveStandard(db, await openBatch(db), { ...cmrMinimum, code: 'another', version: 1 });
    expect((await listStandards(db, 'public')).map(({ code, version }) => [code, version])).toEqual([['another', 1], ['cmr-minimum', 2]]);
  });
});
