import { normaliseName } from '#domain/normalise-name';
import { normaliseTag } from '../hxl-tags';
import { fieldsByKind, type TableRecordKind } from './field-names';
import { HEADER_WORDS } from './header-words';
import { fitsKind, kindsInOrder } from './kind-of-columns';

export interface HeaderOfColumn {
  /** The header as it is compared. */
  readonly key: string;
  readonly tag: string | null;
}

/** The name of the field that each column is likely to be, null where none; a field is suggested once. */
export function suggestFields(kind: TableRecordKind, columns: readonly HeaderOfColumn[]): (string | null)[] {
  const fits = columns.flatMap(({ key, tag }, column) => fitsOf(kind, key, tag).map(({ field, score }) => ({ field, score, column })));
  const suggested: (string | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  for (const { field, column } of fits.sort((a, b) => a.score - b.score || a.column - b.column)) {
    if (taken.has(field) || suggested[column] !== null) continue;
    suggested[column] = field;
    taken.add(field);
  }
  return suggested;
}

/** A field’s own hashtag or label fits best, then the words by which files name it. */
function fitsOf(kind: TableRecordKind, key: string, tag: string | null): { field: string; score: number }[] {
  const wanted = tag === null ? null : normaliseTag(tag);
  const own = fieldsByKind[kind].flatMap((field) => {
    if (wanted !== null && normaliseTag(field.tag) === wanted) return [{ field: field.name, score: 0 }];
    return normaliseName(field.fr) === key || normaliseName(field.en) === key ? [{ field: field.name, score: 1 }] : [];
  });
  const worded = HEADER_WORDS[kind].flatMap(([field, ...patterns], order) => {
    const at = patterns.findIndex((pattern) => pattern.test(key));
    return at < 0 ? [] : [{ field, score: 2 + at * 100 + order }];
  });
  return [...own, ...worded];
}

/** The kind of record whose fields explain most of the columns, if they are enough for it; null: none is. */
export function suggestKind(columns: readonly HeaderOfColumn[]): TableRecordKind | null {
  let best: { kind: TableRecordKind; found: number } | null = null;
  for (const kind of kindsInOrder) {
    const fields = suggestFields(kind, columns).filter((field) => field !== null);
    if (fitsKind(kind, fields) && (best === null || fields.length > best.found)) best = { kind, found: fields.length };
  }
  return best?.kind ?? null;
}
