import { issue, type Issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import { AGE, AGE_ALONE, countsSurvivors, DATE, OF_CARE, OF_ONE, OF_ONE_WITH_AGE, OF_PERSONS, OF_STAFF, OF_SURVIVORS, PHONE, SEX, TELLING } from './case-words';
import { columnsByTags } from './fields/hxl-fields';
import { suggestKind } from './fields/suggest-fields';
import { parseTag } from './hxl-tags';
import { recognisesOcha3w } from './profiles/ocha-3w-columns';

type Tags = readonly (string | null)[] | null;

/** Open data name the contact of a facility, never of a person; the reader never looks at them. */
const OF_FACILITIES = /^(contact ?number|contact ?phone|contact ?person|phone|phone ?number|operator phone|email|url|address)$/;

/** Attributes of HXL hashtags that say the same as the columns above. */
const TELLING_ATTRIBUTES = new Set(['survivor', 'survivors', 'victim', 'victims', 'case', 'cases', 'perpetrator', 'patient', 'dob', 'birthdate', 'phone', 'firstname', 'lastname', 'surname', 'givenname']);
const COUNTED_TAGS = new Set(['#reached', '#targeted', '#indicator']);
const INCIDENT_ATTRIBUTES = new Set(['id', 'code', 'date', 'time', 'location']);
const CONTACT_ATTRIBUTES = new Set(['name', 'person', 'email', 'phone', 'mobile']);

interface Column {
  readonly index: number;
  readonly header: string;
  /** The header as it is compared, and the question in it without the groups of a survey. */
  readonly keys: readonly string[];
  readonly tag: string | null;
}

/** Survey tools put the groups of a question before it: `groupe_2/age` asks the age. */
const questionOf = (header: string): string => header.replace(/^.*[/:]/, '');
const keyOf = (header: string): string => normaliseName(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
const columnsOf = (headers: readonly string[], tags: Tags): Column[] => headers.map((header, index) => ({ index, header, keys: [...new Set([keyOf(header), keyOf(questionOf(header))])], tag: tags?.[index] ?? null }));
const says = ({ keys }: Column, pattern: RegExp): boolean => keys.some((key) => pattern.test(key));

const isContactTag = (tag: string | null): boolean => {
  const parsed = tag === null ? null : parseTag(tag);
  return parsed?.tag === '#contact' && (parsed.attributes.size === 0 || [...parsed.attributes].some((name) => CONTACT_ATTRIBUTES.has(name)));
};

/** A hashtag about cases or persons. Counts of people (`#affected+f`, `#reached+survivors`) are not. */
function isTellingTag(tag: string | null): boolean {
  const parsed = tag === null ? null : parseTag(tag);
  if (parsed === null) return false;
  const has = (names: ReadonlySet<string>): boolean => [...parsed.attributes].some((name) => names.has(name));
  return (has(TELLING_ATTRIBUTES) && !COUNTED_TAGS.has(parsed.tag) && parsed.tag !== '#contact') || (parsed.attributes.has('incident') && has(INCIDENT_ATTRIBUTES));
}

/** Whether the rows are what organisations do, places of care, what was found or counted there: whoever is named beside them answers for the row, and is not its subject. */
function isReport(columns: readonly Column[], tags: Tags): boolean {
  const keys = columns.map(({ keys: [key = ''] }) => key);
  const questions = columns.map((column) => ({ key: column.keys.at(-1) ?? '', tag: null }));
  const tagged = tags === null ? null : columnsByTags(tags);
  const kind = tagged?.recordKind ?? suggestKind(questions);
  if (kind === 'structure') return columns.some((column) => says(column, OF_CARE)) || tagged !== null;
  return kind === 'initiative' || kind === 'assessment' || kind === 'stock' || kind === 'organisation' || recognisesOcha3w(keys);
}

const isContact = (column: Column): boolean => (says(column, OF_STAFF) || isContactTag(column.tag)) && !says(column, OF_PERSONS);

/**
 * Columns of contacts that a report gives beside what it reports: point of contact, telephone of the facility. They are taken out before anything is
 * read. By index; empty where the table is no report.
 */
export function contactColumns(headers: readonly string[], facilities = false, tags: Tags = null): number[] {
  const columns = columnsOf(headers, tags);
  const contacts = columns.filter((column) => isContact(column) || (facilities && says(column, OF_FACILITIES)));
  const phones = columns.filter((column) => says(column, PHONE) && !says(column, OF_PERSONS) && !contacts.includes(column));
  if (contacts.length + phones.length === 0 || !(facilities || isReport(columns, tags))) return [];
  // A number alone may be that of a person helped, unless the rows are places of care.
  const known = facilities || contacts.length > 0 || columns.some((column) => says(column, OF_CARE));
  return [...contacts, ...(known ? phones : [])].map(({ index }) => index).sort((a, b) => a - b);
}

/**
 * Whether columns look like data about cases or persons: the whole file is refused and nothing is kept.
 * `facilities`: the rows are health facilities of a public map or register, whose telephone numbers are not read.
 * `tags`: HXL hashtags of the columns, where there are some.
 */
export function caseDataFault(headers: readonly string[], facilities = false, tags: Tags = null): Issue | null {
  const contacts = new Set(contactColumns(headers, facilities, tags));
  const columns = columnsOf(headers, tags).filter(({ index }) => !contacts.has(index));
  const telling = columns.filter(isTelling).map(({ header }) => header);
  if (telling.length > 0) return refusal(telling);
  const find = (pattern: RegExp): string | undefined => columns.find((column) => says(column, pattern))?.header;
  const [age, alone, sex] = [find(AGE), find(AGE_ALONE), find(SEX)];
  if (age !== undefined && sex !== undefined) {
    const third = find(DATE) ?? find(OF_ONE);
    if (third !== undefined) return refusal([age, sex, third]);
  }
  const one = alone === undefined ? undefined : find(OF_ONE_WITH_AGE);
  return alone === undefined || one === undefined ? null : refusal([alone, one]);
}

function isTelling(column: Column): boolean {
  if (TELLING.some((pattern) => says(column, pattern)) || says(column, PHONE) || isTellingTag(column.tag) || isContactTag(column.tag)) return true;
  if (says(column, OF_PERSONS) && says(column, OF_STAFF)) return true;
  return column.keys.some((key) => OF_SURVIVORS.test(key) && !countsSurvivors(key, column.header));
}

/** Whether a column gives contacts or names of whoever answers for the rows. */
export const namesStaff = (header: string): boolean => columnsOf([header], null).some(isContact);

/** Columns that count survivors: their cells have to be numbers. */
export const countedSurvivors = (headers: readonly string[]): number[] => columnsOf(headers, null).filter((column) => says(column, OF_SURVIVORS)).map(({ index }) => index);

const refusal = (headers: readonly string[]): Issue => issue('caseDataRefused', 'error', { column: headers.join(', '), expected: null });
