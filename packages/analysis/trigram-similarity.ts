/**
 * The trigrams of a text as pg_trgm cuts them: each word (letters and digits, lower case) with two spaces before and one after, every run of
 * three characters, each once. `Cat` gives `  c`, ` ca`, `cat`, `at `.
 */
export function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{Nd}]+/gu)) {
    const characters = Array.from(`  ${word} `);
    for (let i = 2; i < characters.length; i += 1) trigrams.add(`${characters[i - 2] ?? ''}${characters[i - 1] ?? ''}${characters[i] ?? ''}`);
  }
  return trigrams;
}

/** Trigrams in common ÷ trigrams in either, in [0, 1]; 0 where a text has no letter or digit. `similarity(a, b)` of pg_trgm. */
export function similarityOfTrigrams(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const trigram of a) if (b.has(trigram)) common += 1;
  const either = a.size + b.size - common;
  return a.size === 0 || b.size === 0 ? 0 : common / either;
}

/** Similarity of two texts by their trigrams. */
export const trigramSimilarity = (a: string, b: string): number => similarityOfTrigrams(trigramsOf(a), trigramsOf(b));
