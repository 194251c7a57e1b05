import { describe, expect, it } from 'vitest';
import { ContentHasher, contentHash } from './identity';

describe('ContentHasher', () => {
  const shared = { women: 3, men: null };
  const record = { title: 'Café « d’accueil »\n\ttab', topic: 'other', counts: shared, areas: ['B', 'A'], sourceRow: 7, externalId: 'x1', left: undefined as string | undefined };

  it('says the same as contentHash, whatever the order of the fields and the row', () => {
    const hasher = new ContentHasher();
    const turned = { externalId: 'x1', sourceRow: 9, areas: ['B', 'A'], counts: { men: null, women: 3 }, topic: 'other', title: 'Café « d’accueil »\n\ttab' };
    for (const one of [record, turned, { ...record, counts: shared }]) expect(hasher.hash(one, {}).hash).toBe(contentHash(record));
    expect(hasher.hash({ ...record, areas: ['A', 'B'] }, {}).hash).not.toBe(contentHash(record));
  });

  it('the other hash is that of the record with the other fields', () => {
    const { hash, otherHash } = new ContentHasher().hash(record, { externalId: '', title: '' });
    expect(hash).toBe(contentHash(record));
    expect(otherHash).toBe(contentHash({ ...record, externalId: '', title: '' }));
  });

  it('a first field that is left out leaves no comma behind', () => {
    const odd: { a: string | undefined; b: number } = { a: undefined, b: 1 };
    expect(new ContentHasher().hash(odd, { b: 2 })).toEqual({ hash: contentHash({ b: 1 }), otherHash: contentHash({ b: 2 }) });
    const even: { a: string | undefined; b: number } = { a: 'x', b: 1 };
    expect(new ContentHasher().hash(even, { a: undefined }).otherHash).toBe(contentHash({ b: 1 }));
  });
});
