import { expect, it } from 'vitest';
import { assessment, postEntries } from '../../tests/api/entry-calls';
import { fillByHand } from '../../tests/api/hand-made-data';
import { callImport, postFile } from '../../tests/api/import-calls';
import { useApp } from '../../tests/api/open-app';
import { RIVER } from '../../tests/api/river-raster';
import { describeOnBothDatabases } from '../../tests/databases';
import type { GapsAnswer } from './contract/gaps';
import type { WhatIfAnswer } from './contract/what-if';

const QUERY = 'asOf=2025-05-31&reach=travelTime&threshold=220';

describeOnBothDatabases('what if under travel time, against the same stored for real', (database) => {
  const api = useApp(database, 'coordination', fillByHand);
  const settled = () => api().composition.deps.watch.settled();
  const structureId = async (name: string) => (await api().json<{ items: { id: string; name: string }[] }>('/api/structures')).items.find((one) => one.name === name)?.id ?? '';

  async function tried(changes: string) {
    const { codes, classes, areaClasses, peopleInGap, peopleUncertain } = await api().json<WhatIfAnswer>(`/api/what-if?changes=${encodeURIComponent(changes)}&${QUERY}`);
    return codes.map((code, at) => [code, classes[Number(areaClasses[at])] ?? null, peopleInGap[at], peopleUncertain[at]]).sort();
  }
  const today = async () => (await api().json<GapsAnswer>(`/api/gaps?${QUERY}`)).areas.map((area) => [area.code, area.class, area.peopleInGap, area.peopleUncertain]).sort();

  /** Stores something, and says what is told of each area then; with `undo`, takes it back. */
  async function stored(entries: readonly unknown[], undo = false) {
    const { status, body } = await postEntries(api(), entries);
    expect(status).toBe(200);
    await settled();
    const told = await today();
    if (undo) await callImport(api(), 'POST', `/${body.importId}/undo`, { laterChanges: 'ask' });
    await settled();
    return told;
  }

  it('a structure added, a structure taken away, an area closed', async () => {
    const { body } = await postFile(api(), 'friction.tif', RIVER, { profile: 'rasterFriction', source: 'Modèle de la rivière' });
    await callImport(api(), 'POST', `/${body.id}/apply`);
    await settled();
    const three = await structureId('Hôpital Trois');
    const before = await today();
    const supposed = await tried(`r:${three}`);
    // 219.43 min round the river: the 2,000 of zone 3 come out of the gap.
    expect(supposed.find(([code]) => code === 'XAZS03')).toEqual(['XAZS03', 'joined', 0, 0]);
    const closedToo = await tried(`r:${three},c:XAZS03`);
    expect(closedToo).toEqual(before);

    const equipped = await stored([assessment(three, { stockLines: [{ item: 'pepKitAdult', batch: 'N1', quantity: 10, expiry: '2025-12-31', countedOn: '2025-05-10' }] })]);
    expect(equipped).toEqual(supposed);
    const shut = { title: 'Bouclage', areaCodes: ['XAZS03'], outline: null, effect: 'blocked', factor: null, start: '2025-05-01', end: null, tier: 'public' };
    const closed = await tried('c:XAZS03');
    expect(closed).toEqual(closedToo);
    expect(await stored([{ kind: 'movementClosure', record: shut }], true)).toEqual(closed);
    const lost = await tried(`n:${three}`);
    expect(await tried('')).toEqual(equipped);
    expect(await stored([assessment(three, { assessedOn: '2025-05-20', functionality: 'none' })])).toEqual(lost);
    expect(lost).toEqual(before);
  });
});
