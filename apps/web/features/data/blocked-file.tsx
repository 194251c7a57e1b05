import type { ImportAnswer } from '#api/contract/imports';
import { useDataWords } from '../../i18n/data-words';
import { usePageState } from '../../state/use-page-state';

/** A file that cannot be taken as it is: which column, why, and what to send instead. */
export function BlockedFile({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const language = usePageState('lang');
  const errors = file.issues.filter(({ severity }) => severity === 'error');
  const caseData = errors.filter(({ code }) => code === 'caseDataRefused');
  const several = errors.some(({ code }) => code === 'severalSheets');
  if (caseData.length > 0) {
    const columns = caseData.map(({ column }) => column).filter((column) => column !== null);
    return (
      <div className="blocked" role="alert">
        <h3>{t('blocked.caseTitle')}</h3>
        {columns.length > 0 ? <p>{t('blocked.caseWhy', { columns: columns.join(', ') })}</p> : null}
        <p>{t('blocked.caseDo')}</p>
        <p className="note">{t('blocked.kept')}</p>
      </div>
    );
  }
  if (several) {
    return (
      <div className="blocked" role="alert">
        <h3>{t('options.severalTitle')}</h3>
        <p>{t('options.several')}</p>
      </div>
    );
  }
  return (
    <div className="blocked" role="alert">
      <h3>{t('blocked.title')}</h3>
      <ul>
        {errors.map(({ code, message, column, value, expected }, index) => (
          <li key={`${code}${String(index)}`}>
            {message[language]}{' '}
            <span className="note">{[column === null ? null : t('blocked.column', { column }), value === null ? null : t('blocked.found', { value }), expected === null ? null : t('blocked.expected', { expected })].filter((one) => one !== null).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <p className="note">{t('blocked.kept')}</p>
    </div>
  );
}
