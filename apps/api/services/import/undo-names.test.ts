import { expect, it } from 'vitest';
import { saveAreas } from '#db/stores/areas';
import { listInitiatives } from '#db/stores/initiatives';
import { listOrganisations } from '#db/stores/organisations';
import { anArea, openBatch } from '#db/stores/sample-records';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from './import-file';
import { undoImport, type UndoOutcome } from './undo-import';

const HEADER = 'CLUSTER,NOM ACTIVITE,DATE DEBUT,DATE FIN,NOMBRE BENEFICIAIRES DIRECTS,Pcode ZS,Nom organization,Acronyme,Type organisation';
const row = (title: string, people: number, organisation: string, acronym = '', type = '') => `Protection: VBG,${title},01/01/2025,31/12/2025,${String(people)},XX0101ZS01,${organisation},${acronym},${type}`;

describeOnBothDatabases('undo takes back what a file taught', (database) => {
  const load = async (fileName: string, ...rows: string[]): Promise<string> => {
    const importId = fileName;
    const report = await importFile({ database: database() }, new TextEncoder().encode([HEADER, ...rows].join('\n')), { fileName, importId, dryRun: false, acceptPartial: false });
    expect(report.outcome, JSON.stringify(report.issues)).toBe('applied');
    return importId;
  };
  const undo = (id: string): Promise<UndoOutcome> => undoImport(database(), id, { laterChanges: 'keep', actor: null });
  const organisation = async (name: string) => (await listOrganisations(database().kysely, 'coordination', { limit: 50 })).items.filter((item) => item.name === name).map(({ acronym, type }) => [acronym, type]);

  it('two files fill in one organisation, a part each: each takes back its own', async () => {
    const db = database().kysely;
    await saveAreas(db, await openBatch(db), [anArea({ type: 'healthZone', code: 'XX0101ZS01' })]);
    await load('1.csv', row('Causeries', 10, 'Heal Africa'));
    const type = await load('2.csv', row('Causeries de quartier', 20, 'Heal Africa', '', 'ONG Nationale'));
    const acronym = await load('3.csv', row('Clubs de jeunes', 30, 'Heal Africa', 'HA'));
    expect(await organisation('Heal Africa')).toEqual([['HA', 'nationalNgo']]);
    await undo(type);
    expect(await organisation('Heal Africa')).toEqual([['HA', 'unknown']]);
    await undo(acronym);
    expect(await organisation('Heal Africa')).toEqual([[null, 'unknown']]);
    await undo('1.csv');
    expect(await organisation('Heal Africa')).toEqual([]);
  });

  it('a file that makes an initiative of its own of a fingerprint again: undone, the fingerprint is of the initiative that it was', async () => {
    const aliases = async () => database().kysely.selectFrom('initiative_alias').select(['external_id', 'initiative_id']).orderBy('external_id').execute();
    const titles = async () => (await listInitiatives(database().kysely, 'coordination', { limit: 50 })).items.map(({ id, title, targeted }) => [id, title, targeted.total]).sort();
    const [old, changed] = [row('Prise en charge', 10, 'Beta'), row('Prise en charge', 12, 'Beta')];
    await load('mai-2025.csv', old);
    await load('juin-2025.csv', changed);
    const before = [await aliases(), await titles()];
    expect(before[0]).toHaveLength(1);
    // Both in one file: they cannot be one initiative any more.
    const both = await load('juillet-2025.csv', old, changed);
    expect(await titles()).toHaveLength(2);
    await undo(both);
    expect([await aliases(), await titles()]).toEqual(before);
    // And so the June report again changes nothing.
    const again = await importFile({ database: database() }, new TextEncoder().encode([HEADER, changed].join('\n')), { fileName: 'juin-2025.csv', dryRun: true, acceptPartial: false });
    expect([again.accepted, again.unchanged]).toEqual([0, 1]);
  });
});
