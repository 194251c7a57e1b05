import { useTranslation } from 'react-i18next';
import type { LngLat } from '#domain/units';
import { useNearest } from '../../api/reach';
import { touchedPoint } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState } from '../../state/use-page-state';
import { lookFrom } from './look-from';
import { NearestSentence } from './nearest-sentence';
import { usePointWords } from './point-words';
import './reach.css';

/** A point that was touched, on the map: offers to look for care from there. */
export function TouchedCard() {
  const { t } = useTranslation();
  const says = usePointWords();
  const touched = useStore(touchedPoint);
  if (touched === null) return null;
  return (
    <div className="chosen-card touched-card">
      <span className="note">{t('from.touched', { at: says(touched) })}</span>
      <FromHere />
    </div>
  );
}

/** The way from what was touched to the care around it. */
export function FromHere() {
  const { t } = useTranslation();
  const touched = useStore(touchedPoint);
  if (touched === null) return null;
  return (
    <button type="button" className="button" onClick={() => lookFrom(touched)}>
      {t('from.here')}
    </button>
  );
}

/** On a phone, where the list is elsewhere: the answer from a point in one sentence, over the map that draws the way. */
export function FromCard({ from }: { from: LngLat }) {
  const { t } = useTranslation();
  const { data, error } = useNearest(from);
  return (
    <div className="chosen-card from-card" role="status">
      <p>{data ? <NearestSentence ready={data.ready} /> : t(error === null ? 'from.loading' : 'notices.failedTitle')}</p>
      <div className="from-card-buttons">
        <button type="button" className="button button-main" onClick={() => setPageState({ tab: 'list' })}>
          {t('from.details')}
        </button>
        <button type="button" className="button" aria-label={t('from.close')} onClick={() => setPageState({ from: null })}>
          ×
        </button>
      </div>
    </div>
  );
}
