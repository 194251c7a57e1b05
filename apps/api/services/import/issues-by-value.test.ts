import { expect, it } from 'vitest';
import { issue } from '#domain/issue';
import { groupByValue } from './issues-by-value';

const unknown = (row: number, value: string) => issue('areaCodeUnknown', 'error', { row, column: 'Zone', value });

it('says once what many rows get wrong in the same way, with the rows as runs, over the whole file', () => {
  const many = Array.from({ length: 2250 }, (_, at) => unknown(at + 3, 'TD01'));
  const { errors, others, listed } = groupByValue([unknown(2, 'TD02'), ...many, issue('zeroNotGiven', 'info', { row: 9 }), unknown(2400, 'TD02'), issue('sheetMissing', 'error')]);
  expect({ errors, others }).toEqual({ errors: 3, others: 1 });
  expect(listed.map(({ code, value, rows, runs }) => [code, value, rows, runs])).toEqual([
    ['areaCodeUnknown', 'TD01', 2250, [[3, 2252]]],
    ['areaCodeUnknown', 'TD02', 2, [[2, 2], [2400, 2400]]],
    ['sheetMissing', null, 0, []],
    ['zeroNotGiven', null, 1, [[9, 9]]],
  ]);
});

it('keeps apart what is expected otherwise, counts a row once, and stops listing runs before they grow long', () => {
  const { listed } = groupByValue([unknown(4, 'A'), unknown(4, 'A'), issue('areaCodeUnknown', 'error', { row: 5, column: 'Zone', value: 'A', expected: 'XX' }), ...Array.from({ length: 40 }, (_, at) => unknown(10 + 2 * at, 'A'))]);
  expect(listed.map(({ rows, runs }) => [rows, runs.length])).toEqual([[41, 12], [1, 1]]);
});

it('lists the most frequent values, and of every code some, however rare', () => {
  const codes = Array.from({ length: 300 }, (_, at) => [unknown(2 + at, `ZS${String(at)}`), unknown(400 + at, `ZS${String(at)}`)]).flat();
  const { errors, listed } = groupByValue([...codes, issue('endBeforeStart', 'error', { row: 900, column: 'Fin', value: '2024-01-01' })]);
  expect(errors).toBe(301);
  expect(listed.length).toBe(120);
  expect(listed.at(-1)).toMatchObject({ code: 'endBeforeStart', rows: 1 });
});
