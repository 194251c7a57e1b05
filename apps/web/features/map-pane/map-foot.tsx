import { reachMetrics } from '#domain/vocabularies/flags';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { useReachWords } from '../reach/reach-words';
import { useSourceWords } from '../legend/source-words';

/** Disclaimer, sources, dates and parameters, on the map itself: a screenshot carries them. */
export function MapFoot() {
  const { t } = useTranslation();
  const foot = useRef<HTMLDivElement>(null);
  const words = useParameterWords();
  const sources = useSourceWords();
  const { answer } = useDisplayedGaps();
  // The scale bar of the map stands above the foot, however many lines it takes.
  useLayoutEffect(() => {
    const element = foot.current;
    if (!element) return;
    const observer = new ResizeObserver(() => element.parentElement?.style.setProperty('--map-foot', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (answer === undefined) return null;
  return (
    <div ref={foot} className="map-foot">
      <p>{[t('map.disclaimer'), ...words(answer.parameters.asOf), ...sources(answer.sources), ...answer.sources.boundarySources.map((source) => t('map.boundaries', { source })), t('map.credit')].join(' · ')}</p>
    </div>
  );
}

/** The date, the service and the reach that the classes stand on; the threshold is the one on the screen, also while the slider moves. */
export function useParameterWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const says = useReachWords();
  const { answer, shown } = useDisplayedGaps();
  return (asOf: string): string[] => {
    if (answer === undefined || shown === undefined) return [];
    const { reach, service } = answer.parameters;
    const metric = term(reachMetrics, reach).toLowerCase();
    const asked = [t('map.situation', { date: format.date(asOf) }), ...(shown.foretold === null ? [] : [t('ahead.of', { date: format.date(shown.foretold) })]), t(`service.asked.${service}`)];
    if (reach === 'sameArea') return [...asked, metric];
    return [...asked, `${metric}, ${[says.threshold(shown.threshold, reach), ...(reach === 'travelTime' ? [says.band(shown.threshold)] : [])].join(', ')}`];
  };
}
