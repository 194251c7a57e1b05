import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { CareStandard } from './care-standard';
import { cmrMinimum } from './shipped-standards';
import { addDays } from './dates';
import { type Assessed, NOTHING_KNOWN } from './evidence';
import { isAlmostReady, lapse, readiness as readinessOf, type ReadinessDates } from './readiness';
import type { StockLine, TrainedStaff } from './records';

const asOf = '2025-05-31';

const nurses: TrainedStaff = { service: 'cmr', cadre: 'nurse', number: 2, women: 1, men: 1, trainedOn: '2024-06-10', protocolVersion: '2019' };
const adultKits: StockLine = { item: 'pepKitAdult', batch: 'L1', quantity: 4, expiry: '2026-01-31', countedOn: '2025-05-01' };

const complete: Assessed = {
  assessedOn: '2025-05-01',
  assessedBy: 'Exercice',
  source: 'test',
  functionality: 'full',
  accessibility: 'partial',
  protocol: 'yes',
  privateRoom: 'no',
  referralPath: 'unknown',
  services: [],
  trainedStaff: [nurses],
  stockLines: [adultKits],
};
/** By what assessments say alone. */
const readiness = (assessments: readonly Assessed[], standard: CareStandard, dates: ReadinessDates) => readinessOf({ ...NOTHING_KNOWN, assessments }, standard, dates);
const verdictOf = (evidence: Assessed[], code: string, at = asOf) => readiness(evidence, cmrMinimum, { asOf, at }).criteria.find((one) => one.code === code);

describe('readiness by cmr-minimum', () => {
  it('is ready when functioning, reachable, trained and stocked; recommended criteria do not decide', () => {
    const result = readiness([complete], cmrMinimum, { asOf });
    expect(result.readiness).toBe('ready');
    expect(result.missing).toEqual([]);
    expect(verdictOf([complete], 'privateRoom')?.verdict).toBe('unmet');
    expect(verdictOf([complete], 'referralPath')?.verdict).toBe('unknown');
  });

  it('never-assessed: unknown, not no', () => {
    const result = readiness([], cmrMinimum, { asOf });
    expect(result.readiness).toBe('unknown');
    expect(result.missing).toEqual([]);
    expect(result.unknown).toEqual(['functioning', 'accessible', 'trainedStaff', 'pepKits']);
  });

  it('one unmet criterion outweighs an unknown one, and is named', () => {
    const result = readiness([{ ...complete, functionality: 'unknown', stockLines: [{ ...adultKits, quantity: 0 }] }], cmrMinimum, { asOf });
    expect(result.readiness).toBe('notReady');
    expect(result.missing).toEqual(['pepKits']);
    expect(result.unknown).toEqual(['functioning']);
  });

  it('expiry-28-days: a batch that expires exactly 28 days on is usable, one day earlier it is not', () => {
    // 31 May + 28 days = 28 June
    expect(verdictOf([{ ...complete, stockLines: [{ ...adultKits, expiry: '2025-06-28' }] }], 'pepKits')).toMatchObject({ verdict: 'met', lapsesAfter: '2025-05-31', quantity: 4 });
    expect(verdictOf([{ ...complete, stockLines: [{ ...adultKits, expiry: '2025-06-27' }] }], 'pepKits')).toMatchObject({ verdict: 'unmet', cause: 'expired' });
  });

  it('expiry-missing: the batch is unknown, unless another batch is enough', () => {
    const undated = { ...adultKits, batch: 'L2', expiry: null };
    expect(verdictOf([{ ...complete, stockLines: [undated] }], 'pepKits')).toMatchObject({ verdict: 'unknown', cause: 'expiryUnknown' });
    expect(verdictOf([{ ...complete, stockLines: [undated, adultKits] }], 'pepKits')).toMatchObject({ verdict: 'met', quantity: 4 });
  });

  it('counts adult and child kits together: 0 + 3 = 3', () => {
    const lines = [{ ...adultKits, quantity: 0 }, { ...adultKits, item: 'pepKitChild' as const, quantity: 3 }];
    expect(verdictOf([{ ...complete, stockLines: lines }], 'pepKits')).toMatchObject({ verdict: 'met', quantity: 3 });
  });

  it('stale-count: 90 days old still counts, 91 days is unknown, even where it counted nothing', () => {
    const countedOn = (days: number, quantity: number): Assessed => ({ ...complete, stockLines: [{ ...adultKits, quantity, countedOn: addDays(asOf, -days) }] });
    expect(verdictOf([countedOn(90, 4)], 'pepKits')).toMatchObject({ verdict: 'met', evidenceAgeDays: 90 });
    expect(verdictOf([countedOn(91, 4)], 'pepKits')).toMatchObject({ verdict: 'unknown', cause: 'stale' });
    expect(verdictOf([countedOn(91, 0)], 'pepKits')).toMatchObject({ verdict: 'unknown', cause: 'stale' });
  });

  it('stale-assessment: older than 365 days turns its criteria unknown', () => {
    const old = { ...complete, assessedOn: addDays(asOf, -366), functionality: 'none' as const };
    expect(verdictOf([old], 'functioning')).toMatchObject({ verdict: 'unknown', cause: 'stale' });
  });

  it('refresher-due: training older than 24 months is unmet, on the anniversary it still holds', () => {
    const trainedOn = (date: string): Assessed => ({ ...complete, trainedStaff: [{ ...nurses, trainedOn: date }] });
    expect(verdictOf([trainedOn('2023-05-31')], 'trainedStaff')).toMatchObject({ verdict: 'met', lapsesAfter: '2025-05-31' });
    expect(verdictOf([trainedOn('2023-05-30')], 'trainedStaff')).toMatchObject({ verdict: 'unmet', cause: 'refresherDue' });
  });

  it('training-undated is unknown; none trained is unmet; other services do not count', () => {
    expect(verdictOf([{ ...complete, trainedStaff: [{ ...nurses, trainedOn: null }] }], 'trainedStaff')?.verdict).toBe('unknown');
    expect(verdictOf([{ ...complete, trainedStaff: [{ ...nurses, number: 0 }] }], 'trainedStaff')).toMatchObject({ verdict: 'unmet', cause: 'noneTrained' });
    expect(verdictOf([{ ...complete, trainedStaff: [{ ...nurses, service: 'fistulaRepair' }] }], 'trainedStaff')?.verdict).toBe('unknown');
  });

  it('decides each criterion by the newest assessment that speaks of it, and ignores the future', () => {
    const newer: Assessed = { ...complete, assessedOn: '2025-05-20', functionality: 'none', accessibility: 'unknown', trainedStaff: [], stockLines: [] };
    const future: Assessed = { ...complete, assessedOn: '2025-06-15' };
    const result = readiness([complete, future, newer], cmrMinimum, { asOf });
    expect(result.missing).toEqual(['functioning']);
    expect(verdictOf([complete, newer], 'accessible')).toMatchObject({ verdict: 'met', evidenceOn: '2025-05-01' });
  });

  it('lapse: the batch that runs out first ends readiness, 28 days before it expires', () => {
    // 20 July − 28 days = 22 June; the training holds until 10 June 2026
    const result = readiness([{ ...complete, stockLines: [{ ...adultKits, expiry: '2025-07-20' }] }], cmrMinimum, { asOf });
    expect(lapse(result)).toEqual({ lapsesAfter: '2025-06-22', criterion: 'pepKits' });
    const line = { ...complete, stockLines: [{ ...adultKits, expiry: '2025-07-20' }] };
    expect(readiness([line], cmrMinimum, { asOf, at: '2025-06-22' }).readiness).toBe('ready');
    expect(readiness([line], cmrMinimum, { asOf, at: '2025-06-23' }).missing).toEqual(['pepKits']);
  });

  it('a forecast does not age the evidence, only what expires', () => {
    expect(readiness([complete], cmrMinimum, { asOf, at: addDays(asOf, 90) }).readiness).toBe('ready');
  });

  it('almost ready: all established, at most two missing', () => {
    expect(isAlmostReady(readiness([{ ...complete, stockLines: [{ ...adultKits, quantity: 0 }] }], cmrMinimum, { asOf }))).toBe(true);
    expect(isAlmostReady(readiness([{ ...complete, functionality: 'unknown', stockLines: [{ ...adultKits, quantity: 0 }] }], cmrMinimum, { asOf }))).toBe(false);
  });
});

