import type { CSSProperties } from 'react';
import { dayNumber } from '#domain/calendar';
import { organisationRoles } from '#domain/vocabularies/organisations';
import { sessionStatuses } from '#domain/vocabularies/programmes';
import { services } from '#domain/vocabularies/structures';
import { MISSIONS, useMissions, useMissionsQuery, type MissionItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { Desk, EmptyNotice } from '../care/desk';
import { FileLinks } from '../care/file-links';
import { RowActions } from '../care/row-actions';
import './programmes.css';

/** Teams sent for a time: before, during and after the day that is asked about. */
export default function MissionDesk() {
  const { t } = useCareWords();
  const query = useMissions();
  const asked = useMissionsQuery();
  return (
    <Desk id="missions" title={t('mission.title')} intro={t('mission.intro')} begin={[{ form: 'mission', label: t('mission.new') }]}>
      <Answered query={query} loading={t('mission.loading')}>
        {({ items, asOf }) =>
          items.length === 0 ? (
            <EmptyNotice words={t('mission.none')} why={t('mission.noneWhy')} />
          ) : (
            <>
              <Timeline missions={items} asOf={asOf} />
              <FileLinks what={t('mission.title')} path={MISSIONS} query={asked} />
              <ul className="care-list">
                {items.map((mission) => (
                  <MissionRow key={mission.id} mission={mission} />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Desk>
  );
}

/** Every mission as a bar over one axis of days, with the day that is asked about: a gap closes where a bar begins and opens again where it ends. */
function Timeline({ missions, asOf }: { missions: readonly MissionItem[]; asOf: string }) {
  const { t } = useCareWords();
  const format = useFormat();
  const drawn = missions.filter(({ phase }) => phase !== 'cancelled').sort((a, b) => (a.start < b.start ? -1 : 1));
  if (drawn.length === 0) return null;
  const from = Math.min(dayNumber(asOf), ...drawn.map(({ start }) => dayNumber(start)));
  const to = Math.max(dayNumber(asOf), ...drawn.map(({ end }) => dayNumber(end)));
  const share = (day: number): string => `${String(((day - from) / Math.max(1, to - from + 1)) * 100)}%`;
  return (
    <figure className="mission-lines" style={{ '--now': share(dayNumber(asOf)) } as CSSProperties}>
      <figcaption className="note">{t('mission.timeline', { date: format.date(asOf) })}</figcaption>
      <ol>
        {drawn.map(({ id, title, start, end, phase, status }) => (
          <li key={id}>
            <span className="mission-name">{title}</span>
            <span className="mission-track">
              <span className="mission-bar" data-phase={status === 'planned' ? 'before' : phase} style={{ left: share(dayNumber(start)), width: `calc(${share(dayNumber(end) + 1)} - ${share(dayNumber(start))})` }} />
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function MissionRow({ mission }: { mission: MissionItem }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { id, title, service, host, area, locality, radiusKm, start, end, status, phase, capacity, treated, organisations, entered } = mission;
  const where = host !== null ? [host.name] : [locality, area?.name].filter((part) => part !== undefined && part !== null);
  // A mission that is only planned gives care in a forecast, never as a fact.
  const unconfirmed = status === 'planned' && (phase === 'during' || phase === 'after');
  return (
    <li className="care-row">
      <p className="care-row-title">{title}</p>
      <div className="care-row-side">
        <span className="phase" data-phase={unconfirmed ? 'before' : phase}>
          {unconfirmed ? term(sessionStatuses, status) : t(`mission.phase.${phase}`)}
        </span>
      </div>
      <p>
        {t('mission.sentence', { service: term(services, service), start: format.date(start), end: format.date(end), where: where.length === 0 ? t('mission.nowhere') : where.join(', '), radius: format.km(radiusKm) })} {t(`mission.means.${unconfirmed ? 'unconfirmed' : phase}`)}
      </p>
      <p className="note">
        {[
          term(sessionStatuses, status),
          capacity === null ? t('mission.capacityUnknown') : t('mission.capacityOf', { n: format.count(capacity) }),
          treated.total === null ? t('mission.treatedUnknown') : t('mission.treatedOf', { n: format.count(treated.total) }),
          ...organisations.map(({ role, organisation }) => `${term(organisationRoles, role)} : ${organisation.name}`),
        ].join(' · ')}
      </p>
      <RowActions form="mission" record={id} structure={host} entered={entered} />
    </li>
  );
}
