import { describe, expect, it } from 'vitest';
import { noCounts } from '#domain/records';
import { shownTeam } from '#domain/small-counts';
import { fromStructure } from './sample-records';
import { shownCounts, shownPeople } from './small-counts';

describe('what the public sees of small counts', () => {
  const people = { women: 20, men: null, girls: null, boys: null, total: 23 };

  it('group-from-total: 23 − 20 = 3 are not given back', () => {
    expect(shownCounts('public', people)).toEqual({ ...noCounts, total: 23 });
    expect(shownCounts('partners', people)).toEqual(people);
    // 25 − 20 = 5
    expect(shownCounts('public', { ...people, total: 25 })).toEqual({ ...people, total: 25 });
    expect(shownCounts('public', { ...noCounts, women: 0, total: 3 })).toEqual(noCounts);
  });

  const origin = (externalId: string, number: number | null, women: number | null = null, men: number | null = null) => ({ ...fromStructure(externalId, number), women, men });

  it('row-from-margin: structures of 12, 8 and 3 of 23 people; 23 − 12 − 8 = 3', () => {
    const session = { women: 13, men: 10, total: 23, origins: [origin('a', 12), origin('b', 8), origin('c', 3)] };
    expect(shownPeople('public', session)).toEqual({ women: null, men: null, total: 23, origins: [origin('a', null), origin('b', null), origin('c', null)] });
    expect(shownPeople('coordination', session)).toEqual(session);
  });

  it('people of nowhere: 23 − 12 − 8 = 3 came from no structure that is named', () => {
    const session = { women: null, men: null, total: 23, origins: [origin('a', 12), origin('b', 8)] };
    expect(shownPeople('public', session).origins.map(({ number }) => number)).toEqual([null, null]);
    // 25 − 12 − 8 = 5
    expect(shownPeople('public', { ...session, total: 25 })).toEqual({ ...session, total: 25 });
  });

  it('column-from-margin: women of the session less those of one structure, 12 − 10 = 2', () => {
    const session = { women: 12, men: 13, total: 25, origins: [origin('a', 15, 10, 5), origin('b', 10)] };
    expect(shownPeople('public', session)).toMatchObject({ women: null, men: null, total: 25, origins: [{ women: null, number: null }, { number: null }] });
  });

  it('one trained nurse of a structure is not told apart from more', () => {
    const staff = { service: 'cmr', cadre: 'nurse', trainedOn: '2024-06-10', protocolVersion: null } as const;
    expect([{ ...staff, number: 1, women: 1, men: 0 }, { ...staff, number: 9, women: 6, men: 3 }, { ...staff, number: 12, women: 6, men: 6 }].map((one) => shownTeam('public', one)).map(({ number, women, men }) => [number, women, men]))
      .toEqual([[null, null, null], [9, null, null], [12, 6, 6]]);
  });
});
