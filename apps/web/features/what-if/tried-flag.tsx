import { useWhatIfWords } from '../../i18n/what-if-words';
import { NOTHING_TRIED } from '../../state/tried';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import './what-if.css';

/** On the map, and so in every picture of the screen: the way into what if; then whether the map shows what is tried or today. */
export default function TriedFlag() {
  const { t } = useWhatIfWords();
  const whatIf = usePageState('whatIf');
  const { shown } = useDisplayedGaps();
  if (whatIf === null) {
    return (
      <button type="button" className="button what-if-start" title={t('whatIf.startMeans')} onClick={() => setPageState({ whatIf: NOTHING_TRIED })}>
        {t('whatIf.start')}
      </button>
    );
  }
  const state = shown?.tried ?? null;
  const words = state === null ? null : t(state === 'shown' ? 'whatIf.notFact' : state === 'today' ? 'whatIf.flagToday' : state === 'failed' ? 'whatIf.failed' : 'whatIf.flagWaiting');
  return (
    <>
      <div className="tried-frame" data-tried={state ?? 'none'} aria-hidden="true" />
      {words === null ? null : <p className="tried-flag" data-tried={state}>{words}</p>}
    </>
  );
}
