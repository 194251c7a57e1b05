import type { RefreshersAnswer } from '#api/contract/readiness';
import { cadres } from '#domain/vocabularies/structures';
import { REFRESHERS, useRefreshers } from '../../api/readiness';
import { useCareWords } from '../../i18n/care-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { watchQuestion } from '../../state/question';
import { usePart } from '../../state/use-page-state';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { EmptyNotice } from './desk';
import { FileLinks } from './file-links';
import { StructureCell } from './watch-parts';

/** Trained staff whose training ends within three months, or has ended; those without whom a structure has too few stand out. */
export function RefreshersSection() {
  const { t } = useCareWords();
  const { data, error, refetch } = useRefreshers();
  const query = usePart(watchQuestion);
  return (
    <section aria-labelledby="refreshers-title">
      <h3 id="refreshers-title">{t('refreshers.title')}</h3>
      {data ? <Refreshers answer={data} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('refreshers.loading')} rows={4} />}
      <FileLinks what={t('refreshers.title')} path={REFRESHERS} query={query} />
    </section>
  );
}

function Refreshers({ answer: { items, until } }: { answer: RefreshersAnswer }) {
  const { t } = useCareWords();
  const format = useFormat();
  const term = useTerm();
  if (items.length === 0) {
    return <EmptyNotice words={t('refreshers.none', { date: format.date(until) })} why={t('refreshers.noneHow')} />;
  }
  const overdue = items.filter((one) => one.overdue).length;
  return (
    <>
      <p className="sentence">
        <Emphasis text={t('refreshers.says', { count: items.length, n: format.count(items.length), overdue: format.count(overdue), date: format.date(until) })} />
      </p>
      <div className="table-scroll" role="group" aria-labelledby="refreshers-title" tabIndex={0}>
        <table className="watch-table watch-stack">
          <thead>
            <tr>
              <th scope="col">{t('lapsing.structure')}</th>
              <th scope="col">{t('refreshers.who')}</th>
              <th scope="col">{t('refreshers.trainedOn')}</th>
              <th scope="col">{t('refreshers.validUntil')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one, position) => (
              <tr key={`${one.structureId}${one.cadre}${one.trainedOn}${String(position)}`}>
                <th scope="row">
                  <StructureCell structure={one} fill={one.enoughWithout ? 'full' : 'half'} />
                </th>
                <td>
                  {one.number === null ? '?' : format.count(one.number)} {term(cadres, one.cadre).toLowerCase()} <span className={one.enoughWithout ? 'note' : 'watch-short'}>{one.enoughWithout ? t('refreshers.enough') : t('refreshers.notEnough')}</span>
                </td>
                <td>
                  {format.shortDate(one.trainedOn)} <span className="note">{one.source}</span>
                </td>
                <td>
                  {format.shortDate(one.validUntil)} {one.overdue ? <span className="chip chip-missing">{t('refreshers.overdue')}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
