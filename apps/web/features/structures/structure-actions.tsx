import { useTranslation } from 'react-i18next';
import { useImports } from '../../api/imports';
import { setPageState } from '../../state/use-page-state';

const FORMS = [
  ['assess', 'assessment'],
  ['delivery', 'delivery'],
  ['consumption', 'consumption'],
  ['loss', 'loss'],
  ['session', 'session'],
] as const;

/** What a person can add to what is known of this structure; only where the server takes entries. */
export function StructureActions() {
  const { t } = useTranslation();
  const { isSuccess } = useImports(true);
  if (!isSuccess) return null;
  return (
    <div className="structure-actions" role="group" aria-label={t('evidence.actions')}>
      {FORMS.map(([words, form]) => (
        <button key={form} type="button" className={form === 'assessment' ? 'button button-main' : 'button'} onClick={() => setPageState({ form, record: null })}>
          {t(`evidence.${words}`)}
        </button>
      ))}
    </div>
  );
}
