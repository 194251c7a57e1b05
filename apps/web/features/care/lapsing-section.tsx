import type { LapsingAnswer } from '#api/contract/readiness';
import { FORECAST_DAYS } from '#domain/gap-defaults';
import { LAPSING, useLapsing } from '../../api/readiness';
import { Segmented } from '../../controls/segmented';
import { useCareWords } from '../../i18n/care-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { WATCH_DAYS } from '../../state/page-state';
import { watchQuestion } from '../../state/question';
import { setPageState, usePart, usePageState } from '../../state/use-page-state';
import { useCriterionWords } from '../gaps/area-words';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { EmptyNotice } from './desk';
import { FileLinks } from './file-links';
import { StructureCell } from './watch-parts';

/** Structures that are ready and will not be, with no resupply and no refresher. */
export function LapsingSection() {
  const { t } = useCareWords();
  const format = useFormat();
  const { data, error, refetch } = useLapsing();
  const within = usePageState('within');
  const query = usePart(watchQuestion);
  return (
    <section aria-labelledby="lapsing-title">
      <div className="care-head">
        <h3 id="lapsing-title">{t('lapsing.title')}</h3>
        <Segmented quiet label={t('lapsing.within')} options={WATCH_DAYS.map((code) => ({ code, label: `${t('lapsing.days', { n: code })}${data ? ` · ${format.count(lapsingWithin(data, Number(code)).length)}` : ''}` }))} chosen={within} onChoose={(next) => setPageState({ within: next })} />
      </div>
      {data ? <Lapsing answer={data} days={Number(within)} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('lapsing.loading')} rows={4} />}
      <FileLinks what={t('lapsing.title')} path={LAPSING} query={[query, `days=${within}`].filter((part) => part !== '').join('&')} />
    </section>
  );
}

const lapsingWithin = ({ items }: LapsingAnswer, days: number): LapsingAnswer['items'] => items.filter((one) => one.daysLeft <= days);

function Lapsing({ answer, days }: { answer: LapsingAnswer; days: number }) {
  const { t } = useCareWords();
  const format = useFormat();
  const { criterion } = useCriterionWords();
  const items = lapsingWithin(answer, days);
  if (items.length === 0) {
    return <EmptyNotice words={t('lapsing.none', { days: format.count(days) })} why={t('lapsing.noneHow')} />;
  }
  return (
    <>
      <p className="sentence">
        <Emphasis text={t('lapsing.says', { count: items.length, n: format.count(items.length), days: format.count(days) })} />{' '}
        <button type="button" className="text-link" onClick={() => setPageState({ view: 'gaps', asOf: answer.asOf, ahead: nearestAhead(days), tab: 'map' })}>
          {t('lapsing.map')}
        </button>
      </p>
      <div className="table-scroll" role="group" aria-labelledby="lapsing-title" tabIndex={0}>
        <table className="watch-table watch-stack">
          <thead>
            <tr>
              <th scope="col">{t('lapsing.structure')}</th>
              <th scope="col">{t('lapsing.after')}</th>
              <th scope="col">{t('lapsing.what')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.structureId}>
                <th scope="row">
                  <StructureCell structure={one} fill="full" />
                </th>
                <td>
                  {format.shortDate(one.lapsesAfter)} <span className="note">{one.daysLeft === 0 ? t('lapsing.lastDay') : t('lapsing.left', { count: one.daysLeft, n: format.count(one.daysLeft) })}</span>
                </td>
                <td>{one.criteria.map(({ code, lapsesAfter }) => t('lapsing.criterion', { name: criterion(code), date: format.shortDate(lapsesAfter) })).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The last stop of the forecast within so many days. */
const nearestAhead = (days: number): number => FORECAST_DAYS.reduce<number>((last, one) => (one <= days ? one : last), 0);
