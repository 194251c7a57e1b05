import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { describeOnBothDatabases } from '../../tests/databases';
import { fillByHand } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import type { GapsAnswer } from './contract/gaps';
import { areasPage, health, initiativeItem, initiativesPage, organisationsPage, structureDetail, structuresPage, vocabulariesAnswer } from './contract/records';

interface Page {
  readonly total: number;
  readonly items: Record<string, unknown>[];
  readonly nextCursor: string | null;
}

interface Features {
  readonly type: string;
  readonly notice: string;
  readonly features: { readonly geometry: { readonly type: string; readonly coordinates: unknown } | null; readonly properties: Record<string, unknown> }[];
}

describeOnBothDatabases('lists, records, and files of exercise data', (database, kind) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db, { exercise: true }));
  const one = async <Schema extends z.ZodObject>(schema: Schema, url: string): Promise<z.infer<Schema>> => schema.strict().parse(await api().json(url)) as z.infer<Schema>;

  it('answer as their contracts say', async () => {
    expect(await one(health, '/api/health')).toMatchObject({ status: 'ok', database: kind, dataVersion: 1, exercise: true });
    expect((await one(vocabulariesAnswer, '/api/vocabularies')).vocabularies.map(({ name }) => name)).toContain('gapClasses');
    expect((await one(areasPage, '/api/areas?type=healthZone')).items).toHaveLength(6);
    expect((await one(organisationsPage, '/api/organisations')).items.map(({ name }) => name)).toEqual(expect.arrayContaining(['Alpha', 'Beta', 'Gamma']));
    expect((await one(structuresPage, '/api/structures')).total).toBe(5);
    expect((await one(initiativesPage, '/api/initiatives')).total).toBe(8);
  });

  it.each(['/api/areas', '/api/organisations', '/api/structures', '/api/initiatives'])('%s: pages of two walk every row exactly once', async (path) => {
    const whole = await api().json<Page>(path);
    const walked: Record<string, unknown>[] = [];
    let after: string | null = null;
    do {
      const page: Page = await api().json<Page>(`${path}?limit=2${after === null ? '' : `&after=${after}`}`);
      expect(page.total).toBe(whole.total);
      expect(page.items.length).toBeLessThanOrEqual(2);
      walked.push(...page.items);
      after = page.nextCursor;
    } while (after !== null);
    expect(walked).toEqual(whole.items);
    expect(walked).toHaveLength(whole.total);
  });

  it('structures: filters, and readiness as the gaps have it', async () => {
    const names = async (query: string) => (await one(structuresPage, `/api/structures?${query}`)).items.map(({ name }) => name).sort();
    expect(await names('readiness=notReady')).toEqual(['Hôpital Trois']);
    expect(await names('readiness=ready,notReady&province=XA')).toEqual(['Hôpital Trois', 'Hôpital Un']);
    expect(await names('healthZone=XAZS04')).toEqual(['Équipe Quatre']);
    expect(await names('type=PS,mobile')).toEqual(['Poste Deux', 'Équipe Quatre']);
    // 22 June is the last day on which the kits of S1 last a full course of 28 days before 20 July.
    expect(await names('readiness=ready&province=XA&asOf=2025-06-22')).toEqual(['Hôpital Un']);
    expect(await names('readiness=ready&province=XA&asOf=2025-06-23')).toEqual([]);
  });

  it('a structure: criteria, forecast, assessments with their stock', async () => {
    const { items } = await one(structuresPage, '/api/structures?search=Hôpital Un');
    const detail = await one(structureDetail, `/api/structures/${items[0]?.id ?? ''}`);
    expect(detail).toMatchObject({ name: 'Hôpital Un', readiness: 'ready', asOf: '2025-05-31', lapsesAfter: '2025-06-22', lapseCriterion: 'pepKits', standard: { code: 'cmr-minimum' } });
    expect(detail.criteria.find(({ code }) => code === 'pepKits')).toMatchObject({ verdict: 'met', quantity: 37, evidenceAgeDays: 30 });
    // 31 May + 30 days = 30 June, after the 22nd
    expect(detail.forecast[0]).toEqual({ at: '2025-06-30', readiness: 'notReady', missing: ['pepKits'] });
    expect(detail.assessments[0]?.stockLines).toMatchObject([{ item: 'pepKitAdult', quantity: 37 }]);
  });

  it('initiatives: filters, the row and the words they came from', async () => {
    const titles = async (query: string) => (await one(initiativesPage, `/api/initiatives?${query}`)).items.map(({ title }) => title).sort();
    expect(await titles('kind=medicalCare')).toEqual(['Soins à Deux']);
    expect(await titles('toReview=true')).toEqual(['Réponse à Deux']);
    expect(await titles('topic=other')).toEqual(['Hygiène à Deux']);
    expect(await titles('area=XAZS01')).toEqual(['Causeries à Un', 'Radio à Un']);
    const { items } = await one(initiativesPage, '/api/initiatives?search=Radio');
    const initiative = await one(initiativeItem, `/api/initiatives/${items[0]?.id ?? ''}`);
    expect(initiative).toMatchObject({ title: 'Radio à Un', kinds: [{ kind: 'awareness', rule: 'main', words: ['mot-awareness'] }], source: 'Fait à la main', sourceRow: 1, targeted: { total: 2000, women: null } });
  });

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
    const about = new Map(sheets[1]?.data.map(([label, text]) => [String(label), String(text)]));
    expect([...about.keys()]).toEqual(expect.arrayContaining(['Titre / Title', 'Avis / Notice', 'Date', 'Lignes / Rows', 'Source']));
    expect(about.get('Lignes / Rows')).toBe(String(count));
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

  it('GeoJSON of what is known by area: a point inside each; organisations are nowhere', async () => {
    const initiatives = await api().json<Features>('/api/initiatives?format=geojson');
    expect(initiatives.notice).toMatch(/^Données d’exercice/);
    const placed = initiatives.features.find(({ properties }) => properties['title'] === 'Radio à Un');
    // Zone 1 is the square of 20–21° E, 0–1° N.
    expect(placed?.geometry).toEqual({ type: 'Point', coordinates: [20.5, 0.5] });
    // Plain values: a geographic tool shows no others.
    expect(placed?.properties).toMatchObject({ areaCodes: 'XAZS01', areaNames: 'Un', sector: null, targetedTotal: 2000 });
    const organisations = await api().json<Features>('/api/organisations?format=geojson');
    expect(organisations.features).toHaveLength(4);
    expect(organisations.features.every(({ geometry }) => geometry === null)).toBe(true);
    const overlaps = await api().json<Features>('/api/overlaps?format=geojson');
    expect(overlaps.features.map(({ geometry, properties }) => [properties['areaCodes'], geometry])).toEqual([[['XAZS01'], { type: 'Point', coordinates: [20.5, 0.5] }]]);
  });

  it('a list holds everything in a file, whatever the page', async () => {
    expect(await rowsOf('/api/initiatives?format=csv&limit=2')).toHaveLength(9);
    expect((await api().json<Features>('/api/initiatives?format=geojson&limit=2')).features).toHaveLength(8);
  });
});
