import type { JudgedDays } from './criterion-result';
import type { Mission } from './programme-records';

/** How a mission that is not cancelled stands to the day that is asked about. */
export type MissionPhase = 'coming' | 'running' | 'ended';

/**
 * Does a mission that is not cancelled give care on the day asked about (domain.md §1)? One that is only planned gives none
 * today, even on its dates, until it is said to be held: it does in a forecast (`at` after `asOf`), where everything told is a plan.
 */
export function missionPhase({ status, start, end }: Pick<Mission, 'status' | 'start' | 'end'>, { asOf, at }: JudgedDays): MissionPhase {
  if (at > end) return 'ended';
  return at >= start && (status === 'completed' || at > asOf) ? 'running' : 'coming';
}
