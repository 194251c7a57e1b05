import { describe, expect, it } from 'vitest';
import type { OverlapInitiative } from './overlap-sweep';
import { sameRecordPairs } from './same-record';

const base: OverlapInitiative = {
  id: 'a', title: 'Sensibilisation communautaire à Goma', kinds: ['awareness', 'protection'], topic: 'sexualViolence', targetGroups: ['displaced', 'returnees'],
  organisations: ['one', 'two'], areas: [0, 1], start: '2025-01-01', end: null, status: 'ongoing', reportedOn: '2025-05-31',
};
const twin: OverlapInitiative = { ...base, id: 'b', title: 'Sensibilisations communautaires, Goma' };

describe('the same record twice', () => {
  it('same in all but the wording of the title, lists in any order, status aside', () => {
    const turned: OverlapInitiative = { ...twin, kinds: ['protection', 'awareness'], organisations: ['two', 'one'], areas: [1, 0], targetGroups: ['returnees', 'displaced'], status: 'unknown' };
    const pairs = sameRecordPairs([turned, base]);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([[1, 0]]);
    expect(pairs[0]?.titleSimilarity).toBeGreaterThanOrEqual(0.6);
  });

  it('titles alike by exactly 0.6 are, by less are not', () => {
    // ab: "  a", " ab", "ab "; ab b: those three, "  b" and " b ". 3 ÷ 5
    expect(sameRecordPairs([{ ...base, title: 'ab' }, { ...twin, title: 'ab b' }])[0]?.titleSimilarity).toBe(0.6);
    // In common "  a", " ab", "abc", "bc "; besides "  d", " d " and "  e", " e ". 4 ÷ 8
    expect(sameRecordPairs([{ ...base, title: 'abc d' }, { ...twin, title: 'abc e' }])).toEqual([]);
  });

  it.each([
    ['organisation', { organisations: ['one'] }],
    ['kind', { kinds: ['awareness' as const] }],
    ['areas: one of three in common', { areas: [0, 2] }],
    ['start', { start: '2025-01-02' }],
    ['end', { end: '2025-05-31' }],
    ['target groups', { targetGroups: ['displaced' as const] }],
    ['topic', { topic: 'fistula' as const }],
  ])('not with another %s', (_what, change) => {
    expect(sameRecordPairs([base, { ...twin, ...change }])).toEqual([]);
  });

  it('near: half of the areas, half of the days', () => {
    const dated = { ...base, start: '2025-01-01', end: '2025-01-10' };
    // Areas {0} of {0, 1}: 1 ÷ 2.
    expect(sameRecordPairs([base, { ...twin, areas: [0] }])).toHaveLength(1);
    // 1–10 and 6–15 January share 5 of 15 days; 1–10 and 4–13 share 7 of 13.
    expect(sameRecordPairs([dated, { ...twin, start: '2025-01-06', end: '2025-01-15' }])).toEqual([]);
    expect(sameRecordPairs([dated, { ...twin, start: '2025-01-04', end: '2025-01-13' }])).toHaveLength(1);
  });

  it('unknown-is-not-same: no kind, organisation or area known', () => {
    for (const change of [{ kinds: [] }, { organisations: [] }, { areas: [] }, { topic: 'other' as const }]) {
      expect(sameRecordPairs([{ ...base, ...change }, { ...twin, ...change }])).toEqual([]);
    }
  });

  it('three times the same: three pairs, by id, whatever the order of rows', () => {
    const list = [{ ...base, id: 'c' }, base, { ...base, id: 'b' }];
    const ids = sameRecordPairs(list).map(({ a, b }) => `${list[a]!.id}${list[b]!.id}`);
    expect(ids).toEqual(['ab', 'ac', 'bc']);
  });
});
