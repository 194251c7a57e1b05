import { describe, expect, it } from 'vitest';
import type { Issue } from '../issue';
import type { KitMovement, Mission, TrainingSession } from '../programme-records';
import { noCounts } from '../records';
import { cmrMinimum, shippedStandards } from '../shipped-standards';
import { type AssessmentEntry, checkAssessment } from './check-assessment';
import { checkCareStandard } from './check-care-standard';
import { checkKitMovement } from './check-kit-movement';
import { checkMission } from './check-mission';
import { checkProposalVerdict } from './check-proposal-verdict';
import { checkTrainingSession } from './check-training-session';

const on = { today: '2025-05-31' };
const said = (issues: readonly Issue[]): string[] => issues.map(({ code, severity, column }) => `${severity} ${code} ${column ?? ''}`);

const nurses = { service: 'cmr', cadre: 'nurse', number: 3, women: 2, men: 1, trainedOn: '2024-06-10', protocolVersion: '2019' } as const;
const kits = { item: 'pepKitAdult', batch: 'L1', quantity: 4, expiry: '2026-01-31' } as const;
const assessment: AssessmentEntry = {
  assessedOn: '2025-05-01', assessedBy: 'Zone de santé', functionality: 'full', accessibility: 'unknown', protocol: 'yes', privateRoom: 'no', referralPath: 'unknown',
  services: [{ service: 'cmr', availability: 'partial', barriers: ['staff', 'supplies'] }], trainedStaff: [nurses], stockLines: [{ ...kits, countedOn: '2025-05-01' }],
};
const provenance = { scheme: 'form', externalId: '1', source: 'S', sourceRow: null };
const session: TrainingSession = {
  ...provenance, title: 'Session', topic: 'cmr', audience: 'healthStaff', areaCode: null, start: '2025-05-10', end: '2025-05-12', status: 'completed', planned: 5, women: 2, men: 1, total: 3, protocolVersion: null, organisations: [], tier: 'partners',
  origins: [{ structureScheme: 'osm', structureExternalId: 'a', cadre: 'nurse', number: 3, women: 2, men: 1 }],
};
const delivery: KitMovement = { ...provenance, structureScheme: 'osm', structureExternalId: 'a', kind: 'delivery', on: '2025-05-15', lines: [kits], organisation: 'Agence' };
const mission: Mission = {
  ...provenance, title: 'Mission', service: 'fistulaRepair', host: null, lngLat: [29.2, -1.7], areaCode: null, locality: 'Localité', radiusKm: 30, start: '2025-05-20', end: '2025-06-02', status: 'completed', capacity: 40, treated: { ...noCounts, women: 12, total: 12 }, organisations: [], tier: 'partners',
};
const verdict = { verdict: 'accepted', reason: null, decidedBy: 'Bureau central de la zone', decidedOn: '2025-05-20' } as const;

it('what adds up is said nothing of; unknown is no fault', () => {
  expect([checkAssessment(assessment, on), checkTrainingSession(session, on), checkKitMovement(delivery, on), checkMission(mission, on), checkProposalVerdict(verdict, on)].flat()).toEqual([]);
  expect(shippedStandards.flatMap((one) => checkCareStandard(one, { ...on, known: shippedStandards }))).toEqual([]);
  const unknown = { ...assessment, assessedBy: null, services: [], trainedStaff: [{ ...nurses, number: null, women: null, men: null, trainedOn: null }], stockLines: [{ ...kits, batch: null, expiry: null, countedOn: '2025-05-01' }] };
  expect(checkAssessment(unknown, on)).toEqual([]);
});

