import type { Dataset } from '../dataset';
import type { ResolvedQuestion } from '../resolve-question';
import type { Reach } from './reach';
import { reachInSameArea } from './same-area';
import { reachByStraightLine } from './straight-line';

/** Who reaches whom by the metric of a question, on the day that it asks about. */
export function reachOf(dataset: Dataset, { parameters: { reach }, limit }: ResolvedQuestion): Reach {
  switch (reach) {
    case 'sameArea':
      return reachInSameArea(dataset);
    case 'straightLine':
    case 'walkingEstimate':
    case 'travelTime':
      return reachByStraightLine(dataset, limit);
  }
}
