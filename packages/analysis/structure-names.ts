import { normaliseName } from '#domain/normalise-name';
import type { StructureType } from '#domain/records';

/** What a name says of its kind of structure: a type of ours, or a word that is none of them. */
export type StatedType = StructureType | 'hospital' | 'hospitalCentre' | 'medicalCentre' | 'clinic' | 'polyclinic' | 'dispensary' | 'maternity';

/** Tried in this order: the longer words first. */
const BY_WORDS: readonly (readonly [StatedType, RegExp])[] = [
  ['HGR', /\bhopital general(?: de)? reference\b|\bhopital general\b|\bhgr\b/],
  ['CSR', /\bcentre de sante de reference\b|\bcsr\b/],
  ['CS', /\bcentre de sante\b|\bhealth (?:centre|center)\b|\bcs\b/],
  ['PS', /\bposte de sante\b|\bhealth post\b|\bps\b/],
  ['hospitalCentre', /\bcentre hopital\b|\bcentre hospitalier\b/],
  ['hospital', /\bhopital\b|\bhospital\b/],
  ['medicalCentre', /\bcentre medic\w*\b|\bmedical (?:centre|center)\b/],
  ['polyclinic', /\bpolyclinique\b|\bpolyclinic\b/],
  ['clinic', /\bclinique\b|\bclinic\b/],
  ['dispensary', /\bdispensaire\b|\bdispensary\b/],
  ['maternity', /\bmaternite\b|\bmaternity\b/],
];

/** The type of a structure as its source says it; failing that, as its name does; null: neither does. */
export const statedType = (name: string, type: StructureType): StatedType | null => (type === 'other' ? (BY_WORDS.find(([, words]) => words.test(normaliseName(name)))?.[0] ?? null) : type);

/** Words that say what a structure is, not which one. */
const KIND_WORDS = new Set(
  'centre center poste hopital hospital general generale reference referral clinique clinic polyclinique polyclinic dispensaire dispensary maternite maternity sante health medical medicale medico chirurgical hospitalier hospitaliere cs csr ps hgr ch cm cmc de du des d la le les l et the of'.split(' '),
);

/** The words of a name that say which structure it is; empty where none does, as in `Centre de santé` or a name that stands for a missing one. */
export function coreName(name: string): string {
  const plain = normaliseName(name);
  return /\bsans nom\b|\bunnamed\b/.test(plain) ? '' : plain.split(' ').filter((word) => !KIND_WORDS.has(word)).join(' ');
}

/**
 * How alike two core names are, in [0, 1]: 1 the same; the share of letters that need no change (Levenshtein); 0.75 at least where one has all the words of
 * the other, as `Kobu` and `Kobu Matumaini`.
 */
export function coreSimilarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const letters = 1 - editDistance(a, b) / Math.max(a.length, b.length);
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')];
  const contained = wordsA.every((word) => wordsB.includes(word)) || wordsB.every((word) => wordsA.includes(word));
  return contained ? Math.max(letters, 0.75) : letters;
}

/** Insertions, deletions and changes of a letter from one text to the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
