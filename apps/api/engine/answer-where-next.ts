import { type ChosenSites, chooseSites } from '#analysis/siting';
import type { SiteShown, WhereNextAnswer, WhereNextAsked } from '../contract/where-next';
import { parametersOf } from './answer-gaps';
import type { Dataset } from './dataset';
import { sourcesOf } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import type { EngineQuestions, GapQuestion, SitingForProof } from './messages';
import { resolveQuestion } from './resolve-question';
import { shownPeople, tooFewToShow } from './shown-people';
import { sitingInstance, type SitingInstance } from './siting-instance';
import { structureHead } from './structure-head';

/** A question of where next, answered as numbers. */
interface Sited {
  readonly view: GapView;
  readonly asked: WhereNextAsked;
  readonly instance: SitingInstance;
  readonly chosen: ChosenSites;
  /** People that each of the chosen adds to those before it. */
  readonly gained: readonly number[];
}

const QUESTIONS_KEPT = 4;

/** Which structures, made ready, close most of the gap: the best together, and each alone (domain.md §6, decision 0033). */
export function answerWhereNext(dataset: Dataset, { asked, limit, ...question }: EngineQuestions['whereNext']['question']): WhereNextAnswer {
  const sited = siteStructures(dataset, question, asked);
  const { view, instance, chosen, gained } = sited;
  const people = sum(instance.people);
  const totals = runningTotals(gained);
  const site = [...chosen.site].slice(0, gained.length);
  const costs = site.map((candidate) => costOf(sited, candidate));
  const ranked = rankAlone(chosen);
  const stepOf = new Map(site.map((candidate, step) => [candidate, step]));
  const listed = [...site, ...ranked.filter((candidate) => !stepOf.has(candidate)).slice(0, limit)];
  const rankOf = new Map(ranked.map((candidate, rank) => [candidate, rank + 1]));
  return {
    parameters: parametersOf(view.question),
    asked,
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    sources: sourcesOf(dataset, view),
    people,
    chosen: { structures: site.length, people: totals.at(-1) ?? 0, share: shareOf(totals.at(-1) ?? 0, people), weightedShare: weightedShare(sited, site.length), ofBest: site.length === chosen.site.length ? shareOfBest(chosen) : null, cost: sum(costs.map((cost) => cost ?? 0)), costUnknown: costs.filter((cost) => cost === null).length },
    structuresTotal: instance.candidates.length,
    structures: listed.map((candidate) => showSite(sited, candidate, { rank: rankOf.get(candidate) ?? 0, step: stepOf.get(candidate) ?? null, total: totals, people })),
    curve: curveOf(sited, totals).map((total, structures) => ({ structures, people: total, share: shareOf(total, people) })),
    notCounted: instance.notCounted,
  };
}

/** The same question for the exact solver. */
export function answerSiting(dataset: Dataset, { asked, ...question }: EngineQuestions['siting']['question']): SitingForProof {
  const { instance: { problem, candidates, unit }, chosen, gained } = siteStructures(dataset, question, asked);
  return {
    asked,
    dataVersion: dataset.heading.dataVersion,
    // As long as the list that was shown: what the public does not see must not show in a difference.
    problem: { ...problem, k: Math.min(problem.k, gained.length < chosen.site.length ? gained.length : problem.k) },
    unit,
    list: [...chosen.site].slice(0, gained.length),
    structures: candidates.map(({ structure }) => {
      const { structureId, structureName } = structureHead(dataset, structure);
      return { structureId, structureName };
    }),
  };
}

function siteStructures(dataset: Dataset, question: GapQuestion, asked: WhereNextAsked): Sited {
  return dataset.memory.recall('siting', QUESTIONS_KEPT, JSON.stringify([question, asked]), () => {
    const view = viewGaps(dataset, resolveQuestion(dataset, question));
    const instance = sitingInstance(view, asked);
    const chosen = chooseSites(instance.problem);
    return { view, asked, instance, chosen, gained: shownGains(dataset, peopleGained(instance, chosen)) };
  });
}

