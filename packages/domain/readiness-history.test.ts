import { describe, expect, it } from 'vitest';
import type { CareStandard } from './care-standard';
import { disagreements } from './disagreements';
import { type AcceptedTraining, type Assessed, type CountedMovement, type EvidenceHistory, NOTHING_KNOWN } from './evidence';
import { readiness } from './readiness';
import { needOf } from './readiness-needs';
import type { StockLine } from './records';
import { cmrMinimum, defaultStandardOf, shippedStandards } from './shipped-standards';
import { standardInForce, standardNamed, stateOfStandard } from './standard-versions';
import { stockOutlook } from './stock-outlook';
import { services } from './vocabularies/structures';

const asOf = '2025-05-31';
const nothing: Assessed = {
  assessedOn: '2025-05-01', assessedBy: null, source: 'assessment', functionality: 'unknown', accessibility: 'unknown', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [], trainedStaff: [], stockLines: [],
};
const batch = { item: 'pepKitAdult', batch: 'L1', expiry: '2026-01-31' } as const;
const counted = (quantity: number, more: Partial<StockLine> = {}): Assessed => ({ ...nothing, stockLines: [{ ...batch, quantity, countedOn: '2025-05-01', ...more }] });
const moved = (kind: CountedMovement['kind'], on: string, quantity: number, more: Partial<CountedMovement['lines'][number]> = {}): CountedMovement => ({ kind, on, organisation: null, source: kind, lines: [{ ...batch, quantity, ...more }] });
const nurses = (number: number | null, trainedOn: string | null = '2024-06-10'): Assessed => ({ ...nothing, trainedStaff: [{ service: 'cmr', cadre: 'nurse', number, women: null, men: null, trainedOn, protocolVersion: null }] });
const held = (heldOn: string, number: number | null, more: Partial<AcceptedTraining> = {}): AcceptedTraining => ({ heldOn, number, cadre: 'nurse', women: null, men: null, topic: 'cmr', title: 'Session', protocolVersion: null, source: 'session', ...more });

const judge = (history: Partial<EvidenceHistory>, code: string, { standard = cmrMinimum, at = asOf }: { standard?: CareStandard; at?: string } = {}) =>
  readiness({ ...NOTHING_KNOWN, ...history }, standard, { asOf, at }).criteria.find((one) => one.code === code);
const kits = (history: Partial<EvidenceHistory>, at = asOf) => judge(history, 'pepKits', { at });
const staff = (history: Partial<EvidenceHistory>, at = asOf) => judge(history, 'trainedStaff', { at });