describe('properties of readiness', () => {
  const evidence = fc.record({
    assessedOn: fc.constantFrom('2023-01-01', '2024-12-01', '2025-05-01', '2025-05-31'),
    assessedBy: fc.constant(null),
    source: fc.constantFrom('a', 'b'),
    functionality: fc.constantFrom('full', 'partial', 'none', 'unknown'),
    accessibility: fc.constantFrom('full', 'none', 'unknown'),
    protocol: fc.constantFrom('yes', 'no', 'unknown'),
    privateRoom: fc.constant('unknown'),
    referralPath: fc.constant('unknown'),
    services: fc.constant([]),
    trainedStaff: fc.array(fc.record({ service: fc.constant('cmr'), cadre: fc.constant('nurse'), number: fc.constantFrom(0, 1, 3, null), women: fc.constant(null), men: fc.constant(null), trainedOn: fc.constantFrom('2022-01-01', '2024-01-01', null), protocolVersion: fc.constant(null) }), { maxLength: 2 }),
    stockLines: fc.array(fc.record({ item: fc.constantFrom('pepKitAdult', 'pepKitChild'), batch: fc.constant(null), quantity: fc.constantFrom(0, 2), expiry: fc.constantFrom('2025-06-01', '2026-01-01', null), countedOn: fc.constantFrom('2025-01-01', '2025-05-20') }), { maxLength: 3 }),
  }) as fc.Arbitrary<Assessed>;

  it('row order never matters', () => {
    fc.assert(fc.property(fc.array(evidence, { maxLength: 4 }), (all) => {
      const forwards = readiness(all, cmrMinimum, { asOf });
      const backwards = readiness([...all].reverse(), cmrMinimum, { asOf });
      expect(backwards).toEqual(forwards);
    }));
  });

  it('what lapses is met on its last day and not met the day after', () => {
    fc.assert(fc.property(fc.array(evidence, { maxLength: 3 }), (all) => {
      for (const { code, verdict, lapsesAfter } of readiness(all, cmrMinimum, { asOf }).criteria) {
        if (verdict !== 'met' || lapsesAfter === null) continue;
        expect(verdictOf(all, code, lapsesAfter)?.verdict).toBe('met');
        expect(verdictOf(all, code, addDays(lapsesAfter, 1))?.verdict).not.toBe('met');
      }
    }));
  });
});
