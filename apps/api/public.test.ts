import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { describeOnBothDatabases } from '../../tests/databases';
import { FEW_PEOPLE, fillByHand, HIDDEN_INITIATIVE, SAFE_HOUSE, SAFE_HOUSE_ORGANISATION } from '../../tests/api/hand-made-data';
import { enterAroundSafeHouse } from '../../tests/api/enter-around-safe-house';
import { openApp, useApp } from '../../tests/api/open-app';
import type { CatchmentsAnswer } from './contract/catchments';
import type { GapsAnswer } from './contract/gaps';
import type { InitiativeItem, StructureDetail, StructureItem } from './contract/records';

interface List<Item> {
  readonly total: number;
  readonly items: Item[];
}

describeOnBothDatabases('what the public gets', (database) => {
  const api = useApp(database, 'public', async (db) => {
    await fillByHand(db);
    await enterAroundSafeHouse(db);
  });

  /** Everything that the coordination can name of the hidden records, and where they are. */
  async function secrets(): Promise<{ texts: string[]; ids: string[] }> {
    const coordination = await openApp(database(), 'coordination');
    try {
      const structures = await coordination.json<List<StructureItem>>('/api/structures');
      const initiatives = await coordination.json<List<InitiativeItem>>('/api/initiatives');
      const organisations = await coordination.json<List<{ id: string; name: string }>>('/api/organisations');
      const ids = [
        structures.items.find(({ name }) => name === SAFE_HOUSE.name)?.id,
        initiatives.items.find(({ title }) => title === HIDDEN_INITIATIVE)?.id,
        organisations.items.find(({ name }) => name === SAFE_HOUSE_ORGANISATION)?.id,
      ].filter((id) => id !== undefined);
      expect(ids).toHaveLength(3);
      const [lng, lat] = SAFE_HOUSE.lngLat;
      return { ids, texts: [...ids, SAFE_HOUSE.name, SAFE_HOUSE.externalId, HIDDEN_INITIATIVE, SAFE_HOUSE_ORGANISATION, 'Tournesol', String(lng), String(lat), '30.501', '0.4987', '0.4988'] };
    } finally {
      await coordination.close();
    }
  }

  it('the hidden safe house, its campaign and its organisation are in no byte of any answer', async () => {
    const { texts, ids } = await secrets();
    const lists = ['/api/areas', '/api/structures', '/api/organisations', '/api/initiatives', '/api/gaps', '/api/overlaps', '/api/presence?level=healthZone', '/api/presence?level=adm1&period=2025-05', '/api/presence?period=2025-01/2025-12'];
    const files = lists.flatMap((path) => ['csv', 'hxl', 'xlsx', 'geojson'].map((format) => `${path}${path.includes('?') ? '&' : '?'}format=${format}`));
    const programmes = ['/api/sessions', '/api/sessions/coverage?from=2024-01-01&to=2024-12-31', '/api/missions', '/api/closures'].flatMap((path) => ['json', 'csv', 'hxl', 'xlsx'].map((format) => `${path}${path.includes('?') ? '&' : '?'}format=${format}`));
    programmes.push('/api/closures?format=geojson', '/api/closures?asOf=2024-03-01');
    const areaTypes = ['country', 'province', 'territory', 'healthZone', 'healthArea'];
    // z/x/y of the tiles around 30.5° E, 0.5° N: x = ⌊(30.5 + 180) ÷ 360 × 2^z⌋, y = 2^z ÷ 2 − 1
    const tiles = [...areaTypes, 'structures', 'missions'].flatMap((layer) => [0, 4, 9, 14].map((z) => `/api/tiles/${layer}/${z}/${Math.floor((210.5 / 360) * 2 ** z)}/${Math.max(0, 2 ** z / 2 - 1)}.mvt`));
    const details = ids.flatMap((id) => [`/api/structures/${id}`, `/api/initiatives/${id}`, `/api/structures?search=${id}`, `/api/initiatives?ids=${id}`, `/api/sessions?structure=${id}`, `/api/missions?structure=${id}`, `/api/proposals?structure=${id}`, `/api/structures/${id}/entry-start`, `/api/initiatives?organisation=${id}`, `/api/gaps?organisation=${id}`, `/api/overlaps?organisation=${id}`]);
    const questions = [
      '/api/health', '/api/vocabularies', '/api/openapi.json', '/api/facets', '/api/gaps/sweep', '/api/gaps/forecast', '/api/kit-movements', '/api/proposals', '/api/standards', '/api/standards/compare?a=cmr-minimum@1&b=cmr-minimum@1', '/api/readiness/needs', '/api/readiness/lapsing', '/api/readiness/refreshers', ...['json', 'csv', 'hxl', 'xlsx'].map((format) => `/api/where-next?whom=noReadyCare&format=${format}`), '/api/where-next?reach=sameArea', '/api/where-next/proof', '/api/catchments', '/api/gaps?asOf=2024-03-01', ...programmes, ...lists, ...files, ...tiles, ...details,
      ...areaTypes.flatMap((type) => [`/api/gaps?areaType=${type}`, `/api/facets?areaType=${type}`]),
      '/api/gaps/XBZS06', '/api/gaps/XBZS06?reach=sameArea', '/api/gaps/XBZS06?threshold=200', '/api/gaps/XB?areaType=province', '/api/gaps/XAZS01?threshold=200',
      '/api/structures?readiness=ready', '/api/structures?healthZone=XBZS06', '/api/structures?search=Tournesol', '/api/organisations?search=Tournesol', '/api/initiatives?search=Tournesol', '/api/initiatives?area=XBZS06',
    ];
    for (const url of questions) {
      const response = await api().app.inject(url);
      const parts = url.includes('format=xlsx') ? Object.values(unzipSync(response.rawPayload)).map((part) => Buffer.from(part)) : [response.rawPayload];
      const bytes = parts.map((part) => part.toString('latin1') + part.toString('utf8')).join('') + JSON.stringify(response.headers);
      // A question is said back in its answer: what stands in the question is not given away by it.
      for (const text of texts) if (!decodeURIComponent(url).includes(text)) expect(bytes.includes(text), `${text} in ${url}`).toBe(false);
    }
  });

  it('asking for a hidden record by id looks the same as asking for none', async () => {
    const { ids: [structure = '', initiative = '', organisation = ''] } = await secrets();
    const nobody = '00000000-0000-5000-8000-000000000000';
    for (const [path, id] of [['structures', structure], ['initiatives', initiative]] as const) {
      expect(await api().problem(`/api/${path}/${id}`)).toEqual(await api().problem(`/api/${path}/${nobody}`));
    }
    expect(await api().json<GapsAnswer>(`/api/gaps?organisation=${organisation}`)).toMatchObject({ areas: [], message: 'noMatch' });
  });

  it('no ratio tells how many staff a structure has', async () => {
    const { shown, areas } = await api().json<CatchmentsAnswer>('/api/catchments');
    expect([shown, areas.every(({ per100000 }) => per100000 === null)]).toEqual([false, true]);
  });

  it('the zone of the safe house is what the public knows of it: neither awareness nor care', async () => {
    const answer = await api().json<GapsAnswer>('/api/gaps');
    expect(answer.areas.find(({ code }) => code === 'XBZS06')).toMatchObject({ class: 'blindSpot', population: 700, awareness: { initiatives: 0 }, care: { ready: 0, unknown: 0, nearestReady: { name: 'Hôpital Un' } } });
    expect(answer.summary).toMatchObject({ structures: { ready: 1, notReady: 1, unknown: 2 }, peopleInGap: 3000 });
  });

  it('a count of fewer than five people is in no format', async () => {
    const csv: string[][] = parse((await api().app.inject('/api/initiatives?format=csv')).body);
    const column = csv[0]?.findIndex((header) => /^Personnes atteintes.*total.*moins de 5/.test(header)) ?? -1;
    const isIt = (row: readonly unknown[]): boolean => row.includes('Hygiène à Deux');
    expect(csv.find(isIt)?.[column]).toBe('');
    const hxl: string[][] = parse((await api().app.inject('/api/initiatives?format=hxl')).body);
    expect(hxl.find(isIt)?.[hxl[1]?.indexOf('#reached') ?? -1]).toBe('');
    const [sheet] = await readWorkbook((await api().app.inject('/api/initiatives?format=xlsx')).rawPayload);
    expect(sheet?.data.find(isIt)?.[column]).toBeNull();
    const { features } = await api().json<{ features: { properties: Record<string, unknown> }[] }>('/api/initiatives?format=geojson');
    expect(features.find(({ properties }) => properties['title'] === 'Hygiène à Deux')?.properties['reachedTotalShown']).toBeNull();

    const coordination = await openApp(database(), 'coordination');
    const seen = await coordination.json<List<InitiativeItem>>('/api/initiatives?search=hygiene');
    await coordination.close();
    expect(seen.items.map(({ reached }) => reached.total)).toEqual([FEW_PEOPLE]);
  });

  it('readiness is computed from the stock, and no level of stock is shown', async () => {
    const { items } = await api().json<List<StructureItem>>('/api/structures?readiness=ready');
    expect(items.map(({ name }) => name)).toEqual(['Hôpital Un']);
    const detail = await api().json<StructureDetail>(`/api/structures/${items[0]?.id ?? ''}`);
    expect(detail.readiness).toBe('ready');
    expect(detail.criteria.map(({ code, verdict, quantity }) => [code, verdict, quantity])).toContainEqual(['pepKits', 'met', null]);
    expect(detail.assessments.map(({ stockLines }) => stockLines)).toEqual([null]);
  });
});
