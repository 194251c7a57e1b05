import type { AreaType } from '#domain/records';
import { matchTag, normaliseTag, parseTag } from '../hxl-tags';
import { fieldsByKind, type TableRecordKind } from './field-names';
import { fitsKind, kindsInOrder } from './kind-of-columns';

type Tags = readonly (string | null)[];
/** Columns by field, as `FieldTable` has them. */
export type Columns = ReadonlyMap<string, readonly number[]>;

/** What the hashtags of a table say. */
export interface TaggedColumns {
  readonly recordKind: TableRecordKind;
  readonly columns: Columns;
  /** Level of the areas, where the hashtags tell it; null: the rows do, or the table is not about areas. */
  readonly areaType: AreaType | null;
}

const NOT_IMPL = '-prog-funder-donor-partner-support-assessed-counted';
const organisation = (key: string, role: string): readonly (readonly [string, readonly string[]])[] => [
  [`${key}Name`, [`#org${role}+name-type-acronym`, `#org${role}-name-acronym-code-type-id-alias-url-contact`]],
  [`${key}Acronym`, [`#org${role}+acronym-type`, `#org${role}+abbr-type`, `#org${role}+code-name-type`]],
  // The code of a type says more than its name in whichever language.
  [`${key}Type`, [`#org${role}+type+code`, `#org${role}+type`]],
];
const levels = (['country', 'adm1', 'adm2', 'adm3', 'adm4'] as const).flatMap((tag, i): readonly (readonly [string, readonly string[]])[] => {
  const key = ['country', 'province', 'territory', 'healthZone', 'healthArea'][i] ?? '';
  return [[`${key}Code`, [`#${tag}+code`, `#${tag}+iso3`, `#${tag}+iso2`]], [`${key}Name`, [`#${tag}+name`, `#${tag}-code-type-iso3-iso2-lat-lon`]]];
});
const position: readonly (readonly [string, readonly string[]])[] = [['lat', ['#geo+lat']], ['lng', ['#geo+lon', '#geo+lng']]];

/** Tags as they come in the wild, by field, the best first. Tags that are exactly a field’s own go before all of them. */
const LOOSE: Readonly<Record<TableRecordKind, readonly (readonly [field: string, patterns: readonly string[]])[]>> = {
  initiative: [
    ['kinds', ['#activity+type']],
    ['title', ['#activity+name', '#activity+title', '#activity+project+name', '#activity-code-id-type-topic-domain-num', '#output+name', '#output-code-id-num']],
    ['subsector', ['#subsector+name', '#subsector-code-id']],
    ['sector', ['#sector+name', '#sector+cluster-code', '#sector-code-id']],
    ['announcedServices', ['#service+announced']],
    ['service', ['#service+name', '#service-code', '#item+name', '#item-code-num-quantity']],
    ['description', ['#description']],
    ...organisation('implementing', '+impl'),
    ...organisation('programming', '+prog'),
    ...organisation('funder', '+funder'),
    ...organisation('funder', '+donor'),
    ...organisation('implementing', NOT_IMPL),
    ...levels,
    ['start', ['#date+start']],
    ['end', ['#date+end']],
    ['reportedOn', ['#date+reported', '#date+report', '#date-start-end-year-month-expiry-updated']],
    ['status', ['#status']],
    ['targetGroups', ['#beneficiary+type', '#beneficiary-num-f-m']],
    ['budget', ['#value+budget']],
    ['currency', ['#currency', '#value+currency']],
  ],
  structure: [
    ['name', ['#loc+name', '#loc+facility-type-code-id-ownership', '#loc-type-code-id-level-ownership']],
    ['type', ['#loc+type']],
    ['ownership', ['#loc+owner', '#loc+ownership']],
    ...position,
    ...levels,
    ['supportedBy', ['#org+support', '#org+partner', '#org-code-type-acronym']],
  ],
  organisation: [
    ['acronym', ['#org+acronym', '#org+abbr']],
    ['type', ['#org+type']],
    ['aliases', ['#org+alias', '#org+alt']],
    ['name', ['#org+name', '#org-code-type-acronym-id-url']],
  ],
  area: [],
  population: [['year', ['#date+year']]],
  assessment: [
    ['structureName', ['#loc+name', '#loc+facility-type-code-id', '#loc-type-code-id-ownership']],
    ...levels,
    ...position,
    ['assessedOn', ['#date+assessed', '#date+reported', '#date-start-end-expiry']],
    ['assessedBy', ['#org-type-code-acronym-support-funder']],
    ['service', ['#service+name', '#service-availability-barriers-code']],
    ['availability', ['#service+availability', '#service+status', '#status-access-functionality']],
  ],
  stock: [
    ['structureName', ['#loc+name', '#loc+facility-type-code-id', '#loc-type-code-id-ownership']],
    ...levels,
    ...position,
    ['item', ['#item+name', '#item-batch-quantity-num-code-expiry-unit']],
    ['batch', ['#item+batch', '#item+lot']],
    ['quantity', ['#item+quantity', '#item+num', '#capacity+num']],
    ['expiry', ['#date+expiry', '#item+expiry', '#date+expiration']],
    ['countedOn', ['#date+counted', '#date+reported', '#date-start-end-expiry-expiration']],
    ['countedBy', ['#org-type-code-acronym-support-funder']],
  ],
};

