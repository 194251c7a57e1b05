/** A text in the form that rules match: lower case, no accents, apostrophes and hyphens as spaces, one space at a time. */
export interface PlainText {
  readonly plain: string;
  /** The words of the original between two positions of the plain text. */
  original(from: number, to: number): string;
}

const AS_SPACE = /[\s'’‘`´_«»"“”()[\]*-]/;

/** Most signs have no accent: only the others are taken apart. */
function plainOf(sign: string): string {
  const lower = sign.toLowerCase();
  return sign.charCodeAt(0) < 128 ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replace('œ', 'oe').replace('æ', 'ae');
}

/** Plain form of a text that remembers where each sign came from, so that matched words are shown as they were written. */
export function plainText(text: string): PlainText {
  let plain = '';
  const positions: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    const plainSign = sign === '\n' ? '\n' : AS_SPACE.test(sign) ? ' ' : plainOf(sign);
    if (plainSign === ' ' && (plain === '' || plain.endsWith(' ') || plain.endsWith('\n'))) continue;
    plain += plainSign;
    while (positions.length < plain.length) positions.push(i);
  }
  const original = (from: number, to: number): string => text.slice(positions[from] ?? text.length, (positions[to - 1] ?? text.length) + 1).trim();
  return { plain, original };
}

/** A stretch of a text that says one thing: negation and need in it concern its own words only. */
export interface Clause {
  readonly start: number;
  readonly text: string;
}

/** A full stop inside `survivant.e.s` or `1.500` ends nothing; `mais` and its like turn the sense. */
const CLAUSE_END = /[.!?](?=\s|$)|[;:\n]|\b(?:mais|toutefois|cependant|neanmoins|however|but)\b/g;

export function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of plain.matchAll(CLAUSE_END)) {
    clauses.push({ start, text: plain.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  clauses.push({ start, text: plain.slice(start) });
  return clauses.filter(({ text }) => text.trim() !== '');
}
