import type { AreaType } from '#domain/records';

/** Forms of P-codes, finest first: `CD6103ZS02AS07`, `CD6103ZS02`, `CD6103`, `CD61`. `XX…` codes of exercises have the same form. */
const FORMS: readonly (readonly [AreaType, RegExp])[] = [
  ['healthArea', /^[A-Z]{2}\d{4}ZS\d{2}AS\d{2,3}$/],
  ['healthZone', /^[A-Z]{2}\d{4}ZS\d{2}$/],
  ['territory', /^[A-Z]{2}\d{4}$/],
  ['province', /^[A-Z]{2}\d{2}$/],
];

/** Type of area that the form of a P-code tells; null if it has none of the known forms. */
export const areaTypeOfCode = (code: string): AreaType | null => FORMS.find(([, form]) => form.test(code))?.[0] ?? null;

/**
 * Code of the parent, where the code itself says it: a health area lies in its zone, a zone and a territory in their province.
 * A zone is not given a territory for parent: the two hierarchies cross. Null: the code does not say.
 */
export function parentOfCode(code: string): string | null {
  switch (areaTypeOfCode(code)) {
    case 'healthArea':
      return code.replace(/AS\d+$/, '');
    case 'healthZone':
    case 'territory':
      return code.slice(0, 4);
    default:
      return null;
  }
}

/** Letters that a P-code begins with, ISO 3166 alpha-2 or alpha-3 of its country; null if it begins otherwise. */
export const countryOfCode = (code: string): string | null => /^([A-Z]{3}|[A-Z]{2})(?![A-Z])/.exec(code)?.[1] ?? null;
