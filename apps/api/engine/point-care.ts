import type { PointCare } from '#analysis/classify';
import type { Dataset } from './dataset';
import { raisesAwareness, reportsCare } from './initiatives';
import { judgedOn, judgingKey } from './judged';
import { missionCare } from './mission-reach';
import { pointsOfAreas } from './points-of-areas';
import type { Distances } from './reach-by/distances';
import type { Reach } from './reach-by/reach';
import type { ResolvedQuestion } from './resolve-question';

/** A change of the day asks for new ones; moving the threshold, θ or the window does not. */
const DAYS_KEPT = 12;

/** What is known at each demand point, for one question. */
export function pointCare(dataset: Dataset, question: ResolvedQuestion, reach: Reach): PointCare {
  const { memory, initiatives } = dataset;
  const { service, asOf, awarenessMonths, evidence } = question.parameters;
  const aware = memory.recall('aware', DAYS_KEPT, `${service} ${asOf} ${awarenessMonths}`, () =>
    pointsOfAreas(dataset, initiatives.all.filter((one) => raisesAwareness(one, service, question.window)).flatMap((one) => one.footprint)));
  const reported = memory.recall('reported', DAYS_KEPT, `${service} ${asOf} ${evidence}`, () =>
    pointsOfAreas(dataset, evidence === 'assessed' ? [] : initiatives.all.filter((one) => reportsCare(one, service, question.asOfDay)).flatMap((one) => one.footprint)));
  const distances = memory.recall('distances', DAYS_KEPT, `${judgingKey(question.judging)} ${reach.key}`, () => reach.distances(judgedOn(dataset, question.judging)));
  return { aware, reported, ...withMissions(dataset, question, reach, distances) };
}

/** The same with what missions give on the day: ready where a team is, whatever the threshold. */
export function withMissions(dataset: Dataset, { judging }: ResolvedQuestion, reach: Reach, distances: Distances): Omit<PointCare, 'aware' | 'reported'> {
  const { ready, somewhere } = missionCare(dataset, judging, reach);
  return { ...distances, readyHere: ready, unknownHere: eitherOf(distances.unknownHere, somewhere) };
}

const eitherOf = (a: Uint8Array, b: Uint8Array | null): Uint8Array => (b === null ? a : a.map((value, point) => value | (b[point] ?? 0)));
