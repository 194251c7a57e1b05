/** A text that a spreadsheet would run: it begins with a sign of formulas (narrow or full-width), whatever guards stand before it already. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula. A plain number is left as it is. `withoutGuard` gives back every text. */
export const guardFormula = (text: string): string => (RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** Takes back what `guardFormula` put before a text. */
export const withoutGuard = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
