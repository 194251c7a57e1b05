import { Segmented } from '../../controls/segmented';
import { usePlanWords } from '../../i18n/plan-words';
import { FUNDING_LISTS } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';

/** What the point of view of funding lists: areas by need, or the structures that close most of the gap. */
export function FundingSwitch() {
  const { t } = usePlanWords();
  return <Segmented label={t('next.switch')} options={FUNDING_LISTS.map((code) => ({ code, label: t(code === 'areas' ? 'next.areas' : 'next.where') }))} chosen={usePageState('funding')} onChoose={(funding) => setPageState({ funding })} />;
}
