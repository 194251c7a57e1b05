import { describe, expect, it } from 'vitest';
import { issueMessages } from '#domain/issue-codes';
import { openFresh } from '../../tests/databases';
import { fillByHand } from '../../tests/api/hand-made-data';
import { openApp, useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { problem as problemSchema, type Problem } from './contract/records';
import type { GapsAnswer } from './contract/gaps';

describeOnBothDatabases('what is refused, and how', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));

  it.each([
    ['/api/gaps?seuil=5', 'parameterUnknown', 'seuil', '5', /threshold/],
    ['/api/health?x=1', 'parameterUnknown', 'x', '1', /^$/],
    ['/api/structures?kind=awareness', 'parameterUnknown', 'kind', 'awareness', /readiness/],
    ['/api/tiles/healthZone/0/0/0.mvt?v=2', 'parameterUnknown', 'v', '2', /asOf/],
    ['/api/gaps?threshold=-1', 'parameterInvalid', 'threshold', '-1', /0–200/],
    ['/api/gaps?threshold=1e9', 'parameterInvalid', 'threshold', '1e9', /0–200/],
    ['/api/gaps?threshold=NaN', 'parameterInvalid', 'threshold', 'NaN', /0–200/],
    ['/api/gaps?threshold=201', 'parameterInvalid', 'threshold', '201', /0–200/],
    ['/api/gaps?threshold=2881&reach=walkingEstimate', 'parameterInvalid', 'threshold', '2881', /0–2880/],
    ['/api/gaps?threshold=5&threshold=6', 'parameterInvalid', 'threshold', '["5","6"]', /0–200/],
    ['/api/gaps?asOf=2025-02-30', 'parameterInvalid', 'asOf', '2025-02-30', /YYYY-MM-DD/],
    ['/api/gaps/XAZS01?asOf=hier', 'parameterInvalid', 'asOf', 'hier', /YYYY-MM-DD/],
    ['/api/gaps/sweep?theta=0', 'parameterInvalid', 'theta', '0', /≤ 1/],
    ['/api/gaps?awarenessMonths=61', 'parameterInvalid', 'awarenessMonths', '61', /0–60/],
    ['/api/gaps?areaType=village', 'parameterInvalid', 'areaType', 'village', /healthZone/],
    ['/api/gaps?kind=awareness,dance', 'parameterInvalid', 'kind', 'awareness,dance', /medicalCare/],
    ['/api/gaps?province=ZZ', 'parameterInvalid', 'province', 'ZZ', /XA/],
    ['/api/overlaps?province=ZZ', 'parameterInvalid', 'province', 'ZZ', /XA/],
    ['/api/structures?limit=501', 'parameterInvalid', 'limit', '501', /1–500/],
    ['/api/tiles/healthZone/15/0/0.mvt', 'parameterInvalid', 'z', '15', /0–14/],
    ['/api/tiles/healthZone/2/4/0.mvt', 'parameterInvalid', 'x', '4', /0–3/],
    ['/api/tiles/roads/0/0/0.mvt', 'parameterInvalid', 'layer', 'roads', /healthZone/],
    ['/api/sessions/coverage?months=0', 'parameterInvalid', 'months', '0', /1–60/],
    ['/api/sessions/coverage?from=2025-06-01&to=2025-01-01', 'parameterInvalid', 'from', '2025-06-01', /≤ 2025-01-01/],
    ['/api/proposals?state=maybe', 'parameterInvalid', 'state', 'maybe', /accepted/],
    ['/api/gaps?standard=mine', 'standardUnknown', 'standard', 'mine', /cmr-minimum/],
    ['/api/structures?standard=mine', 'standardUnknown', 'standard', 'mine', /cmr-minimum/],
    ['/api/structures?after=here', 'cursorInvalid', 'after', 'here', /nextCursor/],
    ['/api/overlaps?after=here', 'cursorInvalid', 'after', 'here', /nextCursor/],
    ['/api/gaps?format=pdf', 'formatNotOffered', 'format', 'pdf', /geojson/],
  ])('%s → %s', async (url, code, column, value, expected) => {
    const response = await api().app.inject(url);
    const body = problemSchema.strict().parse(response.json());
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body.code).toBe(code);
    expect(body.issues[0]).toMatchObject({ column, value });
    expect(body.issues[0]?.expected ?? '').toMatch(expected);
    for (const sentence of [body.detail, body.detailFr]) {
      expect(sentence).toContain(column);
      expect(sentence).toContain(value);
    }
    expect(body.detailFr).toContain(issueMessages[code as 'parameterInvalid'].fr);
  });

  it.each(['/api', '/api/', '/api/nothing', '/api/gaps/ZZ', '/api/structures/00000000-0000-5000-8000-000000000000', '/api/initiatives/x', '/nothing.png'])('%s → notFound', async (url) => {
    expect(await api().problem(url)).toMatchObject({ code: 'notFound', status: 404 });
  });

  it('other methods find nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const) expect((await api().app.inject({ method, url: '/api/gaps' })).statusCode).toBe(404);
  });

  it('every call says the name of each parameter it knows, in both languages, to whoever invents one', async () => {
    for (const path of ['health', 'vocabularies', 'areas', 'structures', 'organisations', 'initiatives', 'gaps', 'gaps/sweep', 'facets', 'overlaps', 'presence', 'openapi.json']) {
      const body = await api().problem(`/api/${path}?inventé=1`);
      expect(body).toMatchObject({ code: 'parameterUnknown', issues: [{ column: 'inventé' }] });
      expect(body.detailFr).toMatch(/n’existe pas.*inventé/);
    }
  });
});

