import { useTranslation } from 'react-i18next';
import { useFacets } from '../../api/queries';
import { Slider } from '../../controls/slider';
import { useFormat } from '../../i18n/format';
import { draftDate } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { monthSteps } from './month-steps';

/** The day that the map is about, month by month. The date of the data unless somebody chose another. */
export function DateFilter() {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer } = useDisplayedGaps();
  const { data: facets } = useFacets();
  const draft = useStore(draftDate);
  const held = answer?.parameters.asOf ?? facets?.asOf;
  if (held === undefined) return null;
  const steps = facets ? monthSteps(facets.dateRange.from, facets.dateRange.to, held) : [held];
  const date = draft ?? held;
  const position = Math.max(0, steps.indexOf(date));
  const rest = (at: number) => {
    const chosen = steps[at];
    draftDate.set(null);
    if (chosen !== undefined && chosen !== held) setPageState({ asOf: chosen });
  };
  return (
    <div className="filter">
      <h3 className="filter-label">{t('filters.asOf')}</h3>
      <div className="value-box">
        <button type="button" className="step" aria-label={t('filters.previousMonth')} disabled={position === 0} onClick={() => rest(position - 1)}>
          ‹
        </button>
        <strong className="value">{format.date(date)}</strong>
        <span className="value-note">{t('filters.asOfStep')}</span>
        <button type="button" className="step" aria-label={t('filters.nextMonth')} disabled={position === steps.length - 1} onClick={() => rest(position + 1)}>
          ›
        </button>
      </div>
      <Slider label={t('filters.asOfSlider')} position={position} count={steps.length} valueText={format.date(date)} onMove={(at) => draftDate.set(steps[at] ?? null)} onRest={rest} />
    </div>
  );
}
