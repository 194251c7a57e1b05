/** A hashtag with its attributes, in today’s form: `#adm1` with `code`. */
export interface HxlTag {
  readonly tag: string;
  readonly attributes: ReadonlySet<string>;
}

/** Hashtags of the first drafts of the standard, which files still carry, in today’s words. */
const OLDER: Readonly<Record<string, string>> = {
  '#lat_deg': '#geo+lat', '#lon_deg': '#geo+lon', '#long_deg': '#geo+lon', '#lat': '#geo+lat', '#lon': '#geo+lon', '#latitude': '#geo+lat', '#longitude': '#geo+lon',
  '#period_date': '#date', '#period_start': '#date+start', '#period_end': '#date+end', '#start_date': '#date+start', '#end_date': '#date+end', '#report_date': '#date+reported', '#date_reported': '#date+reported',
  '#activity_id': '#activity+id', '#project_id': '#activity+project+id', '#organisation': '#org', '#organization': '#org', '#partner': '#org', '#implementer': '#org+impl',
  '#admin1': '#adm1', '#admin2': '#adm2', '#admin3': '#adm3', '#admin4': '#adm4', '#people_num': '#population', '#snsector': '#sector', '#facility': '#loc+facility',
};
/** `#adm1_id` was a code, `#affected_num` a number, `#org_type` is `#org+type` now. */
const OLDER_ENDINGS: Readonly<Record<string, string>> = { id: 'code', pcode: 'code', number: 'num', lat_deg: 'lat', lon_deg: 'lon' };

const SPEC = /^\s*#\s*([a-z][a-z0-9_]*)((?:\s*\+\s*[a-z][a-z0-9_]*)*)\s*$/i;

/** Reads a hashtag as files have it: upper case, spaces, attributes in any order, older words. Null: the text is no hashtag. */
export function parseTag(text: string): HxlTag | null {
  const spec = SPEC.exec(text);
  if (spec === null) return null;
  const given = `#${(spec[1] ?? '').toLowerCase()}`;
  const attributes = attributesOf(spec[2] ?? '');
  const known = OLDER[given];
  if (known !== undefined) return joined(known, attributes);
  const parts = /^(#[a-z0-9]+)_([a-z0-9_]+)$/.exec(given);
  return parts === null ? { tag: given, attributes } : joined(`${parts[1] ?? ''}+${OLDER_ENDINGS[parts[2] ?? ''] ?? parts[2] ?? ''}`, attributes);
}

const attributesOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split('+').map((name) => name.trim()).filter((name) => name !== ''));

function joined(spec: string, attributes: ReadonlySet<string>): HxlTag {
  const [tag = '', ...more] = spec.split('+');
  return { tag, attributes: new Set([...more, ...attributes]) };
}

/** The hashtag in one form, whatever the file’s: attributes in the order of the alphabet. Null: no hashtag. */
export function normaliseTag(text: string): string | null {
  const parsed = parseTag(text);
  return parsed === null ? null : [parsed.tag, ...[...parsed.attributes].sort()].join('+');
}

const PATTERN = /^(#[a-z][a-z0-9]*)((?:[+-][a-z0-9_]+)*)$/;

/** Whether a hashtag of a file fits a pattern: `#adm1+code` asks for the attribute, `#adm1-code` for its absence; other attributes do not matter. */
export function matchTag(tag: string | null, pattern: string): boolean {
  const wanted = PATTERN.exec(pattern);
  if (wanted === null) throw new Error(`Pattern ${pattern}: expected the form #tag+with-without`);
  const given = tag === null ? null : parseTag(tag);
  if (given === null || given.tag !== wanted[1]) return false;
  return [...(wanted[2] ?? '').matchAll(/([+-])([a-z0-9_]+)/g)].every(([, sign, name]) => given.attributes.has(name ?? '') === (sign === '+'));
}

/** Index of the first column whose hashtag fits, trying the patterns in their order; -1 if none. */
export function findTaggedColumn(tags: readonly (string | null)[] | null, ...patterns: readonly string[]): number {
  for (const pattern of patterns) {
    const index = (tags ?? []).findIndex((tag) => matchTag(tag, pattern));
    if (index >= 0) return index;
  }
  return -1;
}

/** Whether the cells are a row of hashtags: at least half of those that are filled are, for some columns are left untagged or were typed without the sign. */
export function isTagRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const tags = filled.filter((text) => parseTag(text) !== null).length;
  return tags > 0 && tags * 2 >= filled.length;
}
