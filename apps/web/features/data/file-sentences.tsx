import type { ImportAnswer } from '#api/contract/imports';
import { useDataWords } from '../../i18n/data-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';

/** The account of the file: sentences first, then records by kind, then the sum that must come out. */
export function FileSentences({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const { rows, accepted, unchanged, refused, repeated } = file;
  // Rows that repeat another one of the file are not there already: it may be refused.
  const known = Math.max(0, unchanged - repeated);
  const n = (count: number) => ({ count, n: format.count(count) });
  const done = file.state === 'applied' || file.state === 'undoing';
  const records = file.records.filter(({ added, changed, unchanged: same }) => added + changed + same > 0);
  return (
    <div className="sentences">
      <p className="sentence">
        <Emphasis text={accepted > 0 ? t('file.brings', n(accepted)) : refused === 0 ? t('file.bringsNothing') : unchanged === 0 ? t('file.bringsNone', n(refused)) : t('file.bringsNoOther', n(refused))} />
      </p>
      {refused > 0 && accepted > 0 ? (
        <p className="sentence-refused">
          <Emphasis text={t('file.refused', n(refused))} />
        </p>
      ) : null}
      {known > 0 ? (
        <p>
          <Emphasis text={t('file.unchanged', n(known))} />
        </p>
      ) : null}
      {repeated > 0 ? (
        <p>
          <Emphasis text={t('file.repeated', n(repeated))} />
        </p>
      ) : null}
      {records.length > 0 ? (
        <table className="records">
          <caption>{t(done ? 'file.recordsDone' : 'file.records')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('file.added')}</th>
              <th scope="col">{t('file.changed')}</th>
              <th scope="col">{t('file.same')}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ recordKind, added, changed, unchanged: same }) => (
              <tr key={recordKind}>
                <th scope="row">{t(`kinds.${recordKind}`)}</th>
                <Count value={added} />
                <Count value={changed} />
                <Count value={same} />
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="note">{t('file.account', { count: rows, rows: format.count(rows), accepted: format.count(accepted), unchanged: format.count(unchanged), refused: format.count(refused) })}</p>
    </div>
  );
}

function Count({ value }: { value: number }) {
  const format = useFormat();
  return <td data-zero={value === 0}>{format.count(value)}</td>;
}

