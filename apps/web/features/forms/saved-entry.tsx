import type { IsoDate } from '#domain/dates';
import type { EntriesAnswer } from '../../api/entries';
import { useAsOf } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { setPageState, usePageState } from '../../state/use-page-state';
import { UndoEntry } from './undo-entry';

interface Props {
  answer: EntriesAnswer;
  /** It may propose something to structures, which somebody has to accept. */
  proposes: boolean;
  /** The day from which it counts; null: it has none of its own. */
  on: IsoDate | null;
  onAgain: () => void;
  onClose: () => void;
}

/** It is stored: what to look at all the same, and the ways on. */
export function SavedEntry({ answer, proposes, on, onAgain, onClose }: Props) {
  const { t } = useCareWords();
  const language = usePageState('lang');
  const format = useFormat();
  const asOf = useAsOf();
  const { importId, repeated, warnings } = answer;
  const later = on !== null && asOf !== null && on > asOf ? on : null;
  return (
    <div className="entry-saved" role="status">
      <p className="entry-saved-title">{t(importId === null ? 'form.known' : 'form.saved')}</p>
      <p>{t(importId === null ? 'form.knownWhy' : repeated ? 'form.savedBefore' : 'form.savedWhere')}</p>
      {later === null || asOf === null ? null : (
        <p>
          {t('form.savedLater', { on: format.date(later), asOf: format.date(asOf) })}{' '}
          <button type="button" className="link-button" onClick={() => { onClose(); setPageState({ asOf: later, ahead: 0 }); }}>
            {t('form.toThatDay')}
          </button>
        </p>
      )}
      {warnings.length === 0 ? null : (
        <ul className="remarks" aria-label={t('form.warnings')}>
          {warnings.map((one, index) => (
            <li key={`${one.code}${String(index)}`} data-severity="warning">
              {one.message[language]}
            </li>
          ))}
        </ul>
      )}
      <div className="care-actions">
        <button type="button" className="button button-main" onClick={onClose}>
          {t('form.done')}
        </button>
        {proposes ? (
          <button type="button" className="button" onClick={() => { onClose(); setPageState({ view: 'care', care: 'proposals' }); }}>
            {t('form.proposals')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={onAgain}>
          {t('form.another')}
        </button>
        {importId === null ? null : <UndoEntry importId={importId} onUndone={onClose} />}
      </div>
    </div>
  );
}
