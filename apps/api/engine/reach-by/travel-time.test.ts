import { describe, expect, it } from 'vitest';
import type { AnalysisArea, AnalysisEvidence, AnalysisProgramme, AnalysisStructure } from '#db/stores/analysis-input';
import type { MovementClosure } from '#domain/reach-records';
import { cmrMinimum } from '#domain/shipped-standards';
import { answerForecast } from '../answer-forecast';
import { answerGaps, answerSweep } from '../answer-gaps';
import { answerNeeds } from '../answer-needs';
import { buildDataset, type Dataset, type DatasetRows } from '../dataset';
import { explainArea } from '../explain-area';
import type { GapQuestion } from '../messages';
import type { FrictionGround } from '../surface';

/**
 * River-without-a-bridge: cells of 0.01° on the equator, from 20° E and 0.05° N southward; ▓ cannot be crossed. V: the village of zone 1, 100 people.
 * C: the clinic of zone 2, with 50 people around it; 3 cells east of V as the crow flies, and only the last row leads round the water.
 *
 *        0 1 2 3 4
 *    0   . V ▓ ▓ C
 *    …   . . ▓ ▓ .      rows 1–8
 *    9   . . . . .
 */
const [COLUMNS, ROWS] = [5, 10];
const FRICTION = 0.01;
const isWater = (column: number, row: number): boolean => (column === 2 || column === 3) && row < 9;
const ground: FrictionGround = {
  record: { scheme: 'raster', externalId: 'f', kind: 'friction', title: 'Rivière', sha256: '0'.repeat(64), width: COLUMNS, height: ROWS, crs: 'EPSG:4326', bounds: [20, -0.05, 20.05, 0.05], cellsKnown: 32, min: FRICTION, max: FRICTION, total: null, year: 2020, source: 'Modèle', sourceRow: 1 },
  placement: { crs: 'EPSG:4326', width: COLUMNS, height: ROWS, west: 20, north: 0.05, cellX: 0.01, cellY: 0.01 },
  coarsened: 1,
  friction: Float32Array.from({ length: COLUMNS * ROWS }, (_, cell) => (isWater(cell % COLUMNS, Math.floor(cell / COLUMNS)) ? NaN : FRICTION)),
};
const centreOf = (column: number, row: number): [number, number] => [20.005 + column * 0.01, 0.045 - row * 0.01];

const box = (west: number, east: number): string => JSON.stringify({ type: 'MultiPolygon', coordinates: [[[[west, -0.05], [east, -0.05], [east, 0.05], [west, 0.05], [west, -0.05]]]] });
const zone = (code: string, west: number, east: number, population: number): AnalysisArea => ({
  id: code, code, type: 'healthZone', name: code, parentCode: null, provinceCode: null, geojson: box(west, east), areaKm2: 10, population: { value: population, year: 2024, source: 'S' }, source: 'B',
});
const place = (id: string, lngLat: [number, number], population = 10) => ({ id, name: id, lngLat, population, source: 'S' });
const structure = (id: string, lngLat: [number, number] | null, healthZoneCode: string): AnalysisStructure => ({ id, name: id, type: 'CS', lngLat, healthZoneCode, territoryCode: null, provinceCode: null, source: 'L' });
const evidence = (structureId: string, more: Partial<AnalysisEvidence['evidence']> = {}): AnalysisEvidence => ({
  structureId,
  evidence: {
    assessedOn: '2025-05-01', assessedBy: null, source: 'A', functionality: 'full', accessibility: 'full', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [],
    trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 1, women: null, men: null, trainedOn: '2025-01-01', protocolVersion: null }],
    stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 5, expiry: '2025-08-01', countedOn: '2025-05-01' }],
    ...more,
  },
});
const closure = (id: string, more: Partial<MovementClosure>): AnalysisProgramme => ({
  id, kind: 'movementClosure', structures: [],
  record: { scheme: 'main', externalId: id, title: id, areaCodes: [], outline: null, effect: 'blocked', factor: null, start: '2025-05-01', end: '2025-06-10', tier: 'public', source: 'S', sourceRow: null, ...more },
});

const rows = {
  areas: [zone('Z1', 20, 20.03, 100), zone('Z2', 20.03, 20.05, 50)],
  places: [place('V', centreOf(1, 0)), place('C', centreOf(4, 0))],
  structures: [structure('clinic', centreOf(4, 0), 'Z2')],
  evidence: [evidence('clinic')],
};
const built = (more: Partial<DatasetRows> = {}, friction: FrictionGround | null = ground): Dataset =>
  buildDataset({ viewer: 'coordination', dataVersion: 1, exercise: false, today: '2026-01-01', standards: [cmrMinimum] }, { programmes: [], initiatives: [], decisions: [], ...rows, ...more }, { friction });
