/**
 * The form in which names are compared: no accents, lower case, hyphens, apostrophes and any other sign as one space.
 * `Nord-Kivu`, `NORD KIVU` and `Nord Kivu ` are one name; `Saké` and `Sake` too.
 */
export function normaliseName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
