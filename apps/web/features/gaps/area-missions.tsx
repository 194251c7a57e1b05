import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import { organisationRoles } from '#domain/vocabularies/organisations';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { hoveredMission } from '../../state/moments';
import { getPageState, setPageState, usePageState } from '../../state/use-page-state';
import { MissionSymbol } from '../structures/mission-symbol';
import { useMissionWords } from './mission-words';
import './missions.css';

type Mission = GapExplanation['missions'][number];

/** Missions that reach the area, whenever they run: what they give while they are there, and that it ends with them. */
export function AreaMissions({ area }: { area: GapExplanation }) {
  const { t } = useTranslation();
  if (area.missions.length === 0) return <p className="note">{t('mission.none')}</p>;
  return (
    <ul className="entries">
      {area.missions.map((mission) => (
        <MissionEntry key={mission.id} mission={mission} />
      ))}
    </ul>
  );
}

function MissionEntry({ mission }: { mission: Mission }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const says = useMissionWords();
  const chosen = usePageState('mission') === mission.id;
  const planned = mission.status === 'planned' && mission.phase !== 'ended' ? t('mission.planned') : null;
  return (
    <li className="area-entry area-entry-signed" onPointerEnter={() => hoveredMission.set(mission)} onPointerLeave={() => hoveredMission.set(null)}>
      <MissionSymbol phase={mission.phase} />
      <div>
        <button type="button" className="text-link area-entry-title" aria-pressed={chosen} onClick={() => setPageState({ mission: getPageState().mission === mission.id ? null : mission.id })}>
          {mission.title}
        </button>
        <p>{[says(mission), planned].filter((part) => part !== null).join(' · ')}</p>
        <MissionPhases mission={mission} />
        <p className="note">
          {[
            mission.host === null ? mission.locality : t('mission.hosted', { name: mission.host.name }),
            mission.lngLat === null ? t('mission.inArea') : t('mission.reach', { km: format.km(mission.radiusKm) }),
            mission.distanceKm === null ? null : t('mission.distance', { km: format.km(mission.distanceKm) }),
            mission.capacity === null ? t('mission.capacityUnknown') : t('mission.capacity', { n: format.count(mission.capacity) }),
            mission.treated === null ? null : t('mission.treated', { n: format.count(mission.treated) }),
            ...mission.organisations.map((one) => `${one.name} (${term(organisationRoles, one.role).toLowerCase()})`),
            mission.sourceRow === null ? mission.source : t('initiative.row', { source: mission.source, row: String(mission.sourceRow) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}

/** Before, during, after: the part that holds on the day of the question is inked. */
function MissionPhases({ mission: { phase, start, end } }: { mission: Pick<Mission, 'phase' | 'start' | 'end'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dates = { start: format.shortDate(start), end: format.shortDate(end) };
  const parts = [
    { key: 'coming', words: t('mission.before', { start: dates.start }), care: false },
    { key: 'running', words: t('mission.during', dates), care: true },
    { key: 'ended', words: t('mission.after', { end: dates.end }), care: false },
  ] as const;
  return (
    <ol className="mission-phases">
      {parts.map((part) => (
        <li key={part.key} {...(part.key === phase ? { 'aria-current': 'date' as const } : {})} data-care={part.care}>
          <span>{part.words}</span>
          <span className="note">{part.care ? t('mission.care') : t('mission.noCare')}</span>
        </li>
      ))}
    </ol>
  );
}
