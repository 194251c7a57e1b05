import { expect, it } from 'vitest';
import { isInForce } from './closure-rules';

it.each([
  ['2025-05-09', false],
  ['2025-05-10', true],
  ['2025-05-20', true],
  ['2025-05-21', false],
])('closed from 10 to 20 May: on %s %s', (day, closed) => {
  expect(isInForce({ start: '2025-05-10', end: '2025-05-20' }, day)).toBe(closed);
});

it('is closed until further notice where nobody said until when', () => {
  expect(isInForce({ start: '2025-05-10', end: null }, '2031-01-01')).toBe(true);
});