/** People that each of the chosen adds to those before it, whatever they weigh. */
function peopleGained({ problem: { reaches: { start, item } }, people }: SitingInstance, { site }: ChosenSites): number[] {
  const seen = new Uint8Array(people.length);
  return Array.from(site, (candidate) => {
    let heads = 0;
    for (const point of item.subarray(start[candidate], start[candidate + 1])) {
      if (seen[point] === 1) continue;
      seen[point] = 1;
      heads += people[point] ?? 0;
    }
    return heads;
  });
}

/** To the public, a step that would tell so few people apart ends the list. */
function shownGains({ heading: { viewer } }: Dataset, gained: number[]): number[] {
  const few = gained.findIndex((heads) => tooFewToShow(viewer, heads));
  return few === -1 ? gained : gained.slice(0, few);
}

/** At least: nothing weighs more than `atMost`. 1 where nothing can be gained. */
const shareOfBest = ({ total, atMost }: ChosenSites): number => (atMost === 0 ? 1 : total / atMost);

/** Candidates by what they weigh alone, most first; equal ones by number. */
const rankAlone = ({ alone }: ChosenSites): number[] => [...alone.keys()].sort((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0) || a - b);

interface Place {
  readonly rank: number;
  readonly step: number | null;
  /** Running totals of people, from none on. */
  readonly total: readonly number[];
  readonly people: number;
}

function showSite(sited: Sited, candidate: number, { rank, step, total, people }: Place): SiteShown {
  const { view: { dataset, judged }, instance } = sited;
  const { structure, need, atLeast } = instance.candidates[candidate] ?? { structure: -1, need: 'other' as const, atLeast: false };
  const { readiness, missing, unknown, evidenceOn } = judged.result(structure);
  const [lng, lat] = [dataset.structures.lng[structure] ?? NaN, dataset.structures.lat[structure] ?? NaN];
  const reached = step === null ? null : (total[step + 1] ?? 0);
  return {
    ...structureHead(dataset, structure),
    lngLat: Number.isFinite(lng) ? [lng, lat] : null,
    need,
    readiness,
    missing: [...missing],
    unknown: [...unknown],
    evidenceOn,
    cost: costOf(sited, candidate),
    alone: shownPeople(dataset.heading.viewer, peopleAlone(instance, candidate)),
    rankAlone: rank,
    atLeast,
    step: step === null ? null : step + 1,
    gained: step === null ? null : (sited.gained[step] ?? 0),
    total: reached,
    share: reached === null ? null : shareOf(reached, people),
    weightedShare: step === null ? null : weightedShare(sited, step + 1),
  };
}

const peopleAlone = ({ problem: { reaches: { start, item } }, people }: SitingInstance, candidate: number): number => sum(item.subarray(start[candidate], start[candidate + 1]), (point) => people[point] ?? 0);

function costOf({ instance, asked }: Sited, candidate: number): number | null {
  const need = instance.candidates[candidate]?.need;
  return need === undefined ? null : (asked.costs[need] ?? null);
}

/** Most people found with so many structures; where something else was sought, or spent, along the list. */
function curveOf({ asked, chosen, gained }: Sited, totals: readonly number[]): readonly number[] {
  return asked.weight === 'people' && asked.budget === null ? [...chosen.curve].slice(0, gained.length + 1) : totals;
}

function weightedShare({ instance: { problem: { weight } }, chosen }: Sited, steps: number): number {
  return shareOf(sum(chosen.gained.subarray(0, steps)), sum(weight));
}

function runningTotals(gained: readonly number[]): number[] {
  const totals = [0];
  for (const heads of gained) totals.push((totals.at(-1) ?? 0) + heads);
  return totals;
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function sum(values: Iterable<number>, of: (value: number) => number = (value) => value): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}