const question: GapQuestion = { areaType: 'healthZone', service: 'cmr', asOf: '2025-05-31', at: null, reach: 'travelTime', threshold: 120, awarenessMonths: 6, theta: 0.5, standard: null, evidence: 'reported', filters: {} };
const zoneOf = (dataset: Dataset, code: string, more: Partial<GapQuestion> = {}) => answerGaps(dataset, { ...question, ...more }).areas.find((one) => one.code === code);

/**
 * A cell is 0.01° × π ÷ 180 × 6,378,137 = 1,113.19 m wide and 1,105.74 m high, so that a step east takes 11.1319 min, one south 11.0574 and
 * a diagonal √(11.1319² + 11.0574²) = 15.6901. From V: 8 south, a diagonal into the last row, 1 east, a diagonal out of it, 8 north:
 * 16 × 11.0574 + 2 × 15.6901 + 11.1319 = 219.43 min. As the crow flies: 3 × 0.01° = 3.336 km, on foot estimated 57.8 min.
 */
const ROUND_THE_WATER_MIN = 219.43;

describe('river-without-a-bridge', () => {
  it('the clinic across the water counts under the straight line and not within two hours', () => {
    const dataset = built();
    expect([zoneOf(dataset, 'Z1', { reach: 'straightLine', threshold: 5 })?.class, zoneOf(dataset, 'Z1', { reach: 'walkingEstimate', threshold: 60 })?.class]).toEqual(['unannounced', 'unannounced']);
    expect(zoneOf(dataset, 'Z1')?.class).toBe('blindSpot');
    expect(zoneOf(dataset, 'Z2')?.class).toBe('unannounced');
  });

  it('from the very minutes of the way round on, it counts', () => {
    const dataset = built();
    expect(zoneOf(dataset, 'Z1', { threshold: ROUND_THE_WATER_MIN - 0.01 })?.class).toBe('blindSpot');
    expect(zoneOf(dataset, 'Z1', { threshold: ROUND_THE_WATER_MIN + 0.01 })?.class).toBe('unannounced');
  });

  it('says how far: 3.3 km, 220 minutes and up to 327', () => {
    // 219.43 rounded up; 219.43 × 1.49 = 326.95
    expect(zoneOf(built(), 'Z1')?.care.nearestReady).toEqual({ id: 'clinic', name: 'clinic', type: 'CS', distanceKm: 3.336, travelMin: { modelled: 220, upTo: 327 }, missing: [] });
    expect(zoneOf(built(), 'Z1', { reach: 'straightLine', threshold: 5 })?.care.nearestReady).toMatchObject({ travelMin: null });
    expect(answerGaps(built(), question).sources.surface).toEqual({ title: 'Rivière', source: 'Modèle', year: 2020, cellM: [1113, 1106] });
  });

  it('the explanation, the counts and the needs draw the same bound as the classes', () => {
    const near = { threshold: 219 };
    const far = { threshold: 220 };
    const dataset = built();
    const explained = (more: Partial<GapQuestion>) => explainArea(dataset, { ...question, ...more, code: 'Z1' });
    expect([explained(near), explained(far)].map(({ structures, care }) => [structures[0]?.withinReach, structures[0]?.travelMin?.modelled, care.ready])).toEqual([[false, 220, 0], [true, 220, 1]]);
    const unready = built({ evidence: [evidence('clinic', { functionality: 'none' })] });
    expect([near, far].map((more) => answerNeeds(unready, { ...question, ...more, limit: 10 }).total.leaveBlindSpot)).toEqual([50, 150]);
  });

  it('two clinics in one cell are two, and are counted up to four hours only', () => {
    const two = built({ structures: [structure('clinic', centreOf(4, 0), 'Z2'), structure('other', centreOf(4, 0), 'Z2')], evidence: [evidence('clinic'), evidence('other')] });
    const redundancy = (threshold: number) => zoneOf(two, 'Z1', { threshold })?.care.redundancy;
    expect([redundancy(219), redundancy(240), redundancy(241)]).toEqual([{ twoReady: 0, threeReady: 0 }, { twoReady: 100, threeReady: 0 }, { twoReady: null, threeReady: null }]);
    expect(() => answerNeeds(built({ evidence: [] }), { ...question, threshold: 241, limit: 10 })).toThrow('parameterInvalid');
  });

  it('the sweep and the forecast are the same answers', () => {
    const dataset = built();
    const sweep = answerSweep(dataset, question);
    sweep.steps.forEach((threshold, step) => {
      const { summary } = answerGaps(dataset, { ...question, threshold });
      expect(sweep.summaries[step]?.classes, String(threshold)).toEqual(summary.classes);
    });
    // The last batch expires on 1 August: it serves until 28 days before, 4 July; what was counted on 1 May is stale after 90 days.
    const far = { ...question, threshold: 240 };
    const forecast = answerForecast(dataset, far);
    forecast.dates.forEach((at, day) => expect(forecast.summaries[day]?.classes, at).toEqual(answerGaps(dataset, { ...far, at }).summary.classes));
    expect(new Set(forecast.summaries.map(({ structures }) => structures.ready))).toEqual(new Set([1, 0]));
  });
});

