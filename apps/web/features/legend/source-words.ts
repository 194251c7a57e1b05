import { useTranslation } from 'react-i18next';
import type { GapsAnswer } from '#api/contract/gaps';
import { useFormat } from '../../i18n/format';
import { useSurfaceWords } from '../reach/surface-words';

type Demand = GapsAnswer['sources']['demand'];

/** What the numbers stand on, short enough for the edge of a map: reports with their dates, population, how people are placed, what travel times are modelled over. */
export function useSourceWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const surfaceWords = useSurfaceWords();
  return (sources: GapsAnswer['sources'], demand: Demand = sources.demand): string[] => [
    ...sources.initiativeSources.map(({ source, reportedOn }) => (reportedOn === null ? source : t('map.reported', { source, date: format.date(reportedOn) }))),
    ...(sources.populationSources.length === 0 ? [] : [[t('map.population', { source: format.list(sources.populationSources) }), ...(demand === 'none' ? [] : [t(`map.${demand}`)])].join(', ')]),
    ...(sources.surface === null ? [] : [surfaceWords(sources.surface)]),
  ];
}
