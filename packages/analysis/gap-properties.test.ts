import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygonCoords } from './area-edges';
import { buildAreaLevel, peopleAtPoints, type AreaLevel } from './area-level';
import { CLASS_CODES, CLASS_COUNT, classify, type PointCare } from './classify';
import { buildDemand, type Demand } from './demand';
import { buildSites, nearestSites } from './nearest';
import { buildPolygonIndex, locateAll } from './polygon-index';
import { markAreas, pointsInAreas } from './reach';
import { sweepThresholds } from './sweep-thresholds';

/** Square zones on a 3 × 3 board of half degrees, at most one a field; provinces are its columns, a little narrower than they should be. */
interface Zone { id: string; field: number; population: number | null; hasGeometry: boolean; aware: boolean; reported: boolean; unplaced: boolean; visited: boolean }
interface Place { lng: number; lat: number; population: number | null }
interface Site { lng: number; lat: number; readiness: 'ready' | 'unknown' | 'notReady' }
interface World { zones: Zone[]; places: Place[]; sites: Site[]; threshold: number; theta: number }

const box = (west: number, south: number, east: number, north: number): MultiPolygonCoords => [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]];
const outlineOf = ({ field }: Zone): MultiPolygonCoords => box((field % 3) / 2, Math.floor(field / 3) / 2, (field % 3) / 2 + 0.5, Math.floor(field / 3) / 2 + 0.5);
const provinces = [0, 1, 2].map((column) => box(column / 2 + 0.03, 0, column / 2 + 0.5, 1.5));

const degree = fc.oneof(fc.double({ min: 0, max: 1.5, noNaN: true }), fc.integer({ min: 0, max: 6 }).map((quarter) => quarter / 4));
const zone = fc.record({
  field: fc.integer({ min: 0, max: 8 }),
  population: fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1000, max: 300_000 })),
  hasGeometry: fc.integer({ min: 0, max: 5 }).map((roll) => roll > 0),
  aware: fc.boolean(), reported: fc.boolean(), unplaced: fc.boolean(), visited: fc.boolean(),
});
const world: fc.Arbitrary<World> = fc.record({
  zones: fc.uniqueArray(zone, { selector: (one) => one.field, minLength: 1, maxLength: 6 }).map((zones) => zones.map((one) => ({ ...one, id: `zone ${one.field}` }))),
  places: fc.array(fc.record({ lng: degree, lat: degree, population: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5000 })) }), { maxLength: 8 }),
  sites: fc.array(fc.record({ lng: degree, lat: degree, readiness: fc.constantFrom('ready' as const, 'unknown' as const, 'notReady' as const) }), { maxLength: 12 }),
  threshold: fc.oneof(fc.constantFrom(0, 5, 30), fc.double({ min: 0, max: 80, noNaN: true })),
  theta: fc.constantFrom(0.25, 0.5, 1),
});

/** Zones are numbered in the order of their codes, whatever the order of rows: that settles who has a place on a shared border. */
const numbered = (zones: readonly Zone[]): Zone[] => [...zones].sort((a, b) => (a.id < b.id ? -1 : 1));

function gather({ zones: rows, places, sites }: World): { demand: Demand; zoneLevel: AreaLevel; provinceLevel: AreaLevel; care: PointCare } {
  const zones = numbered(rows);
  const outlines = zones.map((one) => (one.hasGeometry ? outlineOf(one) : null));
  const index = buildPolygonIndex(outlines);
  const placeAreas = locateAll(index, Float64Array.from(places, (one) => one.lng), Float64Array.from(places, (one) => one.lat));
  const demand = buildDemand(outlines.map((geometry) => ({ geometry })), places.map((one, i) => ({ ...one, areaIndex: placeAreas[i]! })), { pointsPerArea: 16, index });
  const people = peopleAtPoints(demand, zones.map((one) => one.population));
  const kmTo = (readiness: Site['readiness']): Float64Array => {
    const list = sites.filter((site) => site.readiness === readiness);
    return nearestSites(demand, buildSites(Float64Array.from(list, (site) => site.lng), Float64Array.from(list, (site) => site.lat))).distanceKm;
  };
  const pointsOf = (holds: (one: Zone) => boolean): Uint8Array =>
    pointsInAreas(demand.lng.length, [{ areaOfPoint: demand.areaIndex, marked: markAreas(zones.length, zones.flatMap((one, area) => (holds(one) ? [area] : []))) }]);
  const care = { aware: pointsOf((one) => one.aware), reported: pointsOf((one) => one.reported), readyHere: pointsOf((one) => one.visited), unknownHere: pointsOf((one) => one.unplaced), toReady: kmTo('ready'), toUnknown: kmTo('unknown') };
  const provinceOfPoint = locateAll(buildPolygonIndex(provinces), demand.lng, demand.lat);
  return { demand, care, zoneLevel: buildAreaLevel(demand, people, demand.areaIndex, zones.length), provinceLevel: buildAreaLevel(demand, people, provinceOfPoint, 3) };
}

