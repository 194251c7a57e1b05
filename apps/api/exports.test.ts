import { expect, it } from 'vitest';
import { describeOnBothDatabases, openFresh } from '../../tests/databases';
import { type OpenApp, openApp, useApp } from '../../tests/api/open-app';
import { importFile } from './services/import/import-file';
import { createImporter } from './services/import/import-queue';
import { loadExerciseIfEmpty } from './services/import/load-exercise';

const LISTS = ['areas', 'structures', 'organisations', 'initiatives'] as const;
const ANALYSES = ['gaps', 'overlaps', 'presence', 'reporting?month=2025-05', 'sessions', 'kit-movements', 'missions', 'closures', 'sessions/coverage?from=2025-01-01&to=2026-12-31', 'readiness/needs', 'readiness/lapsing', 'readiness/refreshers'];
/** Analyses that are no places; and closures, of which the exercise has none: their features are sent back in reach.test.ts. */
const TABLES_ONLY = /^(?:reporting|sessions|kit-movements|missions|closures|readiness)/;
const FORMATS = ['csv', 'hxl', 'xlsx', 'geojson'] as const;
const pairs = <Name extends string>(names: readonly Name[]) => names.flatMap((name) => FORMATS.map((format) => [name, format] as const));

describeOnBothDatabases('what goes out comes back', (database, kind) => {
  const api = useApp(database, 'coordination', (db) => loadExerciseIfEmpty(db, createImporter(db)));
  const fileOf = async (path: string, format: string): Promise<Uint8Array> => {
    const response = await api().app.inject(`/api/${path}${path.includes('?') ? '&' : '?'}format=${format}`);
    expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
    return response.rawPayload;
  };
  const load = (bytes: Uint8Array, format: string) => importFile({ database: database() }, bytes, { fileName: `fichier.${format === 'hxl' ? 'hxl.csv' : format}`, dryRun: false, acceptPartial: false });

  it.each(pairs(LISTS))('%s as %s, loaded back: nothing is new, nothing changes', async (list, format) => {
    const { total } = await api().json<{ total: number }>(`/api/${list}`);
    expect(total).toBeGreaterThan(9);
    const report = await load(await fileOf(list, format), format);
    expect(report, JSON.stringify(report.firstIssues.slice(0, 3))).toMatchObject({ outcome: 'unchanged', profile: 'ownList', certainty: 'sure', rows: total, unchanged: total, accepted: 0, refused: 0 });
  });

  it.each(pairs(ANALYSES).filter(([path, format]) => !(TABLES_ONLY.test(path) && format === 'geojson')))('%s as %s is an analysis: refused in so many words, nothing changes', async (path, format) => {
    const before = await api().json<object>('/api/health');
    const report = await load(await fileOf(path, format), format);
    expect(report).toMatchObject({ outcome: 'refused', refusedWhole: true, accepted: 0 });
    expect(report.firstIssues.map(({ code }) => code)).toEqual(['analysisNotRecords']);
    expect(await api().json('/api/health')).toEqual(before);
  });

  it('another instance that is given the lists, in any format, has the same records', async () => {
    const other = await openFresh[kind]();
    let opened: OpenApp | null = null;
    try {
      for (const [list, format] of [['areas', 'geojson'], ['organisations', 'xlsx'], ['structures', 'geojson'], ['initiatives', 'csv']] as const) {
        const report = await importFile({ database: other.database }, await fileOf(list, format), { fileName: `liste.${format}`, dryRun: false, acceptPartial: false });
        expect(report, JSON.stringify(report.firstIssues.slice(0, 3))).toMatchObject({ outcome: 'applied', refused: 0 });
      }
      opened = await openApp(other.database, 'coordination');
      for (const list of LISTS) expect(await said(opened, list), list).toEqual(await said(api(), list));
    } finally {
      await opened?.close();
      await other.discard();
    }
  });
});

/** What a list does not carry: the row of the file, what was worked out from assessments and words, and comments that may not be kept. */
const LEFT = new Set(['sourceRow', 'readiness', 'missing', 'unknown', 'evidenceOn', 'lapsesAfter', 'words', 'toReview', 'description']);

async function said(app: OpenApp, list: string): Promise<unknown[]> {
  const { features } = await app.json<{ features: { geometry: unknown; properties: Record<string, unknown> }[] }>(`/api/${list}?format=geojson`);
  return features.map(({ geometry, properties }) => [geometry, Object.fromEntries(Object.entries(properties).filter(([key]) => !LEFT.has(key)))]);
}
