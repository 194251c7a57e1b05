import { useTranslation } from 'react-i18next';
import { useCoverage } from '../../api/programmes';
import { chosenTrained } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState } from '../../state/use-page-state';
import { TrainedFigures } from './trained-figures';
import { useTrainedWords } from './use-trained';

/** On the map while it shows sessions: whose, when, who says so, and the figures of the province that was touched. */
export function TrainedCard() {
  const { t } = useTranslation();
  const words = useTrainedWords();
  const { isError } = useCoverage();
  const code = useStore(chosenTrained);
  const close = () => {
    chosenTrained.set(null);
    setPageState({ trained: null });
  };
  return (
    <div className="trained-card">
      <div role="status">
        {words === null ? (
          <span>{t(isError ? 'trained.failed' : 'trained.loading')}</span>
        ) : (
          <>
            <strong>{words.title}</strong>
            <span>{words.period}</span>
            <span className="note">{words.sources ?? t('trained.none')}</span>
          </>
        )}
        {code === null ? null : (
          <div className="trained-here">
            <TrainedFigures code={code} />
          </div>
        )}
      </div>
      <button type="button" className="forecast-back" aria-label={t('trained.close')} title={t('trained.close')} onClick={close}>
        ×
      </button>
    </div>
  );
}
