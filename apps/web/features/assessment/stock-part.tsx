import { kitMovementKinds } from '#domain/vocabularies/programmes';
import { stockItems } from '#domain/vocabularies/structures';
import type { EntryStart } from '../../api/entries';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { Choice, CountField, DateField, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import { LastKnown } from './last-known';
import { blankBatch, firstStockLine, stockKnown, type Found, type TypedAssessment, type TypedBatch } from './typed-assessment';

interface Props {
  typed: TypedAssessment;
  start: EntryStart;
  onChange: (part: Partial<TypedAssessment>) => void;
}

/** What lies on the shelf: each item counted by batch and expiry, found to be absent, or not looked at. */
export function StockPart({ typed, start, onChange }: Props) {
  const { t } = useCareWords();
  const term = useTerm();
  return (
    <>
      <DateField path="countedOn" label={t('assessment.countedOn')} hint={typed.countedOn === '' ? t('assessment.countedSameDay') : undefined} value={typed.countedOn} onChange={(countedOn) => onChange({ countedOn })} />
      {start.movements.length > 0 ? <Movements start={start} /> : null}
      {stockItems.codes.map((item) => {
        const answer = typed.stock[item];
        const known = stockKnown(start, item);
        const first = firstStockLine(typed, item);
        const set = (found: Found<TypedBatch>) => onChange({ stock: { ...typed.stock, [item]: found } });
        const total = known?.found.lines.reduce((sum, { quantity }) => sum + Number(quantity), 0) ?? 0;
        return (
          <div key={item} className="entry-question">
            <Choice
              path={`stockLines.${item}`}
              label={term(stockItems, item)}
              value={answer.state}
              options={(['some', 'none', 'unknown'] as const).map((code) => ({ code, label: t(`assessment.stockState.${code}`) }))}
              onChange={(state) => set({ state, lines: state === 'some' && answer.lines.length === 0 ? [blankBatch()] : answer.lines })}
            >
              <LastKnown
                known={known === null ? null : { words: known.found.state === 'none' ? t('assessment.stockState.none') : t('assessment.batches', { count: known.found.lines.length, n: String(known.found.lines.length), total: String(total) }), on: known.on, source: known.source }}
                same={JSON.stringify(known?.found) === JSON.stringify(answer)}
                onSame={() => known !== null && set(known.found)}
              />
            </Choice>
            {answer.state === 'some' ? (
              <LineList label={t('assessment.batchLines', { item: term(stockItems, item) })} lines={answer.lines} blank={blankBatch} addWords={t('assessment.addBatch')} onChange={(lines) => set({ state: 'some', lines })}>
                {(line, change, index) => <BatchFields line={line} path={`stockLines.${String(first + index)}`} onChange={change} />}
              </LineList>
            ) : null}
          </div>
        );
      })}
    </>
  );
}

/** One batch: how many, which, until when. */
export function BatchFields({ line, path, onChange }: { line: TypedBatch; path: string; onChange: (part: Partial<TypedBatch>) => void }) {
  const { t } = useCareWords();
  return (
    <>
      <CountField path={`${path}.quantity`} label={t('assessment.quantity')} placeholder="0" value={line.quantity} onChange={(quantity) => onChange({ quantity })} />
      <DateField path={`${path}.expiry`} label={t('assessment.expiry')} mayBeUnknown value={line.expiry} onChange={(expiry) => onChange({ expiry })} />
      <TextField path={`${path}.batch`} label={t('assessment.batch')} placeholder={t('form.unknown')} max={60} value={line.batch} onChange={(batch) => onChange({ batch })} />
    </>
  );
}

/** What came in or went out since the last count: a new count replaces it. */
function Movements({ start }: { start: EntryStart }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  return (
    <div className="entry-field" data-wide="true">
      <p className="note">{t('assessment.movements')}</p>
      <ul className="note">
        {start.movements.map(({ kind, on, lines }, index) => (
          <li key={index}>
            {format.shortDate(on)} · {term(kitMovementKinds, kind)} · {lines.map(({ item, quantity }) => `${format.count(quantity)} ${term(stockItems, item)}`).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
