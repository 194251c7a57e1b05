import { describe, expect, it } from 'vitest';
import type { AnalysisArea, AnalysisProgramme } from '#db/stores/analysis-input';
import type { RasterPlacement } from '#domain/raster-placement';
import type { MovementClosure, RasterRecord } from '#domain/reach-records';
import { buildAreaSets } from './area-sets';
import { buildSurface } from './surface';

/** 10 × 10 cells of a tenth of a degree, [20–21, 0–1]; a minute for ten metres everywhere. */
const placement: RasterPlacement = { crs: 'EPSG:4326', width: 10, height: 10, west: 20, north: 1, cellX: 0.1, cellY: 0.1 };
const record: RasterRecord = {
  scheme: 'raster', externalId: 'r', kind: 'friction', title: 'r', sha256: '0'.repeat(64), width: 10, height: 10, crs: 'EPSG:4326', bounds: [20, 0, 21, 1], cellsKnown: 100, min: 0.125, max: 0.125, total: null, year: null, source: 'S', sourceRow: null,
};
const ring = (west: number, south: number, east: number, north: number): [number, number][] => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const zone = (code: string, outline: [number, number][] | null): AnalysisArea => ({
  id: code, code, type: 'healthZone', name: code, parentCode: null, provinceCode: null, geojson: outline === null ? null : JSON.stringify({ type: 'MultiPolygon', coordinates: [[outline]] }), areaKm2: null, population: null, source: 'B',
});
/** Z1 is the west: columns 0 to 4. */
const sets = buildAreaSets([zone('Z1', ring(20, 0, 20.5, 1)), zone('Z2', ring(20.5, 0, 21, 1)), zone('Z3', null)]);
const closure = (id: string, more: Partial<MovementClosure>): AnalysisProgramme => ({
  id, structures: [], kind: 'movementClosure',
  record: { scheme: 's', externalId: id, title: id, areaCodes: [], outline: null, effect: 'blocked', factor: null, start: '2025-05-01', end: '2025-05-31', tier: 'public', source: 'S', sourceRow: null, ...more },
});
const surfaceWith = (closures: AnalysisProgramme[], at = placement) => buildSurface({ record, placement: at, coarsened: 1, friction: new Float32Array(at.width * at.height).fill(0.125) }, sets, closures);
const closedCells = (friction: Float32Array): number[] => [...friction.keys()].filter((cell) => Number.isNaN(friction[cell]));

describe('areas closed to movement', () => {
  it('no closure in force: the surface itself, whatever the day', () => {
    const surface = surfaceWith([closure('c', { areaCodes: ['Z1'] })]);
    expect([surface.on('2025-04-30').grid, surface.on('2025-06-01').key]).toEqual([surface.grid, '']);
    expect(surface.on('2025-04-30')).toBe(surface.on('2025-06-01'));
  });

  it('by area: on its first and last day nobody passes where a cell has its centre in it', () => {
    const surface = surfaceWith([closure('c', { areaCodes: ['Z1'] })]);
    const west = Array.from({ length: 50 }, (_, i) => Math.floor(i / 5) * 10 + (i % 5));
    expect(closedCells(surface.on('2025-05-01').grid.friction)).toEqual(west);
    expect(surface.on('2025-05-31')).toBe(surface.on('2025-05-01'));
    expect(surface.on('2025-05-31').closures.map(({ id }) => id)).toEqual(['c']);
    // The surface itself stays open.
    expect(closedCells(surface.grid.friction)).toEqual([]);
  });

  it('by outline, slowed: the way takes as many times as long; of two the slower counts, and closed is slower than any', () => {
    const surface = surfaceWith([
      closure('a', { outline: [[ring(20, 0.9, 21, 1)]], effect: 'slowed', factor: 2 }),
      closure('b', { outline: [[ring(20.5, 0.8, 21, 1)]], effect: 'slowed', factor: 4 }),
      closure('c', { outline: [[ring(20.9, 0.8, 21, 1)]] }),
    ]);
    const { friction } = surface.on('2025-05-10').grid;
    // First row: 5 cells doubled, 4 fourfold, one closed. Second row: 5 as before, 4 fourfold, one closed.
    expect([...friction.subarray(0, 10)]).toEqual([0.25, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5, NaN]);
    expect([...friction.subarray(10, 20)]).toEqual([0.125, 0.125, 0.125, 0.125, 0.125, 0.5, 0.5, 0.5, 0.5, NaN]);
  });

  it('tried out: closed beside those that are, and known by another key', () => {
    const surface = surfaceWith([closure('c', { outline: [[ring(20, 0.9, 20.1, 1)]], end: null })]);
    expect(closedCells(surface.on('2026-01-01').grid.friction)).toEqual([0]);
    const tried = surface.on('2026-01-01', ['Z2', 'Z2']);
    expect([closedCells(tried.grid.friction).length, tried.key]).toEqual([51, 'c +Z2']);
  });

  it('area-without-outline: closes nothing, and is no error', () => {
    expect(closedCells(surfaceWith([closure('c', { areaCodes: ['Z3', 'unknown'] })]).on('2025-05-10').grid.friction)).toEqual([]);
  });

  it('utm-zone-35-south: the cells of an area of degrees', () => {
    // Columns 500 m wide, from 100 km west of the central meridian (27°) on: the outline runs from 26.5° to 26.75°.
    const surface = surfaceWith([closure('c', { outline: [[ring(26.5, -0.2, 26.75, -0.1)]] })], { crs: 'EPSG:32735', width: 400, height: 100, west: 400_000, north: 10_000_000, cellX: 500, cellY: 500 });
    const closed = closedCells(surface.on('2025-05-10').grid.friction);
    const slow = Array.from({ length: 40_000 }, (_, cell) => cell).filter((cell) => {
      const [lng, lat] = surface.lngLatOf(cell);
      return lng >= 26.5 && lng <= 26.75 && lat >= -0.2 && lat <= -0.1;
    });
    expect(closed).toEqual(slow);
    expect(closed.length).toBeGreaterThan(1000);
  });
});
