import { useState } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import type { RecordChange } from '../../api/imports';
import { Segmented } from '../../controls/segmented';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { useFieldLabel, useFieldValue } from './field-label';
import { useReasonWords } from './reason-words';
import { partCounts } from './part-counts';

const FILTERS = ['all', 'changed', 'added'] as const;
/** Which file says it: another one each month, and no change of what is said. */
const SOURCE = 'source';
/** Has no text that could be compared. */
const OUTLINE = 'geometry';

/** What would be stored: the changed records field by field, then the new ones. */
export function ChangesPart({ file, row, onRow }: { file: ImportAnswer; row: number | null; onRow: (row: number | null) => void }) {
  const { t } = useDataWords();
  const format = useFormat();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const { changes } = file.preview;
  const total = partCounts(file).changes;
  if (total === 0) return <p className="note part-empty">{t(file.state === 'applied' ? 'changes.noneApplied' : 'changes.none')}</p>;
  // What changes something that is there is read first: a new record hurts nobody.
  const ordered = [...changes.filter(({ change }) => change === 'changed'), ...changes.filter(({ change }) => change === 'added')];
  const shown = ordered.filter(({ change }) => filter === 'all' || change === filter);
  const both = changes.some(({ change }) => change === 'changed') && changes.some(({ change }) => change === 'added');
  return (
    <>
      {both ? (
        <div className="part-tools">
          <Segmented quiet label={t('changes.only')} options={FILTERS.map((code) => ({ code, label: t(`changes.${code}`) }))} chosen={filter} onChoose={setFilter} />
        </div>
      ) : null}
      <ul className="changes">
        {shown.map((change, index) => (
          <Change key={`${change.recordKind}${String(change.row)}${String(index)}`} change={change} marked={change.row !== null && change.row === row} onRow={onRow} />
        ))}
      </ul>
      {changes.length > 0 && changes.length < total ? <p className="note part-end">{t('changes.firstOf', { n: format.count(changes.length), total: format.count(total) })}</p> : null}
    </>
  );
}

function Change({ change, marked, onRow }: { change: RecordChange; marked: boolean; onRow: (row: number | null) => void }) {
  const { t } = useDataWords();
  const format = useFormat();
  const reasonWords = useReasonWords();
  const { recordKind, label, areaName, fields, matchedTo, row } = change;
  const facts = [t(`kind.${recordKind}`), ...(areaName === null ? [] : [areaName]), row === null ? t('changes.noRow') : t('changes.row', { n: String(row) })];
  const said = fields.filter(({ field }) => field !== SOURCE);
  const source = fields.find(({ field }) => field === SOURCE);
  return (
    <li className="change" data-change={change.change} data-marked={marked} onPointerEnter={() => onRow(row)} onPointerLeave={() => onRow(null)}>
      <p className="change-head">
        <span className="change-sign" data-change={change.change}>
          {t(change.change === 'added' ? 'changes.new' : 'changes.change')}
        </span>
        <strong>{label}</strong>
      </p>
      <p className="note">{facts.join(' · ')}</p>
      {matchedTo === null ? null : <p className="note">{t('changes.matched', { label: matchedTo.label, source: matchedTo.source, score: format.percent(matchedTo.score), reasons: reasonWords(matchedTo.reasons) })}</p>}
      {said.length > 0 ? <FieldTable change={change} fields={said} /> : null}
      {source === undefined ? null : <p className="note">{t(said.length > 0 ? 'changes.source' : 'changes.sourceOnly', { before: source.before ?? '—', after: source.after ?? '—' })}</p>}
    </li>
  );
}

function FieldTable({ change, fields }: { change: RecordChange; fields: RecordChange['fields'] }) {
  const { t } = useDataWords();
  const fieldLabel = useFieldLabel();
  const fieldValue = useFieldValue();
  const value = (field: string, text: string): string => (field === OUTLINE ? t('changes.drawn') : fieldValue(change.recordKind, field, text));
  return (
    <table className="fields" aria-label={t('changes.label', { label: change.label })}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('changes.field')}</th>
          <th scope="col">{t('changes.before')}</th>
          <th scope="col">{t('changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldLabel(change.recordKind, field)}</th>
            <td className="before">{before === null ? <em>{t('changes.empty')}</em> : <del>{value(field, before)}</del>}</td>
            <td className="after">{after === null ? <em>{t('changes.empty')}</em> : <ins>{field === OUTLINE ? t('changes.redrawn') : value(field, after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
