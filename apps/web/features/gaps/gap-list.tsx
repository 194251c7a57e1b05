import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GapArea } from '#api/contract/gaps';
import { WindowedList } from '../../controls/windowed-list';
import { useFormat } from '../../i18n/format';
import { useIsNarrow } from '../../state/media';
import { SORTS, type Sort } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { PhoneHead } from '../frame/phone-head';
import { ListNotice } from '../notices/list-notice';
import { Skeleton } from '../notices/skeleton';
import { GapRow } from './gap-row';
import { QuestionLine } from './question-line';
import { useDisplayedGaps } from './use-displayed-gaps';
import './gaps.css';

const TriedLine = lazy(() => import('../what-if/tried-line'));
const GapExplanationPanel = lazy(() => import('./gap-explanation'));

interface Props {
  title: string;
  /** Stands above the rows and scrolls with them. */
  intro?: ReactNode;
  lineOf?: (area: GapArea) => ReactNode;
  /** False: a row chooses its area for what stands above the list, and does not open. */
  explains?: boolean;
  /** Codes of the areas that are picked for what stands above the list; left out: the chosen one. */
  picked?: readonly string[];
}

const ROW_HEIGHT = { wide: 60, narrow: 78 };

/** The ranked list: the text alternative of the map, and what a phone shows first. */
export function GapList({ title, intro, lineOf, explains = true, picked }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const narrow = useIsNarrow();
  const { answer, shown, tried, ranked, updating, preparing } = useDisplayedGaps();
  const service = answer?.parameters.service ?? 'cmr';
  const sort = usePageState('sort');
  const search = usePageState('search');
  const open = usePageState('area');
  const total = shown?.areas.length ?? 0;
  const isChosen = (code: string): boolean => picked?.includes(code) ?? open === code;
  return (
    <section className="pane" aria-labelledby="list-title" id="list" tabIndex={-1}>
      <header className="pane-head">
        <h2 id="list-title">{title}</h2>
        <label className="sort">
          <span className="visually-hidden">{t('list.sort')}</span>
          <select className="sort-select" value={sort} onChange={(event) => setPageState({ sort: event.target.value as Sort })}>
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t(`list.by.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </header>
      {shown === undefined || total === 0 ? (
        <ListNotice />
      ) : (
        <WindowedList
          label={t('list.label')}
          items={ranked}
          keyOf={(area) => area.code}
          rowHeight={narrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide}
          openKey={explains ? open : null}
          header={
            <>
              <PhoneHead />
              {shown.tried === 'shown' && tried !== undefined ? (
                <Suspense fallback={null}>
                  <TriedLine changes={tried.changes} />
                </Suspense>
              ) : null}
              <QuestionLine service={service} foretold={shown.foretold} />
              {intro}
              <div className="list-search">
                <input className="field" type="search" value={search ?? ''} aria-label={t('list.search')} placeholder={t('list.search')} onChange={(event) => setPageState({ search: event.target.value === '' ? null : event.target.value })} />
                <span className="note" role="status">
                  {preparing ? t('notices.preparing') : updating ? t('notices.updating') : t('list.shown', { n: format.count(ranked.length), total: format.count(total) })}
                </span>
              </div>
              {ranked.length === 0 ? <ListNotice nothingMatches /> : null}
            </>
          }
          renderRow={(area, isOpen) => (
            <div className={isOpen ? 'gap-open' : isChosen(area.code) ? 'gap-chosen' : undefined} data-class={area.class ?? 'notClassified'}>
              <GapRow area={area} open={explains ? isOpen : null} chosen={isChosen(area.code)} sort={sort} forecast={shown.foretold !== null} line={lineOf?.(area)} />
              {isOpen ? (
                <Suspense fallback={<Skeleton words={t('explain.loading')} rows={3} />}>
                  <GapExplanationPanel code={area.code} name={area.name} />
                </Suspense>
              ) : null}
            </div>
          )}
        />
      )}
    </section>
  );
}
