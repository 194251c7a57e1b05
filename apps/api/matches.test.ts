import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { matchStructures, matchOrganisations } from '#api/services/matching/match-records';
import type { matchesAnswer, MatchItem } from '#api/contract/imports';
import type { Database } from '#db/database';
import { aStructure, openBatch } from '#db/stores/sample-records';
import { ensureOrganisations } from '#db/stores/organisations';
import { assignStructureAreas, saveStructures } from '#db/stores/structures';
import { fillByHand, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases, openFresh } from '../../tests/databases';

type Answer = z.infer<typeof matchesAnswer>;

/** Beside the list by hand: another source that knows three of its structures, one of them the safe house. */
async function fillTwoLists(database: Database): Promise<void> {
  await fillByHand(database);
  const db = database.kysely;
  const batch = await openBatch(db);
  await saveStructures(db, batch, [
    aStructure({ scheme: 'osm', externalId: '1', name: 'Hôpital général de référence Un', type: 'HGR', lngLat: [20.201, 0.5], source: 'OSM' }),
    aStructure({ scheme: 'osm', externalId: '2', name: 'Centre de santé Deux', type: 'CS', lngLat: [21.5, 0.521], source: 'OSM' }),
    aStructure({ scheme: 'osm', externalId: '3', name: SAFE_HOUSE.name, type: 'CISM', lngLat: SAFE_HOUSE.lngLat, source: 'OSM' }),
  ]);
  await ensureOrganisations(db, batch, ['ONG Alpha', 'Béta Santé', 'Bêta Santés'].map((name) => ({ name, acronym: null, type: 'unknown' as const, typeAsGiven: null, source: 'Liste', sourceRow: 2 })));
  await assignStructureAreas(db);
  await matchStructures(db);
  await matchOrganisations(db);
}

describeOnBothDatabases('GET and POST /api/matches', (database) => {
  const open = useApp(database, 'coordination', fillTwoLists);
  const list = async (query: string) => (await open().json<Answer>(`/api/matches?${query}`)).items;
  const decide = async (id: string, verdict: 'same' | 'different') => {
    const response = await open().app.inject({ method: 'POST', url: `/api/matches/${id}`, payload: { verdict, reason: 'Vu sur place', decidedBy: 'Groupe de travail' } });
    return { status: response.statusCode, body: response.json<MatchItem & { code: string }>() };
  };

  it('joined by rule, with reasons and distance; the one that stands first', async () => {
    const [pair] = await list('kind=structure&state=joined');
    // 0.001° of longitude at 0.5° north: 111.19 m × cos 0.5° = 111 m.
    expect(pair).toMatchObject({ kind: 'structure', state: 'joined', by: 'rule', reasons: ['sameName', 'sameType', 'near', 'sameArea'], distanceKm: 0.111, decision: null, sides: [{ label: 'Hôpital Un', area: 'Un' }, { label: 'Hôpital général de référence Un', source: 'OSM' }] });
  });

  it('a queue for a person, likeliest first, in pages', async () => {
    const queue = await list('kind=structure');
    expect(queue.map(({ sides, state, by }) => [sides.map(({ label }) => label).sort().join(' = '), state, by])).toEqual([[`${SAFE_HOUSE.name} = ${SAFE_HOUSE.name}`, 'open', null], ['Centre de santé Deux = Poste Deux', 'open', null]]);
    const first = await open().json<Answer>('/api/matches?kind=structure&limit=1');
    const second = await open().json<Answer>(`/api/matches?kind=structure&limit=1&after=${first.nextCursor ?? ''}`);
    expect([first.total, ...first.items, ...second.items]).toEqual([2, ...queue]);
    expect(second.nextCursor).toBeNull();
  });

  it('said the same: one structure in every list; said different: two again, and kept so', async () => {
    const [, pair] = await list('kind=structure');
    const total = async () => { await open().composition.deps.watch.settled(); return (await open().json<{ total: number }>('/api/structures?limit=1')).total; };
    const before = await total();
    const same = await decide(pair?.id ?? '', 'same');
    expect([same.status, same.body.state, same.body.by, same.body.decision]).toEqual([200, 'joined', 'person', { verdict: 'same', reason: 'Vu sur place', decidedBy: 'Groupe de travail', decidedOn: new Date().toISOString().slice(0, 10) }]);
    expect(await total()).toBe(before - 1);
    const detail = await open().json<{ sources: { name: string }[] }>(`/api/structures/${same.body.sides[1].id}`);
    expect(detail.sources.map(({ name }) => name).sort()).toEqual(['Centre de santé Deux', 'Poste Deux']);
    expect((await decide(pair?.id ?? '', 'different')).body.state).toBe('apart');
    expect(await total()).toBe(before);
    expect((await list('kind=structure&state=apart')).map(({ id }) => id)).toEqual([pair?.id]);
  });

  it('organisations in the same way', async () => {
    expect((await list('kind=organisation&state=joined')).map(({ sides, reasons }) => [sides.map(({ label }) => label).sort(), reasons])).toEqual([[['Alpha', 'ONG Alpha'], ['legalFormApart']]]);
    expect((await list('kind=organisation')).map(({ reasons }) => reasons)).toEqual([['nameAlike']]);
  });

  it('no such pair, a bad verdict, an unknown parameter: said', async () => {
    expect((await decide('00000000-0000-5000-8000-000000000000', 'same')).body.code).toBe('notFound');
    expect((await open().app.inject({ method: 'POST', url: '/api/matches/x', payload: { verdict: 'perhaps', decidedBy: 'X' } })).statusCode).toBe(400);
    expect((await open().problem('/api/matches?kind=structure&colour=red')).code).toBe('parameterUnknown');
  });
});

describe('the public', () => {
  it('has no matches, and learns nothing of the safe house', async () => {
    const { database, discard } = await openFresh.pglite();
    const { openApp } = await import('../../tests/api/open-app');
    await fillTwoLists(database);
    const opened = await openApp(database, 'public');
    expect((await opened.problem('/api/matches?kind=structure')).code).toBe('forbidden');
    await opened.close();
    await discard();
  });
});
