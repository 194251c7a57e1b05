import { issue, type Issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import { parseTag } from './hxl-tags';

/**
 * Columns that by themselves say: this is about cases or persons (domain.md §9). Matched against headers in their compared form.
 * Counts of beneficiaries, and telephone numbers of facilities, are not among them.
 */
const TELLING: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['survivor', /surviv(or|ant)/],
  ['victim', /victim/],
  ['perpetrator', /\bperpetrators?\b|\bagresseurs?\b|\bauteurs? (presumes?|du viol|de l (acte|incident))\b/],
  ['gbvims', /\bgbvims\b|\bvbgims\b/],
  ['incident', /\b(id|code|n|no|num|numero|date|heure|lieu|location|time) (de )?(l )?incident\b|\bincident ?(id|code|date|number|time|location|type)\b|\bdate (de )?(l )?(agression|viol|evenement)\b|\bdate of (the )?(assault|rape)\b/],
  ['caseId', /\b(id|code|n|no|numero) (de |du )?(cas|dossier)\b|\bcase (id|code|number|no)\b/],
  ['personName', /\bprenoms?\b|\b(first|last|given|family) name\b|\bsurname\b|\bnoms? (et |du |de la |des |de l )?(patiente?s?|malades?|beneficiaires?|enfants?|repondante?s?|personnes?)\b|\bpatient (id|name|code)\b/],
  ['birth', /\bdate (de )?naissance\b|\bdate of birth\b|\bdob\b/],
  ['phone', /\b(tele)?phones?\b|\btel\b|\bgsm\b|\bwhatsapp\b|\bmobile (number|no)\b|\bnumero (de )?(tel|telephone|phone)\b/],
  ['consent', /\bconsentement\b|\bconsent\b/],
];

/** Together these make one row one person, even where none of the columns would alone. */
const AGE = /^age\b|\bage (en annees|du|de la|years)\b/;
const SEX = /^(sexe|sex|genre|gender)$|\bsexe (du|de la)\b/;
/** Dates of a project or a report do not make a row a case. */
const DATE = /^(?!.*\b(debut|fin|start|end|rapport\w*|report\w*|projet|project|maj|update\w*)\b).*\bdate\b/;
/** What is asked of one person. */
const OF_ONE = /^(noms?|name|full name|nom complet|initiales?|initials|identite|beneficiaire|beneficiary|patiente?)$|\btypes? (de |d |of )?(violences?|viol|agression|assault)\b|\b(diagnostic|diagnosis|symptomes?|plaintes?|antecedents?|etat civil|marital status|statut matrimonial|grossesse|village d origine|provenance)\b/;

/** Open data name the contact of a facility, never of a person; the reader never looks at them. */
const OF_FACILITIES = /^(contact ?number|contact ?phone|contact ?person|phone|phone ?number|operator phone|email|url|address)$/;

/** Whether a column of a public register of facilities holds their contacts. */
export const isFacilityContact = (column: string): boolean => OF_FACILITIES.test(keyOf(column));

/** Attributes of HXL hashtags that say the same as the columns above. */
const TELLING_ATTRIBUTES = new Set(['survivor', 'survivors', 'victim', 'victims', 'case', 'cases', 'perpetrator', 'patient', 'dob', 'birthdate', 'phone', 'firstname', 'lastname', 'surname', 'givenname']);
const INCIDENT_ATTRIBUTES = new Set(['id', 'code', 'date', 'time', 'location']);
const CONTACT_ATTRIBUTES = new Set(['name', 'person', 'email', 'phone', 'mobile']);

/** A hashtag about cases or persons. Counts of people (`#affected+f`, `#reached+num`) are not. */
function isTellingTag(text: string): boolean {
  const parsed = parseTag(text);
  if (parsed === null) return false;
  const has = (names: ReadonlySet<string>): boolean => [...parsed.attributes].some((name) => names.has(name));
  return has(TELLING_ATTRIBUTES) || (parsed.tag === '#contact' && (parsed.attributes.size === 0 || has(CONTACT_ATTRIBUTES))) || (parsed.attributes.has('incident') && has(INCIDENT_ATTRIBUTES));
}

/** Survey tools put the groups of a question before it: `groupe_2/age` asks the age. */
const questionOf = (column: string): string => column.replace(/^.*[/:]/, '');
const keyOf = (column: string): string => normaliseName(column.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

/**
 * Whether columns look like data about cases or persons: the whole file is refused and nothing is kept.
 * `facilities`: the rows are health facilities of a public map or register, whose telephone numbers are not read.
 * `tags`: HXL hashtags of the columns, where there are some.
 */
export function caseDataFault(columns: readonly string[], facilities = false, tags: readonly (string | null)[] | null = null): Issue | null {
  const asked = columns.map((column, index) => ({ column, keys: [...new Set([keyOf(column), keyOf(questionOf(column))])], tag: tags?.[index] ?? null }));
  const keys = asked.filter((each) => !(facilities && each.keys.some((key) => OF_FACILITIES.test(key))));
  const telling = keys.flatMap(({ column, keys: texts, tag }) => (texts.some((key) => TELLING.some(([, pattern]) => pattern.test(key))) || (tag !== null && isTellingTag(tag)) ? [column] : []));
  if (telling.length > 0) return refusal(telling);
  const find = (pattern: RegExp): string | undefined => keys.find(({ keys: texts }) => texts.some((key) => pattern.test(key)))?.column;
  const [age, sex] = [find(AGE), find(SEX)];
  if (age === undefined || sex === undefined) return null;
  const third = find(DATE) ?? find(OF_ONE);
  return third === undefined ? null : refusal([age, sex, third]);
}

const refusal = (columns: readonly string[]): Issue => issue('caseDataRefused', 'error', { column: columns.join(', '), expected: null });
