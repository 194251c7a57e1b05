import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import excel from 'exceljs';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows';
import { readWorkbook, type Workbook } from './read-workbook';
import { zipEntries } from './zip-entries';

// The readers of tables are our own because they must give one row at a time and stop at limits. What they read is what well-kept libraries read.

const SHARED = resolve(import.meta.dirname, '../../../../shared/data');

/** Text as people type it: quotes, separators, line breaks, accents, astral signs. */
const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '\r\n', '’', '1', '=', '🙂', '<', '&', '>'), maxLength: 8 });

describe('text tables', () => {
  it.each([',', ';', '\t'])('are read as csv-parse reads them, separated by %j', (delimiter) => {
    fc.assert(fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const written = stringify(rows, { delimiter });
      expect([...csvRows(written, delimiter)].map((row) => [...row])).toEqual(parse(written, { delimiter, relax_column_count: true }));
    }), { numRuns: 300 });
  });
});

const cell = fc.oneof(fc.constant(null), text.filter((one) => one.trim() !== '' && !one.includes('\r')), fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.boolean(),
  fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000)));

/** Rows with what comes after the last filled cell, and after the last filled row, left away: writers differ in it. */
function trimmed(rows: Iterable<readonly unknown[]>): unknown[][] {
  const found = [...rows].map((row) => {
    let last = row.length;
    while (last > 0 && (row[last - 1] === null || row[last - 1] === undefined || row[last - 1] === '')) last--;
    return row.slice(0, last).map((value) => (typeof value === 'string' ? value.trim() : value));
  });
  while (found.length > 0 && found.at(-1)?.length === 0) found.pop();
  return found;
}

async function readByBoth(bytes: Uint8Array): Promise<{ ours: unknown[][]; theirs: unknown[][] }[]> {
  const workbook = readWorkbook(zipEntries(bytes)) as Workbook;
  const theirs = await readSheets(Buffer.from(bytes), { trim: false });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(theirs.map(({ sheet }) => sheet));
  return workbook.sheets.map(({ rows }, at) => ({ ours: trimmed(rows), theirs: trimmed(theirs[at]?.data ?? []) }));
}

describe('workbooks', () => {
  it('are read as read-excel-file reads them', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const workbook = new excel.Workbook();
      const sheet = workbook.addWorksheet('Feuille 1');
      for (const row of rows) sheet.addRow(row);
      for (const { ours, theirs } of await readByBoth(new Uint8Array(await workbook.xlsx.writeBuffer()))) expect(ours).toEqual(theirs);
    }), { numRuns: 60 });
  });

  it.runIf(existsSync(SHARED))('the real 3W of DR Congo too, cell by cell', async () => {
    const [sheet] = await readByBoth(new Uint8Array(readFileSync(join(SHARED, '3w/drc-3w-2025-05.xlsx'))));
    expect(sheet?.ours.length).toBe(4344);
    expect(sheet?.ours).toEqual(sheet?.theirs);
  });
});
