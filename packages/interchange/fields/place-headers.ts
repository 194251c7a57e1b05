import type { AreaType } from '#domain/records';

/** Words that name a level of ours, whatever else the table has. */
const FIXED: readonly (readonly [AreaType, string])[] = [
  ['country', 'pays|country|adm(?:in)? ?0|admin level 0|pais'],
  ['province', 'adm(?:in)? ?1|admin level 1'],
  ['territory', 'adm(?:in)? ?2|admin level 2|territoires?|territory'],
  ['healthZone', 'adm(?:in)? ?3|admin level 3|zones? (?:de )?sante|zs|health zone|health district|district (?:sanitaire|de sante)'],
  ['healthArea', 'adm(?:in)? ?4|admin level 4|aires? (?:de )?sante|as|health area'],
];

/** Words of all countries for levels, coarse before fine. A country names its levels by some of them: which level a word is follows from the others that the table has. */
const RANKED: readonly string[] = [
  'regions?(?: sanitaire)?|states?|governorates?|gouvernorats?|oblast|departamentos?|wilayas?|dps|division provinciale(?: de la sante)?',
  'provinces?|provincias?',
  'departements?|departments?|prefectures?|county|counties|raion',
  'districts?|distritos?',
  'sous prefectures?|sub ?county|sub ?counties|communes?|municipios?|municipality|municipalities|lga|local government areas?|locality|localites?|woreda|arrondissements?|township|cercle|canton|hromada|sub ?district|upazila',
  'wards?|payams?|posto administrativo|sections? communales?|kebele|bairro|union',
];
/** Levels that words of no fixed level are given, in their order. */
const LEVELS: readonly AreaType[] = ['province', 'territory', 'healthZone', 'healthArea'];

const CODE = '(?:p ?code|code|cod|codigo|pcod)';
const AFTER_CODE = '(?: (?:de )?(?:la |l |du |del |da )?)?';
const codeOf = (words: string): RegExp => new RegExp(`^(?:${CODE}${AFTER_CODE}(?:${words})|(?:${words}) ?${CODE})(?: |$)`);
const nameOf = (words: string): RegExp => new RegExp(`^(?:(?:nom|name|nombre)(?: de| of)?(?: la| l| du| the| del)? )?(?:${words})\\b(?!.*\\b(?:code|pcode|p code|type|nombre|nb|number|population|chef|nom de(?! la zone))\\b)`);

interface Level {
  readonly rank: number;
  readonly level: AreaType | null;
  readonly code: RegExp;
  readonly name: RegExp;
}
const WORDS: readonly Level[] = [
  ...FIXED.map(([level, words], i): Level => ({ rank: -1 - i, level, code: codeOf(words), name: nameOf(words) })),
  ...RANKED.map((words, rank): Level => ({ rank, level: null, code: codeOf(words), name: nameOf(words) })),
];
/** A code that does not say of what. */
const LONE_CODE = /^(?:p ?codes?|admin(?:istrative)? p ?codes?|area p ?code|pcode admin)$/;

interface PlaceColumn {
  readonly column: number;
  readonly word: Level;
  readonly part: 'Name' | 'Code';
}

function placeColumn(key: string, column: number): PlaceColumn | null {
  for (const word of WORDS) {
    if (word.code.test(key)) return { column, word, part: 'Code' };
    if (word.name.test(key)) return { column, word, part: 'Name' };
  }
  return null;
}

/** Whether a header, in compared form, names a level of places. */
export const isPlaceWord = (key: string): boolean => placeColumn(key, 0) !== null;

/**
 * Fields of the columns that say where, `provinceName` and the like, null where a column says something else. The first column of a level counts.
 * `Region, Prefecture` are two levels in one country, `Prefecture, Commune` in another: the words are given levels in their order.
 */
export function placeFields(keys: readonly string[]): (string | null)[] {
  const found = keys.flatMap((key, column) => placeColumn(key, column) ?? []);
  const taken = new Set(found.flatMap(({ word }) => word.level ?? []));
  const ranks = [...new Set(found.flatMap(({ word }) => (word.level === null ? [word.rank] : [])))].sort((a, b) => a - b);
  const free = LEVELS.filter((level) => !taken.has(level));
  // A word that is finer than all levels we keep says nothing.
  const levelOf = ({ rank, level }: Level): AreaType | null => level ?? free[ranks.indexOf(rank)] ?? null;
  const fields: (string | null)[] = keys.map(() => null);
  for (const { column, word, part } of found) {
    const level = levelOf(word);
    const field = level === null ? null : `${level}${part}`;
    if (field !== null && !fields.includes(field)) fields[column] = field;
  }
  const lone = keys.findIndex((key) => LONE_CODE.test(key));
  const finest = [...LEVELS].reverse().find((level) => fields.includes(`${level}Name`));
  // A code without a word is that of the finest area beside it.
  if (lone >= 0 && finest !== undefined && !fields.some((field) => field?.endsWith('Code') === true)) fields[lone] = `${finest}Code`;
  return fields;
}
