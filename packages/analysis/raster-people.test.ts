import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RasterPlacement } from '#domain/raster-placement';
import { frameOf } from './raster-frame';
import { buildPolygonIndex, locate } from './polygon-index';
import { PeopleSum, type PeopleOptions } from './raster-people';

/** 10 × 6 cells of a tenth of a degree from 20° E, 1° N on. */
const placement: RasterPlacement = { crs: 'EPSG:4326', width: 10, height: 6, west: 20, north: 1, cellX: 0.1, cellY: 0.1 };
const box = (west: number, south: number, east: number, north: number) => [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]];
const level = (...boxes: number[][][][][]) => {
  const index = buildPolygonIndex(boxes);
  return { count: boxes.length, locate: (lng: number, lat: number) => locate(index, lng, lat) };
};
const sumOf = (values: readonly number[], options: Partial<PeopleOptions> = {}, at = placement) => {
  const sum = new PeopleSum({ placement: at, levels: [level(box(20, 0, 20.5, 1), box(20.5, 0, 20.9, 1))], base: 0, crossing: -1, ...options });
  // In two parts, as they come from a file.
  const half = Math.floor(at.height / 2) * at.width;
  sum.add({ column: 0, row: 0, width: at.width, values: Float64Array.from(values.slice(0, half)) });
  sum.add({ column: 0, row: Math.floor(at.height / 2), width: at.width, values: Float64Array.from(values.slice(half)) });
  return sum.result();
};

describe('people of a raster', () => {
  it('sums equal a slow sum over all cells, each cell in one area, the others outside', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constant(NaN), fc.double({ min: 0, max: 1000, noNaN: true })), { minLength: 60, maxLength: 60 }), (values) => {
      const { byLevel, total, outside, blocks } = sumOf(values);
      const slow = [0, 0, 0];
      values.forEach((people, cell) => {
        const column = cell % 10;
        // Columns 0–4 lie in the first area, 5–8 in the second, 9 in none.
        if (!Number.isNaN(people)) slow[column < 5 ? 0 : column < 9 ? 1 : 2] = (slow[column < 5 ? 0 : column < 9 ? 1 : 2] ?? 0) + people;
      });
      expect(byLevel[0]?.[0]).toBeCloseTo(slow[0] ?? 0, 6);
      expect(byLevel[0]?.[1]).toBeCloseTo(slow[1] ?? 0, 6);
      expect(outside).toBeCloseTo(slow[2] ?? 0, 6);
      expect(total).toBeCloseTo(slow.reduce((sum, one) => sum + one, 0), 6);
      expect(blocks.people.reduce((sum, one) => sum + one, 0) + outside).toBeCloseTo(total, 6);
    }));
  });

  it('cell-on-border: a cell whose centre lies on the border of two areas is counted once, in the first', () => {
    // The centre of column 4 is 20.45
    const { byLevel, outside } = sumOf(Array<number>(60).fill(1), { levels: [level(box(20, 0, 20.45, 1), box(20.45, 0, 21, 1))] });
    expect([...(byLevel[0] ?? [])]).toEqual([5 * 6, 5 * 6]);
    expect(outside).toBe(0);
  });

  it('a block has people of one area and one crossing area, and lies where most of them are', () => {
    // Cells of 100 m: 0.0009° each; blocks of 10 × 10 cells. Zones meet at column 5, territories at row 4.
    const fine: RasterPlacement = { crs: 'EPSG:4326', width: 10, height: 10, west: 0, north: 0.009, cellX: 0.0009, cellY: 0.0009 };
    const values = Array.from({ length: 100 }, (_, cell) => (cell === 23 ? 50 : 1));
    const zones = level(box(0, 0, 0.0045, 0.009), box(0.0045, 0, 0.009, 0.009));
    const territories = level(box(0, 0.0054, 0.009, 0.009), box(0, 0, 0.009, 0.0054));
    const { blocks } = sumOf(values, { levels: [zones, territories], base: 0, crossing: 1 }, fine);
    // 5 columns × 4 rows and 5 × 6; the cell of 50 is one of the first block: 19 + 50.
    expect([...blocks.area]).toEqual([0, 0, 1, 1]);
    expect([...blocks.people].sort((a, b) => a - b)).toEqual([20, 30, 30, 69]);
    const [lng, lat] = frameOf(fine).lngLatOf(23);
    const at = blocks.people.indexOf(69);
    expect([blocks.lng[at], blocks.lat[at]]).toEqual([lng, lat]);
  });

  it('nobody lives in a cell of zero; it is a known cell all the same', () => {
    const { blocks, spanByLevel } = sumOf(Array.from({ length: 60 }, (_, cell) => (cell === 0 || cell === 59 ? 0 : NaN)));
    expect(blocks.people.length).toBe(0);
    expect([...(spanByLevel[0] ?? [])].slice(0, 4)).toEqual([20.05, 0.95, 20.05, 0.95]);
  });
});