describe('stock on hand: a count, and what came in and went out since', () => {
  it('none counted, then a delivery: 0 + 5 = 5, by the delivery', () => {
    expect(kits({ assessments: [counted(0)] })).toMatchObject({ verdict: 'unmet', cause: 'noneInStock', evidenceKind: 'assessment' });
    expect(kits({ assessments: [counted(0)], movements: [moved('delivery', '2025-05-20', 5)] })).toMatchObject({ verdict: 'met', quantity: 5, evidenceKind: 'delivery', evidenceSource: 'delivery', evidenceOn: '2025-05-20', evidenceAgeDays: 11 });
  });

  it('past the expiry of what was delivered the gap is there again: 20 July − 28 days = 22 June', () => {
    const known = { assessments: [counted(0)], movements: [moved('delivery', '2025-05-20', 5, { expiry: '2025-07-20' })] };
    expect(kits(known)).toMatchObject({ verdict: 'met', lapsesAfter: '2025-06-22' });
    expect(kits(known, '2025-06-23')).toMatchObject({ verdict: 'unmet', cause: 'expired' });
  });

  it('4 counted − 3 given out − 2 lost is 0, never −1', () => {
    const out = [moved('consumption', '2025-05-10', 3), moved('loss', '2025-05-11', 2)];
    expect(kits({ assessments: [counted(4)], movements: out })).toMatchObject({ verdict: 'unmet', cause: 'noneInStock', quantity: 0, evidenceKind: 'loss' });
    expect(kits({ assessments: [counted(4)], movements: [...out, moved('delivery', '2025-05-12', 2)] })).toMatchObject({ verdict: 'met', quantity: 2 });
  });

  it('of one day what came in goes before what went out: 1 + 2 − 3 = 0, in either order', () => {
    const day = [moved('consumption', '2025-05-10', 3), moved('delivery', '2025-05-10', 2)];
    for (const movements of [day, [...day].reverse()]) expect(kits({ assessments: [counted(1)], movements })?.quantity).toBe(0);
  });

  it('the count has seen what happened on its day and before', () => {
    for (const on of ['2025-04-30', '2025-05-01']) expect(kits({ assessments: [counted(0)], movements: [moved('delivery', on, 5)] })?.verdict).toBe('unmet');
  });

  it('given-out-of-no-known-batch: 4 − 4 somewhere may be none of these, so nobody knows; 5 − 4 leaves one for sure', () => {
    const out = moved('consumption', '2025-05-10', 4, { batch: null, expiry: null });
    expect(kits({ assessments: [counted(4)], movements: [out] })).toMatchObject({ verdict: 'unknown', cause: 'batchUnknown' });
    expect(kits({ assessments: [counted(5)], movements: [out] })).toMatchObject({ verdict: 'met', quantity: 1 });
  });

  it('never-counted: a delivery can establish that there is enough, never that there is not', () => {
    expect(kits({ movements: [moved('delivery', '2025-05-20', 5)] })).toMatchObject({ verdict: 'met', quantity: 5 });
    expect(kits({ movements: [moved('delivery', '2025-05-20', 5, { expiry: '2025-06-01' })] })).toMatchObject({ verdict: 'unknown', cause: 'notCounted' });
    // 91 days before 31 May
    expect(kits({ movements: [moved('delivery', '2025-03-01', 5)] })).toMatchObject({ verdict: 'unknown', cause: 'stale' });
  });

  it('stale-count with a fresh delivery: what was delivered is there, what was counted nobody knows', () => {
    const old = { ...counted(9, { countedOn: '2025-01-01' }), assessedOn: '2025-01-01' };
    expect(kits({ assessments: [old] })).toMatchObject({ verdict: 'unknown', cause: 'stale', evidenceOn: '2025-01-01' });
    expect(kits({ assessments: [old], movements: [moved('delivery', '2025-05-20', 2, { batch: 'L2' })] })).toMatchObject({ verdict: 'met', quantity: 2 });
  });
});

