import { overlapKinds, overlapVerdicts } from '#domain/vocabularies/flags';
import { useTranslation } from 'react-i18next';
import { useOverlaps } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState, usePageState } from '../../state/use-page-state';
import { PhoneHead } from '../frame/phone-head';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { OverlapCard } from './overlap-card';
import './overlaps.css';

/** The pairs that overlap, for a person to settle. The word duplication stands alone only where somebody confirmed it. */
export default function OverlapList() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = useOverlaps(true);
  return (
    <section className="pane" aria-labelledby="list-title" id="list" tabIndex={-1}>
      <header className="pane-head">
        <h2 id="list-title">{t('overlaps.title')}</h2>
      </header>
      <div className="windowed">
        <PhoneHead />
        <VerdictFilter />
        {data ? (
          <>
            <p className="note overlap-count" role="status">
              {isPlaceholderData ? t('notices.updating') : t('overlaps.shown', { n: format.count(data.pairs.length), total: format.count(data.total) })}
            </p>
            {data.pairs.length === 0 ? (
              <div className="notice">
                <h3>{t('overlaps.emptyTitle')}</h3>
                <p>{t('overlaps.empty')}</p>
              </div>
            ) : (
              <ul aria-label={t('overlaps.label')}>
                {data.pairs.map((pair) => (
                  <OverlapCard key={pair.id} pair={pair} />
                ))}
              </ul>
            )}
            {hasNextPage ? (
              <button type="button" className="button overlap-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {isFetchingNextPage ? t('overlaps.loading') : t('overlaps.more')}
              </button>
            ) : null}
          </>
        ) : error ? (
          <Problem error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton words={t('overlaps.loading')} />
        )}
      </div>
    </section>
  );
}

function VerdictFilter() {
  const { t } = useTranslation();
  const term = useTerm();
  const chosen = usePageState('verdict');
  const kinds = usePageState('overlap');
  const decided = usePageState('decided');
  const toggle = <Code extends string>(codes: readonly Code[], code: Code): Code[] => (codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]);
  return (
    <fieldset className="overlap-filter">
      <legend className="visually-hidden">{t('overlaps.filter')}</legend>
      <div className="pills">
        {overlapVerdicts.codes.map((code) => (
          <label key={code} className="pill">
            <input type="checkbox" className="visually-hidden" checked={chosen.includes(code)} onChange={() => setPageState({ verdict: toggle(chosen, code) })} />
            <span>{term(overlapVerdicts, code)}</span>
          </label>
        ))}
        <label className="pill">
          <input type="checkbox" className="visually-hidden" checked={kinds.includes('sameRecord')} onChange={() => setPageState({ overlap: toggle(kinds, 'sameRecord') })} />
          <span>{term(overlapKinds, 'sameRecord')}</span>
        </label>
      </div>
      <label className="legend-layer">
        <input type="checkbox" checked={decided} onChange={() => setPageState({ decided: !decided })} />
        {t('overlaps.showDecided')}
      </label>
    </fieldset>
  );
}
