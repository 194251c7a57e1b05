import { evidenceLevels, gapClasses, overlapKinds, overlapVerdicts, reachMetrics, readinessLevels } from '#domain/vocabularies/flags';
import { initiativeKinds, targetGroups, workingGroupDomains } from '#domain/vocabularies/initiatives';
import type { LngLat } from '#domain/units';
import { areaTypes } from '#domain/vocabularies/places';
import { sitingGroups, sitingWeights } from '#domain/vocabularies/siting';
import { services } from '#domain/vocabularies/structures';
import { readChanges } from '#domain/what-if';

export const LANGUAGES = ['fr', 'en'] as const;
export const LENSES = ['coordination', 'funding', 'planning'] as const;
export const VIEWS = ['gaps', 'overlaps', 'care', 'import'] as const;
/** What the view of data shows: files, records that may be one, who has reported. */
export const DESKS = ['files', 'matches', 'reporting'] as const;
/** What the view of care shows: what lapses and what is lacking, and the programmes that change it. */
export const CARE_DESKS = ['watch', 'sessions', 'kits', 'missions', 'closures', 'proposals', 'standards'] as const;
/** What a person can fill in; a form takes the whole screen, over any view, and leaves it as it was. */
export const FORMS = ['assessment', 'delivery', 'consumption', 'loss', 'session', 'mission', 'standard', 'closure'] as const;
/** How far ahead the view of care lists what lapses, days. */
export const WATCH_DAYS = ['30', '60', '90'] as const;
/** What is shown of one file. */
export const FILE_PARTS = ['changes', 'refused', 'questions', 'missing', 'notes', 'map'] as const;
/** Areas by need, or the structures that close most of the gap. */
export const FUNDING_LISTS = ['areas', 'next'] as const;
export const TABS = ['list', 'map', 'filters'] as const;
export const SORTS = ['peopleInGap', 'peopleUncertain', 'population', 'nearestReady', 'name'] as const;
export const FILTER_KEYS = ['province', 'organisation', 'kind', 'targetGroup', 'domain'] as const;
/** Entries of the legend: the classes, and the two ways in which an area may have none to show. */
export const LEGEND_KEYS = [...gapClasses.codes, 'notClassified', 'populationUnknown'] as const;

export type Language = (typeof LANGUAGES)[number];
export type Lens = (typeof LENSES)[number];
export type View = (typeof VIEWS)[number];
export type CareDesk = (typeof CARE_DESKS)[number];
export type FormCode = (typeof FORMS)[number];
export type FilePart = (typeof FILE_PARTS)[number];
export type Sort = (typeof SORTS)[number];
export type FilterKey = (typeof FILTER_KEYS)[number];
export type LegendKey = (typeof LEGEND_KEYS)[number];

interface Field<Value> {
  readonly initial: Value;
  /** Undefined: not a value of this field; a mangled link opens with the initial one. */
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: Value) => string;
}

const oneOf = <const Codes extends readonly string[]>(codes: Codes, initial: Codes[number]): Field<Codes[number]> => ({
  initial,
  read: (text) => codes.find((code) => code === text),
  write: (value) => value,
});
const someOf = <const Codes extends readonly string[]>(codes: Codes): Field<readonly Codes[number][]> => ({
  initial: [],
  read: (text) => codes.filter((code) => text.split(',').includes(code)),
  write: (values) => values.join(','),
});
const texts: Field<readonly string[]> = { initial: [], read: (text) => text.split(',').filter((one) => one !== ''), write: (values) => values.join(',') };
const text: Field<string | null> = { initial: null, read: (given) => (given === '' ? undefined : given), write: (value) => value ?? '' };
const date: Field<string | null> = { ...text, read: (given) => (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined) };
const month: Field<string | null> = { ...text, read: (given) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(given) ? given : undefined) };
/** Changes as `writeChanges` gives them, or `on`: changes can be tried and none is. */
const tried: Field<string | null> = { ...text, read: (given) => (given === 'on' || (given !== '' && readChanges(given) !== null) ? given : undefined) };
const number = (min: number, max: number): Field<number | null> => ({
  initial: null,
  read: (given) => (given !== '' && Number(given) >= min && Number(given) <= max ? Number(given) : undefined),
  write: (value) => String(value),
});
const maybeOneOf = <const Codes extends readonly string[]>(codes: Codes): Field<Codes[number] | null> => ({ initial: null, read: (given) => codes.find((code) => code === given), write: (value) => value ?? '' });
const wholeDays = (max: number): Field<number> => ({
  initial: 0,
  read: (given) => (/^\d{1,3}$/.test(given) && Number(given) <= max ? Number(given) : undefined),
  write: (value) => String(value),
});
const flag = (initial: boolean): Field<boolean> => ({ initial, read: (given) => (given === '1' ? true : given === '0' ? false : undefined), write: (value) => (value ? '1' : '0') });

