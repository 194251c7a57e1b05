import { issue, type Issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import { contactColumns, countedSurvivors } from './case-data';
import { cellText, isNoValue } from './cell-values';
import { REMOVED, withoutContacts, withoutPersonalData } from './free-text-privacy';
import type { Table } from './table';

const ROWS_LOOKED_AT = 200;
/** So few values may be chance. */
const LEAST_VALUES = 5;
/** Of stories fewer are enough. */
const LEAST_STORIES = 3;
const COLUMNS_LOOKED_AT = 200;

/** Headers under which names of persons stand, though they do not say so. */
const PERSONS = /^(?:noms?|noms? complets?|names?|jina|nome|nombre)$|\b(?:personnes?|persons?|benef\w*|participants?|membres?|members?|individus?|representants?)\b/;
/** `MUHINDO Kasereka`, `Kasereka MUHINDO`: one name in capitals and one that begins with one. */
const NAME_IN_CAPITALS = /^(?=.*\p{Lu}{3,})(?=.*\p{Lu}\p{Ll}{2,})\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}$/u;
const BODY = /\b(?:ong|asbl|association|fondation|foundation|care|heal|aid|aide|international\w*|africa|afrique|action|caritas|croix|hopital|centre|cs|hgr|zone|province|groupe|union|reseau|synergie|women|femmes|save|world|vision|plan|nord|sud|north|south)\b/;
/** What happened to one person. */
const STORY = /\b(?:filles?|femmes?|garcons?|enfants?|hommes?|survivante?s?|victimes?|girls?|woman|women|boys?|child|survivors?|nina|mujer|niña)\b[^.]{0,60}\b\d{1,2} ?(?:ans|mois|years?|yo|anos)\b|\b\d{1,2} ?(?:ans|years? old|yo|anos)\b[^.]{0,80}\b(?:viol\w*|rape\w*|agress\w*|abus\w*|assault\w*)\b/;

/**
 * Whether a column lists persons, their telephone numbers or what happened to them, whatever its header says: most of its values are the name of a
 * person, a number to call or a story, and nothing else; or a column that should count survivors holds something else than numbers. The whole file is
 * refused. `facilities`: the contacts of facilities are public, and never read.
 */
export function caseDataInValues(table: Table, facilities = false): Issue | null {
  const rows = table.rows.slice(0, ROWS_LOOKED_AT);
  const contacts = new Set(contactColumns(table.headers, facilities, table.tags));
  const counts = new Set(countedSurvivors(table.headers));
  const found = table.headers.slice(0, COLUMNS_LOOKED_AT).filter((header, column) => {
    if (contacts.has(column)) return false;
    const texts = rows.map(({ cells }) => cellText(cells[column] ?? null)).filter((text) => text !== '');
    if (counts.has(column) && texts.some((text) => !isCount(text))) return true;
    if (mostly(texts, LEAST_STORIES, (text) => STORY.test(normaliseName(text.slice(0, 500))))) return true;
    const values = texts.filter((text) => text.length <= 80);
    if (mostly(values, LEAST_VALUES, (text) => isPerson(text) || (!facilities && isNumberToCall(text)))) return true;
    return PERSONS.test(normaliseName(header)) && mostly(values, LEAST_VALUES, (text) => NAME_IN_CAPITALS.test(text) && !BODY.test(normaliseName(text)));
  });
  return found.length === 0 ? null : issue('caseDataRefused', 'error', { column: found.join(', ') });
}

const mostly = (texts: readonly string[], least: number, is: (text: string) => boolean): boolean => texts.length >= least && texts.filter(is).length * 2 > texts.length;

/** A count, or a word that says there is none or that it is done. */
const isCount = (text: string): boolean => /^[\d\s\u00a0\u202f.,%]+$/.test(text) || isNoValue(text) || /^(?:oui|non|yes|no|x)$/i.test(text) || /^(?:total|nombre|number)\b/i.test(text);
const isPerson = (text: string): boolean => /\p{L}/u.test(text) && withoutPersonalData(text).text === REMOVED;
const isNumberToCall = (text: string): boolean => /^\+?[\d\s.()/-]+$/.test(text) && withoutContacts(text).text === REMOVED;
