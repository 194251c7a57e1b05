import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDemand } from './reaching-sites';
import { countSitesInArea, countSitesWithin, peopleReaching } from './redundancy';
import { distanceKm } from './sphere';

const columns = (positions: readonly (readonly [number, number])[]) => ({ lng: Float64Array.from(positions, ([lng]) => lng), lat: Float64Array.from(positions, ([, lat]) => lat) });

// On the equator 0.01° is 6371.0088 × π ÷ 180 × 0.01 = 1.112 km.
const points = columns([[29, 0], [29.05, 0], [30, 0]]);

describe('redundancy of care', () => {
  it('counts the ready structures within reach of each point, three at most', () => {
    // From 29.00: 0, 1.1, 2.2 and 3.3 km. From 29.05: 5.6 km too far, 4.4, 3.3 and 2.2 km. From 30: none.
    const sites = columns([[29, 0], [29.01, 0], [29.02, 0], [29.03, 0]]);
    expect([...countSitesWithin(indexDemand(points), sites, 5)]).toEqual([3, 3, 0]);
    expect([...countSitesWithin(indexDemand(points), sites, 1.2)]).toEqual([2, 0, 0]);
  });

  it('position-missing: reaches no point', () => {
    expect([...countSitesWithin(indexDemand(points), columns([[NaN, NaN]]), 50)]).toEqual([0, 0, 0]);
  });

  it('under same area, those of the point’s own area', () => {
    expect([...countSitesInArea(Int32Array.of(0, 0, 1, -1), 2, Int32Array.of(0, 0, 1, -1))]).toEqual([2, 2, 1, 0]);
  });

  it('adds people up: 100 with two, 40 with three, 7 with one', () => {
    const level = { areaCount: 2, areaOfPoint: Int32Array.of(0, 0, 1), people: Float64Array.of(100, 40, 7) };
    const counts = Uint8Array.of(2, 3, 1);
    expect([...peopleReaching(level, counts, 2)]).toEqual([140, 0]);
    expect([...peopleReaching(level, counts, 3)]).toEqual([40, 0]);
  });

  it('equals counting one by one', () => {
    const position = fc.tuple(fc.double({ min: 28, max: 29, noNaN: true }), fc.double({ min: -2, max: -1, noNaN: true }));
    fc.assert(fc.property(fc.array(position, { minLength: 1, maxLength: 30 }), fc.array(position, { maxLength: 12 }), fc.constantFrom(1, 5, 20, 80), (where, sites, km) => {
      const expected = where.map(([lng, lat]) => Math.min(3, sites.filter(([x, y]) => distanceKm(lng, lat, x, y) <= km).length));
      expect([...countSitesWithin(indexDemand(columns(where)), columns(sites), km)]).toEqual(expected);
    }));
  });
});
