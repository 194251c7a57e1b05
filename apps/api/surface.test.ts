import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { fillByHand, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { openApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { buildApp } from './app';
import { logSettings } from './log';

describeOnBothDatabases('what the server lets the world do to it', (database) => {
  it('a log tells which route was asked and how it went, and nothing of who asked for what', async () => {
    await fillByHand(database());
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    const api = await openApp(database(), 'coordination');
    const app = await buildApp({ ...api.composition.deps, webRoot: null, logger: { ...logSettings(true), stream }, extend: async (api) => void api.get('/broken', () => Promise.reject(new Error(`Key (name)=(${SAFE_HOUSE.name}) already exists`))) });
    await app.inject({ url: `/api/structures?search=${encodeURIComponent(SAFE_HOUSE.name)}`, remoteAddress: '192.0.2.77', headers: { 'user-agent': 'curious', cookie: 'session=secret' } });
    expect((await app.inject('/broken')).json()).toMatchObject({ code: 'internal', issues: [] });
    const log = lines.join('');
    expect(log).toMatch(/"route":"\/api\/structures"/);
    expect(log).toMatch(/"statusCode":500/);
    expect(log).toMatch(/surface\.test/);
    for (const word of [SAFE_HOUSE.name, encodeURIComponent(SAFE_HOUSE.name), 'search', '192.0.2.77', 'curious', 'secret', 'already exists']) expect(log).not.toContain(word);
    await app.close();
    await api.close();
  });

  it('slow-body: who sends a form byte by byte is cut off, and others are answered meanwhile', async () => {
    const api = await openApp(database(), 'coordination', { bodyTimeoutMs: 300 });
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = api.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const cut = new Promise((resolve) => socket.once('close', resolve));
    socket.write('POST /api/entries HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{');
    expect((await api.app.inject('/api/health')).statusCode).toBe(200);
    await cut;
    await api.close();
  });

  it('forged-forwarding-headers: an address is counted by its connection, whatever its headers claim', async () => {
    const api = await openApp(database(), 'public', { requestsPerMinute: 5 });
    const statuses: number[] = [];
    for (let sent = 0; sent < 7; sent += 1) statuses.push((await api.app.inject({ url: '/api/vocabularies', remoteAddress: '192.0.2.1', headers: { 'x-forwarded-for': `198.51.100.${sent}`, 'x-real-ip': `198.51.100.${sent}`, forwarded: `for=198.51.100.${sent}` } })).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await api.app.inject({ url: '/api/vocabularies', remoteAddress: '192.0.2.2' })).statusCode).toBe(200);
    await api.close();
  });

  it('id-with-nul and id-too-long: there is no such thing, in words', async () => {
    const api = await openApp(database(), 'coordination');
    expect((await api.problem('/api/structures/%00/entry-start')).code).toBe('parameterInvalid');
    expect((await api.problem(`/api/structures/${'a'.repeat(300)}`)).code).toBe('notFound');
    expect((await api.problem('/api/structures/%ff')).code).toBe('parameterInvalid');
    await api.close();
  });
});
