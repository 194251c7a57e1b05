import { expect, it } from 'vitest';
import { readJson } from './read-json';

const read = (text: string): unknown => readJson(new TextEncoder().encode(text));

it('texts lose NULs and halves of pairs, whole pairs stay', () => {
  expect(read('{"a\\u0000":["\\ud800x","\\ud834\\udd1e","é"]}')).toEqual({ value: { a: ['x', '𝄞', 'é'] } });
});

it('brackets deeper than any file needs are refused before they are parsed, those in texts do not count', () => {
  expect(read('['.repeat(41))).toMatchObject({ code: 'nestedTooDeep' });
  expect(read(`{"a":${'['.repeat(1_000_000)}`)).toMatchObject({ code: 'nestedTooDeep' });
  expect(read(`["${'['.repeat(50)}\\"{"]`)).toEqual({ value: [`${'['.repeat(50)}"{`] });
});
