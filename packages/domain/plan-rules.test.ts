import { describe, expect, it } from 'vitest';
import { planAim, readPlan, topicOfService } from './plan-rules';

describe('planAim', () => {
  it('tells what announces care, what brings it, and what stands beside it', () => {
    expect([planAim('awareness', 'cmr'), planAim('medicalCare', 'cmr'), planAim('kitSupply', 'psychosocial'), planAim('legalAid', 'cmr'), planAim('legalAid', 'legalAid')]).toEqual(['announces', 'brings', 'brings', 'beside', 'brings']);
    expect([topicOfService('fistulaRepair'), topicOfService('psychosocial')]).toEqual(['fistula', 'sexualViolence']);
  });
});

describe('readPlan', () => {
  const announces = { aim: 'announces', start: 'ready', end: 'ready', overlaps: [] } as const;

  it('reads care on the first day, and says that it lapses where the last is worse', () => {
    expect(readPlan(announces)).toEqual(['ready']);
    expect(readPlan({ ...announces, start: 'none', end: 'none' })).toEqual(['careMissing']);
    expect(readPlan({ ...announces, end: 'none' })).toEqual(['careLapses']);
    expect(readPlan({ ...announces, start: 'unknown', end: 'none' })).toEqual(['careLapses', 'assess']);
    expect(readPlan({ ...announces, start: 'reported', end: 'ready' })).toEqual(['verify']);
  });

  it('turns round for what brings care: it belongs where care is missing', () => {
    expect(readPlan({ ...announces, aim: 'brings' })).toEqual(['alreadyServed']);
    expect(readPlan({ ...announces, aim: 'brings', start: 'none', end: 'none' })).toEqual(['needed']);
    expect(readPlan({ ...announces, aim: 'brings', end: 'unknown' })).toEqual(['careLapses']);
  });

  it('puts the worst first, and lets only a doubtful overlap count', () => {
    expect(readPlan({ ...announces, start: 'none', end: 'none', overlaps: ['unknown', 'possibleDuplication'] })).toEqual(['careMissing', 'possibleDuplication']);
    expect(readPlan({ ...announces, overlaps: ['complementary', 'unknown'] })).toEqual(['overlapUnknown', 'ready']);
    expect(readPlan({ ...announces, overlaps: ['complementary'] })).toEqual(['ready']);
  });

  it('never takes an unknown place for one without care', () => {
    expect(readPlan({ ...announces, start: null, end: null })).toEqual(['placeUnknown']);
    expect(readPlan({ ...announces, aim: 'beside', start: null, end: null })).toEqual(['clear']);
  });
});
