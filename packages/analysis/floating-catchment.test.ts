import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, catchmentOfAreas, floatingCatchment, LUO_QI_WEIGHTS } from './floating-catchment';
import { packLists } from './siting-lists';

/**
 * Three tracts of 1,000, 2,000 and 500 people and two hospitals of 10 and 5 beds, with the bands and weights of Luo & Qi (2009): up to 10 minutes 1, up to 20
 * 0.68, up to 30 0.22.
 *
 *            tract 1   tract 2   tract 3
 *   first      5 min    15 min    25 min
 *   second      –       28 min     8 min
 */
const tracts = Float64Array.of(1000, 2000, 500);
const sites = {
  reaches: packLists([[0, 1, 2], [1, 2]]),
  band: Uint8Array.from([5, 15, 25, 28, 8], (minutes) => bandOf(minutes, 30, 3)),
  capacity: Float64Array.of(10, 5),
};

describe('E2SFCA', () => {
  it('three tracts by hand', () => {
    const { siteRatio, pointRatio, atLeast } = floatingCatchment(sites, tracts, LUO_QI_WEIGHTS);
    // First: 10 ÷ (1 × 1,000 + 0.68 × 2,000 + 0.22 × 500) = 10 ÷ 2,470. Second: 5 ÷ (0.22 × 2,000 + 1 × 500) = 5 ÷ 940.
    const [first, second] = [10 / 2470, 5 / 940];
    expect(siteRatio[0]).toBeCloseTo(0.0040486, 7);
    expect(siteRatio[1]).toBeCloseTo(0.0053191, 7);
    // Tract 1: 1 × first. Tract 2: 0.68 × first + 0.22 × second. Tract 3: 0.22 × first + 1 × second.
    [first, 0.68 * first + 0.22 * second, 0.22 * first + second].forEach((ratio, tract) => expect(pointRatio[tract]).toBeCloseTo(ratio, 12));
    expect([...pointRatio].map((ratio) => Math.round(ratio * 1e6))).toEqual([4049, 3923, 6210]);
    expect([...atLeast]).toEqual([0, 0, 0]);
  });

  it('gridlock of three tracts, each with doctors, at 1/minutes: as the tests of PySAL access work it out in plain Python (access/tests/test_hospital_example.py, scenario 0, BSD-3)', () => {
    // 100, 50 and 10 people; 15, 20 and 100 doctors. A minute at home, 40 between the third and either other; the 80 between those are beyond 61.
    const { siteRatio, pointRatio } = floatingCatchment({ reaches: packLists([[0, 2], [1, 2], [2, 0, 1]]), band: Uint8Array.of(0, 1, 0, 1, 0, 1, 1), capacity: Float64Array.of(15, 20, 100) }, Float64Array.of(100, 50, 10), [1, 1 / 40]);
    // 100 + 10 ÷ 40 = 100.25; 50 + 10 ÷ 40 = 50.25; 10 + 100 ÷ 40 + 50 ÷ 40 = 13.75.
    const [first, second, third] = [15 / 100.25, 20 / 50.25, 100 / 13.75];
    [first, second, third].forEach((ratio, site) => expect(siteRatio[site]).toBeCloseTo(ratio, 12));
    [first + third / 40, second + third / 40, third + first / 40 + second / 40].forEach((ratio, tract) => expect(pointRatio[tract]).toBeCloseTo(ratio, 12));
  });

  it('capacity-unknown: is not zero; who it reaches has at least the rest', () => {
    const { siteRatio, pointRatio, atLeast } = floatingCatchment({ ...sites, capacity: Float64Array.of(10, NaN) }, tracts, LUO_QI_WEIGHTS);
    expect(siteRatio[1]).toBeNaN();
    expect(pointRatio[1]).toBeCloseTo((0.68 * 10) / 2470, 12);
    expect([...atLeast]).toEqual([0, 1, 1]);
    // A capacity of zero is known: nothing is added, and nothing hidden.
    expect([...floatingCatchment({ ...sites, capacity: Float64Array.of(10, 0) }, tracts, LUO_QI_WEIGHTS).atLeast]).toEqual([0, 0, 0]);
  });

  it('population-unknown: nobody can say how the capacity is shared', () => {
    const { siteRatio, atLeast } = floatingCatchment(sites, Float64Array.of(NaN, 2000, 500), LUO_QI_WEIGHTS);
    expect(siteRatio[0]).toBeNaN();
    expect(siteRatio[1]).toBeCloseTo(5 / 940, 12);
    expect([...atLeast]).toEqual([1, 1, 1]);
  });

  it('areas: the mean of their people; of unknown or no population none', () => {
    const found = floatingCatchment(sites, tracts, LUO_QI_WEIGHTS);
    const [one = 0, two = 0, three = 0] = found.pointRatio;
    const areas = catchmentOfAreas(found, tracts, Int32Array.of(0, 0, 1), 3);
    // (1,000 × tract 1 + 2,000 × tract 2) ÷ 3,000
    expect(areas.ratio[0]).toBeCloseTo((1000 * one + 2000 * two) / 3000, 12);
    expect([areas.ratio[1], areas.ratio[2]]).toEqual([three, NaN]);
    expect(catchmentOfAreas(found, Float64Array.of(NaN, 2000, 500), Int32Array.of(0, 0, 1), 2).ratio[0]).toBeNaN();
  });

  it('bands: their upper bounds belong to them', () => {
    expect([0, 10, 10.01, 20, 30].map((minutes) => bandOf(minutes, 30, 3))).toEqual([0, 0, 1, 1, 2]);
    expect(bandOf(0, 0, 3)).toBe(0);
    expect(() => bandOf(31, 30, 3)).toThrow('distance 31');
  });

  it('whatever the weights, all that is known and reaches somebody is shared out: ratios times people sum to the capacity', () => {
    const world = fc.record({ people: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 6, maxLength: 6 }), lists: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 }), { minLength: 1, maxLength: 5 }), bands: fc.array(fc.nat({ max: 2 }), { minLength: 30, maxLength: 30 }), beds: fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 }) });
    fc.assert(fc.property(world, ({ people, lists, bands, beds }) => {
      const reaches = packLists(lists);
      const found = floatingCatchment({ reaches, band: Uint8Array.from(bands).slice(0, reaches.item.length), capacity: Float64Array.from(beds).slice(0, lists.length) }, Float64Array.from(people), LUO_QI_WEIGHTS);
      const shared = people.reduce((sum, heads, point) => sum + heads * (found.pointRatio[point] ?? 0), 0);
      const capacity = lists.reduce((sum, list, site) => sum + (list.some((point) => (people[point] ?? 0) > 0) ? (beds[site] ?? 0) : 0), 0);
      expect(shared).toBeCloseTo(capacity, 6);
    }));
  });
});
