import type { CareLevel } from './gap-classes';
import { givesService } from './initiative-rules';
import type { OverlapVerdict } from './overlap-rules';
import type { InitiativeKind, Service, Topic } from './records';
import { type planAims, planVerdicts } from './vocabularies/plans';

export type PlanAim = (typeof planAims.codes)[number];
export type PlanVerdict = (typeof planVerdicts.codes)[number];

/** The topic of a plan for a service: what it overlaps with has the same. */
export const topicOfService = (service: Service): Topic => (service === 'fistulaRepair' ? 'fistula' : 'sexualViolence');

/** Kinds that make structures ready, whichever service they are for. */
const MAKES_READY: ReadonlySet<InitiativeKind> = new Set(['medicalTraining', 'kitSupply', 'mobileMission', 'contingencyStock']);

/** What a plan of a kind does about a service: awareness announces it, care and what makes structures ready bring it, the rest stands beside it. */
export function planAim(kind: InitiativeKind, service: Service): PlanAim {
  if (kind === 'awareness') return 'announces';
  return MAKES_READY.has(kind) || givesService(new Set([kind]), topicOfService(service), service) ? 'brings' : 'beside';
}

/** From best to worst. */
const CARE_ORDER: readonly CareLevel[] = ['ready', 'reported', 'unknown', 'none'];

const ANNOUNCED_TO: Readonly<Record<CareLevel, PlanVerdict>> = { ready: 'ready', reported: 'verify', unknown: 'assess', none: 'careMissing' };
const BROUGHT_TO: Readonly<Record<CareLevel, PlanVerdict>> = { ready: 'alreadyServed', reported: 'verify', unknown: 'assess', none: 'needed' };

/** What is known of a plan. `start`, `end`: care within reach of its audience on its first and last day, null where nobody is placed there. */
export interface PlanFindings {
  readonly aim: PlanAim;
  readonly start: CareLevel | null;
  readonly end: CareLevel | null;
  /** Readings of its overlaps with what is already there (`overlapVerdict`). */
  readonly overlaps: readonly OverlapVerdict[];
}

/**
 * What to tell the planner (domain.md §6), the worst first, never empty. Complementary overlaps are no objection; an overlap that cannot be read
 * is one only where none is a possible duplication. What stands beside care is judged by its overlaps alone.
 */
export function readPlan({ aim, start, end, overlaps }: PlanFindings): PlanVerdict[] {
  const found = new Set<PlanVerdict>();
  if (overlaps.includes('possibleDuplication')) found.add('possibleDuplication');
  else if (overlaps.includes('unknown')) found.add('overlapUnknown');
  if (aim !== 'beside') {
    if (start === null || end === null) found.add('placeUnknown');
    else {
      const lapses = CARE_ORDER.indexOf(end) > CARE_ORDER.indexOf(start);
      if (lapses) found.add('careLapses');
      // Ready on the first day only is not ready.
      if (!(lapses && start === 'ready')) found.add((aim === 'announces' ? ANNOUNCED_TO : BROUGHT_TO)[start]);
    }
  }
  if (found.size === 0) found.add('clear');
  return planVerdicts.codes.filter((code) => found.has(code));
}
