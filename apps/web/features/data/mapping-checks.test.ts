import { describe, expect, it } from 'vitest';
import { lackingFields, repeatedFields } from './mapping-checks';

describe('a mapping of columns', () => {
  it('names the required fields that no column holds', () => {
    expect(lackingFields('structure', new Map([[0, 'lat']]))).toEqual(['name']);
    expect(lackingFields('structure', new Map([[3, 'name']]))).toEqual([]);
  });

  it('objects to a field that is chosen twice, unless a record may have several of it', () => {
    expect(repeatedFields('initiative', new Map([[0, 'title'], [1, 'title']]))).toEqual(['title']);
    expect(repeatedFields('initiative', new Map([[0, 'implementingName'], [1, 'implementingName']]))).toEqual([]);
    expect(repeatedFields(null, new Map([[0, 'title'], [1, 'title']]))).toEqual(['title']);
  });
});
