import { useTranslation } from 'react-i18next';
import type { StructureFromHere } from '#api/contract/reach';
import { Emphasis } from '../../i18n/emphasis';
import { usePageState } from '../../state/use-page-state';
import { useReachWords } from './reach-words';

/** The answer in one sentence: how far the nearest ready structure is, and whether that is within reach. */
export function NearestSentence({ ready }: { ready: StructureFromHere | null }) {
  const { t } = useTranslation();
  const reach = usePageState('reach');
  const { brief } = useReachWords();
  if (ready === null) return t('from.says.none');
  const { name, withinReach, travelMin } = ready;
  if (reach === 'travelTime' && travelMin === null) return <Emphasis text={t('from.says.noWay', { name })} />;
  return <Emphasis text={t(withinReach === null ? 'from.says.plain' : withinReach ? 'from.says.within' : 'from.says.beyond', { how: brief(ready), name })} />;
}
