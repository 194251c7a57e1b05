import { expect, it } from 'vitest';
import type { Database } from '#db/database';
import { saveAreas } from '#db/stores/areas';
import { listInitiatives } from '#db/stores/initiatives';
import { anArea, openBatch } from '#db/stores/sample-records';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from '../import/import-file';
import type { ImportReport } from '../import/import-report';

const HEADER = ['CLUSTER', 'NOM ACTIVITE', 'DATE DEBUT', 'DATE FIN', 'NOMBRE BENEFICIAIRES DIRECTS', 'TYPE DE BENEFICIAIRES', 'ETAT PROJET', 'BAILLEUR', 'Code Province', 'Pcode ZS', 'Nom organization', 'Type organisation'];
const ZONES = Array.from({ length: 6 }, (_, at) => `XX0101ZS0${at + 1}`);
const ACTIVITIES = ['Sensibilisation sur les violences basées sur le genre', 'Prise en charge médicale des survivantes', 'Appui psychosocial', 'Réinsertion socioéconomique des femmes', 'Formation des prestataires à la prise en charge clinique'];
const GROUPS = ['Communauté hôte', 'Personnes déplacées internes (PDI)', 'Retournés'];

/** 360 rows as a real 3W has them: an organisation repeats its activity for several groups in several zones. */
const month = (): string[][] =>
  Array.from({ length: 360 }, (_, at) => {
    const [organisation, zone, activity, group] = [at % 10, Math.floor(at / 10) % 6, Math.floor(at / 20) % 5, at % 3];
    return ['Protection: Violences basées sur le genre', ACTIVITIES[activity] ?? '', `${String(1 + (at % 28)).padStart(2, '0')}/01/2025`, '31/12/2025', String(100 + at), GROUPS[group] ?? '', 'En cours', `Bailleur ${activity}`, 'XX01', ZONES[zone] ?? '', `Organisation ${organisation}`, 'ONG Nationale'];
  });

/** Forty rows edited, a fifth of them each in one column: people, end, status, group, title. */
const EDITS: readonly (readonly [column: number, (value: string) => string])[] = [
  [4, (people) => String(Number(people) * 2)],
  [3, () => '31/03/2026'],
  [6, () => 'Clôturé'],
  [5, () => 'Personnes handicapées'],
  [1, (title) => `${title} (phase 2)`],
];

function monthLater(): { rows: string[][]; edited: number[] } {
  const rows = month();
  const edited = Array.from({ length: 40 }, (_, at) => at * 8 + 3);
  edited.forEach((row, at) => {
    const [column, edit] = EDITS[at % EDITS.length] ?? [0, (value: string) => value];
    const cells = rows[row];
    if (cells !== undefined) cells[column] = edit(cells[column] ?? '');
  });
  const removed = new Set([0, 70, 140, 210, 280]);
  const added = Array.from({ length: 10 }, (_, at) => ['Santé', `Nouveau projet ${at}`, '01/05/2025', '30/09/2025', String(5000 + at), 'Réfugiés', 'En cours', 'Nouveau bailleur', 'XX01', ZONES[at % 6] ?? '', `Organisation ${at}`, 'ONG Nationale']);
  return { rows: [...rows.filter((_, at) => !removed.has(at)), ...added], edited };
}

const file = (rows: readonly string[][]): Uint8Array => new TextEncoder().encode([HEADER, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));

describeOnBothDatabases('The same 3W, a month later', (database) => {
  const load = (rows: readonly string[][], fileName: string, reportedOn: string): Promise<ImportReport> =>
    importFile({ database: database() }, file(rows), { fileName, reportedOn, dryRun: false, acceptPartial: false });
  const counts = ({ outcome, rows, accepted, unchanged, refused }: ImportReport) => [outcome, rows, accepted, unchanged, refused];
  const records = (report: ImportReport) => report.records.find(({ recordKind }) => recordKind === 'initiative');
  const stored = async ({ kysely }: Database) => (await listInitiatives(kysely, 'coordination', { limit: 500 })).items.map(({ id, reportedOn }) => ({ id, reportedOn }));

  it('first: all new', async () => {
    const db = database().kysely;
    await saveAreas(db, await openBatch(db), [anArea({ type: 'province', code: 'XX01' }), ...ZONES.map((code) => anArea({ type: 'healthZone', code, parentCode: 'XX01' }))]);
    expect(counts(await load(month(), '3w-mai.csv', '2025-05-31'))).toEqual(['applied', 360, 360, 0, 0]);
  });

  it('40 rows edited, 10 added, 5 removed: exactly 40 changed, 10 new, 5 missing; who changed keeps its id', async () => {
    const before = new Set((await stored(database())).map(({ id }) => id));
    const report = await load(monthLater().rows, '3w-juin.csv', '2025-06-30');
    expect(counts(report)).toEqual(['applied', 365, 50, 315, 0]);
    expect(records(report)).toMatchObject({ added: 10, changed: 40, unchanged: 315 });
    const after = await stored(database());
    expect([after.length, after.filter(({ id }) => !before.has(id)).length]).toEqual([370, 10]);
    // What the June report says again is of June; the five that it no longer has stay of May.
    expect(after.filter(({ reportedOn }) => reportedOn === '2025-06-30')).toHaveLength(365);
    expect(after.filter(({ reportedOn }) => reportedOn === '2025-05-31')).toHaveLength(5);
    expect(report.missing.count).toBe(5);
  });

  it('again: nothing changes', async () => {
    const before = await stored(database());
    expect(counts(await load(monthLater().rows, '3w-juin.csv', '2025-06-30'))).toEqual(['unchanged', 365, 0, 365, 0]);
    expect(counts(await load(monthLater().rows, 'autre-nom.csv', '2025-06-30'))).toEqual(['unchanged', 365, 0, 365, 0]);
    expect(await stored(database())).toEqual(before);
  });

  it('another month with nothing new: nothing changes but the day of the report', async () => {
    const report = await load(monthLater().rows, '3w-juillet.csv', '2025-07-31');
    expect(counts(report)).toEqual(['applied', 365, 0, 365, 0]);
    expect((await stored(database())).filter(({ reportedOn }) => reportedOn === '2025-07-31')).toHaveLength(365);
  });

  it('changed again: the same initiatives still', async () => {
    const { rows, edited } = monthLater();
    // The rows before an edited one that were removed: 0, 70, 140, 210, 280.
    const placed = edited.map((row) => row - [0, 70, 140, 210, 280].filter((gone) => gone < row).length);
    for (const row of placed.slice(0, 10)) rows[row]?.splice(4, 1, String(9000 + row));
    const report = await load(rows, '3w-aout.csv', '2025-08-31');
    expect(counts(report)).toEqual(['applied', 365, 10, 355, 0]);
    expect(records(report)).toMatchObject({ added: 0, changed: 10 });
    expect(await stored(database())).toHaveLength(370);
  });
});
