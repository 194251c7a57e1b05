import { describe, expect, it } from 'vitest';
import { outlineFault } from './outline-ring';

describe('outlineFault', () => {
  it('takes triangles, squares, hollow shapes, and corners on a straight side', () => {
    expect(outlineFault([[0, 0], [1, 0], [0, 1]])).toBeNull();
    expect(outlineFault([[0, 0], [2, 0], [2, 2], [1, 0.5], [0, 2]])).toBeNull();
    expect(outlineFault([[0, 0], [1, 0], [2, 0], [2, 2], [0, 2]])).toBeNull();
  });

  it('refuses fewer than three corners, and corners on one line', () => {
    expect(outlineFault([[0, 0], [1, 0]])).toBe('tooFewCorners');
    expect(outlineFault([[0, 0], [1, 1], [2, 2]])).toBe('tooFewCorners');
    expect(outlineFault([[0, 0], [1, 0], [0, 0]])).toBe('tooFewCorners');
  });

  it('refuses a bow tie, a side that turns back on itself, and a corner visited twice', () => {
    expect(outlineFault([[0, 0], [1, 1], [1, 0], [0, 1]])).toBe('crossesItself');
    expect(outlineFault([[0, 0], [2, 0], [1, 0], [1, 2]])).toBe('crossesItself');
    expect(outlineFault([[0, 0], [1, 0], [1, 1], [0, 0], [-1, 0], [-1, -1]])).toBe('crossesItself');
  });
});
