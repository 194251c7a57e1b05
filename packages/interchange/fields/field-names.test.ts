import { describe, expect, it } from 'vitest';
import { fieldsByKind } from './field-names';
import { joinCell, splitCell } from './list-cells';

describe('fields', () => {
  it.each(Object.entries(fieldsByKind))('%s: names, tags and headers are each one field’s own', (_kind, fields) => {
    for (const key of ['name', 'tag', 'fr', 'en'] as const) expect(new Set(fields.map((each) => each[key])).size, key).toBe(fields.length);
    for (const { tag, form, list, area } of fields) {
      expect(tag).toMatch(/^#[a-z]+[0-9]?(\+[a-z0-9]+)*$/);
      expect(form === 'list').toBe(list !== null);
      expect(form === 'area').toBe(area !== null);
    }
  });
});

describe('several values in one cell', () => {
  it.each([[['a', 'b']], [['a; b', 'c\\']], [['x\\;y', '\\\\;']], [[null, 'b']], [['a', null]], [['a', null, null]], [['a', null, 'c']], [[]], [['Nom, avec virgule']]])('%j comes back', (values) => expect(splitCell(joinCell(values))).toEqual(values));

  it('line breaks separate, spaces do not matter', () => expect(splitCell(' a ;b\nc')).toEqual(['a', 'b', 'c']));
});