describe('an assessment', () => {
  const check = (more: Partial<AssessmentEntry>) => said(checkAssessment({ ...assessment, ...more }, on));
  const line = (more: Partial<AssessmentEntry['stockLines'][number]>) => check({ stockLines: [{ ...kits, countedOn: '2025-05-01', ...more }] });
  const staff = (more: Partial<AssessmentEntry['trainedStaff'][number]>) => check({ trainedStaff: [{ ...nurses, ...more }] });

  it('negative stock, expiry in 1970, a batch that had expired when it was counted', () => {
    expect(line({ quantity: -1 })).toEqual(['error numberNegative stockLines.0.quantity']);
    expect(line({ expiry: '1970-01-01' })).toEqual(['error dateBefore2000 stockLines.0.expiry']);
    expect(line({ expiry: '2025-04-30' })).toEqual(['warning expiredWhenCounted stockLines.0.expiry']);
    expect(line({ expiry: '2025-02-30' })).toEqual(['error dateInvalid stockLines.0.expiry']);
    expect(check({ stockLines: [0, 1].map(() => ({ ...kits, countedOn: '2025-05-01' })) })).toEqual(['warning batchRepeated stockLines.1.batch']);
  });

  it('training in the future or after the assessment, more women than staff', () => {
    expect(staff({ trainedOn: '2025-06-01' })).toEqual(['error dateInFuture trainedStaff.0.trainedOn']);
    expect(staff({ trainedOn: '2025-05-02' })).toEqual(['error afterAssessment trainedStaff.0.trainedOn']);
    expect(staff({ women: 4, men: null })).toEqual(['error sexesExceedTotal trainedStaff.0.women']);
    expect(staff({ women: 2, men: 2 })).toEqual(['error sexesExceedTotal trainedStaff.0.number']);
    expect(staff({ women: 1, men: 1 })).toEqual(['warning sexesBelowTotal trainedStaff.0.number']);
    expect(staff({ number: 1.5, women: null, men: null })).toEqual(['error numberNotWhole trainedStaff.0.number']);
  });

  it('a day in the future, a service or a barrier twice, a telephone number', () => {
    expect(check({ assessedOn: '2025-06-01' })).toEqual(['error dateInFuture assessedOn']);
    expect(check({ services: [...assessment.services, ...assessment.services] })).toEqual(['error serviceRepeated services.1.service']);
    expect(check({ services: [{ service: 'cmr', availability: 'partial', barriers: ['staff', 'staff'] }] })).toEqual(['error barrierRepeated services.0.barriers.1']);
    expect(check({ services: [{ service: 'cmr', availability: 'available', barriers: ['staff'] }] })).toEqual(['warning barriersOfAvailable services.0.barriers']);
    expect(check({ assessedBy: 'Bureau, +243 812 345 678' })).toEqual(['error contactGiven assessedBy']);
  });
});

describe('a session of training', () => {
  const check = (more: Partial<TrainingSession>) => said(checkTrainingSession({ ...session, ...more }, on));

  it('ends before it starts, is held in the future, was planned for the past', () => {
    expect(check({ end: '2025-05-09' })).toEqual(['error endBeforeStart end']);
    expect(check({ end: '2025-06-02' })).toEqual(['error heldInFuture end']);
    expect(check({ status: 'planned' })).toEqual(['warning plannedInPast status']);
  });

  it('more from the structures than took part, more women and men than people, nobody from anywhere', () => {
    expect(check({ total: 2, women: null, men: null })).toEqual(['error originsExceedTotal origins']);
    expect(check({ women: 3, men: 1 })).toEqual(['error sexesExceedTotal total']);
    expect(check({ origins: [] })).toEqual(['warning originsMissing origins']);
  });
});

describe('a movement of kits', () => {
  const check = (more: Partial<KitMovement>, known?: Parameters<typeof checkKitMovement>[1]['known']) => said(checkKitMovement({ ...delivery, ...more }, known === undefined ? on : { ...on, known }));

  it('in the future, of nothing, expired on its day', () => {
    expect(check({ on: '2025-06-01' })).toEqual(['error dateInFuture on']);
    expect(check({ lines: [] })).toEqual(['error valueMissing lines']);
    expect(check({ lines: [{ ...kits, quantity: 0 }] })).toEqual(['warning movesNothing lines.0.quantity']);
    expect(check({ lines: [{ ...kits, expiry: '2025-05-14' }] })).toEqual(['warning expiredOnArrival lines.0.expiry']);
    expect(check({ kind: 'consumption', lines: [{ ...kits, expiry: '2025-05-14' }] })).toEqual(['warning expiredWhenUsed lines.0.expiry']);
    expect(check({ kind: 'loss', lines: [{ ...kits, expiry: '2025-05-14' }] })).toEqual([]);
  });

  it('out of a batch that is not there, or more of it than there is', () => {
    const known = [{ item: 'pepKitAdult', batch: 'L1', expiry: '2026-01-31', fresh: 2, old: 1 }] as const;
    expect(check({ kind: 'consumption' }, known)).toEqual(['warning moreThanHeld lines.0.quantity']);
    expect(check({ kind: 'consumption', lines: [{ ...kits, batch: 'L2' }] }, known)).toEqual(['warning batchNotHeld lines.0.batch']);
    expect(check({ kind: 'consumption', lines: [{ ...kits, quantity: 3 }] }, known)).toEqual([]);
  });
});

