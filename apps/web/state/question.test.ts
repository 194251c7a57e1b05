import { describe, expect, it } from 'vitest';
import { readPageState } from './page-state';
import { checkQuestion, forecastDay, gapQuestion, isochronesQuestion, judgedByQuestion, needsQuestion, reachQuestion, watchQuestion } from './question';

const ALL = { threshold: true, filters: true } as const;

describe('what is asked of the server', () => {
  it('leaves defaults out, so that equal questions have equal addresses', () => {
    expect(gapQuestion(readPageState('?service=cmr&ahead=0&evidence=reported'), ALL)).toBe('');
  });

  it('carries service, standard and days in every question about readiness', () => {
    const state = readPageState('?service=fistulaRepair&standard=fistula-minimum@2&asOf=2025-05-31&ahead=28');
    const judged = 'service=fistulaRepair&standard=fistula-minimum%402&asOf=2025-05-31&at=2025-06-28';
    expect(gapQuestion(state, ALL)).toBe(judged);
    expect(judgedByQuestion(state)).toBe(judged);
  });

  it('leaves out of what is nearest what only classes need, and out of bands what is no judgement', () => {
    const state = readPageState('?asOf=2025-05-31&reach=travelTime&threshold=90&awarenessMonths=3&theta=0.75&evidence=assessed&province=CD61');
    expect(reachQuestion(state)).toBe('asOf=2025-05-31&reach=travelTime&threshold=90');
    expect(isochronesQuestion(state)).toBe('asOf=2025-05-31');
  });

  it('foretells from a day only: without one there is no forecast', () => {
    expect(forecastDay(readPageState('?ahead=30'))).toBeNull();
    expect(forecastDay(readPageState('?asOf=2025-05-31&ahead=91'))).toBeNull();
    expect(forecastDay(readPageState('?asOf=2025-12-25&ahead=7'))).toBe('2026-01-01');
  });

  it('asks for all days ahead at once, and watches from the day of the evidence', () => {
    const state = readPageState('?service=legalAid&asOf=2025-05-31&ahead=28&threshold=10&province=CD61&kind=awareness');
    expect(gapQuestion(state, { ...ALL, forecast: false })).toBe('service=legalAid&asOf=2025-05-31&threshold=10&province=CD61&kind=awareness');
    expect(watchQuestion(state)).toBe('service=legalAid&asOf=2025-05-31&province=CD61');
    expect(needsQuestion(state)).toBe('service=legalAid&asOf=2025-05-31&threshold=10&province=CD61');
  });

  it('asks for the check of a plan once it has a place and days: areas picked, else the chosen one, else an outline of three corners', () => {
    const asked = (address: string) => checkQuestion(readPageState(address), '2025-05-31');
    expect([asked(''), asked('?planOutline=20%200,21%200'), asked('?area=Z1&planFrom=2025-06-02&planTo=2025-06-01')]).toEqual([null, null, null]);
    expect(asked('?area=Z1&ahead=28&asOf=2025-05-31')).toBe('asOf=2025-05-31&areas=Z1&kind=awareness&from=2025-05-31&to=2025-08-31');
    expect(asked('?area=Z1&planAreas=Z2,Z3&planKind=kitSupply&planGroups=police&planPeople=40&planFrom=2025-06-30&planTo=2025-07-01')).toBe('areas=Z2%2CZ3&kind=kitSupply&from=2025-06-30&to=2025-07-01&groups=police&people=40');
    expect(asked('?area=Z1&planOutline=20%200,21%200,21%201.5')).toBe('outline=20+0%2C21+0%2C21+1.5&kind=awareness&from=2025-05-31&to=2025-08-31');
  });
});
