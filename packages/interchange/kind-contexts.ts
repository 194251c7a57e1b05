/** What stands around a word and takes its claim back. One rule for all kinds, so that none can forget it. */
export type Withdrawal = 'absent' | 'subject' | 'none';

const WORDS_LOOKED_AT = 14;

/** Absence, need, demand, plan: the text wants the thing or will have it; it does not say that it is done. */
const BEFORE = [
  /\b(?:sans|aucune?s?|manque[nrs]?t?|absence|ruptures?|carences?|insuffisan\w+|faute|faible(?:sse)?s?|without|lack|no|not|never|jamais)\b/,
  /\b(?:pas|ni|ne pas) (?:de|d|la|le|les|encore|eu|ete|fait|pu)\b|\bn (?:a|ont|avons|est|etait|y a) (?:pas|plus|jamais)\b|\bpas\b/,
  /\bbesoin (?:de|d|en)\b|\b(?:a|ont|avons|avoir) besoin\b|\bnecessite\w*\b|\bil (?:faut|faudrait|fallait)\b|\b(?:sollicit|recommand|souhait|demandon|demande (?:de|d|un))\w*\b|\bneed(?:s|ed)?\b/,
  /\b(?:en )?attente\b|\battend(?:ent|ons|re|ant)\b|\b(?:sera|seront|serait|seraient|vont|allons|va|prevoit|prevoyons|prevoient|envisag\w+|planifi\w+|prevu(?:e?s?))\b|\b(?:will|planned|planning)\b|\bpour (?:mieux|pouvoir)\b/,
];
/** In a comment, `besoins de …` is a complaint; in a title, `réponse aux besoins de …` is what the project answers. */
const BEFORE_IN_COMMENT = /\bbesoins? (?:de|d|en|des)\b|\bplaidoyer\b|\bdefis?\b/;
const AFTER = /^(?:[^,]{0,70}?)\b(?:n (?:a|ont|est|etait|y a) pas|ne (?:sont|se) [^,]{0,20}pas|pas encore|non (?:encore|disponibles?|realisee?s?)|indisponibles?|seront?|seraient?|vont|va (?:commencer|etre|debuter)|prevu(?:e?s?)|planifiee?s?|suspendu(?:e?s?)|interrompu(?:e?s?)|annulee?s?|en attente|a venir|manqu\w+|insuffisant\w*|inexistant\w*|will be|planned|not yet|cancelled|suspended)\b/;

const TRAINED_IN = /\b(?:formations?|forme(?:e?s?)|former|recyclages?|renforcements? (?:des? |en )?capacites?|renforce(?:e?s?) (?:e |en |les |leurs )?capacites?|ateliers?|brief+ings?|trainings?|trained|capacity building|supervisions?|coaching|connaissances?)\b.*\b(?:sur|en|a la|au|aux|lors|portant|autour|on|in|about)\b/;
const TOLD_ABOUT = /\b(?:sensibilis\w*|vulgaris\w*|informe(?:e?s?)|information|campagnes?|causeries?|emissions?|dialogues?|messages?|awareness)\b.*\b(?:sur|contre|autour|concernant|relatif\w*|lors|pendant|about|on)\b|\bvulgaris\w* (?:des?|du|d|de la)(?: \w+){0,5} ?$/;
const JOINED = /(?:,| et| ainsi que| and|\/|&)(?: \w+){0,3} ?$/;

const lastWords = (text: string, count: number): string => text.trimEnd().split(/\s+/).slice(-count).join(' ');

/**
 * Whether a claim made inside a clause is taken back by what stands before or after it in the same clause.
 * `absent`: missing, needed, planned. `subject`: what a training or an awareness session is about, not something that is done.
 */
export function withdrawalOf(before: string, after: string, field: 'title' | 'comment', training: boolean, awareness: boolean): Withdrawal {
  const near = lastWords(before, WORDS_LOOKED_AT);
  if (BEFORE.some((pattern) => pattern.test(near)) || (field === 'comment' && BEFORE_IN_COMMENT.test(near)) || AFTER.test(after)) return 'absent';
  if (training) return 'none';
  if (TRAINED_IN.test(before)) return 'subject';
  return !awareness && TOLD_ABOUT.test(before) ? 'subject' : 'none';
}

/** Whether the word follows an “and”: then it may be a second activity rather than the subject of the first, and a person should look. */
export const mayBeOwnActivity = (before: string): boolean => JOINED.test(before);

/** Subjects of awareness that are not ours: in a row on sexual violence, awareness of these does not count. */
export const OTHER_SUBJECTS = /\b(?:mpox|cholera|ebola|covid|paludisme|hygiene|assainissement|latrines?|dechets|malnutrition|nutrition\w*|anje|allaitement|vaccin\w*|ltp|foncier\w*|mines|engins|explosi\w+|semences?|agricol\w+|menstru\w+|mhm|scolarisation|retour a l ecole|ouvrages|cohabitation|situation securitaire|meritocratie|droits? des enfants|risques de protection de l enfant)\b/;
