import { expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { describeOnBothDatabases } from '../../tests/databases';
import { fillByHand } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import type { GapsAnswer } from './contract/gaps';

interface Features {
  readonly type: string;
  readonly notice: string;
  readonly features: { readonly geometry: { readonly type: string } | null; readonly properties: Record<string, unknown> }[];
}

describeOnBothDatabases('files of exercise data', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db, { exercise: true }));
  const rowsOf = async (url: string): Promise<string[][]> => parse((await api().app.inject(url)).body);

  it.each([
    ['areas', 8], ['organisations', 4], ['structures', 5], ['initiatives', 8], ['gaps', 6], ['overlaps', 1],
  ])('%s: CSV, HXL and XLSX hold all %i rows, with date, parameters, sources and the notice in each', async (table, count) => {
    const csv = await rowsOf(`/api/${table}?format=csv`);
    expect(csv).toHaveLength(1 + count);
    const [header = [], ...rows] = csv;
    expect(header.join('|')).toMatch(/Source.*Date.*Paramètres \/ Parameters.*Avis \/ Notice/);
    for (const row of rows) expect(row.at(-1)).toMatch(/^Données d’exercice — fictives/);

    const [, tags = [], ...tagged] = await rowsOf(`/api/${table}?format=hxl`);
    expect(tags.every((tag) => /^#[a-z0-9]+(\+[a-z0-9]+)*$/.test(tag)), tags.join(' ')).toBe(true);
    expect(new Set(tags).size, 'each tag once').toBe(tags.length);
    expect(tagged).toEqual(rows);

    const workbook = await api().app.inject(`/api/${table}?format=xlsx`);
    expect(workbook.headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="${table}-.*\\.xlsx"$`));
    const sheets = await readWorkbook(workbook.rawPayload);
    expect(sheets[0]?.data).toHaveLength(1 + count);
  });

  it('the table of gaps says what the JSON says, in its order', async () => {
    const answer = await api().json<GapsAnswer>('/api/gaps?threshold=7');
    const [header = [], ...rows] = await rowsOf('/api/gaps?threshold=7&format=csv');
    const cell = (row: string[], name: RegExp) => row[header.findIndex((title) => name.test(title))];
    expect(rows.map((row) => [cell(row, /^Code$/), cell(row, /^Classe/), cell(row, /^Personnes dans/)])).toEqual(answer.areas.map(({ code, class: areaClass, peopleInGap }) => [code, areaClass ?? '', peopleInGap === null ? '' : String(peopleInGap)]));
    expect(cell(rows[0] ?? [], /^Paramètres/)).toContain('threshold=7');
    expect(cell(rows[0] ?? [], /^Sources/)).toBe('Recensement; Fait à la main');
    expect(cell(rows[0] ?? [], /^Date$/)).toBe('2025-05-31');
  });

  it('GeoJSON: outlines of areas, positions of structures; what has none is there without one', async () => {
    const areas = await api().json<Features>('/api/areas?type=healthZone&format=geojson');
    expect(areas.notice).toMatch(/^Données d’exercice/);
    expect(areas.features.map(({ geometry, properties }) => [properties['code'], geometry?.type ?? null])).toEqual([
      ['XAZS01', 'MultiPolygon'], ['XAZS02', 'MultiPolygon'], ['XAZS03', 'MultiPolygon'], ['XAZS04', 'MultiPolygon'], ['XBZS06', 'MultiPolygon'], ['XAZS05', null],
    ]);
    const gaps = await api().json<Features>('/api/gaps?format=geojson');
    expect(gaps.features[0]).toMatchObject({ type: 'Feature', geometry: { type: 'MultiPolygon' }, properties: { code: 'XAZS03', class: 'gap', peopleInGap: 2000 } });
    const structures = await api().json<Features>('/api/structures?format=geojson');
    expect(structures.features.map(({ geometry, properties }) => [properties['name'], geometry?.type ?? null])).toContainEqual(['Équipe Quatre', null]);
    expect(structures.features.filter(({ geometry }) => geometry?.type === 'Point')).toHaveLength(4);
  });

  it('a list holds everything in a file, whatever the page; GeoJSON is not offered for what has no place', async () => {
    expect(await rowsOf('/api/initiatives?format=csv&limit=2')).toHaveLength(9);
    expect((await api().problem('/api/initiatives?format=geojson')).code).toBe('formatNotOffered');
    expect((await api().problem('/api/overlaps?format=geojson')).code).toBe('formatNotOffered');
  });
});
