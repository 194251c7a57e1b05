import { expect, it } from 'vitest';
import { enterAroundSafeHouse, PUBLIC_MISSION, PUBLIC_SESSION } from '../../tests/api/enter-around-safe-house';
import { fillByHand } from '../../tests/api/hand-made-data';
import { answerTo, assessment, delivery, type EntryOutcome, mission, postEntries, training } from '../../tests/api/entry-calls';
import { openApp, useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { entriesAnswer, entriesProblem, entryStart, type EntryStart } from './contract/entries';
import type { GapsAnswer } from './contract/gaps';
import { closuresAnswer, coverageAnswer, type kitMovementsAnswer, missionsAnswer, proposalsAnswer, sessionsAnswer, standardsAnswer } from './contract/programmes';
import type { z } from 'zod';

describeOnBothDatabases('what a form says, from the form to the map', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));
  const send = (...entries: unknown[]): Promise<EntryOutcome> => postEntries(api(), entries);
  const undo = async (importId: string | null, payload: object = {}) => {
    const response = await api().app.inject({ method: 'POST', url: `/api/imports/${importId ?? ''}/undo`, payload });
    return response.statusCode;
  };
  /** The answer of the engine, once it has read what was stored. */
  const ask = async <Answer>(url: string): Promise<Answer> => {
    await api().composition.deps.watch.settled();
    return api().json<Answer>(url);
  };
  const classOf = async (code: string, query = 'asOf=2025-05-31'): Promise<string | null> => (await ask<GapsAnswer>(`/api/gaps?${query}`)).areas.find((area) => area.code === code)?.class ?? null;
  const structureId = async (name: string): Promise<string> => (await api().json<{ items: { id: string }[] }>(`/api/structures?search=${encodeURIComponent(name)}`)).items[0]?.id ?? '';
  const proposals = async (state = 'open') => proposalsAnswer.strict().parse(await api().json<z.infer<typeof proposalsAnswer>>(`/api/proposals?asOf=2025-05-31&state=${state}`)).items;
  /** The one proposal that waits. */
  const waiting = async () => {
    const [first, another] = await proposals();
    if (first === undefined || another !== undefined) throw new Error('one open proposal expected');
    return first;
  };

  it('a delivery proposes, a person accepts, and the zone joins; taken back, the gap is there again', async () => {
    const three = await structureId('Hôpital Trois');
    expect(await classOf('XAZS03')).toBe('gap');
    const { etag = '' } = (await api().app.inject('/api/kit-movements')).headers;
    const delivered = await send(delivery(three));
    expect(delivered.status).toBe(200);
    // Whoever sent it sees it at once.
    expect((await api().app.inject({ url: '/api/kit-movements', headers: { 'if-none-match': etag } })).json<z.infer<typeof kitMovementsAnswer>>().total).toBe(1);
    expect(entriesAnswer.strict().parse(delivered.body)).toMatchObject({ repeated: false, warnings: [] });
    expect(await classOf('XAZS03')).toBe('gap');
    const proposal = await waiting();
    expect(proposal).toMatchObject({ subject: 'kitMovement', structure: { id: three, name: 'Hôpital Trois', area: 'Trois' }, state: 'open', corrected: false, lines: [{ batch: 'D1', quantity: 10 }], staff: [], verdict: null, entered: { by: 'Bureau de la zone' } });
    expect(proposal.effects).toEqual([{ service: 'cmr', standard: 'cmr-minimum@1', without: 'notReady', accepted: 'ready', missingWithout: ['pepKits'], missingAccepted: [] }]);
    const accepted = await send(answerTo(proposal));
    expect([accepted.status, await classOf('XAZS03'), await proposals()]).toEqual([200, 'joined', []]);
    expect((await proposals('accepted'))[0]).toMatchObject({ verdict: { verdict: 'accepted', decidedBy: 'Bureau de la zone', decidedOn: '2025-05-21' } });
    // Good until 31 July; a course of 28 days must be finished by then: 3 July is the last day on which one can begin.
    expect([await classOf('XAZS03', 'asOf=2025-05-31&at=2025-07-03'), await classOf('XAZS03', 'asOf=2025-05-31&at=2025-07-04')]).toEqual(['joined', 'gap']);
    expect(await undo(accepted.body.importId)).toBe(200);
    expect([await classOf('XAZS03'), (await waiting()).digest]).toEqual(['gap', proposal.digest]);
    expect(await undo(delivered.body.importId)).toBe(200);
    expect(await proposals()).toEqual([]);
  });

  it('the same key twice is one delivery; other content under it is refused', async () => {
    const three = await structureId('Hôpital Trois');
    const key = '6f0d3b8e-9c1f-4a57-8a2e-0b7f4d1c2e3a';
    const [first, atOnce] = await Promise.all([postEntries(api(), [delivery(three)], { key }), postEntries(api(), [delivery(three)], { key })]);
    expect([first, atOnce].map(({ status, body }) => [status, body.importId])).toEqual([[200, key], [200, key]]);
    expect([first.body.repeated, atOnce.body.repeated].sort()).toEqual([false, true]);
    // After a restart too.
    const again = await openApp(database(), 'coordination');
    expect((await postEntries(again, [delivery(three)], { key })).body).toMatchObject({ importId: key, repeated: true });
    await again.close();
    expect((await api().json<z.infer<typeof kitMovementsAnswer>>('/api/kit-movements')).total).toBe(1);
    const other = await postEntries(api(), [delivery(three, { on: '2025-05-22' })], { key });
    expect([other.status, other.body.code]).toEqual([409, 'entryKeyUsed']);
    await undo(key);
    // Taken back, it does not come again by itself.
    expect((await postEntries(api(), [delivery(three)], { key })).body.repeated).toBe(true);
    expect((await api().json<z.infer<typeof kitMovementsAnswer>>('/api/kit-movements')).total).toBe(0);
  });

  it('a delivery that is corrected after it was accepted asks again', async () => {
    const three = await structureId('Hôpital Trois');
    const loads: (string | null)[] = [];
    loads.push((await send(delivery(three))).body.importId);
    const first = await waiting();
    loads.push((await send(answerTo(first))).body.importId);
    loads.push((await send({ ...delivery(three, { lines: [{ item: 'pepKitAdult', batch: 'D1', quantity: 4, expiry: '2025-07-31' }] }), correct: first.subjectId })).body.importId);
    const corrected = await waiting();
    expect(corrected).toMatchObject({ subjectId: first.subjectId, corrected: true, lines: [{ quantity: 4 }] });
    expect(corrected.digest).not.toBe(first.digest);
    expect(await classOf('XAZS03')).toBe('gap');
    loads.push((await send(answerTo(corrected, 'rejected'))).body.importId);
    expect([await classOf('XAZS03'), (await proposals('rejected')).length]).toEqual(['gap', 1]);
    for (const load of loads.reverse()) expect(await undo(load)).toBe(200);
  });

  it('retrained: a structure with kits whose staff was trained too long ago is ready again when the training is accepted', async () => {
    const two = await structureId('Poste Deux');
    const loads: (string | null)[] = [];
    loads.push((await send(assessment(two, { trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 1, women: 1, men: 0, trainedOn: '2022-06-10', protocolVersion: null }], stockLines: [{ item: 'pepKitAdult', batch: 'K', quantity: 5, expiry: '2026-12-31', countedOn: '2025-05-10' }] }))).body.importId);
    const detail = () => ask<{ readiness: string; missing: string[] }>(`/api/structures/${two}?asOf=2025-05-31`);
    expect(await detail()).toMatchObject({ readiness: 'notReady', missing: ['trainedStaff'] });
    loads.push((await send(training(two, { start: '2025-05-18', end: '2025-05-20' }))).body.importId);
    const proposal = await waiting();
    expect(proposal).toMatchObject({ subject: 'trainingSession', title: 'Prise en charge du viol', on: '2025-05-20', staff: [{ service: 'cmr', cadre: 'nurse', number: 2, women: 1, men: 1 }], lines: [] });
    loads.push((await send(answerTo(proposal))).body.importId);
    expect(await detail()).toMatchObject({ readiness: 'ready', missing: [] });
    const start = entryStart.strict().parse(await api().json<EntryStart>(`/api/structures/${two}/entry-start`));
    expect(start).toMatchObject({ structure: { name: 'Poste Deux', area: { type: 'healthZone', code: 'XAZS02' } }, lastAssessedOn: '2025-05-10', functionality: { value: 'full', on: '2025-05-10', source: 'Bureau de la zone' }, protocol: null });
    expect(start.trainedStaff.map(({ number, trainedOn, on }) => [number, trainedOn, on])).toEqual([[1, '2022-06-10', '2025-05-10'], [2, '2025-05-20', '2025-05-20']]);
    expect(start.stockLines).toMatchObject([{ batch: 'K', quantity: 5 }]);
    for (const load of loads.reverse()) expect(await undo(load)).toBe(200);
    expect(await detail()).toMatchObject({ readiness: 'unknown' });
  });

  it('a second assessment of the same day and source corrects the first', async () => {
    const two = await structureId('Poste Deux');
    const first = await send(assessment(two));
    const second = await send(assessment(two, { functionality: 'none' }));
    const { assessments } = await ask<{ assessments: { functionality: string }[] }>(`/api/structures/${two}?asOf=2025-05-31`);
    expect(assessments.map(({ functionality }) => functionality)).toEqual(['none']);
    expect([await undo(second.body.importId), await undo(first.body.importId)]).toEqual([200, 200]);
  });

  it('a standard that is superseded on a date changes what is ready from that day on', async () => {
    const three = await structureId('Hôpital Trois');
    const { items } = standardsAnswer.strict().parse(await api().json<z.infer<typeof standardsAnswer>>('/api/standards?service=cmr&asOf=2025-05-31'));
    const shipped = items.find(({ code, version }) => code === 'cmr-minimum' && version === 1);
    if (shipped === undefined) throw new Error('the standard that comes with the tool expected');
    const { state, entered, ...standard } = shipped;
    expect([state, entered]).toEqual(['adopted', null]);
    const kitsRecommended = { ...standard, version: 2, authority: 'Ministère de la Santé', criteria: standard.criteria.map((one) => (one.code === 'pepKits' ? { ...one, required: false } : one)) };
    const draft = await send({ kind: 'careStandard', record: { ...kitsRecommended, adoptedOn: null } });
    expect([draft.status, await classOf('XAZS03')]).toEqual([200, 'gap']);
    const adopted = await send({ kind: 'careStandard', record: { ...kitsRecommended, adoptedOn: '2025-05-15' } });
    expect([adopted.status, await classOf('XAZS03')]).toEqual([200, 'joined']);
    // Until the day before, the first version is in force; a question may name either.
    expect((await ask<{ readiness: string }>(`/api/structures/${three}?asOf=2025-05-14`)).readiness).toBe('notReady');
    expect(await classOf('XAZS03', 'asOf=2025-05-31&standard=cmr-minimum@1')).toBe('gap');
    const states = (await api().json<z.infer<typeof standardsAnswer>>('/api/standards?service=cmr&asOf=2025-05-31')).items.filter(({ code }) => code === 'cmr-minimum');
    expect(states.map((one) => [one.version, one.state, one.entered?.by ?? null])).toEqual([[1, 'superseded', null], [2, 'adopted', 'Bureau de la zone']]);
    const changed = await send({ kind: 'careStandard', record: { ...kitsRecommended, adoptedOn: '2025-05-15', authority: 'Un autre' } });
    expect([changed.status, changed.body.issues[0]?.code]).toEqual([422, 'standardAdopted']);
    expect([await undo(adopted.body.importId), await undo(draft.body.importId), await classOf('XAZS03')]).toEqual([200, 200, 'gap']);
  });

  it('a mission gives care on its days only', async () => {
    const sent = await send(mission());
    expect(sent.status).toBe(200);
    const on = (day: string) => classOf('XAZS03', `asOf=${day}`);
    expect([await on('2025-06-01'), await on('2025-06-02'), await on('2025-06-15'), await on('2025-06-16')]).toEqual(['gap', 'joined', 'joined', 'gap']);
    const phase = async (day: string) => missionsAnswer.strict().parse(await api().json<z.infer<typeof missionsAnswer>>(`/api/missions?asOf=${day}`)).items[0]?.phase;
    expect([await phase('2025-06-01'), await phase('2025-06-15'), await phase('2025-06-16')]).toEqual(['before', 'during', 'after']);
    await undo(sent.body.importId);
  });

  it('an area is closed to movement on its days, in the list of who may know of it', async () => {
    const sent = await send({ kind: 'movementClosure', record: { title: 'Pont coupé', areaCodes: ['XAZS03'], outline: null, effect: 'slowed', factor: 2.5, start: '2025-06-02', end: '2025-06-15', tier: 'partners' } });
    const on = async (day: string) => closuresAnswer.strict().parse(await api().json<z.infer<typeof closuresAnswer>>(`/api/closures?asOf=${day}`)).items;
    expect((await on('2025-06-15')).map(({ title, factor, areas, inForce }) => [title, factor, areas.map(({ type, code }) => [type, code]), inForce])).toEqual([['Pont coupé', 2.5, [['healthZone', 'XAZS03']], true]]);
    expect((await on('2025-06-16')).map(({ inForce }) => inForce)).toEqual([false]);
    expect([await undo(sent.body.importId), await on('2025-06-15')]).toEqual([200, []]);
  });

  it('planned-on-its-dates: a mission that nobody said was held is still to come, in the list as on the map', async () => {
    const sent = await send(mission({ status: 'planned' }));
    expect((await api().json<z.infer<typeof missionsAnswer>>('/api/missions?asOf=2025-06-05')).items[0]?.phase).toBe('before');
    expect([await classOf('XAZS03', 'asOf=2025-06-05'), await classOf('XAZS03', 'asOf=2025-06-01&at=2025-06-05')]).toEqual(['gap', 'joined']);
    await undo(sent.body.importId);
  });

  it('the order in which things become known does not matter', async () => {
    const three = await structureId('Hôpital Trois');
    const entries = [delivery(three), assessment(three, { assessedOn: '2025-05-12', stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-12' }] }), delivery(three, { kind: 'loss', on: '2025-05-25', lines: [{ item: 'pepKitAdult', batch: 'D1', quantity: 9, expiry: '2025-07-31' }] })];
    const seen: unknown[] = [];
    for (const order of [[0, 1, 2], [2, 1, 0]]) {
      const loads: (string | null)[] = [];
      for (const at of order) loads.push((await send(entries[at])).body.importId);
      loads.push((await send(answerTo(await waiting()))).body.importId);
      const { readiness, criteria } = await ask<{ readiness: string; criteria: { code: string; verdict: string; quantity: number | null }[] }>(`/api/structures/${three}?asOf=2025-05-31`);
      // Nothing counted on 12 May, ten came on 20 May, nine were lost on 25 May: one is left.
      seen.push([readiness, criteria.find(({ code }) => code === 'pepKits')?.quantity]);
      for (const load of loads.reverse()) await undo(load);
    }
    expect(seen).toEqual([['ready', 1], ['ready', 1]]);
  });

  it('sessions for others are counted against their plan, and who had none is told', async () => {
    const held = { audience: 'police' as const, topic: 'prevention' as const, origins: [], planned: 40, women: 10, men: 20, total: null };
    const sent = await send(training('', held), training('', { ...held, audience: 'armedForces', areaCode: 'XB', status: 'planned', start: '2025-07-01', end: '2025-07-02', women: null, men: null }));
    expect(sent.status).toBe(200);
    const coverage = coverageAnswer.strict().parse(await api().json<z.infer<typeof coverageAnswer>>('/api/sessions/coverage?from=2025-01-01&to=2025-12-31&months=12'));
    // The health zone of the session lies in province XA.
    expect(coverage.cells.map(({ audience, areaCode, month, planned, total }) => [audience, areaCode, month, planned, total])).toEqual([['police', 'XA', '2025-05', 40, 30], ['armedForces', 'XB', '2025-07', 40, null]]);
    const without = coverage.withoutSessions.filter(({ audience }) => audience === 'police').map(({ areaCode }) => areaCode);
    expect(without).toEqual(['XB']);
    const sessions = sessionsAnswer.strict().parse(await api().json<z.infer<typeof sessionsAnswer>>('/api/sessions?audience=police'));
    expect(sessions.items).toMatchObject([{ audience: 'police', area: { name: 'Trois' }, entered: { by: 'Bureau de la zone', importId: sent.body.importId } }]);
    const file = await api().app.inject('/api/sessions?format=hxl');
    expect(file.body).toContain('#activity+session+name');
    await undo(sent.body.importId);
  });

  it('wrong numbers get a sentence, with the path of the field, and nothing is kept', async () => {
    const three = await structureId('Hôpital Trois');
    const faultsOf = async (entry: unknown) => {
      const { status, body } = await send(entry);
      const { issues, entryIssues } = entriesProblem.parse(body);
      return { status, faults: issues.map(({ code, column }) => [column, code]), sentences: entryIssues.map(({ message }) => message.fr) };
    };
    const line = { item: 'pepKitAdult', batch: 'X', quantity: 3, expiry: '2025-07-31' } as const;
    const negative = await faultsOf(delivery(three, { lines: [{ ...line, quantity: -3 }] }));
    expect(negative).toMatchObject({ status: 422, faults: [['lines.0.quantity', 'numberNegative']] });
    expect(negative.sentences[0]).toMatch(/^[A-ZÀ-Ý].*\.$/u);
    expect(await faultsOf(delivery(three, { lines: [{ ...line, expiry: '2025-02-30' }] }))).toMatchObject({ status: 422, faults: [['lines.0.expiry', 'dateInvalid']] });
    expect((await faultsOf(delivery(three, { lines: [{ ...line, expiry: '1970-01-01' }] }))).faults).toEqual([['lines.0.expiry', 'dateBefore2000']]);
    expect((await faultsOf(training(three, { start: '2099-01-01', end: '2099-01-02' }))).faults).toEqual([['end', 'heldInFuture']]);
    expect((await faultsOf(training(three, { women: 3, men: 0, total: 2 }))).faults).toEqual([['women', 'sexesExceedTotal']]);
    expect((await faultsOf(training(three, { areaCode: 'ZZ9999' }))).faults).toEqual([['areaCode', 'areaCodeUnknown']]);
    expect((await faultsOf(training(three, { title: 'Contact : Mme Jeanne Mukeba' }))).faults).toEqual([['title', 'personNamed']]);
    // Nothing is refused for what only looks odd: it is answered, and stored.
    const odd = await send(delivery(three, { lines: [{ ...line, expiry: '2025-05-01' }] }));
    expect([odd.status, odd.body.warnings.map(({ code, row, column }) => [code, row, column])]).toEqual([200, [['expiredOnArrival', 1, 'lines.0.expiry']]]);
    await undo(odd.body.importId);
    expect((await faultsOf(delivery('nobody'))).faults).toEqual([['structureId', 'structureUnknown']]);
    expect((await faultsOf({ ...delivery(three), correct: 'none' })).faults).toEqual([['correct', 'recordUnknown']]);
    expect((await faultsOf({ ...delivery(three), colour: 'red' })).faults).toEqual([['colour', 'parameterUnknown']]);
    expect((await faultsOf({ kind: 'survey' })).faults).toEqual([['kind', 'listValueUnknown']]);
    // One bad entry keeps the good one out.
    const both = await send(delivery(three), delivery(three, { lines: [] }));
    expect([both.status, both.body.entryIssues.map(({ row, column }) => [row, column])]).toEqual([422, [[2, 'lines']]]);
    expect((await api().json<z.infer<typeof kitMovementsAnswer>>('/api/kit-movements')).total).toBe(0);
  });
});

describeOnBothDatabases('the public and what people entered', (database) => {
  const api = useApp(database, 'public', async (db) => {
    await fillByHand(db);
    await enterAroundSafeHouse(db);
  });

  it('may not enter anything, nor see stock or proposals', async () => {
    expect((await api().app.inject({ method: 'POST', url: '/api/entries', payload: {} })).json<{ code: string }>().code).toBe('forbidden');
    for (const path of ['/api/kit-movements', '/api/proposals', '/api/structures/x/entry-start']) expect((await api().problem(path)).code).toBe('forbidden');
  });

  it('see what is public, without the structure that hosts it, and without few people who could be known by name', async () => {
    const sessions = await api().json<z.infer<typeof sessionsAnswer>>('/api/sessions');
    expect(sessions.items).toMatchObject([{ title: PUBLIC_SESSION, total: null, women: null, origins: [{ structure: { name: 'Hôpital Un' }, number: null }], entered: { importId: null, by: null } }]);
    expect((await api().json<z.infer<typeof missionsAnswer>>('/api/missions')).items).toMatchObject([{ title: PUBLIC_MISSION, host: null, lngLat: null, locality: null }]);
    expect((await api().json<z.infer<typeof coverageAnswer>>('/api/sessions/coverage?from=2024-01-01&to=2024-12-31')).all).toMatchObject({ sessionsHeld: 1, total: null, totalNotCounted: 1 });
  });
});
