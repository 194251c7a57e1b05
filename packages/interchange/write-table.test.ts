import fc from 'fast-check';
import readSheets from 'read-excel-file/node';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guardFormula, withoutGuard } from './formula-guard';
import { EXERCISE_NOTICE, writeTable, type TableColumn } from './write-table';

interface Row { readonly name: string; readonly people: number | null; readonly on?: string | null }
const COLUMNS: TableColumn<Row>[] = [
  { key: 'name', header: 'Nom / Name', hxl: '#adm+name', value: ({ name }) => name },
  { key: 'people', header: 'Population', hxl: '#population', value: ({ people }) => people },
];
const DATED: TableColumn<Row>[] = [...COLUMNS, { key: 'on', header: 'Le', hxl: '#date', date: true, value: ({ on }) => on ?? null }];
const ROWS: Row[] = [{ name: 'Kilima, haut', people: 120000 }, { name: '=HYPERLINK("x")', people: null }];
const META = { title: 'Zones : mai/juin [2025]', exercise: false, sources: ['3w.xlsx (2025-05-31)'], date: '2025-05-31', parameters: 'type=healthZone' };

describe('tables that go out', () => {
  it('CSV: separators protected, unknown empty, formulas guarded; sources, date and parameters in every row', async () => {
    expect(await writeTable('csv', COLUMNS, ROWS, META)).toBe([
      'Nom / Name,Population,Sources,Date,Paramètres / Parameters',
      '"Kilima, haut",120000,3w.xlsx (2025-05-31),2025-05-31,type=healthZone',
      '"\'=HYPERLINK(""x"")",,3w.xlsx (2025-05-31),2025-05-31,type=healthZone\n',
    ].join('\n'));
  });

  it('HXL: a row of hashtags under the headers', async () => {
    expect(String(await writeTable('hxl', COLUMNS, ROWS, META)).split('\n')[1]).toBe('#adm+name,#population,#meta+source,#date,#meta+parameters');
  });

  it('exercise data say so in every row, once', async () => {
    const lines = String(await writeTable('csv', COLUMNS, ROWS, { ...META, exercise: true })).trim().split('\n');
    expect(lines[0]).toMatch(/,Avis \/ Notice$/);
    for (const line of lines.slice(1)) expect(line.endsWith(`,${EXERCISE_NOTICE}`)).toBe(true);
    const own: TableColumn<Row> = { key: 'notice', header: 'Avis', hxl: '#meta+notice', value: () => 'fictif' };
    expect(String(await writeTable('csv', [...COLUMNS, own], ROWS, { ...META, exercise: true })).split('\n')[0]).not.toMatch(/Notice/);
  });

  it('XLSX: numbers and dates as such, formulas guarded, title, notice, date, parameters and sources on a second sheet', async () => {
    const bytes = await writeTable('xlsx', DATED, [{ ...ROWS[0]!, on: '2025-05-31' }, { ...ROWS[1]!, on: null }], { ...META, exercise: true });
    const sheets = await readSheets(Buffer.from(bytes as Uint8Array));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Zones mai juin 2025', 'Sources']);
    expect(sheets[0]?.data).toEqual([
      ['Nom / Name', 'Population', 'Le', 'Avis / Notice'],
      ['Kilima, haut', 120000, new Date('2025-05-31T00:00:00Z'), EXERCISE_NOTICE],
      ['\'=HYPERLINK("x")', null, null, EXERCISE_NOTICE],
    ]);
    expect(sheets[1]?.data).toEqual([
      ['Titre / Title', META.title], ['Avis / Notice', EXERCISE_NOTICE], ['Date', '2025-05-31'], ['Paramètres / Parameters', 'type=healthZone'], ['Lignes / Rows', '2'], ['Source', '3w.xlsx (2025-05-31)'],
    ]);
  });

  it('XLSX: the header stays in sight and filters; columns are as wide as what stands in them, within bounds', async () => {
    const bytes = await writeTable('xlsx', COLUMNS, [{ name: 'x'.repeat(300), people: 7 }], META);
    const sheet = new TextDecoder().decode(unzipSync(bytes as Uint8Array)['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:B2"');
    // 300 signs are cut to 60; "Population" has 10 and 2 of margin.
    expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map((found) => Math.round(Number(found[1])))).toEqual([60, 12]);
  });

  it('XLSX: what XML cannot say is left out, what a cell cannot hold is cut', async () => {
    const bytes = await writeTable('xlsx', COLUMNS, [{ name: `a\u0000\ud800b\u{1033c}`, people: null }, { name: 'y'.repeat(40_000), people: null }], META);
    const sheets = await readSheets(Buffer.from(bytes as Uint8Array));
    expect(sheets[0]?.data[1]?.[0]).toBe('ab\u{1033c}');
    expect(sheets[0]?.data[2]?.[0]).toHaveLength(32_767);
  });
});

describe('the guard of formulas', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])('%j is guarded', (text) => expect(guardFormula(text)).toBe(`'${text}`));
  it.each(['-5', '+243', '-1,5', 'a=b', "'tis", '', '3-4'])('%j is left as it is', (text) => expect(guardFormula(text)).toBe(text));

  it('gives back every text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '\t', '1', 'a') }));
    fc.assert(fc.property(text, (given) => withoutGuard(guardFormula(given)) === given));
  });
});