describe('staff on hand: an assessment, and the trainings accepted since', () => {
  it('none trained, then a session of two: met by the session, for 24 months', () => {
    expect(staff({ assessments: [nurses(0)] })).toMatchObject({ verdict: 'unmet', cause: 'noneTrained' });
    expect(staff({ assessments: [nurses(0)], trainings: [held('2025-05-20', 2)] })).toMatchObject({ verdict: 'met', quantity: 2, lapsesAfter: '2027-05-20', evidenceKind: 'training', evidenceSource: 'session' });
  });

  it('refresher-due, then a session', () => {
    expect(staff({ assessments: [nurses(2, '2023-01-01')] })).toMatchObject({ verdict: 'unmet', cause: 'refresherDue' });
    expect(staff({ assessments: [nurses(2, '2023-01-01')], trainings: [held('2025-05-20', 1)] })).toMatchObject({ verdict: 'met', quantity: 1 });
  });

  it('too few: two of three asked for is no refresher due, three of whom one lapsed is', () => {
    const asked = { ...cmrMinimum, criteria: cmrMinimum.criteria.map((one) => (one.kind === 'trainedStaff' ? { ...one, minimum: 3 } : one.kind === 'usableStock' && one.required ? { ...one, minimum: 5 } : one)) };
    expect(judge({ assessments: [nurses(2)] }, 'trainedStaff', { standard: asked })).toMatchObject({ verdict: 'unmet', cause: 'tooFewTrained', quantity: 2 });
    expect(judge({ assessments: [nurses(2)] }, 'trainedStaff', { standard: { ...asked, criteria: asked.criteria.map((one) => (one.kind === 'trainedStaff' ? { ...one, validMonths: 1, minimum: 2 } : one)) } })).toMatchObject({ verdict: 'unmet', cause: 'refresherDue' });
    expect(judge({ assessments: [counted(4)] }, 'pepKits', { standard: asked })).toMatchObject({ verdict: 'unmet', cause: 'tooFewInStock', quantity: 4 });
  });

  it('a session of another service, or that the assessment has seen, adds nothing', () => {
    expect(staff({ assessments: [nurses(0)], trainings: [held('2025-05-20', 2, { topic: 'psychosocial' }), held('2025-05-01', 2)] })?.verdict).toBe('unmet');
  });

  it('not counted is not none', () => {
    const some = { ...nurses(0), trainedStaff: [...nurses(0).trainedStaff, ...nurses(null).trainedStaff] };
    expect(staff({ assessments: [some] })).toMatchObject({ verdict: 'unknown', cause: 'notCounted' });
    expect(staff({ assessments: [nurses(0)], trainings: [held('2025-05-20', null)] })).toMatchObject({ verdict: 'unknown', cause: 'notCounted' });
    expect(staff({ trainings: [held('2023-01-01', 2)] })).toMatchObject({ verdict: 'unknown', cause: 'stale' });
  });

  it('fistula repair asks for a doctor: trained nurses are no answer', () => {
    const standard = standardNamed(shippedStandards, 'fistula-minimum', asOf) ?? cmrMinimum;
    const surgeon = (cadre: 'doctor' | 'nurse') => judge({ trainings: [held('2025-05-20', 1, { topic: 'fistulaRepair', cadre })] }, 'trainedSurgeon', { standard });
    expect(surgeon('nurse')).toMatchObject({ verdict: 'unknown', cause: 'notAssessed' });
    expect(surgeon('doctor')?.verdict).toBe('met');
    const offered = (availability: 'partial' | 'unavailable' | 'unknown') => judge({ assessments: [{ ...nothing, services: [{ service: 'fistulaRepair', availability, barriers: [] }] }] }, 'serviceAvailable', { standard })?.verdict;
    expect([offered('partial'), offered('unavailable'), offered('unknown')]).toEqual(['met', 'unmet', 'unknown']);
  });
});

describe('sources that disagree', () => {
  const works: Assessed = { ...nothing, source: 'A', functionality: 'full' };
  const broken: Assessed = { ...nothing, source: 'B', functionality: 'none' };

  it('same-day: yes against no is unknown, both sources named, and none counts', () => {
    expect(judge({ assessments: [broken, works] }, 'functioning')).toMatchObject({ verdict: 'unknown', cause: 'sourcesDisagree', evidenceSource: 'A / B', evidenceOn: '2025-05-01' });
    const [found] = disagreements({ ...NOTHING_KNOWN, assessments: [broken, works] }, cmrMinimum, asOf);
    expect(found).toMatchObject({ code: 'functioning', rule: 'sameDay' });
    expect(found?.sides.map(({ source, verdict, counts }) => [source, verdict, counts])).toEqual([['B', 'unmet', false], ['A', 'met', false]]);
  });

  it('another day: the newest counts, and the disagreement is still told while both are young enough', () => {
    const newer = { ...broken, assessedOn: '2025-05-20' };
    expect(judge({ assessments: [newer, works] }, 'functioning')).toMatchObject({ verdict: 'unmet', evidenceSource: 'B' });
    const [found] = disagreements({ ...NOTHING_KNOWN, assessments: [works, newer] }, cmrMinimum, asOf);
    expect(found).toMatchObject({ rule: 'newest' });
    expect(found?.sides.map(({ source, counts }) => [source, counts])).toEqual([['B', true], ['A', false]]);
    expect(disagreements({ ...NOTHING_KNOWN, assessments: [{ ...works, assessedOn: '2024-05-30' }, newer] }, cmrMinimum, asOf)).toEqual([]);
  });

  it('who agree are judged by the smaller figure: 2, not 5', () => {
    expect(kits({ assessments: [{ ...counted(5), source: 'A' }, { ...counted(2), source: 'B' }] })).toMatchObject({ verdict: 'met', quantity: 2 });
  });
});

