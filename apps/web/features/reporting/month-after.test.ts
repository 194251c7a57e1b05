import { expect, it } from 'vitest';
import { monthAfter } from './month-after';

it('walks over the turn of the year in both directions', () => {
  expect(monthAfter('2025-12', 1)).toBe('2026-01');
  expect(monthAfter('2025-01', -1)).toBe('2024-12');
  expect(monthAfter('2025-05', 0)).toBe('2025-05');
  expect(monthAfter('2025-05', -17)).toBe('2023-12');
});
