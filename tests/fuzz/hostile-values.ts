import { pick } from '../bench/seeded-random';
import { type ApiDocument, type JsonSchema, resolveSchema } from './operations';

/** Texts that have broken servers: characters, and pieces of other languages than the one that is expected. */
export const HOSTILE_TEXTS: readonly string[] = [
  '', ' ', '\0', 'a\0b', '\uD800', '\uDFFF\uD800', '\u202Eabc', '\uFEFF', 'é\u0301\u0301\u0301', '👩‍👩‍👧‍👦', 'ﷺ'.repeat(50), '\r\nX-Forged: 1', '%00', '%', '%zz', '%ff%fe', '+', '&', '=', '#', '\\', '"', "'", '`', ';', '|',
  "' or '1'='1", "'; drop table structure; --", '") or 1=1 --', '$$;select pg_sleep(10);$$', "1' and (select pg_sleep(5)) is null --", 'union select 1,2,3', '../../../../etc/passwd', '..\\..\\windows', '/etc/passwd\0.csv', 'file:///etc/passwd', '%2e%2e%2f', 'con', '.env',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '{"__proto__":{"admin":true}}', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '{{7*7}}', '${7*7}', '%s%s%n', '=cmd|calc', '@SUM(1)', 'javascript:alert(1)',
  'NaN', 'Infinity', '-Infinity', '1e999', '-0', '0x10', '1_000', '٣', '９', '1,5', 'null', 'undefined', 'true', 'false', '[]', '{}', '[object Object]', '2024-02-30', '0000-00-00', '9999-12-31', '-000001-01-01', '2024-13-01', '275760-09-13', '2024-01-01T00:00:00Z',
  '00000000-0000-5000-8000-000000000000', 'a'.repeat(300), 'a,'.repeat(600), '('.repeat(2000), 'é'.repeat(5000),
];

const HOSTILE_NUMBERS: readonly number[] = [0, -0, -1, 1, 0.1, 1e-320, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 31) - 1];

/** Makes values for schemas: now fitting, now nearly, now not at all. */
export class HostileValues {
  constructor(private readonly document: ApiDocument, private readonly random: () => number, private readonly known: readonly string[]) {}

  oneOf<Value>(values: readonly Value[]): Value {
    return values[pick(this.random, values.length)] as Value;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  text(): string {
    return this.chance(0.3) && this.known.length > 0 ? this.oneOf(this.known) : this.oneOf(HOSTILE_TEXTS);
  }

  /** A value, mostly of the kind that the schema asks for. */
  value(schema: JsonSchema, depth = 0): unknown {
    if (this.chance(0.15)) return this.anything(depth);
    const here = resolveSchema(this.document, schema);
    const choices = here.anyOf ?? here.oneOf;
    if (choices !== undefined && choices.length > 0) return this.value(this.oneOf(choices), depth);
    if (here.allOf !== undefined) return Object.assign({}, ...here.allOf.map((part) => this.value(part, depth))) as unknown;
    if (here.const !== undefined) return here.const;
    if (here.enum !== undefined) return this.oneOf(here.enum);
    const type = typeof here.type === 'string' ? here.type : (here.type?.[0] ?? (here.properties === undefined ? 'string' : 'object'));
    if (type === 'object') return this.object(here, depth);
    if (type === 'array') return Array.from({ length: pick(this.random, depth < 2 && this.chance(0.02) ? 500 : 4) }, () => this.value(here.items ?? {}, depth + 1));
    if (type === 'boolean') return this.chance(0.5);
    if (type === 'null') return null;
    if (type === 'integer' || type === 'number') return this.number(here, type === 'integer');
    return this.fittingText(here);
  }

  private object({ properties = {} }: JsonSchema, depth: number): Record<string, unknown> {
    if (depth > 8) return {};
    const entries = Object.entries(properties).filter(() => !this.chance(0.1)).map(([name, one]) => [name, this.value(one, depth + 1)] as const);
    const extra = this.chance(0.1) ? [[this.text(), this.anything(depth + 1)] as const] : [];
    return Object.fromEntries([...entries, ...extra]);
  }

  private number({ minimum = -10, maximum = 1000 }: JsonSchema, whole: boolean): number {
    if (this.chance(0.25)) return this.oneOf([...HOSTILE_NUMBERS, minimum, maximum, minimum - 1, maximum + 1]);
    const value = minimum + this.random() * (Math.min(maximum, 1e6) - minimum);
    return whole ? Math.round(value) : value;
  }

  private fittingText({ format }: JsonSchema): string {
    if (format === 'date' && this.chance(0.6)) return `20${pick(this.random, 90) + 10}-${String(pick(this.random, 12) + 1).padStart(2, '0')}-${String(pick(this.random, 28) + 1).padStart(2, '0')}`;
    return this.text();
  }

  private anything(depth: number): unknown {
    const kinds: readonly (() => unknown)[] = [() => this.text(), () => this.oneOf(HOSTILE_NUMBERS), () => null, () => true, () => [], () => ({}), () => [[[[[[]]]]]], () => ({ [this.text()]: this.text() }), () => (depth < 3 ? [this.anything(depth + 1), this.anything(depth + 1)] : 0)];
    return this.oneOf(kinds)();
  }
}
