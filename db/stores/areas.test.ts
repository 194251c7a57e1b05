import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '#domain/records';
import { describeOnBothDatabases } from '../../tests/databases';
import { checkGeometries, type GeometryCheck } from './area-geometries';
import { readAreasForAnalysis } from './analysis-input';
import { areaIndex, areasExtent, listAreaGeometries, listAreas, saveAreas, savePlaces, savePopulations } from './areas';
import { anArea, box, openBatch, someAreas } from './sample-records';

const all = async <Item>(pages: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
};

describeOnBothDatabases('Areas', (database) => {
  it('no-areas: no extent, and nothing listed', async () => {
    const db = database().kysely;
    expect(await areasExtent(db)).toBeNull();
    expect(await listAreas(db, 'public', { limit: 10 })).toEqual({ items: [], total: 0, next: null });
  });

  it('are added, then unchanged, then changed one by one', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    expect(await saveAreas(db, batch, someAreas)).toEqual(someAreas.map(() => 'added'));
    expect(await saveAreas(db, batch, someAreas)).toEqual(someAreas.map(() => 'unchanged'));
    const moved = someAreas.map((area) => ({ ...area, sourceRow: (area.sourceRow ?? 0) + 7 }));
    expect(await saveAreas(db, batch, moved)).toEqual(someAreas.map(() => 'unchanged'));
    const [goma, ...others] = someAreas;
    if (goma === undefined) throw new Error('areas expected');
    expect(await saveAreas(db, batch, [{ ...goma, name: 'Goma-Ville' }, ...others])).toEqual(['changed', ...others.map(() => 'unchanged')]);
    expect(await saveAreas(db, batch, [goma])).toEqual(['changed']);
  });

  it('code-twice: within one call the last of a code is kept', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const twice = [anArea({ type: 'healthArea', code: 'XXAS01', name: 'First' }), anArea({ type: 'healthArea', code: 'XXAS01', name: 'Second' }), anArea({ type: 'healthArea', code: 'XXAS01', name: 'Second' })];
    expect(await saveAreas(db, batch, twice)).toEqual(['added', 'changed', 'unchanged']);
    expect((await areaIndex(db)).filter(({ code }) => code === 'XXAS01')).toEqual([{ type: 'healthArea', code: 'XXAS01', name: 'Second', parentCode: null, codes: {} }]);
  });

  it('parent-comes-later: the province is known once it is there', async () => {
    const areas = (await all(readAreasForAnalysis(database().kysely, 'public'))).flat();
    expect(Object.fromEntries(areas.map(({ code, provinceCode }) => [code, provinceCode]))).toEqual({
      CD61: 'CD61', CD62: 'CD62', CD6101: 'CD61', CD6101ZS01: 'CD61', CD6101ZS02: 'CD61', CD6201ZS01: 'CD62', XXAS01: null,
    });
  });

  it('list by type and code, with codes, population and whether there is an outline', async () => {
    const { items, total } = await listAreas(database().kysely, 'public', { limit: 10, type: 'healthZone' });
    expect(total).toBe(3);
    expect(items.map(({ code, population, hasGeometry, codes }) => ({ code, population, hasGeometry, codes }))).toEqual([
      { code: 'CD6101ZS01', population: { value: 1000, year: 2024, source: 'A' }, hasGeometry: true, codes: { dhis2: 'uid1', msf: 'G1' } },
      { code: 'CD6101ZS02', population: null, hasGeometry: true, codes: {} },
      { code: 'CD6201ZS01', population: null, hasGeometry: false, codes: {} },
    ]);
  });

  it('page without a gap and without a repeat', async () => {
    const db = database().kysely;
    const codes: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAreas(db, 'public', { limit: 3, after });
      codes.push(...page.items.map(({ type, code }) => `${type}:${code}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toHaveLength(7);
  });

  it('two-populations: the newest year counts, then the file loaded last; an older one stands beside it', async () => {
    const db = database().kysely;
    const goma = { areaType: 'healthZone', areaCode: 'CD6101ZS01', sourceRow: 5 } as const;
    const populationOf = async () => (await listAreas(db, 'public', { limit: 1, type: 'healthZone' })).items[0]?.population;
    expect(await savePopulations(db, await openBatch(db), [{ ...goma, value: 900, year: 2020, source: 'B' }])).toEqual(['added']);
    expect(await populationOf()).toEqual({ value: 1000, year: 2024, source: 'A' });
    const batch = await openBatch(db);
    const newer = { ...goma, value: 1200.5, year: 2024, source: 'C' };
    expect(await savePopulations(db, batch, [newer])).toEqual(['added']);
    expect(await savePopulations(db, batch, [newer])).toEqual(['unchanged']);
    expect(await populationOf()).toEqual({ value: 1200.5, year: 2024, source: 'C' });
  });

  it('population-of-nobody: an area that is not there is refused', async () => {
    const db = database().kysely;
    await expect(savePopulations(db, await openBatch(db), [{ areaType: 'healthZone', areaCode: 'CD9999ZS99', value: 1, year: null, source: 'B', sourceRow: 2 }])).rejects.toMatchObject({ sqlState: '23503' });
  });

  it('zero-population: is zero, not unknown', async () => {
    const db = database().kysely;
    await savePopulations(db, await openBatch(db), [{ areaType: 'healthZone', areaCode: 'CD6101ZS02', value: 0, year: 2025, source: 'B', sourceRow: 2 }]);
    expect((await listAreas(db, 'public', { limit: 3, type: 'healthZone' })).items[1]?.population).toEqual({ value: 0, year: 2025, source: 'B' });
  });

  it('measure their surface and extent', async () => {
    const db = database().kysely;
    expect(await areasExtent(db)).toEqual([27, -2, 31, -1]);
    const areas = (await all(readAreasForAnalysis(db, 'public'))).flat();
    const surfaceOf = (code: string) => areas.find((area) => area.code === code)?.areaKm2 ?? 0;
    // One degree by one degree beside the equator: 111.32 km × 110.57 km, less a little away from it: 12,300 km².
    expect(surfaceOf('CD6101ZS01')).toBeGreaterThan(12_290);
    expect(surfaceOf('CD6101ZS01')).toBeLessThan(12_310);
    // Within 5 km²: a side of two degrees is a longer arc than two sides of one, and bulges a little further.
    expect(surfaceOf('CD61')).toBeCloseTo(surfaceOf('CD6101ZS01') + surfaceOf('CD6101ZS02'), -1);
    expect(areas.find(({ code }) => code === 'CD6201ZS01')).toMatchObject({ geojson: null, areaKm2: null });
  });

  it('give their outlines by code, and leave out those without', async () => {
    const outlines = await all(listAreaGeometries(database().kysely, 'public', 'healthZone', { toleranceDeg: 0.01 }));
    expect(outlines.map(({ code }) => code)).toEqual(['CD6101ZS01', 'CD6101ZS02']);
    expect(JSON.parse(outlines[0]?.geojson ?? '')).toMatchObject({ type: 'MultiPolygon' });
  });

  it('places are kept by source and id', async () => {
    const db = database().kysely;
    const camp = { externalId: '1', type: 'displacementSite', name: 'Camp', lngLat: [27.5, -1.5], population: null, source: 'T', sourceRow: 1 } as const;
    const batch = await openBatch(db);
    expect(await savePlaces(db, batch, [{ ...camp, lngLat: [27.5, -1.5] }])).toEqual(['added']);
    expect(await savePlaces(db, batch, [{ ...camp, lngLat: [27.5, -1.5], population: 12 }])).toEqual(['changed']);
  });
});

describeOnBothDatabases('Outlines are checked', (database) => {
  /** A square of 10° × 10° = 100 square degrees whose first side is interrupted by a loop of the given width. */
  const loop = (width: number): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: [[[[0, 0], [5 + width, 0], [5 + width, -width], [5, width], [5, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]],
  });
  const bowTie: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]]] };

  it('valid, small-loop, bow-tie: kept, repaired, refused; in the order asked', async () => {
    const given = [box(0, 0, 1, 1), loop(0.1), bowTie, box(2, 2, 3, 3)];
    const checks = await checkGeometries(database().kysely, given);
    expect(checks.map(({ status }) => status)).toEqual(['valid', 'repaired', 'selfCrossing', 'valid']);
    expect(checks[0]).toEqual({ status: 'valid', geometry: given[0], detail: null });
    expect(checks[1]?.geometry).not.toEqual(given[1]);
    expect(checks[1]?.detail).toMatch(/Self-intersection/);
    expect(checks[2]).toMatchObject({ geometry: bowTie, detail: expect.stringContaining('Self-intersection[5 5]') as unknown });
    const [again] = await checkGeometries(database().kysely, [checks[1]?.geometry ?? bowTie]);
    expect(again?.status).toBe('valid');
  });

  it('loop-too-large: beyond 1 % of the surface it is another shape', async () => {
    const [check] = await checkGeometries(database().kysely, [loop(4)]);
    expect(check?.status).toBe('selfCrossing');
  });

  it('no-surface: a polygon squeezed to a line is refused', async () => {
    const line: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[0, 0], [10, 0], [5, 0], [0, 0]]]] };
    const [check] = await checkGeometries(database().kysely, [line]);
    expect(check?.status).toBe('selfCrossing');
  });

  it('none: none', async () => {
    expect(await checkGeometries(database().kysely, [])).toEqual([]);
  });

  const zonesFile = new URL('../../../shared/data/areas/drc-health-zones.geojson', import.meta.url);
  describe.runIf(existsSync(zonesFile))('the 518 published health zones', () => {
    it('are all kept: 502 valid, 16 repaired, none refused', async () => {
      const { features } = JSON.parse(readFileSync(zonesFile, 'utf8')) as { features: { geometry: { type: string; coordinates: unknown } }[] };
      const outlines = features.map(({ geometry: { type, coordinates } }) => ({ type: 'MultiPolygon', coordinates: type === 'Polygon' ? [coordinates] : coordinates }) as MultiPolygon);
      const checks: GeometryCheck[] = [];
      for (let start = 0; start < outlines.length; start += 50) checks.push(...(await checkGeometries(database().kysely, outlines.slice(start, start + 50))));
      const count = (wanted: string) => checks.filter(({ status }) => status === wanted).length;
      expect([count('valid'), count('repaired'), count('selfCrossing')]).toEqual([502, 16, 0]);
    });
  });
});
