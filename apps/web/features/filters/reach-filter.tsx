import { THRESHOLD_STEPS } from '#domain/gap-defaults';
import type { ReachMetric } from '#domain/gap-parameters';
import { walkingEstimateKm, walkingEstimateMin } from '#domain/units';
import { reachMetrics } from '#domain/vocabularies/flags';
import { useTranslation } from 'react-i18next';
import { useSurface } from '../../api/reach';
import { Slider } from '../../controls/slider';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { draftThreshold } from '../../state/moments';
import { thresholdOf } from '../../state/question';
import { useStore } from '../../state/store';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { useReachWords } from '../reach/reach-words';
import { SurfaceMissing } from '../reach/surface-missing';
import { nearestStep } from './nearest-step';

/** How far care may be. Every move of the slider recolours the map from the sweep; the exact answer is asked for when it rests. */
export function ReachFilter() {
  const { t } = useTranslation();
  const term = useTerm();
  const { askSweep } = useDisplayedGaps();
  const reach = usePageState('reach');
  const set = usePageState('threshold');
  const draft = useStore(draftThreshold);
  const threshold = draft ?? thresholdOf(reach, set);
  const steps: readonly number[] = THRESHOLD_STEPS[reach];
  const position = nearestStep(steps, threshold);
  const says = useReachWords();
  const surface = useSurface();
  const words = says.threshold(threshold);
  const rest = (at: number) => {
    const chosen = steps[at];
    const moved = draftThreshold.get() !== null;
    draftThreshold.set(null);
    if (moved && chosen !== undefined) setPageState({ threshold: chosen });
  };
  return (
    <div className="filter">
      <h3 className="filter-label">{t('filters.reach')}</h3>
      <div className="value-box">
        <strong className="value" data-testid="threshold">
          {words}
        </strong>
        <select className="value-select" aria-label={t('filters.reachMetric')} value={reach} onChange={(event) => setPageState({ reach: event.target.value as ReachMetric, threshold: null })}>
          {reachMetrics.codes.map((code) => (
            <option key={code} value={code} disabled={code === 'travelTime' && surface === null}>
              {term(reachMetrics, code)}
            </option>
          ))}
        </select>
      </div>
      <Slider label={t('filters.threshold')} position={position} count={steps.length} valueText={words} onTouch={askSweep} onMove={(at) => draftThreshold.set(steps[at] ?? null)} onRest={rest} />
      <ThresholdNote reach={reach} threshold={threshold} />
      {surface === null ? <SurfaceMissing /> : null}
    </div>
  );
}

/** What the threshold amounts to by another measure, or in reality. */
function ThresholdNote({ reach, threshold }: { reach: ReachMetric; threshold: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const says = useReachWords();
  switch (reach) {
    case 'straightLine':
      return <p className="note">{t('filters.walking', { time: format.duration(walkingEstimateMin(threshold)) })}</p>;
    case 'walkingEstimate':
      return <p className="note">{t('filters.straight', { n: format.km(walkingEstimateKm(threshold)) })}</p>;
    case 'travelTime':
      return <p className="note">{says.band(threshold)}</p>;
    case 'sameArea':
      return null;
  }
}
