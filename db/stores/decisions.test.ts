import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { readDecisionsForAnalysis } from './analysis-input';
import { saveAreas } from './areas';
import { listDecisions, saveDecisions } from './decisions';
import { initiativeId } from './identity';
import { saveInitiatives } from './initiatives';
import { aDecision, anInitiative, openBatch, someAreas } from './sample-records';

const a = anInitiative({ externalId: 'a' });
const b = anInitiative({ externalId: 'b:with:colons' });
const shelter = anInitiative({ externalId: 'shelter', tier: 'hidden' });
const none = new Map<string, string>();
const pair = [initiativeId('test', 'a'), initiativeId('test', 'b:with:colons')].sort();

describeOnBothDatabases('Decisions', (database) => {
  it('are kept by pair, whichever side is named first', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, someAreas);
    await saveInitiatives(db, batch, [a, b, shelter], none);
    const verdict = aDecision({ subjectA: 'test:a', subjectB: 'test:b:with:colons', verdict: 'duplication' });
    expect(await saveDecisions(db, batch, [verdict])).toEqual(['added']);
    expect(await saveDecisions(db, batch, [verdict])).toEqual(['unchanged']);
    expect(await listDecisions(db, 'public')).toMatchObject([{ initiativeIds: pair, verdict: 'duplication', reason: 'Deux publics.', decidedBy: 'Groupe de travail', decidedOn: '2025-05-20', outdated: false }]);
  });

  it('half-known-pair, and an initiative with itself: refused one by one', async () => {
    const db = database().kysely;
    const records = [aDecision({ subjectA: 'test:a', subjectB: 'test:nobody' }), aDecision({ subjectA: 'test:a', subjectB: 'test:shelter' }), aDecision({ subjectA: 'test:a', subjectB: 'test:a' }), aDecision({ subjectA: 'a', subjectB: 'b' })];
    expect(await saveDecisions(db, await openBatch(db), records)).toEqual(['initiativeUnknown', 'added', 'initiativeUnknown', 'initiativeUnknown']);
  });

  it('with a hidden side do not exist for the public', async () => {
    const db = database().kysely;
    expect(await listDecisions(db, 'public')).toHaveLength(1);
    expect(await listDecisions(db, 'coordination')).toHaveLength(2);
    for await (const page of readDecisionsForAnalysis(db, 'public')) expect(page).toHaveLength(1);
  });

  it('a newer verdict stands beside the older, newest first', async () => {
    const db = database().kysely;
    await saveDecisions(db, await openBatch(db), [aDecision({ subjectA: 'test:b:with:colons', subjectB: 'test:a', decidedOn: '2025-05-25', verdict: 'notOverlap' })]);
    expect((await listDecisions(db, 'public')).map(({ verdict, initiativeIds }) => [verdict, initiativeIds])).toEqual([['notOverlap', pair], ['duplication', pair]]);
  });

  it('side-changed: the verdict is outdated, until the side is as it was', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveInitiatives(db, batch, [{ ...a, end: '2025-12-31' }], none);
    expect((await listDecisions(db, 'public')).map(({ outdated }) => outdated)).toEqual([true, true]);
    await saveInitiatives(db, batch, [a], none);
    expect((await listDecisions(db, 'public')).map(({ outdated }) => outdated)).toEqual([false, false]);
  });
});
