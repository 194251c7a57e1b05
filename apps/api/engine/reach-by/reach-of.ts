import { problemAt } from '../../problem';
import type { Dataset } from '../dataset';
import type { ResolvedQuestion } from '../resolve-question';
import type { Reach } from './reach';
import { reachInSameArea } from './same-area';
import { reachByStraightLine } from './straight-line';
import { reachByTravelTime } from './travel-time';

/** Who reaches whom by the metric of a question, on the day that it asks about. Throws `frictionMissing` for travel time where no surface is loaded. */
export function reachOf(dataset: Dataset, { parameters: { reach }, judging: { at }, limit }: Pick<ResolvedQuestion, 'judging' | 'limit'> & { readonly parameters: Pick<ResolvedQuestion['parameters'], 'reach'> }): Reach {
  switch (reach) {
    case 'sameArea':
      return reachInSameArea(dataset);
    case 'straightLine':
    case 'walkingEstimate':
      return reachByStraightLine(dataset, limit);
    case 'travelTime': {
      if (dataset.surface === null) throw problemAt('frictionMissing', 'reach', 'travelTime', 'straightLine | walkingEstimate | sameArea');
      return reachByTravelTime(dataset, dataset.surface, at, limit);
    }
  }
}
