import { dividedAreaNames, equalAreaNames } from './area-name-table';
import { normaliseName } from './normalise-name';

/** Words for a level, which some files write into the name: `ZS Goma`, `Zone de santé de Goma`, `Goma (Zone de santé)`, `Province du Nord-Kivu`. */
const LEVEL_WORDS = 'zone de sante(?: rurale| urbaine)?|zone sante|health zone|z s|zs|aire de sante|health area|a s|territoire|territory|province|district|ville|commune|secteur|chefferie|departement|department|region|county';
const BEFORE = new RegExp(`^(?:la |le |l )?(?:${LEVEL_WORDS}) (?:de la |de l |de |du |des |d |of )?(?=\\S)`);
const AFTER = new RegExp(`(?<=\\S) (?:${LEVEL_WORDS})$`);
/** A number behind a name: `Masina II` and `Masina 2` are one. */
const NUMERALS: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6' };

/** A name without words for its level, its accents and signs; nothing is left out if nothing would remain. */
function bareName(name: string): string {
  const plain = normaliseName(name);
  const bare = plain.replace(BEFORE, '').replace(AFTER, '');
  return (bare === '' ? plain : bare).replace(/ (vi|iv|v|i{1,3})$/, (_, numeral: string) => ` ${NUMERALS[numeral] ?? numeral}`);
}

const CANONICAL: ReadonlyMap<string, string> = new Map(equalAreaNames.flatMap(([first, ...others]) => (first === undefined ? [] : others.map((other): [string, string] => [bareName(other), bareName(first)]))));
const DIVIDED: ReadonlyMap<string, readonly string[]> = new Map(dividedAreaNames.map(({ name, into }) => [bareName(name), into.map(areaNameKey)]));

/**
 * The form in which names of areas are compared: as `normaliseName`, without words for the level, with numerals as digits, and old or
 * other names of the table as the one that is compared. Two names of one key name the same area if they lie in the same one.
 */
export function areaNameKey(name: string): string {
  const bare = bareName(name);
  return CANONICAL.get(bare) ?? bare;
}

/** Keys of the areas into which the area of this name was divided; empty if none is known. */
export const partsOfDividedArea = (name: string): readonly string[] => DIVIDED.get(bareName(name)) ?? [];
