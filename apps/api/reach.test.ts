import { expect, it } from 'vitest';
import type { Database } from '#db/database';
import { saveAssessments } from '#db/stores/assessments';
import { bumpDataVersion } from '#db/stores/data-version';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { saveProgrammes } from '#db/stores/programmes';
import { fillByHand, provenance, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { postEntries } from '../../tests/api/entry-calls';
import { callImport, postFile } from '../../tests/api/import-calls';
import { openApp, useApp } from '../../tests/api/open-app';
import { RIVER } from '../../tests/api/river-raster';
import { describeOnBothDatabases } from '../../tests/databases';
import { checkAnswer } from './contract/check';
import { facets } from './contract/facets';
import { type GapExplanation, type GapsAnswer, gapsAnswer, gapsForecast, gapsSweep } from './contract/gaps';
import { closuresAnswer } from './contract/programmes';
import { isochronesAnswer, nearestAnswer } from './contract/reach';
import { needsAnswer } from './contract/readiness';

/** Kits have come to Hôpital Trois: it is ready. In June zone 3 is closed, and only the coordination knows. */
async function fill(database: Database): Promise<void> {
  await fillByHand(database);
  await database.kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'kits.json', sha256: '2'.repeat(64), profile: 'exercise', source: provenance.source, exercise: false });
    await saveAssessments(transaction, batch, [{
      externalId: 'E-kits', structureScheme: 'main', structureExternalId: 'S2', assessedOn: '2025-05-10', assessedBy: 'Bureau central', functionality: 'full', accessibility: 'full', protocol: 'yes', privateRoom: 'yes', referralPath: 'unknown', services: [],
      trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 2, women: 1, men: 1, trainedOn: '2024-06-10', protocolVersion: null }],
      stockLines: [{ item: 'pepKitAdult', batch: 'L2', quantity: 10, expiry: '2025-12-31', countedOn: '2025-05-10' }],
      ...provenance,
    }]);
    await saveProgrammes(transaction, batch, [{
      kind: 'movementClosure',
      record: { scheme: 'main', externalId: 'F1', title: 'Bouclage de Trois', areaCodes: ['XAZS03'], outline: null, effect: 'blocked', factor: null, start: '2025-06-01', end: '2025-06-10', tier: 'hidden', ...provenance },
    }]);
    await finishBatch(transaction, batch, { rows: 2, accepted: 2, unchanged: 0, refused: 0 });
    await bumpDataVersion(transaction);
  });
}