const GAP = CLASS_CODES.indexOf('gap');
const inGap = (people: Float64Array, area: number): number => people[area * CLASS_COUNT + GAP]!;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('whatever the world is like', () => {
  it('the people of the classes sum to the whole, in every area of every level', () => {
    fc.assert(fc.property(world, (given) => {
      const { zoneLevel, provinceLevel, care } = gather(given);
      for (const level of [zoneLevel, provinceLevel]) {
        const { people, mass } = classify(level, care, given);
        for (let area = 0; area < level.areaCount; area += 1) {
          expect(sum(people.slice(area * CLASS_COUNT, (area + 1) * CLASS_COUNT))).toBe(level.population[area]);
          expect(sum(mass.slice(area * CLASS_COUNT, (area + 1) * CLASS_COUNT))).toBe(level.totalMass[area]);
        }
        expect([...people].every((heads) => Number.isInteger(heads) && heads >= 0)).toBe(true);
      }
      numbered(given.zones).forEach((one, area) => {
        if (one.hasGeometry) expect(zoneLevel.population[area]).toBe(one.population ?? 0);
      });
    }));
  });

  it('making a structure ready never adds a person to the gap of any area', () => {
    fc.assert(fc.property(world, fc.nat(), (given, choice) => {
      fc.pre(given.sites.length > 0);
      const made = given.sites.map((site, number) => (number === choice % given.sites.length ? { ...site, readiness: 'ready' as const } : site));
      const before = gather(given);
      const after = gather({ ...given, sites: made });
      for (const level of ['zoneLevel', 'provinceLevel'] as const) {
        const [then, now] = [classify(before[level], before.care, given), classify(after[level], after.care, given)];
        for (let area = 0; area < before[level].areaCount; area += 1) expect(inGap(now.people, area)).toBeLessThanOrEqual(inGap(then.people, area));
      }
    }));
  });

  it('the order of rows never matters: classes and people by zone and province are the same', () => {
    const answer = (given: World): unknown => {
      const { zoneLevel, provinceLevel, care } = gather(given);
      const [byZone, byProvince] = [classify(zoneLevel, care, given), classify(provinceLevel, care, given)];
      const zones = numbered(given.zones).map((one, area) => [one.id, byZone.areaClass[area], [...byZone.people.slice(area * CLASS_COUNT, (area + 1) * CLASS_COUNT)]]);
      return { zones, provinces: [[...byProvince.areaClass], [...byProvince.people]] };
    };
    const shuffled = world.chain((given) =>
      fc.record({
        zones: fc.shuffledSubarray(given.zones, { minLength: given.zones.length }),
        places: fc.shuffledSubarray(given.places, { minLength: given.places.length }),
        sites: fc.shuffledSubarray(given.sites, { minLength: given.sites.length }),
      }).map((rows) => [given, { ...given, ...rows }] as const));
    fc.assert(fc.property(shuffled, ([given, other]) => {
      expect(answer(other)).toEqual(answer(given));
    }));
  });

  it('the sweep of thresholds equals the classification at each of them', () => {
    fc.assert(fc.property(world, fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { maxLength: 8 }), (given, list) => {
      const { zoneLevel, provinceLevel, care } = gather(given);
      const thresholds = [...list, given.threshold, ...care.toReady.filter(Number.isFinite).slice(0, 2)].sort((a, b) => a - b);
      for (const level of [zoneLevel, provinceLevel]) {
        const sweep = sweepThresholds(level, care, thresholds, given.theta);
        thresholds.forEach((threshold, step) => {
          const one = classify(level, care, { threshold, theta: given.theta });
          const first = step * level.areaCount;
          expect(sweep.areaClass.slice(first, first + level.areaCount)).toEqual(one.areaClass);
          expect(sweep.people.slice(first * CLASS_COUNT, (first + level.areaCount) * CLASS_COUNT)).toEqual(one.people);
        });
      }
    }));
  });

  it('thresholds that do not ascend are refused', () => {
    const { zoneLevel, care } = gather({ zones: [], places: [], sites: [], threshold: 5, theta: 0.5 });
    expect(() => sweepThresholds(zoneLevel, care, [5, 4], 0.5)).toThrow('threshold 4 km comes after 5 km');
  });
});
