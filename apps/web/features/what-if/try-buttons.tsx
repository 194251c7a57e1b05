import { gapClasses } from '#domain/vocabularies/flags';
import type { Readiness } from '#domain/readiness';
import { useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { changesIn } from '../../state/tried';
import { toggleChange, toggleStructure } from './try-change';
import { usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import './what-if.css';

/** Tries a structure ready, or not; says where it is tried already. */
export function TryStructure({ id, readiness }: { id: string; readiness: Readiness }) {
  const { t } = useWhatIfWords();
  const tried = changesIn(usePageState('whatIf')).some(({ kind, target }) => target === id && (kind === 'makeReady' || kind === 'makeNotReady'));
  return (
    <div className="try-buttons">
      <button type="button" className="button" aria-pressed={tried} onClick={() => toggleStructure(id, readiness)}>
        {t(tried ? 'whatIf.tryBack' : readiness === 'ready' ? 'whatIf.tryNotReady' : 'whatIf.tryReady')}
      </button>
      {tried ? <p className="note">{t('whatIf.todayStructure')}</p> : null}
    </div>
  );
}

/** Tries a campaign in an area, or the area closed; says what the area becomes under all that is tried. */
export function TryArea({ code }: { code: string }) {
  const { t } = useWhatIfWords();
  const term = useTerm();
  const changes = changesIn(usePageState('whatIf'));
  const { answer, tried, shown } = useDisplayedGaps();
  const today = answer?.areas.find((area) => area.code === code)?.class ?? null;
  const becomes = tried?.changedAreas.find((area) => area.code === code)?.to ?? today;
  return (
    <div className="try-buttons">
      {(['addAwareness', 'closeArea'] as const).map((kind) => (
        <button key={kind} type="button" className="button" aria-pressed={changes.some((one) => one.kind === kind && one.target === code)} onClick={() => toggleChange({ kind, target: code })}>
          {t(kind === 'addAwareness' ? 'whatIf.tryAwareness' : 'whatIf.tryClose')}
        </button>
      ))}
      {shown?.tried === 'shown' ? <p className="note">{becomes === null || becomes === today ? t('whatIf.todayUnchanged') : t('whatIf.today', { class: term(gapClasses, becomes) })}</p> : null}
    </div>
  );
}

/** Tries an initiative stopped. */
export function TryStop({ id }: { id: string }) {
  const { t } = useWhatIfWords();
  const tried = changesIn(usePageState('whatIf')).some(({ kind, target }) => kind === 'stopInitiative' && target === id);
  return (
    <button type="button" className="link-button" aria-pressed={tried} onClick={() => toggleChange({ kind: 'stopInitiative', target: id })}>
      {t(tried ? 'whatIf.tryBack' : 'whatIf.tryStop')}
    </button>
  );
}
