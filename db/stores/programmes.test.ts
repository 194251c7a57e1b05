import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { readProgrammesForAnalysis } from './analysis-input';
import { countBatchRecords, listChangedRecords } from './batch-changes';
import type { Handle } from './handle';
import { finishBatch } from './import-batches';
import { listProgrammes } from './programme-reading';
import { programmeId, type ProgrammeEntry, saveProgrammes } from './programmes';
import { aMission, aMovement, aSession, aStructure, aVerdict, fromStructure, openBatch } from './sample-records';
import { saveStructures, structureId } from './structures';
import { undoBatch } from './undo-batch';

const NO_COUNTS = { rows: 0, accepted: 0, unchanged: 0, refused: 0 };
const delivery = (externalId: string, structureExternalId: string, quantity = 5): ProgrammeEntry => ({
  kind: 'kitMovement', record: aMovement({ externalId, structureExternalId, lines: [{ item: 'pepKitAdult', batch: 'B1', quantity, expiry: null }] }),
});

async function load(db: Handle, ...entries: ProgrammeEntry[]): Promise<string> {
  const batch = await openBatch(db);
  await saveProgrammes(db, batch, entries);
  await finishBatch(db, batch, NO_COUNTS);
  return batch;
}
async function read(db: Handle, viewer: 'public' | 'coordination') {
  const found = [];
  for await (const page of readProgrammesForAnalysis(db, viewer)) found.push(...page);
  return new Map(found.map((one) => [one.record.externalId, one]));
}
const quantities = async (db: Handle) => (await listProgrammes(db, 'coordination', 'kitMovement')).map(({ record }) => [record.externalId, record.lines.map(({ quantity }) => quantity)]);

