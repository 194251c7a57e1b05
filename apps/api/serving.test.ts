import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { saveStructures } from '#db/stores/structures';
import { bumpDataVersion } from '#db/stores/data-version';
import { startBatch } from '#db/stores/import-batches';
import { fillByHand, provenance } from '../../tests/api/hand-made-data';
import { openApp, useApp } from '../../tests/api/open-app';
import { describeEqualAnswers, describeOnBothDatabases, openFresh } from '../../tests/databases';
import type { GapsAnswer } from './contract/gaps';
import { startServer } from './server';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Every call of the public contract that this server offers, and what it can be asked to do. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([
    '/api/areas', '/api/catchments', '/api/check', '/api/closures', '/api/facets', '/api/gaps', '/api/gaps/sweep', '/api/gaps/forecast', '/api/gaps/{code}', '/api/health', '/api/imports/{id}/issues', '/api/initiatives', '/api/initiatives/{id}', '/api/isochrones', '/api/kit-movements', '/api/mappings', '/api/matches', '/api/missions', '/api/nearest', '/api/openapi.json',
    '/api/organisations', '/api/overlaps', '/api/presence', '/api/proposals', '/api/readiness/lapsing', '/api/readiness/needs', '/api/readiness/refreshers', '/api/reporting', '/api/scenarios', '/api/sessions', '/api/sessions/coverage', '/api/standards', '/api/standards/compare', '/api/structures', '/api/structures/{id}', '/api/structures/{id}/entry-start', '/api/structures/{id}/changes', '/api/initiatives/{id}/changes', '/api/reviews', '/api/templates/{kind}.xlsx', '/api/tiles/{layer}/{z}/{x}/{y}.mvt', '/api/vocabularies', '/api/what-if', '/api/what-if/areas', '/api/where-next',
  ].map((path) => [path, ['get']])),
  '/api/entries': ['post'],
  '/api/imports': ['get', 'post'],
  '/api/imports/{id}': ['delete', 'get'],
  ...Object.fromEntries(['answers', 'apply', 'mapping', 'options', 'undo'].map((step) => [`/api/imports/{id}/${step}`, ['post']])),
  '/api/mappings/{id}': ['delete'],
  '/api/where-next/proof': ['get', 'post'],
  '/api/matches/{id}': ['post'],
  '/api/reviews/{id}': ['post'],
  ...Object.fromEntries(['structures', 'initiatives'].flatMap((list) => [[`/api/${list}/{id}/edit`, ['get', 'post']], [`/api/${list}/{id}/restore`, ['post']]])),
};

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner;
    else yield* referencesIn(inner);
  }
}

const TILE = '/api/tiles/healthZone/5/18/15.mvt';
const QUESTIONS = [
  '/api/vocabularies', '/api/areas', '/api/areas?format=geojson', '/api/structures', '/api/structures?format=geojson', '/api/structures?asOf=2025-08-15', '/api/organisations', '/api/initiatives', '/api/gaps', '/api/gaps?areaType=province',
  '/api/gaps?reach=walkingEstimate', '/api/gaps?reach=sameArea&evidence=assessed', '/api/gaps?format=geojson', '/api/gaps/sweep', '/api/gaps/XAZS01', '/api/gaps/XAZS04', '/api/facets', '/api/overlaps', TILE, '/api/tiles/structures/4/9/7.mvt', '/api/initiatives?format=csv', '/api/gaps?format=hxl',
];

const apps = new WeakMap<object, ReturnType<typeof openApp>>();
describeEqualAnswers(
  'the same bytes from both databases',
  Object.fromEntries(QUESTIONS.map((url) => [url, async (database) => {
    const opened = apps.get(database) ?? openApp(database, 'coordination');
    apps.set(database, opened);
    const response = await (await opened).app.inject(url);
    expect(response.statusCode).toBe(200);
    return response.rawPayload.toString('base64');
  }])),
  async (database) => {
    await fillByHand(database, { exercise: true });
  },
);

