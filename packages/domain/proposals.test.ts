import { describe, expect, it } from 'vitest';
import { givesService, servicesAnnounced } from './initiative-rules';
import type { KitMovement, ProposalVerdict, TrainingSession } from './programme-records';
import { answerTo, historyOf, isAskedAgain, type Proposal, proposalsOf, proposalState } from './proposals';

const provenance = { source: 'S', sourceRow: null };
const at = (structureExternalId: string) => ({ structureScheme: 'osm', structureExternalId });
const session: TrainingSession = {
  scheme: 'form', externalId: 's1', title: 'Session', topic: 'cmr', audience: 'healthStaff', areaCode: null, start: '2025-05-10', end: '2025-05-12', status: 'completed', planned: null, women: 2, men: 1, total: 3,
  protocolVersion: '2019', organisations: [], tier: 'partners', ...provenance,
  origins: [{ ...at('a'), cadre: 'nurse', number: 2, women: 2, men: 0 }, { ...at('b'), cadre: 'midwife', number: 1, women: 0, men: 1 }, { ...at('a'), cadre: 'doctor', number: null, women: null, men: null }],
};
const delivery: KitMovement = { scheme: 'form', externalId: 'd1', ...at('a'), kind: 'delivery', on: '2025-05-15', lines: [{ item: 'pepKitAdult', batch: 'L1', quantity: 5, expiry: '2026-01-31' }], organisation: 'O', ...provenance };
const answer = (proposal: Proposal, verdict: ProposalVerdict['verdict'], more: Partial<ProposalVerdict> = {}): ProposalVerdict => ({
  scheme: 'form', externalId: 'v1', subject: proposal.subject, subjectScheme: proposal.subjectScheme, subjectExternalId: proposal.subjectExternalId, digest: proposal.digest, structureScheme: proposal.structureScheme, structureExternalId: proposal.structureExternalId,
  verdict, reason: null, decidedBy: 'Bureau', decidedOn: '2025-05-20', ...provenance, ...more,
});
const first = (subject: Parameters<typeof proposalsOf>[0]): Proposal => {
  const [proposal] = proposalsOf(subject);
  if (proposal === undefined) throw new Error('nothing is proposed; one proposal expected');
  return proposal;
};
const ofSession = (more: Partial<TrainingSession> = {}) => proposalsOf({ kind: 'trainingSession', record: { ...session, ...more } });

describe('what a record proposes', () => {
  it('a held session proposes to each structure the staff that came from it', () => {
    expect(ofSession().map(({ structureExternalId, on, service, staff }) => [structureExternalId, on, service, staff.length])).toEqual([['a', '2025-05-12', 'cmr', 2], ['b', '2025-05-12', 'cmr', 1]]);
  });

  it('planned ones, other audiences and topics, uses and losses propose nothing', () => {
    for (const more of [{ status: 'planned' }, { status: 'cancelled' }, { audience: 'police' }, { topic: 'law' }] as const) expect(ofSession(more)).toEqual([]);
    expect(proposalsOf({ kind: 'kitMovement', record: { ...delivery, kind: 'loss' } })).toEqual([]);
  });

  it('a new title or another order asks nobody again; a corrected number does', () => {
    const { digest } = first({ kind: 'trainingSession', record: session });
    expect(ofSession({ title: 'Other', origins: [...session.origins].reverse() }).find(({ structureExternalId }) => structureExternalId === 'a')?.digest).toBe(digest);
    expect(ofSession({ origins: session.origins.map((one) => ({ ...one, number: 7 })) })[0]?.digest).not.toBe(digest);
  });
});

describe('which answer counts', () => {
  const proposal = first({ kind: 'kitMovement', record: delivery });

  it('nobody answered: open; of several the latest day, then the greatest id, in any order', () => {
    expect(proposalState(proposal, [])).toBe('open');
    const answers = [answer(proposal, 'accepted'), answer(proposal, 'rejected', { externalId: 'v2', decidedOn: '2025-05-21' })];
    expect(proposalState(proposal, answers)).toBe('rejected');
    expect(proposalState(proposal, [...answers].reverse())).toBe('rejected');
    expect(answerTo(proposal, [answer(proposal, 'rejected'), answer(proposal, 'accepted', { externalId: 'v3' })])?.externalId).toBe('v3');
  });

  it('a corrected delivery asks again', () => {
    const corrected = first({ kind: 'kitMovement', record: { ...delivery, lines: [{ item: 'pepKitAdult', batch: 'L1', quantity: 50, expiry: '2026-01-31' }] } });
    expect([proposalState(corrected, [answer(proposal, 'accepted')]), isAskedAgain(corrected, [answer(proposal, 'accepted')]), isAskedAgain(proposal, [])]).toEqual(['open', true, false]);
  });
});

describe('the history of a structure', () => {
  const isA = ({ structureExternalId }: { structureExternalId: string }) => structureExternalId === 'a';
  const stored = { assessments: [], sessions: [session], movements: [delivery, { ...delivery, externalId: 'u1', kind: 'consumption' as const }, { ...delivery, ...at('b') }] };

  it('holds what was given out, and of sessions and deliveries what a person accepted', () => {
    expect(historyOf({ ...stored, verdicts: [] }, isA)).toMatchObject({ trainings: [], movements: [{ kind: 'consumption' }] });
    const accepted = [...ofSession(), first({ kind: 'kitMovement', record: delivery })].map((one) => answer(one, 'accepted'));
    const known = historyOf({ ...stored, verdicts: accepted }, isA);
    expect(known.trainings.map(({ cadre, number, heldOn }) => [cadre, number, heldOn])).toEqual([['nurse', 2, '2025-05-12'], ['doctor', null, '2025-05-12']]);
    expect(known.movements.map(({ kind }) => kind)).toEqual(['delivery', 'consumption']);
  });
});

describe('services of initiatives', () => {
  it('awareness announces the services that it names, else those of its topic', () => {
    expect(servicesAnnounced({ topic: 'sexualViolence', announcedServices: ['legalAid'] })).toEqual(['legalAid']);
    expect(servicesAnnounced({ topic: 'sexualViolence', announcedServices: [] })).toEqual(['cmr', 'psychosocial', 'legalAid']);
    expect([servicesAnnounced({ topic: 'fistula' }), servicesAnnounced({ topic: 'other' })]).toEqual([['fistulaRepair'], []]);
  });

  it('medical care on fistula is no care after rape, and the other way round', () => {
    const kinds = new Set(['medicalCare'] as const);
    expect([givesService(kinds, 'fistula', 'cmr'), givesService(kinds, 'fistula', 'fistulaRepair'), givesService(kinds, 'sexualViolence', 'cmr'), givesService(kinds, 'sexualViolence', 'legalAid')]).toEqual([false, true, true, false]);
  });
});
