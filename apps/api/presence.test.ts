import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas } from '#db/stores/areas';
import { bumpDataVersion } from '#db/stores/data-version';
import { saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations } from '#db/stores/organisations';
import { anArea, anInitiative, box, byOrganisation, openBatch } from '#db/stores/sample-records';
import type { Database } from '#db/database';
import { useApp } from '../../tests/api/open-app';
import { presenceAnswer } from './contract/imports';

/** One province; territory T over zone Z1 and the western half of zone Z2; health area A of Z1, without an outline. */
const AREAS = [
  anArea({ type: 'country', code: 'XXX', name: 'Pays' }),
  anArea({ type: 'province', code: 'X1', name: 'Province', parentCode: 'XXX', geometry: box(20, 0, 23, 1) }),
  anArea({ type: 'territory', code: 'X1T1', name: 'Territoire', parentCode: 'X1', geometry: box(20, 0, 21.7, 1) }),
  anArea({ type: 'healthZone', code: 'X1Z1', name: 'Un', parentCode: 'X1', geometry: box(20, 0, 21, 1) }),
  anArea({ type: 'healthZone', code: 'X1Z2', name: 'Deux', parentCode: 'X1', geometry: box(21, 0, 22, 1) }),
  anArea({ type: 'healthZone', code: 'X1Z3', name: 'Trois', parentCode: 'X1', geometry: box(22, 0, 23, 1) }),
  anArea({ type: 'healthArea', code: 'X1Z1A', name: 'Aire', parentCode: 'X1Z1' }),
];
const may = { reportedOn: '2025-05-20' };
const INITIATIVES = [
  anInitiative({ externalId: '1', organisations: [byOrganisation('Alpha')], areaCodes: ['X1Z1', 'X1Z2'], sectorAsGiven: 'Protection', start: '2025-01-01', end: '2025-03-31', ...may }),
  anInitiative({ externalId: '2', organisations: [byOrganisation('Alpha')], areaCodes: ['X1Z1A'], sectorAsGiven: 'protection ', start: '2025-05-01', end: null, ...may }),
  anInitiative({ externalId: '3', organisations: [byOrganisation('Alpha ONG')], areaCodes: ['X1Z1'], sectorAsGiven: 'Santé', ...may }),
  anInitiative({ externalId: '4', organisations: [byOrganisation('Beta', 'funder'), byOrganisation('Gamma', 'programming')], areaCodes: ['X1'], reportedOn: null, status: 'completed', start: '2025-05-31', end: '2025-05-31' }),
  anInitiative({ externalId: '5', organisations: [byOrganisation('Alpha')], areaCodes: ['X1Z3'], status: 'planned', start: '2025-05-01', end: '2025-06-01', ...may }),
  anInitiative({ externalId: '6', organisations: [byOrganisation('Secret')], areaCodes: ['X1Z3'], tier: 'hidden', ...may }),
];

async function fill({ kysely }: Database): Promise<void> {
  const batch = await openBatch(kysely);
  await saveAreas(kysely, batch, AREAS);
  const named = INITIATIVES.flatMap(({ organisations }) => organisations.map(({ organisation }) => ({ ...organisation, source: 'Test', sourceRow: 1 })));
  await saveInitiatives(kysely, batch, INITIATIVES, await ensureOrganisations(kysely, batch, named));
  // A person said that these two are one.
  const { id } = await kysely.selectFrom('organisation').select('id').where('name', '=', 'Alpha').executeTakeFirstOrThrow();
  await kysely.updateTable('organisation').set({ merged_into_id: id }).where('name', '=', 'Alpha ONG').execute();
  await bumpDataVersion(kysely);
}

