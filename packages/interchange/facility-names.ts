import { normaliseName } from '#domain/normalise-name';
import { REMOVED, withoutContacts, withoutPersonalData, type PersonalData } from './free-text-privacy';

/** What makes a name that of a place, though it is called after a person. */
const OF_PLACE = /\b(?:h[ao]pital\w*|hospital\w*|clini\w+|poly ?clini\w+|cent(?:re|er)s?|cabinet|cs|csr|ps|hgr|chr?|post[eo]?|dispensa\w+|matern\w+|pharmac\w+|chemist|laborat\w+|labo|sante|salud|saude|health|medic\w+|nursing|maison|fondation|foundation|saint\w*|ste?|notre dame|dental|dentaire|optique|ecole|mission\w*|camp|unite|unit|(?:drug ?)?shops?|depot|central|opd)\b|^(?:maman|mama|papa|monseigneur|mgr|pere|soeur|sister|father|abbe|pasteur|bienheureu\w+)\b/;

const TWO_NAMES = /^\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u;

/**
 * The name of a place of care without contacts; null if it is nothing but the name of a person. `practice`: of one person, whose name needs no title
 * to be one. `found`: what was taken out.
 */
export function facilityName(given: string, practice = false): { readonly name: string | null; readonly found: readonly PersonalData[] } {
  const { text, found } = withoutContacts(given);
  const bare = found.length === 0 ? text : text.replaceAll(REMOVED, '').replace(/\b(?:t[ée]l(?:[ée]phone)?|phone|gsm|contact|whatsapp|e-?mail)\b[\s.:]*/giu, '').replace(/[\s,;:()/-]+$/u, '').trim();
  if (bare === '') return { name: null, found };
  const isPerson = !OF_PLACE.test(normaliseName(bare)) && (withoutPersonalData(bare).text === REMOVED || (practice && TWO_NAMES.test(bare)));
  return isPerson ? { name: null, found: [...found, 'person'] } : { name: bare, found };
}
