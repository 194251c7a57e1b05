import type { StructureDetail } from '#api/contract/records';
import { daysBetween } from '#domain/calendar';
import { readinessLevels } from '#domain/vocabularies/flags';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { fillOf } from '../../map/structure-shapes';
import { useCriterionWords } from '../gaps/area-words';
import { StructureSymbol } from './structure-symbol';

/** The same rule 30, 60 and 90 days on, with no resupply: what lapses, and when. */
export function ReadinessForecast({ structure }: { structure: StructureDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const { criterion } = useCriterionWords();
  // In a forecast the first moment is the day foretold; what lies before it is past.
  const moments = [{ at: structure.at, readiness: structure.readiness, missing: structure.missing }, ...structure.forecast.filter(({ at }) => at > structure.at)];
  return (
    <>
      <h3>{t('structure.forecast')}</h3>
      <ol className="forecast" aria-label={t('structure.forecastLabel')}>
        {moments.map((moment) => (
          <li key={moment.at}>
            <StructureSymbol type={structure.type} fill={fillOf(moment.readiness, moment.missing.length, structure.unknown.length)} />
            <span className="forecast-when">{moment.at === structure.asOf ? format.shortDate(moment.at) : t('structure.inDays', { n: format.count(daysBetween(structure.asOf, moment.at)) })}</span>
            <span>{term(readinessLevels, moment.readiness)}</span>
            {moment.missing.length > 0 ? <span className="note">{moment.missing.map(criterion).join(', ')}</span> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
