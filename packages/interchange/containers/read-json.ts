import { issue, type Issue } from '#domain/issue';
import { decodeText } from './detect-container';
import { MAX_DEPTH } from './limits';
import { storableText } from './xml-text';

/** Parses JSON. A text that stops before its end is told apart from one that was never JSON; texts come without signs that a database cannot keep. */
export function readJson(bytes: Uint8Array): { value: unknown } | Issue {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  if (isNestedTooDeep(text)) return issue('nestedTooDeep', 'error', { expected: `≤ ${String(MAX_DEPTH)}` });
  try {
    const value = JSON.parse(text) as unknown;
    return { value: MAY_HOLD_UNSTORABLE.test(text) ? storable(value) : value };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(words)?.[1] ?? Number.NaN);
    const atEnd = /end of JSON/i.test(words) || position >= text.trimEnd().length - 1;
    return issue(atEnd ? 'fileTruncated' : 'jsonInvalid', 'error', { value: storableText(words.slice(0, 120)) });
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/** Whether brackets stand deeper inside one another than any file of ours needs; those inside of texts do not count. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
    } else if (OPENING.has(sign)) {
      if (++depth > MAX_DEPTH) return true;
    } else if (CLOSING.has(sign)) depth--;
  }
  return false;
}

/** An escaped NUL or half of a pair; whole pairs are looked at too, and stay. */
const MAY_HOLD_UNSTORABLE = /\\u(?:0000|[dD][89a-fA-F])/;

/** Recursion is bounded by the depth that was checked before. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [storableText(key), storable(inside)])) : value;
}
