import type { TargetGroup } from '#domain/records';
import { targetGroups } from '#domain/vocabularies/initiatives';
import type { CoverageAnswer } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

/** Groups and areas that had no session for months: who is next, and where one is already planned. */
export function WithoutSessions({ answer, group }: { answer: CoverageAnswer; group: TargetGroup | null }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { withoutSessions, audiences, areas, months } = answer;
  const nameOf = (code: string): string => areas.find((area) => area.code === code)?.name ?? code;
  const groups = audiences.map((audience) => ({ audience, lacking: withoutSessions.filter((one) => one.audience === audience) })).filter(({ audience, lacking }) => lacking.length > 0 && (group === null || audience === group));
  return (
    <>
      <h3>{t('cover.withoutTitle', { count: months, n: String(months) })}</h3>
      {groups.length === 0 ? <p className="note">{t('cover.withoutNone')}</p> : null}
      <ul className="without">
        {groups.map(({ audience, lacking }) => (
          <li key={audience}>
            <details className="disclosure">
              <summary>
                <span>{term(targetGroups, audience)}</span>
                <span className="disclosure-note">{t('cover.withoutCount', { count: lacking.length, n: format.count(lacking.length), total: format.count(areas.length) })}</span>
              </summary>
              <ul className="without-areas">
                {lacking.map(({ areaCode, lastHeldOn, nextPlannedOn }) => (
                  <li key={areaCode}>
                    {nameOf(areaCode)}
                    <span className="note"> {[lastHeldOn === null ? t('cover.never') : t('cover.last', { date: format.shortDate(lastHeldOn) }), nextPlannedOn === null ? null : t('cover.next', { date: format.shortDate(nextPlannedOn) })].filter((part) => part !== null).join(' · ')}</span>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