/** What the hashtags say, or null: nothing that the tool knows. `samples`: the first values of a column, for tags that leave open whether they hold codes. */
export function columnsByTags(tags: Tags, samples: (column: number) => readonly string[] = () => []): TaggedColumns | null {
  for (const recordKind of tags.some(isOfAreas) ? (['area', ...kindsInOrder] as const) : kindsInOrder) {
    const columns = columnsOf(recordKind, tags);
    const areaType = recordKind === 'area' || recordKind === 'population' ? placeFinest(columns, tags, recordKind) : null;
    swapCodes(columns, samples);
    if (areaType !== null && tags.some((tag) => tag !== null && !ABOUT_AREAS.test(parseTag(tag)?.tag ?? ''))) continue;
    if (fitsKind(recordKind, columns.keys())) return { recordKind, columns, areaType };
  }
  return null;
}

/** Tags that only a list of areas has: with them a column of people does not make it a table of people. */
const AREA_LIST_TAGS = new Set(['#adm+parent+code', '#adm+othercode', '#date+validfrom', '#date+validto'].map((tag) => normaliseTag(tag)));
const isOfAreas = (tag: string | null): boolean => tag !== null && AREA_LIST_TAGS.has(normaliseTag(tag));

function columnsOf(recordKind: TableRecordKind, tags: Tags): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  const taken = new Set<number>();
  const take = (field: string, column: number): void => {
    columns.set(field, [...(columns.get(field) ?? []), column]);
    taken.add(column);
  };
  const own = new Map(fieldsByKind[recordKind].map(({ tag, name }) => [normaliseTag(tag), name]));
  tags.forEach((tag, column) => {
    const field = tag === null ? undefined : own.get(normaliseTag(tag));
    // Of a tag that comes twice the first column counts, but several columns of people or of a list are read together.
    if (field !== undefined && (!columns.has(field) || isSeveral(recordKind, field))) take(field, column);
  });
  for (const [field, patterns] of LOOSE[recordKind]) {
    if (columns.has(field)) continue;
    for (const pattern of patterns) {
      const fitting = tags.flatMap((tag, column) => (!taken.has(column) && matchTag(tag, pattern) ? [column] : []));
      const [first] = fitting;
      if (first === undefined) continue;
      for (const column of isSeveral(recordKind, field) ? fitting : [first]) take(field, column);
      break;
    }
  }
  if (recordKind === 'population' || recordKind === 'area') addPopulation(columns, tags);
  if (recordKind === 'initiative') for (const key of ['targeted', 'reached'] as const) addPeople(columns, taken, tags, key);
  return columns;
}

const isSeveral = (kind: TableRecordKind, field: string): boolean => fieldsByKind[kind].some(({ name, several }) => name === field && several);

const FEMALE = ['f', 'women', 'girls', 'female'];
const MALE = ['m', 'men', 'boys', 'male'];
const CHILD = ['children', 'child', 'girls', 'boys', 'infants', 'adolescents', 'under18'];
const ADULT = ['adults', 'adult', 'women', 'men', 'elderly', 'over18'];
const PEOPLE = new Set([...FEMALE, ...MALE, ...CHILD, ...ADULT, 'ind', 'num', 'total', 'people', 'individuals', 'all']);