describeOnBothDatabases('operational presence', (database) => {
  const api = useApp(database, 'public', fill);
  const rows = async (query: string) => presenceAnswer.parse(await api().json(`/api/presence${query}`)).items.map((item) => [item.orgName, item.sector, item.admin1Code, item.admin2Code ?? item.healthZoneCode, item.periodStart, item.periodEnd, item.initiatives]);

  it('one row per organisation, sector, territory and month of the report; merged names count once, spellings of a sector too', async () => {
    expect(await rows('')).toEqual([
      // Zones 1 and 2 lie in the territory by a point inside them, and the health area, which has no outline, by its zone.
      ['Alpha', 'Protection', 'X1', 'X1T1', '2025-05-01', '2025-05-31', 2],
      ['Alpha', 'Santé', 'X1', 'X1T1', '2025-05-01', '2025-05-31', 1],
      ['Gamma', null, 'X1', null, null, null, 1],
    ]);
  });

  it('health zones: two zones are two rows; an area inside a zone is in the zone; a province stays a province', async () => {
    expect(await rows('?level=healthZone')).toEqual([
      ['Alpha', 'Protection', 'X1', 'X1Z1', '2025-05-01', '2025-05-31', 2],
      ['Alpha', 'Protection', 'X1', 'X1Z2', '2025-05-01', '2025-05-31', 1],
      ['Alpha', 'Santé', 'X1', 'X1Z1', '2025-05-01', '2025-05-31', 1],
      ['Gamma', null, 'X1', null, null, null, 1],
    ]);
  });

  it('in a period: those active in it, by the rule of the gaps', async () => {
    // 1 ended in March; 2 is open; 3 is undated: active on the day of its report; 4 lasts one day, the last of May.
    expect(await rows('?level=adm1&period=2025-05')).toEqual([
      ['Alpha', 'Protection', 'X1', null, '2025-05-01', '2025-05-31', 1],
      ['Alpha', 'Santé', 'X1', null, '2025-05-01', '2025-05-31', 1],
      ['Gamma', null, 'X1', null, '2025-05-01', '2025-05-31', 1],
    ]);
    expect(await rows('?level=adm1&period=2025-02/2025-03')).toEqual([['Alpha', 'Protection', 'X1', null, '2025-02-01', '2025-03-31', 1]]);
  });

  it('pages walk every row once', async () => {
    const first = presenceAnswer.parse(await api().json('/api/presence?limit=2'));
    const second = presenceAnswer.parse(await api().json(`/api/presence?limit=2&after=${first.nextCursor ?? ''}`));
    expect([first.items.length, second.items.length, second.nextCursor, second.total]).toEqual([2, 1, null, 3]);
    expect((await api().problem(`/api/presence?level=adm1&after=${first.nextCursor ?? ''}`)).code).toBe('cursorInvalid');
  });

  it('headers as HDX HAPI names them, hashtags below; GeoJSON at a point inside the area', async () => {
    const lines: string[][] = parse((await api().app.inject('/api/presence?format=hxl')).body);
    const [headers = [], tags = []] = lines;
    expect(headers.slice(0, 13)).toEqual(['location_code', 'admin1_code', 'admin1_name', 'admin2_code', 'admin2_name', 'health_zone_code', 'health_zone_name', 'org_acronym', 'org_name', 'org_type_description', 'sector_name', 'reference_period_start', 'reference_period_end']);
    expect(tags.slice(0, 3)).toEqual(['#country+code', '#adm1+code', '#adm1+name']);
    const { features } = await api().json<{ features: { geometry: unknown; properties: Record<string, unknown> }[] }>('/api/presence?level=healthZone&format=geojson');
    expect(features[0]).toMatchObject({ geometry: { type: 'Point', coordinates: [20.5, 0.5] }, properties: { orgName: 'Alpha', locationCode: 'XXX' } });
  });

  it.each(['period=2025-13', 'period=2025-05/2025-04', 'period=2025-05/x', 'level=adm3'])('%s is refused', async (query) => {
    expect((await api().problem(`/api/presence?${query}`)).code).toBe('parameterInvalid');
  });
});
