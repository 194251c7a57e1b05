import type { TravelMin } from '#api/contract/travel-time';
import type { ReachMetric } from '#domain/gap-parameters';
import { TRAVEL_TIME_BAND, walkingEstimateMin } from '#domain/units';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';

/** How far something is, as an answer has it. `travelMin`: null where no way is known, or nothing to find one over. */
export interface Away {
  readonly distanceKm: number;
  readonly travelMin: TravelMin | null;
}

/** Distances and durations in words. A modelled time never stands without its band, an estimate never without its name. */
export function useReachWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const reach = usePageState('reach');
  const modelled = (time: TravelMin): string => t('reach.modelled', { modelled: format.duration(time.modelled), upTo: format.duration(time.upTo) });
  const walking = (km: number): string => t('reach.walking', { time: format.duration(walkingEstimateMin(km)) });
  return {
    /** What the metric of the question says first, then the straight line. */
    away: ({ distanceKm, travelMin }: Away): string => {
      if (travelMin !== null) return `${modelled(travelMin)} · ${t('reach.km', { km: format.km(distanceKm) })}`;
      if (reach === 'travelTime') return `${t('reach.noWay')} · ${t('reach.km', { km: format.km(distanceKm) })}`;
      if (reach === 'walkingEstimate') return `${walking(distanceKm)} · ${t('reach.km', { km: format.km(distanceKm) })}`;
      return `${format.km(distanceKm)}\u00a0km`;
    },
    /** The figure of the metric as a sentence begins with it, in bold. */
    brief: ({ distanceKm, travelMin }: Away): string => {
      if (travelMin !== null) return t('reach.brief.modelled', { modelled: format.duration(travelMin.modelled), upTo: format.duration(travelMin.upTo) });
      return reach === 'walkingEstimate' ? t('reach.brief.walking', { time: format.duration(walkingEstimateMin(distanceKm)) }) : t('reach.brief.km', { km: format.km(distanceKm) });
    },
    /** A threshold of a metric: that of the page, unless another is meant. */
    threshold: (threshold: number, metric: ReachMetric = reach): string => (metric === 'sameArea' ? t('filters.thresholdSameArea') : metric === 'straightLine' ? t('filters.thresholdKm', { n: format.count(threshold) }) : format.duration(threshold)),
    /** What a modelled threshold means in reality. */
    band: (minutes: number): string => t('reach.band', { modelled: format.duration(minutes * TRAVEL_TIME_BAND[0]), upTo: format.duration(minutes * TRAVEL_TIME_BAND[1]) }),
  };
}
