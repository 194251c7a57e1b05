const ESCAPED = /\\([\\;])/g;

/**
 * Several values in one cell, `; ` between them. A semicolon or a backslash of a value is escaped by a backslash; null is an
 * empty place of a parallel list. An empty list is an empty cell.
 */
export function joinCell(values: readonly (string | null)[]): string {
  // One null alone would read as no value: parallel lists are as long as the list of names they belong to.
  return values.map((value) => (value ?? '').replace(/[\\;]/g, String.raw`\$&`)).join('; ').trimEnd();
}

/** The values of such a cell, trimmed; an empty place is null. Line breaks separate too. */
export function splitCell(text: string): (string | null)[] {
  if (text.trim() === '') return [];
  const parts = text.split(/(?<!(?<!\\)\\(?:\\\\)*)[;\n]/);
  return parts.map((part) => part.trim().replace(ESCAPED, '$1') || null);
}
