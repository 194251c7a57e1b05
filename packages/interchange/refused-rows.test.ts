import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { readFile, type RowResult } from './read-file';
import { writeRefusedRows } from './refused-rows';

async function refusedRowsOf(fileName: string, bytes: Uint8Array) {
  const rows: RowResult[] = [];
  const { summary } = await readFile(bytes, { fileName }, (batch) => void rows.push(...batch));
  const refused = rows.filter(({ issues }) => issues.some(({ severity }) => severity === 'error'));
  return { summary, rows, csv: writeRefusedRows(summary.columns, refused, summary) };
}
const fixture = (name: string) => readFileSync(new URL(`../../tests/fixtures/${name}`, import.meta.url));

it('says what is wrong, in both languages, before the original cells; one line a row', async () => {
  const { csv } = await refusedRowsOf('shifted-by-comma.csv', fixture('shifted-by-comma.csv'));
  const lines: string[][] = parse(csv, { bom: true });
  expect(lines[0]).toEqual(['code', 'row', 'column', 'value', 'expected', 'message_fr', 'message_en', 'nom', 'population']);
  expect(lines[1]?.slice(0, 5)).toEqual(['numberInvalid | cellsBeyondHeaders', '3', 'population | ', 'la rivière | 80000', '≥ 0 | 2']);
  expect(lines[1]?.slice(7)).toEqual(['Mto', 'la rivière']);
});

it('a corrected file of refused rows is read like the original: our columns are set aside, even where the file has a column of the same name', async () => {
  const { csv } = await refusedRowsOf('population.csv', Buffer.from('code,population\n=XX01,plenty\nXX02,20\n'));
  const corrected = csv.replaceAll('plenty', '10');
  const { summary, rows } = await refusedRowsOf('population.refused.csv', Buffer.from(corrected));
  expect(summary).toMatchObject({ profile: 'population', rows: 1, accepted: 1, columns: ['code', 'population'] });
  expect(rows[0]?.records[0]).toMatchObject({ kind: 'population', record: { areaCode: '=XX01', value: 10, sourceRow: 2 } });
});

it('a row of a workbook, corrected in the CSV, is the same initiative as if it had been right at first', async () => {
  const { csv } = await refusedRowsOf('text-in-beneficiaries.xlsx', fixture('text-in-beneficiaries.xlsx'));
  const { rows } = await refusedRowsOf('refused.csv', Buffer.from(csv.replaceAll('environ 300', '300')));
  const right = await refusedRowsOf('3w-good.xlsx', fixture('3w-good.xlsx'));
  const idOf = (row: RowResult | undefined) => (row?.records[0]?.kind === 'initiative' ? row.records[0].record.externalId : null);
  expect(idOf(rows[0])).not.toBeNull();
  expect(idOf(rows[0])).toBe(idOf(right.rows[0]));
});

it('hashtags stay with the refused rows, so that the corrected file is recognised as what it was', async () => {
  const { summary: first, csv } = await refusedRowsOf('3w.csv', Buffer.from('Org,Secteur,Province,Début\n#org,#sector,#adm1,#date+start\nONG A,Santé,Nord-Kivu,jamais\nONG B,Santé,Ituri,2025-01-01\n'));
  expect(first).toMatchObject({ profile: 'hxl', rows: 2, accepted: 1, refused: 1 });
  expect((parse(csv, { bom: true }))[1]).toEqual(['', '', '', '', '', '', '', '#org', '#sector', '#adm1', '#date+start']);
  const { summary } = await refusedRowsOf('3w.refused.csv', Buffer.from(csv.replace(/,jamais\r?\n$/, ',2025-02-01\n')));
  expect(summary).toMatchObject({ profile: 'hxl', rows: 1, accepted: 1, columns: ['Org', 'Secteur', 'Province', 'Début'] });
});
