import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client';
import { setPageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { Problem } from './problem';
import { Skeleton } from './skeleton';
import './notices.css';

const LOAD_COMMANDS = ['npm run load -- zones.geojson', 'npm run load -- structures.csv 3w.xlsx'];

/** What stands where the list would: words while it comes, why it did not, or why it is empty and what to do. */
export function ListNotice({ nothingMatches = false }: { nothingMatches?: boolean }) {
  const { t } = useTranslation();
  const { answer, error, preparing, askAgain } = useDisplayedGaps();
  if (nothingMatches || answer?.message === 'noMatch') return <NothingMatches />;
  if (answer !== undefined) {
    return (
      <div className="notice">
        <h3>{t('notices.emptyTitle')}</h3>
        <p>{t('notices.emptyWhy')}</p>
        <p>{t('notices.emptyHow')}</p>
        <pre>{LOAD_COMMANDS.join('\n')}</pre>
        <p>{t('notices.emptyExercise')}</p>
        <pre>npm start</pre>
      </div>
    );
  }
  if (error instanceof ApiProblem && error.code === 'frictionMissing') return <NoSurface error={error} onRetry={askAgain} />;
  if (error !== null && error !== undefined) return <Problem error={error} onRetry={askAgain} />;
  return <Skeleton words={t(preparing ? 'notices.preparing' : 'notices.loadingList')} />;
}

/** A link that asks for travel time where there is nothing to model it over: no dead end. */
function NoSurface(props: Parameters<typeof Problem>[0]) {
  const { t } = useTranslation();
  return (
    <>
      <Problem {...props} />
      <div className="notice">
        <button type="button" className="button button-main" onClick={() => setPageState({ reach: 'straightLine', threshold: null })}>
          {t('reach.back')}
        </button>
      </div>
    </>
  );
}

function NothingMatches() {
  const { t } = useTranslation();
  return (
    <div className="notice">
      <h3>{t('notices.nothingMatches')}</h3>
      <p>{t('notices.nothingMatchesWhy')}</p>
      <button type="button" className="button" onClick={() => setPageState({ off: [], search: null, province: [], organisation: [], kind: [], targetGroup: [], domain: [] })}>
        {t('notices.showAll')}
      </button>
    </div>
  );
}
