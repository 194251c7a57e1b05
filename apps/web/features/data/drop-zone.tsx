import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useDataWords } from '../../i18n/data-words';
import { useIsOnline } from '../../state/media';
import { addFiles } from './uploads';

/** Where files come in: by dropping, or through the browser’s own chooser. */
export function DropZone() {
  const { t } = useDataWords();
  const client = useQueryClient();
  const online = useIsOnline();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="drop-zone" aria-label={t('drop.label')}>
      <p className="drop-title">{t('drop.title')}</p>
      <p className="note">{t('drop.how')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('drop.label')}
        onChange={(event) => {
          addFiles(client, event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <button type="button" className="button button-main" onClick={() => input.current?.click()}>
        {t('drop.choose')}
      </button>
      {online ? null : (
        <p className="file-warning" role="status">
          {t('drop.offline')}
        </p>
      )}
      <p className="note">{t('drop.formats')}</p>
    </section>
  );
}
