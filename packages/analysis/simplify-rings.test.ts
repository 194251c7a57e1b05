import { describe, expect, it } from 'vitest';
import { simplifyPolygons } from './simplify-rings';

type Point = [number, number];
/** A square of ten cells with a tooth of 0.2 on every cell of its southern side. */
const toothed: Point[] = [...Array.from({ length: 21 }, (_, i): Point => [i / 2, i % 2 === 0 ? 0 : 0.2]), [10, 10], [0, 10], [0, 0]];

describe('simplifying polygons', () => {
  it('leaves out what lies within a quarter of a cell, and keeps the corners, closed and in their turn', () => {
    const { polygons, tolerance } = simplifyPolygons([[toothed]], 100);
    expect(tolerance).toBe(0.25);
    expect(polygons).toEqual([[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]]);
  });

  it('doubles the tolerance until everything fits: of teeth of one cell nothing is left at two', () => {
    const teeth: Point[] = [...Array.from({ length: 41 }, (_, i): Point => [i, i % 2]), [40, 40], [0, 40], [0, 0]];
    expect(simplifyPolygons([[teeth]], 44).polygons[0]?.[0]).toHaveLength(44);
    const few = simplifyPolygons([[teeth]], 10);
    expect(few.tolerance).toBe(1);
    expect(few.polygons[0]?.[0]).toEqual([[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]]);
  });

  it('hole-smaller-than-the-line: it goes, and so does an island', () => {
    const hole: Point[] = [[4, 4], [4, 4.2], [4.2, 4.2], [4.2, 4], [4, 4]]; // 0.04 < 0.25²
    const lake: Point[] = [[6, 6], [6, 8], [8, 8], [8, 6], [6, 6]];
    const { polygons } = simplifyPolygons([[toothed, hole, lake], [hole]], 100);
    expect(polygons.map((rings) => rings.length)).toEqual([2]);
    expect(polygons[0]?.[1]).toEqual(lake);
  });

  it('nothing stays nothing', () => {
    expect(simplifyPolygons([], 10).polygons).toEqual([]);
  });
});
