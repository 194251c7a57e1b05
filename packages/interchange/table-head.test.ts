import { describe, expect, it } from 'vitest';
import type { Cell } from './cell-values';
import { ISSUE_COLUMNS } from './refused-columns';
import { rowsInMemory } from './row-list';
import { likelyHead, possibleHeads } from './table-head';
import { findTable, likelyTable } from './table';

const sheet = (...rows: Cell[][]) => ({ name: null, rows: rowsInMemory(rows) });
const wants = (...keys: string[]) => (given: readonly string[]) => keys.every((key) => given.includes(key));

describe('headers', () => {
  it('may stand in row 25 under titles and blank rows, not in row 26', () => {
    const blank: Cell[] = [null, null];
    const data: Cell[][] = [['Nom', 'Lat'], ['Mto', 1]];
    const table = findTable(sheet(...Array.from({ length: 24 }, () => blank), ...data), wants('nom', 'lat'));
    expect(table?.headerRow).toBe(25);
    expect([...(table?.rows ?? [])]).toEqual([{ row: 26, cells: ['Mto', 1] }]);
    expect(findTable(sheet(...Array.from({ length: 25 }, () => blank), ...data), wants('nom', 'lat'))).toBeNull();
  });

  it('over two rows: the group holds for the columns that it spans', () => {
    const table = findTable(sheet(
      ['Plan 2025', null, null, null, null, null],
      ['Organisation', 'Ciblés', null, 'Atteints', null, 'Zone'],
      [null, 'Hommes', 'Femmes', 'Hommes', 'Femmes', null],
      ['ONG A', 1, 2, 3, 4, 'Mto'],
    ), wants('organisation', 'atteints femmes', 'zone'));
    expect(table).toMatchObject({ headerRow: 3, headers: ['Organisation', 'Ciblés Hommes', 'Ciblés Femmes', 'Atteints Hommes', 'Atteints Femmes', 'Zone'], above: ['Plan 2025'] });
    expect([...(table?.rows ?? [])]).toEqual([{ row: 4, cells: ['ONG A', 1, 2, 3, 4, 'Mto'] }]);
  });

  it('over three rows', () => {
    const table = findTable(sheet(['Qui', 'Bénéficiaires', null], ['Nom', 'Filles', null], [null, '0-5 ans', '6-17 ans'], ['A', 1, 2]), wants('qui nom', 'beneficiaires filles 6 17 ans'));
    expect([...(table?.rows ?? [])]).toEqual([{ row: 4, cells: ['A', 1, 2] }]);
  });

  it('a first row of data that is in words is not taken for a second row of headers', () => {
    const table = findTable(sheet(['Organisation', 'Zone', 'Note'], ['ONG A', 'Mto', 'vu']), wants('organisation'));
    expect(table?.headers).toEqual(['Organisation', 'Zone', 'Note']);
    const withGap = findTable(sheet(['Organisation', null, 'Note'], ['ONG A', 'Mto', 'vu']), wants('organisation'));
    expect(withGap?.rows.length).toBe(1);
  });

  it('what stands twice in one row is told apart by the groups above it', () => {
    const head = possibleHeads([['Qui', null, 'Ciblés', null, 'Atteints'], ['Organisation', 'Zone', 'Total', 'Note', 'Total']]).find(({ headerRow, keys }) => headerRow === 2 && keys[0] === 'organisation');
    expect(head?.headers).toEqual(['Organisation', 'Zone', 'Ciblés Total', 'Note', 'Atteints Total']);
  });

  it('very many columns are looked at once, not in every way', () => {
    const wide = Array.from({ length: 16_384 }, (_, i): Cell => `h${String(i)}`);
    expect(possibleHeads(Array.from({ length: 25 }, () => wide)).length).toBeLessThan(4);
  });
});

describe('a row of HXL hashtags', () => {
  const spanish: Cell[][] = [
    ['Qué?', null, null, 'Quién?', 'Para quién?', null, 'Dónde?', 'Cuándo?'],
    ['Registro', 'Sector/Cluster', 'Subsector', 'Organización', 'Hombres', 'Mujeres', 'País', 'Departamento'],
    [null, '#sector+es', '#subsector+es', '#org+es', '#targeted+f', '#targeted+f', 'country', 'adm1'],
    ['001', 'WASH', 'Higiene', 'ACNUR', '100', '100', 'Panamá', 'Los Santos'],
  ];

  it('says what the columns are, though some are untagged; the headers in words stand above it', () => {
    expect(likelyTable(sheet(...spanish))).toMatchObject({
      headerRow: 2, headers: spanish[1], tags: [null, '#sector+es', '#subsector+es', '#org+es', '#targeted+f', '#targeted+f', null, null],
    });
  });

  it('may be all there is, may be wider than the headers, may stand anywhere in 25 rows', () => {
    expect(likelyHead([['#description'], ['Line 1\nLine 2']])).toMatchObject({ headerRow: 1, headers: ['#description'], tags: ['#description'], dataIndex: 1 });
    expect(likelyHead([['Org'], ['#org', '#adm1']])).toMatchObject({ headerRow: 1, headers: ['Org', '(2)'], tags: ['#org', '#adm1'], dataIndex: 2 });
    const late = [...Array.from({ length: 22 }, (): Cell[] => ['note', null]), ['Org', 'Province'], [null, null], ['#org', '#adm1'], ['A', 'B']];
    expect(likelyHead(late)).toMatchObject({ headerRow: 23, headers: ['Org', 'Province'], tags: ['#org', '#adm1'], dataIndex: 25 });
  });

  it('the mark of a template stands above', () => {
    expect(likelyHead([['jonction-template:initiative:1'], ['Org', 'Province'], ['#org', '#adm1']]).above).toEqual(['jonction-template:initiative:1']);
  });

  it('stays with a file of refused rows, under our own columns, which may carry the mark', () => {
    const own: Cell[] = [...ISSUE_COLUMNS];
    const head = likelyHead([[...own, 'Org', 'Province'], ['jonction-template:initiative:1', ...own.slice(1).map(() => null), '#org', '#adm1']]);
    expect(head).toMatchObject({ headerRow: 1, headers: ['Org', 'Province'], tags: ['#org', '#adm1'], above: ['jonction-template:initiative:1'], dataIndex: 2, skip: own.length });
  });

  it('less than half of the cells is no row of hashtags', () => {
    expect(likelyHead([['a', 'b', 'c'], ['#org', 'x', 'y']]).tags).toBeNull();
  });
});
