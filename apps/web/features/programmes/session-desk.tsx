import { targetGroups } from '#domain/vocabularies/initiatives';
import { sessionStatuses, sessionTopics } from '#domain/vocabularies/programmes';
import { cadres } from '#domain/vocabularies/structures';
import { SESSIONS, useCoverage, useSessions, type SessionItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { usePageState } from '../../state/use-page-state';
import { Answered } from '../care/answered';
import { Desk, EmptyNotice } from '../care/desk';
import { FileLinks } from '../care/file-links';
import { RowActions } from '../care/row-actions';
import { Coverage } from './coverage';
import './programmes.css';

/** Trainings of every group: what was held against what was planned, who had none, and each session. */
export default function SessionDesk() {
  const { t } = useCareWords();
  const coverage = useCoverage();
  const sessions = useSessions();
  const group = usePageState('coverGroup');
  return (
    <Desk id="sessions" title={t('session.title')} intro={t('session.intro')} begin={[{ form: 'session', label: t('session.new') }]}>
      <Answered query={coverage} loading={t('session.loading')}>
        {(answer) => <Coverage answer={answer} />}
      </Answered>
      <h3>{t('session.list')}</h3>
      <Answered query={sessions} loading={t('session.loading')}>
        {({ items }) => {
          const listed = items.filter(({ audience }) => group === null || audience === group);
          return listed.length === 0 ? (
            <EmptyNotice words={t('session.none')} why={t('session.noneWhy')} />
          ) : (
            <>
              <FileLinks what={t('session.list')} path={SESSIONS} query={group === null ? '' : `audience=${group}`} />
              <ul className="care-list">
                {listed.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </ul>
            </>
          );
        }}
      </Answered>
    </Desk>
  );
}

function SessionRow({ session }: { session: SessionItem }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { id, title, topic, audience, area, start, end, status, planned, women, men, total, origins, organisations, entered } = session;
  const said = (count: number | null): string => (count === null ? '?' : format.count(count));
  const bySex = women === null && men === null ? t('session.bySexUnknown') : t('session.bySex', { women: said(women), men: said(men) });
  return (
    <li className="care-row">
      <p className="care-row-title">{title}</p>
      <div className="care-row-side">
        <p className="care-figure">{status === 'completed' ? (total === null ? t('session.uncounted') : t('session.people_', { n: format.count(total) })) : term(sessionStatuses, status)}</p>
        <p className="note">{[...(status === 'completed' ? [bySex] : []), ...(planned === null ? [] : [t('session.plannedOf', { n: format.count(planned) })])].join(' · ')}</p>
      </div>
      <p>{[term(targetGroups, audience), term(sessionTopics, topic), area?.name ?? t('session.nowhere')].join(' · ')}</p>
      <p className="note">{[start === end ? format.date(start) : t('session.fromTo', { start: format.shortDate(start), end: format.shortDate(end) }), ...organisations.map(({ organisation }) => organisation.name)].join(' · ')}</p>
      {origins.length === 0 ? null : (
        <p className="note">{t('session.from', { list: format.list(origins.map(({ structure, cadre, number }) => `${structure.name} (${said(number)} ${term(cadres, cadre).toLowerCase()})`)) })}</p>
      )}
      <RowActions form="session" record={id} entered={entered} />
    </li>
  );
}
