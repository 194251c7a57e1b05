import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { listInitiatives } from '#db/stores/initiatives';
import { isoDate } from '#domain/dates';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import type { ImportOptions, ImportReport } from './import-report';
import { undoImport } from './undo-import';

const fixture = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(`../../../../tests/fixtures/${name}`, import.meta.url)));
/** A 3W of one partner, a row for each activity. */
const threeW = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(['Qui,Quoi,Secteur,Où,Début,État', '#org+impl+name,#activity+name,#sector+name,#loc+code,#date+start,#status', ...rows].join('\n'));
const AWARENESS = 'Alpha,Sensibilisation contre les VBG,Protection,XX0101ZS01,2025-01-01,En cours';
const CARE = 'Alpha,Prise en charge médicale des VBG,Santé,XX0101ZS02,2025-02-01,En cours';
const OTHERS = 'Beta,Distribution de kits PEP,Santé,XX0101ZS01,2025-01-01,En cours';

describeOnBothDatabases('what a partner’s new file no longer has', (database) => {
  const load = (bytes: Uint8Array, fileName: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importFile({ database: database() }, bytes, { fileName, source: 'Alpha', importId: fileName, dryRun: false, acceptPartial: false, ...options });
  const states = async (): Promise<string[]> => (await listInitiatives(database().kysely, 'coordination', { limit: 10 })).items.map(({ title, status, end }) => `${title}: ${status}${end === null ? '' : ` ${end}`}`);

  it('is listed; closed only where the file is said to be complete; undo opens it again; another partner is left alone', async () => {
    await load(await fixture('areas-good.geojson'), 'areas-good.geojson');
    await load(threeW(OTHERS), 'beta.csv', { source: 'Beta' });
    await load(threeW(AWARENESS, CARE), 'mai.csv', { reportedOn: isoDate.parse('2025-05-31') });
    const before = await states();
    expect(before).toEqual(['Distribution de kits PEP: ongoing', 'Prise en charge médicale des VBG: ongoing', 'Sensibilisation contre les VBG: ongoing']);

    const june = { reportedOn: isoDate.parse('2025-06-30') };
    const listed = await load(threeW(AWARENESS), 'juin.csv', { ...june, dryRun: true });
    expect(listed.missing).toMatchObject({ count: 1, closed: false, records: [{ recordKind: 'initiative', label: 'Prise en charge médicale des VBG', areaName: 'Mto' }] });
    expect(await states()).toEqual(before);

    const closed = await load(threeW(AWARENESS), 'juin.csv', { ...june, complete: true });
    expect([closed.outcome, closed.missing.count, closed.missing.closed]).toEqual(['applied', 1, true]);
    expect(await states()).toEqual(['Distribution de kits PEP: ongoing', 'Prise en charge médicale des VBG: completed 2025-06-30', 'Sensibilisation contre les VBG: ongoing']);
    // It comes back: a change, and not a second initiative.
    const back = await load(threeW(AWARENESS, CARE), 'juillet.csv', { reportedOn: isoDate.parse('2025-07-31'), dryRun: true });
    expect(back.records.find(({ recordKind }) => recordKind === 'initiative')).toEqual({ recordKind: 'initiative', added: 0, changed: 1, unchanged: 1 });

    expect((await undoImport(database(), 'juin.csv', { laterChanges: 'ask', actor: null })).undone).toBe(true);
    expect(await states()).toEqual(before);
  });
});
