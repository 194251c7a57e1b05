import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { importPreview } from '#api/contract/imports';
import { listBatches } from '#db/stores/import-batches';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import type { ImportOptions, ImportReport } from './import-report';

const fixture = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(`../../../../tests/fixtures/${name}`, import.meta.url)));
const structures = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(['Country,Admin1,Facility name,Facility type,Ownership,Lat,Long', ...rows.map((row) => `Pays,${row}`)].join('\n'));

describeOnBothDatabases('preview of a dry run', (database) => {
  const load = (bytes: Uint8Array, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importFile({ database: database() }, bytes, { fileName: 'f.csv', source: 'Ministère', dryRun: true, acceptPartial: true, preview: true, ...options });

  it('new, changed field by field, unchanged; points with the place that a stray one declares; the zones touched', async () => {
    await load(await fixture('areas-good.geojson'), { fileName: 'areas-good.geojson', dryRun: false });
    await load(structures('Province d’exercice,Ancien,Centre de Santé,Publique,-1.31,29.11', 'Province d’exercice,Constant,Poste de Santé,Publique,-1.32,29.12'), { dryRun: false });
    const report = await load(structures(
      'Province d’exercice,Ancien,Centre de Santé,Inconnue,-1.31,29.11',
      'Province d’exercice,Constant,Poste de Santé,Publique,-1.32,29.12',
      'Province d’exercice,Nouveau,Centre de Santé,Publique,-1.33,29.13',
      'Province d’exercice,Dehors,Centre de Santé,Publique,0.5,29.31',
    ));
    expect(report.records).toEqual([{ recordKind: 'structure', added: 2, changed: 1, unchanged: 1 }]);
    const preview = importPreview.parse(report.preview);
    expect(preview.changes).toEqual([
      { change: 'changed', recordKind: 'structure', row: 2, label: 'Ancien', areaName: 'Kilima', fields: [{ field: 'ownership', before: 'public', after: 'unknown' }], matchedTo: null },
      { change: 'added', recordKind: 'structure', row: 4, label: 'Nouveau', areaName: 'Kilima', fields: [], matchedTo: null },
      { change: 'added', recordKind: 'structure', row: 5, label: 'Dehors', areaName: 'Province d’exercice', fields: [], matchedTo: null },
    ]);
    expect(preview.points.map(({ row, outcome, flag }) => [row, outcome, flag])).toEqual([[5, 'added', 'outsideAllAreas'], [2, 'changed', null], [4, 'added', null], [3, 'unchanged', null]]);
    expect(preview.areas).toEqual([{ code: 'XX0101ZS01', name: 'Kilima', type: 'healthZone', added: 1, changed: 1, unchanged: 1 }]);
    // A dry run leaves nothing: the journal’s lines name a batch, and there is none but the two loads.
    expect(await listBatches(database().kysely, 'coordination')).toHaveLength(2);
  });

  it('the organisations that a row names are new records without a row of their own', async () => {
    const report = await load(await fixture('3w-good.xlsx'), { fileName: '3w-good.xlsx' });
    const named = report.preview?.changes.filter(({ recordKind }) => recordKind === 'organisation') ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.every(({ change, row }) => change === 'added' && row === null)).toBe(true);
    expect(report.records.find(({ recordKind }) => recordKind === 'organisation')?.added).toBe(named.length);
  });
});
