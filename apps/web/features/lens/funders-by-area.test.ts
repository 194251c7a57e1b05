import { describe, expect, it } from 'vitest';
import type { InitiativeItem } from '#api/contract/records';
import { fundersByArea } from './funders-by-area';

const none = { women: null, men: null, girls: null, boys: null, total: null };
const initiative = (values: Partial<InitiativeItem>): InitiativeItem => ({
  id: 'i',
  title: 'Campagne',
  description: null,
  kinds: [],
  topic: 'sexualViolence',
  toReview: false,
  domain: null,
  sectorAsGiven: null,
  announcedServices: [],
  targetGroups: [],
  targetGroupsAsGiven: null,
  organisations: [{ id: 'f', name: 'Fonds Horizon', acronym: 'FH', role: 'funder' }, { id: 'x', name: 'Acteur', acronym: null, role: 'implementing' }],
  areas: [{ code: 'Z1', name: 'Z1', type: 'healthZone' }],
  start: '2025-01-01',
  end: '2025-06-30',
  status: 'ongoing',
  statusAsGiven: null,
  reportedOn: '2025-05-31',
  targeted: none,
  reached: none,
  budget: 1000,
  currency: 'USD',
  tier: 'public',
  source: 'test',
  sourceRow: 2,
  ...values,
});
const index = (...items: InitiativeItem[]) => fundersByArea(items, 'healthZone', '2025-05-31', 6);

describe('fundersByArea', () => {
  it('names funders only, where the initiative is', () => {
    const funders = index(initiative({}));
    expect(funders.of('Z1', 'P1')).toEqual({ here: ['FH'], provinceWide: [], budgets: [{ currency: 'USD', amount: 1000 }] });
    expect(funders.of('Z2', 'P1')).toEqual({ here: [], provinceWide: [], budgets: [] });
  });

  it('keeps province-wide funding apart, without its budget, which nobody split', () => {
    const funders = index(initiative({ areas: [{ code: 'P1', name: 'P1', type: 'province' }] }));
    expect(funders.of('Z1', 'P1')).toEqual({ here: [], provinceWide: ['FH'], budgets: [] });
  });

  it('adds budgets of one currency and never of two', () => {
    // 1,000 + 500 USD; 700 EUR beside them; an unknown budget adds nothing.
    const funders = index(initiative({}), initiative({ budget: 500 }), initiative({ budget: 700, currency: 'EUR' }), initiative({ budget: null, currency: null }));
    expect(funders.of('Z1', null).budgets).toEqual([{ currency: 'USD', amount: 1500 }, { currency: 'EUR', amount: 700 }]);
  });

  it('leaves out what is over, cancelled, to review or of another topic', () => {
    const funders = index(initiative({ end: '2024-11-29' }), initiative({ status: 'cancelled' }), initiative({ toReview: true }), initiative({ topic: 'other' }));
    expect(funders.of('Z1', null).here).toEqual([]);
  });

  it('counts what is named by territory as unplaced', () => {
    expect(index(initiative({ areas: [{ code: 'T1', name: 'T1', type: 'territory' }] })).unplaced).toBe(1);
  });
});
