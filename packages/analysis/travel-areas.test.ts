import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areasReachedBySites } from './travel-areas';
import { prepareTravelTables } from './travel-table';

it('areas that a site reaches are those of the cells in its own table', () => {
  const friction = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(NaN)), { minLength: 30, maxLength: 30 });
  const cell = fc.integer({ min: -1, max: 29 });
  fc.assert(fc.property(friction, fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }), fc.array(cell, { maxLength: 6 }), fc.integer({ min: 0, max: 20 }), (minutes, areas, sites, cap) => {
    const grid = { width: 6, height: 5, wraps: false, friction: Float32Array.from(minutes), cellWidthM: new Float64Array(5).fill(1), cellHeightM: new Float64Array(5).fill(2) };
    const { start, cell: reached } = prepareTravelTables(grid)(Int32Array.from(sites), cap);
    const expected = sites.map((_, site) => {
      const here = new Set(reached.subarray(start[site], start[site + 1]));
      return areas.flatMap((cells, area) => (cells.some((one) => here.has(one)) ? [area] : []));
    });
    expect(areasReachedBySites(grid, areas.map((cells) => Int32Array.from(cells)), Int32Array.from(sites), cap)).toEqual(expected);
  }));
});
