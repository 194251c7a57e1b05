const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/**
 * Text of XML as the reader sees it: the five named entities, numbers of signs, CDATA. Entities that a document declares itself are never
 * looked up: one of them may stand for a billion signs.
 */
export function xmlText(raw: string): string {
  const text = withoutCdata(raw);
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '';
  });
}

const CDATA = '<![CDATA[';

/** Sections that are taken as they stand, as text like any other. */
export function withoutCdata(raw: string): string {
  if (!raw.includes(CDATA)) return raw;
  const [before = '', ...sections] = raw.split(CDATA);
  return before + sections.map((section) => {
    const end = section.indexOf(']]>');
    return end < 0 ? section : section.slice(0, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;') + section.slice(end + 3);
  }).join('');
}

/** The text without what stands between an opening and the next closing, both included; an opening that is never closed stays. */
export function withoutSections(text: string, opening: string, closing: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf(opening, at);
    const close = open < 0 ? -1 : text.indexOf(closing, open);
    if (close < 0) return kept + text.slice(at);
    kept += text.slice(at, open);
    at = close + closing.length;
  }
}

/** Value of an attribute in the text of a tag; null where it has none. */
export function xmlAttribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : xmlText(found[1] ?? found[2] ?? '');
}

/** Signs that a database cannot keep: NUL, and halves of a pair. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MAY_BE_UNSTORABLE = /[\0\ud800-\udfff]/;

/** The text without signs that a database cannot keep. */
export const storableText = (text: string): string => (MAY_BE_UNSTORABLE.test(text) ? text.replace(UNSTORABLE, '') : text);
