import { services } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useChosenMission } from '../../api/readiness';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import type { MissionPhase } from '../../map/structure-shapes';
import { setPageState } from '../../state/use-page-state';
import { useMissionWords } from '../gaps/mission-words';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { MissionSymbol } from '../structures/mission-symbol';

const PHASES: Readonly<Record<'before' | 'during' | 'after', MissionPhase>> = { before: 'coming', during: 'running', after: 'ended' };

/** The mission whose reach is drawn, in words, and the way to all of them. */
export function ChosenMission({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const says = useMissionWords();
  const { answer } = useDisplayedGaps();
  const chosen = useChosenMission(id, answer?.parameters.at ?? null);
  if (chosen === null) return null;
  const { mission } = chosen;
  const phase = mission.phase === 'cancelled' ? 'ended' : PHASES[mission.phase];
  return (
    <div className="chosen-card chosen-mission" role="status">
      <div>
        <strong>{mission.title}</strong>
        <span className="hover-class">
          <MissionSymbol phase={phase} />
          {mission.phase === 'cancelled' ? t('mission.cancelled') : says({ ...mission, phase })}
        </span>
        <span>{[term(services, mission.service), chosen.lngLat === null ? t('mission.inArea') : t('mission.reach', { km: format.km(mission.radiusKm) })].join(' · ')}</span>
        <button type="button" className="text-link" onClick={() => setPageState({ view: 'care', care: 'missions' })}>
          {t('mission.all')}
        </button>
      </div>
      <button type="button" className="button" onClick={() => setPageState({ mission: null })} aria-label={t('mission.close')}>
        ×
      </button>
    </div>
  );
}
