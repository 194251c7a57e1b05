import { CLASS_CODES } from '#analysis/classify';
import type { SitingProblem } from '#analysis/siting-problem';
import { packLists } from '#analysis/siting-lists';
import { SITING_CLASSES } from '#domain/gap-classes';
import { needOf, type Need } from '#domain/readiness-needs';
import type { WhereNextAnswer, WhereNextAsked } from '../contract/where-next';
import type { GapView } from './gap-view';
import { READINESS } from './structures';

/** A structure that is not ready and could be made so. */
export interface Candidate {
  readonly structure: number;
  readonly need: Need;
  /** It also reaches people of `whom` of whom nobody knows how many they are. */
  readonly atLeast: boolean;
}

/** A question of where next, as numbers. */
export interface SitingInstance {
  readonly problem: SitingProblem;
  readonly candidates: readonly Candidate[];
  /** People of `whom` at each point whose number is known; 0 elsewhere. */
  readonly people: Float64Array;
  /** As many parts of weight make one person: 1 where people count as people. */
  readonly unit: number;
  readonly notCounted: WhereNextAnswer['notCounted'];
}

/** Shares that weigh people are counted in thousandths, so that sums are exact. */
const SHARE_UNITS = 1000;

/** Who could be chosen, whom each reaches, and what each point counts for. Ready structures are locked in: whom they reach is in no class that counts. */
export function sitingInstance(view: GapView, asked: WhereNextAsked): SitingInstance {
  const { dataset: { levels }, level } = view;
  const counts = countingPoints(view, asked);
  const known = levels.people.known;
  const people = Float64Array.from(counts, (yes, point) => (yes === 1 && known[point] === 1 ? (level.people[point] ?? 0) : 0));
  const unit = asked.weight === 'equity' ? SHARE_UNITS : 1;
  const left = { withoutPosition: 0, otherNeeds: 0, costUnknown: 0, gainNobody: 0, gainUnknown: 0 };
  const candidates: Candidate[] = [];
  const lists: Int32Array[] = [];
  for (const [structure, need] of notReady(view)) {
    const reached = view.reach.reachedBy(structure)?.filter((point) => counts[point] === 1) ?? null;
    const points = reached?.filter((point) => (people[point] ?? 0) > 0);
    if (reached === null || points === undefined) left.withoutPosition += 1;
    else if (asked.needs?.includes(need) === false) left.otherNeeds += 1;
    else if (asked.budget !== null && asked.costs[need] === undefined) left.costUnknown += 1;
    else if (points.length === 0) left[reached.some((point) => known[point] !== 1) ? 'gainUnknown' : 'gainNobody'] += 1;
    else {
      candidates.push({ structure, need, atLeast: reached.some((point) => known[point] !== 1) });
      lists.push(points);
    }
  }
  const problem: SitingProblem = {
    reaches: packLists(lists),
    weight: asked.weight === 'equity' ? weighByArea(view, asked, people) : people,
    coveredAlready: counts.map((yes) => 1 - yes),
    k: asked.k,
    spending: asked.budget === null ? null : { cost: Float64Array.from(candidates, ({ need }) => asked.costs[need] ?? NaN), budget: asked.budget },
  };
  return { problem, candidates, people, unit, notCounted: { ...left, areasOfUnknownPopulation: view.kept.filter((area) => (level.pointCount[area] ?? 0) > 0 && level.peopleKnown[area] !== 1).length } };
}

/** 1: a point of an area that the filters keep, in a class of `whom`. */
function countingPoints({ classification: { pointClass }, level: { areaOfPoint, areaCount }, kept }: GapView, { whom }: WhereNextAsked): Uint8Array {
  const sought = CLASS_CODES.map((code) => SITING_CLASSES[whom].includes(code));
  const isKept = new Uint8Array(areaCount);
  for (const area of kept) isKept[area] = 1;
  return pointClass.map((one, point) => (sought[one] === true && isKept[areaOfPoint[point] ?? -1] === 1 ? 1 : 0));
}

/** Structures of the areas kept that may give care and are not ready, with what stands between; with no filter also those that lie in no known area. */
function* notReady({ judged, dataset: { structures }, set, kept, question: { judging } }: GapView): Generator<[structure: number, need: Need]> {
  const all = kept.length === set.areas.length;
  const keptAreas = new Set(kept);
  for (const [structure, readiness] of judged.level.entries()) {
    if (readiness !== READINESS.notReady && readiness !== READINESS.unknown) continue;
    if (!all && !keptAreas.has(structures.areaOf[set.type][structure] ?? -1)) continue;
    const need = readiness === READINESS.unknown ? 'assess' : needOf(judged.result(structure), judging.standard);
    if (need !== null) yield [structure, need];
  }
}

/** People times the share of their area that is of `whom`, in thousandths, at least one: nobody counts for nothing. */
function weighByArea({ level: { areaOfPoint, totalMass }, classification: { mass } }: GapView, { whom }: WhereNextAsked, people: Float64Array): Float64Array {
  const share = totalMass.map((total, area) => {
    const unmet = CLASS_CODES.reduce((sum, code, one) => (SITING_CLASSES[whom].includes(code) ? sum + (mass[area * CLASS_CODES.length + one] ?? 0) : sum), 0);
    return total > 0 ? Math.max(1, Math.round((SHARE_UNITS * unmet) / total)) : 1;
  });
  return people.map((heads, point) => heads * (share[areaOfPoint[point] ?? -1] ?? 1));
}
