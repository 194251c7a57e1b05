import { describe, expect, it } from 'vitest';
import { AREA_YEARS, cellText, parseAmount, parseCoordinate, parseDate, parseWhole, type Cell } from './cell-values';

const INVALID = { ok: false };
const value = (given: unknown) => ({ ok: true, value: given });

describe('dates', () => {
  it.each<[Cell, unknown]>([
    [new Date('2025-05-31T00:00:00Z'), value('2025-05-31')],
    // 1 January 2025 is 45,658 days after 30 December 1899.
    [45658, value('2025-01-01')],
    ['45658', value('2025-01-01')],
    ['2025-05-31', value('2025-05-31')],
    ['2025-05-31T10:00:00Z', value('2025-05-31')],
    ['31/05/2025', value('2025-05-31')],
    ['1.2.2025', value('2025-02-01')],
    ['1er janvier 2025', value('2025-01-01')],
    ['15 août 2025', value('2025-08-15')],
    ['15 March 2025', value('2025-03-15')],
    ['', value(null)],
    [null, value(null)],
    ['31/02/2025', INVALID],
    ['05/31/2025', INVALID],
    ['31/05/25', INVALID],
    ['mai 2025', INVALID],
    ['bientôt', INVALID],
    // A serial of 0 shows as a date of 1899: nobody meant it.
    [0, INVALID],
    [new Date('1899-12-30T00:00:00Z'), INVALID],
  ])('%s', (cell, expected) => expect(parseDate(cell)).toEqual(expected));

  it('a decree that made an area may be older than any programme', () => {
    expect(parseDate('1984-06-23')).toEqual(INVALID);
    expect(parseDate('1984-06-23', AREA_YEARS)).toEqual(value('1984-06-23'));
  });
});

describe('numbers', () => {
  it.each<[Cell, unknown]>([[300, value(300)], ['300', value(300)], ['1 200', value(1200)], ['1\u202f200\u00a0300', value(1200300)], [0, value(0)], [null, value(null)], ['environ 300', INVALID], [-4, INVALID], [12.5, INVALID], ['1.200', INVALID], ['1,200', INVALID], ['300 personnes', INVALID]])('people: %s', (cell, expected) => expect(parseWhole(cell)).toEqual(expected));

  it.each<[Cell, unknown]>([['12 345,67', value(12345.67)], ['12345.67', value(12345.67)], ['-', value(null)], ['–', value(null)], [226875, value(226875)], [-1, INVALID], ['50 000 USD', INVALID]])('amounts: %s', (cell, expected) => expect(parseAmount(cell)).toEqual(expected));

  it.each<[Cell, unknown]>([['-1,5', value(-1.5)], [29.2, value(29.2)], ['nord', INVALID], [Number.NaN, INVALID]])('coordinates: %s', (cell, expected) => expect(parseCoordinate(cell)).toEqual(expected));

  it('a cell as text', () => {
    expect([cellText(new Date('2025-05-31T00:00:00Z')), cellText('  a '), cellText(null), cellText(0)]).toEqual(['2025-05-31', 'a', '', '0']);
  });
});
