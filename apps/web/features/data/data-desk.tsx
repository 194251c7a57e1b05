import { lazy, Suspense } from 'react';
import { useImports } from '../../api/imports';
import { ApiProblem } from '../../api/client';
import { Segmented } from '../../controls/segmented';
import { useDataWords } from '../../i18n/data-words';
import { useIsNarrow } from '../../state/media';
import { DESKS } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { PhoneHead } from '../frame/phone-head';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { FileDesk } from './file-desk';
import './data.css';
import './file.css';

const MatchDesk = lazy(() => import('../matches/match-desk'));
const ReportingDesk = lazy(() => import('../reporting/reporting-desk'));

/** The view of data, in place of filters, map and list: files, records that may be one, who has reported. */
export default function DataDesk() {
  const { t } = useDataWords();
  const narrow = useIsNarrow();
  const desk = usePageState('desk');
  const file = usePageState('file');
  const { data, error, refetch } = useImports(true);
  const forbidden = error instanceof ApiProblem && (error.status === 403 || error.status === 404);
  return (
    <div className="data-desk" id="list" tabIndex={-1}>
      {narrow && !(desk === 'files' && file !== null) ? <PhoneHead /> : null}
      {forbidden ? (
        <div className="notice">
          <h2>{t('desk.refusedTitle')}</h2>
          <p>{t('desk.refused')}</p>
          <button type="button" className="button" onClick={() => setPageState({ view: 'gaps' })}>
            {t('desk.back')}
          </button>
        </div>
      ) : (
        <>
          <div className="desk-switch">
            <Segmented label={t('desk.label')} options={DESKS.map((code) => ({ code, label: t(`desk.${code}`) }))} chosen={desk} onChoose={(next) => setPageState({ desk: next })} />
          </div>
          <Suspense fallback={<Skeleton words={t('desk.loading')} />}>
            {desk === 'matches' ? <MatchDesk /> : desk === 'reporting' ? <ReportingDesk /> : data !== undefined || error === null ? <FileDesk /> : <Problem error={error} onRetry={() => void refetch()} />}
          </Suspense>
        </>
      )}
    </div>
  );
}
