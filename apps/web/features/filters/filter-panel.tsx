import { DEFAULT_AWARENESS_MONTHS, DEFAULT_THETA } from '#domain/gap-defaults';
import type { AreaType } from '#domain/records';
import { evidenceLevels } from '#domain/vocabularies/flags';
import { areaTypes } from '#domain/vocabularies/places';
import { useTranslation } from 'react-i18next';
import { useFacets } from '../../api/queries';
import { Disclosure } from '../../controls/disclosure';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import type { PageState } from '../../state/page-state';
import { setPageState, usePart, usePageState } from '../../state/use-page-state';
import { Legend } from '../legend/legend';
import { DateFilter } from './date-filter';
import { FacetFilters } from './facet-filters';
import { ForecastFilter } from './forecast-filter';
import { Line } from './line';
import { ReachFilter } from './reach-filter';
import { ServiceLines } from './service-lines';
import './filters.css';

const MONTHS = [0, 1, 3, 6, 12, 24];
const THETAS = [0.25, 0.5, 0.75];
const UNSET: Partial<PageState> = { asOf: null, ahead: 0, service: 'cmr', reach: 'straightLine', threshold: null, standard: null, evidence: 'reported', awarenessMonths: null, theta: null, areaType: 'healthZone', province: [], organisation: [], kind: [], targetGroup: [], domain: [], off: [], structuresOff: [], search: null };
const isSet = (state: PageState): boolean => (Object.keys(UNSET) as (keyof PageState)[]).some((key) => JSON.stringify(state[key]) !== JSON.stringify(UNSET[key]));

/** Everything that a person sets about the question, and the legend, which filters too. */
export default function FilterPanel() {
  const { t } = useTranslation();
  const changed = usePart(isSet);
  return (
    <>
      <h2 className="visually-hidden">{t('filters.label')}</h2>
      <DateFilter />
      <ForecastFilter />
      <ReachFilter />
      <StandardFilters />
      <FacetFilters />
      {changed ? (
        <button type="button" className="link-button" onClick={() => setPageState(UNSET)}>
          {t('filters.reset')}
        </button>
      ) : null}
      <Legend />
    </>
  );
}

function StandardFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const { data: facets } = useFacets();
  const evidence = usePageState('evidence');
  const months = usePageState('awarenessMonths') ?? DEFAULT_AWARENESS_MONTHS;
  const theta = usePageState('theta') ?? DEFAULT_THETA;
  const areaType = usePageState('areaType');
  return (
    <div className="filter filter-lines">
      <ServiceLines />
      <Line label={t('filters.evidence')}>
        <select className="select" value={evidence} onChange={(event) => setPageState({ evidence: event.target.value as PageState['evidence'] })}>
          {evidenceLevels.codes.map((code) => (
            <option key={code} value={code}>
              {term(evidenceLevels, code)}
            </option>
          ))}
        </select>
      </Line>
      <Disclosure title={t('filters.settings')}>
        <div className="filter-lines">
          <Line label={t('filters.awarenessMonths')} wide>
            <select className="select" value={months} onChange={(event) => setPageState({ awarenessMonths: Number(event.target.value) === DEFAULT_AWARENESS_MONTHS ? null : Number(event.target.value) })}>
              {withChosen(MONTHS, months).map((one) => (
                <option key={one} value={one}>
                  {t('filters.months', { count: one, n: format.count(one) })}
                </option>
              ))}
            </select>
          </Line>
          <Line label={t('filters.theta')} wide>
            <select className="select" value={theta} onChange={(event) => setPageState({ theta: Number(event.target.value) === DEFAULT_THETA ? null : Number(event.target.value) })}>
              {withChosen(THETAS, theta).map((one) => (
                <option key={one} value={one}>
                  {t('filters.thetaOf', { n: format.percent(one) })}
                </option>
              ))}
            </select>
          </Line>
          {facets && facets.areaTypes.length > 1 ? (
            <Line label={t('filters.areaType')} wide>
              <select className="select" value={areaType} onChange={(event) => setPageState({ areaType: event.target.value as AreaType, area: null })}>
                {facets.areaTypes.map((one) => (
                  <option key={one.code} value={one.code}>
                    {`${term(areaTypes, one.code)} · ${format.count(one.areas)}`}
                  </option>
                ))}
              </select>
            </Line>
          ) : null}
        </div>
      </Disclosure>
    </div>
  );
}

/** The choices, and the one that a link brought if it is none of them. */
const withChosen = (choices: readonly number[], chosen: number): number[] => [...new Set([...choices, chosen])].sort((a, b) => a - b);
