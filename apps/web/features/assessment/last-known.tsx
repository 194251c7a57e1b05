import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';

interface Props {
  /** What was known last, in words; null: nobody has ever said it. */
  known: { readonly words: string; readonly on: string; readonly source: string } | null;
  /** It is the answer already. */
  same: boolean;
  onSame: () => void;
}

/** What was known last of a question, and one tap to say that it is still so. */
export function LastKnown({ known, same, onSame }: Props) {
  const { t } = useCareWords();
  const format = useFormat();
  if (known === null) return null;
  return (
    <p className="last-known note">
      <span>{t('assessment.lastKnown', { what: known.words, date: format.shortDate(known.on), source: known.source })}</span>
      {same ? (
        <span className="last-same">{t('assessment.same')}</span>
      ) : (
        <button type="button" className="chip chip-button" onClick={onSame}>
          {t('assessment.stillSo')}
        </button>
      )}
    </p>
  );
}
