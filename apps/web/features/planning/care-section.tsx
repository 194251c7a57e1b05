import type { CheckAnswer } from '#api/contract/check';
import { careLevels } from '#domain/vocabularies/flags';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { StructureSymbol } from '../structures/structure-symbol';
import { useDistanceWords } from './use-distance-words';

/** Care within reach of the inhabitants on the first and the last day, and who gives it. */
export function CareSection({ answer }: { answer: CheckAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const { place, plan, missions } = answer;
  if (place.centre === null) return null;
  return (
    <section className="plan-section">
      <h3>{t('care.title')}</h3>
      <p className="note">
        {place.people === null ? t('care.unknownPeople') : plan.aim === 'announces' && place.aware !== null ? t('care.aware', { n: format.count(place.aware), total: format.count(place.people) }) : t('care.inhabitants', { total: format.count(place.people) })}
      </p>
      <CareTable answer={answer} />
      <Serving answer={answer} />
      {missions.length === 0 ? null : (
        <>
          <h4>{t('care.missions')}</h4>
          <ul className="plan-entries">
            {missions.map((mission) => (
              <li key={mission.id}>
                {mission.title}
                <span className="note">{[t('care.mission', { start: format.shortDate(mission.start), end: format.shortDate(mission.end) }), ...mission.organisations.map(({ name }) => name)].join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function CareTable({ answer: { care, parameters, plan } }: { answer: CheckAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const [start, end] = care;
  if (start === undefined || end === undefined) return null;
  const days = start.at === end.at ? [start] : [start, end];
  return (
    <table className="plan-table">
      <caption className="visually-hidden">{t('care.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('care.level')}</th>
          {days.map(({ moment, at }) => (
            <th key={moment} scope="col">
              {moment === 'start' ? t('care.start', { date: format.shortDate(plan.from) }) : t('care.end', { date: format.shortDate(plan.to) })}
              <span className="note">{at > parameters.asOf ? t('care.foretold') : t('care.asIs')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {careLevels.codes.map((level, index) => (
          <tr key={level} data-level={level}>
            <th scope="row">{term(careLevels, level)}</th>
            {days.map(({ moment, levels }) => {
              const { people = null, share = 0 } = levels[index] ?? {};
              return <td key={moment}>{people === null ? format.percent(share) : t('care.people', { n: format.count(people), share: format.percent(share) })}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Serving({ answer: { serving } }: { answer: CheckAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const distance = useDistanceWords();
  if (serving.length === 0) return <p>{t('care.noServing')}</p>;
  return (
    <>
      <h4>{t('care.serving')}</h4>
      <ul className="plan-entries">
        {serving.map(({ id, name, type, distanceKm, travelMin, people, lapsesAfter, readyAtEnd }) => (
          <li key={id}>
            <span className="plan-entry-title">
              <StructureSymbol type={type} fill="full" /> {name}
            </span>
            <span className="note" data-lapses={!readyAtEnd}>
              {[
                distance({ distanceKm, travelMin }),
                ...(people === null ? [] : [t('care.serves', { n: format.count(people) })]),
                readyAtEnd || lapsesAfter === null ? t('care.lasts') : t('care.lapses', { date: format.shortDate(lapsesAfter) }),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
