import type { Database } from '#db/database';
import { SAFE_HOUSE, SAFE_HOUSE_ORGANISATION } from './hand-made-data';
import { answerTo, assessment, delivery, mission, postEntries, training } from './entry-calls';
import { openApp } from './open-app';
import type { ProposalItem } from '#api/contract/programmes';

/** Titles of what may be seen by everybody, although it was held or hosted in the safe house too. */
export const PUBLIC_SESSION = 'Session publique';
export const PUBLIC_MISSION = 'Mission publique';

/** Fills in forms about the safe house, as whoever runs it would: public records that name it, and records of its own. The safe house stays as ready as it was. */
export async function enterAroundSafeHouse(database: Database): Promise<void> {
  const inside = await openApp(database, 'coordination');
  const idOf = async (name: string) => (await inside.json<{ items: { id: string }[] }>(`/api/structures?search=${encodeURIComponent(name)}`)).items[0]?.id ?? '';
  const [house, one] = [await idOf(SAFE_HOUSE.name), await idOf('Hôpital Un')];
  const enter = async (...entries: unknown[]): Promise<void> => {
    const { status, body } = await postEntries(inside, entries, { enteredBy: SAFE_HOUSE_ORGANISATION, source: 'Rapport de mai' });
    if (status !== 200) throw new Error(`entries: ${status} ${JSON.stringify(body)}`);
  };
  const long = { start: '2024-03-01', end: '2024-03-02' };
  await enter(
    delivery(house),
    delivery(house, { kind: 'consumption', on: '2025-05-21', lines: [{ item: 'pepKitAdult', batch: 'D1', quantity: 1, expiry: '2025-07-31' }] }),
    assessment(house, { assessedOn: '2025-04-01', stockLines: [] }),
    training(house, { ...long, title: PUBLIC_SESSION, origins: [{ structureId: house, cadre: 'nurse', number: 1, women: 1, men: 0 }, { structureId: one, cadre: 'doctor', number: 1, women: 0, men: 1 }] }),
    training(one, { ...long, title: `Session de ${SAFE_HOUSE.name}`, tier: 'hidden', areaCode: 'XBZS06' }),
    mission({ ...long, title: PUBLIC_MISSION, lngLat: SAFE_HOUSE.lngLat, locality: SAFE_HOUSE.name, areaCode: null }, house),
    { kind: 'movementClosure', record: { title: `Route de ${SAFE_HOUSE.name}`, areaCodes: [], outline: aroundHouse(), effect: 'blocked', factor: null, start: '2024-03-01', end: '2024-03-02', tier: 'hidden' } },
    mission({ ...long, title: `Mission à ${SAFE_HOUSE.name}`, tier: 'hidden', lngLat: SAFE_HOUSE.lngLat }),
  );
  const { items } = await inside.json<{ items: ProposalItem[] }>('/api/proposals?state=open');
  await enter(...items.filter(({ structure }) => structure.id === house).map((proposal) => answerTo(proposal)));
  await inside.close();
}

/** A closed road around the house: a triangle with the house in one of its corners. */
function aroundHouse(): [number, number][][][] {
  const [lng, lat] = SAFE_HOUSE.lngLat;
  return [[[[lng, lat], [lng + 0.1, lat], [lng, lat + 0.1], [lng, lat]]]];
}
