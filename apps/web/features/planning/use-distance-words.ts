import type { TravelMin } from '#api/contract/travel-time';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { usePageState } from '../../state/use-page-state';
import { useReachWords } from '../reach/reach-words';

interface FromPlan {
  /** Null: nobody knows where it is. */
  readonly distanceKm: number | null;
  readonly travelMin: TravelMin | null;
}

/** How far something is from a plan, by the metric that is asked: minutes are named as what they are, and the straight line stands beside them. */
export function useDistanceWords(): (from: FromPlan) => string {
  const { t } = usePlanWords();
  const format = useFormat();
  const words = useReachWords();
  const reach = usePageState('reach');
  return ({ distanceKm, travelMin }) => {
    if (distanceKm === null) return t('ready.unplaced');
    return reach === 'travelTime' || reach === 'walkingEstimate' ? words.away({ distanceKm, travelMin }) : t('ready.distance', { km: format.km(distanceKm) });
  };
}
