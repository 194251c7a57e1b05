import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendCommand } from '../../api/client';
import { isRunning, useImports, type ImportListItem } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { useIsOnline } from '../../state/media';
import { useStore } from '../../state/store';
import { setPageState, usePageState } from '../../state/use-page-state';
import { Skeleton } from '../notices/skeleton';
import { SavedMappings } from './saved-mappings';
import { removeUpload, sendAgain, sendWhatTheLineKept, uploads, type Upload } from './uploads';

/** Lines of the history that are shown before somebody asks for more. */
const HISTORY_SHOWN = 40;

const isHistory = ({ state }: ImportListItem): boolean => state === 'applied' || state === 'undone' || state === 'undoing';
/** Good to be stored without a look: everything was understood, and something is new. */
const isPlain = ({ state, accepted, refused }: ImportListItem): boolean => state === 'ready' && refused === 0 && accepted > 0;

/** Files that wait for a decision, then every file that was ever stored. */
export function FileList() {
  const { t } = useDataWords();
  const format = useFormat();
  const { data } = useImports(true);
  const sent = useStore(uploads);
  const [all, setAll] = useState(false);
  const client = useQueryClient();
  const online = useIsOnline();
  useEffect(() => {
    if (online) sendWhatTheLineKept(client);
  }, [client, online]);
  if (data === undefined) return <Skeleton words={t('desk.loading')} rows={4} />;
  const waiting = data.items.filter((item) => !isHistory(item));
  const history = data.items.filter(isHistory).sort((a, b) => (b.appliedAt ?? '').localeCompare(a.appliedAt ?? ''));
  const rest = all ? 0 : Math.max(0, history.length - HISTORY_SHOWN);
  return (
    <>
      {waiting.length + sent.length > 0 ? (
        <section aria-labelledby="waiting-title">
          <h2 id="waiting-title" className="side-title">
            {t('queue.waiting')}
          </h2>
          <ul>
            {waiting.map((item) => (
              <Item key={item.id} item={item} />
            ))}
            {sent.map((upload) => (
              <UploadItem key={upload.key} upload={upload} />
            ))}
          </ul>
          <ApplyAll items={waiting.filter(isPlain)} />
        </section>
      ) : null}
      <section aria-labelledby="history-title">
        <h2 id="history-title" className="side-title">
          {t('queue.history')}
        </h2>
        {history.length === 0 ? <p className="note side-note">{t('queue.historyEmpty')}</p> : null}
        <ul>
          {history.slice(0, history.length - rest).map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
        {rest > 0 ? (
          <button type="button" className="link-button side-note" onClick={() => setAll(true)}>
            {t('queue.more', { count: rest, n: format.count(rest) })}
          </button>
        ) : null}
      </section>
      <SavedMappings />
    </>
  );
}

function Item({ item }: { item: ImportListItem }) {
  const { t } = useDataWords();
  const format = useFormat();
  const open = usePageState('file') === item.id;
  const facts = [
    ...(item.state === 'ready' || isHistory(item) ? [item.accepted > 0 ? t('queue.brings', { count: item.accepted, n: format.count(item.accepted) }) : item.refused > 0 ? null : t('queue.nothingNew')] : []),
    ...(item.refused > 0 ? [t('queue.refusedRows', { count: item.refused, n: format.count(item.refused) })] : []),
    ...(item.exercise ? [t('queue.exercise')] : []),
  ].filter((fact) => fact !== null);
  const moment = item.state === 'undone' ? item.undoneAt : item.appliedAt;
  return (
    <li className="file-item" data-open={open}>
      <button type="button" className="file-button" aria-current={open ? 'true' : undefined} onClick={() => setPageState({ file: item.id, part: null })}>
        <span className="file-name">{item.fileName}</span>
        <span className="file-state" data-state={item.state}>
          {t(`state.${item.state}`)}
        </span>
        <span className="note">{[...(moment === null || !isHistory(item) ? [] : [format.shortDate(moment)]), ...facts].join(' · ')}</span>
      </button>
      {isRunning(item.state) ? <span className="file-progress" aria-hidden="true" /> : null}
    </li>
  );
}

function UploadItem({ upload }: { upload: Upload }) {
  const { t } = useDataWords();
  const client = useQueryClient();
  const format = useFormat();
  const language = usePageState('lang');
  return (
    <li className="file-item">
      <div className="file-button">
        <span className="file-name">{upload.file.name}</span>
        <span className="file-state" data-state={upload.state}>
          {upload.state === 'sending' && upload.sent > 0 ? t('queue.sent', { share: format.percent(upload.sent) }) : t(`queue.${upload.state}`)}
        </span>
        {upload.error === null ? null : <span className="note file-fault">{upload.error.words?.[language] ?? t(upload.error.code === 'network' ? 'queue.lineBroke' : 'act.serverWhy')}</span>}
        <span className="file-item-actions">
          {upload.state === 'notSent' ? (
            <button type="button" className="link-button" onClick={() => sendAgain(client, upload.key)}>
              {t('queue.again')}
            </button>
          ) : null}
          <button type="button" className="link-button" aria-label={t('queue.cancelOf', { name: upload.file.name })} onClick={() => removeUpload(upload.key)}>
            {t('queue.cancel')}
          </button>
        </span>
      </div>
      {upload.state === 'sending' ? <span className="file-progress" aria-hidden="true" /> : null}
    </li>
  );
}

/** Forty files of a month: those that need no look, one after the other, each whole or not at all. */
function ApplyAll({ items }: { items: readonly ImportListItem[] }) {
  const { t } = useDataWords();
  const format = useFormat();
  const client = useQueryClient();
  const apply = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      for (const { id } of items) await sendCommand('POST', `/api/imports/${encodeURIComponent(id)}/apply`, { acceptPartial: false, complete: false });
    },
    onSettled: () => client.invalidateQueries(),
  });
  if (items.length < 2 && !apply.isPending) return null;
  return (
    <button type="button" className="button apply-all" disabled={apply.isPending} onClick={() => apply.mutate()}>
      {apply.isPending ? t('state.applying') : t('queue.applyAll', { count: items.length, n: format.count(items.length) })}
    </button>
  );
}
