import type { ImportAnswer } from '#api/contract/imports';
import { useDataWords } from '../../i18n/data-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../state/store';
import { completeFiles, setComplete } from './complete-files';

/** What earlier files of the same organisations said and this one does not: absent is not ended, unless the partner says so. */
export function MissingPart({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const complete = useStore(completeFiles).has(file.id);
  const { count, records, closed } = file.missing;
  return (
    <>
      <p className="part-intro">
        <Emphasis text={t('missing.intro', { count, n: format.count(count) })} />
      </p>
      {file.state === 'ready' || file.state === 'undone' ? (
        <>
          <p className="note part-intro">{t('missing.unclear')}</p>
          <label className="complete">
            <input type="checkbox" checked={complete} onChange={(event) => setComplete(file.id, event.target.checked)} />
            <span>{t('missing.complete')}</span>
          </label>
        </>
      ) : closed ? (
        <p className="note part-intro">{t('missing.closed')}</p>
      ) : null}
      <ul className="changes">
        {records.map((record) => (
          <li key={record.id} className="change">
            <p className="change-head">
              <strong>{record.label}</strong>
            </p>
            <p className="note">{[t(`kind.${record.recordKind}`), ...(record.areaName === null ? [] : [record.areaName]), record.sourceRow === null ? record.source : t('missing.source', { source: record.source, row: String(record.sourceRow) })].join(' · ')}</p>
          </li>
        ))}
      </ul>
      {records.length > 0 && records.length < count ? <p className="note part-end">{t('missing.firstOf', { n: format.count(records.length), total: format.count(count) })}</p> : null}
    </>
  );
}
