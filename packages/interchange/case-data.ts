import { issue, type Issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';

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

/** Open data name the contact of a facility, never of a person; the reader never looks at them. */
const OF_FACILITIES = /^(contact number|contact phone|phone|operator phone)$/;

/**
 * Whether columns look like data about cases or persons: the whole file is refused and nothing is kept.
 * `facilities`: the rows are health facilities of a public map, whose telephone numbers are not read.
 */
export function caseDataFault(columns: readonly string[], facilities = false): Issue | null {
  const keys = columns.map((column) => ({ column, key: normaliseName(column.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')) })).filter(({ key }) => !(facilities && OF_FACILITIES.test(key)));
  const telling = keys.flatMap(({ column, key }) => (TELLING.some(([, pattern]) => pattern.test(key)) ? [column] : []));
  const person = [AGE, SEX, DATE].map((pattern) => keys.find(({ key }) => pattern.test(key))?.column);
  const found = telling.length > 0 ? telling : person.every((column) => column !== undefined) ? person : [];
  return found.length === 0 ? null : issue('caseDataRefused', 'error', { column: found.join(', '), expected: null });
}
