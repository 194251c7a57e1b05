import { distanceKm } from '#analysis/sphere';
import type { CheckAnswer } from '../../contract/check';
import { byText } from '../by-text';
import { roundKm } from '../gap-area';
import type { GapView } from '../gap-view';
import type { AskedPlan } from '../messages';
import { areasReached } from '../mission-reach';
import { missionShown } from '../missions-around';
import type { PlanPlace } from './plan-place';

/** Missions of the service that reach an area of the plan on one of its days, the first to come first. Their phase is that of the plan’s first day. */
export function missionsOfPlan({ dataset, question: { judging }, reach }: GapView, plan: AskedPlan, { base, centre }: PlanPlace): CheckAnswer['missions'] {
  const wanted = new Set(base);
  return dataset.missions
    .flatMap((mission, number): CheckAnswer['missions'] => {
      const { record, lngLat } = mission;
      if (record.service !== judging.service || record.start > plan.to || record.end < plan.from) return [];
      if (!areasReached(dataset, number, dataset.base, reach).some((area) => wanted.has(area))) return [];
      return [{ ...missionShown(dataset, mission, judging), distanceKm: lngLat === null || centre === null ? null : roundKm(distanceKm(centre[0], centre[1], lngLat[0], lngLat[1])) }];
    })
    .sort((a, b) => byText(a.start, b.start) || byText(a.id, b.id));
}
