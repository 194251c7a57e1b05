import { expect, it } from 'vitest';
import { saveAreas } from '#db/stores/areas';
import { readDataVersion } from '#db/stores/data-version';
import { startBatch } from '#db/stores/import-batches';
import { listOrganisations } from '#db/stores/organisations';
import { anArea, aStructure, openBatch } from '#db/stores/sample-records';
import { saveStructures } from '#db/stores/structures';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import type { ImportOptions, ImportReport } from './import-report';

const HEADER = 'CLUSTER,NOM ACTIVITE,DATE DEBUT,DATE FIN,Province,Zone de santé,Nom organization,Type organisation';

describeOnBothDatabases('what became of a row', (database) => {
  const load = async (lines: readonly string[], fileName: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importFile({ database: database() }, new TextEncoder().encode(lines.join('\n')), { fileName, dryRun: false, acceptPartial: false, ...options });
  const counts = ({ outcome, rows, accepted, unchanged, refused }: ImportReport) => [outcome, rows, accepted, unchanged, refused];
  const organisations = async (): Promise<string[]> => (await listOrganisations(database().kysely, 'coordination', { limit: 50 })).items.map(({ name }) => name);

  it('lines of one stock count and of one organisation are all new on the first load, but those that are repeated', async () => {
    const db = database().kysely;
    await saveStructures(db, await openBatch(db), [aStructure({ scheme: 'test', externalId: 'S1', name: 'CS Mabanga', lngLat: [29.2, -1.6] })]);
    const line = (article: string, lot: string, quantity: number) => `CS Mabanga;${article};${lot};${quantity};31/12/2026;20/05/2025`;
    const stock = ['Structure;Article;N° de lot;Quantité;Date de péremption;Date du comptage', line('Kit PEP adulte', 'A1', 4), line('Kit PEP adulte', 'A2', 6), line('Pilule du lendemain', '', 0), line('Pilule du lendemain', '', 0)];
    const first = await load(stock, 'stock.csv');
    expect([...counts(first), first.repeated], JSON.stringify(first.issues)).toEqual(['applied', 4, 3, 1, 0, 1]);
    expect(first.records).toMatchObject([{ recordKind: 'assessment', added: 1, changed: 0 }]);
    expect(counts(await load(stock, 'stock.csv'))).toEqual(['unchanged', 4, 0, 4, 0]);
    const names = ['Lookup,Canonical Name,Acronym,Type Code', 'HA,Heal Africa,HA,441', 'Heal Africa Goma,Heal Africa,HA,441', 'MSF France,Médecins Sans Frontières,MSF,437'];
    expect(counts(await load(names, 'noms.csv'))).toEqual(['applied', 3, 3, 0, 0]);
    // One more name of an organisation that is known: it changes, once.
    expect(counts(await load([...names, 'Heal,Heal Africa,HA,441'], 'noms.csv'))).toEqual(['applied', 4, 1, 3, 0]);
  });

  it('--province: initiatives that name their area without a code are told apart too', async () => {
    const db = database().kysely;
    await saveAreas(db, await openBatch(db), ['XX01', 'XX02'].flatMap((code) => [
      anArea({ type: 'province', code, name: `Province ${code}` }), anArea({ type: 'healthZone', code: `${code}01ZS01`, name: `Zone de ${code}`, parentCode: code }), anArea({ type: 'healthZone', code: `${code}01ZS02`, name: 'Kilima', parentCode: code }),
    ]));
    const row = (province: string, zone: string, organisation: string) => `Protection: VBG,Sensibilisation sur les VBG,01/01/2025,31/12/2025,${province},${zone},${organisation},ONG Nationale`;
    // A zone of XX01; one of XX02; a name of both, told apart by the province; one of both, not told apart.
    const lines = [HEADER, row('', 'Zone de XX01', 'Une'), row('', 'Zone de XX02', 'Deux'), row('Province XX02', 'Kilima', 'Trois'), row('Province XX01', 'Kilima', 'Quatre'), row('', 'Kilima', 'Cinq')];
    const report = await load(lines, '3w.csv', { province: 'Province XX01', acceptPartial: true });
    expect(counts(report), JSON.stringify(report.issues)).toEqual(['applied', 5, 2, 2, 1]);
    expect(report.issues.map(({ code, examples }) => [code, examples.map(({ row: at }) => at)])).toEqual(expect.arrayContaining([['outsideProvince', [3, 4]], ['areaNameAmbiguous', [6]]]));
    // Nobody knows of an organisation that only a refused row, or one that was left out, names.
    expect((await organisations()).filter((name) => ['Une', 'Deux', 'Trois', 'Quatre', 'Cinq'].includes(name))).toEqual(['Quatre', 'Une']);
  });

  it('beside exercise data: said before anything is applied, and not of a file that changes nothing', async () => {
    const db = database().kysely;
    await startBatch(db, { fileName: 'exercise.json', sha256: 'ab'.repeat(32), profile: 'exercise', source: 'Test', exercise: true });
    const version = await readDataVersion(db);
    const lines = [HEADER, 'Protection: VBG,Prise en charge médicale,01/01/2025,31/12/2025,Province XX01,Kilima,Six,ONG Nationale'];
    expect(await load(lines, '3w-bis.csv', { dryRun: true })).toMatchObject({ outcome: 'dryRun', besideExercise: true, dataVersion: version });
    expect(await load(lines, '3w-bis.csv')).toMatchObject({ outcome: 'applied', besideExercise: true });
    expect(await load(lines, '3w-bis.csv')).toMatchObject({ outcome: 'unchanged', besideExercise: false });
  });
});