it('a mission: too long, nowhere, too wide, more treated than there are', () => {
  const check = (more: Partial<Mission>) => said(checkMission({ ...mission, ...more }, on));
  // 1 January to 1 May 2025 are 121 days
  expect(check({ start: '2025-01-01', end: '2025-05-01' })).toEqual(['warning missionLong end']);
  expect(check({ start: '2025-01-01', end: '2025-04-30' })).toEqual([]);
  expect(check({ lngLat: null })).toEqual(['error missionNowhere lngLat']);
  expect([check({ radiusKm: 0 }), check({ radiusKm: 201 }), check({ radiusKm: 51 })]).toEqual([['error numberOutOfRange radiusKm'], ['error numberOutOfRange radiusKm'], ['warning radiusWide radiusKm']]);
  expect(check({ treated: { ...noCounts, women: 13, total: 12 } })).toEqual(['error groupsExceedTotal treated.total']);
  expect(check({ treated: { ...noCounts, women: 41 } })).toEqual(['warning treatedExceedsCapacity treated.total']);
  expect(check({ start: '2025-06-01', status: 'planned' })).toEqual(['error treatedBeforeStart treated.total']);
});

it('an answer: before what it answers, by a number, rejected without a reason', () => {
  const check = (more: Partial<Parameters<typeof checkProposalVerdict>[0]>) => said(checkProposalVerdict({ ...verdict, ...more }, { ...on, known: { on: '2025-05-15' } }));
  expect(check({ decidedOn: '2025-05-14' })).toEqual(['error decidedBeforeEvent decidedOn']);
  expect(check({ decidedBy: 'someone@example.org' })).toEqual(['error contactGiven decidedBy']);
  expect(check({ verdict: 'rejected' })).toEqual(['warning reasonMissing reason']);
});

it('a standard: nothing required, the same criterion twice, nothing or unknown accepted, dates out of order', () => {
  const check = (more: Partial<typeof cmrMinimum>) => said(checkCareStandard({ ...cmrMinimum, version: 2, adoptedOn: '2025-01-01', ...more }, { ...on, known: shippedStandards }));
  const [functioning, ...others] = cmrMinimum.criteria;
  expect(check({ criteria: others.filter(({ required }) => !required) })).toEqual(['error standardWithoutRequired criteria']);
  expect(check({ criteria: functioning === undefined ? [] : [functioning, functioning] })).toEqual(['error criterionRepeated criteria.1.code']);
  const accepting = (accepted: ('full' | 'unknown')[]) => check({ criteria: [{ kind: 'functionality', code: 'functioning', required: true, accepted }] });
  expect([accepting([]), accepting(['full', 'unknown'])]).toEqual([['error acceptsNothing criteria.0.accepted'], ['error unknownAccepted criteria.0.accepted']]);
  expect([check({ adoptedOn: '2019-11-30' }), check({ adoptedOn: '2025-06-01' }), check({ adoptedOn: null })]).toEqual([['error adoptedBeforeEarlierVersion adoptedOn'], ['warning adoptedLater adoptedOn'], []]);
  expect(check({ service: 'legalAid' })).toEqual(['error standardServiceChanged service']);
  expect(check({ assessmentMaxAgeDays: 0 })).toEqual(['error numberOutOfRange assessmentMaxAgeDays']);
});
