import { describe, expect, it } from 'vitest';
import type { TravelGrid } from './travel-grid';
import { createTravelRuns } from './travel-runs';
import { travelTable } from './travel-table';
import { createTravelTimes } from './travel-times';
import { bandsByZone, catchments } from './travel-zones';

/** 1 × 5 cells of 1 km by 2 km at 1/64 min/m: 15.625 min a step; the fourth is a barrier. */
const row: TravelGrid = { width: 5, height: 1, wraps: false, friction: Float32Array.of(1 / 64, 1 / 64, 1 / 64, NaN, 1 / 64), cellWidthM: Float64Array.of(1000), cellHeightM: Float64Array.of(2000) };

describe('table of who reaches what', () => {
  it('each source as if alone; none for −1 and for one on a barrier; the cap is included', () => {
    const runs = createTravelRuns(row);
    const { start, cell, minutes } = travelTable(runs, Int32Array.of(1, -1, 0, 3, 0), 15.625);
    expect([...start]).toEqual([0, 3, 3, 5, 5, 7]);
    expect([...cell]).toEqual([0, 1, 2, 0, 1, 0, 1]);
    expect([...minutes]).toEqual([15.625, 0, 15.625, 0, 15.625, 0, 15.625]);
    // A second table begins from nothing.
    expect([...travelTable(runs, Int32Array.of(2), 40).minutes]).toEqual([31.25, 15.625, 0]);
  });

  it('equals a run with one source', () => {
    const grid: TravelGrid = { width: 30, height: 20, wraps: true, friction: Float32Array.from({ length: 600 }, (_, cell) => (cell % 7 === 3 ? NaN : ((cell * 37) % 11) / 100 + 0.01)), cellWidthM: new Float64Array(20).fill(90), cellHeightM: new Float64Array(20).fill(110) };
    const sources = Int32Array.of(0, 599, 301);
    const { start, cell, minutes } = travelTable(createTravelRuns(grid), sources, 60);
    sources.forEach((from, source) => {
      const alone = createTravelTimes(grid).run(Int32Array.of(from), 60).minutes;
      const listed = new Float32Array(600).fill(Infinity);
      for (let i = start[source]!; i < start[source + 1]!; i += 1) listed[cell[i]!] = minutes[i]!;
      expect(listed).toEqual(alone);
    });
  });
});

describe('summaries by zone', () => {
  const people = Float64Array.of(10, 20, NaN, 5, 40);
  const field = createTravelTimes(row).run(Int32Array.of(0));

  it('people and ground by band of minutes: bounds included, never in the last; nobody-knows apart', () => {
    // Minutes: 0, 15.625, 31.25, never, never. Zones: 0 0 1 1 none. A cell has 1 km × 2 km.
    const bands = bandsByZone(row, field.minutes, Int32Array.of(0, 0, 1, 1, -1), 2, people, [15.625, 60]);
    expect([...bands.people]).toEqual([30, 0, 0, 0, 0, 5]);
    expect([...bands.areaKm2]).toEqual([4, 0, 0, 0, 2, 2]);
    expect([...bands.unknownKm2]).toEqual([0, 2]);
  });

  it('catchments: who goes where, and who goes nowhere', () => {
    // Source 0 has cells 0 to 2: 10 + 20 people on 6 km²; the barrier and the cell behind it, 5 + 40, go nowhere.
    const { people: going, areaKm2, peopleOfNone } = catchments(row, field, 1, people);
    expect([[...going], [...areaKm2], peopleOfNone]).toEqual([[30], [6], 45]);
  });
});
