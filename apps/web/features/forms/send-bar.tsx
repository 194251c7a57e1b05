import { useQueryClient } from '@tanstack/react-query';
import { useCareWords } from '../../i18n/care-words';
import { useIsOnline } from '../../state/media';
import { usePageState } from '../../state/use-page-state';
import { issuesOf, sendWhatWaits, type Sending } from './outbox';

interface Props {
  sending: Sending | null;
  /** Fields that must be filled in and are not. */
  lacks: number;
  /** What is wrong, in sentences. */
  errors: readonly string[];
  /** The person wants to change what waits. */
  onChange: () => void;
}

/** Always in sight: where the entry stands, and the one button that sends it. */
export function SendBar({ sending, lacks, errors, onChange }: Props) {
  const { t } = useCareWords();
  const client = useQueryClient();
  const online = useIsOnline();
  const state = sending?.state ?? null;
  return (
    <footer className="send-bar">
      <SendWords sending={sending} lacks={lacks} errors={errors} online={online} />
      <div className="care-actions">
        {state === 'waiting' && online ? (
          <button type="button" className="button" onClick={() => sendWhatWaits(client)}>
            {t('form.sendNow')}
          </button>
        ) : null}
        {state === 'waiting' && sending?.attempted === false ? (
          <button type="button" className="button" onClick={onChange}>
            {t('form.change')}
          </button>
        ) : null}
        {state === 'waiting' ? null : (
          <button type="submit" className="button button-main" disabled={state === 'sending'}>
            {t(state === 'sending' ? 'form.sending' : online ? 'form.send' : 'form.sendLater')}
          </button>
        )}
      </div>
    </footer>
  );
}

function SendWords({ sending, lacks, errors, online }: Omit<Props, 'onChange'> & { online: boolean }) {
  const { t } = useCareWords();
  const language = usePageState('lang');
  if (sending?.state === 'waiting') {
    return (
      <p role="status" className="send-words" data-state="waiting">
        {t(sending.attempted ? 'form.waitingUnsure' : 'form.waiting')}
      </p>
    );
  }
  if (lacks > 0 || errors.length > 0) {
    return (
      <p role="status" className="send-words" data-state="wrong">
        {[...(lacks > 0 ? [t('form.lacks', { count: lacks, n: String(lacks) })] : []), ...(errors.length > 0 ? [t('form.errors', { count: errors.length, n: String(errors.length) }), errors[0]] : [])].join(' ')}
      </p>
    );
  }
  if (sending?.state === 'refused' && issuesOf(sending.problem).length === 0) {
    return (
      <p role="alert" className="send-words" data-state="wrong">
        {t('form.refused', { why: sending.problem?.words?.[language] ?? t('form.refusedWhy') })}
      </p>
    );
  }
  return (
    <p role="status" className="send-words note">
      {t(online ? 'form.kept' : 'form.offline')}
    </p>
  );
}
