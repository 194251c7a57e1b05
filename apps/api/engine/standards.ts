import type { CareStandard } from '#domain/care-standard';
import type { IsoDate } from '#domain/dates';
import { defaultStandardOf } from '#domain/shipped-standards';
import { standardInForce, stateOfStandard } from '#domain/standard-versions';
import { services } from '#domain/vocabularies/structures';
import type { StandardShown } from '../contract/facets';
import { byText } from './by-text';
import type { Dataset } from './dataset';

/** A standard as it can be chosen, with what it is on a day. */
export function standardShown({ heading: { standards } }: Pick<Dataset, 'heading'>, standard: CareStandard, asOf: IsoDate): StandardShown {
  const { code, version, nameFr, nameEn, service, authority, adoptedOn } = standard;
  const isDefault = code === defaultStandardOf(service) && standardInForce(standards, code, asOf)?.version === version;
  return { code, version, nameFr, nameEn, service, authority, adoptedOn, state: stateOfStandard(standards, standard, asOf), isDefault };
}

/** Every version of every standard: by service, the default first, then by code, the newest version first. */
export function standardsShown(dataset: Pick<Dataset, 'heading'>, asOf: IsoDate): StandardShown[] {
  return dataset.heading.standards
    .map((standard) => standardShown(dataset, standard, asOf))
    .sort((a, b) => services.codes.indexOf(a.service) - services.codes.indexOf(b.service) || Number(b.isDefault) - Number(a.isDefault) || byText(a.code, b.code) || b.version - a.version);
}
