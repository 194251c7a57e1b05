import type { GapExplanation } from '#api/contract/gaps';
import type { InitiativeItem } from '#api/contract/records';
import { dayNumber, type IsoDate } from '#domain/calendar';
import { activeDays } from '#domain/initiative-rules';
import { sharedTargetGroups } from '#domain/overlap-rules';
import type { InitiativeKind, TargetGroup } from '#domain/records';

export interface Plan {
  readonly kind: InitiativeKind;
  readonly group: TargetGroup;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** An initiative that the plan would stand beside. `group` null: the other one does not say whom it is for. */
export interface Neighbour {
  readonly initiative: InitiativeItem;
  readonly sameGroup: boolean | null;
}

/** Initiatives of the same kind that are active on a day of the plan, same target group first. Those to review claim nothing, and are left out. */
export function neighboursOf(plan: Plan, initiatives: readonly InitiativeItem[]): Neighbour[] {
  const from = dayNumber(plan.from);
  const to = dayNumber(plan.to);
  const rank = ({ sameGroup }: Neighbour): number => (sameGroup === true ? 0 : sameGroup === null ? 1 : 2);
  return initiatives
    .filter((one) => {
      const days = activeDays(one);
      return !one.toReview && one.kinds.some(({ kind }) => kind === plan.kind) && days !== null && days.from <= to && days.to >= from;
    })
    .map((initiative): Neighbour => ({ initiative, sameGroup: initiative.targetGroups.length === 0 ? null : sharedTargetGroups(initiative.targetGroups, [plan.group]).length > 0 }))
    .sort((a, b) => rank(a) - rank(b) || (a.initiative.title < b.initiative.title ? -1 : 1));
}

/** Share of the area’s people with ready care within reach, by the classes of its points. */
export const readyShare = ({ classPeople }: Pick<GapExplanation, 'classPeople'>): number => classPeople.reduce((sum, one) => (one.class === 'joined' || one.class === 'unannounced' ? sum + one.share : sum), 0);
