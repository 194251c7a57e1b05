import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { callImport, postFile } from '../../tests/api/import-calls';
import { openApp, useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { importAnswer, importsAnswer } from './contract/imports';

const fixture = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(`../../tests/fixtures/${name}`, import.meta.url)));
const STRUCTURES = 'Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Province d’exercice,Kilima,Centre de Santé,Publique,-1.31,29.11\nPays,Province d’exercice,Mauvaise,Centre de Santé,Publique,nord,29.31';

describeOnBothDatabases('imports over HTTP', (database) => {
  const api = useApp(database, 'coordination', async () => undefined);
  const total = async (): Promise<number> => (await api().json<{ total: number }>('/api/structures')).total;

  it('dry run, then apply: nothing is stored before, the same figures after, the same id', async () => {
    await callImport(api(), 'POST', `/${(await postFile(api(), 'areas-good.geojson', await fixture('areas-good.geojson'))).body.id}/apply`);
    const { status, body } = await postFile(api(), 'structures.csv', STRUCTURES);
    importAnswer.parse(body);
    expect([status, body.state, body.profile, body.rows, body.accepted, body.unchanged, body.refused, body.canApply]).toEqual([200, 'ready', 'structuresKwtrp', 2, 1, 0, 1, true]);
    expect(body.records).toEqual([{ recordKind: 'structure', added: 1, changed: 0, unchanged: 0 }]);
    expect(body.issues[0]).toMatchObject({ code: 'numberInvalid', row: 3, column: 'Lat', value: 'nord' });

    expect(await callImport(api(), 'POST', `/${body.id}/apply`)).toMatchObject({ status: 409, body: { code: 'rowsRefused' } });
    const refused = await callImport(api(), 'GET', `/${body.id}/issues`);
    expect(refused.text).toContain('numberInvalid,3,Lat,nord');

    const before = body.dataVersion;
    const applied = await callImport(api(), 'POST', `/${body.id}/apply`, { acceptPartial: true });
    expect([applied.status, applied.body.state, applied.body.id, applied.body.accepted, applied.body.refused, applied.body.dataVersion]).toEqual([200, 'applied', body.id, 1, 1, before + 1]);
    await api().composition.deps.watch.settled();
    expect(await total()).toBe(1);
    expect(await callImport(api(), 'POST', `/${body.id}/apply`, { acceptPartial: true })).toMatchObject({ status: 409, body: { code: 'importApplied' } });
  });

  it('the history knows every load, newest first; a forgotten file stays in it', async () => {
    const { items } = importsAnswer.parse((await callImport(api(), 'GET', '')).body);
    expect(items.map(({ fileName, state, accepted }) => [fileName, state, accepted])).toEqual([['structures.csv', 'applied', 1], ['areas-good.geojson', 'applied', 4]]);
    expect((await callImport(api(), 'DELETE', `/${items[0]!.id}`)).status).toBe(204);
    const again = importsAnswer.parse((await callImport(api(), 'GET', '')).body).items;
    expect(again.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
    expect((await callImport(api(), 'GET', `/${items[0]!.id}`)).body).toMatchObject({ state: 'applied', accepted: 1, canApply: false, records: [{ recordKind: 'structure', added: 1 }] });
  });

  it('the same file again: everything unchanged, and applying it stores nothing', async () => {
    const { body } = await postFile(api(), 'structures.csv', STRUCTURES);
    expect([body.accepted, body.unchanged, body.refused]).toEqual([0, 1, 1]);
    const applied = await callImport(api(), 'POST', `/${body.id}/apply`, { acceptPartial: true });
    expect([applied.body.state, applied.body.accepted, applied.body.dataVersion]).toEqual(['applied', 0, body.dataVersion]);
  });

  it('undo, apply again, undo: the same id, and the data as before', async () => {
    const before = await total();
    const more = 'Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Province d’exercice,Nouvelle,Centre de Santé,Publique,-1.32,29.12';
    const { body } = await postFile(api(), 'more.csv', more);
    expect(await callImport(api(), 'POST', `/${body.id}/undo`)).toMatchObject({ status: 409, body: { code: 'importNotApplied' } });
    for (let round = 0; round < 2; round++) {
      expect((await callImport(api(), 'POST', `/${body.id}/apply`)).body).toMatchObject({ id: body.id, state: 'applied', canApply: false, undoneAt: null });
      await api().composition.deps.watch.settled();
      expect(await total()).toBe(before + 1);
      expect((await callImport(api(), 'POST', `/${body.id}/undo`)).body).toMatchObject({ id: body.id, state: 'undone', canApply: true });
      await api().composition.deps.watch.settled();
      expect(await total()).toBe(before);
    }
    const { items } = importsAnswer.parse((await callImport(api(), 'GET', '')).body);
    expect(items.filter(({ id }) => id === body.id)).toMatchObject([{ state: 'undone', accepted: 1 }]);
  });

  it('undo of what a later file changed: 409 with the records, nothing changed; then everything else goes', async () => {
    const rows = (ownership: string, more = '') => `Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Province d’exercice,Débattue,Centre de Santé,${ownership},-1.33,29.13${more}`;
    const first = await postFile(api(), 'first.csv', rows('Publique', '\nPays,Province d’exercice,Seule,Centre de Santé,Publique,-1.34,29.14'), { source: 'Ministère' });
    await callImport(api(), 'POST', `/${first.body.id}/apply`);
    const second = await postFile(api(), 'second.csv', rows('Confessionnelle'), { source: 'Ministère' });
    expect(second.body.records).toEqual([{ recordKind: 'structure', added: 0, changed: 1, unchanged: 0 }]);
    await callImport(api(), 'POST', `/${second.body.id}/apply`);
    await api().composition.deps.watch.settled();
    const before = await total();
    const asked = await callImport(api(), 'POST', `/${first.body.id}/undo`);
    expect(asked).toMatchObject({ status: 409, body: { code: 'undoConflicts', conflicts: [{ recordKind: 'structure', label: 'Débattue', laterFile: 'second.csv', why: 'changedLater' }] } });
    expect((await callImport(api(), 'GET', `/${first.body.id}`)).body.state).toBe('applied');
    expect((await callImport(api(), 'POST', `/${first.body.id}/undo`, { laterChanges: 'keep' })).body.state).toBe('undone');
    await api().composition.deps.watch.settled();
    expect(await total()).toBe(before - 1);
    expect((await callImport(api(), 'POST', `/${second.body.id}/undo`)).body.state).toBe('undone');
    await api().composition.deps.watch.settled();
    expect(await total()).toBe(before - 2);
  });

  it('case data: refused whole, nothing to apply', async () => {
    const { status, body } = await postFile(api(), 'case-data.csv', await fixture('case-data.csv'));
    expect([status, body.state, body.canApply, body.issueGroups.map(({ code }) => code)]).toEqual([200, 'blocked', false, ['caseDataRefused']]);
    expect(await callImport(api(), 'POST', `/${body.id}/apply`)).toMatchObject({ status: 409, body: { code: 'importBlocked' } });
  });

  it('several sheets: read again with the one that was chosen', async () => {
    const { body } = await postFile(api(), 'second-sheet.xlsx', await fixture('second-sheet.xlsx'));
    expect([body.state, body.issueGroups.map(({ code }) => code)]).toEqual(['blocked', ['severalSheets']]);
    const again = await callImport(api(), 'POST', `/${body.id}/options`, { sheet: 'Feuille 2' });
    expect([again.body.id, again.body.state, again.body.sheet]).toEqual([body.id, 'ready', 'Feuille 2']);
  });

  it('an unknown table: mapped by hand, kept under a name, recognised next time, forgotten', async () => {
    const table = (name: string) => `Étab.,Sorte,Nord-sud,Est-ouest\n${name},CS,-1.35,29.15`;
    const { body } = await postFile(api(), 'inconnu.csv', table('Kivuli'));
    expect([body.state, body.issueGroups.map(({ code }) => code), body.mapping?.columns.map(({ header, samples }) => [header, samples[0]])]).toEqual(['blocked', ['profileUnknown'], [['Étab.', 'Kivuli'], ['Sorte', 'CS'], ['Nord-sud', '-1.35'], ['Est-ouest', '29.15']]]);
    const columns = { 0: 'name', 1: 'type', 2: 'lat', 3: 'lng' };
    const mapped = await callImport(api(), 'POST', `/${body.id}/mapping`, { recordKind: 'structure', columns, saveAs: 'Liste du bureau' });
    expect([mapped.body.state, mapped.body.profile, mapped.body.rows, mapped.body.accepted, mapped.body.records]).toEqual(['ready', 'mapped', 1, 1, [{ recordKind: 'structure', added: 1, changed: 0, unchanged: 0 }]]);
    const next = await postFile(api(), 'mois-suivant.csv', table('Jua'));
    expect([next.body.state, next.body.certainty, next.body.mapping?.saved?.name]).toEqual(['ready', 'saved', 'Liste du bureau']);
    const { items } = await api().json<{ items: { id: string; name: string }[] }>('/api/mappings');
    expect(items.map(({ name }) => name)).toEqual(['Liste du bureau']);
    expect((await api().app.inject({ method: 'DELETE', url: `/api/mappings/${items[0]!.id}` })).statusCode).toBe(204);
    expect((await postFile(api(), 'oublié.csv', table('Nyota'))).body.state).toBe('blocked');
  });

  it('a name that only a person can place: asked, answered, remembered', async () => {
    const people = (name: string) => `Zone de santé,Population\nKilima,100\n${name},200`;
    const { body } = await postFile(api(), 'population.csv', people('Mtto'));
    expect([body.state, body.refused, body.questions.map(({ kind, given }) => [kind, given])]).toEqual(['ready', 1, [['area', 'Mtto']]]);
    const [question] = body.questions;
    expect(await callImport(api(), 'POST', `/${body.id}/answers`, { answers: [{ questionId: question!.id, candidateId: 'area:nowhere' }] })).toMatchObject({ status: 409, body: { code: 'answerUnknown' } });
    const answered = await callImport(api(), 'POST', `/${body.id}/answers`, { answers: [{ questionId: question!.id, candidateId: question!.candidates[0]!.id }] });
    expect([answered.body.state, answered.body.refused, answered.body.questions]).toEqual(['ready', 0, []]);
    expect((await postFile(api(), 'population-2.csv', people('Mtto'))).body.refused).toBe(0);
  });

  it('without waiting: 202, then by its id; cancelled, it is gone', async () => {
    const { status, body } = await postFile(api(), 'structures.csv', STRUCTURES, {}, '?wait=false');
    expect([status, body.state]).toEqual([202, 'reading']);
    await api().composition.deps.imports.settled(body.id);
    expect((await callImport(api(), 'GET', `/${body.id}`)).body.state).toBe('ready');
    expect((await callImport(api(), 'DELETE', `/${body.id}`)).status).toBe(204);
    expect((await callImport(api(), 'GET', `/${body.id}`)).status).toBe(404);
  });

  it.each<[name: string, fields: Record<string, string>, code: string]>([
    ['an unknown field', { inventé: '1' }, 'parameterUnknown'],
    ['a profile that there is none of', { profile: 'x' }, 'parameterInvalid'],
    ['a date that does not exist', { reportedOn: '2025-02-30' }, 'parameterInvalid'],
  ])('%s is refused', async (_name, fields, code) => {
    expect(await postFile(api(), 'structures.csv', STRUCTURES, fields)).toMatchObject({ status: 400, body: { code } });
  });

  it('a page from elsewhere may not send anything', async () => {
    const evil = await api().app.inject({ method: 'POST', url: '/api/imports/x/apply', headers: { origin: 'https://evil.example', host: 'localhost:8090' } });
    expect(evil.statusCode).toBe(403);
    const own = await api().app.inject({ method: 'POST', url: '/api/imports/x/apply', headers: { origin: 'http://localhost:8090', host: 'localhost:8090' } });
    expect(own.statusCode).toBe(404);
  });

  it('the public has no imports', async () => {
    const stranger = await openApp(database(), 'public');
    for (const [method, path] of [['GET', ''], ['POST', '/x/apply'], ['DELETE', '/x']] as const) expect(await callImport(stranger, method, path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await stranger.close();
  });
});

