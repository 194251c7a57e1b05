import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sitesReached } from './travel-areas';
import { createTravelRuns } from './travel-runs';
import { travelTable } from './travel-table';

it('sites that an area reaches are those that have one of its cells in their own table, by the quickest way', () => {
  const friction = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(NaN)), { minLength: 30, maxLength: 30 });
  const cell = fc.integer({ min: -1, max: 29 });
  fc.assert(fc.property(friction, fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }), fc.array(cell, { maxLength: 6 }), fc.integer({ min: 0, max: 20 }), (minutes, areas, sites, cap) => {
    const grid = { width: 6, height: 5, wraps: false, friction: Float32Array.from(minutes), cellWidthM: new Float64Array(5).fill(1), cellHeightM: new Float64Array(5).fill(2) };
    const table = travelTable(createTravelRuns(grid), Int32Array.from(sites), cap);
    const runs = createTravelRuns(grid);
    areas.forEach((cells) => {
      const quickest = sites.map((_, site) => {
        const [first, stop] = [table.start[site] ?? 0, table.start[site + 1] ?? 0];
        return Math.min(...[...table.cell.subarray(first, stop)].flatMap((one, i) => (cells.includes(one) ? [table.minutes[first + i] ?? NaN] : [])));
      });
      const { site, minutes } = sitesReached(runs, Int32Array.from(cells), Int32Array.from(sites), cap);
      const reached = [...quickest.keys()].filter((one) => Number.isFinite(quickest[one]));
      expect([...site]).toEqual(reached);
      expect([...minutes]).toEqual(reached.map((one) => quickest[one]));
    });
  }));
});
