import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import { listBatches } from '#db/stores/import-batches';
import { listInitiatives } from '#db/stores/initiatives';
import { listOrganisations } from '#db/stores/organisations';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import type { ImportOptions, ImportProgress, ImportReport } from './import-report';

const HEADERS = 'NOM ACTIVITE,CLUSTER,TYPE DE BENEFICIAIRES,ETAT PROJET,BAILLEUR,DATE DEBUT,DATE FIN,NOMBRE BENEFICIAIRES DIRECTS,Pcode ZS,Nom organization,Type organisation';
const lineOf = (at: number, zone: string): string => `Sensibilisation sur les VBG ${at},Protection: VBG,Déplacés,En cours,Bailleur ${at % 3},2025-01-01,2025-12-31,${10 + at},${zone},Organisation ${at % 5},ONG Nationale`;
const fileOf = (lines: readonly string[]): Uint8Array => new TextEncoder().encode([HEADERS, ...lines].join('\n'));

/** Rows 2 to 601, in two parts; the last row is the first once more. */
const good = [...Array.from({ length: 599 }, (_, at) => lineOf(at, at % 2 === 0 ? 'XX0101ZS01' : 'XX0101ZS02')), lineOf(0, 'XX0101ZS01')];
/** `bad-at-the-end`: the last row stands in a zone that nobody knows. */
const badAtTheEnd = [...good.slice(0, -1), lineOf(599, 'XX0999ZS09')];

async function countEverything({ kysely: db }: Database): Promise<number[]> {
  const page = { limit: 1 };
  return [await readDataVersion(db), (await listInitiatives(db, 'coordination', page)).total, (await listOrganisations(db, 'coordination', page)).total, (await listBatches(db, 'coordination')).length];
}
const counts = ({ outcome, rows, accepted, unchanged, refused }: ImportReport) => [outcome, rows, accepted, unchanged, refused];

describeOnBothDatabases('a file so long that it is saved while it is read', (database) => {
  const load = (lines: readonly string[], options: Partial<ImportOptions> = {}, context: { signal?: AbortSignal; onProgress?: (progress: ImportProgress) => void } = {}): Promise<ImportReport> =>
    importFile({ database: database(), ...context }, fileOf(lines), { fileName: '3w-2025-05.csv', dryRun: false, acceptPartial: false, ...options });

  beforeAll(async () => {
    const areas = new Uint8Array(await readFile(new URL('../../../../tests/fixtures/areas-good.geojson', import.meta.url)));
    expect((await importFile({ database: database() }, areas, { fileName: 'areas.geojson', dryRun: false, acceptPartial: false })).outcome).toBe('applied');
  });

  it('bad-at-the-end: refused whole, and nothing of the rows before it is left', async () => {
    const before = await countEverything(database());
    const report = await load(badAtTheEnd);
    expect([...counts(report), report.issues.find(({ severity }) => severity === 'error')?.code, report.refusedRowsCsv?.includes('XX0999ZS09')]).toEqual(['refused', 600, 599, 0, 1, 'areaCodeUnknown', true]);
    expect(await countEverything(database())).toEqual(before);
  });

  it('a dry run says what the load then does: every row once, the repeated one unchanged', async () => {
    const before = await countEverything(database());
    const dry = await load(good, { dryRun: true, preview: true });
    expect([...counts(dry), dry.preview?.changes.length]).toEqual(['dryRun', 600, 599, 1, 0, 200]);
    expect(await countEverything(database())).toEqual(before);
  });

  it('cancelled while it is read: nothing is left, and the next file is taken', async () => {
    const before = await countEverything(database());
    const cancelled = new AbortController();
    await expect(load(good, {}, { signal: cancelled.signal, onProgress: ({ done }) => { if (done >= 500) cancelled.abort(); } })).rejects.toThrow();
    expect(await countEverything(database())).toEqual(before);
  });

  it('is loaded whole, linked to its organisations, under the name of its source', async () => {
    const before = await countEverything(database());
    const report = await load(good);
    expect([...counts(report), report.records]).toEqual(['applied', 600, 599, 1, 0, [{ recordKind: 'organisation', added: 8, changed: 0, unchanged: 0 }, { recordKind: 'initiative', added: 599, changed: 0, unchanged: 0 }]]);
    // 599 initiatives; organisations 0 to 4 and donors 0 to 2; one load.
    expect(await countEverything(database())).toEqual([(before[0] ?? 0) + 1, 599, 8, (before[3] ?? 0) + 1]);
    const { items } = await listInitiatives(database().kysely, 'coordination', { limit: 3, filters: { search: 'VBG 598' } });
    expect(items.map(({ title, areas, kinds, targetGroups, organisations, reportedOn, source, sourceRow }) => [title, areas[0]?.code, kinds[0]?.kind, targetGroups, organisations.map(({ name, role }) => `${role} ${name}`), reportedOn, source, sourceRow])).toEqual([
      // 598 = 5 × 119 + 3 = 3 × 199 + 1
      ['Sensibilisation sur les VBG 598', 'XX0101ZS01', 'awareness', ['displaced'], ['implementing Organisation 3', 'funder Bailleur 1'], '2025-05-31', '3w-2025-05.csv', 600],
    ]);
    const [batch] = await listBatches(database().kysely, 'coordination');
    expect(batch).toMatchObject({ profile: 'ocha3w', source: '3w-2025-05.csv', reportedOn: '2025-05-31', exercise: false, counts: { rows: 600, accepted: 599, unchanged: 1, refused: 0 } });
  });

  it('twice: nothing changes; a changed row is the same initiative, changed', async () => {
    const before = await countEverything(database());
    expect(counts(await load(good))).toEqual(['unchanged', 600, 0, 600, 0]);
    expect(await countEverything(database())).toEqual(before);
    const changed = await load([...good.slice(0, 7), (good[7] ?? '').replace('En cours', 'Clôturé'), ...good.slice(8)]);
    expect(counts(changed)).toEqual(['applied', 600, 1, 599, 0]);
    expect((await countEverything(database()))[1]).toBe(before[1]);
  });
});
