import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { encodeValue } from './values';

describe('encodeValue', () => {
  it.each([
    ['null', null, null],
    ['undefined', undefined, null],
    ['text', 'text', 'text'],
    ['boolean', true, 'true'],
    ['number', 1.5, '1.5'],
    ['bigint', 12n, '12'],
    ['instant', new Date(Date.UTC(2025, 4, 31)), '2025-05-31T00:00:00.000Z'],
    ['bytes', new Uint8Array([0, 255]), '\\x00ff'],
    ['list', ['a', 'b "quoted" \\ back', null, 'NULL'], '{"a","b \\"quoted\\" \\\\ back",NULL,"NULL"}'],
    ['list of lists', [[1, 2], [3, 4]], '{{"1","2"},{"3","4"}}'],
    ['object', { a: [1] }, '{"a":[1]}'],
  ])('%s', (_kind, value, text) => {
    expect(encodeValue(value)).toBe(text);
  });
});

describeOnBothDatabases('Values come out the same', (database) => {
  const one = async (expression: ReturnType<typeof sql>) => (await sql<{ value: unknown }>`select ${expression} as value`.execute(database().kysely)).rows[0]?.value;

  it.each([
    ['boolean', sql`true`, true],
    ['integer', sql`7`, 7],
    ['bigint', sql`9007199254740991::bigint`, 9007199254740991],
    ['count', sql`(select count(*) from area)`, 0],
    ['numeric', sql`12.50::numeric`, 12.5],
    ['double precision', sql`(0.1::double precision + 0.2::double precision)`, 0.30000000000000004],
    ['date', sql`date '2025-02-03'`, '2025-02-03'],
    ['timestamp with time zone', sql`timestamptz '2025-02-03 04:05:06.789+02'`, '2025-02-03T02:05:06.789Z'],
    ['timestamp', sql`timestamp '2025-02-03 04:05:06'`, '2025-02-03T04:05:06'],
    ['bytes', sql`'\\x00ff'::bytea`, new Uint8Array([0, 255])],
    ['json', sql`'{"a": [1, null, "é"]}'::json`, { a: [1, null, 'é'] }],
    ['jsonb', sql`'[1, {"b": 2}]'::jsonb`, [1, { b: 2 }]],
    ['list of text', sql`array['a', 'b, c', null, 'd "e" \\ f', '', 'NULL']`, ['a', 'b, c', null, 'd "e" \\ f', '', 'NULL']],
    ['list of numbers', sql`array[1, 2]::bigint[]`, [1, 2]],
    ['list of lists', sql`array[[1, 2], [3, 4]]`, [[1, 2], [3, 4]]],
    ['empty list', sql`'{}'::text[]`, []],
    ['null', sql`null::integer`, null],
  ])('%s', async (_type, expression, value) => {
    expect(await one(expression)).toEqual(value);
  });

  it('go in and come out as they were', async () => {
    const names = ['Mweka', 'N’Djili, "Aéro"', 'a\\b', '', 'NULL', '{}'];
    expect(await one(sql`${names}::text[]`)).toEqual(names);
    expect(await one(sql`${new Uint8Array([1, 2, 3])}::bytea`)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await one(sql`${{ a: 'é' }}::jsonb`)).toEqual({ a: 'é' });
    expect(await one(sql`${'2025-05-31'}::date`)).toBe('2025-05-31');
    expect(await one(sql`${null}::integer`)).toBeNull();
  });

  it('a parameter of 3 MB is no matter', async () => {
    expect(await one(sql`length(${'é'.repeat(3_000_000)}::text)`)).toBe(3_000_000);
  });

  it('fail with the same code', async () => {
    const stateOf = (text: string) => sql.raw(text).execute(database().kysely).then(() => null, (cause: unknown) => (cause as { sqlState: string }).sqlState);
    expect(await stateOf('select 1 / 0')).toBe('22012');
    expect(await stateOf('select nothing from area')).toBe('42703');
    expect(await stateOf('selec')).toBe('42601');
    expect(await stateOf('select 1; select 2')).toBe('42601');
    expect(await stateOf("insert into area_code (area_id, scheme, code) values ('none', 'x', 'y')")).toBe('23503');
    expect(await stateOf("select '2025-02-30'::date")).toBe('22008');
    // Too deep for the stack: on the embedded database the thread's own must be large enough for PostgreSQL to notice first.
    expect(await stateOf(`select '${'['.repeat(100_000)}${']'.repeat(100_000)}'::jsonb`)).toBe('54001');
    expect(await stateOf(`select ${'1+'.repeat(20_000)}1`)).toBe('54001');
    expect(await one(sql`1`)).toBe(1);
  });
});
