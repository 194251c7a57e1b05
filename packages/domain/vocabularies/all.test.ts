import { describe, expect, it } from 'vitest';
import { issueMessages } from '../issue-codes';
import { allVocabularies } from './all';

describe('the vocabularies', () => {
  it.each(Object.entries(allVocabularies))('%s is named as it is exported, and each term has both languages and a definition', (key, list) => {
    expect(list.name).toBe(key);
    expect(list.source).not.toBe('');
    for (const code of list.codes) {
      const { fr, en, definitionFr, definitionEn } = list.terms[code] ?? {};
      for (const words of [fr, en, definitionFr, definitionEn]) expect(words, `${key}.${code}`).toMatch(/\S/);
    }
  });

  it('no two terms of a list share a label', () => {
    for (const { codes, terms } of Object.values(allVocabularies)) {
      for (const language of ['fr', 'en'] as const) expect(new Set(codes.map((code) => terms[code]?.[language])).size).toBe(codes.length);
    }
  });
});

describe('the issue registry', () => {
  it.each(Object.entries(issueMessages))('%s says itself in both languages', (_code, { fr, en, status }) => {
    expect(fr).toMatch(/[.!?]$/);
    expect(en).toMatch(/[.!?]$/);
    expect(fr).not.toBe(en);
    expect(status).toBeGreaterThanOrEqual(400);
  });
});
