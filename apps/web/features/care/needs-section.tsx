import type { NeedsAnswer } from '#api/contract/readiness';
import { needs } from '#domain/vocabularies/programmes';
import { barriers } from '#domain/vocabularies/structures';
import { NEEDS, useNeeds } from '../../api/readiness';
import { useCareWords } from '../../i18n/care-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useDefinition, useTerm } from '../../i18n/terms';
import { needsQuestion } from '../../state/question';
import { usePart } from '../../state/use-page-state';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { EmptyNotice } from './desk';
import { NeedsByArea } from './needs-by-area';
import { NeedsByStructure } from './needs-by-structure';
import { FileLinks } from './file-links';

/** What stands between structures and readiness: in all, by area, and where to act first. */
export function NeedsSection() {
  const { t } = useCareWords();
  const { data, error, refetch } = useNeeds();
  const query = usePart(needsQuestion);
  return (
    <section aria-labelledby="needs-title">
      <h3 id="needs-title">{t('needs.title')}</h3>
      {data ? <Needs answer={data} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('needs.loading')} rows={7} />}
      <FileLinks what={t('needs.title')} path={NEEDS} query={query} />
    </section>
  );
}

function Needs({ answer }: { answer: NeedsAnswer }) {
  const { t } = useCareWords();
  const format = useFormat();
  const { total } = answer;
  if (total.structures === 0) {
    return <EmptyNotice words={t('needs.none')} why={t('needs.noneHow')} />;
  }
  const counts = { ready: format.count(total.ready), structures: format.count(total.structures) };
  const { leaveGap, leaveBlindSpot } = total;
  return (
    <>
      <p className="sentence">
        <Emphasis text={leaveGap === null || leaveBlindSpot === null ? t('needs.saysUnknown', counts) : t('needs.says', { ...counts, gap: format.count(leaveGap), blind: format.count(leaveBlindSpot) })} />
      </p>
      <div className="needs-totals">
        <NeedBars total={total} />
        <BarrierRanks total={total} />
      </div>
      <NeedsByArea answer={answer} />
      <NeedsByStructure answer={answer} />
    </>
  );
}

/** One bar a need: how many structures, and who would gain were they ready. */
function NeedBars({ total }: { total: NeedsAnswer['total'] }) {
  const { t } = useCareWords();
  const format = useFormat();
  const term = useTerm();
  const definition = useDefinition();
  const most = Math.max(1, ...total.needs.map((one) => one.structures));
  const people = (value: number | null): string => (value === null ? t('needs.unknown') : format.count(value));
  return (
    <div className="table-scroll" role="group" aria-label={t('needs.ofNeed')} tabIndex={0}>
      <table className="watch-table needs-bars">
        <caption className="visually-hidden">{t('needs.ofNeed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('needs.need')}</th>
            <th scope="col">{t('needs.structures')}</th>
            <th scope="col" className="number">{t('needs.gain')}</th>
            <th scope="col" className="number">{t('needs.blind')}</th>
          </tr>
        </thead>
        <tbody>
          {total.needs.map((one) => (
            <tr key={one.need} data-empty={one.structures === 0}>
              <th scope="row" title={definition(needs, one.need)}>
                {term(needs, one.need)}
              </th>
              <td>
                <span className="need-bar" data-need={one.need}>
                  <span className="need-fill" style={{ width: `${(100 * one.structures) / most}%` }} />
                  {format.count(one.structures)}
                </span>
              </td>
              <td className="number">{people(one.leaveGap)}</td>
              <td className="number">{people(one.leaveBlindSpot)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Barriers as assessments rank them. */
function BarrierRanks({ total }: { total: NeedsAnswer['total'] }) {
  const { t } = useCareWords();
  const format = useFormat();
  const term = useTerm();
  const named = total.barriers.filter((one) => one.first + one.second + one.third > 0);
  return (
    <div>
      <h4 className="filter-label">{t('needs.barriers')}</h4>
      {named.length === 0 ? <p className="note">{t('needs.noBarriers')}</p> : null}
      <dl className="facts">
        {named.map((one) => (
          <div key={one.barrier} className="fact">
            <dt>{term(barriers, one.barrier)}</dt>
            <dd>{t('needs.barrierRanks', { first: format.count(one.first), second: format.count(one.second), third: format.count(one.third) })}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
