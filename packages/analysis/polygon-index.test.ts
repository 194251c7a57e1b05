import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygonCoords } from './area-edges';
import { buildPolygonIndex, covers, locate, locateAll } from './polygon-index';

type Ring = [number, number][];
const box = (west: number, south: number, east: number, north: number): Ring => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const square = (west: number, south: number, east: number, north: number): MultiPolygonCoords => [[box(west, south, east, north)]];

describe('points into areas', () => {
  it('facility-on-border: a point on a shared border belongs to the lower number, on an outer border to its area', () => {
    const index = buildPolygonIndex([square(0, 0, 2, 2), square(2, 0, 4, 2)]);
    expect(locate(index, 1, 1)).toBe(0);
    expect(locate(index, 3, 1)).toBe(1);
    expect(locate(index, 2, 1)).toBe(0);
    expect(covers(index, 1, 2, 1)).toBe(true);
    for (const [lng, lat] of [[0, 0], [4, 2], [4, 1], [3, 0], [3, 2]] as const) expect(locate(index, lng, lat)).toBe(lng > 2 ? 1 : 0);
    expect(locate(index, 4.000001, 1)).toBe(-1);
  });

  it('facility-on-sloping-border: decided exactly, to the last digit of a slope of one third', () => {
    const index = buildPolygonIndex([[[[[0, 0], [30, 10], [0, 10], [0, 0]]]]]);
    expect(locate(index, 15, 5)).toBe(0);
    // No double is a third of 10. The nearest one, 3.3333333333333335, lies above the border at 10° east, so inside; the one below it, outside.
    expect(locate(index, 10, 3.3333333333333335)).toBe(0);
    expect(locate(index, 10, 3.333333333333333)).toBe(-1);
  });

  it('hole: its inside is outside, its border is covered, and a zone in the hole has it for itself', () => {
    const index = buildPolygonIndex([[[box(0, 0, 10, 10), box(4, 4, 6, 6)]], square(4, 4, 6, 6)]);
    expect(locate(index, 5, 5)).toBe(1);
    expect(locate(index, 4, 5)).toBe(0);
    expect(locate(index, 6, 6)).toBe(0);
    expect(covers(index, 0, 5, 5)).toBe(false);
    expect(locate(index, 3.9, 5)).toBe(0);
  });

  it('area-without-geometry keeps its number and holds nothing; no areas at all hold nothing', () => {
    const index = buildPolygonIndex([null, square(0, 0, 1, 1), null, []]);
    expect(locate(index, 0.5, 0.5)).toBe(1);
    expect(covers(index, 0, 0.5, 0.5)).toBe(false);
    expect(locate(buildPolygonIndex([]), 0, 0)).toBe(-1);
    expect(locate(buildPolygonIndex([null]), 0, 0)).toBe(-1);
  });

  it('overlapping-areas: the lowest number, wherever the grid knows a whole cell of a higher one', () => {
    const index = buildPolygonIndex([square(5, 5, 6, 6), square(0, 0, 10, 10), square(0, 0, 10, 10)]);
    expect(locate(index, 5.5, 5.5)).toBe(0);
    expect(locate(index, 4, 4)).toBe(1);
  });

  it('several parts, a ring left open, a single point, positions that are no numbers', () => {
    const index = buildPolygonIndex([[[box(0, 0, 1, 1)], [box(8, 8, 9, 9)]], [[[[3, 3], [4, 3], [4, 4]]]], [[[[6, 6], [6, 6], [6, 6], [6, 6]]]]]);
    expect(locate(index, 8.5, 8.5)).toBe(0);
    expect(locate(index, 5, 5)).toBe(-1);
    expect(locate(index, 3.75, 3.5)).toBe(1);
    expect(locate(index, 3.5, 3.5)).toBe(1);
    expect(locate(index, 6, 6)).toBe(2);
    expect(locate(index, NaN, 1)).toBe(-1);
    expect(locate(index, 1, Infinity)).toBe(-1);
  });

  it('equals slow ray casting on any rings, holes and crossings included, at corners, on edges and between', () => {
    const coordinate = fc.integer({ min: 0, max: 12 });
    const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 }).map((points): Ring => [...points, points[0]!]);
    const area = fc.option(fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }), { nil: null });
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 5 }), (areas) => {
        const index = buildPolygonIndex(areas);
        const lngs: number[] = [];
        const lats: number[] = [];
        for (let lng = -0.5; lng <= 12.5; lng += 0.5) for (let lat = -0.5; lat <= 12.5; lat += 0.5) {
          lngs.push(lng);
          lats.push(lat);
        }
        const expected = lngs.map((lng, i) => areas.findIndex((one) => one !== null && slowlyCovers(one, lng, lats[i]!)));
        expect([...locateAll(index, Float64Array.from(lngs), Float64Array.from(lats))]).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

/** Coordinates are halves, so every product is exact and the plain formula is right. */
function slowlyCovers(polygon: MultiPolygonCoords, lng: number, lat: number): boolean {
  let inside = false;
  for (const ring of polygon.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax = 0, ay = 0] = ring[i - 1]!;
      const [bx = 0, by = 0] = ring[i]!;
      const side = (bx - ax) * (lat - ay) - (by - ay) * (lng - ax);
      const within = lng >= Math.min(ax, bx) && lng <= Math.max(ax, bx) && lat >= Math.min(ay, by) && lat <= Math.max(ay, by);
      if (side === 0 && within) return true;
      if (ay > lat !== by > lat && (by > ay ? side > 0 : side < 0)) inside = !inside;
    }
  }
  return inside;
}
