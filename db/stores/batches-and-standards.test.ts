import { expect, it } from 'vitest';
import type { CareStandard } from '#domain/care-standard';
import { cmrMinimum, shippedStandards } from '#domain/shipped-standards';
import { describeOnBothDatabases } from '../../tests/databases';
import { listStandards } from './care-standards';
import { bumpDataVersion, readDataVersion } from './data-version';
import { finishBatch, holdsExerciseData, listBatches } from './import-batches';
import { saveProgrammes } from './programmes';
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

  it('the standards that come with the tool are there from the start, whole; an entered one stands beside them, every version, and in the place of one of the same version', async () => {
    const db = database().kysely;
    expect(new Set(await listStandards(db, 'public'))).toEqual(new Set(shippedStandards));
    const second: CareStandard = { ...cmrMinimum, version: 2, adoptedOn: null, stockCountMaxAgeDays: 30 };
    const save = async (standard: CareStandard) => saveProgrammes(db, await openBatch(db), [{ kind: 'careStandard', record: { ...standard, source: 'Ministère', sourceRow: null } }]);
    expect(await save(second)).toEqual(['added']);
    // The draft is adopted: the same version, changed.
    expect(await save({ ...second, adoptedOn: '2026-01-15' })).toEqual(['changed']);
    expect(await save({ ...second, adoptedOn: '2026-01-15' })).toEqual(['unchanged']);
    await save({ ...cmrMinimum, authority: 'Ministère' });
    const standards = await listStandards(db, 'public');
    expect(standards.filter(({ code }) => code === 'cmr-minimum')).toEqual([{ ...cmrMinimum, authority: 'Ministère' }, { ...second, adoptedOn: '2026-01-15' }]);
    expect(standards).toHaveLength(shippedStandards.length + 1);
  });
});
