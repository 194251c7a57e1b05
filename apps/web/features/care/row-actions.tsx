import type { SessionItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import type { FormCode } from '../../state/page-state';
import { setPageState } from '../../state/use-page-state';
import { EnteredLine } from './entered-line';
import { useMayEnter } from './use-may-enter';

interface Props {
  /** The form that corrects the record, and what the button is called; left out: “correct”. */
  form: FormCode;
  record: string;
  label?: string;
  /** The structure that it is about; null: none that is to be seen. */
  structure?: { readonly id: string } | null;
  /** Null: it comes with the tool. */
  entered: SessionItem['entered'] | null;
}

/** The end of a row of a desk: the way to its structure, to its correction, and who said it. */
export function RowActions({ form, record, label, structure = null, entered }: Props) {
  const { t } = useCareWords();
  const mayEnter = useMayEnter();
  return (
    <div className="care-row-actions">
      {structure === null ? null : (
        <button type="button" className="link-button" onClick={() => setPageState({ view: 'gaps', structure: structure.id })}>
          {t('programme.openStructure')}
        </button>
      )}
      {mayEnter ? (
        <button type="button" className="link-button" onClick={() => setPageState({ form, structure: null, record })}>
          {label ?? t('programme.correct')}
        </button>
      ) : null}
      {entered === null ? <span className="note">{t('standard.shipped')}</span> : <EnteredLine entered={entered} />}
    </div>
  );
}
