import { normaliseName } from '#domain/normalise-name';
import { GIVEN_NAMES } from './given-names';

/** What stands where something was taken out. */
export const REMOVED = '[retiré]';

export type PersonalData = 'email' | 'phone' | 'person';
export interface CleanedText {
  readonly text: string;
  /** Kinds of what was taken out; empty: the text is as it was. */
  readonly found: readonly PersonalData[];
}

const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}\s?@\s?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;
/** Mailboxes of an organisation, not of a person. */
const PUBLIC_MAILBOX = /^(?:info|infos|contact|contacts|secretariat|bureau|coordination|admin|administration|plaintes?|feedback|signalements?|alerte|hotline|support|communication|office|help|psea|pseah|complaints?|rh|recrutement)\b[^@]*@/i;
/** International, or nine to eleven digits that begin with 0, however they are grouped; after a cue, any eight digits or more. */
const PHONE = /(?<![\d.,/-])(?:(?:\+\s?\d|00[1-9])\d{0,2}(?:[\s.()/-]{0,2}\d){6,13}|0\d{2}(?:[\s.-]?\d){6,8})(?![\d/])|(?<=\b(?:t[ée]l(?:[ée]phone)?s?|gsm|whatsapp|phone|mobile|portable|cell|call|appel(?:er|ez)?|joindre|joignable|num[ée]ro)\b[\s.:°)/-]{0,4}(?:au |le |du |at )?)\+?\d(?:[\s.()/-]?\d){7,13}/giu;
/** A number that is there to be known. */
const PUBLIC_NUMBER = /(?:ligne verte|num[ée]ro (?:vert|gratuit|court|d[’' ]urgence)|hot ?line|toll[ -]free|standard)[^.;]{0,25}$/iu;

const CAPITALISED = String.raw`(?<![\p{L}\d])\p{Lu}[\p{L}’'-]{0,40}\p{L}(?![\p{L}\d])`;
const NAME = String.raw`${CAPITALISED}(?:\s+(?:${CAPITALISED}|\p{Lu}\.)){0,3}`;
const TITLE = String.raw`(?:M\.|Mr\.?|MM\.|Mme\.?|Mmes|Mlle\.?|Mrs\.?|Ms\.?|Dr\.?|Drs|Docteur|Doctoresse|Prof\.?|Professeur|Pr\.|Me|Ma[îi]tre|S(?:œ|oe)ur|Abb[ée]|Pasteur|Pasteure|R[ée]v\.?|P[èe]re|Mgr|Monseigneur|Monsieur|Madame|Mademoiselle|Honorable|Hon\.|Colonel|Col\.|Capitaine|Commandant|Lieutenant|Maman|Papa|MAMAN|PAPA|MADAME|MONSIEUR|DR)`;
const SURELY_TITLED = new RegExp(String.raw`(?<![\p{L}\d])(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Mrs\.?|Dr\.|DR|Docteur|Monsieur|Madame|Mademoiselle|MADAME|MONSIEUR)\s+${NAME}`, 'gu');
const TITLED = new RegExp(String.raw`(?<![\p{L}\d])${TITLE}\s+${NAME}`, 'gu');
const CUE = String.raw`(?:[Cc]ontact(?:er|ez|s)?|CONTACT|[Pp]ersonne (?:de )?(?:contact|ressource)|[Pp]oint focal|POINT FOCAL|[Ff]ocal point|[Rr]esponsable|[Ss]uperviseure?|[Cc]oordonn?ateur|[Cc]oordonn?atrice|[Pp]r[ée]par[ée]e?s? par|[Rr]emplie?s? par|[Ss]aisie?s? par|[Rr][ée]alis[ée]e?s? par|[Rr][ée]dig[ée]e?s? par|[Cc]ompil[ée]e?s? par|[Ss]oumise?s? par|[Pp]repared by|[Rr]eported by|[Ss]ubmitted by|[Ss]ign[ée]|[Nn]om et pr[ée]nom|[Nn]oms?|[Nn]omm[ée]e?|[Nn]ames?|[Rr]epr[ée]sent[ée] par|[Aa]nim[ée]e?s? par|[Ff]acilit[ée]e?s? par|[Dd]irig[ée]e?s? par|[Cc]onduite?s? par|[Ff]acilitated by|[Aa]nimateur|[Aa]nimatrice|[Ee]nqu[êe]teur|[Ee]nqu[êe]trice|[Ee]numerator)`;
const CUED = new RegExp(String.raw`(?<![\p{L}\d])${CUE}\s*(?:du projet|du site|de la zone|VBG|PSEA|PEAS)?\s*[:=,(–-]?\s*(${CAPITALISED}(?:\s+(?:${CAPITALISED}|\p{Lu}\.)){1,3})`, 'gu');
/** A run of words that begin with a capital. */
const RUN = new RegExp(String.raw`(?<![\p{L}\d])${CAPITALISED}(?:\s+(?:${CAPITALISED}|\p{Lu}\.)){1,40}`, 'gu');

/** What is named after a person is a place or a body: `Hôpital Dr Kabila`, `Fondation Jean Paul II`, `Sainte Marie`. */
const NAMED_AFTER = /(?:\b(?:h[ôo]pital|hgr|clinique|centre|center|cs|csr|ch|polyclinique|maternit[ée]|dispensaire|fondation|foundation|institut|[ée]cole|lyc[ée]e|coll[èe]ge|universit[ée]|paroisse|[ée]glise|cath[ée]drale|ong|asbl|association|r[ée]seau|camp|site|quartier|avenue|av|rue|place|rond[- ]point|pont|mont|lac|stade|village|localit[ée]|saint|sainte|st|ste|notre[- ]dame)\.?(?:\s+(?:de|du|des|la|le|d[’']|m[ée]dical|hospitalier|g[ée]n[ée]ral|de r[ée]f[ée]rence|de sant[ée]))*\s*)$/iu;
/** Bodies that bear the name of a person. */
const BODIES = /^(?:marie stopes|jean paul ii|bill gates|denis mukwege|panzi|heal africa|martin luther)/;
/** Words that begin with a capital and are no name. */
const NO_NAME = /^(?:zone|aire|sante|province|territoire|ville|groupe|cluster|programme|projet|nord|sud|est|ouest|haut|bas|kivu|ituri|tanganyika|maniema|goma|bukavu|bunia|beni|butembo|kinshasa|ministere|division|bureau|comite|unicef|unfpa|unhcr|hcr|oim|oms|pam|fao|ocha|msf|cicr|vbg|psea|eas|ong|rdc|les|des|une|dans|pour|avec|sous|aux|organisation|association|fondation|national|nationale|provincial|provinciale|international|internationale|sub|sous|section|monitoring|protection|wash|nutrition|education|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;

/** Takes phone numbers and e-mail addresses out of a text, but for those that an organisation gives to everybody. */
export function withoutContacts(given: string): CleanedText {
  const found = new Set<PersonalData>();
  let text = given;
  if (text.includes('@')) text = text.replace(EMAIL, (match) => (PUBLIC_MAILBOX.test(match.replace(/\s/g, '')) ? match : taken(found, 'email')));
  if (/\d(?:\D{0,3}\d){6}/.test(text)) text = text.replace(PHONE, (match, at: number) => (PUBLIC_NUMBER.test(text.slice(Math.max(0, at - 60), at)) ? match : taken(found, 'phone')));
  return { text, found: [...found] };
}

/** Takes contacts and names of persons out of a text that somebody wrote. Cautious: two words with a capital alone are no name. */
export function withoutPersonalData(given: string): CleanedText {
  const contacts = withoutContacts(given);
  const found = new Set<PersonalData>(contacts.found);
  let text = contacts.text;
  if (/\p{Lu}/u.test(text)) {
    // Where every word has a capital, capitals say nothing: only what is sure is taken out.
    const capitals = isInCapitals(text);
    text = text.replace(capitals ? SURELY_TITLED : TITLED, (match, at: number) => (isNamedAfter(text, at) ? match : taken(found, 'person')));
    text = text.replace(CUED, (match, name: string) => (looksLikeName(name) ? `${match.slice(0, match.length - name.length)}${taken(found, 'person')}` : match));
    text = text.replace(RUN, (match, at: number) => withoutGivenNames(match, isNamedAfter(text, at), found, capitals ? 2 : 1));
  }
  return { text, found: [...found] };
}

function taken(found: Set<PersonalData>, kind: PersonalData): string {
  found.add(kind);
  return REMOVED;
}

function isInCapitals(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 10 >= words.length * 7;
}

const isNamedAfter = (text: string, at: number): boolean => NAMED_AFTER.test(text.slice(Math.max(0, at - 60), at));

/** After a cue: words of which none is known as something else, and not only short acronyms. */
function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/);
  const plain = words.map(normaliseName);
  return plain.every((word) => !NO_NAME.test(word)) && (words.some((word) => /\p{Ll}/u.test(word)) || plain.some((word) => GIVEN_NAMES.has(word)));
}

/** `Jean KABILA`, `Mwamba Marie Claire`: a given name and another name beside it. */
function withoutGivenNames(match: string, namedAfter: boolean, found: Set<PersonalData>, namesNeeded: 1 | 2): string {
  if (namedAfter) return match;
  const words = match.split(/\s+/);
  const plain = words.map(normaliseName);
  for (let first = 0; first < words.length; first++) {
    if (!GIVEN_NAMES.has(plain[first] ?? '') || BODIES.test(plain.slice(first).join(' '))) continue;
    // `KAMBALE Josué`: a family name in capitals may go before. Where all is in capitals nothing tells it from other words.
    const from = namesNeeded === 1 && first > 0 && /^\p{Lu}{3,}$/u.test(words[first - 1] ?? '') && isName(words[first - 1], plain[first - 1]) ? first - 1 : first;
    let to = first + 1;
    while (GIVEN_NAMES.has(plain[to] ?? '')) to++;
    for (let more = 0; more < (namesNeeded === 1 ? 3 : 1) && isName(words[to], plain[to]); more++) to++;
    if (to - from < 2 || plain.slice(from, to).filter((word) => GIVEN_NAMES.has(word)).length < namesNeeded) continue;
    const before = words.slice(0, from).join(' ');
    // What it is named after may stand in the same run of capitals: `Hôpital Jean Paul`.
    if (isNamedAfter(`${before} `, before.length + 1)) continue;
    return [...words.slice(0, from), taken(found, 'person'), ...words.slice(to)].join(' ');
  }
  return match;
}

const isName = (word: string | undefined, plain: string | undefined): boolean => word !== undefined && plain !== undefined && (plain.length > 2 || word.endsWith('.')) && !NO_NAME.test(plain);
