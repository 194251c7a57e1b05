import { expect, it } from 'vitest';
import { fillByHand, HIDDEN_INITIATIVE, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { postEntries } from '../../tests/api/entry-calls';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import type { GapsAnswer } from './contract/gaps';
import { type ScenariosAnswer, scenariosAnswer, type WhatIfAnswer, whatIfAnswer } from './contract/what-if';
import type { InitiativeItem } from './contract/records';

interface Listed { items: { id: string; name: string }[] }

/** The class of each area, by code. */
const classes = ({ codes, classes: names, areaClasses }: WhatIfAnswer): Record<string, string | null> => Object.fromEntries(codes.map((code, at) => [code, names[Number(areaClasses[at])] ?? null]));
const peopleOf = ({ codes, peopleInGap }: WhatIfAnswer): Record<string, number | null> => Object.fromEntries(codes.map((code, at) => [code, peopleInGap[at] ?? null]));

describeOnBothDatabases('what if, in the hand-made country', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));
  const open = useApp(database, 'public', () => Promise.resolve());
  const whatIf = (changes: string, query = '') => api().json<WhatIfAnswer>(`/api/what-if?changes=${encodeURIComponent(changes)}${query === '' ? '' : `&${query}`}`);
  const structureId = async (name: string) => (await api().json<Listed>('/api/structures')).items.find((one) => one.name === name)?.id ?? '';
  const initiativeId = async (title: string) => (await api().json<{ items: InitiativeItem[] }>('/api/initiatives')).items.find((one) => one.title === title)?.id ?? '';

  it('no change is today: the same classes, people and totals as the gaps', async () => {
    const answer = whatIfAnswer.strict().parse(await whatIf(''));
    const today = await api().json<GapsAnswer>('/api/gaps');
    expect(classes(answer)).toEqual(Object.fromEntries(today.areas.map((area) => [area.code, area.class])));
    expect(peopleOf(answer)).toEqual(Object.fromEntries(today.areas.map((area) => [area.code, area.peopleInGap])));
    expect(answer.summary).toEqual(answer.before.summary);
    expect(answer.summary).toMatchObject({ peopleInGap: today.summary.peopleInGap, structures: today.summary.structures });
    expect([answer.changes, answer.changedAreas, answer.gained, answer.lost]).toEqual([[], [], { gap: 0, uncertain: 0, ready: 0 }, { gap: 0, uncertain: 0, ready: 0 }]);
  });

  it('the hospital of zone 3 made ready: its 2,000 leave the gap', async () => {
    const three = await structureId('Hôpital Trois');
    const answer = await whatIf(`r:${three}`);
    expect(classes(answer)['XAZS03']).toBe('joined');
    expect(answer.changes).toEqual([{ kind: 'makeReady', target: three, name: 'Hôpital Trois', structureType: 'HGR', lngLat: [22.53, 0.5], areaType: null, moot: false }]);
    expect([answer.gained, answer.lost]).toEqual([{ gap: 2000, uncertain: 0, ready: 2000 }, { gap: 0, uncertain: 0, ready: 0 }]);
    // 3,000 − 2,000
    expect([answer.before.summary.peopleInGap, answer.summary.peopleInGap]).toEqual([3000, 1000]);
    expect(answer.summary.structures).toEqual({ ready: 3, notReady: 0, unknown: 2 });
    expect(answer.changedAreas).toEqual([{ code: 'XAZS03', name: 'Trois', from: 'gap', to: 'joined', peopleInGap: -2000, peopleUncertain: 0, peopleReady: 2000 }]);
    expect(answer.changedTotal).toBe(1);
  });

  it('the ready hospital of zone 1 lost: its 3,000 at A enter the gap, unless another is made ready beside them', async () => {
    const one = await structureId('Hôpital Un');
    const answer = await whatIf(`n:${one}`);
    expect([classes(answer)['XAZS01'], answer.lost.gap, answer.summary.peopleInGap]).toEqual(['gap', 3000, 6000]);
    // The post of zone 2 is 33.4 km from C on; at 150 km it reaches A: 1.3° × 111.195 × cos 0.5° = 144.5 km.
    const two = await structureId('Poste Deux');
    expect((await whatIf(`n:${one},r:${two}`, 'threshold=150')).lost.gap).toBe(0);
  });

  it('a campaign in a zone without care adds exactly its people to the gap, and stopping every one takes them out', async () => {
    // Zone 2 has 1,000; care is reported there, and without reports the post is of unknown readiness: 2.2 km from C. Within 1 km there is nothing.
    const answer = await whatIf('a:XAZS02', 'evidence=assessed&threshold=1');
    expect([classes(answer)['XAZS02'], answer.lost, answer.gained]).toEqual(['gap', { gap: 1000, uncertain: 0, ready: 0 }, { gap: 0, uncertain: 0, ready: 0 }]);
    expect((await whatIf('a:XAZS02')).lost).toEqual({ gap: 0, uncertain: 1000, ready: 0 });
    const stopped = await whatIf(`s:${await initiativeId('Causeries à Trois')}`);
    expect([classes(stopped)['XAZS03'], stopped.gained.gap, stopped.summary.peopleInGap]).toEqual(['blindSpot', 2000, 1000]);
    // Two campaigns speak to zone 1: one of them less changes nothing, both less take its 1,000 at B out.
    const [talks, radio] = [await initiativeId('Causeries à Un'), await initiativeId('Radio à Un')];
    expect((await whatIf(`s:${talks}`)).changedTotal).toBe(0);
    expect((await whatIf(`s:${talks},s:${radio}`)).gained.gap).toBe(1000);
    // A report of care that no longer counts leaves the post of unknown readiness.
    expect(classes(await whatIf(`s:${await initiativeId('Soins à Deux')}`))['XAZS02']).toBe('unassessed');
  });

  it('a change with its opposite is today', async () => {
    const talks = await initiativeId('Causeries à Trois');
    const answer = await whatIf(`s:${talks},a:XAZS03`);
    expect([answer.changedTotal, answer.gained.gap, answer.lost.gap]).toEqual([0, 0, 0]);
  });

  it('a closed zone: nobody outside reaches its structures, and people inside reach only those', async () => {
    // At 67 km the hospital of zone 1 reaches A and B in its own zone; closed, they still do, for they are inside together.
    expect((await whatIf('c:XAZS01', 'threshold=66.72')).changedTotal).toBe(0);
    // At 150 km it reaches C in zone 2 (144.5 km) too: not once a border lies between them.
    expect(classes(await whatIf('', 'threshold=150'))['XAZS02']).toBe('unannounced');
    const closed = await whatIf('c:XAZS01', 'threshold=150');
    expect([classes(closed)['XAZS02'], closed.lost.ready]).toEqual(['quiet', 1000]);
    expect(classes(await whatIf('c:XAZS02', 'threshold=150'))['XAZS02']).toBe('quiet');
    // The province closed around both: they are inside together again.
    expect((await whatIf('c:XA', 'threshold=150')).changedTotal).toBe(0);
    // The same area as its own: closing it takes nothing away.
    expect((await whatIf('c:XAZS01', 'reach=sameArea')).changedTotal).toBe(0);
  });

  it('under the same area, readiness moves with the zone of the structure', async () => {
    const answer = await whatIf(`r:${await structureId('Hôpital Trois')},n:${await structureId('Hôpital Un')}`, 'reach=sameArea');
    expect([classes(answer)['XAZS01'], classes(answer)['XAZS03']]).toEqual(['gap', 'joined']);
  });

  it('a team known by its zone only stays unknown there when it is made ready, and leaves nothing when it is not', async () => {
    const team = await structureId('Équipe Quatre');
    expect(classes(await whatIf(`r:${team}`))['XAZS04']).toBe('unassessed');
    expect(classes(await whatIf(`n:${team}`))['XAZS04']).toBe('blindSpot');
  });

  it('making structures ready never adds a person to the gap, whatever else is tried', async () => {
    const { items } = await api().json<Listed>('/api/structures');
    for (const other of ['', 'a:XAZS02', 'c:XAZS01', 'a:XB,c:XAZS03']) {
      for (const { id } of items) {
        const [without, made] = [await whatIf(other), await whatIf(other === '' ? `r:${id}` : `${other},r:${id}`)];
        made.peopleInGap.forEach((people, area) => expect(people ?? 0).toBeLessThanOrEqual(without.peopleInGap[area] ?? 0));
      }
    }
  });

  it('says of a change that changes nothing that it does not', async () => {
    const answer = await whatIf(`r:${await structureId('Hôpital Un')},a:XAZS05,c:XAZS05,s:${await initiativeId('Hygiène à Deux')}`);
    expect([answer.changes.map(({ moot }) => moot), answer.changedTotal]).toEqual([[true, true, true, true], 0]);
  });

  it('changes that cannot be read, or name nothing, are refused with what they named', async () => {
    expect(await api().problem('/api/what-if?changes=x:1')).toMatchObject({ code: 'changesUnreadable', status: 422 });
    expect(await api().problem('/api/what-if?changes=r:nobody,a:XZ99,a:XAZS01')).toMatchObject({ code: 'recordUnknown', issues: [{ value: 'nobody' }, { value: 'XZ99' }] });
    expect((await api().problem('/api/what-if?surprise=1')).code).toBe('parameterUnknown');
  });

  it('a scenario is kept, listed with what it asks, and taken back', async () => {
    const changes = `r:${await structureId('Hôpital Trois')}`;
    const record = { name: 'Hôpital Trois équipé', question: 'threshold=10', changes, savedOn: '2025-05-31', tier: 'partners' };
    const { status, body } = await postEntries(api(), [{ kind: 'scenario', record }]);
    expect(status).toBe(200);
    await api().composition.deps.watch.settled();
    const { items } = scenariosAnswer.strict().parse(await api().json('/api/scenarios'));
    expect(items).toMatchObject([{ ...record, known: true, entered: { importId: body.importId, by: 'Bureau de la zone' } }]);
    await api().app.inject({ method: 'POST', url: `/api/imports/${body.importId}/undo`, payload: { laterChanges: 'ask' } });
    expect((await api().json<ScenariosAnswer>('/api/scenarios')).items).toEqual([]);
  });

  it('what may not be seen cannot be tried, and scenarios that name it are not there', async () => {
    const safeHouse = (await api().json<Listed>('/api/structures')).items.find((one) => one.name === SAFE_HOUSE.name)?.id ?? '';
    const hidden = (await api().json<{ items: InitiativeItem[] }>('/api/initiatives')).items.find((one) => one.title === HIDDEN_INITIATIVE)?.id ?? '';
    expect([safeHouse, hidden]).not.toContain('');
    for (const changes of [`n:${safeHouse}`, `s:${hidden}`]) expect(await open().problem(`/api/what-if?changes=${changes}`)).toMatchObject({ code: 'recordUnknown', issues: [{ value: changes.slice(2) }] });
    const scenario = (name: string, changes: string) => ({ kind: 'scenario', record: { name, question: '', changes, savedOn: '2025-05-31', tier: 'public' } });
    expect((await postEntries(api(), [scenario('Sans la maison', `n:${safeHouse}`), scenario('Radio à Deux', 'a:XAZS02')])).status).toBe(200);
    await Promise.all([api().composition.deps.watch.settled(), open().composition.deps.watch.settled()]);
    expect((await open().json<ScenariosAnswer>('/api/scenarios')).items.map(({ name }) => name)).toEqual(['Radio à Deux']);
    expect((await api().json<ScenariosAnswer>('/api/scenarios')).items).toHaveLength(2);
  });
});
