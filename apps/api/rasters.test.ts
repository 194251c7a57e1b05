import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RasterPlacement } from '#domain/raster-placement';
import { fillByHand } from '../../tests/api/hand-made-data';
import { callImport, postFile } from '../../tests/api/import-calls';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { writeTiff } from '../../tests/write-tiff';
import { gapExplanation, type GapsAnswer, gapsAnswer } from './contract/gaps';
import { health } from './contract/records';

/** Cells of 0.1° over zones 1 to 4 of the hand-made country [20–24, 0–1], and one column east of them: 41 × 10. */
const OVER: RasterPlacement = { crs: 'EPSG:4326', width: 41, height: 10, west: 20, north: 1, cellX: 0.1, cellY: 0.1 };
const cells = (valueOf: (column: number, row: number) => number, { width, height } = OVER): number[] => Array.from({ length: width * height }, (_, i) => valueOf(i % width, Math.floor(i / width)));

/** Zone 1: 30 a cell, so 100 · 30 = 3,000. Zone 2: 5, and nobody known in zone 3 but nothing. Zone 4: 7 in each. The column beyond: 10 · 2.5 = 25 people in no area. */
const people = cells((column) => (column < 10 ? 30 : column < 20 ? 5 : column < 30 ? 0 : column < 40 ? 7 : 2.5));
const POPULATION = writeTiff(OVER, people, { deflate: true });
const friction = cells(() => 0.02);
const FRICTION = writeTiff(OVER, friction, { nodata: -9999 });

describeOnBothDatabases('rasters over HTTP', (database) => {
  const api = useApp(database, 'coordination', fillByHand);
  const send = (name: string, bytes: Uint8Array, fields: Record<string, string> = {}) => postFile(api(), name, bytes, fields);
  const apply = (id: string) => callImport(api(), 'POST', `/${id}/apply`);
  const settled = () => api().composition.deps.watch.settled();
  const gaps = async () => gapsAnswer.parse(await api().json<GapsAnswer>('/api/gaps'));
  const peopleOf = async () => Object.fromEntries((await gaps()).areas.map(({ code, population }) => [code, population]));
  const stored = async () => (await readdir(database().rastersDir).catch(() => [])).filter((name) => name.endsWith('.tif'));
  const rasters = async () => health.parse(await api().json('/api/health')).rasters.map(({ kind, state }) => [kind, state]);

  it('population: the dry run says what it holds and keeps nothing', async () => {
    const { status, body } = await send('pop_2020.tif', POPULATION);
    expect([status, body.state, body.profile, body.container, body.rows, body.accepted, body.certainty]).toEqual([200, 'ready', 'rasterPopulation', 'geotiff', 1, 1, 'sure']);
    // 3,000 + 500 + 0 + 700 + 25; before: 4,000 + 1,000 + 2,000, zone 4 not known
    expect(body.raster).toMatchObject({ kind: 'population', crs: 'EPSG:4326', width: 41, height: 10, bounds: [20, 0, 24.1, 1], cellsKnown: 410, min: 0, max: 30, year: 2020, people: 4225, peopleOutside: 25, coarsened: 1, provinces: [{ code: 'XA', people: 4200 }] });
    expect(body.issues.map(({ code, value }) => [code, value])).toEqual([['peopleOutside', '25']]);
    expect(await stored()).toEqual([]);
    await callImport(api(), 'DELETE', `/${body.id}`);
  });

  it('applied: people are those of the raster, by cell, with its source and year; what it does not cover stays', async () => {
    const before = await gaps();
    const { body } = await send('pop_2020.tif', POPULATION, { source: 'WorldPop' });
    await apply(body.id);
    await settled();
    expect(await stored()).toHaveLength(1);
    expect(await peopleOf()).toEqual({ XAZS01: 3000, XAZS02: 500, XAZS03: 0, XAZS04: 700, XAZS05: 500, XBZS06: 700 });
    const answer = await gaps();
    expect([answer.sources.demand, answer.sources.populationSources]).toEqual(['mixedRaster', ['Recensement', 'WorldPop']]);
    const explained = gapExplanation.parse(await api().json('/api/gaps/XAZS01'));
    expect([explained.demand, explained.population]).toEqual(['raster', { value: 3000, year: 2020, source: 'WorldPop' }]);
    expect(await rasters()).toEqual([['population', 'inUse']]);

    // The same again: nothing new. Taken back: as if it had never been loaded.
    const again = await send('pop_2020.tif', POPULATION, { source: 'WorldPop' });
    expect([again.body.accepted, again.body.unchanged]).toEqual([0, 1]);
    expect((await callImport(api(), 'POST', `/${body.id}/undo`)).body.state).toBe('undone');
    await settled();
    expect({ ...(await gaps()), dataVersion: 0 }).toEqual({ ...before, dataVersion: 0 });
    expect(await rasters()).toEqual([]);
  });

  it('what its values are is asked where nothing tells, and the answer reads it', async () => {
    const { body } = await send('grille.tif', FRICTION);
    expect([body.state, body.canApply, body.issues[0]?.code]).toEqual(['blocked', false, 'rasterKindUnknown']);
    const told = (await callImport(api(), 'POST', `/${body.id}/options`, { profile: 'rasterFriction' })).body;
    expect([told.state, told.profile, told.certainty, told.raster?.people]).toEqual(['ready', 'rasterFriction', 'chosen', null]);
    await apply(body.id);
    await settled();
    expect(await rasters()).toEqual([['friction', 'inUse']]);
  });

  it('file-gone: health says so, and the same file brings it back though the record is there', async () => {
    const [name = ''] = (await stored()).slice(-1);
    for (const file of await readdir(database().rastersDir)) await rm(join(database().rastersDir, file));
    // Another load makes the engine read again.
    await apply((await send('pop_2020.tif', POPULATION)).body.id);
    await settled();
    expect(await rasters()).toEqual([['population', 'inUse'], ['friction', 'fileMissing']]);
    const again = await send('grille.tif', FRICTION, { profile: 'rasterFriction' });
    expect([again.body.accepted, again.body.unchanged]).toEqual([0, 1]);
    await apply(again.body.id);
    await settled();
    expect(await stored()).toContain(name);
    expect(await rasters()).toEqual([['population', 'inUse'], ['friction', 'inUse']]);
  });

  it.each<[string, string, Uint8Array, string]>([
    ['friction-in-seconds', 'friction.tif', writeTiff(OVER, cells(() => 1.2)), 'frictionSecondsPerMetre'],
    ['nodata-undeclared', 'pop.tif', writeTiff(OVER, cells((column) => (column === 3 ? -99999 : 1))), 'peopleNegative'],
    ['missing-crs', 'pop.tif', writeTiff(OVER, people, { geoKeys: null }), 'rasterCrsMissing'],
    ['another continent', 'pop.tif', writeTiff({ ...OVER, west: -60 }, people), 'rasterElsewhere'],
    // 100 people/km² in cells of 123 km²: 41 of them, times a hundred
    ['people-per-km2', 'pop.tif', writeTiff(OVER, people.map((value) => value * 100)), 'peopleImplausible'],
    ['cut-off', 'pop.tif', POPULATION.slice(0, 90), 'fileTruncated'],
  ])('%s is refused whole with the reason', async (_hazard, name, bytes, code) => {
    const { body } = await send(name, bytes);
    expect([body.state, body.issues.map((one) => one.code)]).toEqual(['blocked', [code]]);
  });
});