export interface MapPosition {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}
const position: Field<MapPosition | null> = {
  initial: null,
  read: (given) => {
    const [lng, lat, zoom, ...more] = given.split(',').map(Number);
    if (lng === undefined || lat === undefined || zoom === undefined || more.length > 0) return undefined;
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 22 ? { lng, lat, zoom } : undefined;
  },
  write: (value) => (value === null ? '' : [value.lng.toFixed(4), value.lat.toFixed(4), value.zoom.toFixed(2)].join(',')),
};

/** A place on the ground, to about ten metres. */
const point: Field<LngLat | null> = {
  initial: null,
  read: (given) => {
    const [lng, lat, ...more] = given.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    return lng !== undefined && lat !== undefined && more.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : undefined;
  },
  write: (value) => (value === null ? '' : value.map((degrees) => degrees.toFixed(4)).join(',')),
};

/** Corners of an outline, longitude and latitude, five decimals: about a metre. */
const corners: Field<readonly LngLat[]> = {
  initial: [],
  read: (given) => {
    const read = given.split(',').map((corner) => corner.trim().split(' ').map(Number));
    return read.every(([lng = NaN, lat = NaN, ...more]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && more.length === 0) ? read.map(([lng = 0, lat = 0]): LngLat => [lng, lat]) : undefined;
  },
  write: (values) => values.map(([lng, lat]) => `${Number(lng.toFixed(5))} ${Number(lat.toFixed(5))}`).join(','),
};

/** Everything that a person set, and the name under which it stands in the address. */
const FIELDS = {
  lang: oneOf(LANGUAGES, 'fr'),
  lens: oneOf(LENSES, 'coordination'),
  view: oneOf(VIEWS, 'gaps'),
  tab: oneOf(TABS, 'list'),
  areaType: oneOf(areaTypes.codes, 'healthZone'),
  asOf: date,
  reach: oneOf(reachMetrics.codes, 'straightLine'),
  threshold: number(0, 2880),
  service: oneOf(services.codes, 'cmr'),
  standard: text,
  /** Days after `asOf` that the forecast is about; 0: no forecast. Counts only with `asOf`: a forecast stands on a day. */
  ahead: wholeDays(90),
  evidence: oneOf(evidenceLevels.codes, 'reported'),
  awarenessMonths: number(0, 60),
  theta: number(0.01, 1),
  province: texts,
  organisation: texts,
  kind: someOf(initiativeKinds.codes),
  targetGroup: someOf(targetGroups.codes),
  domain: someOf(workingGroupDomains.codes),
  /** What is tried out; null: nothing. */
  whatIf: tried,
  /** Legend entries that are switched off. */
  off: someOf(LEGEND_KEYS),
  structuresOff: someOf(readinessLevels.codes),
  /** The mission whose reach is drawn. */
  mission: text,
  missions: flag(true),
  /** The group whose sessions stand on the map as figures; null: none are shown. Their period is that of the sessions counted. */
  trained: maybeOneOf(['all', ...targetGroups.codes]),
  /** Bands of minutes to ready care. */
  isochrones: flag(false),
  closures: flag(true),
  footprints: flag(false),
  textures: flag(false),
  sort: oneOf(SORTS, 'peopleInGap'),
  search: text,
  area: text,
  structure: text,
  /** The point from which care is looked for. */
  from: point,
  pair: text,
  verdict: someOf(overlapVerdicts.codes),
  overlap: someOf(overlapKinds.codes),
  decided: flag(true),
  desk: oneOf(DESKS, 'files'),
  /** The import whose dry run is open. */
  file: text,
  /** Null: what matters most of this file. */
  part: maybeOneOf(FILE_PARTS),
  care: oneOf(CARE_DESKS, 'watch'),
  /** The form that is open; `structure` says for which structure, where it is about one. */
  form: maybeOneOf(FORMS),
  /** External id of the record that the form corrects, or starts from; null: a new one. */
  record: text,
  /** First and last day of the sessions that are counted; null: as the server takes it. */
  coverFrom: date,
  coverTo: date,
  /** Months without a session after which a group and an area are listed. */
  coverMonths: number(1, 60),
  /** Group that the chart shows alone; null: all. */
  coverGroup: maybeOneOf(targetGroups.codes),
  /** Two versions of a standard that are compared, each as `code@version`. */
  compareA: text,
  compareB: text,
  matchKind: oneOf(['structure', 'organisation'], 'structure'),
  matchState: oneOf(['open', 'joined', 'apart'], 'open'),
  month,
  /** Within how many days what lapses is listed. */
  within: oneOf(WATCH_DAYS, '90'),
  planKind: oneOf(initiativeKinds.codes, 'awareness'),
  planFrom: date,
  planTo: date,
  /** Codes of the areas of the plan, of whatever level; none: the chosen area, where no outline is drawn. */
  planAreas: texts,
  planOutline: corners,
  /** None: not said. */
  planGroups: someOf(targetGroups.codes),
  planPeople: number(0, 1e9),
  /** Id of the organisation that plans it. */
  planOrganisation: text,
  /** How far better-placed areas are looked for, km; null: as the server takes it. */
  planNearbyKm: number(0, 1000),
  /** The check as a page of its own, to be shared and printed. */
  planPage: flag(false),
  /** What the point of view of funding lists. */
  funding: oneOf(FUNDING_LISTS, 'areas'),
  /** How many structures are chosen together; null: ten. */
  nextK: number(1, 50),
  nextWeight: oneOf(sitingWeights.codes, 'people'),
  nextWhom: oneOf(sitingGroups.codes, 'gap'),
  /** Costs by upgrade as the server takes them: `train:5000,equip:12000`. */
  nextCosts: text,
  nextBudget: number(1, 1e12),
  /** The structure of the list that stands out on the map. */
  site: text,
  map: position,
  about: flag(false),
} as const;

type Fields = typeof FIELDS;
type ValueOf<Key extends keyof Fields> = Fields[Key] extends Field<infer Value> ? Value : never;
export type PageState = { readonly [Key in keyof Fields]: ValueOf<Key> };

const readField = <Value>(field: Field<Value>, given: string | null): Value => (given === null ? field.initial : (field.read(given) ?? field.initial));

/** The state that an address says; what it leaves out, or says wrongly, is the initial value. */
export function readPageState(search: string): PageState {
  const query = new URLSearchParams(search);
  const entries = Object.entries(FIELDS).map(([key, field]) => [key, readField<unknown>(field as Field<unknown>, query.get(key))]);
  return Object.fromEntries(entries) as PageState;
}

/** The address of a state: initial values are left out, so that the plainest page has the plainest address. */
export function writePageState(state: PageState): string {
  const parts: string[] = [];
  for (const [key, field] of Object.entries(FIELDS) as [keyof Fields, Field<unknown>][]) {
    const written = field.write(state[key]);
    // Commas separate list items and are legal in a query; encoded they would make the link unreadable.
    if (written !== field.write(field.initial)) parts.push(`${key}=${encodeURIComponent(written).replaceAll('%2C', ',')}`);
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
