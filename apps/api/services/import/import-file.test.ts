import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Database } from '#db/database';
import { listAreas } from '#db/stores/areas';
import { readDataVersion } from '#db/stores/data-version';
import { listBatches } from '#db/stores/import-batches';
import { listInitiatives } from '#db/stores/initiatives';
import { listOrganisations } from '#db/stores/organisations';
import { listStructures } from '#db/stores/structures';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import type { ImportOptions, ImportReport } from './import-report';

const fixture = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(`../../../../tests/fixtures/${name}`, import.meta.url)));
const page = { limit: 1 };

/** Everything that a load could change, counted. */
async function countEverything({ kysely: db }: Database) {
  return {
    dataVersion: await readDataVersion(db),
    areas: (await listAreas(db, 'coordination', page)).total,
    structures: (await listStructures(db, 'coordination', page)).total,
    initiatives: (await listInitiatives(db, 'coordination', page)).total,
    organisations: (await listOrganisations(db, 'coordination', page)).total,
    batches: (await listBatches(db, 'coordination')).length,
  };
}

const counts = ({ rows, accepted, unchanged, refused }: ImportReport): number[] => [rows, accepted, unchanged, refused];
const errorsOf = (report: ImportReport): string[] => report.issues.flatMap(({ code, severity, count }) => (severity === 'error' ? [`${count} ${code}`] : []));

const two = (number: number): string => String(number + 10);

/** `5-bad-among-500`: every hundredth outline is left open. */
function fiveBadAmong500(): Uint8Array {
  const features = Array.from({ length: 500 }, (_, at) => {
    const [west, south] = [28 + (at % 25) * 0.05, -2 + Math.floor(at / 25) * 0.05];
    const ring = [[west, south], [west + 0.04, south], [west + 0.04, south + 0.04], [west, south + 0.04], [west, south]];
    return { type: 'Feature', properties: { zs_pcode: `XX03${two(Math.floor(at / 50))}ZS${two(at % 50)}`, zs_name: `Zone ${at}` }, geometry: { type: 'Polygon', coordinates: [at % 100 === 50 ? ring.slice(0, 4) : ring] } };
  });
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}