describe('refusals that are not the asker’s fault', () => {
  it('nothing loaded: an empty list that says so, an empty sweep, and health', async () => {
    const { database, discard } = await openFresh.pglite();
    const api = await openApp(database, 'coordination');
    expect(await api.json<GapsAnswer>('/api/gaps')).toMatchObject({ areas: [], message: 'noAreas', dataVersion: 0, summary: { peopleInGap: 0, population: 0, staleEvidenceShare: null }, sources: { demand: 'none' } });
    expect(await api.json('/api/gaps/sweep')).toMatchObject({ codes: [] });
    expect(await api.json('/api/facets')).toMatchObject({ provinces: [], toReview: 0 });
    expect(await api.json('/api/overlaps')).toMatchObject({ total: 0 });
    expect(await api.json('/api/structures?readiness=ready')).toMatchObject({ total: 0, items: [] });
    expect((await api.app.inject('/api/tiles/healthZone/0/0/0.mvt')).rawPayload).toHaveLength(0);
    expect(await api.json('/api/health')).toMatchObject({ status: 'ok', dataVersion: 0 });

    await fillByHand(database);
    const loading = await openApp(database, 'coordination', { settled: false });
    const refused = await loading.app.inject('/api/gaps');
    expect(refused.json<Problem>()).toMatchObject({ code: 'dataLoading', status: 503 });
    expect(refused.headers['retry-after']).toBe('2');
    expect(await loading.json('/api/health')).toMatchObject({ status: 'loading' });
    await loading.composition.deps.watch.settled();
    expect(await loading.json('/api/health')).toMatchObject({ status: 'ok', dataVersion: 1 });
    await loading.close();

    const limited = await openApp(database, 'public', { requestsPerMinute: 2 });
    await limited.json('/api/vocabularies');
    await limited.json('/api/vocabularies');
    expect(await limited.problem('/api/vocabularies')).toMatchObject({ code: 'tooManyRequests', status: 429 });
    await limited.json('/api/health');
    await limited.close();

    const held = await openApp(database, 'public', { maxEventLoopDelayMs: 20 });
    // The mean delay of each second is looked at: hold the thread for most of one.
    const until = performance.now() + 1500;
    while (performance.now() < until) {
      const step = performance.now() + 100;
      while (performance.now() < step);
      await new Promise(setImmediate);
    }
    expect(await held.problem('/api/vocabularies')).toMatchObject({ code: 'overloaded', status: 503 });
    await held.json('/api/health');
    await held.close();

    // A name that is not this machine's own: a page from elsewhere that had it point here.
    const elsewhere = await api.app.inject({ url: '/api/health', headers: { host: 'evil.example:8090' } });
    expect(elsewhere.json<Problem>()).toMatchObject({ code: 'forbidden', status: 403 });
    expect((await api.app.inject({ url: '/api/health', headers: { host: '127.0.0.1:8090' } })).statusCode).toBe(200);
    expect((await api.app.inject({ url: '/api/health', headers: { host: '[::1]:8090' } })).statusCode).toBe(200);

    await api.composition.deps.watch.stop();
    await discard();
    // The database is gone: nothing of why is told, the reason is for the log.
    const body = await api.problem('/api/areas');
    expect(['internal', 'databaseUnreachable']).toContain(body.code);
    expect(body.issues).toEqual([]);
    expect(await api.json('/api/health')).toMatchObject({ status: 'ok' });
    await api.close();
  });
});
