import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedRegions, type ClosedRegions } from './closed-regions';
import { buildSites, nearestSites } from './nearest';
import { peopleMoved } from './people-moved';
import { indexDemand } from './reaching-sites';
import { buildPoints, distanceKm, type PointSet } from './sphere';
import { distancesAfter, type TriedSites } from './what-if-distances';

/** Every distance anew, side by side of the borders: what the incremental answer must equal. */
function fromNothing(points: PointSet, sites: TriedSites, regions: ClosedRegions | null): Float64Array {
  const answer = new Float64Array(points.lng.length).fill(Infinity);
  for (let region = 0; region < (regions?.count ?? 1); region += 1) {
    const here = [...sites.after.keys()].filter((site) => sites.after[site] === 1 && (regions?.ofSite[site] ?? 0) === region);
    const { distanceKm } = nearestSites(points, buildSites(Float64Array.from(here, (site) => sites.lng[site]!), Float64Array.from(here, (site) => sites.lat[site]!)));
    distanceKm.forEach((km, point) => {
      if ((regions?.ofPoint[point] ?? 0) === region) answer[point] = km;
    });
  }
  return answer;
}

const degree = fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), fc.integer({ min: 0, max: 8 }).map((quarter) => quarter / 4));
const point = fc.record({ lng: degree, lat: degree, inside: fc.integer({ min: 0, max: 3 }) });
const site = fc.record({ lng: fc.oneof({ weight: 8, arbitrary: degree }, { weight: 1, arbitrary: fc.constant(NaN) }), lat: degree, before: fc.boolean(), after: fc.boolean(), inside: fc.integer({ min: 0, max: 3 }) });
const bit = (at: number) => (one: { inside: number }): number => (one.inside >> at) & 1;

describe('distances after changes', () => {
  it('equal those from nothing up to the limit, and are beyond it where those are: sites more and fewer, borders closed', () => {
    fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), fc.array(site, { maxLength: 20 }), fc.constantFrom(0, 5, 28, 60, 400), fc.integer({ min: 0, max: 2 }), (people, places, km, closed) => {
      const points = buildPoints(Float64Array.from(people, (one) => one.lng), Float64Array.from(people, (one) => one.lat));
      const sites: TriedSites = {
        lng: Float64Array.from(places, (one) => one.lng), lat: Float64Array.from(places, (one) => one.lat),
        before: Uint8Array.from(places, (one) => (one.before ? 1 : 0)), after: Uint8Array.from(places, (one) => (one.after ? 1 : 0)),
      };
      const regions = closedRegions([0, 1].slice(0, closed).map((at) => ({ points: Uint8Array.from(people, bit(at)), sites: Uint8Array.from(places, bit(at)) })));
      const before = fromNothing(points, { ...sites, after: sites.before }, null);
      const [ours, whole] = [distancesAfter({ points, index: indexDemand(points) }, before, sites, km, regions), fromNothing(points, sites, regions)];
      whole.forEach((distance, one) => {
        if (distance <= km) expect(ours[one]).toBe(distance);
        else expect(ours[one]).toBeGreaterThan(km);
      });
    }));
  });

  it('two sites at one place, one of which closes: nothing changes', () => {
    const points = buildPoints(Float64Array.of(0.1), Float64Array.of(0));
    const sites = { lng: Float64Array.of(0, 0), lat: Float64Array.of(0, 0), before: Uint8Array.of(1, 1), after: Uint8Array.of(0, 1) };
    const km = distanceKm(0.1, 0, 0, 0);
    expect([...distancesAfter({ points, index: indexDemand(points) }, Float64Array.of(km), sites, 20, null)]).toEqual([km]);
  });
});

describe('sides of closed borders', () => {
  it('overlaps of closed areas are regions of their own, and nothing closed is none', () => {
    // Points: outside, in the first, in both, in the second. Two sites: in both, outside.
    const regions = closedRegions([{ points: Uint8Array.of(0, 1, 1, 0), sites: Uint8Array.of(1, 0) }, { points: Uint8Array.of(0, 0, 1, 1), sites: Uint8Array.of(1, 0) }]);
    expect(new Set(regions?.ofPoint).size).toBe(4);
    expect(regions?.ofPoint[0]).toBe(0);
    expect([...(regions?.ofSite ?? [])]).toEqual([regions?.ofPoint[2], 0]);
    expect(closedRegions([])).toBeNull();
  });
});

describe('people who move between classes', () => {
  it('are counted where they live, in the areas that are answered', () => {
    // Classes 0 and 1; class 1 counts. Points of area 0: 10 leave, 20 enter, 40 stay. Of area 1, which is not answered: 80 leave. Of none: 160 leave.
    const level = { areaOfPoint: Int32Array.of(0, 0, 0, 1, -1), people: Float64Array.of(10, 20, 40, 80, 160) };
    expect(peopleMoved(level, Uint8Array.of(1, 0, 1, 1, 1), Uint8Array.of(0, 1, 1, 0, 0), Uint8Array.of(0, 1), Uint8Array.of(1, 0))).toEqual({ leave: 10, enter: 20 });
  });
});
