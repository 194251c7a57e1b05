import type { WhereNextAnswer } from '#api/contract/where-next';
import { reachMetrics } from '#domain/vocabularies/flags';
import { useWhereNext, WHERE_NEXT } from '../../api/where-next';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { whereNextQuestion } from '../../state/question';
import { usePart } from '../../state/use-page-state';
import { PhoneHead } from '../frame/phone-head';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { useReachWords } from '../reach/reach-words';
import { FundingSwitch } from './funding-switch';
import { NextCurve } from './next-curve';
import { NextForm } from './next-form';
import { NextList } from './next-list';
import { NextProof } from './next-proof';
import './where-next.css';

/** Where the next euro makes most people leave the gap: which structures to make ready, what each lacks, and where it stops to pay. */
export default function WhereNextPanel() {
  const { t } = usePlanWords();
  const { data, error, refetch, isPlaceholderData } = useWhereNext();
  const query = usePart(whereNextQuestion);
  return (
    <section className="pane" aria-labelledby="list-title" id="list" tabIndex={-1}>
      <header className="pane-head">
        <h2 id="list-title">{t('next.title')}</h2>
      </header>
      <div className="next-body">
        <PhoneHead />
        <div className="lens-intro next-intro">
          <FundingSwitch />
          <NextForm asked={data?.asked ?? null} />
        </div>
        {error ? (
          <Problem error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton words={t('next.loading')} rows={4} />
        ) : (
          <div className="next-answer" data-old={isPlaceholderData}>
            <p className="visually-hidden" role="status">
              {isPlaceholderData ? t('next.loading') : ''}
            </p>
            <Headline answer={data} />
            {data.chosen.structures === 0 ? null : <NextProof key={query} query={query} weighted={data.asked.weight === 'equity'} />}
            <NextList answer={data} />
            {data.chosen.structures === 0 ? null : <NextCurve curve={data.curve} chosen={data.chosen.structures} />}
            <NotCounted answer={data} />
            <Foot answer={data} query={query} />
          </div>
        )}
      </div>
    </section>
  );
}

function Headline({ answer: { chosen, asked } }: { answer: WhereNextAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  if (chosen.structures === 0) {
    return (
      <div className="next-headline">
        <p>{t('next.nobody')}</p>
        <p className="note">{t('next.nobodyHint')}</p>
      </div>
    );
  }
  const values = { n: format.count(chosen.people), share: format.percent(chosen.share) };
  return (
    <div className="next-headline">
      <p>
        <Emphasis text={chosen.structures === 1 ? t('next.saysOne', values) : t('next.says', { ...values, k: format.count(chosen.structures) })} />
      </p>
      {asked.weight === 'equity' ? <p className="note">{t('next.weighted')}</p> : null}
      {Object.keys(asked.costs).length === 0 ? null : <p className="note">{chosen.costUnknown === 0 ? t('next.cost', { n: format.count(chosen.cost) }) : t('next.costSome', { n: format.count(chosen.cost), unknown: format.count(chosen.costUnknown) })}</p>}
    </div>
  );
}

function NotCounted({ answer: { notCounted, asked } }: { answer: WhereNextAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const count = (n: number) => ({ count: n, n: format.count(n) });
  const lines = [
    notCounted.withoutPosition === 0 ? null : t('next.withoutPosition', count(notCounted.withoutPosition)),
    notCounted.areasOfUnknownPopulation === 0 ? null : t('next.unknownPopulation', count(notCounted.areasOfUnknownPopulation)),
    notCounted.costUnknown === 0 || asked.budget === null ? null : t('next.costUnknown', count(notCounted.costUnknown)),
    notCounted.gainNobody === 0 ? null : t('next.gainNobody', count(notCounted.gainNobody)),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <section className="next-section">
      <h3>{t('next.notCounted')}</h3>
      <ul className="next-unknown">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

const FORMATS = { xlsx: 'XLSX', csv: 'CSV', hxl: 'CSV + HXL' } as const;

/** What it stands on, and the same as files. */
function Foot({ answer: { parameters }, query }: { answer: WhereNextAnswer; query: string }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const says = useReachWords();
  const { asOf, reach, threshold, standard, standardVersion } = parameters;
  return (
    <footer className="next-section next-foot">
      <p className="note">{t('next.sources', { date: format.date(asOf), reach: `${term(reachMetrics, reach).toLowerCase()}, ${says.threshold(threshold, reach)}`, standard: `${standard} (${String(standardVersion)})` })}</p>
      <p className="next-files">
        <span className="note">{t('next.files')}</span>
        {Object.entries(FORMATS).map(([code, name]) => (
          <a key={code} href={`${WHERE_NEXT}?${query === '' ? '' : `${query}&`}format=${code}`} download>
            {name}
          </a>
        ))}
      </p>
    </footer>
  );
}
