import { expect, it } from 'vitest';
import { durationOf } from './duration';

it.each([
  [0.4, '0 min'],
  [84, '84 min'],
  [119.4, '119 min'],
  // 119.6 is 120 when it is written: two hours, not 120 min.
  [119.6, '2 h'],
  // 84 × 1.49 = 125.16
  [125.16, '2 h 05'],
  [2879, '47 h 59'],
  // 72 h = 3 days; 75 h = 3 days and 3 hours
  [72 * 60, '3 j'],
  [75 * 60 + 20, '3 j 3 h'],
])('%d minutes are said as %s', (minutes, words) => {
  expect(durationOf(minutes, 'j').replaceAll('\u00a0', ' ')).toBe(words);
});
