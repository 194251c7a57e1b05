import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { draftAhead } from '../../state/moments';
import { setPageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';

/** On the map while it shows a forecast, and in every picture of the screen: it never passes for a fact. */
export function ForecastFlag() {
  const { t } = useTranslation();
  const format = useFormat();
  const { shown } = useDisplayedGaps();
  if (shown === undefined || shown.foretold === null) return null;
  const back = () => {
    draftAhead.set(null);
    setPageState({ ahead: 0 });
  };
  return (
    <div className="forecast-flag">
      <p role="status">{t('ahead.of', { date: format.date(shown.foretold) })}</p>
      <button type="button" className="forecast-back" aria-label={t('ahead.back')} title={t('ahead.back')} onClick={back}>
        ×
      </button>
    </div>
  );
}
