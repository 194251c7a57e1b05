import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Downloads } from './features/downloads/downloads';
import { PageHeader } from './features/frame/page-header';
import { PhoneTabs } from './features/frame/switches';
import { useDisplayedGaps } from './features/gaps/use-displayed-gaps';
import { GapsPanel } from './features/lens/gaps-panel';
import { MapPane } from './features/map-pane/map-pane';
import { ExerciseBanner } from './features/notices/exercise-banner';
import { RasterNotice } from './features/notices/raster-notice';
import { FaultBoundary } from './features/notices/fault-boundary';
import { OfflineBar } from './features/notices/offline-bar';
import { Skeleton } from './features/notices/skeleton';
import { Toast } from './features/notices/toast';
import { usePrint } from './features/print/use-print';
import { speak } from './i18n/words';
import { useIsNarrow } from './state/media';
import { setPageState, usePageState, usePart } from './state/use-page-state';
import { loadInter } from './styles/load-inter';

// What the first list does not need comes after it.
const filterPanel = () => import('./features/filters/filter-panel');
const structurePanel = () => import('./features/structures/structure-panel');
const triedFlag = () => import('./features/what-if/tried-flag');
const FilterPanel = lazy(filterPanel);
const OverlapList = lazy(() => import('./features/overlaps/overlap-list'));
const StructurePanel = lazy(structurePanel);
const NearestPanel = lazy(() => import('./features/reach/nearest-panel'));
const DataDesk = lazy(() => import('./features/data/data-desk'));
const PlanPage = lazy(() => import('./features/planning/plan-page'));
const CareView = lazy(() => import('./features/care/care-view'));
const FormPage = lazy(() => import('./features/forms/form-page'));
const OutboxBar = lazy(() => import('./features/forms/outbox-bar'));
const WhatIfBar = lazy(() => import('./features/what-if/what-if-bar'));
const AboutDialog = lazy(() => import('./features/about/about-dialog'));

/** The screen: header, filters, map, list. On a phone the last three take turns, the list first. */
export function App() {
  const { t } = useTranslation();
  const narrow = useIsNarrow();
  const about = usePageState('about');
  const desk = useDesk();
  const { sheet: PrintSheet, picture, print } = usePrint();
  const { answer } = useDisplayedGaps();
  const arrived = answer !== undefined;
  useLanguage();
  useFontAfter(arrived);
  return (
    <div className="app">
      <a className="skip-link" href="#list">
        {t('app.skip')}
      </a>
      <PageHeader narrow={narrow} onPrint={print} />
      {narrow && desk === null ? <PhoneTabs /> : null}
      <OfflineBar />
      {arrived ? (
        <Suspense fallback={null}>
          <OutboxBar />
        </Suspense>
      ) : null}
      {desk !== null ? (
        <Desk exercise={answer?.exercise === true}>{desk}</Desk>
      ) : (
        <Tried>
          <Screen narrow={narrow} exercise={answer?.exercise === true} arrived={arrived} />
        </Tried>
      )}
      <Toast />
      {about ? (
        <Suspense fallback={null}>
          <AboutDialog />
        </Suspense>
      ) : null}
      {PrintSheet === null ? null : <PrintSheet picture={picture} />}
    </div>
  );
}

/** Above filters, map and list: what is tried out, while something can be. */
function Tried({ children }: { children: ReactNode }) {
  const on = usePageState('whatIf') !== null;
  return (
    <>
      {on ? (
        <FaultBoundary instead={(again) => <Fault onAgain={again} />}>
          <Suspense fallback={null}>
            <WhatIfBar />
          </Suspense>
        </FaultBoundary>
      ) : null}
      {children}
    </>
  );
}

/** Filters, map and list. */
function Screen({ narrow, exercise, arrived }: { narrow: boolean; exercise: boolean; arrived: boolean }) {
  const { t } = useTranslation();
  const tab = usePageState('tab');
  return (
    <main className="layout" data-tab={narrow ? tab : 'all'}>
      {exercise ? <ExerciseBanner /> : null}
      <RasterNotice />
      <aside className="filters" aria-label={t('filters.label')}>
        <FaultBoundary instead={(again) => <Fault onAgain={again} />}>
          <Suspense fallback={<Skeleton words={t('notices.loadingFilters')} />}>{arrived ? <FilterPanel /> : null}</Suspense>
        </FaultBoundary>
      </aside>
      <MapPane visible={!narrow || tab === 'map'} />
      <div className="side">
        <FaultBoundary instead={(again) => <Fault onAgain={again} />}>
          <Suspense fallback={<Skeleton words={t('notices.loadingList')} />}>
            <Side />
          </Suspense>
        </FaultBoundary>
        <DownloadsOfList />
      </div>
    </main>
  );
}

/** What takes the place of filters, map and list: a form over any view, the view of care, the view of data. */
function useDesk(): ReactNode {
  const view = usePageState('view');
  const form = usePageState('form');
  const planPage = usePageState('planPage');
  const opened = form !== null;
  useEffect(() => {
    // The line may be gone when the form is closed: what it then leads to is fetched while it is there.
    if (opened) void Promise.all([filterPanel(), structurePanel(), triedFlag()]).catch(() => undefined);
  }, [opened]);
  if (form !== null) return <FormPage key={form} form={form} />;
  if (planPage) return <PlanPage />;
  return view === 'import' ? <DataDesk /> : view === 'care' ? <CareView /> : null;
}

function Desk({ exercise, children }: { exercise: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="desk">
      {exercise ? <ExerciseBanner /> : null}
      <RasterNotice />
      <FaultBoundary instead={(again) => <Fault onAgain={again} />}>
        <Suspense fallback={<Skeleton words={t('notices.loadingData')} />}>{children}</Suspense>
      </FaultBoundary>
    </main>
  );
}

function Side() {
  const view = usePageState('view');
  const structure = usePageState('structure');
  const from = usePageState('from');
  const [arrivedFrom] = useState(from);
  // A link that opens on a structure leaves the focus at the top of the page; a person who chose one is taken to it.
  const [arrivedWith] = useState(structure);
  if (structure !== null) return <StructurePanel key={structure} id={structure} takesFocus={structure !== arrivedWith} />;
  if (from !== null) return <NearestPanel from={from} takesFocus={from !== arrivedFrom} />;
  return view === 'overlaps' ? <OverlapList /> : <GapsPanel />;
}

/** A part of the page that broke: said, with the way back to the list. */
function Fault({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  const retry = () => {
    setPageState({ area: null, structure: null, from: null, pair: null, form: null, record: null, view: 'gaps' });
    onAgain();
  };
  return (
    <div className="notice" role="alert">
      <h3>{t('notices.brokenTitle')}</h3>
      <p>{t('notices.broken')}</p>
      <button type="button" className="button" onClick={retry}>
        {t('app.back')}
      </button>
    </div>
  );
}

function DownloadsOfList() {
  return usePart(({ structure, from }) => structure === null && from === null) ? <Downloads /> : null;
}

/** The language of the address is the language of the page, of its title, and of what screen readers speak. */
function useLanguage(): void {
  const { t } = useTranslation();
  const lang = usePageState('lang');
  const view = usePageState('view');
  useEffect(() => {
    void speak(lang);
    document.documentElement.lang = lang;
  }, [lang]);
  useEffect(() => {
    document.title = t('app.title', { what: t(`view.${view}`) });
  }, [t, view]);
}

function useFontAfter(arrived: boolean): void {
  useEffect(() => {
    if (arrived) requestAnimationFrame(() => void loadInter());
  }, [arrived]);
}
