import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDemand, reachingSites } from './reaching-sites';
import { distanceKm } from './sphere';

type Position = readonly [lng: number, lat: number];
const columns = (list: readonly Position[]): { lng: Float64Array; lat: Float64Array } => ({ lng: Float64Array.from(list, ([lng]) => lng), lat: Float64Array.from(list, ([, lat]) => lat) });

function listsOf(points: readonly Position[], areaOfPoint: number[], areaCount: number, sites: readonly Position[], areaOfSite: number[], km: number | null): number[][] {
  const level = { areaCount, areaOfPoint: Int32Array.from(areaOfPoint) };
  const { start, site } = reachingSites(indexDemand(columns(points)), level, { ...columns(sites), areaOfSite: Int32Array.from(areaOfSite) }, km);
  return Array.from({ length: areaCount }, (_, area) => [...site.slice(start[area], start[area + 1])]);
}

describe('which structures count for which area', () => {
  // Points at 0°, 1° (area 0) and 2°, 3° (area 1) of the equator; one degree is 111.195 km.
  const points: Position[] = [[0, 0], [1, 0], [2, 0], [3, 0]];
  const areas = [0, 0, 1, 1];

  it('those that lie in it, and those that reach one of its points', () => {
    expect(listsOf(points, areas, 2, [[1, 0], [1.5, 0], [9, 0]], [0, -1, 1], 56)).toEqual([[0, 1], [1, 2]]);
    expect(listsOf(points, areas, 2, [[1, 0], [1.5, 0], [9, 0]], [0, -1, 1], 112)).toEqual([[0, 1], [0, 1, 2]]);
  });

  it('structure-without-position and same area: each for its own area only', () => {
    expect(listsOf(points, areas, 2, [[NaN, NaN], [NaN, NaN]], [1, -1], 500)).toEqual([[], [0]]);
    expect(listsOf(points, areas, 2, [[1, 0], [2, 0]], [0, 1], null)).toEqual([[0], [1]]);
  });

  it('the bound is within reach, as in the classes; a point of no area is reached by nobody', () => {
    expect(listsOf(points, areas, 2, [[-1, 0]], [-1], distanceKm(-1, 0, 0, 0))).toEqual([[0], []]);
    expect(listsOf(points, [-1, -1, -1, 1], 2, [[0, 0]], [-1], 10)).toEqual([[], []]);
  });

  it('equals measuring every structure against every point', () => {
    const position = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
    const point = fc.tuple(position, fc.integer({ min: -1, max: 4 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), fc.array(point, { maxLength: 15 }), fc.double({ min: 0, max: 21_000, noNaN: true }), (demand, sites, km) => {
        const expected = [0, 1, 2, 3, 4].map((area) =>
          sites.flatMap(([[lng, lat], own], site) => (own === area || demand.some(([at, pointArea]) => pointArea === area && distanceKm(lng, lat, ...at) <= km) ? [site] : [])));
        expect(listsOf(demand.map(([at]) => at), demand.map(([, area]) => area), 5, sites.map(([at]) => at), sites.map(([, own]) => own), km)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