/** People by sex and age. Where only the sexes are given they are added up to the total: who of them are children is not known. */
function addPeople(columns: Map<string, number[]>, taken: Set<number>, tags: Tags, key: 'targeted' | 'reached'): void {
  const free = tags.flatMap((tag, column) => {
    const parsed = tag === null || taken.has(column) ? null : parseTag(tag);
    // Households, displaced people and the like are parts of a whole, or no people.
    return parsed?.tag === `#${key}` && [...parsed.attributes].every((name) => PEOPLE.has(name)) ? [{ column, attributes: parsed.attributes }] : [];
  });
  const add = (field: string, column: number): void => {
    columns.set(field, [...(columns.get(field) ?? []), column]);
  };
  const bySex: number[] = [];
  for (const { column, attributes } of free) {
    const has = (names: readonly string[]): boolean => names.some((name) => attributes.has(name));
    const sex = has(FEMALE) ? 'f' : has(MALE) ? 'm' : null;
    const age = has(CHILD) ? 'child' : has(ADULT) ? 'adult' : null;
    if (sex === null) {
      if (age === null && !columns.has(`${key}Total`)) add(`${key}Total`, column);
    } else if (age === null) bySex.push(column);
    else add(`${key}${age === 'child' ? (sex === 'f' ? 'Girls' : 'Boys') : sex === 'f' ? 'Women' : 'Men'}`, column);
  }
  if (bySex.length > 1 && !columns.has(`${key}Total`)) for (const column of bySex) add(`${key}Total`, column);
}

const ALL_PEOPLE = new Set(['total', 't', 'tl', 'all', 'ind', 'num', 'people', 'individuals', 'est', 'estimate', 'estimated', 'projected', 'projection', 'sum']);

/** People of every sex and age. Where there are only all women and all men, both together; a part of them is not all. */
function addPopulation(columns: Map<string, number[]>, tags: Tags): void {
  if (columns.has('population')) return;
  const found = tags.flatMap((tag, column) => {
    const parsed = tag === null ? null : parseTag(tag);
    return parsed?.tag === '#population' ? [{ column, of: [...parsed.attributes].filter((name) => !ALL_PEOPLE.has(name)) }] : [];
  });
  const only = (names: readonly string[]): number | undefined => found.find(({ of }) => of.length === names.length && of.every((name) => names.includes(name)))?.column;
  const all = only([]);
  const [female, male] = [only(['f']), only(['m'])];
  if (all !== undefined) columns.set('population', [all]);
  else if (female !== undefined && male !== undefined) columns.set('population', [female, male]);
}

const LEVELS: readonly (readonly [tag: string, type: AreaType])[] = [['#adm4', 'healthArea'], ['#adm3', 'healthZone'], ['#adm2', 'territory'], ['#adm1', 'province'], ['#country', 'country']];

/** Other hashtags say that the rows are about something else that happened in the areas. */
const ABOUT_AREAS = /^#(?:country|region|adm\d|loc|geo|population|date|meta|valid|status)$/;

/** A table of areas or people: the finest level is what the rows are about, the next one what they lie in. */
function placeFinest(columns: Map<string, number[]>, tags: Tags, kind: 'area' | 'population'): AreaType | null {
  if (columns.has('areaCode') || columns.has('areaName')) return null;
  const at = LEVELS.findIndex(([tag]) => tags.some((each) => matchTag(each, tag)));
  const [tag, type] = LEVELS[at] ?? [];
  if (tag === undefined || type === undefined) return null;
  const find = (patterns: readonly string[]): number => patterns.map((pattern) => tags.findIndex((each) => matchTag(each, pattern))).find((column) => column >= 0) ?? -1;
  const set = (field: string, column: number): void => {
    if (column >= 0) columns.set(field, [column]);
  };
  set('areaCode', find([`${tag}+code`]));
  set('areaName', find([`${tag}+name`, `${tag}-code-type`]));
  const above = LEVELS.slice(at + 1).find(([each]) => tags.some((given) => matchTag(given, each)))?.[0];
  if (above !== undefined && kind === 'area' && above !== '#country') set('parentCode', find([`${above}+code`]));
  if (above !== undefined && kind === 'population') set('parentName', find([`${above}+name`, `${above}-code-type`]));
  return type;
}

const CODE = /^[A-Z]{2,3}\d[A-Z\d]*$/;

/** `#adm1` alone may hold codes: the values tell. */
function swapCodes(columns: Map<string, number[]>, samples: (column: number) => readonly string[]): void {
  for (const [field, [column]] of columns) {
    const codeField = /^(?:country|province|territory|healthZone|healthArea)Name$/.test(field) ? field.replace(/Name$/, 'Code') : null;
    if (codeField === null || column === undefined || columns.has(codeField)) continue;
    const values = samples(column);
    if (values.length === 0 || !values.every((value) => CODE.test(value))) continue;
    columns.delete(field);
    columns.set(codeField, [column]);
  }
}
