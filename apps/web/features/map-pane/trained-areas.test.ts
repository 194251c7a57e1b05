import { describe, expect, it } from 'vitest';
import { sessionAudiences } from '#domain/session-audiences';
import type { CoverageAnswer } from '../../api/programmes';
import { isWithout, trainedAreas, trainedNowhere, trainedSources } from './trained-areas';

type Cell = CoverageAnswer['cells'][number];
const cell = (given: Pick<Cell, 'audience' | 'areaCode'> & Partial<Cell>): Cell => ({
  month: '2026-09', sessionsHeld: 1, sessionsPlanned: 0, planned: null, plannedNotCounted: 0, women: null, men: null, bySexNotCounted: 0, total: null, totalNotCounted: 0, ...given,
});
const areas = [{ code: 'CD61', name: 'Nord-Kivu' }, { code: 'CD62', name: 'Sud-Kivu' }, { code: 'CD54', name: 'Ituri' }];
const lacking = (audience: Cell['audience'], areaCode: string, lastHeldOn: string | null = null) => ({ audience, areaCode, lastHeldOn, nextPlannedOn: null, heldSomewhere: 0 });

describe('trainedAreas', () => {
  const cells = [
    cell({ audience: 'police', areaCode: 'CD61', total: 40, planned: 50 }),
    cell({ audience: 'police', areaCode: 'CD61', month: '2026-10', totalNotCounted: 1, planned: 30 }),
    cell({ audience: 'armedForces', areaCode: 'CD61', total: 7, planned: null, plannedNotCounted: 1 }),
    cell({ audience: 'police', areaCode: 'CD62', sessionsHeld: 0, sessionsPlanned: 2, planned: 60 }),
    cell({ audience: 'police', areaCode: null, total: 12 }),
  ];

  it('adds the months of one group in each province; what was not counted is neither zero nor hidden', () => {
    const found = trainedAreas({ areas, cells, withoutSessions: [] }, 'police');
    expect(found.map(({ code, sessionsHeld, sessionsPlanned, total, totalNotCounted, planned }) => [code, sessionsHeld, sessionsPlanned, total, totalNotCounted, planned])).toEqual([
      ['CD61', 2, 0, 40, 1, 80],
      ['CD62', 0, 2, null, 0, 60],
    ]);
  });

  it('adds all groups where all are asked for, and keeps apart what has no province', () => {
    const [first] = trainedAreas({ areas, cells, withoutSessions: [] }, 'all');
    expect([first?.total, first?.planned, first?.plannedNotCounted]).toEqual([47, 80, 1]);
    expect(trainedNowhere({ cells }, 'police').total).toBe(12);
    expect(trainedNowhere({ cells }, 'armedForces')).toMatchObject({ sessionsHeld: 0, total: null });
  });

  it('shows a province where the group had none for months, with its last day, also without a session in the period', () => {
    const found = trainedAreas({ areas, cells, withoutSessions: [lacking('police', 'CD54', '2025-01-17'), lacking('armedForces', 'CD62')] }, 'police');
    expect(found.map((area) => [area.code, isWithout(area), area.lastHeldOn])).toEqual([['CD61', false, null], ['CD62', false, null], ['CD54', true, '2025-01-17']]);
  });

  it('marks a province for all groups only where every one of them had none', () => {
    const every = sessionAudiences.map((audience) => lacking(audience, 'CD54'));
    expect(trainedAreas({ areas, cells: [], withoutSessions: every }, 'all').map((area) => [area.code, isWithout(area)])).toEqual([['CD54', true]]);
    expect(trainedAreas({ areas, cells: [], withoutSessions: every.slice(1) }, 'all')).toEqual([]);
  });

  it('never says that a group lacks sessions which no programme means to train', () => {
    expect(trainedAreas({ areas, cells: [], withoutSessions: [] }, 'communityAtLarge')).toEqual([]);
    const [only] = trainedAreas({ areas, cells: [cell({ audience: 'communityAtLarge', areaCode: 'CD61', total: 90 })], withoutSessions: [] }, 'communityAtLarge');
    expect(only).toBeDefined();
    expect(isWithout(only!)).toBe(false);
  });
});

describe('trainedSources', () => {
  const entered = (source: string) => ({ source, on: null });
  const session = (audience: 'police' | 'armedForces', start: string, status: 'completed' | 'cancelled', source: string) => ({ audience, start, status, entered: entered(source) }) as unknown as Parameters<typeof trainedSources>[0][number];
  it('names who said so for the sessions counted: of the group, begun in the period, not cancelled', () => {
    const sessions = [
      session('police', '2026-01-01', 'completed', 'B'), session('police', '2026-12-31', 'completed', 'A'), session('police', '2026-06-01', 'completed', 'B'),
      session('police', '2025-12-31', 'completed', 'too early'), session('police', '2026-06-01', 'cancelled', 'cancelled'), session('armedForces', '2026-06-01', 'completed', 'another group'),
    ];
    expect(trainedSources(sessions, 'police', { from: '2026-01-01', to: '2026-12-31' })).toEqual(['A', 'B']);
  });
});
