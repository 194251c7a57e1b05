import { initiativeKinds, targetGroups, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { useTranslation } from 'react-i18next';
import { useFacets } from '../../api/queries';
import { FacetSelect, type FacetOption } from '../../controls/facet-select';
import { useTerm } from '../../i18n/terms';
import { FILTER_KEYS, type FilterKey } from '../../state/page-state';
import { setPageState, usePart } from '../../state/use-page-state';

/** Who, what, for whom: narrows the list, never changes a class. */
export function FacetFilters() {
  const { t } = useTranslation();
  const term = useTerm();
  const { data: facets } = useFacets();
  if (facets === undefined) return null;
  const options: Readonly<Record<FilterKey, readonly FacetOption[]>> = {
    province: facets.provinces.map((one) => ({ code: one.code, label: one.name, count: one.areas })),
    organisation: facets.organisations.map((one) => ({ code: one.id, label: one.acronym === null || one.acronym === one.name ? one.name : `${one.acronym} · ${one.name}`, count: one.initiatives })),
    kind: facets.kinds.map((one) => ({ code: one.code, label: term(initiativeKinds, one.code), count: one.initiatives })),
    targetGroup: facets.targetGroups.map((one) => ({ code: one.code, label: term(targetGroups, one.code), count: one.initiatives })),
    domain: facets.domains.map((one) => ({ code: one.code, label: term(workingGroupDomains, one.code), count: one.initiatives })),
  };
  return (
    <div className="filter">
      <h3 className="filter-label" title={t('filters.narrows')}>
        {t('filters.who')}
      </h3>
      <div className="facets">
        {FILTER_KEYS.map((key) => (
          <Facet key={key} filter={key} options={options[key]} />
        ))}
      </div>
    </div>
  );
}

function Facet({ filter, options }: { filter: FilterKey; options: readonly FacetOption[] }) {
  const { t } = useTranslation();
  const chosen = usePart<readonly string[]>((state) => state[filter]);
  return <FacetSelect name={t(`filters.${filter}`)} options={options} chosen={chosen} onChoose={(codes) => setPageState({ [filter]: codes })} />;
}
