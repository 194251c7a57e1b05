import { describe, expect, it } from 'vitest';
import { buildAreaLevel, peopleAtPoints } from './area-level';
import { buildDemand, WEIGHT_UNITS, type Demand } from './demand';

const square = (west: number): [number, number][][][] => [[[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]]];
/** Areas side by side, four points each, in two rows. */
const demandOf = (count: number): Demand => buildDemand(Array.from({ length: count }, (_, area) => ({ geometry: square(area * 2) })), [], { pointsPerArea: 4 });

describe('people at points', () => {
  it('ten people at four points: the running totals 2.5, 5, 7.5, 10 round to 3, 5, 8, 10, so 3 + 2 + 3 + 2 = 10', () => {
    const { people, known } = peopleAtPoints(demandOf(1), [10]);
    expect([...people]).toEqual([3, 2, 3, 2]);
    expect([...known]).toEqual([1, 1, 1, 1]);
  });

  it('fewer people than points are spread too: 2 at four points are 1 + 0 + 1 + 0; a fraction of a person is rounded', () => {
    expect([...peopleAtPoints(demandOf(1), [2]).people]).toEqual([1, 0, 1, 0]);
    expect([...peopleAtPoints(demandOf(1), [1.6]).people]).toEqual([1, 0, 1, 0]);
  });

  it('population-unknown is not zero-population: both hold nobody, only one is known', () => {
    const { people, known } = peopleAtPoints(demandOf(2), [null, 0]);
    expect([...people]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect([...known]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });
});

describe('the points of one demand, grouped by another level', () => {
  it('zones and the two provinces that cut the second zone in half have the same total: 100 + 50 = 125 + 25', () => {
    const demand = demandOf(2);
    const people = peopleAtPoints(demand, [100, 50]);
    const zones = buildAreaLevel(demand, people, demand.areaIndex, 2);
    const provinces = buildAreaLevel(demand, people, Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1), 2);
    expect([...zones.population]).toEqual([100, 50]);
    // Points of the second zone hold 12.5, 25, 37.5, 50 in all: 13 + 12 + 13 + 12
    expect([...provinces.population]).toEqual([125, 25]);
  });

  it('a point of no area belongs to none; an area without points is known to hold nobody we could place', () => {
    const demand = demandOf(1);
    const level = buildAreaLevel(demand, peopleAtPoints(demand, [100]), Int32Array.of(0, 0, -1, -1), 2);
    expect([...level.population]).toEqual([50, 0]);
    expect([...level.pointCount]).toEqual([2, 0]);
    expect([...level.peopleKnown]).toEqual([1, 0]);
    expect([...level.totalMass]).toEqual([(WEIGHT_UNITS * 100) / 2, 0]);
  });

  it('population-unknown in one zone of two: the province is not known, and each zone counts as 1 in its shares', () => {
    const demand = demandOf(2);
    const level = buildAreaLevel(demand, peopleAtPoints(demand, [300, null]), new Int32Array(8), 1);
    expect([...level.peopleKnown]).toEqual([0]);
    expect([...level.totalMass]).toEqual([2 * WEIGHT_UNITS]);
    expect([...level.mass.slice(0, 4)]).toEqual([...level.mass.slice(4)]);
  });

  it('zero-population: shares are of points; people weigh as soon as there are any, 300 to 100', () => {
    const demand = demandOf(2);
    expect([...buildAreaLevel(demand, peopleAtPoints(demand, [0, 0]), new Int32Array(8), 1).totalMass]).toEqual([2 * WEIGHT_UNITS]);
    const level = buildAreaLevel(demand, peopleAtPoints(demand, [300, 100]), new Int32Array(8), 1);
    expect(level.mass[0]! / level.mass[4]!).toBe(3);
  });
});
