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

/** Same initiative on the next load: same scheme and external id. */
export const initiativeId = (scheme: string, externalId: string): string => idOf('initiative', scheme, externalId);

/** Tells an unchanged record from a changed one. The row is left out: a row that moved in its file is the same record. */
export function contentHash(record: object): string {
  const { sourceRow: _moves, ...content } = record as { sourceRow?: unknown };
  return sha1(canonicalJson(content));
}

/** Values that many records share are written once: so many of them are remembered. */
const MOST_REMEMBERED = 20_000;

/**
 * Hashes the records of a file, each as it is and with some fields set to others, in one go: what many records share is written once. The same hashes as `contentHash`.
 * The records must not be written to.
 */
export class ContentHasher {
  #texts = new WeakMap<object, string>();
  #remembered = 0;
  /** The fields of the record before, as they came and in order: most records of a file have the same. */
  #given: readonly string[] = [];
  #sorted: readonly string[] = [];

  /** The hash of the record, and that of the record with the fields of `other`. */
  hash<T extends object>(record: T, other: { readonly [Key in keyof T]?: T[Key] | undefined }): { readonly hash: string; readonly otherHash: string } {
    const content = record as Readonly<Record<string, unknown>>;
    const replaced: Readonly<Record<string, unknown>> = other;
    let text = '';
    let otherText = '';
    for (const key of this.#keysOf(content)) {
      const written = this.#written(key, content[key]);
      const other = key in replaced ? this.#written(key, replaced[key]) : written;
      text += text === '' || written === '' ? written : `,${written}`;
      otherText += otherText === '' || other === '' ? other : `,${other}`;
    }
    return { hash: sha1(`{${text}}`), otherHash: sha1(`{${otherText}}`) };
  }

  #keysOf(content: object): readonly string[] {
    const keys = Object.keys(content);
    const given = this.#given;
    if (keys.length === given.length && keys.every((key, at) => key === given[at])) return this.#sorted;
    this.#given = keys;
    this.#sorted = keys.filter((key) => key !== 'sourceRow').sort();
    return this.#sorted;
  }

  /** A field with its value; nothing of one that is left out. */
  #written(key: string, value: unknown): string {
    return value === undefined ? '' : `"${key}":${typeof value === 'object' && value !== null ? this.#textOf(value) : JSON.stringify(value)}`;
  }

  #textOf(value: object): string {
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const text = canonicalJson(value);
    if (this.#remembered >= MOST_REMEMBERED) return text;
    this.#remembered += 1;
    this.#texts.set(value, text);
    return text;
  }
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

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
