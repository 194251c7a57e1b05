import { standardStates } from '#domain/vocabularies/programmes';
import { services } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFacets } from '../../api/queries';
import { useTerm } from '../../i18n/terms';
import type { PageState } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { Line } from './line';

/** Which care is asked for, and the standard by which a structure is ready for it. Another service has other standards. */
export function ServiceLines() {
  const { t } = useTranslation();
  const term = useTerm();
  const { data: facets } = useFacets();
  const language = usePageState('lang');
  const service = usePageState('service');
  const standard = usePageState('standard');
  const offered = facets?.standards.filter((one) => one.service === service) ?? [];
  const usual = offered.find((one) => one.isDefault)?.code ?? '';
  return (
    <>
      <Line label={t('service.label')}>
        <select className="select" value={service} onChange={(event) => setPageState({ service: event.target.value as PageState['service'], standard: null })}>
          {services.codes.map((code) => (
            <option key={code} value={code}>
              {term(services, code)}
            </option>
          ))}
        </select>
      </Line>
      <Line label={t('filters.standard')}>
        <select className="select" value={standard ?? usual} onChange={(event) => setPageState({ standard: event.target.value === usual ? null : event.target.value })}>
          {offered.map((one) => {
            const name = `${language === 'fr' ? one.nameFr : one.nameEn} · v${one.version}`;
            // The version in force is asked for by its code alone: a later one takes its place on its day.
            return one.state === 'adopted' ? (
              <option key={one.code} value={one.code}>
                {name}
              </option>
            ) : (
              <option key={`${one.code}@${one.version}`} value={`${one.code}@${one.version}`}>
                {`${name} · ${term(standardStates, one.state).toLowerCase()}`}
              </option>
            );
          })}
        </select>
      </Line>
    </>
  );
}
