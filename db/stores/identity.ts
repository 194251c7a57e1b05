import { createHash } from 'node:crypto';

/** Namespace of this project's name-based ids (RFC 9562, version 5). */
const NAMESPACE = Buffer.from('5f0d6e3c1a2b4c9d8e7f0a1b2c3d4e5f', 'hex');

/**
 * The id of a record, from what makes it the same record on the next load. Both databases, and every load, give the
 * same id, and so the same order.
 */
export function idOf(kind: string, ...naturalKey: readonly (string | number)[]): string {
  // A separator that no key holds: ("a", "b c") and ("a b", "c") are two keys.
  const digest = createHash('sha1').update(NAMESPACE).update([kind, ...naturalKey].join('\u0000')).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Tells an unchanged record from a changed one. The row is left out: a row that moved in its file is the same record. */
export function contentHash(record: object): string {
  const { sourceRow: _moves, ...content } = record as { sourceRow?: unknown };
  return createHash('sha1').update(canonicalJson(content)).digest('hex');
}

/** JSON with the keys in order, written straight: objects sorted only to be written would cost a long file more than its hashes. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Coordinates are lists of numbers all the way down, and long: nothing to sort in them.
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null && !Array.isArray(item)) ? `[${value.map(canonicalJson).join(',')}]` : JSON.stringify(value);
  const content = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(content).sort()) {
    if (content[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(content[key])}`;
  }
  return `{${text}}`;
}
