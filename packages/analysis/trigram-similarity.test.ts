import { describe, expect, it } from 'vitest';
import { trigramSimilarity, trigramsOf } from './trigram-similarity';

describe('similarity of titles, as pg_trgm has it', () => {
  it('cuts words as pg_trgm shows them: show_trgm(\'cat\') and its documentation for foo|bar', () => {
    expect([...trigramsOf('cat')]).toEqual(['  c', ' ca', 'cat', 'at ']);
    expect([...trigramsOf('foo|bar')].sort()).toEqual(['  b', '  f', ' ba', ' fo', 'ar ', 'bar', 'foo', 'oo ']);
  });

  it('similarity(\'word\', \'two words\') = 4 ÷ 11 = 0.363636, the example of its documentation', () => {
    // word: "  w", " wo", "wor", "ord", "rd "; two words: "  t", " tw", "two", "wo ", "  w", " wo", "wor", "ord", "rds", "ds ". In common 4, in either 5 + 10 − 4 = 11
    expect(trigramSimilarity('word', 'two words')).toBeCloseTo(4 / 11, 12);
  });

  it('case, punctuation and repetition say nothing; accents do', () => {
    expect(trigramSimilarity('Kits PEP: Goma, Goma', 'goma - KITS pep')).toBe(1);
    // " é" and "é " differ from " e" and "e ": only "  …" of other words could be common
    expect(trigramSimilarity('été', 'ete')).toBe(0);
  });

  it('texts without a letter or digit are like nothing, not even each other', () => {
    expect(trigramSimilarity('', '')).toBe(0);
    expect(trigramSimilarity('—', 'kits')).toBe(0);
  });
});
