import { classify, type PointCare } from '#analysis/classify';
import type { GapView } from './gap-view';
import { raisesAwareness, reportsCare } from './initiatives';
import type { Judged } from './judged';
import type { AreaRef } from './levels';
import { missionCareWhere } from './mission-reach';
import { withMissions } from './point-care';
import { pointsOfAreas } from './points-of-areas';
import { regionsWhenClosed } from './reach-by/closed';
import type { ResolvedChanges } from './resolve-changes';
import { READINESS } from './structures';

/** The view with the changes tried out: classes, people and readiness follow; what else it holds is as it was. Nothing of the view itself is changed. */
export function tryChanges(view: GapView, changes: ResolvedChanges): GapView {
  const { level, question } = view;
  const judged = judgedWith(view.judged, changes);
  const care = careWith(view, judged, changes);
  return { ...view, judged, care, classification: classify(level, care, { threshold: view.reach.limit, theta: question.parameters.theta }) };
}

/** The same judgement with some structures made ready, or not: what they lack follows. What it says criterion by criterion stays: nobody changed the evidence. */
function judgedWith(judged: Judged, { ready, notReady }: ResolvedChanges): Judged {
  if (ready.length === 0 && notReady.length === 0) return judged;
  const [level, readiness, almost] = [judged.level.slice(), judged.readiness.slice(), judged.almost.slice()];
  const set = (numbers: readonly number[], to: number): void => {
    for (const number of numbers) {
      if (level[number] === to) continue;
      level[number] = to;
      readiness[number] = to;
      almost[number] = 0;
    }
  };
  set(ready, READINESS.ready);
  set(notReady, READINESS.notReady);
  const supposed = new Map([...ready.map((number) => [number, 'ready'] as const), ...notReady.map((number) => [number, 'notReady'] as const)]);
  return {
    ...judged,
    key: `${judged.key} ready ${ready.join(' ')} notReady ${notReady.join(' ')}`,
    level,
    readiness,
    almost,
    result(structure) {
      const [found, is] = [judged.result(structure), supposed.get(structure)];
      return is === undefined ? found : { ...found, readiness: is, missing: is === 'ready' ? [] : found.missing, unknown: [] };
    },
  };
}

function careWith(view: GapView, is: Judged, changes: ResolvedChanges): PointCare {
  const { dataset, care, question, reach, judged: was } = view;
  const { closed } = changes;
  const [aware, reported] = [awareWith(view, changes), reportedWith(view, changes)];
  if (is === was && closed.length === 0) return { ...care, aware, reported };
  const around = withMissions(dataset, question, reach, reach.distancesTried(care, { was, is, closed }));
  return { aware, reported, ...around, ...(closed.length === 0 ? {} : { readyHere: missionsBehindBorders(view, closed) }) };
}

/** Teams too do not cross a closed border, whatever the metric; one without a point is where its area is. */
function missionsBehindBorders({ dataset, question: { judging }, reach }: GapView, closed: readonly AreaRef[]): Uint8Array {
  const regions = regionsWhenClosed(dataset, closed);
  const first = dataset.structures.rows.length;
  return missionCareWhere(dataset, judging, reach, (mission, point) => regions?.ofSite[first + mission] === regions?.ofPoint[point]).ready;
}

/** Who hears of care: a campaign more, some initiatives less. Footprints may lie over each other, so that what is left is marked anew. */
function awareWith({ dataset, care, question: { parameters: { service }, window } }: GapView, { announced, stopped }: ResolvedChanges): Uint8Array {
  const { initiatives, levels } = dataset;
  if (announced.length === 0 && stopped.size === 0) return care.aware;
  const left = stopped.size === 0 ? care.aware.slice() : pointsOfAreas(dataset, initiatives.all.filter((one, number) => !stopped.has(number) && raisesAwareness(one, service, window)).flatMap(({ footprint }) => footprint));
  pointsOfAreas(dataset, announced.map((area) => levels.holder(area))).forEach((yes, point) => {
    if (yes === 1) left[point] = 1;
  });
  return left;
}

function reportedWith({ dataset, care, question: { parameters: { service, evidence }, asOfDay } }: GapView, { stopped }: ResolvedChanges): Uint8Array {
  if (stopped.size === 0 || evidence === 'assessed') return care.reported;
  return pointsOfAreas(dataset, dataset.initiatives.all.filter((one, number) => !stopped.has(number) && reportsCare(one, service, asOfDay)).flatMap(({ footprint }) => footprint));
}
