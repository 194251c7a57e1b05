import { overlapPairs, type OverlapInitiative, prepareInitiatives } from '#analysis/overlap-sweep';
import { dayNumber } from '#domain/dates';
import { activeDays, activeUntil, type ActiveDays } from '#domain/initiative-rules';
import { overlapVerdict, sharedTargetGroups } from '#domain/overlap-rules';
import { topicOfService } from '#domain/plan-rules';
import type { Service } from '#domain/records';
import type { CheckAnswer } from '../../contract/check';
import { byText } from '../by-text';
import type { Dataset } from '../dataset';
import type { KnownInitiative } from '../initiatives';
import type { AskedPlan } from '../messages';
import { shownPeople } from '../shown-people';
import type { PlanPlace } from './plan-place';

type Already = CheckAnswer['already'][number];

/** One that does the same on a day of the plan. */
interface Neighbour {
  readonly number: number;
  readonly one: KnownInitiative;
  readonly days: ActiveDays;
  readonly planned: boolean;
}

/** Any text but the id of an initiative. */
const PLAN = '';

/** Who does the same as a plan, in the base areas given or anywhere (null), on one of its days. Text to review claims no kind, and is left out. */
export function neighboursOf({ initiatives, base }: Dataset, plan: AskedPlan, service: Service, areas: readonly number[] | null): Neighbour[] {
  const wanted = areas === null ? null : new Set(areas);
  const topic = topicOfService(service);
  return initiatives.all.flatMap((one, number): Neighbour[] => {
    if (one.row.topic !== topic || !one.kinds.has(plan.kind)) return [];
    const planned = one.row.status === 'planned';
    const days = planned ? activeDays({ ...one.row, status: 'ongoing', reportedOn: null }) : one.days;
    if (days === null || days.from > dayNumber(plan.to) || days.to < dayNumber(plan.from)) return [];
    return wanted === null || initiatives.areasOf(number, base).some((area) => wanted.has(area)) ? [{ number, one, days, planned }] : [];
  });
}

/** The same as the answer shows them, with how each overlaps with the plan. `asOfDay`: up to which an open period is known to run. */
export function alreadyThere(dataset: Dataset, plan: AskedPlan, service: Service, place: PlanPlace, asOfDay: number): Already[] {
  const neighbours = neighboursOf(dataset, plan, service, place.base);
  const overlaps = overlapsWith(dataset, plan, service, place, neighbours.filter(({ planned }) => !planned), asOfDay);
  return neighbours.map((neighbour) => show(dataset, plan, place, neighbour, overlaps.get(neighbour.number) ?? null)).sort(byCloseness);
}

const GROUP_ORDER = new Map([[true, 0], [null, 1], [false, 2]]);
const byCloseness = (a: Already, b: Already): number =>
  Number(a.planned) - Number(b.planned) || (GROUP_ORDER.get(a.sameGroup) ?? 3) - (GROUP_ORDER.get(b.sameGroup) ?? 3) || (b.overlap?.strength ?? 0) - (a.overlap?.strength ?? 0) || byText(a.title, b.title) || byText(a.id, b.id);

/** By number of the initiative: the pair that it makes with the plan, by the same sweep as every other pair (domain.md §5). */
function overlapsWith({ initiatives, sets, base, heading }: Dataset, plan: AskedPlan, service: Service, place: PlanPlace, neighbours: readonly Neighbour[], asOfDay: number): Map<number, NonNullable<Already['overlap']>> {
  const asPlanned: OverlapInitiative = { id: PLAN, title: '', kinds: [plan.kind], topic: topicOfService(service), targetGroups: plan.groups, organisations: [plan.organisation ?? PLAN], areas: place.base, start: plan.from, end: plan.to, status: 'ongoing', reportedOn: null };
  const input = [asPlanned, ...neighbours.map(({ number, one }): OverlapInitiative => ({ ...one.row, kinds: [...one.kinds], organisations: one.acting, areas: initiatives.areasOf(number, base) }))];
  const pairs = overlapPairs(prepareInitiatives(input, sets[base].areas.map(({ areaKm2 }) => areaKm2)), asOfDay);
  const found = new Map<number, NonNullable<Already['overlap']>>();
  pairs.a.forEach((a, i) => {
    const other = neighbours[(pairs.b[i] ?? 0) - 1];
    if (a !== 0 || other === undefined) return;
    const shared = [...pairs.areas.subarray(pairs.areaStart[i] ?? 0, pairs.areaStart[i + 1] ?? 0)];
    // One area of unknown population makes the sum unknown, not smaller.
    const populationThere = shared.reduce<number | null>((sum, area) => {
      const population = sets[base].areas[area]?.population ?? null;
      return sum === null || population === null ? null : sum + Math.round(population.value);
    }, 0);
    const targeted = other.one.row.targetedTotal;
    found.set(other.number, {
      days: pairs.overlapDays[i] ?? 0,
      strength: Math.round((pairs.strength[i] ?? 0) * 1e4) / 1e4,
      peopleTogether: shownPeople(heading.viewer, targeted) === null || targeted === null || plan.people === null ? null : targeted + plan.people,
      populationThere,
      verdict: overlapVerdict(plan.people, targeted, populationThere),
    });
  });
  return found;
}

function show({ initiatives, sets, base, heading }: Dataset, plan: AskedPlan, place: PlanPlace, { number, one, days, planned }: Neighbour, overlap: Already['overlap']): Already {
  const { row } = one;
  const wanted = new Set(place.base);
  return {
    id: row.id,
    title: row.title,
    kinds: [...one.kinds],
    organisations: row.organisations.map(({ name, acronym, role }) => ({ name: acronym ?? name, role })),
    areas: initiatives.areasOf(number, base).filter((area) => wanted.has(area)).flatMap((area) => sets[base].areas[area] ?? []).map(({ code, name }) => ({ code, name })),
    targetGroups: [...row.targetGroups],
    sameGroup: row.targetGroups.length === 0 || plan.groups.length === 0 ? null : sharedTargetGroups(row.targetGroups, plan.groups).length > 0,
    services: [...one.announces],
    start: row.start,
    until: activeUntil(days),
    undated: days.undated,
    status: row.status,
    planned,
    targeted: shownPeople(heading.viewer, row.targetedTotal),
    overlap,
    source: row.source,
    sourceRow: row.sourceRow,
  };
}
