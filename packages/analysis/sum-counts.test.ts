import { describe, expect, it } from 'vitest';
import { sumKnown } from './sum-counts';

describe('a sum of counts that may be unknown', () => {
  it('is unknown where nothing is known, and not zero', () => {
    expect(sumKnown([])).toBeNull();
    expect(sumKnown([null, null])).toBeNull();
  });

  it('adds what is known', () => {
    expect(sumKnown([3, null, 4])).toBe(7);
    expect(sumKnown([0, null])).toBe(0);
  });
});
