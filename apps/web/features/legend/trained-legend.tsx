import { useTranslation } from 'react-i18next';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useTrainedWords } from '../map-pane/use-trained';

/** Puts sessions on the map, of the group that their desk shows, or takes them off. */
export function TrainedSwitch() {
  const { t } = useTranslation();
  const trained = usePageState('trained');
  const group = usePageState('coverGroup');
  return (
    <label className="legend-layer">
      <input type="checkbox" checked={trained !== null} onChange={() => setPageState({ trained: trained === null ? (group ?? 'all') : null })} />
      {t('trained.label')}
    </label>
  );
}

/** The figures of sessions, while they are drawn: whose they are, and what their outlines and signs say. */
export function TrainedLegend() {
  const { t } = useTranslation();
  const words = useTrainedWords();
  if (words === null) return null;
  return (
    <>
      <h3 className="filter-label legend-missions">{t('trained.label')}</h3>
      <ul className="legend-trained">
        <li>
          <span className="trained-sign" aria-hidden="true" />
          {words.title}
        </li>
        <li>
          <span className="trained-sign" data-without="true" aria-hidden="true" />
          {words.without}
        </li>
      </ul>
      <p className="note">{[words.period, words.sources].filter((part) => part !== null).join('. ')}</p>
      <p className="note">{t('trained.signs')}</p>
      {words.nowhere === null ? null : <p className="note">{words.nowhere}</p>}
      <button type="button" className="text-link" onClick={() => setPageState({ view: 'care', care: 'sessions' })}>
        {t('trained.desk')}
      </button>
    </>
  );
}
