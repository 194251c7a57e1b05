import type { Readiness } from '#domain/readiness';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { changesIn } from '../../state/tried';
import { toggleChange, toggleStructure } from './try-change';
import { usePageState } from '../../state/use-page-state';
import './what-if.css';

/** Tries a structure ready, or not. */
export function TryStructure({ id, readiness }: { id: string; readiness: Readiness }) {
  const { t } = useWhatIfWords();
  const tried = changesIn(usePageState('whatIf')).some(({ kind, target }) => target === id && (kind === 'makeReady' || kind === 'makeNotReady'));
  return (
    <div className="try-buttons">
      <button type="button" className="button" aria-pressed={tried} onClick={() => toggleStructure(id, readiness)}>
        {t(tried ? 'whatIf.tryBack' : readiness === 'ready' ? 'whatIf.tryNotReady' : 'whatIf.tryReady')}
      </button>
    </div>
  );
}

/** Tries a campaign in an area, or the area closed. */
export function TryArea({ code }: { code: string }) {
  const { t } = useWhatIfWords();
  const changes = changesIn(usePageState('whatIf'));
  return (
    <div className="try-buttons">
      {(['addAwareness', 'closeArea'] as const).map((kind) => (
        <button key={kind} type="button" className="button" aria-pressed={changes.some((one) => one.kind === kind && one.target === code)} onClick={() => toggleChange({ kind, target: code })}>
          {t(kind === 'addAwareness' ? 'whatIf.tryAwareness' : 'whatIf.tryClose')}
        </button>
      ))}
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