describeOnBothDatabases('reach: 3 km as the crow flies, more than 3 hours round the river', (database) => {
  const api = useApp(database, 'coordination', fill);
  const zone3 = async (query: string) => gapsAnswer.strict().parse(await api().json<GapsAnswer>(`/api/gaps?asOf=2025-05-31&${query}`)).areas.find(({ code }) => code === 'XAZS03');
  const nearest = async (query: string) => nearestAnswer.strict().parse(await api().json(`/api/nearest?asOf=2025-05-31&${query}`));

  it('without a surface travel time is refused, and the page is told before it asks', async () => {
    expect(facets.strict().parse(await api().json('/api/facets')).surface).toBeNull();
    for (const path of ['/api/gaps?reach=travelTime', '/api/gaps/sweep?reach=travelTime', '/api/gaps/XAZS03?reach=travelTime', '/api/readiness/needs?reach=travelTime', '/api/nearest?lng=22.5&lat=0.5&reach=travelTime', '/api/isochrones']) {
      expect([path, (await api().problem(path)).code]).toEqual([path, 'frictionMissing']);
    }
    expect(await nearest('lng=22.5&lat=0.5')).toMatchObject({ surface: null, ground: null, ready: { name: 'Hôpital Trois', travelMin: null, wayIs: 'straightLine', way: { coordinates: [[22.5, 0.5], [22.53, 0.5]] } } });
  });

  it('with one, the hospital across the river counts under the straight line and not within three hours', async () => {
    const { body } = await postFile(api(), 'friction.tif', RIVER, { profile: 'rasterFriction', source: 'Modèle de la rivière' });
    expect([body.state, body.issues]).toEqual(['ready', []]);
    await callImport(api(), 'POST', `/${body.id}/apply`);
    await api().composition.deps.watch.settled();
    expect(facets.parse(await api().json('/api/facets')).surface).toMatchObject({ source: 'Modèle de la rivière', cellM: [1113, 1106] });
    expect((await zone3('reach=straightLine&threshold=5'))?.class).toBe('joined');
    expect((await zone3('reach=walkingEstimate&threshold=60'))?.class).toBe('joined');
    expect((await zone3('reach=travelTime&threshold=180'))?.class).toBe('gap');
    // 8 south and 8 north of 11.0574 min, 2 diagonals of 15.69, one step east of 11.13: 219.43 min; × 1.49 = 326.95
    expect((await zone3('reach=travelTime&threshold=219'))?.class).toBe('gap');
    expect(await zone3('reach=travelTime&threshold=220')).toMatchObject({ class: 'joined', care: { ready: 1, nearestReady: { name: 'Hôpital Trois', distanceKm: 3.336, travelMin: { modelled: 220, upTo: 327 } } } });
  });

  it('explains it: who is outside the surface, and what is near as the crow flies only', async () => {
    const explained = await api().json<GapExplanation>('/api/gaps/XAZS03?asOf=2025-05-31&reach=travelTime&threshold=180');
    expect(explained.structures.find(({ name }) => name === 'Hôpital Trois')).toMatchObject({ distanceKm: 3.336, travelMin: { modelled: 220 }, withinReach: false });
    const one = await api().json<GapExplanation>('/api/gaps/XAZS01?asOf=2025-05-31&reach=travelTime');
    expect(one.reasons.filter(({ code }) => code.endsWith('OffSurface'))).toEqual([{ code: 'peopleOffSurface', share: 1, count: null, until: null }, { code: 'structuresOffSurface', share: null, count: 1, until: null }]);
  });

  it('the sweep, the forecast, the needs and the files are of the same answer', async () => {
    const sweep = gapsSweep.strict().parse(await api().json('/api/gaps/sweep?asOf=2025-05-31&reach=travelTime'));
    for (const [step, threshold] of sweep.steps.entries()) {
      const { summary } = await api().json<GapsAnswer>(`/api/gaps?asOf=2025-05-31&reach=travelTime&threshold=${threshold}`);
      expect([threshold, sweep.summaries[step]?.peopleInGap]).toEqual([threshold, summary.peopleInGap]);
    }
    const forecast = gapsForecast.strict().parse(await api().json('/api/gaps/forecast?asOf=2025-05-31&reach=travelTime&threshold=240'));
    for (const [step, at] of forecast.dates.entries()) {
      const { summary } = await api().json<GapsAnswer>(`/api/gaps?asOf=2025-05-31&at=${at}&reach=travelTime&threshold=240`);
      expect([at, forecast.summaries[step]?.classes]).toEqual([at, summary.classes]);
    }
    expect(needsAnswer.strict().parse(await api().json('/api/readiness/needs?reach=travelTime')).parameters.reach).toBe('travelTime');
    expect((await api().problem('/api/readiness/needs?reach=travelTime&threshold=241')).issues).toEqual([{ code: 'parameterInvalid', column: 'threshold', value: '241', expected: '0–240 (travelTime)' }]);
    const { body } = await api().app.inject('/api/gaps?asOf=2025-05-31&reach=travelTime&format=csv');
    for (const said of ['reach=travelTime', 'threshold=120', 'Modèle de la rivière', 'Modelled travel, min']) expect(body).toContain(said);
  });

  it('from anywhere: the nearest by the metric, minutes with their band, and the way round the water', async () => {
    const answer = await nearest('lng=22.5&lat=0.5&reach=travelTime&threshold=180');
    expect(answer).toMatchObject({ area: { code: 'XAZS03', name: 'Trois', provinceCode: 'XA', provinceName: 'Amont' }, ground: 'onSurface', ready: { name: 'Hôpital Trois', walkingMin: 58, travelMin: { modelled: 220, upTo: 327 }, withinReach: false, wayIs: 'modelled' } });
    const south = Math.min(...(answer.ready?.way?.coordinates ?? []).map(([, lat]) => lat));
    expect(south).toBeCloseTo(0.41, 5); // row 9
    // Poste Deux is of unknown readiness and lies outside the surface: no way is known there.
    expect(answer.unknown).toMatchObject({ name: 'Poste Deux', travelMin: null, way: null, withinReach: false });
    expect(await nearest('lng=22.51&lat=0.5')).toMatchObject({ ground: 'offSurface', ready: { travelMin: null, way: null, distanceKm: 2.224, withinReach: true } });
    expect(await api().problem('/api/nearest?lng=22.5')).toMatchObject({ code: 'parameterInvalid' });
    expect(await api().problem('/api/nearest?lng=222.5&lat=0')).toMatchObject({ code: 'parameterInvalid' });
  });

  it('isochrones: bands of travel time, the longest first', async () => {
    const answer = isochronesAnswer.strict().parse(await api().json('/api/isochrones?asOf=2025-05-31&minutes=60,240'));
    expect(answer.features.map(({ properties, geometry }) => [properties.minutes, properties.upTo, geometry.coordinates.length])).toEqual([[240, 358, 1], [60, 90, 1]]);
    expect(answer.structures).toBe(1);
    const west = answer.features.map(({ geometry }) => Math.min(...geometry.coordinates.flat(2).map(([lng]) => lng)));
    expect([west[0] ?? 0, west[1] ?? 0].map((lng) => lng < 22.52)).toEqual([true, false]);
    expect((await api().problem('/api/isochrones?reach=straightLine')).code).toBe('isochronesNeedTravelTime');
    expect((await api().problem('/api/isochrones?minutes=30,721')).code).toBe('parameterInvalid');
  });

  it('a closure of two parts, one with a hole, comes back as it was sent, in the list and in the files', async () => {
    const square = (west: number, south: number, size: number): [number, number][] => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
    const outline = [[square(30, 0, 1), square(30.4, 0.4, 0.2)], [square(32, 0, 0.5)]];
    const { body } = await postEntries(api(), [{ kind: 'movementClosure', record: { title: 'Crue', areaCodes: ['XAZS01'], outline, effect: 'blocked', factor: null, start: '2025-07-02', end: null, tier: 'public' } }]);
    await api().composition.deps.watch.settled();
    const { items } = closuresAnswer.strict().parse(await api().json('/api/closures?asOf=2025-07-02'));
    expect(items.map((one) => [one.title, one.inForce, one.outline])).toEqual([['Crue', true, outline], ['Bouclage de Trois', false, null]]);
    const sentBack = await postFile(api(), 'closures.geojson', (await api().app.inject('/api/closures?format=geojson')).rawPayload);
    expect(sentBack.body.issues.map(({ code }) => code)).toEqual(['analysisNotRecords']);
    const { features } = await api().json<{ features: { geometry: { type: string; coordinates: unknown }; properties: Record<string, unknown> }[] }>('/api/closures?format=geojson');
    expect(features.map(({ geometry, properties }) => [geometry.type, properties['title'], properties['areaCodes']])).toEqual([['MultiPolygon', 'Crue', ['XAZS01']], ['Point', 'Bouclage de Trois', ['XAZS03']]]);
    expect(features[0]?.geometry.coordinates).toEqual(outline);
    for (const format of ['csv', 'hxl']) expect((await api().app.inject(`/api/closures?format=${format}`)).body).toContain('Crue,blocked');
    await callImport(api(), 'POST', `/${body.importId}/undo`, { laterChanges: 'ask' });
    await api().composition.deps.watch.settled();
  });

  it('the check of a plan tells minutes by the way, and the straight line beside them', async () => {
    const answer = checkAnswer.parse(await api().json('/api/check?areas=XAZS03&kind=awareness&from=2025-05-31&to=2025-05-31&asOf=2025-05-31&reach=travelTime&threshold=240'));
    expect(answer.serving.map(({ name, distanceKm, travelMin }) => [name, distanceKm, travelMin])).toEqual([['Hôpital Trois', 3.336, { modelled: 220, upTo: 327 }]]);
    const straight = checkAnswer.parse(await api().json('/api/check?areas=XAZS03&kind=awareness&from=2025-05-31&to=2025-05-31&asOf=2025-05-31'));
    expect(straight.serving.map(({ name, travelMin }) => [name, travelMin])).toEqual([['Hôpital Trois', null]]);
  });

  it('a closure that the public may not see closes nothing for the public, and the safe house is near to nobody', async () => {
    const during = '/api/gaps?asOf=2025-06-05&reach=travelTime&threshold=240';
    const shown = async (ask: typeof api) => (await ask().json<GapsAnswer>(during)).areas.find(({ code }) => code === 'XAZS03')?.class;
    const open = await openApp(database(), 'public');
    try {
      expect([await shown(api), await shown(() => open)]).toEqual(['gap', 'joined']);
      const [lng, lat] = SAFE_HOUSE.lngLat;
      expect((await nearest(`lng=${lng}&lat=${lat}`)).ready).toMatchObject({ name: SAFE_HOUSE.name, distanceKm: 0 });
      const { body } = await open.app.inject(`/api/nearest?lng=${lng}&lat=${lat}&asOf=2025-05-31`);
      expect(body).toContain('Hôpital');
      for (const secret of [SAFE_HOUSE.name, SAFE_HOUSE.externalId, 'Bouclage']) expect(body).not.toContain(secret);
    } finally {
      await open.close();
    }
  });
});
