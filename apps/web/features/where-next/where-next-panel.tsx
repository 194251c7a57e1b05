import type { WhereNextAnswer } from '#api/contract/where-next';
import { reachMetrics } from '#domain/vocabularies/flags';
import { useWhereNext, WHERE_NEXT } from '../../api/where-next';
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
import { Headline, NotCounted } from './next-words';
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
            {data.chosen.structures === 0 ? null : <NextProof key={query} query={query} ofBest={data.chosen.ofBest} weighted={data.asked.weight === 'equity'} />}
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
