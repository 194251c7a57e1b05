import { addDays } from '#domain/calendar';
import { FORECAST_DAYS } from '#domain/gap-defaults';
import { useTranslation } from 'react-i18next';
import { Slider } from '../../controls/slider';
import { useFormat } from '../../i18n/format';
import { draftAhead } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { nearestStep } from './nearest-step';

/** How many days ahead, from the day of the evidence. Every move recolours the map from the forecast; the exact answer is asked for when it rests. */
export function ForecastFilter() {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer, askForecast } = useDisplayedGaps();
  const set = usePageState('ahead');
  const asOf = usePageState('asOf');
  const draft = useStore(draftAhead);
  if (answer === undefined) return null;
  const from = answer.parameters.asOf;
  const held = asOf === null ? 0 : set;
  const ahead = draft ?? held;
  const words = ahead === 0 ? t('ahead.none') : format.date(addDays(from, ahead));
  const rest = (position: number) => {
    const days = FORECAST_DAYS[position];
    draftAhead.set(null);
    // A forecast stands on a day: choosing one keeps that day in the address.
    if (days !== undefined && days !== held) setPageState(days === 0 ? { ahead: 0 } : { ahead: days, asOf: from });
  };
  return (
    <div className="filter">
      <h3 className="filter-label" title={t('ahead.means')}>
        {t('ahead.label')}
      </h3>
      <div className="value-box" data-forecast={ahead > 0}>
        <strong className="value" data-testid="ahead">
          {words}
        </strong>
        <span className="value-note">{ahead === 0 ? null : t('ahead.days', { n: format.count(ahead) })}</span>
      </div>
      <Slider label={t('ahead.slider')} position={nearestStep(FORECAST_DAYS, ahead)} count={FORECAST_DAYS.length} valueText={words} onTouch={askForecast} onMove={(position) => draftAhead.set(FORECAST_DAYS[position] ?? null)} onRest={rest} />
    </div>
  );
}