describe('what stands between a structure and readiness', () => {
  const need = (...missing: string[]) => needOf({ readiness: missing.length === 0 ? 'unknown' : 'notReady', missing }, cmrMinimum);
  it('is named by what is established as missing', () => {
    expect([need('trainedStaff'), need('pepKits'), need('trainedStaff', 'pepKits'), need('functioning', 'pepKits'), need('accessible'), need()]).toEqual(['train', 'equip', 'both', 'repair', 'access', 'assess']);
    expect(needOf({ readiness: 'ready', missing: [] }, cmrMinimum)).toBeNull();
    const fistula = standardNamed(shippedStandards, 'fistula-minimum', asOf) ?? cmrMinimum;
    expect(needOf({ readiness: 'notReady', missing: ['serviceAvailable', 'trainedSurgeon'] }, fistula)).toBe('train');
    expect(needOf({ readiness: 'notReady', missing: ['serviceAvailable'] }, fistula)).toBe('other');
  });
});

describe('outlook of stock', () => {
  it('6 given out in 60 days is 3.04 a month; of 20 that are usable for 50 more days 15 expire unused', () => {
    // first known 1 April, 60 days before 31 May: 6 ÷ 60 = 0.1 a day; expiry 17 August − 28 = 20 July, 50 days on: 20 − 0.1 × 50 = 15
    const known: EvidenceHistory = { ...NOTHING_KNOWN, assessments: [{ ...counted(26, { countedOn: '2025-04-01', expiry: '2025-08-17' }), assessedOn: '2025-04-01' }], movements: [moved('consumption', '2025-05-10', 6, { expiry: '2025-08-17' })] };
    const [outlook] = stockOutlook(known, cmrMinimum, asOf);
    expect(outlook).toMatchObject({ item: 'pepKitAdult', usable: 20, isComplete: true, lapsesAfter: '2025-07-20', expiresUnused: 15 });
    expect(outlook?.usedPerMonth).toBeCloseTo(3.04, 2);
    // 20 ÷ 3.04375
    expect(outlook?.monthsOfStock).toBeCloseTo(6.57, 2);
  });

  it('nothing recorded as given out is not none used; a delivery without a count is at least that much', () => {
    expect(stockOutlook({ ...NOTHING_KNOWN, assessments: [counted(4)] }, cmrMinimum, asOf)).toEqual([{ item: 'pepKitAdult', usable: 4, isComplete: true, usedPerMonth: null, monthsOfStock: null, lapsesAfter: '2026-01-03', expiresUnused: null }]);
    expect(stockOutlook({ ...NOTHING_KNOWN, movements: [moved('delivery', '2025-05-20', 5)] }, cmrMinimum, asOf)).toMatchObject([{ usable: 5, isComplete: false, monthsOfStock: null }]);
    expect(stockOutlook(NOTHING_KNOWN, cmrMinimum, asOf)).toEqual([]);
  });
});

describe('versions of a standard', () => {
  const second: CareStandard = { ...cmrMinimum, version: 2, adoptedOn: '2025-03-01' };
  const draft: CareStandard = { ...cmrMinimum, version: 3, adoptedOn: null };
  const all = [draft, second, cmrMinimum];

  it('the one in force is the newest adopted by that day; before the first, the first', () => {
    expect(['2015-01-01', '2025-02-28', '2025-03-01'].map((day) => standardInForce(all, 'cmr-minimum', day)?.version)).toEqual([1, 1, 2]);
    expect(standardInForce([draft], 'cmr-minimum', asOf)).toBeNull();
  });

  it('code@version names exactly one, drafts too', () => {
    expect([standardNamed(all, 'cmr-minimum@3', asOf)?.version, standardNamed(all, 'cmr-minimum', asOf)?.version, standardNamed(all, 'cmr-minimum@9', asOf)]).toEqual([3, 2, null]);
  });

  it('draft, adopted, superseded, each on its day', () => {
    expect(all.map((one) => stateOfStandard(all, one, asOf))).toEqual(['draft', 'adopted', 'superseded']);
    expect(all.map((one) => stateOfStandard(all, one, '2025-02-28'))).toEqual(['draft', 'draft', 'adopted']);
  });

  it('each service has one that is in force', () => {
    for (const service of services.codes) expect(standardInForce(shippedStandards, defaultStandardOf(service), asOf)).toMatchObject({ service });
  });
});
