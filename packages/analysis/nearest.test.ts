import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSites, nearestSites, nearestWhere, withinKm } from './nearest';
import { buildPoints, chordSquaredBetween, distanceKm } from './sphere';

type Position = readonly [lng: number, lat: number];
const lngs = (list: readonly Position[]): Float64Array => Float64Array.from(list, ([lng]) => lng);
const lats = (list: readonly Position[]): Float64Array => Float64Array.from(list, ([, lat]) => lat);
const sitesOf = (list: readonly Position[]): ReturnType<typeof buildSites> => buildSites(lngs(list), lats(list));
const nearestOf = (points: readonly Position[], sites: readonly Position[]): ReturnType<typeof nearestSites> => nearestSites(buildPoints(lngs(points), lats(points)), sitesOf(sites));

function bruteForce(points: readonly Position[], sites: readonly Position[]): number[] {
  const [from, to] = [buildPoints(lngs(points), lats(points)), buildPoints(lngs(sites), lats(sites))];
  return points.map((_, point) => {
    let best = -1;
    sites.forEach((_site, site) => {
      if (best === -1 || chordSquaredBetween(from, point, to, site) < chordSquaredBetween(from, point, to, best)) best = site;
    });
    return best;
  });
}

const kmBetween = ([lngA, latA]: Position, [lngB, latB]: Position): number => distanceKm(lngA, latA, lngB, latB);

const degrees = (min: number, max: number): fc.Arbitrary<number> => fc.oneof(fc.integer({ min, max }), fc.double({ min, max, noNaN: true }));
const anywhere = fc.tuple(degrees(-180, 180), degrees(-90, 90));
const inCongo = fc.tuple(degrees(12, 31), degrees(-13, 5));

describe('the nearest site', () => {
  it('one degree away on the equator: 111.19508 km', () => {
    const nearest = nearestOf([[20, 0]], [[23, 0], [21, 0]]);
    expect(nearest.site[0]).toBe(1);
    expect(nearest.distanceKm[0]).toBeCloseTo(111.195080, 6);
  });

  it('minds the cosine: at 60° north, 3° of longitude are nearer than 2° of latitude', () => {
    // 3° × cos 60° = 1.5° < 2°
    expect(nearestOf([[20, 60]], [[20, 62], [23, 60]]).site[0]).toBe(1);
  });

  it('ties go to the lowest number, in whatever order they are stored', () => {
    expect(nearestOf([[20, 0]], [[25, 0], [20, 1], [20, 1], [20, 1]]).site[0]).toBe(1);
    expect(nearestOf([[20, 0]], [[20, 1], [20, -1]]).site[0]).toBe(0);
    expect(nearestOf([[20, 0]], [[20, -1], [20, 1]]).site[0]).toBe(0);
  });

  it('no-sites: none, infinitely far; the same for a point that has no position, and a site without one is never found', () => {
    expect([...nearestOf([[20, 0]], []).site]).toEqual([-1]);
    expect([...nearestOf([[20, 0]], []).distanceKm]).toEqual([Infinity]);
    expect([...nearestOf([[NaN, NaN], [20, 0]], [[20, 1]]).site]).toEqual([-1, 0]);
    expect([...nearestOf([[20, 0]], [[NaN, NaN], [20, 9]]).site]).toEqual([1]);
    expect([...nearestOf([[20, 0]], [[NaN, NaN]]).site]).toEqual([-1]);
    expect(withinKm(sitesOf([[20, 0]]), NaN, NaN, 100)).toEqual([]);
  });

  it('site-across-the-antimeridian, site-over-the-pole', () => {
    expect(nearestOf([[179.9, 0], [-179.9, 0]], [[170, 0], [-179.8, 0], [179.95, 0]]).site).toEqual(Int32Array.of(2, 1));
    expect(nearestOf([[10, 89]], [[10, 85], [-170, 89.5]]).site[0]).toBe(1);
    expect(nearestOf([[0, 90], [0, -90]], [[77, 80], [33, -80]]).site).toEqual(Int32Array.of(0, 1));
  });

  it('equals brute force in the country, over the whole sphere, and with many sites in few places', () => {
    const fewPlaces = fc.tuple(fc.constantFrom(-180, -179, 0, 20, 179, 180), fc.constantFrom(-90, -60, 0, 1, 89, 90));
    const together = fc.oneof(
      fc.tuple(fc.array(inCongo, { minLength: 1, maxLength: 30 }), fc.array(inCongo, { minLength: 1, maxLength: 120 })),
      fc.tuple(fc.array(anywhere, { minLength: 1, maxLength: 30 }), fc.array(anywhere, { minLength: 1, maxLength: 120 })),
      fc.tuple(fc.array(anywhere, { minLength: 1, maxLength: 30 }), fc.array(fewPlaces, { minLength: 1, maxLength: 40 })),
    );
    fc.assert(
      fc.property(together, ([points, sites]) => {
        const nearest = nearestOf(points, sites);
        expect([...nearest.site]).toEqual(bruteForce(points, sites));
        nearest.site.forEach((site, point) => expect(nearest.distanceKm[point]).toBe(kmBetween(points[point]!, sites[site]!)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('sites around one position', () => {
  it('within a distance, the bound included, nearest first', () => {
    const sites = sitesOf([[21, 0], [20.5, 0], [20, 0], [22, 0]]);
    const bound = distanceKm(20, 0, 21, 0);
    expect(withinKm(sites, 20, 0, bound).map(({ site }) => site)).toEqual([2, 1, 0]);
    expect(withinKm(sites, 20, 0, bound * (1 - 1e-12)).map(({ site }) => site)).toEqual([2, 1]);
    expect(withinKm(sites, 20, 0, 0)).toEqual([{ site: 2, distanceKm: 0 }]);
  });

  it('the nearest that is accepted; null if none is', () => {
    const sites = sitesOf([[21, 0], [20.5, 0], [-160, 3]]);
    expect(nearestWhere(sites, 20, 0, () => true)?.site).toBe(1);
    expect(nearestWhere(sites, 20, 0, (site) => site !== 1)?.site).toBe(0);
    expect(nearestWhere(sites, 20, 0, (site) => site === 2)?.site).toBe(2);
    expect(nearestWhere(sites, 20, 0, () => false)).toBeNull();
  });

  it('equals brute force, anywhere on the sphere', () => {
    fc.assert(
      fc.property(anywhere, fc.array(anywhere, { maxLength: 60 }), fc.double({ min: 0, max: 21_000, noNaN: true }), ([lng, lat], list, km) => {
        const found = list.map((site, number) => ({ site: number, distanceKm: kmBetween([lng, lat], site) })).filter((one) => one.distanceKm <= km);
        found.sort((a, b) => a.distanceKm - b.distanceKm || a.site - b.site);
        expect(withinKm(sitesOf(list), lng, lat, km)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