describeOnBothDatabases('answers and time', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db, { decision: 'complementary' }));

  it.each(['/api/gaps', '/api/structures', '/api/facets', TILE])('%s is sent again only when the data changed', async (url) => {
    const first = await api().app.inject(url);
    const { etag } = first.headers;
    expect(etag).toMatch(/^W\/"[0-9a-f]+-coordination-1"$/);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await api().app.inject({ url, headers: { 'if-none-match': `"other", ${String(etag)}` } });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    expect((await api().app.inject({ url, headers: { 'if-none-match': 'W/"other"' } })).statusCode).toBe(200);
  });

  it('a refusal is never kept', async () => {
    expect((await api().app.inject('/api/gaps/ZZ')).headers).toMatchObject({ 'cache-control': 'no-store' });
    expect((await api().app.inject('/api/gaps/ZZ')).headers.etag).toBeUndefined();
  });

  it.each(['/api/gaps/sweep', '/api/openapi.json', '/api/initiatives?format=csv'])('%s is compressed as the asker can read it', async (url) => {
    const plain = (await api().app.inject(url)).rawPayload;
    const brotli = await api().app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain)).toBe(true);
    const gzip = await api().app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(gzip.rawPayload).equals(plain)).toBe(true);
    expect(brotli.rawPayload.length).toBeLessThan(plain.length / 2);
  });

  it('tiles name what lies in them: areas by code, structures with their readiness', async () => {
    const text = async (url: string) => (await api().app.inject(url)).rawPayload.toString('utf8');
    expect(await text(TILE)).toMatch(/healthZone[\s\S]*XAZS03[\s\S]*XBZS06/);
    expect(await text(TILE)).not.toContain('XAZS01');
    expect(await text('/api/tiles/structures/5/17/15.mvt')).toMatch(/structures[\s\S]*Hôpital Un[\s\S]*ready/);
    expect(await text('/api/tiles/structures/5/0/0.mvt')).toBe('');
  });

  it('an area has its name in one tile only, however many its outline touches', async () => {
    // Tile 142 holds 19.69° to 21.09° east: all of zone 1 (20 to 21), and the edge of zone 2 (21 to 22), whose middle lies in tile 143.
    const namesIn = async (x: number) => (await api().app.inject(`/api/tiles/healthZone/8/${x}/127.mvt`)).rawPayload.toString('utf8').split('healthZoneNames');
    const [outlines = '', names = ''] = await namesIn(142);
    expect(outlines).toMatch(/XAZS01[\s\S]*XAZS02/);
    expect(names).toContain('Un');
    expect(names).not.toContain('Deux');
    expect((await namesIn(143))[1]).toContain('Deux');
  });

  it('tiles of areas bring their borders and those of the provinces, where there are some', async () => {
    const text = async (url: string) => (await api().app.inject(url)).rawPayload.toString('utf8');
    expect(await text(TILE)).toMatch(/healthZoneBorders[\s\S]*provinceBorders/);
    expect((await text('/api/tiles/province/5/17/15.mvt')).split('provinceBorders')).toHaveLength(2);
    expect(await text('/api/tiles/structures/5/17/15.mvt')).not.toContain('Borders');
    expect(await text('/api/tiles/healthZone/5/0/0.mvt')).toBe('');
  });

  it('a pair that a person judged stays with its verdict, and out of the count of possible duplications', async () => {
    expect(await api().json('/api/overlaps')).toMatchObject({ total: 1, pairs: [{ verdict: 'possibleDuplication', decision: { verdict: 'complementary', decidedBy: 'Groupe de travail' } }] });
    expect(await api().json('/api/overlaps?decided=false')).toMatchObject({ total: 0 });
    expect((await api().json<GapsAnswer>('/api/gaps')).summary.possibleDuplications).toBe(0);
  });

  it('data that change, by whatever process, are answered from without a restart; meanwhile the old answer serves', async () => {
    const before = await api().json<GapsAnswer>('/api/gaps');
    await database().kysely.transaction().execute(async (transaction) => {
      const batch = await startBatch(transaction, { fileName: 'b.json', sha256: '1'.repeat(64), profile: 'exercise', source: provenance.source, exercise: false });
      await saveStructures(transaction, batch, [{ scheme: 'main', externalId: 'S9', name: 'Poste Trois', type: 'PS', typeAsGiven: null, ownership: 'public', lngLat: [22.5, 0.5], areaCode: null, areaName: null, tier: 'public', supportedBy: [], ...provenance }]);
      await bumpDataVersion(transaction);
    });
    const meanwhile = await api().json<GapsAnswer>('/api/gaps');
    expect(meanwhile.areas).toEqual(before.areas);
    await api().composition.deps.watch.settled();
    const after = await api().json<GapsAnswer>('/api/gaps');
    // Someone now stands where the people of zone 3 live, and nobody knows whether they are ready.
    expect(after).toMatchObject({ dataVersion: 2 });
    expect(after.areas.find(({ code }) => code === 'XAZS03')).toMatchObject({ class: 'assess', peopleInGap: 0, peopleUncertain: 2000 });
    expect(await api().json('/api/health')).toMatchObject({ status: 'ok', dataVersion: 2 });
  });
});

