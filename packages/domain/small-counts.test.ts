import { describe, expect, it } from 'vitest';
import { isTooFew, tellsFewApart } from './small-counts';

describe('counts of few people', () => {
  it('one to four are too few; nobody, five and not known are not', () => {
    expect([0, 1, 4, 5, null].map(isTooFew)).toEqual([false, true, true, false, false]);
  });

  it.each([
    ['a part is small', [120, 3], 123, true],
    // 23 − 20 = 3
    ['what is left of the whole is small', [20, null], 23, true],
    // 25 − 20 = 5
    ['what is left is five', [20, null], 25, false],
    ['the parts are the whole', [20, 5], 25, false],
    ['no part is counted: the whole alone tells nothing apart', [null, null], 23, false],
    ['the whole is not known', [20, 5], null, false],
    ['a small part of a whole that is not known', [20, 4], null, true],
  ] as const)('%s', (_case, parts, whole, tells) => expect(tellsFewApart(parts, whole)).toBe(tells));
});
