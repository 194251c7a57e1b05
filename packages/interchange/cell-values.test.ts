import { describe, expect, it } from 'vitest';
import { AREA_YEARS, cellText, parseAmount, parseCoordinate, parseDate, parsePeople, parseWhole, type Cell } from './cell-values';

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
    ['31-mai-25', value('2025-05-31')],
    ['15 de marzo de 2025', value('2025-03-15')],
    ['May 31, 2025', value('2025-05-31')],
    ['2025/05/31', value('2025-05-31')],
    ['N/A', value(null)],
    ['Indéterminée', value(null)],
    // A serial of 0 shows as a date of 1899: nobody meant it.
    [0, INVALID],
    [new Date('1899-12-30T00:00:00Z'), INVALID],
  ])('%s', (cell, expected) => expect(parseDate(cell)).toEqual(expected));

  it.each([['05-2026', '2026-05-01', '2026-05-31'], ['2026-02', '2026-02-01', '2026-02-28'], ['déc. 2025', '2025-12-01', '2025-12-31'], ['mayo 2025', '2025-05-01', '2025-05-31']])('month-alone: %s is its first day as a start, its last as an end', (text, first, last) => {
    expect([parseDate(text, { month: 'first' }), parseDate(text, { month: 'last' }), parseDate(text)]).toEqual([value(first), value(last), INVALID]);
  });

  it('month-first-column: where the order is open, only a date that can be read in one way is read', () => {
    expect(parseDate('05/06/2025', { order: 'monthFirst' })).toEqual(value('2025-05-06'));
    expect(parseDate('05/06/2025', { order: 'open' })).toEqual(INVALID);
    expect(parseDate('05/05/2025', { order: 'open' })).toEqual(value('2025-05-05'));
  });

  it('a decree that made an area may be older than any programme', () => {
    expect(parseDate('1984-06-23')).toEqual(INVALID);
    expect(parseDate('1984-06-23', { years: AREA_YEARS })).toEqual(value('1984-06-23'));
  });
});

describe('numbers', () => {
  it.each<[Cell, unknown]>([[300, value(300)], ['300', value(300)], ['1 200', value(1200)], ['1\u202f200\u00a0300', value(1200300)], [0, value(0)], [null, value(null)], ['environ 300', INVALID], [-4, INVALID], [12.5, INVALID], ['1.200', INVALID], ['1,200', value(1200)], ['1,20', INVALID], ['300.0', value(300)], ['ND', value(null)], ['n/a', value(null)], ['300 personnes', INVALID]])('people: %s', (cell, expected) => expect(parseWhole(cell)).toEqual(expected));

  it.each<[Cell, unknown]>([['12 345,67', value(12345.67)], ['12345.67', value(12345.67)], ['-', value(null)], ['–', value(null)], [226875, value(226875)], ['1,234,567.8', value(1234567.8)], ['1.234.567,8', value(1234567.8)], ['12,345', INVALID], ['12.345', value(12.345)], [-1, INVALID], ['50 000 USD', INVALID]])('amounts: %s', (cell, expected) => expect(parseAmount(cell)).toEqual(expected));

  it.each<[Cell, unknown]>([['-1,5', value(-1.5)], [29.2, value(29.2)], ['nord', INVALID], [Number.NaN, INVALID]])('coordinates: %s', (cell, expected) => expect(parseCoordinate(cell)).toEqual(expected));

  it.each<[Cell, unknown]>([['12,345', value(12345)], ['12345.678', value(12346)], ['123.4', value(123)], ['ND', value(null)]])('thousands-by-comma: population %s', (cell, expected) => expect(parsePeople(cell)).toEqual(expected));

  it('a cell as text', () => {
    expect([cellText(new Date('2025-05-31T00:00:00Z')), cellText('  a '), cellText(null), cellText(0)]).toEqual(['2025-05-31', 'a', '', '0']);
  });
});