describe('the server', () => {
  it('serves the page, and documents every call in OpenAPI 3.1', async () => {
    const { database, discard } = await openFresh.pglite();
    const webRoot = await mkdtemp(join(tmpdir(), 'jonction-page-'));
    await mkdir(join(webRoot, 'assets'));
    await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Jonction</title>');
    await writeFile(join(webRoot, 'assets/main-abc123.js'), 'export {};');
    const api = await openApp(database, 'coordination', { webRoot });

    const page = await api.app.inject({ url: '/fonds?zone=XAZS01', headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
    expect(page.headers['content-security-policy']).toMatch(/worker-src 'self' blob:/);
    expect(page.headers['content-security-policy']).toMatch(/img-src 'self' data: blob:/);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect((await api.app.inject('/')).body).toBe(page.body);
    expect((await api.app.inject('/assets/main-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await api.app.inject('/assets/gone-abc123.js')).statusCode).toBe(404);
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) expect((await api.app.inject(url)).statusCode, url).toBeGreaterThanOrEqual(400);
    expect((await api.app.inject('/api/docs')).statusCode).toBe(200);


    const document = await api.json<Document>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.fromEntries(Object.entries(document.paths).map(([path, operations]) => [path, Object.keys(operations).sort()]))).toEqual(CALLS);

    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const call = `${method} ${path}`;
        expect(operation.summary, call).toBeTruthy();
        const parameters = operation.parameters ?? [];
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name).sort(), call).toEqual(inPath);
        expect(parameters.every((one) => one.schema !== undefined && (one.in !== 'path' || one.required === true)), call).toBe(true);
        expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size, call).toBe(parameters.length);
        expect(operation.responses['200']?.description ?? operation.responses['204']?.description, call).toBeTruthy();
        for (const status of ['400', '404', '429', '500', '503']) expect(operation.responses[status]?.description, `${call} ${status}`).toBeTruthy();
        expect(operation.responses['400']?.content?.['application/problem+json']?.schema, call).toBeDefined();
      }
    }
    for (const reference of referencesIn(document)) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? '';
      expect(document.components.schemas, reference).toHaveProperty([name]);
    }
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Problem', 'GapArea', 'StructureItem', 'OverlapPair']));

    // Each query parameter of the document is known to the server: asking with a wrong value names it as invalid, never as unknown.
    for (const [path, { get }] of Object.entries(document.paths)) {
      for (const { name } of get?.parameters?.filter((one) => one.in === 'query') ?? []) {
        const response = await api.app.inject(`${path.replace('{layer}', 'healthZone').replace(/\{[zxy]\}/g, '0').replace(/\{\w+\}/g, 'a')}?${name}=`);
        expect(response.body, `${path} ${name}`).not.toContain('parameterUnknown');
      }
    }

    await api.close();
    await discard();
    await rm(webRoot, { recursive: true });
  });

  it('says what keeps it from starting, and leaves nothing open', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'jonction-server-'));
    const steps: string[] = [];
    const reporter = { step: (fr: string, en: string) => void steps.push(`${fr} / ${en}`), error: (error: unknown) => { throw error; } };
    const config = { host: '127.0.0.1', port: 0, viewer: 'coordination', exercise: false, log: false, backups: { daily: false, directory: join(dataDir, 'backups') }, database: { kind: 'pglite', dataDir } } as const;
    const server = await startServer(config, reporter);
    await server.ready();
    const health = await fetch(`${server.url}/api/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', database: 'pglite' });
    expect(steps.every((step) => step.includes(' / '))).toBe(true);

    await expect(startServer(config, reporter)).rejects.toMatchObject({ code: 'dataDirLocked' });
    const elsewhere = await mkdtemp(join(tmpdir(), 'jonction-server-'));
    const taken = { ...config, port: Number(new URL(server.url).port), database: { kind: 'pglite' as const, dataDir: elsewhere } };
    await expect(startServer(taken, reporter)).rejects.toMatchObject({ code: 'portTaken' });

    await server.close();
    await server.close();
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
    const again = await startServer({ ...taken, port: 0 }, reporter);
    await again.close();
    for (const directory of [dataDir, elsewhere]) await rm(directory, { recursive: true, force: true });
  });
});
