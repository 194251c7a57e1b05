import { describe, expect, it } from 'vitest';
import type { RasterPlacement } from '#domain/raster-placement';
import { cutTo, FrictionSum } from './friction-grid';

const placement: RasterPlacement = { crs: 'EPSG:4326', width: 100, height: 80, west: 20, north: 4, cellX: 0.1, cellY: 0.1 };

describe('cutTo', () => {
  it('keeps half a degree around the areas, and no more than there is', () => {
    // 22 − 0.5 → column 15, 24 + 0.5 → 45; 3.8 + 0.5 is beyond the north, 1 − 0.5 → row 35
    expect(cutTo(placement, [22.04, 1.04, 23.96, 3.8])).toEqual({ columns: [15, 45], rows: [0, 35] });
    expect(cutTo(placement, [40, 1, 41, 2])).toBeNull();
  });

  it('utm-zone-35-south: the part that lies over a box of degrees', () => {
    const utm: RasterPlacement = { crs: 'EPSG:32735', width: 1000, height: 1000, west: 400_000, north: 10_000_000, cellX: 1000, cellY: 1000 };
    const part = cutTo(utm, [27, -2, 27.5, -1.5]);
    // 27° is the central meridian, column 100; half a degree on the equator is 55.6 km: columns 44 to 212 (27.5 + 0.5 = 28° is 611.3 km)
    expect(part?.columns[0]).toBe(44);
    expect(part?.columns[1]).toBe(212);
  });
});

describe('FrictionSum', () => {
  const grid = (values: number[], maxCells: number) => {
    const small: RasterPlacement = { ...placement, width: 4, height: 4 };
    const sum = new FrictionSum(small, { columns: [0, 4], rows: [0, 4] }, maxCells);
    sum.add({ column: 0, row: 0, width: 4, values: Float64Array.from(values) });
    return sum;
  };

  it('as they are, where they fit', () => {
    const sum = grid([0.5, NaN, 0.25, 1, ...Array<number>(12).fill(0.125)], 16);
    expect([sum.coarsened, [...sum.friction()].slice(0, 4)]).toEqual([1, [0.5, NaN, 0.25, 1]]);
  });

  it('river-in-a-coarse-grid: the mean of what can be crossed, and a barrier where half of the cells are one', () => {
    // A river runs from the north-west to the south-east: of each 2 × 2 on its way two cells are barriers.
    const river = [NaN, 0.5, 0.5, 0.5, 0.25, NaN, 0.5, 1, 0.5, 0.5, NaN, 0.5, 0.5, 0.5, 0.5, NaN];
    const sum = grid(river, 4);
    // North-east: (0.5 + 0.5 + 0.5 + 1) ÷ 4
    expect([sum.coarsened, [...sum.friction()]]).toEqual([2, [NaN, 0.625, 0.5, NaN]]);
    expect(sum.placement).toMatchObject({ width: 2, height: 2, cellX: 0.2, cellY: 0.2 });
  });
});
