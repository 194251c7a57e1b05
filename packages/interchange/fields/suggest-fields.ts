import { normaliseName } from '#domain/normalise-name';
import { normaliseTag } from '../hxl-tags';
import { fieldsByKind, type TableRecordKind } from './field-names';
import { HEADER_WORDS } from './header-words';
import { fitsKind, kindsInOrder } from './kind-of-columns';
import { isPlaceWord, placeFields } from './place-headers';

export interface HeaderOfColumn {
  /** The header as it is compared. */
  readonly key: string;
  readonly tag: string | null;
}

/** Wider tables are no lists of the field, whatever they hold: the columns beyond are not looked at. */
export const MAX_LOOKED_AT = 1000;

/** The name of the field that each column is likely to be, null where none; a field is suggested once. */
export function suggestFields(kind: TableRecordKind, all: readonly HeaderOfColumn[]): (string | null)[] {
  const columns = all.slice(0, MAX_LOOKED_AT);
  // Which level a word for a place means depends on the others.
  const places = saysWhere.has(kind) ? placeFields(columns.map(({ key }) => key)) : [];
  const fits = columns.flatMap(({ key, tag }, column) => {
    const place = places[column] ?? null;
    const worded = fitsOf(kind, key, tag).filter(({ field, score }) => place === null || score === TAGGED || !LEVEL_FIELD.test(field));
    return [...worded, ...(place === null ? [] : [{ field: place, score: 2 }])].map(({ field, score }) => ({ field, score, column }));
  });
  const suggested: (string | null)[] = all.map(() => null);
  const taken = new Set<string>();
  for (const { field, column } of fits.sort((a, b) => a.score - b.score || a.column - b.column)) {
    if (taken.has(field) || suggested[column] !== null) continue;
    suggested[column] = field;
    taken.add(field);
  }
  if (kind === 'initiative') nameProgramming(suggested, columns, taken);
  return suggested;
}

/** Beside a column for who implements, a plain `Organisation` is who answers for the programme. */
function nameProgramming(suggested: (string | null)[], columns: readonly HeaderOfColumn[], taken: ReadonlySet<string>): void {
  if (!taken.has('implementingName') || taken.has('programmingName')) return;
  const column = columns.findIndex(({ key }, i) => suggested[i] === null && /^(?:organi[sz]ations?|organizacion|organizacao|org|org name|agency|agence)$/.test(key));
  if (column >= 0) suggested[column] = 'programmingName';
}

/** Kinds of record with a field for each level. */
const saysWhere: ReadonlySet<TableRecordKind> = new Set(kindsInOrder.filter((kind) => fieldsByKind[kind].some(({ name }) => name === 'provinceName')));

/** Score of a fit by hashtag. */
const TAGGED = 0;
const LEVEL_FIELD = /^(?:country|province|territory|healthZone|healthArea)(?:Name|Code)$/;

interface Fit {
  readonly field: string;
  readonly score: number;
}

/** A field’s own hashtag or label fits best, then the words by which files name it. */
function fitsOf(kind: TableRecordKind, key: string, tag: string | null): readonly Fit[] {
  const wanted = tag === null ? null : normaliseTag(tag);
  const tagged = wanted === null ? [] : fieldsByKind[kind].flatMap((field): Fit[] => (normaliseTag(field.tag) === wanted ? [{ field: field.name, score: TAGGED }] : []));
  return [...tagged, ...wordedFits(kind, key)];
}

/** The same header is looked at under every way to read the top of a sheet. */
const remembered = new Map<string, readonly Fit[]>();
const MAX_REMEMBERED = 5000;
const MAX_LENGTH = 120;

function wordedFits(kind: TableRecordKind, key: string): readonly Fit[] {
  if (key === '' || key.length > MAX_LENGTH) return [];
  const memo = `${kind} ${key}`;
  const known = remembered.get(memo);
  if (known !== undefined) return known;
  const own = (labels.get(kind)?.get(key) ?? []).map((field): Fit => ({ field, score: 1 }));
  const worded = HEADER_WORDS[kind].flatMap(([field, ...patterns], order): Fit[] => {
    const at = patterns.findIndex((pattern) => pattern.test(key));
    return at < 0 ? [] : [{ field, score: 2 + at * 100 + order }];
  });
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(memo, [...own, ...worded]);
  return [...own, ...worded];
}

/** Names of fields by their labels as headers are compared. */
const labels: ReadonlyMap<TableRecordKind, ReadonlyMap<string, readonly string[]>> = new Map(
  kindsInOrder.map((kind) => {
    const byLabel = new Map<string, string[]>();
    for (const { name, fr, en } of fieldsByKind[kind]) for (const label of new Set([normaliseName(fr), normaliseName(en)])) byLabel.set(label, [...(byLabel.get(label) ?? []), name]);
    return [kind, byLabel];
  }),
);

/** Whether a text, in compared form, names a column of any kind of record. */
export const isHeaderWord = (key: string): boolean => kindsInOrder.some((kind) => wordedFits(kind, key).length > 0) || isPlaceWord(key);

/** The kind of record whose fields explain most of the columns, if they are enough for it; null: none is. */
export const suggestKind = (columns: readonly HeaderOfColumn[]): TableRecordKind | null => bestKind(columns, (kind, fields) => fitsKind(kind, fields));

/** The same where no kind is explained whole: the one of which most is there, at least two columns. For a person who maps the rest. */
export const suggestKindLoosely = (columns: readonly HeaderOfColumn[]): TableRecordKind | null => suggestKind(columns) ?? bestKind(columns, (_, fields) => fields.length >= 2);

function bestKind(columns: readonly HeaderOfColumn[], suffices: (kind: TableRecordKind, fields: readonly string[]) => boolean): TableRecordKind | null {
  let best: { kind: TableRecordKind; found: number } | null = null;
  for (const kind of kindsInOrder) {
    const fields = suggestFields(kind, columns).filter((field) => field !== null);
    if (suffices(kind, fields) && (best === null || fields.length > best.found)) best = { kind, found: fields.length };
  }
  return best?.kind ?? null;
}
