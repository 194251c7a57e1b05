import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedSession, coverSessions, countSessions } from './session-coverage';

const session = (more: Partial<CountedSession> = {}): CountedSession => ({ audience: 'police', areaCode: 'CD61', start: '2025-03-10', end: '2025-03-12', status: 'completed', planned: 30, women: 10, men: 15, total: 25, ...more });
const QUESTION = { from: '2025-01-01', to: '2025-06-30', months: 3, audiences: ['armedForces', 'police'] as const, areaCodes: ['CD61', 'CD62'] };

describe('sums over sessions', () => {
  it('people of sessions held, against what was planned for all of them', () => {
    // Planned: 30 + 30 + 40 = 100. Took part: 25 + 25 = 50; the planned session counts nobody.
    expect(countSessions([session(), session(), session({ status: 'planned', planned: 40, women: null, men: null, total: null })])).toEqual({
      sessionsHeld: 2, sessionsPlanned: 1, planned: 100, plannedNotCounted: 0, women: 20, men: 30, bySexNotCounted: 0, total: 50, totalNotCounted: 0,
    });
  });

  it('a total that is not given is women and men together, where both are known', () => {
    // 10 + 15 = 25; of the other session only women are known, so its total is not.
    expect(countSessions([session({ total: null }), session({ total: null, women: 7, men: null })])).toMatchObject({ women: 17, men: 15, bySexNotCounted: 1, total: 25, totalNotCounted: 1 });
  });

  it('what nobody counted is not zero', () => {
    expect(countSessions([session({ planned: null, women: null, men: null, total: null })])).toMatchObject({ sessionsHeld: 1, planned: null, plannedNotCounted: 1, women: null, men: null, total: null, totalNotCounted: 1 });
    expect(countSessions([])).toMatchObject({ sessionsHeld: 0, planned: null, total: null, totalNotCounted: 0 });
  });
});

describe('sessions by audience, area and month', () => {
  it('are counted in the month in which they begin, and cancelled ones nowhere', () => {
    const { cells, byArea, byMonth, byAudience, all } = coverSessions([
      session({ start: '2025-03-30', end: '2025-04-02' }),
      session({ start: '2025-04-07', end: '2025-04-07', areaCode: null, total: 5, women: 2, men: 3 }),
      session({ status: 'cancelled' }),
      session({ start: '2024-12-31', end: '2025-01-02' }),
    ], QUESTION);
    expect(cells.map(({ audience, areaCode, month, total }) => [audience, areaCode, month, total])).toEqual([['police', 'CD61', '2025-03', 25], ['police', null, '2025-04', 5]]);
    expect(byArea.map(({ areaCode, sessionsHeld }) => [areaCode, sessionsHeld])).toEqual([['CD61', 1], [null, 1]]);
    expect(byMonth.map(({ month, total }) => [month, total])).toEqual([['2025-03', 25], ['2025-04', 5]]);
    // A group that is to be trained and never was has a line too.
    expect(byAudience.map(({ audience, sessionsHeld }) => [audience, sessionsHeld])).toEqual([['armedForces', 0], ['police', 2]]);
    expect(all.total).toBe(30);
  });
});

describe('who had none', () => {
  const without = (sessions: CountedSession[]) => coverSessions(sessions, QUESTION).withoutSessions.map(({ audience, areaCode, lastHeldOn, nextPlannedOn, heldSomewhere }) => [audience, areaCode, lastHeldOn, nextPlannedOn, heldSomewhere]);

  it('in three months up to 30 June: a session that ended on 30 March is outside, one that ended on 31 March inside', () => {
    expect(without([session({ end: '2025-03-30' }), session({ end: '2025-03-31', areaCode: 'CD62' })])).toEqual([['armedForces', 'CD61', null, null, 0], ['armedForces', 'CD62', null, null, 0], ['police', 'CD61', '2025-03-30', null, 0]]);
  });

  it('a planned session is not one that was held, and is told as the next', () => {
    expect(without([session({ status: 'planned', start: '2025-07-15', end: '2025-07-16' })])).toContainEqual(['police', 'CD61', null, '2025-07-15', 0]);
  });

  it('a session of which nobody says where it was held may have been here: that is said, not guessed', () => {
    expect(without([session({ areaCode: null, start: '2025-05-01', end: '2025-05-02' })])).toContainEqual(['police', 'CD61', null, null, 1]);
  });

  it('a session after the last day is not known yet', () => {
    expect(without([session({ start: '2025-07-01', end: '2025-07-02' })])).toContainEqual(['police', 'CD61', null, null, 0]);
  });
});

const number = fc.option(fc.integer({ min: 0, max: 50 }));
const anySession: fc.Arbitrary<CountedSession> = fc
  .record({ audience: fc.constantFrom('police' as const, 'healthStaff' as const), areaCode: fc.constantFrom('CD61', 'CD62', null), month: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 20 }), status: fc.constantFrom('planned' as const, 'completed' as const, 'cancelled' as const), planned: number, women: number, men: number, total: number })
  .map(({ month, days, ...rest }) => ({ ...rest, start: `2025-0${month}-05`, end: `2025-0${month}-${String(5 + days).padStart(2, '0')}` }));

describe('always', () => {
  it('cells add up to the whole, along every side; and no order matters', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 25 }), (sessions) => {
        const coverage = coverSessions(sessions, QUESTION);
        for (const part of [coverage.cells, coverage.byArea, coverage.byMonth, coverage.byAudience]) {
          for (const key of ['sessionsHeld', 'sessionsPlanned', 'plannedNotCounted', 'bySexNotCounted', 'totalNotCounted'] as const) expect(part.reduce((sum, one) => sum + one[key], 0)).toBe(coverage.all[key]);
          for (const key of ['planned', 'women', 'men', 'total'] as const) expect(part.reduce((sum, one) => sum + (one[key] ?? 0), 0)).toBe(coverage.all[key] ?? 0);
        }
        expect(coverSessions([...sessions].reverse(), QUESTION)).toEqual(coverage);
      }),
    );
  });
});
