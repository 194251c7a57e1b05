import type { ImportAnswer } from '#api/contract/imports';
import { refusedRowsAddress } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';

type Issue = ImportAnswer['issues'][number];

/** The rows that cannot be taken: reasons counted, the first ones in full, all of them in a file that the partner can correct. */
export function RefusedPart({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const errors = file.issues.filter(({ severity }) => severity === 'error');
  const rows = new Set(errors.map(({ row }) => row)).size;
  if (file.refused === 0) return <p className="note part-empty">{t('refused.none')}</p>;
  if (file.issueGroups.length === 0) return <p className="note part-empty">{t('refused.gone')}</p>;
  return (
    <>
      <div className="refused-file">
        <a className="button button-main" href={refusedRowsAddress(file.id)} download>
          {t('refused.download')}
        </a>
        <p className="note">{t('refused.how')}</p>
      </div>
      <h3 className="part-title">{t('refused.groups')}</h3>
      <Groups file={file} wanted="error" />
      <IssueTable issues={errors} />
      {rows < file.refused ? <p className="note part-end">{t('refused.firstOf', { n: format.count(rows), total: format.count(file.refused) })}</p> : null}
    </>
  );
}

/** Rows that are taken, with what was read otherwise or left aside. */
export function NotesPart({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  return (
    <>
      <p className="note part-intro">{t('notes.intro')}</p>
      <Groups file={file} wanted="other" />
      <IssueTable issues={file.issues.filter(({ severity }) => severity !== 'error')} />
    </>
  );
}

function Groups({ file, wanted }: { file: ImportAnswer; wanted: 'error' | 'other' }) {
  const { t } = useDataWords();
  const format = useFormat();
  const language = usePageState('lang');
  const groups = file.issueGroups.filter(({ severity }) => (severity === 'error') === (wanted === 'error')).sort((a, b) => b.count - a.count);
  return (
    <ul className="issue-groups">
      {groups.map(({ code, message, count, severity }) => (
        <li key={code + severity}>
          <span className="issue-count">{t('notes.times', { count, n: format.count(count) })}</span>
          <span>{message[language]}</span>
        </li>
      ))}
    </ul>
  );
}

function IssueTable({ issues }: { issues: readonly Issue[] }) {
  const { t } = useDataWords();
  const format = useFormat();
  const language = usePageState('lang');
  if (issues.length === 0) return null;
  return (
    <div className="table-scroll" role="region" aria-label={t('refused.groups')} tabIndex={0}>
      <table className="issues">
        <thead>
          <tr>
            <th scope="col">{t('refused.row')}</th>
            <th scope="col">{t('refused.column')}</th>
            <th scope="col">{t('refused.value')}</th>
            <th scope="col">{t('refused.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map(({ row, column, value, expected, message, code }, index) => (
            <tr key={`${code}${String(index)}`}>
              <td className="issue-row">{row === null ? t('refused.whole') : format.count(row)}</td>
              <td>{column}</td>
              <td className="issue-value">{value}</td>
              <td>
                {message[language]}
                {expected === null ? null : <span className="note issue-expected">{t('blocked.expected', { expected })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
