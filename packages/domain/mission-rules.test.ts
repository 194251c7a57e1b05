import { expect, it } from 'vitest';
import { missionPhase } from './mission-rules';

const held = { status: 'completed', start: '2025-06-16', end: '2025-06-29' } as const;
const planned = { ...held, status: 'planned' } as const;
const on = (day: string) => ({ asOf: day, at: day });

it('a mission that was held runs from its first day to its last', () => {
  expect(['2025-06-15', '2025-06-16', '2025-06-29', '2025-06-30'].map((day) => missionPhase(held, on(day)))).toEqual(['coming', 'running', 'running', 'ended']);
});

it('planned-on-its-dates: a plan gives care in a forecast only', () => {
  expect(['2025-06-15', '2025-06-16', '2025-06-30'].map((day) => missionPhase(planned, on(day)))).toEqual(['coming', 'coming', 'ended']);
  expect(missionPhase(planned, { asOf: '2025-05-31', at: '2025-06-20' })).toBe('running');
});
