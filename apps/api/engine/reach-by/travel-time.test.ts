import { describe, expect, it } from 'vitest';
import type { AnalysisProgramme } from '#db/stores/analysis-input';
import { built, centreOf, closure, evidence, place, question, structure, zone, zoneOf } from '../../../../tests/api/river-country';
import { answerForecast } from '../answer-forecast';
import { answerGaps, answerSweep } from '../answer-gaps';
import { answerNeeds } from '../answer-needs';
import { explainArea } from '../explain-area';
import type { GapQuestion } from '../messages';

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
