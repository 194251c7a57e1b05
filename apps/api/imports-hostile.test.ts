import { expect, it } from 'vitest';
import { readDataVersion } from '#db/stores/data-version';
import { callImport, postFile } from '../../tests/api/import-calls';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';

const STRUCTURES = 'Country,Admin1,Facility name,Facility type,Ownership,Lat,Long\nPays,Province,Kilima,Centre de Santé,Publique,-1.31,29.11';
const part = (name: string, content: string, fileName?: string): string => `--X\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n${content}\r\n`;

describeOnBothDatabases('imports over HTTP, as nobody means them', (database) => {
  const api = useApp(database, 'coordination', async () => undefined);
  const send = async (payload: string | Buffer, type = 'multipart/form-data; boundary=X') => {
    const response = await api().app.inject({ method: 'POST', url: '/api/imports', headers: { 'content-type': type }, payload });
    return [response.statusCode, response.json<{ code?: string; fileName?: string }>().code ?? null] as const;
  };

  it.each<[string, string, string | undefined, readonly [number, string | null]]>([
    ['no file', `${part('source', 'X')}--X--`, undefined, [400, 'parameterInvalid']],
    ['no part at all', '--X--', undefined, [400, 'parameterInvalid']],
    ['a file of another name', `${part('upload', STRUCTURES, 'a.csv')}--X--`, undefined, [400, 'parameterUnknown']],
    ['an option that is none', `${part('colour', 'red')}${part('file', STRUCTURES, 'a.csv')}--X--`, undefined, [400, 'parameterUnknown']],
    ['an option named as a property of objects', `${part('__proto__', '{"source":"x"}')}${part('file', STRUCTURES, 'a.csv')}--X--`, undefined, [400, 'parameterInvalid']],
    ['a date that is none', `${part('reportedOn', '2025-02-30')}${part('file', STRUCTURES, 'a.csv')}--X--`, undefined, [400, 'parameterInvalid']],
    ['no body', '', undefined, [400, 'parameterInvalid']],
    ['JSON instead', '{"file":"x"}', 'application/json', [400, 'parameterInvalid']],
    ['a boundary that never comes', `${part('file', STRUCTURES, 'a.csv')}--Y--`, undefined, [400, 'parameterInvalid']],
    ['a boundary that is not named', `${part('file', STRUCTURES, 'a.csv')}--X--`, 'multipart/form-data', [400, 'parameterInvalid']],
  ])('%s: refused, in words', async (_what, body, type, answer) => {
    expect(await send(body, type)).toEqual(answer);
  });

  it('0 bytes, two files, very many fields: refused', async () => {
    expect((await postFile(api(), 'leer.csv', '')).body.code).toBe('fileEmpty');
    const [twoStatus] = await send(`${part('file', STRUCTURES, 'a.csv')}${part('file', STRUCTURES, 'b.csv')}--X--`);
    const [manyStatus] = await send(`${Array.from({ length: 60 }, (_, at) => part(`f${String(at)}`, 'x')).join('')}${part('file', STRUCTURES, 'a.csv')}--X--`);
    for (const status of [twoStatus, manyStatus]) expect([400, 413]).toContain(status);
  });

  it('names of files: paths and names as long as a book are only names', async () => {
    for (const name of ['../../../etc/passwd', 'C:\\\\x.csv', '/etc/passwd', `${'é'.repeat(20_000)}.csv`, '.', 'a\u202ecsv.exe']) {
      const [status] = await send(`${part('file', STRUCTURES, name)}--X--`);
      expect([200, 400, 413], name.slice(0, 40)).toContain(status);
    }
  });

  it('ids of nobody, of another thing, or none: 404, never 5xx', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '%00', '..%2f..%2fetc', encodeURIComponent('é'.repeat(500)), '__proto__']) {
      for (const [method, path] of [['GET', ''], ['GET', '/issues'], ['POST', '/apply'], ['POST', '/undo'], ['DELETE', '']] as const) {
        const { status } = await callImport(api(), method, `/${id}${path}`);
        expect([400, 404, 414], `${method} ${id.slice(0, 20)}${path}`).toContain(status);
      }
      expect([400, 404, 414]).toContain((await callImport(api(), 'POST', `/${id}/options`, { source: 'X' })).status);
      expect([400, 404, 414]).toContain((await callImport(api(), 'POST', `/${id}/answers`, { answers: [] })).status);
    }
  });

  it('options, mappings and answers of the wrong shape: 400', async () => {
    const { body } = await postFile(api(), 'structures.csv', STRUCTURES);
    for (const [path, payload] of [['options', { colour: 'red' }], ['options', { reportedOn: 'demain' }], ['mapping', { recordKind: 'x' }], ['answers', { answers: [{ questionId: 1 }] }], ['apply', { acceptPartial: 'perhaps' }], ['undo', { laterChanges: 'maybe' }]] as const) {
      expect([path, (await callImport(api(), 'POST', `/${body.id}/${path}`, payload)).status]).toEqual([path, 400]);
    }
    expect((await callImport(api(), 'DELETE', `/${body.id}`)).status).toBe(204);
  });

  it('everything at once: applied once, undone once, cancelled in the middle; what is told is what is stored', async () => {
    const { body: { id } } = await postFile(api(), 'structures.csv', STRUCTURES);
    const version = await readDataVersion(database().kysely);
    const applying = await Promise.all([1, 2, 3].map(() => callImport(api(), 'POST', `/${id}/apply`)));
    expect(applying.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await readDataVersion(database().kysely)).toBe(version + 1);
    const undoing = await Promise.all([1, 2].map(() => callImport(api(), 'POST', `/${id}/undo`)));
    expect(undoing.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await readDataVersion(database().kysely)).toBe(version + 2);

    // Undo and cancel while it is being applied again: whichever comes first, the other is told.
    const [again, undo, cancel] = await Promise.all([callImport(api(), 'POST', `/${id}/apply`), callImport(api(), 'POST', `/${id}/undo`), callImport(api(), 'DELETE', `/${id}`)]);
    expect([again.status < 500, undo.status < 500, cancel.status < 500]).toEqual([true, true, true]);
    const total = (await api().json<{ total: number }>('/api/structures?limit=1')).total;
    await api().composition.deps.watch.settled();
    const { body: { state } } = await callImport(api(), 'GET', `/${id}`);
    expect([[1, 'applied'], [0, 'undone']]).toContainEqual([total, state]);
  });

  it('the last one standing can be asked of: the server is well', async () => {
    expect((await api().app.inject('/api/health')).statusCode).toBe(200);
  });
});
