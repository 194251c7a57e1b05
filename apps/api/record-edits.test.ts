import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initiativeId } from '#db/stores/identity';
import { organisationId, organisationKey } from '#db/stores/organisations';
import { structureId } from '#db/stores/structures';
import { type Actor, localCoordinator, stranger } from '#domain/permissions';
import type { InitiativeEdit, StructureEdit } from '#domain/record-edits';
import { type AppForActors, coleadOf, coordinator, openForActors, partnerOf } from '../../tests/api/as-actor';
import { fillByHand, SAFE_HOUSE } from '../../tests/api/hand-made-data';
import { describeOnBothDatabases } from '../../tests/databases';
import type { ChangesAnswer, EditAnswer, EditStart, ReviewsAnswer, StaleProblem } from './contract/record-edits';
import type { EntriesProblem } from './contract/entries';

const hospital = `/api/structures/${structureId('main', 'S1')}`;
const safeHouse = `/api/structures/${structureId('main', SAFE_HOUSE.externalId)}`;
const talks = `/api/initiatives/${initiativeId('main', 'I1')}`;
const alpha = partnerOf(organisationId(organisationKey('Alpha')));
const beta = partnerOf(organisationId(organisationKey('Beta')));

describeOnBothDatabases('Edits of records', (database) => {
  let app: AppForActors;
  beforeAll(async () => {
    await fillByHand(database());
    app = await openForActors(database());
  });
  afterAll(async () => {
    await app.close();
  });

  const start = async (actor: Actor, path: string) => (await app.ask<EditStart>(actor, 'GET', `${path}/edit`)).body;
  /** Changes some fields of what the asker has before it, as a form does. */
  const send = async (actor: Actor, path: string, part: Partial<StructureEdit> | Partial<InitiativeEdit>, more: object = {}) => {
    const { version, edit } = await start(actor, path);
    return app.ask<EditAnswer & StaleProblem & EntriesProblem>(actor, 'POST', `${path}/edit`, { key: randomUUID(), enteredBy: 'Bureau de la zone', source: null, version, edit: { ...edit, ...part }, ...more });
  };
  const changes = async (actor: Actor, path: string) => (await app.ask<ChangesAnswer>(actor, 'GET', `${path}/changes`)).body.items;

  it('are stored at once for the coordination, and stand in the history field by field', async () => {
    const { status, body } = await send(coordinator, hospital, { name: 'Hôpital Premier', ownership: 'faithBased', lngLat: [20.25, 0.5] });
    expect({ status, outcome: body.outcome }).toEqual({ status: 200, outcome: 'stored' });
    const [last, first] = await changes(coordinator, hospital);
    expect(last).toMatchObject({
      origin: 'form', role: 'coordination', accountId: 'coordinator', change: 'changed',
      fields: [
        { field: 'name', before: 'Hôpital Un', after: 'Hôpital Premier' },
        { field: 'ownership', before: 'public', after: 'faithBased' },
        { field: 'lngLat', before: [20.2, 0.5], after: [20.25, 0.5] },
        { field: 'source', before: 'Fait à la main', after: 'Bureau de la zone' },
      ],
    });
    expect(first).toMatchObject({ change: 'added', fields: [] });
    expect((await changes(beta, hospital))[0]).toMatchObject({ role: 'coordination', accountId: null });
  });

  it('sent again under the same key change nothing; other content under it is refused', async () => {
    const key = randomUUID();
    const version = (await start(coordinator, hospital)).version;
    const once = await send(coordinator, hospital, { type: 'CSR' }, { key });
    const again = await send(coordinator, hospital, { type: 'CSR' }, { key, version });
    expect([once.body.outcome, again.status, again.body.importId]).toEqual(['stored', 200, key]);
    expect((await send(coordinator, hospital, { type: 'CS' }, { key })).body.code).toBe('entryKeyUsed');
    expect((await send(coordinator, hospital, {})).body).toMatchObject({ outcome: 'unchanged', importId: null });
  });

  it('of a version that somebody changed since are refused with how it stands now', async () => {
    const { version, edit } = await start(coordinator, talks);
    await send(coordinator, talks, { title: 'Causeries du quartier' });
    const late = await app.ask<StaleProblem>(coordinator, 'POST', `${talks}/edit`, { key: randomUUID(), enteredBy: 'Autre bureau', source: null, version, edit: { ...edit, status: 'suspended' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'recordChanged', theirs: { title: 'Causeries du quartier', status: 'ongoing' } } });
    expect(late.body.version).toBeGreaterThan(version);
    expect((await start(coordinator, talks)).edit).toMatchObject({ title: 'Causeries du quartier', status: 'ongoing' });
    // Merged: both are kept.
    const merged = await send(coordinator, talks, { title: 'Causeries du quartier', status: 'suspended' }, { version: late.body.version });
    expect(merged.body.outcome).toBe('stored');
  });

  it('of an initiative keep what the form does not speak of', async () => {
    await send(coordinator, talks, { kinds: ['awareness', 'psychosocial'], areaCodes: ['XAZS01', 'XAZS02'], organisations: [{ role: 'implementing', name: 'alpha' }, { role: 'funder', name: 'Gamma' }] });
    const [last] = await changes(coordinator, talks);
    expect(last?.fields.filter(({ field }) => field !== 'source')).toEqual([
      { field: 'kinds', before: ['awareness'], after: ['awareness', 'psychosocial'] },
      { field: 'organisations', before: [{ role: 'implementing', name: 'Alpha' }], after: [{ role: 'implementing', name: 'Alpha' }, { role: 'funder', name: 'Gamma' }] },
      { field: 'areaCodes', before: ['XAZS01'], after: ['XAZS01', 'XAZS02'] },
    ]);
    expect((await send(coordinator, talks, { areaCodes: ['NOWHERE1'] })).status).toBe(422);
  });

  it('go back to an earlier state as a new change, with everything of then', async () => {
    const history = await changes(coordinator, talks);
    const { number } = history.at(-2)!;
    const { version } = await start(coordinator, talks);
    const restored = await app.ask<EditAnswer>(coordinator, 'POST', `${talks}/restore`, { key: randomUUID(), enteredBy: 'Coordination', version, number });
    expect(restored.body.outcome).toBe('stored');
    expect((await start(coordinator, talks)).edit).toMatchObject({ title: 'Causeries à Un', status: 'ongoing', kinds: ['awareness'], areaCodes: ['XAZS01'] });
    const after = await changes(coordinator, talks);
    expect(after).toHaveLength(history.length + 1);
    expect(after[0]).toMatchObject({ origin: 'restore', accountId: 'coordinator' });
    // Taking the load back is one more.
    expect((await app.ask(coordinator, 'POST', `/api/imports/${restored.body.importId ?? ''}/undo`, {})).status).toBe(200);
    expect((await changes(coordinator, talks))[0]).toMatchObject({ origin: 'undo' });
  });

  describe('of a partner', () => {
    it('are stored at once in its own initiative, and wait for the coordination elsewhere', async () => {
      expect((await send(alpha, talks, { end: '2025-11-30' })).body).toMatchObject({ outcome: 'stored' });
      expect((await start(beta, talks)).outcome).toBe('proposed');
      const before = (await start(coordinator, hospital)).edit as StructureEdit;
      const { body } = await send(beta, hospital, { lngLat: [20.3, 0.5] });
      expect(body).toMatchObject({ outcome: 'proposed', importId: null });
      expect((await start(coordinator, hospital)).edit).toEqual(before);

      const queue = (await app.ask<ReviewsAnswer>(coordinator, 'GET', '/api/reviews')).body;
      expect(queue).toMatchObject({ decides: true, items: [{ id: body.reviewId, state: 'waiting', organisation: 'Beta', fields: [{ field: 'lngLat', before: [20.25, 0.5], after: [20.3, 0.5] }], lngLat: { before: [20.25, 0.5], after: [20.3, 0.5] } }] });
      expect((await app.ask<ReviewsAnswer>(alpha, 'GET', '/api/reviews')).body.items).toEqual([]);

      const accepted = await app.ask(coordinator, 'POST', `/api/reviews/${body.reviewId ?? ''}`, { verdict: 'accepted', version: queue.items[0]?.version });
      expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
      expect((await start(coordinator, hospital)).edit).toMatchObject({ lngLat: [20.3, 0.5] });
      expect((await changes(coordinator, hospital))[0]).toMatchObject({ origin: 'review', accountId: 'coordinator' });
      expect((await app.ask<ReviewsAnswer>(beta, 'GET', '/api/reviews')).body).toMatchObject({ decides: false, items: [{ state: 'accepted', fields: [] }] });
      expect((await app.ask<{ code: string }>(coordinator, 'POST', `/api/reviews/${body.reviewId ?? ''}`, { verdict: 'returned', reason: 'Trop tard' })).body.code).toBe('reviewDecided');
    });

    it('come back with a reason', async () => {
      const { body } = await send(beta, hospital, { name: 'Hôpital Beta' });
      await app.ask(coordinator, 'POST', `/api/reviews/${body.reviewId ?? ''}`, { verdict: 'returned', reason: 'Ce n’est pas son nom.' });
      const own = (await app.ask<ReviewsAnswer>(beta, 'GET', '/api/reviews')).body.items.find(({ id }) => id === body.reviewId);
      expect(own).toMatchObject({ state: 'returned', reason: 'Ce n’est pas son nom.' });
      expect((await app.ask(beta, 'POST', `/api/reviews/${body.reviewId ?? ''}`, { verdict: 'accepted', version: 0 })).status).toBe(403);
    });

    it('choose no tier that it does not see, and name no person', async () => {
      expect((await send(alpha, talks, { tier: 'hidden' })).body.entryIssues).toMatchObject([{ code: 'tierNotYours', column: 'tier' }]);
      expect((await send(alpha, talks, { tier: 'partners' })).status).toBe(200);
      expect((await send(alpha, talks, { title: 'Appeler Mme Kahindo, +243 812 345 678' })).body.entryIssues[0]).toMatchObject({ code: 'personNamed', column: 'title' });
    });

    it('never touch what it may not see', async () => {
      for (const path of [`${safeHouse}/edit`, `${safeHouse}/changes`]) expect((await app.ask(alpha, 'GET', path)).status, path).toBe(404);
    });
  });

  describe('of a co-lead of one province', () => {
    it('are refused elsewhere, before and after', async () => {
      const downstream = coleadOf('XB');
      expect((await start(downstream, hospital)).outcome).toBe('refused');
      expect((await send(downstream, hospital, { name: 'Autre' })).body.code).toBe('outsideProvinces');
      // Upstream it is theirs, but not where it would be moved to.
      const upstream = coleadOf('XA');
      expect((await send(upstream, hospital, { lngLat: [30.5, 0.5] })).body.code).toBe('outsideProvinces');
      expect((await send(upstream, hospital, { name: 'Hôpital d’Amont' })).body.outcome).toBe('stored');
    });

    it('decide what was proposed in it only', async () => {
      const { body } = await send(beta, hospital, { name: 'Hôpital B' });
      const waiting = async (actor: Actor) => (await app.ask<ReviewsAnswer>(actor, 'GET', '/api/reviews')).body.items.filter(({ state }) => state === 'waiting').map(({ id }) => id);
      expect(await waiting(coleadOf('XB'))).toEqual([]);
      expect(await waiting(coleadOf('XA'))).toEqual([body.reviewId]);
      expect((await app.ask(coleadOf('XB'), 'POST', `/api/reviews/${body.reviewId ?? ''}`, { verdict: 'returned', reason: 'Non' })).status).toBe(404);
    });
  });

  it('are not for the public, nor its history', async () => {
    for (const path of ['/edit', '/changes']) expect((await app.ask(stranger, 'GET', `${hospital}${path}`)).status, path).toBe(403);
    expect((await app.ask(stranger, 'GET', '/api/reviews')).status).toBe(403);
    expect((await app.ask(localCoordinator, 'GET', `${hospital}/changes`)).status).toBe(200);
  });
});
