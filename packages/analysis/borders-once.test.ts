import { expect, it } from 'vitest';
import { bordersOnce } from './borders-once';

/** Two squares of one degree side by side: they share the stretch from (1, 0) to (1, 1). */
const WEST = [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]];
const EAST = [[[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]];

const stretches = (lines: readonly (readonly (readonly number[])[])[]) => lines.reduce((sum, line) => sum + line.length - 1, 0);

it('draws what two areas share once: 4 + 4 sides, one of them shared, are 7', () => {
  const lines = bordersOnce([WEST, EAST]);
  expect(lines).toEqual([[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], [[1, 0], [2, 0], [2, 1], [1, 1]]]);
  expect(stretches(lines)).toBe(7);
});

it('draws a border once whichever way the neighbour walks it, and goes on behind it', () => {
  const clockwise = [[[[2, 0], [1, 0], [1, 1], [2, 1], [2, 0]]]];
  expect(bordersOnce([WEST, clockwise]).slice(1)).toEqual([[[2, 0], [1, 0]], [[1, 1], [2, 1], [2, 0]]]);
});

it('keeps a line each where neighbours were digitised apart, and none for an area without an outline', () => {
  const apart = [[[[1.000001, 0], [2, 0], [2, 1], [1.000001, 1], [1.000001, 0]]]];
  expect(stretches(bordersOnce([WEST, null, apart]))).toBe(8);
});

it('draws the rings of holes and of each part', () => {
  const pierced = [[[[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]], [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]];
  expect(stretches(bordersOnce([pierced]))).toBe(4 + 4 + 3);
});
