import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDataVersion } from '#db/stores/data-version';
import { listInitiatives } from '#db/stores/initiatives';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import type { ImportReport } from './import-report';

const DATA = new URL('../../../../../shared/data/', import.meta.url);

/** The six files of the issue, in an order in which they can be loaded, with what is known of each from counting it by other means. */
const FILES = [
  { path: 'areas/drc-adm1.topojson', rows: 26, refused: {} },
  { path: 'areas/drc-health-zones.geojson', rows: 518, refused: {} },
  // One of the 519 names is of the zone that has no outline.
  { path: 'population/drc-worldpop-by-zone.csv', rows: 519, refused: { areaNameUnknown: 1 } },
  { path: 'facilities/drc-public-facilities-2019.csv', rows: 14_586, refused: {} },
  { path: 'facilities/ituri-healthsites-2026.geojson', rows: 1511, refused: {} },
  // Five rows say no place, nine end before they start, two begin on day 0 of the spreadsheet.
  { path: '3w/drc-3w-2025-05.xlsx', rows: 4343, refused: { endBeforeStart: 9, areaMissing: 5, dateInvalid: 2 } },
] as const;

const errorsOf = (report: ImportReport): Record<string, number> => Object.fromEntries(report.issues.flatMap(({ code, severity, count }) => (severity === 'error' ? [[code, count]] : [])));
const warningsOf = (report: ImportReport, code: string): number => report.issues.find((group) => group.code === code)?.count ?? 0;
const FOUR_MINUTES = 240_000;

describe.runIf(existsSync(DATA))('real files of ../shared/data', () => {
  describeOnBothDatabases('are taken, every row accounted for', (database, kind) => {
    const reports = new Map<string, ImportReport>();
    const loadAll = async (): Promise<void> => {
      for (const { path } of FILES) {
        const bytes = new Uint8Array(await readFile(new URL(path, DATA)));
        reports.set(path, await importFile({ database: database() }, bytes, { fileName: path.replace(/^.*\//, ''), dryRun: false, acceptPartial: true }));
      }
    };

    it('first load', async () => {
      const startedAt = performance.now();
      await loadAll();
      console.log(`${kind}: six real files in ${((performance.now() - startedAt) / 1000).toFixed(1)} s (${[...reports.values()].map(({ durationMs }) => (durationMs / 1000).toFixed(1)).join(' + ')})`);
      for (const { path, rows, refused } of FILES) {
        const report = reports.get(path)!;
        expect([path, report.outcome, report.rows, errorsOf(report)]).toEqual([path, 'applied', rows, refused]);
        expect(report.accepted + report.unchanged + report.refused).toBe(rows);
      }
      const threeW = reports.get('3w/drc-3w-2025-05.xlsx')!;
      expect([threeW.reportedOn, threeW.accepted, threeW.unchanged, threeW.refused]).toEqual(['2025-05-31', 3937, 390, 16]);
      expect((await listInitiatives(database().kysely, 'coordination', { limit: 1 })).total).toBe(3937);
      expect(warningsOf(reports.get('facilities/drc-public-facilities-2019.csv')!, 'outsideDeclaredArea')).toBeGreaterThanOrEqual(31);
    }, FOUR_MINUTES);

    it('the same files again change nothing', async () => {
      const version = await readDataVersion(database().kysely);
      await loadAll();
      for (const { path, rows } of FILES) {
        const report = reports.get(path)!;
        expect([path, report.outcome, report.accepted, report.unchanged + report.refused]).toEqual([path, 'unchanged', 0, rows]);
      }
      expect(await readDataVersion(database().kysely)).toBe(version);
    }, FOUR_MINUTES);
  });
});
