import { expect, it } from 'vitest';
import { fillByHand, HIDDEN_INITIATIVE, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { type GapArea, type GapExplanation, gapExplanation, type GapsAnswer, gapsAnswer } from './contract/gaps';
import { type InitiativeItem, type StructureDetail, structureDetail } from './contract/records';
import { type TriedAreasAnswer, triedAreasAnswer, type WhatIfAnswer } from './contract/what-if';

interface Listed { items: { id: string; name: string }[] }

describeOnBothDatabases('what is tried out, said by every answer', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));
  const open = useApp(database, 'public', () => Promise.resolve());
  const structureId = async (name: string) => (await api().json<Listed>('/api/structures')).items.find((one) => one.name === name)?.id ?? '';
  const initiativeId = async (title: string) => (await api().json<{ items: InitiativeItem[] }>('/api/initiatives')).items.find((one) => one.title === title)?.id ?? '';
  const explain = (code: string, query: string) => api().json<GapExplanation>(`/api/gaps/${code}?${query}`);
  const reasons = ({ reasons: all }: Pick<GapArea, 'reasons'>) => all.map(({ code, share, count }) => [code, share, count]);

  it('a structure made ready: the explanation finds it, with nothing that it lacks and nothing that runs out, and says that it is tried', async () => {
    const three = await structureId('Hôpital Trois');
    const area = gapExplanation.strict().parse(await explain('XAZS03', `changes=r:${three}`));
    // From D to it: 0.03° × 111.195 km × cos 0.5° = 3.336 km.
    expect(area.care.nearestReady).toEqual({ id: three, name: 'Hôpital Trois', type: 'HGR', distanceKm: 3.336, travelMin: null, missing: [], tried: true });
    expect([area.class, area.care.ready, area.care.notReady, area.care.nearestAlmostReady, area.nextActions]).toEqual(['joined', 1, 0, null, []]);
    expect(reasons(area)).toEqual([['awarenessKnown', 1, 1], ['undatedAwareness', null, 1], ['readyWithinReach', 1, 1]]);
    expect(area.structures).toMatchObject([{ id: three, readiness: 'ready', missing: [], unknown: [], lapsesAfter: null, tried: true }]);
    expect(area.classPeople.find((one) => one.class === 'joined')).toEqual({ class: 'joined', people: 2000, share: 1 });
    expect(area.changes).toMatchObject([{ kind: 'makeReady', name: 'Hôpital Trois', moot: false }]);
  });

  it('a structure lost: what its evidence says of others does not change, and the nearest ready one is another', async () => {
    const one = await structureId('Hôpital Un');
    const area = await explain('XAZS01', `changes=n:${one}`);
    expect([area.class, area.care.ready, area.care.notReady, area.care.nearestReady?.name]).toEqual(['gap', 0, 1, SAFE_HOUSE.name]);
    expect(area.care.redundancy).toEqual({ twoReady: 0, threeReady: 0 });
    expect(area.structures.find(({ id }) => id === one)).toMatchObject({ readiness: 'notReady', missing: [], tried: true });
  });

  it('two ready structures within reach where there was one', async () => {
    // Hôpital Trois is 1.73° × 111.195 km × cos 0.5° = 192.4 km from the 1,000 at B; Hôpital Un reaches them already.
    const query = `threshold=193&changes=r:${await structureId('Hôpital Trois')}`;
    expect((await explain('XAZS01', query)).care.redundancy).toEqual({ twoReady: 1000, threeReady: 0 });
    expect((await explain('XAZS01', query.replace('193', '192'))).care.redundancy.twoReady).toBe(0);
    expect((await explain('XAZS01', `${query},c:XAZS01`)).care.redundancy.twoReady).toBe(0);
    expect((await explain('XAZS01', 'threshold=193')).care.redundancy.twoReady).toBe(0);
  });

  it('a campaign is counted, is nobody’s and has no end; an initiative that is stopped stays in sight and counts no more', async () => {
    const added = await explain('XAZS02', 'changes=a:XAZS02');
    expect([added.class, added.awareness]).toEqual(['verify', { initiatives: 1, organisations: 0, until: null, tried: 1 }]);
    expect(reasons(added)[0]).toEqual(['awarenessKnown', 1, 1]);
    // A campaign all over the province is one in each of its zones.
    expect((await explain('XAZS01', 'changes=a:XA')).awareness).toMatchObject({ initiatives: 3, organisations: 2, tried: 1 });
    const stopped = gapExplanation.strict().parse(await explain('XAZS03', `changes=s:${await initiativeId('Causeries à Trois')}`));
    expect([stopped.class, stopped.awareness]).toEqual(['blindSpot', { initiatives: 0, organisations: 0, until: null }]);
    expect(stopped.initiatives).toMatchObject([{ title: 'Causeries à Trois', counts: 'awareness', stopped: true }]);
    expect(reasons(stopped)[0]).toEqual(['noAwarenessKnown', null, null]);
  });

  it('across a closed border nothing is near, and within it everything is as it was', async () => {
    // At 150 km Hôpital Un reaches C in zone 2: 144.5 km.
    const today = await explain('XAZS02', 'threshold=150');
    expect([today.care.ready, today.care.nearestReady?.name]).toEqual([1, 'Hôpital Un']);
    const behind = await explain('XAZS02', 'threshold=150&changes=c:XAZS01');
    expect([behind.class, behind.care.ready, behind.care.nearestReady?.name]).toEqual(['quiet', 0, SAFE_HOUSE.name]);
    expect(behind.structures.map(({ name, withinReach }) => [name, withinReach])).not.toContainEqual(['Hôpital Un', true]);
    const inside = await explain('XAZS01', 'threshold=150&changes=c:XAZS01');
    // The ready one is inside; the nearest almost ready one, in zone 3, is not.
    expect([inside.class, inside.care.ready, inside.care.nearestReady?.name, inside.care.nearestAlmostReady]).toEqual(['joined', 1, 'Hôpital Un', null]);
    // Closed around both zones: together again.
    expect((await explain('XAZS02', 'threshold=150&changes=c:XA')).care.nearestReady?.name).toBe('Hôpital Un');
    expect((await explain('XAZS01', 'reach=sameArea&changes=c:XAZS01')).care).toMatchObject({ ready: 1, nearestAlmostReady: null });
  });

  it('the list with changes has the classes and people of the what-if, whatever is tried and by whichever metric', async () => {
    const [one, three, team, talks] = [await structureId('Hôpital Un'), await structureId('Hôpital Trois'), await structureId('Équipe Quatre'), await initiativeId('Causeries à Trois')];
    for (const changes of [`r:${three}`, `n:${one},a:XAZS02`, `c:XAZS01,r:${team}`, `c:XA,c:XAZS03,s:${talks}`]) {
      for (const query of ['', '&reach=sameArea', '&threshold=150', '&reach=walkingEstimate&threshold=120&areaType=province']) {
        const whatIf = await api().json<WhatIfAnswer>(`/api/what-if?changes=${changes}${query}`);
        const gaps = gapsAnswer.strict().parse(await api().json(`/api/gaps?changes=${changes}${query}`));
        const byCode = new Map(gaps.areas.map((area) => [area.code, area]));
        expect(whatIf.codes.map((code) => byCode.get(code)?.peopleInGap)).toEqual(whatIf.peopleInGap);
        expect(whatIf.codes.map((code) => byCode.get(code)?.class ?? null)).toEqual(Array.from(whatIf.areaClasses, (letter) => whatIf.classes[Number(letter)] ?? null));
        expect([gaps.summary.structures, gaps.changes]).toEqual([whatIf.summary.structures, whatIf.changes]);
      }
    }
  });

  it('the areas of which something else is said are those that differ from today, whole and in their order', async () => {
    const changes = `r:${await structureId('Hôpital Trois')}`;
    const { areas } = triedAreasAnswer.strict().parse(await api().json<TriedAreasAnswer>(`/api/what-if/areas?changes=${changes}`));
    const [today, tried] = [await api().json<GapsAnswer>('/api/gaps'), await api().json<GapsAnswer>(`/api/gaps?changes=${changes}`)];
    expect(areas).toEqual(tried.areas.filter((area) => JSON.stringify(area) !== JSON.stringify(today.areas.find(({ code }) => code === area.code))));
    // Every zone with people somewhere: it is the nearest ready, or was the nearest almost ready one. Zone 5 has no outline.
    expect(areas.map(({ code }) => code).sort()).toEqual(['XAZS01', 'XAZS02', 'XAZS03', 'XAZS04', 'XBZS06']);
    expect((await api().json<TriedAreasAnswer>('/api/what-if/areas?changes=')).areas).toEqual([]);
  });

  it('nothing tried is today, without a word about it', async () => {
    expect(await api().json('/api/gaps?changes=')).toEqual(await api().json('/api/gaps'));
    expect(await api().json<GapsAnswer>('/api/gaps')).not.toHaveProperty('changes');
  });

  it('a structure says what it is tried as, beside what its evidence says', async () => {
    const three = await structureId('Hôpital Trois');
    const detail = structureDetail.strict().parse(await api().json<StructureDetail>(`/api/structures/${three}?changes=r:${three}`));
    const today = await api().json<StructureDetail>(`/api/structures/${three}`);
    expect([detail.tried, detail.readiness, detail.missing]).toEqual(['ready', 'notReady', ['pepKits']]);
    expect({ ...detail, tried: undefined }).toEqual({ ...today, tried: undefined });
    expect(await api().json(`/api/structures/${three}?changes=a:XAZS02`)).toEqual(today);
  });

  it('files say in their name, their heading and every row that they are a trial, and what is tried', async () => {
    const changes = `r:${await structureId('Hôpital Trois')}`;
    const csv = await api().app.inject({ url: `/api/gaps?changes=${changes}&format=csv` });
    expect(csv.headers['content-disposition']).toBe('attachment; filename="essai-trial-gaps-healthZone-2025-05-31.csv"');
    const rows = csv.body.trimEnd().split('\n').slice(1);
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(row).toContain('Essai, pas un constat / Trial, not established');
      expect(row).toContain('essai/trial: Structure rendue prête / Structure made ready: Hôpital Trois');
    }
    expect(rows.find((row) => row.includes('XAZS03'))).toContain(',joined,');
    const geojson = await api().app.inject({ url: `/api/gaps?changes=${changes}&format=geojson` });
    expect(geojson.headers['content-disposition']).toContain('essai-trial-gaps-healthZone-');
    const collection = geojson.json<{ notice: string; changes: unknown[]; features: { properties: Record<string, unknown> }[] }>();
    expect([collection.notice, collection.changes.length]).toEqual(['Essai, pas un constat / Trial, not established', 1]);
    for (const { properties } of collection.features) expect(properties['trial']).toBe(true);
    const plain = await api().app.inject({ url: '/api/gaps?format=csv' });
    expect([plain.headers['content-disposition'], /essai|trial/i.test(plain.body)]).toEqual(['attachment; filename="gaps-healthZone-2025-05-31.csv"', false]);
  });

  it('what cannot be read or may not be seen is refused by each of them', async () => {
    const safeHouse = await structureId(SAFE_HOUSE.name);
    const hidden = await initiativeId(HIDDEN_INITIATIVE);
    const three = await structureId('Hôpital Trois');
    for (const path of ['/api/gaps', '/api/gaps/XAZS03', '/api/what-if/areas', `/api/structures/${three}`]) {
      expect((await api().problem(`${path}?changes=x:1`)).code).toBe('changesUnreadable');
      expect((await api().problem(`${path}?changes=r:nobody`)).code).toBe('recordUnknown');
      for (const changes of [`n:${safeHouse}`, `s:${hidden}`]) expect(await open().problem(`${path}?changes=${changes}`)).toMatchObject({ code: 'recordUnknown', issues: [{ value: changes.slice(2) }] });
    }
    expect((await api().problem(`/api/gaps/sweep?changes=r:${three}`)).code).toBe('parameterUnknown');
  });
});
