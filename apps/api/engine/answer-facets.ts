import { areaTypes } from '#domain/vocabularies/places';
import { awarenessWindow } from '#domain/initiative-rules';
import { initiativeKinds, targetGroups, workingGroupDomains } from '#domain/vocabularies/initiatives';
import type { Facets } from '../contract/facets';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { isActiveMatter } from './initiatives';
import type { EngineQuestions } from './messages';
import { knownPeriod, resolveDate } from './resolve-question';
import { standardsShown } from './standards';
import { surfaceShown } from './surface-shown';

/** What the filters can be set to, with the number of initiatives that are active in the window behind each. */
export function answerFacets(dataset: Dataset, { areaType, asOf: asked, awarenessMonths }: EngineQuestions['facets']['question']): Facets {
  const { heading, sets, initiatives } = dataset;
  const asOf = resolveDate(dataset, asked);
  const window = awarenessWindow(asOf, awarenessMonths);
  const active = initiatives.all.filter((one) => isActiveMatter(one, window));

  const organisations = new Map<string, Facets['organisations'][number]>();
  for (const { row } of active) {
    for (const { id, name, acronym } of new Map(row.organisations.map((one) => [one.id, one])).values()) {
      const known = organisations.get(id);
      organisations.set(id, { id, name, acronym, initiatives: (known?.initiatives ?? 0) + 1 });
    }
  }
  const areasIn = new Map<string, number>();
  for (const { provinceCode } of sets[areaType].areas) if (provinceCode !== null) areasIn.set(provinceCode, (areasIn.get(provinceCode) ?? 0) + 1);

  return {
    dataVersion: heading.dataVersion,
    asOf,
    dateRange: knownPeriod(dataset, asOf),
    provinces: sets.province.areas.map(({ code, name }) => ({ code, name, areas: areasIn.get(code) ?? 0 })),
    organisations: [...organisations.values()].sort((a, b) => b.initiatives - a.initiatives || byText(a.name, b.name) || byText(a.id, b.id)),
    kinds: initiativeKinds.codes.map((code) => ({ code, initiatives: active.filter(({ kinds }) => kinds.has(code)).length })),
    targetGroups: targetGroups.codes.map((code) => ({ code, initiatives: active.filter(({ row }) => row.targetGroups.includes(code)).length })),
    domains: workingGroupDomains.codes.map((code) => ({ code, initiatives: active.filter(({ row }) => row.domain === code).length })),
    standards: standardsShown(dataset, asOf),
    surface: surfaceShown(dataset.surface),
    areaTypes: areaTypes.codes.map((code) => ({ code, areas: sets[code].areas.length })),
    toReview: initiatives.all.filter(({ row }) => row.toReview).length,
  };
}
