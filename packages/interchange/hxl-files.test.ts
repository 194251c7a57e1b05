import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { initiativeRecord } from '#domain/records';
import { readFile, type RowResult } from './read-file';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

async function read(file: string) {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(readFileSync(`${data}${file}`), { fileName: file, reportedOn: '2025-05-31' }, (batch) => void rows.push(...batch));
  return { summary, fileIssues, rows };
}

/** Every file with hashtags that we have, what it is read as, and what becomes of its rows: rows, accepted, repeated, refused, and why not. */
const FILES: Readonly<Record<string, readonly [profile: string | null, rows: number, accepted: number, repeated: number, refused: number, why: string | null]>> = {
  // Two of eight columns are typed without the sign, among them where; the words above say it. The date stands beyond the last header: nobody can say what it is.
  'hxl/input-fuzzy.csv': ['ocha3w', 4, 3, 0, 1, 'cellsBeyondHeaders'],
  'hxl/input-merged.xlsx': ['hxl', 4, 4, 0, 0, null],
  'hxl/input-untagged.csv': ['ocha3w', 4, 3, 0, 1, 'cellsBeyondHeaders'],
  'hxl/input-valid-latin1.csv': ['hxl', 4, 4, 0, 0, null],
  'hxl/input-valid.ssv': ['hxl', 4, 4, 0, 0, null],
  'hxl/input-valid.xlsx': ['hxl', 4, 4, 0, 0, null],
  // Displacements by disaster: the workbook is read, though its strings are of an odd type and its list of them is missing; it is no data of ours.
  'hxl/input-broken.xlsx': [null, 0, 0, 0, 0, 'hxlKindUnknown'],
  'hxl/input-multiline.csv': [null, 0, 0, 0, 0, 'hxlKindUnknown'],
  // Who, where and how many, but not what: no initiative.
  'hxl/input-multiple-headers.csv': [null, 0, 0, 0, 0, 'hxlKindUnknown'],
  'hxl/LICENCE.txt': [null, 0, 0, 0, 0, 'profileUnknown'],
  '3w/unhcr-3w-hxl.csv': ['hxl', 2250, 2250, 0, 0, null],
  '3w/rowca-3w-hxl.csv': ['hxl', 244, 244, 0, 0, null],
};

describe.runIf(existsSync(`${data}hxl`))('files with HXL hashtags', () => {
  it('the table names every file that there is', () => {
    const files = [...readdirSync(`${data}hxl`).map((name) => `hxl/${name}`), ...readdirSync(`${data}3w`).filter((name) => name.includes('hxl')).map((name) => `3w/${name}`)];
    expect(files.sort()).toEqual(Object.keys(FILES).sort());
  });

  it.each(Object.entries(FILES))('%s', async (file, [profile, rows, accepted, repeated, refused, why]) => {
    const { summary, fileIssues, rows: results } = await read(file);
    const errors = [...fileIssues, ...results.flatMap(({ issues }) => issues)].filter(({ severity }) => severity === 'error');
    expect([summary.profile, summary.rows, summary.accepted, summary.repeated, summary.refused]).toEqual([profile, rows, accepted, repeated, refused]);
    expect([...new Set(errors.map(({ code }) => code))]).toEqual(why === null ? [] : [why]);
    for (const entry of results.flatMap(({ records }) => records)) expect(initiativeRecord.parse(entry.record)).toEqual(entry.record);
  });

  it('the same list says the same in Latin-1, with semicolons and as a workbook', async () => {
    const [latin1, semicolons, workbook] = await Promise.all(['hxl/input-valid-latin1.csv', 'hxl/input-valid.ssv', 'hxl/input-valid.xlsx'].map(async (file) => (await read(file)).rows.map(({ records, areaClaims }) => ({ records: records.map(({ record }) => ({ ...record, source: '' })), areaClaims }))));
    expect(semicolons).toEqual(latin1);
    expect(workbook).toEqual(latin1);
  });

  it('cells that are merged over rows hold for each of them', async () => {
    const { rows } = await read('hxl/input-merged.xlsx');
    const names = rows.flatMap(({ records }) => records.flatMap((entry) => (entry.kind === 'initiative' ? entry.record.organisations.map(({ organisation }) => organisation.name) : [])));
    expect(names).toEqual(['ACNUR', 'UNICEF', 'UNICEF', 'OMS']);
  });
});
