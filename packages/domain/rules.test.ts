import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayNumber, isRealDate } from './dates';
import { classOf, classOfArea } from './gap-classes';
import { activeDays, awarenessWindow, meetsWindow } from './initiative-rules';
import { overlapStrength, overlapVerdict, sharedTargetGroups } from './overlap-rules';
import { mayGiveCare } from './structure-rules';
import { walkingEstimateKm, walkingEstimateMin } from './units';
import { visibleTiers } from './viewer';

describe('the classes: awareness × care', () => {
  it('names the eight cells of the table', () => {
    expect(['ready', 'reported', 'unknown', 'none'].map((care) => classOf(true, care as 'ready'))).toEqual(['joined', 'verify', 'assess', 'gap']);
    expect(['ready', 'reported', 'unknown', 'none'].map((care) => classOf(false, care as 'ready'))).toEqual(['unannounced', 'quiet', 'unassessed', 'blindSpot']);
  });

  it('decides an area column by column: ready, then ready + reported, then + unknown', () => {
    const aware = { aware: 0.5, theta: 0.5 };
    expect(classOfArea({ ...aware, ready: 0.5, reported: 0, unknown: 0 }, 0.5)).toBe('joined');
    // 0.3 + 0.2 = 0.5 reaches θ in the second column only
    expect(classOfArea({ ...aware, ready: 0.3, reported: 0.2, unknown: 0 }, 0.5)).toBe('verify');
    // 0.2 + 0.2 + 0.1 = 0.5
    expect(classOfArea({ ...aware, ready: 0.2, reported: 0.2, unknown: 0.1 }, 0.5)).toBe('assess');
    expect(classOfArea({ ...aware, ready: 0.2, reported: 0.2, unknown: 0.09 }, 0.5)).toBe('gap');
    expect(classOfArea({ aware: 0.49, ready: 0, reported: 0, unknown: 0 }, 0.5)).toBe('blindSpot');
  });

  it('shares-with-rounding: ten shares of 0.1 reach a θ of 1', () => {
    const tenTenths = Array.from({ length: 10 }, () => 0.1).reduce((sum, share) => sum + share, 0);
    expect(tenTenths).toBeLessThan(1);
    expect(classOfArea({ aware: 1, ready: tenTenths, reported: 0, unknown: 0 }, 1)).toBe('joined');
  });
});

describe('when an initiative is active', () => {
  const ongoing = { start: '2025-01-10', end: '2025-03-31', status: 'ongoing' as const, reportedOn: '2025-05-31' };
  const window = awarenessWindow('2025-09-30', 6);

  it('meets the window up to its first day: six months before 30 September is 30 March', () => {
    expect(window).toEqual({ from: dayNumber('2025-03-30'), to: dayNumber('2025-09-30') });
    const days = activeDays(ongoing);
    expect(days && meetsWindow(days, window)).toBe(true);
    const earlier = activeDays({ ...ongoing, end: '2025-03-29' });
    expect(earlier && meetsWindow(earlier, window)).toBe(false);
  });

  it('planned, suspended and cancelled ones are not active', () => {
    for (const status of ['planned', 'suspended', 'cancelled'] as const) expect(activeDays({ ...ongoing, status })).toBeNull();
  });

  it('undated: active on the day of the report only, and marked', () => {
    const day = dayNumber('2025-05-31');
    expect(activeDays({ start: null, end: null, status: 'ongoing', reportedOn: '2025-05-31' })).toEqual({ from: day, to: day, undated: true });
    expect(activeDays({ start: null, end: null, status: 'unknown', reportedOn: '2025-05-31' })).toBeNull();
  });

  it('end-missing: open while ongoing, unknown otherwise', () => {
    expect(activeDays({ ...ongoing, end: null })?.to).toBe(Infinity);
    expect(activeDays({ ...ongoing, end: null, status: 'completed' })).toBeNull();
  });
});

describe('overlaps', () => {
  it('is a possible duplication only when more people are targeted than there are', () => {
    expect(overlapVerdict(600, 500, 1000)).toBe('possibleDuplication');
    expect(overlapVerdict(500, 500, 1000)).toBe('complementary');
    expect(overlapVerdict(null, 5000, 1000)).toBe('unknown');
    expect(overlapVerdict(600, 500, null)).toBe('unknown');
  });

  it('strength = overlap ÷ shorter period × share of area: 15 ÷ 30 × 0.5 = 0.25', () => {
    expect(overlapStrength(15, 30, 0.5)).toBe(0.25);
  });

  it('shares no target group that one of the two does not name', () => {
    expect(sharedTargetGroups(['displaced', 'returnees'], ['returnees'])).toEqual(['returnees']);
    expect(sharedTargetGroups(['displaced'], [])).toEqual([]);
  });
});

describe('dates and units', () => {
  it('knows which dates exist', () => {
    expect(isRealDate('2025-02-30')).toBe(false);
    expect(isRealDate('2024-02-29')).toBe(true);
  });

  it('month-shorter: 31 August − 6 months is 28 February', () => {
    expect(addMonths('2025-08-31', -6)).toBe('2025-02-28');
    expect(addDays('2025-05-31', 28)).toBe('2025-06-28');
  });

  it('walking estimate: 60 × 1.3 × 4.5 km ÷ 4.5 = 78 min, and back', () => {
    expect(walkingEstimateMin(4.5)).toBe(78);
    expect(walkingEstimateKm(78)).toBeCloseTo(4.5, 12);
  });
});

describe('which structures can give care', () => {
  it('pharmacy-nearby: a pharmacy is never care within reach, a structure of another type may be', () => {
    expect(mayGiveCare('nonClinical')).toBe(false);
    expect(mayGiveCare('other')).toBe(true);
  });
});

describe('tiers', () => {
  it('the public sees public things only', () => {
    expect(visibleTiers('public')).toEqual(['public']);
    expect(visibleTiers('coordination')).toContain('hidden');
  });
});
