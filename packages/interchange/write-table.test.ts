import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { EXERCISE_NOTICE, writeTable, type TableColumn } from './write-table';

interface Row { readonly name: string; readonly people: number | null }
const COLUMNS: TableColumn<Row>[] = [
  { key: 'name', header: 'Nom / Name', hxl: '#adm+name', value: ({ name }) => name },
  { key: 'people', header: 'Population', hxl: '#population', value: ({ people }) => people },
];
const ROWS: Row[] = [{ name: 'Kilima, haut', people: 120000 }, { name: '=HYPERLINK("x")', people: null }];
const META = { title: 'Zones : mai/juin [2025]', exercise: false, sources: ['3w.xlsx (2025-05-31)'] };

describe('tables that go out', () => {
  it('CSV: separators protected, unknown empty, formulas guarded', async () => {
    expect(await writeTable('csv', COLUMNS, ROWS, META)).toBe('Nom / Name,Population\n"Kilima, haut",120000\n"\'=HYPERLINK(""x"")",\n');
  });

  it('HXL: a row of hashtags under the headers', async () => {
    expect(String(await writeTable('hxl', COLUMNS, ROWS, META)).split('\n').slice(0, 2)).toEqual(['Nom / Name,Population', '#adm+name,#population']);
  });

  it('exercise data say so in every row, once', async () => {
    const lines = String(await writeTable('csv', COLUMNS, ROWS, { ...META, exercise: true })).trim().split('\n');
    expect(lines[0]).toBe('Nom / Name,Population,Avis / Notice');
    for (const line of lines.slice(1)) expect(line.endsWith(`,${EXERCISE_NOTICE}`)).toBe(true);
    const own: TableColumn<Row> = { key: 'notice', header: 'Avis', hxl: '#meta+notice', value: () => 'fictif' };
    expect(String(await writeTable('csv', [...COLUMNS, own], ROWS, { ...META, exercise: true })).split('\n')[0]).toBe('Nom / Name,Population,Avis');
  });

  it('XLSX: the table, then title, notice and sources on a second sheet', async () => {
    const bytes = await writeTable('xlsx', COLUMNS, ROWS, { ...META, exercise: true });
    const sheets = await readSheets(Buffer.from(bytes as Uint8Array));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Zones mai juin 2025', 'Sources']);
    expect(sheets[0]?.data.slice(0, 3)).toEqual([['Nom / Name', 'Population', 'Avis / Notice'], ['Kilima, haut', 120000, EXERCISE_NOTICE], ['=HYPERLINK("x")', null, EXERCISE_NOTICE]]);
    expect(sheets[1]?.data.flat()).toEqual([META.title, EXERCISE_NOTICE, 'Sources', '3w.xlsx (2025-05-31)']);
  });
});
