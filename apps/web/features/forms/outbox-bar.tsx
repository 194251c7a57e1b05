import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCareWords } from '../../i18n/care-words';
import { said } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState, usePageState } from '../../state/use-page-state';
import { outbox, sendWhatWaits, takeOut } from './outbox';
import './forms.css';

/** Entries that wait on this device: said on every screen, sent when the line is back. */
export default function OutboxBar() {
  const { t } = useCareWords();
  const client = useQueryClient();
  const open = usePageState('form') !== null;
  const entries = useStore(outbox);
  useEffect(() => {
    const send = () => sendWhatWaits(client);
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [client]);
  // What its own form does not show any more is said here, once.
  const arrived = open ? undefined : entries.find(({ state }) => state === 'saved');
  useEffect(() => {
    if (arrived === undefined) return;
    said.set(t('form.outboxSaved', { title: arrived.title }));
    takeOut(arrived.draftId);
  }, [arrived, t]);
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  const refused = entries.find(({ state }) => state === 'refused');
  if (open || (waiting === 0 && refused === undefined)) return null;
  return (
    <p className="offline outbox" role="status">
      {refused === undefined ? t('form.outboxWaiting', { count: waiting, n: String(waiting) }) : t('form.outboxRefused', { title: refused.title })}{' '}
      {refused === undefined ? null : (
        <button type="button" className="link-button" onClick={() => setPageState(refused.place)}>
          {t('form.outboxOpen')}
        </button>
      )}
    </p>
  );
}