describe('areas closed to movement', () => {
  const open = { threshold: 240 };

  it('are closed on their days only, and the people in them reach nobody, which is known', () => {
    const dataset = built({ programmes: [closure('south', { areaCodes: [], outline: [[[[20, -0.05], [20.05, -0.05], [20.05, -0.04], [20, -0.04], [20, -0.05]]]] })] });
    expect([zoneOf(dataset, 'Z1', open)?.class, zoneOf(dataset, 'Z1', { ...open, asOf: '2025-06-11' })?.class]).toEqual(['blindSpot', 'unannounced']);
    expect(zoneOf(dataset, 'Z1', open)?.care.nearestReady).toMatchObject({ distanceKm: 3.336, travelMin: null });
    const shut = built({ programmes: [closure('zone', { areaCodes: ['Z2'] })] });
    expect(zoneOf(shut, 'Z2')?.reasons.filter(({ code }) => code.endsWith('OffSurface'))).toEqual([{ code: 'peopleOffSurface', share: 1, count: null, until: null }, { code: 'structuresOffSurface', share: null, count: 1, until: null }]);
    expect(zoneOf(shut, 'Z2')?.class).toBe('blindSpot');
  });

  it('slowed ground takes longer: twice as long throughout', () => {
    const dataset = built({ programmes: [closure('mud', { areaCodes: ['Z1', 'Z2'], effect: 'slowed', factor: 2 })] });
    expect(zoneOf(dataset, 'Z1')?.care.nearestReady?.travelMin?.modelled).toBe(439); // 2 × 219.43 = 438.86
    const forecast = answerForecast(dataset, { ...question, ...open });
    expect(forecast.dates.map((at, day) => [at, forecast.summaries[day]?.classes])).toEqual(forecast.dates.map((at) => [at, answerGaps(dataset, { ...question, ...open, at }).summary.classes]));
  });
});

describe('who stands on water', () => {
  it('village-on-water: nobody there reaches care, and the answer says why', () => {
    const dataset = built({ places: [place('V', centreOf(2, 0)), place('C', centreOf(4, 0))] });
    const answer = zoneOf(dataset, 'Z1', { threshold: 2880 });
    expect(answer?.class).toBe('blindSpot');
    expect(answer?.reasons.map(({ code, share }) => [code, share])).toContainEqual(['peopleOffSurface', 1]);
    expect(zoneOf(dataset, 'Z1', { reach: 'straightLine', threshold: 5 })?.reasons.map(({ code }) => code)).not.toContain('peopleOffSurface');
  });

  it('centre-on-water: an area sets out from the nearest of its points that is on ground', () => {
    // 10 people on the west bank, 30 on the east bank: their centre, a quarter of the way from the east, is in column 3, in the river.
    const wide = { areas: [zone('Z1', 20, 20.05, 100)], places: [place('west', centreOf(1, 0)), place('east', centreOf(4, 0), 30)], structures: [structure('clinic', centreOf(4, 0), 'Z1')] };
    expect(zoneOf(built(wide), 'Z1')?.care.nearestReady?.travelMin?.modelled).toBe(0);
  });
});

describe('a mission', () => {
  const team = (radiusKm: number): AnalysisProgramme => ({
    id: 'team', kind: 'mission', structures: [],
    record: {
      scheme: 'main', externalId: 'team', title: 'team', service: 'cmr', host: null, lngLat: centreOf(4, 0), areaCode: null, locality: null, radiusKm, start: '2025-05-20', end: '2025-06-10', status: 'completed', capacity: null,
      treated: { women: null, men: null, girls: null, boys: null, total: null }, organisations: [], tier: 'public', source: 'S', sourceRow: null,
    },
  });
  const classes = (radiusKm: number, more: Partial<GapQuestion> = {}) => answerGaps(built({ programmes: [team(radiusKm)], evidence: [] }), { ...question, ...more }).areas.map((one) => [one.code, one.class]).sort();

  it('serves those within its radius who can walk there in the minutes that such a walk takes', () => {
    // 10 km: 173 min < 219.43, and nobody crosses. 13 km: 60 × 1.3 × 13 ÷ 4.5 = 225 min.
    expect(classes(10)).toEqual([['Z1', 'blindSpot'], ['Z2', 'unannounced']]);
    expect(classes(13)).toEqual([['Z1', 'unannounced'], ['Z2', 'unannounced']]);
    expect(classes(10, { reach: 'straightLine', threshold: 5 })).toEqual([['Z1', 'unannounced'], ['Z2', 'unannounced']]);
  });
});

describe('without a surface', () => {
  it('travel time is refused, and nothing else', () => {
    expect(() => answerGaps(built({}, null), question)).toThrow('frictionMissing');
    expect(zoneOf(built({}, null), 'Z1', { reach: 'straightLine', threshold: 5 })?.class).toBe('unannounced');
  });
});
