import { sumKnown } from '#analysis/sum-counts';
import type { TargetGroup } from '#domain/records';
import { sessionAudiences } from '#domain/session-audiences';
import type { CoverageAnswer, SessionItem } from '../../api/programmes';

/** The sessions of one group, or of all, in one province. People and plans are null where no session gives the number. */
export interface TrainedArea {
  readonly code: string;
  readonly name: string;
  readonly sessionsHeld: number;
  /** Not held yet. */
  readonly sessionsPlanned: number;
  readonly total: number | null;
  /** Sessions held that did not count who took part: the true number is greater than `total`. */
  readonly totalNotCounted: number;
  readonly planned: number | null;
  readonly plannedNotCounted: number;
  /** How many of the groups asked about had no session here in the last months, of those that programmes mean to train. */
  readonly lacking: number;
  readonly followed: number;
  /** Last day of the newest session before those months; null: none is known. Only where `lacking` is not 0. */
  readonly lastHeldOn: string | null;
  readonly nextPlannedOn: string | null;
  /** Sessions in those months of which nobody said in which province: one of them may have been here. */
  readonly heldSomewhere: number;
}

type Counted = Pick<CoverageAnswer, 'areas' | 'cells' | 'withoutSessions'>;

const sumsOf = (cells: Counted['cells']) => {
  const add = (key: 'sessionsHeld' | 'sessionsPlanned' | 'totalNotCounted' | 'plannedNotCounted'): number => cells.reduce((sum, cell) => sum + cell[key], 0);
  return {
    sessionsHeld: add('sessionsHeld'),
    sessionsPlanned: add('sessionsPlanned'),
    total: sumKnown(cells.map(({ total }) => total)),
    totalNotCounted: add('totalNotCounted'),
    planned: sumKnown(cells.map(({ planned }) => planned)),
    plannedNotCounted: add('plannedNotCounted'),
  };
};

/** Province by province, those with a session in the period or with none for months. */
export function trainedAreas({ areas, cells, withoutSessions }: Counted, group: TargetGroup | 'all'): TrainedArea[] {
  const isAsked = ({ audience }: { readonly audience: TargetGroup }): boolean => group === 'all' || audience === group;
  const followed = sessionAudiences.filter((audience) => group === 'all' || audience === group).length;
  return areas.flatMap(({ code, name }): TrainedArea[] => {
    const here = cells.filter((cell) => isAsked(cell) && cell.areaCode === code);
    const lacking = withoutSessions.filter((one) => isAsked(one) && one.areaCode === code);
    if (here.length === 0 && !isWithout({ lacking: lacking.length, followed })) return [];
    const days = (key: 'lastHeldOn' | 'nextPlannedOn'): string[] => lacking.flatMap((one) => one[key] ?? []).sort();
    return [{
      code, name, ...sumsOf(here), lacking: lacking.length, followed,
      lastHeldOn: days('lastHeldOn').at(-1) ?? null,
      nextPlannedOn: days('nextPlannedOn')[0] ?? null,
      heldSomewhere: lacking.reduce((sum, one) => sum + one.heldSomewhere, 0),
    }];
  });
}

/** None of the groups asked about had a session; a group that no programme means to train is not lacking one. */
export const isWithout = ({ lacking, followed }: Pick<TrainedArea, 'lacking' | 'followed'>): boolean => followed > 0 && lacking === followed;

/** Sums of the sessions of which nobody said in which province: they are on no label. */
export const trainedNowhere = ({ cells }: Pick<Counted, 'cells'>, group: TargetGroup | 'all') => sumsOf(cells.filter(({ audience, areaCode }) => areaCode === null && (group === 'all' || audience === group)));

/** Who said so: the sources of the sessions that are counted, each once. */
export const trainedSources = (sessions: readonly Pick<SessionItem, 'audience' | 'start' | 'status' | 'entered'>[], group: TargetGroup | 'all', { from, to }: { readonly from: string; readonly to: string }): string[] =>
  [...new Set(sessions.filter(({ audience, start, status }) => (group === 'all' || audience === group) && status !== 'cancelled' && start >= from && start <= to).map(({ entered }) => entered.source))].sort();
