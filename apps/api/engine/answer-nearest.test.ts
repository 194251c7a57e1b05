import { describe, expect, it } from 'vitest';
import { distanceKm } from '#analysis/sphere';
import { built, centreOf, closure, evidence, question, structure } from '../../../tests/api/river-country';
import { answerIsochrones } from './answer-isochrones';
import { answerNearest } from './answer-nearest';
import type { GapQuestion } from './messages';

const VILLAGE = centreOf(1, 0);
const ask = (dataset: ReturnType<typeof built>, lngLat: [number, number] = VILLAGE, more: Partial<GapQuestion> = {}) => answerNearest(dataset, { ...question, ...more, lngLat });

describe('nearest to a position', () => {
  it('the clinic across the river: 3.3 km, 58 minutes estimated, 220 modelled, and the way round the water', () => {
    const answer = ask(built());
    expect(answer).toMatchObject({ area: { code: 'Z1' }, ground: 'onSurface', surface: { title: 'Rivière' }, almost: null, unknown: null });
    // 60 × 1.3 × 3.336 ÷ 4.5 = 57.8
    expect(answer.ready).toMatchObject({ id: 'clinic', readiness: 'ready', distanceKm: 3.336, walkingMin: 58, travelMin: { modelled: 220, upTo: 327 }, withinReach: false, missing: [], wayIs: 'modelled' });
    // It turns at the last row before the diagonal, in the last row twice, and before the clinic's bank.
    expect(answer.ready?.way?.coordinates).toEqual([VILLAGE, centreOf(1, 8), centreOf(2, 9), centreOf(3, 9), centreOf(4, 8), centreOf(4, 0)].map((turn) => turn.map((degrees): unknown => expect.closeTo(degrees, 5))));
  });

  it('within reach by the metric and threshold that are asked for', () => {
    const reached = (more: Partial<GapQuestion>) => ask(built(), VILLAGE, more).ready?.withinReach;
    expect([reached({ threshold: 219 }), reached({ threshold: 220 })]).toEqual([false, true]);
    expect([reached({ reach: 'straightLine', threshold: 3.3 }), reached({ reach: 'straightLine', threshold: 3.4 })]).toEqual([false, true]);
    expect([reached({ reach: 'walkingEstimate', threshold: 57 }), reached({ reach: 'walkingEstimate', threshold: 58 })]).toEqual([false, true]);
    expect(reached({ reach: 'sameArea', threshold: 0 })).toBe(false);
  });

  it('by travel time the nearest is another than by the straight line', () => {
    const dataset = built({ structures: [structure('clinic', centreOf(4, 0), 'Z2'), structure('upriver', centreOf(1, 8), 'Z1')], evidence: [evidence('clinic'), evidence('upriver')] });
    // 8 cells south: 8 × 11.0574 = 88.46 min and 8.9 km; across the water 3.3 km
    expect(ask(dataset).ready).toMatchObject({ id: 'upriver', travelMin: { modelled: 89 } });
    expect(ask(dataset, VILLAGE, { reach: 'straightLine', threshold: 5 }).ready).toMatchObject({ id: 'clinic', travelMin: { modelled: 220 } });
  });

  it('almost ready says what it lacks, unknown what nobody knows', () => {
    const dataset = built({
      structures: [structure('almost', centreOf(0, 0), 'Z1'), structure('unknown', centreOf(1, 1), 'Z1')],
      evidence: [evidence('almost', { stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-01' }] })],
    });
    const { ready, almost, unknown } = ask(dataset);
    expect(ready).toBeNull();
    expect(almost).toMatchObject({ id: 'almost', readiness: 'notReady', missing: ['pepKits'], travelMin: { modelled: 12 } }); // 11.13
    expect(unknown).toMatchObject({ id: 'unknown', readiness: 'unknown', travelMin: { modelled: 12 } }); // 11.06
    expect(unknown?.unknown).toContain('trainedStaff');
  });

  it('on-water, off-the-map and behind-a-closure: no way is known to lead there, and it is said so', () => {
    for (const [where, lngLat] of [['on water', centreOf(2, 0)], ['off the map', [21, 0]]] as const) {
      expect(ask(built(), [...lngLat]), where).toMatchObject({ ground: 'offSurface', ready: { id: 'clinic', travelMin: null, way: null, withinReach: false, wayIs: 'modelled' } });
    }
    const closed = built({ programmes: [closure('clinic closed', { areaCodes: ['Z2'] })] });
    expect(ask(closed)).toMatchObject({ ground: 'onSurface', ready: { travelMin: null, way: null, withinReach: false, distanceKm: 3.336 } });
    expect(ask(closed, VILLAGE, { asOf: '2025-06-11' }).ready).toMatchObject({ travelMin: { modelled: 220 } });
    expect(ask(built(), [21, 0]).area).toBeNull();
  });

  it('without a surface: the straight line, and it says that it is one', () => {
    expect(ask(built({}, null), VILLAGE, { reach: 'straightLine', threshold: 5 })).toMatchObject({
      surface: null, ground: null, ready: { distanceKm: 3.336, travelMin: null, withinReach: true, wayIs: 'straightLine', way: { coordinates: [VILLAGE, centreOf(4, 0)] } },
    });
    expect(() => ask(built({}, null))).toThrow('frictionMissing');
  });
});

describe('isochrones', () => {
  const bands = (minutes: number[], more: Partial<GapQuestion> = {}, dataset = built()) => answerIsochrones(dataset, { ...question, ...more, minutes });

  it('the longest first, each holding the shorter ones; none crosses the water', () => {
    const answer = bands([30, 240]);
    expect(answer).toMatchObject({ type: 'FeatureCollection', structures: 1, surface: { title: 'Rivière' }, features: [{ properties: { minutes: 240, upTo: 358 } }, { properties: { minutes: 30, upTo: 45 } }] });
    const west = answer.features.map(({ geometry }) => Math.min(...geometry.coordinates.flat(2).map(([lng]) => lng)));
    // 240 minutes go round it, to the western edge; 30 stay on the bank: beside water the line runs half way to it.
    expect(west).toEqual([20, 20.04]);
    // 30 minutes of 11.0574 each reach 2.7 cells south of the centre of row 0, at 0.045°
    const south = Math.min(...(answer.features[1]?.geometry.coordinates.flat(2).map(([, lat]) => lat) ?? []));
    expect(south).toBeCloseTo(0.045 - (30 / 11.0574) * 0.01, 3);
  });

  it('with nothing ready there is nothing to draw, and nothing is drawn', () => {
    const answer = bands([60], {}, built({ evidence: [] }));
    expect([answer.structures, answer.features.map(({ geometry }) => geometry.coordinates)]).toEqual([0, [[]]]);
  });

  it('are of travel time only', () => {
    expect(() => bands([60], { reach: 'straightLine' })).toThrow('isochronesNeedTravelTime');
    expect(() => bands([60], {}, built({}, null))).toThrow('frictionMissing');
  });
});

describe('ways and distances', () => {
  it('are told of one and the same position', () => {
    const here: [number, number] = [20.0123, 0.0411];
    const { ready } = ask(built(), here);
    expect(ready?.distanceKm).toBeCloseTo(distanceKm(...here, ...centreOf(4, 0)), 3);
    expect([ready?.way?.coordinates[0], ready?.way?.coordinates.at(-1)]).toEqual([here, centreOf(4, 0)]);
  });
});
