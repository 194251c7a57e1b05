import { normaliseName } from '#domain/normalise-name';
import { cellText, isNoValue, type Cell } from '../cell-values';

const TOTAL = /^(?:grand |sous |sub ?|gran |sum of )?tota(?:l|ux|ls|is|les)\b/;
/** What stands under a table, in one cell of an otherwise empty row. */
const NOTE = /^(?:\*|nb\b|n b\b|notes?\b|sources?\b|remarques?\b|legende\b|legend\b|mise? a jour\b|updated\b|last update|prepared by|prepare par|elabore par|fuente\b|fonte\b|nota\b)/;
/** A row that says of each column what is to be filled in. */
const OF_FORM = /^(?:texte?|text|liste?( deroulante)?|list|dropdown|date|nombre( entier)?|number|numeric|numerique|entier|integer|oui non|yes no|obligatoire|required|mandatory|facultatif|optional|optionnel|choix( unique| multiple)?|select|jj mm aaaa|dd mm yyyy|yyyy mm dd|aaaa mm jj|tous|toutes|tout|all|todos)$/;
const IS_NUMBER = /^[-+]?[\d\s\u00a0\u202f.,]+ ?%?$/;
/** In a narrower table one filled cell is a row. */
const LEAST_COLUMNS = 4;
const LONGEST = 300;

/** The first cells of rows repeat: organisations, provinces. */
const remembered = new Map<string, string>();
const MAX_REMEMBERED = 5000;

function compared(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const plain = text.startsWith('*') ? '*' : normaliseName(text);
  remembered.set(text, plain);
  return plain;
}

/** Whether a row is no record: totals of others, a note under the table, a filter, or words that say how to fill the columns. */
export function isRowOfTotals(cells: readonly Cell[], columns: number): boolean {
  const words: string[] = [];
  let filled = 0;
  for (const cell of cells) {
    const text = cellText(cell);
    if (text === '') continue;
    filled++;
    if (typeof cell === 'number' || IS_NUMBER.test(text) || isNoValue(text)) continue;
    if (typeof cell !== 'string' || text.length > LONGEST) return false;
    words.push(compared(text));
    // Most rows end here: their first words are neither, and more follows.
    if (filled > 1 && !words.every((each) => TOTAL.test(each)) && !words.every((each) => OF_FORM.test(each))) return false;
  }
  if (words.length > 0 && words.every((each) => TOTAL.test(each))) return true;
  if (words.length > 1) return words.length === filled;
  return filled === 1 && columns >= LEAST_COLUMNS && NOTE.test(words[0] ?? '');
}