describeOnBothDatabases('import of a file', (database) => {
  const load = async (name: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importFile({ database: database() }, await fixture(name), { fileName: name, dryRun: false, acceptPartial: false, ...options });

  it('structures before areas, and health zones before their province: both find their place later', async () => {
    const structures = await load('kwtrp-small.csv', { acceptPartial: true });
    // Four rows; the latitude « nord » is no number.
    expect([structures.outcome, ...counts(structures), ...errorsOf(structures)]).toEqual(['applied', 4, 3, 0, 1, '1 numberInvalid']);
    const areas = await load('areas-good.geojson');
    expect([areas.outcome, ...counts(areas)]).toEqual(['applied', 4, 4, 0, 0]);
    const { items } = await listStructures(database().kysely, 'coordination', { limit: 10 });
    expect(items.map(({ name, healthZone, province }) => [name, healthZone?.code, province?.code])).toEqual([
      ['Bonde Poste de Santé', undefined, 'XX01'],
      ['Kilima Centre de Santé', 'XX0101ZS01', 'XX01'],
      ['Mto Clinique', 'XX0101ZS02', 'XX01'],
    ]);
  });

  it('the same file twice changes nothing', async () => {
    expect([(await load('3w-good.xlsx')).outcome]).toEqual(['applied']);
    const before = await countEverything(database());
    for (const name of ['areas-good.geojson', '3w-good.xlsx']) {
      const again = await load(name);
      expect([name, again.outcome, again.accepted, again.refused]).toEqual([name, 'unchanged', 0, 0]);
    }
    expect((await load('kwtrp-small.csv', { acceptPartial: true })).outcome).toBe('unchanged');
    expect(await countEverything(database())).toEqual(before);
  });

  it('row-repeated: counted as unchanged', async () => {
    const report = await load('row-repeated.xlsx', { dryRun: true });
    // Three rows: the third says what the first says, and one is in `3w-good.xlsx`, word for word.
    expect(counts(report)).toEqual([3, 1, 2, 0]);
  });

  it('dry run: the counts of a real load, and nothing changed', async () => {
    const before = await countEverything(database());
    const dry = await load('territory-code-wrong.xlsx', { dryRun: true });
    // One of its two rows is in `3w-good.xlsx`, word for word.
    expect([dry.outcome, ...counts(dry), dry.dataVersion]).toEqual(['dryRun', 2, 1, 1, 0, before.dataVersion]);
    expect(await countEverything(database())).toEqual(before);
  });

  it('cancelled in the middle: nothing changed', async () => {
    const before = await countEverything(database());
    const cancelled = new AbortController();
    const bytes = fiveBadAmong500();
    const importing = importFile(
      { database: database(), signal: cancelled.signal, onProgress: ({ step }) => { if (step === 'save') cancelled.abort(); } },
      bytes,
      { fileName: '500.geojson', dryRun: false, acceptPartial: true },
    );
    await expect(importing).rejects.toThrow();
    expect(await countEverything(database())).toEqual(before);
  });

  describe('bad input: a clear error, and nothing changed', () => {
    it.each<[file: string, code: string, refusedRows: number]>([
      ['truncated.xlsx', 'fileTruncated', 0],
      ['truncated.geojson', 'fileTruncated', 0],
      ['png-named.xlsx', 'contentNotAsNamed', 0],
      ['axis-swapped.geojson', 'axesSwapped', 0],
      ['ring-unclosed.geojson', 'ringUnclosed', 1],
      ['self-crossing.geojson', 'selfCrossing', 1],
      ['projected-crs.geojson', 'crsProjected', 0],
      ['projected-crs-unnamed.geojson', 'crsProjected', 0],
      ['zone-unknown.xlsx', 'areaCodeUnknown', 1],
      ['end-before-start.xlsx', 'endBeforeStart', 1],
      ['text-in-beneficiaries.xlsx', 'numberInvalid', 1],
      ['second-sheet.xlsx', 'severalSheets', 0],
      ['case-data.csv', 'caseDataRefused', 0],
      ['empty.csv', 'fileEmpty', 0],
    ])('%s → %s', async (file, code, refusedRows) => {
      const before = await countEverything(database());
      const report = await load(file);
      expect([report.outcome, ...errorsOf(report)]).toEqual(['refused', `1 ${code}`]);
      expect(report.refused).toBe(refusedRows);
      expect(report.rows).toBe(report.accepted + report.unchanged + report.refused);
      expect(parse(report.refusedRowsCsv ?? 'header', { bom: true, columns: true })).toHaveLength(refusedRows);
      expect(await countEverything(database())).toEqual(before);
    });

    it('5-bad-among-500: refused whole; with --accept-partial the other 495 are taken', async () => {
      const before = await countEverything(database());
      const options = { fileName: '500.geojson', dryRun: false, acceptPartial: false };
      const strict = await importFile({ database: database() }, fiveBadAmong500(), options);
      expect([strict.outcome, ...counts(strict), ...errorsOf(strict)]).toEqual(['refused', 500, 495, 0, 5, '5 ringUnclosed']);
      expect(await countEverything(database())).toEqual(before);
      const partial = await importFile({ database: database() }, fiveBadAmong500(), { ...options, acceptPartial: true });
      expect([partial.outcome, ...counts(partial)]).toEqual(['applied', 500, 495, 0, 5]);
      expect((await countEverything(database())).areas).toBe(before.areas + 495);
    });

    it('structures-swapped: points are measured against the areas that are loaded', async () => {
      const before = await countEverything(database());
      const swapped = new TextEncoder().encode('Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Province d’exercice,A,Centre de Santé,Publique,29.11,-1.31\nPays,Province d’exercice,B,Centre de Santé,Publique,29.31,-1.32');
      const report = await importFile({ database: database() }, swapped, { fileName: 'structures.csv', dryRun: false, acceptPartial: true });
      expect([report.outcome, ...counts(report), ...errorsOf(report)]).toEqual(['refused', 2, 0, 0, 2, '1 axesSwapped']);
      expect(await countEverything(database())).toEqual(before);
    });
  });

  it('territory-code-wrong: the row is taken, and the refused rows of another can be corrected and loaded again', async () => {
    const taken = await load('territory-code-wrong.xlsx');
    expect([taken.outcome, taken.refused]).toEqual(['applied', 0]);
    const refused = await load('zone-unknown.xlsx');
    const corrected = new TextEncoder().encode((refused.refusedRowsCsv ?? '').replaceAll('XX0999ZS09', 'XX0102ZS01'));
    const again = await importFile({ database: database() }, corrected, { fileName: 'corrected.csv', dryRun: false, acceptPartial: false });
    expect([again.outcome, again.profile, ...counts(again), ...errorsOf(again)]).toEqual(['applied', 'ocha3w', 1, 1, 0, 0]);
  });

  it('facility-hazards: a position in no known area is flagged, and taken', async () => {
    const report = await load('facility-hazards.geojson');
    expect([report.outcome, report.refused, report.rows]).toEqual(['applied', 0, report.accepted + report.unchanged]);
  });

  it('--province: the others are left out, told and counted as unchanged; a province that nobody knows refuses the file', async () => {
    const file = new TextEncoder().encode('Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Province d’exercice,Dedans,Poste de Santé,Publique,-1.31,29.11\nPays,,Sans province,Poste de Santé,Publique,-1.31,29.12\nPays,,Ailleurs,Poste de Santé,Publique,3,25');
    const options = { fileName: 'province.csv', dryRun: true, acceptPartial: false };
    const report = await importFile({ database: database() }, file, { ...options, province: 'XX01' });
    expect(counts(report)).toEqual([3, 2, 1, 0]);
    expect(report.issues).toMatchObject([{ code: 'outsideProvince', severity: 'info', count: 1, examples: [{ row: 4, expected: 'Province d’exercice' }] }]);
    const unknown = await importFile({ database: database() }, file, { ...options, province: 'Atlantide' });
    expect([unknown.outcome, ...errorsOf(unknown)]).toEqual(['refused', '1 areaNameUnknown']);
  });

  it('outside-declared-area: taken and flagged', async () => {
    const file = new TextEncoder().encode('Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Kilima,Loin,Centre de Santé,Publique,-1.32,29.31\nPays,Province d’exercice,Dehors,Centre de Santé,Publique,0.5,29.31');
    const report = await importFile({ database: database() }, file, { fileName: 'outside.csv', dryRun: false, acceptPartial: false });
    expect(report.outcome).toBe('applied');
    expect(report.issues.map(({ code, examples }) => [code, examples[0]?.row]).sort()).toEqual([['areaNameUnknown', 2], ['outsideAllAreas', 3], ['outsideDeclaredArea', 2]]);
  });
});
