import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import type { MissionPhase } from '../../map/structure-shapes';

/** Since when and until when a mission gives care: before and after, it does not. */
export function useMissionWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ phase, start, end }: { phase: MissionPhase; start: string; end: string }): string => t(`mission.when.${phase}`, { start: format.shortDate(start), end: format.shortDate(end) });
}
