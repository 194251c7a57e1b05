import { beforeAll, expect, it } from 'vitest';
import { saveAssessments } from '#db/stores/assessments';
import { bumpDataVersion } from '#db/stores/data-version';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { aStructure, anAssessment } from '#db/stores/sample-records';
import { assignStructureAreas, saveStructures } from '#db/stores/structures';
import { coordinationOf, type Viewer } from '#domain/viewer';
import { openApp, type OpenApp } from '../../tests/api/open-app';
import { fillByHand, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { describeOnBothDatabases } from '../../tests/databases';
import type { GapExplanation, GapsAnswer } from './contract/gaps';
import type { Database } from '#db/database';

/*
 * Zone 6 of the country made by hand: 700 people at F (30.5, 0.5) and, 0.2 km away, the safe house, hidden and ready. Posts that anybody sees are added at
 * the far edge, (30.95, 0.95): 50 km east and 50 km north of F, √(50² + 50²) ≈ 71 km, so that they reach nobody within 5 km.
 */
const post = (number: number) => aStructure({ externalId: `post-${number}`, name: `Poste ${number}`, type: 'PS', lngLat: [30.95, 0.95] });

async function add(database: Database, ...numbers: number[]): Promise<void> {
  await database.kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'posts.json', sha256: '1'.repeat(64), profile: 'exercise', source: 'Test', exercise: false });
    await saveStructures(transaction, batch, numbers.map(post));
    await assignStructureAreas(transaction);
    // Nobody trained: not ready, which needs no class of its own.
    await saveAssessments(transaction, batch, numbers.map((number) => anAssessment({ structureExternalId: `post-${number}`, functionality: 'none' })));
    await finishBatch(transaction, batch, { rows: 1, accepted: 1, unchanged: 0, refused: 0 });
    await bumpDataVersion(transaction);
  });
}

async function asSeen<Answer>(database: Database, viewer: Viewer, ask: (api: OpenApp) => Promise<Answer>): Promise<Answer> {
  const api = await openApp(database, viewer);
  try {
    return await ask(api);
  } finally {
    await api.close();
  }
}

const zoneSix = async (api: OpenApp, question = '') => (await api.json<GapsAnswer>(`/api/gaps${question}`)).areas.find(({ code }) => code === 'XBZS06');
const isSaid = (area: { reasons: { code: string }[] } | undefined): boolean | undefined => area?.reasons.some(({ code }) => code === 'careWithheld');

describeOnBothDatabases('care that may not be shown', (database) => {
  let before: GapsAnswer;
  beforeAll(async () => {
    await fillByHand(database());
    await add(database(), 1, 2);
    before = await asSeen(database(), 'public', (api) => api.json<GapsAnswer>('/api/gaps'));
  });

  it('two structures in the zone: nothing is said of a third', () => {
    expect(isSaid(before.areas.find(({ code }) => code === 'XBZS06'))).toBe(false);
    expect(JSON.stringify(before)).not.toContain('careWithheld');
  });

  it('three: that care is within reach of the zone, and nothing else; class and people are those of what is seen', async () => {
    await add(database(), 3);
    await asSeen(database(), 'public', async (api) => {
      const answer = await api.json<GapsAnswer>('/api/gaps');
      const zone = answer.areas.find(({ code }) => code === 'XBZS06');
      expect(zone?.reasons.map(({ code, share, count, until }) => [code, share, count, until])).toEqual([['noAwarenessKnown', null, null, null], ['careWithheld', null, null, null], ['noStructureWithinReach', 1, null, null]]);
      expect(zone).toMatchObject({ class: 'blindSpot', population: 700, peopleInGap: 0, care: { ready: 0, unknown: 0, notReady: 3, nearestReady: { name: 'Hôpital Un' } } });
      // Nothing moved but the one more post.
      expect({ ...answer.summary, structures: null }).toEqual({ ...before.summary, structures: null });
      const explained = await api.json<GapExplanation>('/api/gaps/XBZS06');
      expect([isSaid(explained), explained.structures.map(({ name }) => name).sort()]).toEqual([true, ['Hôpital Trois', 'Hôpital Un', 'Poste 1', 'Poste 2', 'Poste 3']]);
      expect((await api.app.inject('/api/gaps?format=csv')).body).toContain('careWithheld');
      expect((await api.app.inject('/api/gaps?format=csv')).body).not.toContain(SAFE_HOUSE.name);
    });
  });

  it('it is not said of another day, another service, a foretold day, or a coarser area', async () => {
    await asSeen(database(), 'public', async (api) => {
      for (const question of ['?asOf=2025-05-20', '?at=2025-06-10', '?service=fistulaRepair', '?areaType=province', '?areaType=territory']) expect(JSON.stringify(await api.json(`/api/gaps${question}`)), question).not.toContain('careWithheld');
      expect(isSaid(await zoneSix(api, '?threshold=200'))).toBe(true);
    });
  });

  it('a partner and a co-lead of elsewhere are told the same; whoever sees the house sees it', async () => {
    for (const viewer of ['partners', coordinationOf(['XA'])] as const) expect(isSaid(await asSeen(database(), viewer, (api) => zoneSix(api))), viewer).toBe(true);
    for (const viewer of ['coordination', coordinationOf(['XB'])] as const) {
      const zone = await asSeen(database(), viewer, (api) => zoneSix(api));
      expect([zone?.care.nearestReady?.name, isSaid(zone)]).toEqual([SAFE_HOUSE.name, false]);
    }
  });
});
