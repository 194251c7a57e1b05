import * as fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import type { RasterPlacement } from '#domain/raster-placement';
import { boundsOf, cellSizesOf, frameOf } from './raster-frame';
import { fromUtm, toUtm } from './utm';

const degrees = (more: Partial<RasterPlacement> = {}): RasterPlacement => ({ crs: 'EPSG:4326', width: 4, height: 2, west: 28, north: -1, cellX: 0.5, cellY: 0.25, ...more });

describe('toUtm, fromUtm', () => {
  it('utm-zone-35-south: as proj4 has it, to the millimetre, there and back', () => {
    fc.assert(fc.property(fc.double({ min: 21, max: 33, noNaN: true }), fc.double({ min: -14, max: 6, noNaN: true }), fc.boolean(), (lng, lat, south) => {
      const [x, y] = toUtm({ zone: 35, south }, lng, lat);
      const [px = NaN, py = NaN] = proj4(`+proj=utm +zone=35 ${south ? '+south' : ''} +datum=WGS84`, [lng, lat]);
      expect(Math.hypot(x - px, y - py)).toBeLessThan(0.001);
      const [backLng, backLat] = fromUtm({ zone: 35, south }, x, y);
      expect(Math.hypot(backLng - lng, backLat - lat)).toBeLessThan(1e-8);
    }));
  });
});

describe('frameOf', () => {
  it('corners: the outer border belongs to the grid, inner borders to the cell east and south of them', () => {
    const { cellOf, lngLatOf } = frameOf(degrees());
    expect([cellOf(28, -1), cellOf(28.5, -1), cellOf(28, -1.25), cellOf(30, -1.5)]).toEqual([0, 1, 4, 7]);
    expect([cellOf(27.999, -1.1), cellOf(30.001, -1.1), cellOf(29, -0.999), cellOf(29, -1.501)]).toEqual([-1, -1, -1, -1]);
    // Cell 6 is the third of the second row: 28 + 2.5 · 0.5, −1 − 1.5 · 0.25
    expect(lngLatOf(6)).toEqual([29.25, -1.375]);
  });

  it('grid-from-0-to-360: a position west of Greenwich is found in its eastern half', () => {
    const frame = frameOf(degrees({ width: 360, height: 180, west: 0, north: 90, cellX: 1, cellY: 1 }));
    expect(frame.wraps).toBe(true);
    expect([frame.cellOf(-0.5, 89.5), frame.cellOf(0.5, 89.5)]).toEqual([359, 0]);
    expect(frame.lngLatOf(359)).toEqual([-0.5, 89.5]);
  });

  it('utm-zone-35-south: a position in Bukavu falls in the cell that proj4 says', () => {
    const placement: RasterPlacement = { crs: 'EPSG:32735', width: 300, height: 300, west: 600_000, north: 9_800_000, cellX: 1000, cellY: 1000 };
    const { cellOf, lngLatOf } = frameOf(placement);
    const [x = NaN, y = NaN] = proj4('+proj=utm +zone=35 +south +datum=WGS84', [28.86, -2.5]);
    const cell = cellOf(28.86, -2.5);
    expect(cell).toBe(Math.floor((9_800_000 - y) / 1000) * 300 + Math.floor((x - 600_000) / 1000));
    expect(cellOf(...lngLatOf(cell))).toBe(cell);
  });
});

describe('cellSizesOf', () => {
  it('true metres at each latitude on the ellipsoid, constant in UTM', () => {
    // One degree at the equator: 6378137 · π/180 = 111,319.49 m along it, and 6378137 · (1 − e²) · π/180 = 110,574.28 m across it.
    const atEquator = cellSizesOf(degrees({ height: 1, north: 0.5, cellX: 1, cellY: 1 }));
    expect(atEquator.cellWidthM[0]).toBeCloseTo(111_319.49, 1);
    expect(atEquator.cellHeightM[0]).toBeCloseTo(110_574.28, 1);
    // At 60°: 55,800 m along the parallel, 111,412 m along the meridian (tables of the WGS 84 ellipsoid).
    const at60 = cellSizesOf(degrees({ height: 1, north: 60.5, cellX: 1, cellY: 1 }));
    expect(at60.cellWidthM[0]).toBeCloseTo(55_800, -1);
    expect(at60.cellHeightM[0]).toBeCloseTo(111_412, -1);
    expect([...cellSizesOf({ ...degrees(), crs: 'EPSG:32735', cellX: 100, cellY: 90 }).cellHeightM]).toEqual([90, 90]);
  });
});

describe('boundsOf', () => {
  it('of degrees the box itself; of UTM everything within its curved sides', () => {
    expect(boundsOf(frameOf(degrees()))).toEqual([28, -1.5, 30, -1]);
    const frame = frameOf({ crs: 'EPSG:32735', width: 200, height: 400, west: 600_000, north: 9_900_000, cellX: 1000, cellY: 1000 });
    const [west, south, east, north] = boundsOf(frame);
    for (let cell = 0; cell < 80_000; cell += 997) {
      const [lng, lat] = frame.lngLatOf(cell);
      expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
    }
  });
});
