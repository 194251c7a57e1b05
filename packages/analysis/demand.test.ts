import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygonCoords } from './area-edges';
import { buildDemand, type Demand, type DemandPlace } from './demand';
import { buildPolygonIndex, covers } from './polygon-index';

type Ring = [number, number][];
const box = (west: number, south: number, east: number, north: number): Ring => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const square = (west: number, south: number, east: number, north: number): MultiPolygonCoords => [[box(west, south, east, north)]];

const spread = (geometry: MultiPolygonCoords | null, pointsPerArea = 256): Demand => buildDemand([{ geometry }], [], { pointsPerArea });
const total = (demand: Demand): number => demand.weight.reduce((sum, share) => sum + share, 0);

function expectInside(demand: Demand, geometry: MultiPolygonCoords): void {
  const index = buildPolygonIndex([geometry]);
  demand.lng.forEach((lng, point) => expect(covers(index, 0, lng, demand.lat[point]!), `point ${point}`).toBe(true));
}

describe('people spread evenly over an area', () => {
  it('256 points in a square, a quarter of them in each quarter, centre in the middle', () => {
    const demand = spread(square(20, -1, 21, 0));
    expect(demand.lng.length).toBe(256);
    expect(demand.method).toEqual(['evenSpread']);
    expectInside(demand, square(20, -1, 21, 0));
    for (const [west, south] of [[20, -1], [20.5, -1], [20, -0.5], [20.5, -0.5]] as const) {
      const here = demand.lng.filter((lng, point) => lng >= west && lng < west + 0.5 && demand.lat[point]! >= south && demand.lat[point]! < south + 0.5).length;
      expect(Math.abs(here - 64)).toBeLessThanOrEqual(4);
    }
    expect(demand.centreLng[0]).toBeCloseTo(20.5, 2);
    expect(demand.centreLat[0]).toBeCloseTo(-0.5, 2);
    expect(total(demand)).toBe(1);
  });

  it('far-from-the-equator: as many points as surface. Of a strip from 0° to 60°, sin 30° ÷ sin 60° = 57.7 % lies below 30°', () => {
    const demand = spread(square(0, 0, 1, 60), 1024);
    const below = demand.lat.filter((lat) => lat < 30).length;
    expect(Math.abs(below / 1024 - 0.5 / Math.sin(Math.PI / 3))).toBeLessThan(0.005);
  });

  it.each([
    ['sliver-lying', square(0, 0, 5, 1e-6)],
    ['sliver-standing', square(0, 0, 1e-6, 5)],
    ['sliver-sloping', [[[[0, 0], [5, 3], [5, 3.000001], [0, 0]]]]],
    ['tiny-area', square(29, -1, 29 + 1e-9, -1 + 1e-9)],
    ['tiny-as-doubles-allow', square(29, -1, 29 + 2 ** -47, -1 + 2 ** -51)],
    ['hole-leaves-a-frame', [[box(0, 0, 1, 1), box(0.001, 0.001, 0.999, 0.999)]]],
    ['two-parts-far-apart', [[box(0, 0, 1, 1)], [box(40, 40, 40.01, 40.01)]]],
  ] as [string, MultiPolygonCoords][])('%s: 256 points, all inside', (_hazard, geometry) => {
    const demand = spread(geometry);
    expect(demand.lng.length).toBe(256);
    expectInside(demand, geometry);
    expect(total(demand)).toBe(1);
  });

  it('area-without-surface: a line or a point is one point of weight 1', () => {
    for (const geometry of [[[[[3, 3], [4, 4], [3, 3]]]], [[[[3, 3], [3, 3], [3, 3], [3, 3]]]]] as MultiPolygonCoords[]) {
      const demand = spread(geometry);
      expect([...demand.lng, ...demand.lat, ...demand.weight]).toEqual([3, 3, 1]);
      expect([demand.centreLng[0], demand.centreLat[0]]).toEqual([3, 3]);
    }
  });

  it('area-without-geometry: no point, no centre, and the next area keeps its number', () => {
    const demand = buildDemand([{ geometry: null }, { geometry: square(0, 0, 1, 1) }], [{ lng: 0.5, lat: 0.5, population: 9, areaIndex: 0 }], { pointsPerArea: 4 });
    expect(demand.method).toEqual(['none', 'evenSpread']);
    expect([...demand.firstPoint]).toEqual([0, 0, 4]);
    expect([...demand.areaIndex]).toEqual([1, 1, 1, 1]);
    expect(demand.centreLng[0]).toBeNaN();
  });

  it('any triangle, however thin: all points inside, shares sum to 1, and where the ring starts changes nothing', () => {
    const degree = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(degree, degree), fc.tuple(degree, degree), fc.tuple(degree, degree), (a, b, c) => {
        const demand = spread([[[a, b, c, a]]], 100);
        expectInside(demand, [[[a, b, c, a]]]);
        expect(total(demand)).toBe(1);
        const turned = spread([[[b, c, a, b]]], 100);
        expect([...turned.lng, ...turned.lat]).toEqual([...demand.lng, ...demand.lat]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('people at known places', () => {
  const place = (lng: number, lat: number, population: number | null, areaIndex = 0): DemandPlace => ({ lng, lat, population, areaIndex });
  const areas = [{ geometry: square(0, 0, 4, 4) }];

  it('in proportion to their population: 3,000 and 1,000 are 0.75 and 0.25; the centre is three times nearer the larger', () => {
    const demand = buildDemand(areas, [place(3, 0.5, 1000), place(1, 0.5, 3000)], { pointsPerArea: 256 });
    expect(demand.method).toEqual(['places']);
    expect([...demand.lng]).toEqual([1, 3]);
    expect([...demand.weight]).toEqual([0.75, 0.25]);
    expect(demand.centreLng[0]).toBeCloseTo(1.5, 3);
  });

  it('single-point-area: one place holds everybody', () => {
    const demand = buildDemand(areas, [place(1, 1, 7)], { pointsPerArea: 256 });
    expect([...demand.weight]).toEqual([1]);
    expect([demand.centreLng[0], demand.centreLat[0]]).toEqual([1, 1]);
  });

  it('a place of unknown population, without people, outside its area or of no area says nothing; then people are spread', () => {
    const nothing = [place(1, 1, null), place(2, 2, 0), place(9, 9, 500), place(1, 1, 500, -1), place(1, 1, 500, 7)];
    expect(buildDemand(areas, nothing, { pointsPerArea: 16 }).method).toEqual(['evenSpread']);
    expect([...buildDemand(areas, [...nothing, place(3, 3, 5)], { pointsPerArea: 16 }).lng]).toEqual([3]);
  });

  it('thirds, which no double holds, sum to 1 exactly; the order of rows does not matter', () => {
    const rows = [place(1, 1, 1), place(2, 1, 1), place(1, 3, 1)];
    const demand = buildDemand(areas, rows, { pointsPerArea: 256 });
    expect(total(demand)).toBe(1);
    expect(buildDemand(areas, [...rows].reverse(), { pointsPerArea: 256 })).toEqual(demand);
  });
});

describe('people of a population raster', () => {
  const areas = [{ geometry: square(0, 0, 4, 4) }, { geometry: square(4, 0, 8, 4) }];

  it('where the raster has them, before any place; an area that it does not cover keeps its own way', () => {
    const places = [{ lng: 1, lat: 1, population: 9, areaIndex: 0 }, { lng: 5, lat: 1, population: 9, areaIndex: 1 }];
    const demand = buildDemand(areas, places, { pointsPerArea: 16, raster: new Map([[0, { lng: [2, 3], lat: [2, 3], people: [30, 10] }]]) });
    expect(demand.method).toEqual(['raster', 'places']);
    expect([...demand.lng]).toEqual([2, 3, 5]);
    expect([...demand.weight]).toEqual([0.75, 0.25, 1]);
  });

  it('nobody-in-the-raster: the area is covered, and is spread over evenly with nobody in it', () => {
    const demand = buildDemand(areas, [], { pointsPerArea: 16, raster: new Map([[0, { lng: [], lat: [], people: [] }]]) });
    expect(demand.method).toEqual(['raster', 'evenSpread']);
    expect(demand.lng.length).toBe(32);
  });
});
