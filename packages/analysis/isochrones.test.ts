import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isochrone } from './isochrones';

const polygonsOf = (rows: readonly (readonly number[])[], limitMin: number): ReturnType<typeof isochrone> => isochrone(rows[0]!.length, rows.length, Float32Array.from(rows.flat()), limitMin);

/** How often a ray to the east crosses the rings: odd inside. */
const holds = (polygon: ReturnType<typeof isochrone>[number], x: number, y: number): boolean => polygon.reduce((inside, ring) => ring.reduce((now, [ax, ay], i) => {
  const [bx, by] = ring[(i + 1) % ring.length]!;
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !now : now;
}, inside), false);

/** Twice the area with north above: more than 0 if the ring turns counter-clockwise. */
const turn = (ring: readonly (readonly [number, number])[]): number => ring.slice(1).reduce((sum, [x, y], i) => sum - (ring[i]![0] * y - x * ring[i]![1]), 0);

describe('isochrones', () => {
  it('between two centres the line runs where the minutes are those', () => {
    // From 0 at 0.5 to 40 at 1.5: 30 min at 0.5 + 30/40 = 1.25. Beyond the grid half way: its edge.
    const [[ring = []] = []] = polygonsOf([[0, 40]], 30);
    expect(ring).toEqual(expect.arrayContaining([[1.25, 0.5], [0.5, 0], [0, 0.5], [0.5, 1]]));
    expect(ring).toHaveLength(5);
    expect(ring[0]).toEqual(ring[4]);
    expect(turn(ring)).toBeGreaterThan(0);
  });

  it('nowhere, and everywhere to the edge of the grid', () => {
    expect(polygonsOf([[Infinity, 31]], 30)).toEqual([]);
    expect(polygonsOf([[0, Infinity]], Infinity)).toHaveLength(1);
    const [[ring = []] = []] = polygonsOf([[0, 0], [0, 0]], 30);
    expect([Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x)), Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))]).toEqual([0, 2, 0, 2]);
  });

  it('a hole is a hole of the ground around it; ground within the hole is a polygon of its own', () => {
    const far = Infinity;
    const found = polygonsOf([
      [0, 0, 0, 0, 0, 0, 0],
      [0, far, far, far, far, far, 0],
      [0, far, far, far, far, far, 0],
      [0, far, far, 0, far, far, 0],
      [0, far, far, far, far, far, 0],
      [0, far, far, far, far, far, 0],
      [0, 0, 0, 0, 0, 0, 0],
    ], 30);
    expect(found.map((polygon) => polygon.length)).toEqual([2, 1]);
    expect(found[0]!.map((ring) => Math.sign(turn(ring)))).toEqual([1, -1]);
  });

  it('cells that touch by a corner hang together', () => {
    expect(polygonsOf([[0, Infinity], [Infinity, 0]], 30)).toHaveLength(1);
    expect(polygonsOf([[Infinity, 0], [0, Infinity]], 30)).toHaveLength(1);
    expect(polygonsOf([[0, Infinity, 0]], 30)).toHaveLength(2);
  });

  it('the centre of a cell lies in exactly one polygon if its minutes are within, in none if they are not; rings are closed', () => {
    const grids = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).chain(([width, height]) => fc.tuple(fc.constant(width), fc.array(fc.oneof(fc.constant(Infinity), fc.constantFrom(0, 29, 30, 31), fc.float({ min: 0, max: 60, noNaN: true })), { minLength: width * height, maxLength: width * height })));
    fc.assert(fc.property(grids, ([width, minutes]) => {
      const found = isochrone(width, minutes.length / width, Float32Array.from(minutes), 30);
      for (const polygon of found) {
        for (const ring of polygon) {
          expect(ring.length).toBeGreaterThanOrEqual(5);
          expect(ring[0]).toEqual(ring.at(-1));
        }
        expect(polygon.map((ring) => Math.sign(turn(ring)))).toEqual(polygon.map((_, number) => (number === 0 ? 1 : -1)));
      }
      minutes.forEach((value, cell) => {
        // A hair off the centre, so that the ray passes no corner of a ring.
        const [x, y] = [(cell % width) + 0.5, Math.floor(cell / width) + 0.5001];
        expect(found.filter((polygon) => holds(polygon, x, y))).toHaveLength(value <= 30 ? 1 : 0);
      });
    }), { numRuns: 300 });
  });
});
