/** A text that a spreadsheet would run: it begins with a sign of formulas and is no plain number. */
const RUNS = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula. */
export const guardFormula = (text: string): string => (RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** Takes back what `guardFormula` put before a text. */
export const withoutGuard = (text: string): string => (text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text);
