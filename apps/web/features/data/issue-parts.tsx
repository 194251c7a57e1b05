import { useState } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { refusedRowsAddress, type IssueOfValue } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';
import './issues.css';

/** Values of one reason that are shown before somebody asks for more. */
const VALUES_SHOWN = 10;

type Reason = ImportAnswer['issueGroups'][number];

/** The rows that cannot be taken: reasons counted, under each the values in question, and all rows in a file that the partner can correct. */
export function RefusedPart({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
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
      <Reasons file={file} wanted="error" total={file.issuesByValue.errors} />
    </>
  );
}

/** Rows that are taken, with what was read otherwise or left aside. */
export function NotesPart({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  return (
    <>
      <p className="note part-intro">{t('notes.intro')}</p>
      <Reasons file={file} wanted="other" total={file.issuesByValue.others} />
    </>
  );
}

function Reasons({ file, wanted, total }: { file: ImportAnswer; wanted: 'error' | 'other'; total: number }) {
  const { t } = useDataWords();
  const format = useFormat();
  const isWanted = ({ severity }: { severity: string }): boolean => (severity === 'error') === (wanted === 'error');
  const reasons = file.issueGroups.filter(isWanted).sort((a, b) => b.count - a.count);
  const values = file.issuesByValue.listed.filter(isWanted);
  return (
    <>
      <ul className="faults">
        {reasons.map((reason) => (
          <OneReason key={reason.code + reason.severity} reason={reason} values={values.filter(({ code, severity }) => code === reason.code && severity === reason.severity)} />
        ))}
      </ul>
      {values.length < total ? <p className="note part-end">{t(wanted === 'error' ? 'refused.firstOf' : 'notes.firstOf', { n: format.count(values.length), total: format.count(total) })}</p> : null}
    </>
  );
}

/** One reason with its values, each once however many rows have it. */
function OneReason({ reason, values }: { reason: Reason; values: readonly IssueOfValue[] }) {
  const { t } = useDataWords();
  const format = useFormat();
  const language = usePageState('lang');
  const [all, setAll] = useState(false);
  const shown = all ? values : values.slice(0, VALUES_SHOWN);
  const rest = values.length - shown.length;
  return (
    <li className="fault">
      <h3 className="fault-head">
        <span className="issue-count">{t('notes.times', { count: reason.count, n: format.count(reason.count) })}</span> <span>{reason.message[language]}</span>
      </h3>
      <ul>
        {shown.map((one, index) => (
          <Value key={`${one.column ?? ''}|${one.value ?? ''}|${String(index)}`} one={one} />
        ))}
      </ul>
      {rest > 0 ? (
        <button type="button" className="link-button fault-more" onClick={() => setAll(true)}>
          {t('refused.more', { count: rest, n: format.count(rest) })}
        </button>
      ) : null}
    </li>
  );
}

function Value({ one }: { one: IssueOfValue }) {
  const { t } = useDataWords();
  const format = useFormat();
  const { column, value, expected, rows, runs } = one;
  const listed = runs.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const spelled = format.list([...runs.map(([from, to]) => (from === to ? String(from) : t('refused.run', { from: String(from), to: String(to) }))), ...(listed < rows ? [t('refused.otherRows', { count: rows - listed, n: format.count(rows - listed) })] : [])]);
  const single = rows === 1 && runs[0] !== undefined ? t('refused.rowOf', { n: String(runs[0][0]) }) : null;
  const head = (
    <>
      <span className="fault-value">{value ?? t('refused.noValue')}</span>
      <span className="note">{[...(column === null ? [] : [column]), ...(expected === null ? [] : [t('blocked.expected', { expected })])].join(' · ')}</span>
      <span className="fault-rows">{rows === 0 ? t('refused.whole') : (single ?? t('refused.rows', { count: rows, n: format.count(rows) }))}</span>
    </>
  );
  if (rows < 2) return <li className="fault-line">{head}</li>;
  return (
    <li>
      <details className="fault-detail">
        <summary className="fault-line">{head}</summary>
        <p className="note">{t('refused.inRows', { list: spelled })}</p>
      </details>
    </li>
  );
}
