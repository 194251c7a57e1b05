import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageState } from '../../state/use-page-state';
import { GapList } from '../gaps/gap-list';
import { Skeleton } from '../notices/skeleton';
import { Agenda } from './agenda';
import './lens.css';

const FundingPanel = lazy(() => import('./funding-panel'));
const WhereNextPanel = lazy(() => import('../where-next/where-next-panel'));
const PlanningPanel = lazy(() => import('../planning/planning-panel'));

/** The list as the chosen point of view reads it: what to decide, who funds, what a plan would meet. */
export function GapsPanel() {
  const { t } = useTranslation();
  const lens = usePageState('lens');
  const funding = usePageState('funding');
  if (lens === 'coordination') return <GapList title={t('list.title')} intro={<Agenda />} />;
  return <Suspense fallback={<Skeleton words={t('notices.loadingList')} />}>{lens === 'planning' ? <PlanningPanel /> : funding === 'next' ? <WhereNextPanel /> : <FundingPanel />}</Suspense>;
}
