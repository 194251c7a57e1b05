import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { Segmented } from '../../controls/segmented';
import { useCareWords } from '../../i18n/care-words';
import { useIsNarrow } from '../../state/media';
import { CARE_DESKS, type CareDesk } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { PhoneHead } from '../frame/phone-head';
import { Skeleton } from '../notices/skeleton';
import './care.css';

const DESK_OF: Readonly<Record<CareDesk, LazyExoticComponent<ComponentType>>> = {
  watch: lazy(() => import('./watch-desk')),
  sessions: lazy(() => import('../programmes/session-desk')),
  kits: lazy(() => import('../programmes/kit-desk')),
  missions: lazy(() => import('../programmes/mission-desk')),
  closures: lazy(() => import('../reach/closure-desk')),
  proposals: lazy(() => import('../programmes/proposal-desk')),
  standards: lazy(() => import('../standards/standard-desk')),
};

/** Is care there, and what changes it: what is to be watched, and every programme where it acts. In place of filters, map and list. */
export default function CareView() {
  const { t } = useCareWords();
  const narrow = useIsNarrow();
  const chosen = usePageState('care');
  const Desk = DESK_OF[chosen];
  return (
    <div className="care-view" id="list" tabIndex={-1}>
      {narrow ? <PhoneHead /> : null}
      <div className="care-switch">
        <Segmented label={t('desk.label')} options={CARE_DESKS.map((code) => ({ code, label: t(`desk.${code}`) }))} chosen={chosen} onChoose={(care) => setPageState({ care })} />
      </div>
      <Suspense fallback={<Skeleton words={t('desk.loading')} />}>
        <Desk />
      </Suspense>
    </div>
  );
}