describeOnBothDatabases('Programmes', (database) => {
  beforeAll(async () => {
    const db = database().kysely;
    await saveStructures(db, await openBatch(db), [aStructure({ externalId: 'open' }), aStructure({ externalId: 'open-2' }), aStructure({ externalId: 'refuge', tier: 'hidden', lngLat: [27.5, -1.5] })]);
  });

  it('are saved whole, the same again is unchanged, other content is a correction; one that names a structure nobody knows is not saved', async () => {
    const db = database().kysely;
    const session = aSession({ externalId: 'whole', areaCode: 'CD61', women: 0, men: null, protocolVersion: 'v2', origins: [fromStructure('open', 3), { ...fromStructure('open', null), cadre: 'midwife' }], sourceRow: null });
    const batch = await openBatch(db);
    expect(await saveProgrammes(db, batch, [{ kind: 'trainingSession', record: session }, delivery('nowhere', 'nobody-knows')])).toEqual(['added', 'structureUnknown']);
    expect((await listProgrammes(db, 'coordination', 'trainingSession')).map(({ record }) => record)).toEqual([session]);
    const again = await openBatch(db);
    expect(await saveProgrammes(db, again, [{ kind: 'trainingSession', record: session }])).toEqual(['unchanged']);
    const correction = await openBatch(db);
    expect(await saveProgrammes(db, correction, [{ kind: 'trainingSession', record: { ...session, women: 4 } }])).toEqual(['changed']);
    const [changed] = await listChangedRecords(db, correction, 10);
    expect(changed).toMatchObject({ recordKind: 'trainingSession', label: 'whole', before: { row: { content: { women: 0 } } }, after: { row: { content: { women: 4 } } } });
    expect(await countBatchRecords(db, correction)).toEqual([{ recordKind: 'trainingSession', added: 0, changed: 1, unchanged: 0 }]);
    expect(await countBatchRecords(db, again)).toEqual([{ recordKind: 'trainingSession', added: 0, changed: 0, unchanged: 1 }]);
    for (const one of [again, correction, batch]) await undoBatch(db, one);
    expect(await listProgrammes(db, 'coordination', 'trainingSession')).toEqual([]);
  });

  it('corrections are taken back in any order: what stands is what the loads that are left say', async () => {
    const db = database().kysely;
    const [first, second, third] = [await load(db, delivery('d', 'open', 5)), await load(db, delivery('d', 'open', 6)), await load(db, delivery('d', 'open', 7))];
    expect(await undoBatch(db, second)).toMatchObject([{ recordKind: 'kitMovement', id: programmeId(delivery('d', 'open')), label: 'open · 2025-05-10', why: 'changedLater' }]);
    expect(await quantities(db)).toEqual([['d', [7]]]);
    await undoBatch(db, third);
    expect(await quantities(db)).toEqual([['d', [5]]]);
    expect(await undoBatch(db, first)).toEqual([]);
    expect(await quantities(db)).toEqual([]);
  });

  it('undoing the load of a structure that a later delivery names: said, and the structure stays with the delivery', async () => {
    const db = database().kysely;
    const structures = await openBatch(db, 'structures.csv');
    await saveStructures(db, structures, [aStructure({ externalId: 'leaned-on' })]);
    await finishBatch(db, structures, NO_COUNTS);
    const later = await load(db, delivery('leaning', 'leaned-on'));
    expect(await undoBatch(db, structures)).toMatchObject([{ recordKind: 'structure', label: 'leaned-on', why: 'usedLater' }]);
    expect((await quantities(db)).map(([id]) => id)).toEqual(['leaning']);
    await undoBatch(db, later);
    const { rows } = await sql`select from structure where id = ${structureId('test', 'leaned-on')}`.execute(db);
    expect(rows).toHaveLength(0);
  });

  it('what is about a structure that the public may not see is not there for the public; a session and a mission lose it, and the place', async () => {
    const db = database().kysely;
    const host = { structureScheme: 'test', structureExternalId: 'refuge' };
    const batch = await load(
      db, delivery('seen', 'open'), delivery('unseen', 'refuge'),
      { kind: 'proposalVerdict', record: aVerdict({ externalId: 'answer', structureExternalId: 'refuge', subjectExternalId: 'unseen' }) },
      { kind: 'trainingSession', record: aSession({ externalId: 'mixed', origins: [fromStructure('open'), fromStructure('refuge')] }) },
      { kind: 'trainingSession', record: aSession({ externalId: 'internal', tier: 'partners' }) },
      { kind: 'mission', record: aMission({ externalId: 'hosted', host, lngLat: [27.5, -1.5], locality: 'Refuge', areaCode: 'CD61' }) },
    );
    const [stranger, insider] = [await read(db, 'public'), await read(db, 'coordination')];
    expect([...stranger.keys()].sort()).toEqual(['hosted', 'mixed', 'seen']);
    expect([...insider.keys()].sort()).toEqual(['answer', 'hosted', 'internal', 'mixed', 'seen', 'unseen']);
    expect(stranger.get('hosted')).toMatchObject({ structures: [], record: { host: null, lngLat: null, locality: null, areaCode: 'CD61' } });
    expect(insider.get('hosted')).toMatchObject({ structures: [{ structureId: structureId('test', 'refuge') }], record: { host, lngLat: [27.5, -1.5] } });
    expect(stranger.get('mixed')).toMatchObject({ structures: [{ externalId: 'open' }], record: { origins: [fromStructure('open')] } });
    expect(JSON.stringify([...stranger.values()])).not.toContain('refuge');
    // Asking for a structure that is not to be seen finds nothing, not even what it is left out of; quantities are in no list of the public.
    const hidden = { structureId: structureId('test', 'refuge') };
    expect(await listProgrammes(db, 'public', 'mission', hidden)).toEqual([]);
    expect(await listProgrammes(db, 'public', 'trainingSession', hidden)).toEqual([]);
    expect(await listProgrammes(db, 'public', 'kitMovement')).toEqual([]);
    expect((await listProgrammes(db, 'public', 'mission')).map(({ origin }) => origin.importId)).toEqual([null]);
    expect((await listProgrammes(db, 'coordination', 'mission', hidden)).map(({ origin }) => origin.importId)).toEqual([batch]);
    await undoBatch(db, batch);
  });

  it('speak of the structure that stands for the one that they name', async () => {
    const db = database().kysely;
    const batch = await load(db, delivery('twin', 'open-2'));
    await sql`update structure set merged_into_id = ${structureId('test', 'open')} where id = ${structureId('test', 'open-2')}`.execute(db);
    expect((await read(db, 'public')).get('twin')?.structures).toEqual([{ scheme: 'test', externalId: 'open-2', structureId: structureId('test', 'open') }]);
    expect(await listProgrammes(db, 'coordination', 'kitMovement', { structureId: structureId('test', 'open') })).toHaveLength(1);
    await sql`update structure set merged_into_id = null where id = ${structureId('test', 'open-2')}`.execute(db);
    await undoBatch(db, batch);
  });
});
