import { describe, expect, it } from 'vitest';
import type { InitiativeItem } from '#api/contract/records';
import { neighboursOf, readyShare, type Plan } from './plan-check';

const none = { women: null, men: null, girls: null, boys: null, total: null };
const initiative = (id: string, values: Partial<InitiativeItem>): InitiativeItem => ({
  id,
  title: id,
  description: null,
  kinds: [{ kind: 'awareness', confidence: 'stated', rule: null, words: [] }],
  topic: 'sexualViolence',
  toReview: false,
  domain: null,
  sectorAsGiven: null,
  announcedServices: [],
  targetGroups: ['communityAtLarge'],
  targetGroupsAsGiven: null,
  organisations: [],
  areas: [],
  start: '2025-06-01',
  end: '2025-06-30',
  status: 'ongoing',
  statusAsGiven: null,
  reportedOn: null,
  targeted: none,
  reached: none,
  budget: null,
  currency: null,
  tier: 'public',
  source: 'test',
  sourceRow: null,
  ...values,
});
const plan: Plan = { kind: 'awareness', group: 'communityAtLarge', from: '2025-06-30', to: '2025-08-31' };
const ids = (items: readonly InitiativeItem[]): string[] => neighboursOf(plan, items).map(({ initiative: one }) => one.id);

describe('neighboursOf', () => {
  it('counts one common day, and no day as none', () => {
    expect(ids([initiative('lastDay', {}), initiative('dayBefore', { end: '2025-06-29' }), initiative('dayAfter', { start: '2025-09-01', end: '2025-09-02' })])).toEqual(['lastDay']);
  });

  it('leaves out other kinds, cancelled ones and those to review', () => {
    expect(ids([initiative('care', { kinds: [{ kind: 'medicalCare', confidence: 'stated', rule: null, words: [] }] }), initiative('off', { status: 'cancelled' }), initiative('review', { toReview: true })])).toEqual([]);
  });

  it('puts the same public first, then those that do not say, then another', () => {
    expect(ids([initiative('other', { targetGroups: ['police'] }), initiative('unsaid', { targetGroups: [] }), initiative('same', {})])).toEqual(['same', 'unsaid', 'other']);
  });
});

describe('readyShare', () => {
  it('adds the two classes with ready care: 0.25 + 0.125', () => {
    expect(readyShare({ classPeople: [{ class: 'joined', people: null, share: 0.25 }, { class: 'gap', people: null, share: 0.625 }, { class: 'unannounced', people: null, share: 0.125 }] })).toBe(0.375);
  });
});
