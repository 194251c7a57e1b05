import { issue, type Issue } from '#domain/issue';
import { decodeText } from './detect-container';

/** Parses JSON. A text that stops before its end is told apart from one that was never JSON. */
export function readJson(bytes: Uint8Array): { value: unknown } | Issue {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(words)?.[1] ?? Number.NaN);
    const atEnd = /end of JSON/i.test(words) || position >= text.trimEnd().length - 1;
    return issue(atEnd ? 'fileTruncated' : 'jsonInvalid', 'error', { value: words.slice(0, 120) });
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
