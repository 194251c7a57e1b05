import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '#domain/dates';
import { activeDays } from '#domain/initiative-rules';
import { OVERLAP_TOPICS, overlapStrength, sharedTargetGroups } from '#domain/overlap-rules';
import { initiativeKinds } from '#domain/vocabularies/initiatives';
import { actingOrganisations, overlapPairs, prepareInitiatives, type OverlapInitiative } from './overlap-sweep';

const ASOF = dayNumber('2025-05-31');
const base: OverlapInitiative = {
  id: 'a', title: 'Sensibilisation', kinds: ['awareness'], topic: 'sexualViolence', targetGroups: ['communityAtLarge'], organisations: ['one'],
  areas: [0], start: '2025-01-01', end: '2025-01-30', status: 'ongoing', reportedOn: '2025-05-31',
};
const other: OverlapInitiative = { ...base, id: 'b', organisations: ['two'] };

interface Pair { a: string; b: string; kind: string; areas: number[]; days: number; strength: number; undated: boolean }

function pairsOf(initiatives: readonly OverlapInitiative[], areaKm2: readonly (number | null)[] = [100, 300, null]): Pair[] {
  const pairs = overlapPairs(prepareInitiatives(initiatives, areaKm2), ASOF);
  return Array.from({ length: pairs.count }, (_, i) => ({
    a: initiatives[pairs.a[i]!]!.id, b: initiatives[pairs.b[i]!]!.id, kind: initiativeKinds.codes[pairs.kind[i]!]!,
    areas: [...pairs.areas.slice(pairs.areaStart[i], pairs.areaStart[i + 1])], days: pairs.overlapDays[i]!, strength: pairs.strength[i]!, undated: pairs.undated[i] === 1,
  }));
}

describe('possible overlaps', () => {
  it('half of the shorter period in a quarter of the smaller footprint: 15 ÷ 30 × 100 ÷ 400 = 0.125', () => {
    const a = { ...base, areas: [0, 1] };
    const b = { ...other, areas: [0, 3], start: '2025-01-16', end: '2025-12-31' };
    expect(pairsOf([a, b], [100, 300, null, 1000])).toEqual([{ a: 'a', b: 'b', kind: 'awareness', areas: [0], days: 15, strength: 0.125, undated: false }]);
  });

  it('surface-unknown: by number of areas, 1 of 2', () => {
    expect(pairsOf([{ ...base, areas: [0, 2] }, { ...other, areas: [0, 1] }])[0]?.strength).toBe(0.5);
  });

  it('one day in common is enough, none is not', () => {
    expect(pairsOf([base, { ...other, start: '2025-01-30', end: '2025-03-31' }])[0]).toMatchObject({ days: 1, strength: 1 / 30 });
    expect(pairsOf([base, { ...other, start: '2025-01-31', end: '2025-03-31' }])).toEqual([]);
  });

  it('each pair once, with all shared areas, under the first kind that they share', () => {
    const a: OverlapInitiative = { ...base, areas: [1, 0], kinds: ['protection', 'awareness'] };
    const b: OverlapInitiative = { ...other, areas: [0, 1, 0], kinds: ['awareness', 'protection'] };
    expect(pairsOf([b, a])).toEqual([{ a: 'a', b: 'b', kind: 'awareness', areas: [0, 1], days: 30, strength: 1, undated: false }]);
  });

  it.each([
    ['an organisation in common', { ...other, organisations: ['two', 'one'] }],
    ['organisation not known', { ...other, organisations: [] }],
    ['no target group in common', { ...other, targetGroups: ['police' as const] }],
    ['target group not known', { ...other, targetGroups: [] }],
    ['another kind', { ...other, kinds: ['legalAid' as const] }],
    ['another topic', { ...other, topic: 'fistula' as const }],
    ['another area', { ...other, areas: [1] }],
    ['planned', { ...other, status: 'planned' as const }],
    ['cancelled', { ...other, status: 'cancelled' as const }],
    ['end not known, completed', { ...other, end: null, status: 'completed' as const }],
  ])('none: %s', (_why, one) => {
    expect(pairsOf([base, one])).toEqual([]);
  });

  it('kind-other is not known to be the same kind; hygiene beside hygiene is not our matter', () => {
    expect(pairsOf([{ ...base, kinds: ['other'] }, { ...other, kinds: ['other'] }])).toEqual([]);
    expect(pairsOf([{ ...base, topic: 'other' }, { ...other, topic: 'other' }])).toEqual([]);
  });

  it('end-missing: as long as the other; both open, from the later start up to the day asked about: 1 to 31 May is 31 days', () => {
    expect(pairsOf([base, { ...other, start: '2024-06-01', end: null }])[0]).toMatchObject({ days: 30, strength: 1 });
    expect(pairsOf([{ ...base, end: null }, { ...other, start: '2025-05-01', end: null }])[0]).toMatchObject({ days: 31, strength: 1 });
    expect(pairsOf([{ ...base, end: null }, { ...other, start: '2025-08-01', end: null }])[0]).toMatchObject({ days: 1, strength: 1 });
  });

  it('start-missing: nobody knows since when, so one day is known; the strength is that of periods as long as each other', () => {
    expect(pairsOf([{ ...base, start: null }, { ...other, start: null, end: '2025-03-31' }])[0]).toMatchObject({ days: 1, strength: 1 });
    expect(pairsOf([{ ...base, start: null, end: '2025-01-10' }, other])[0]).toMatchObject({ days: 10, strength: 10 / 30 });
  });

  it('undated: active on the day of its report, and marked', () => {
    const undated: OverlapInitiative = { ...other, start: null, end: null };
    expect(pairsOf([{ ...base, end: '2025-12-31' }, undated])[0]).toMatchObject({ days: 1, strength: 1, undated: true });
    expect(pairsOf([base, undated])).toEqual([]);
  });

  it('no initiatives, no pairs', () => {
    expect(pairsOf([])).toEqual([]);
  });

  it('who acts: those who implement, else those who programme, else all named', () => {
    const list = [{ id: 'donor', role: 'funder' as const }, { id: 'agency', role: 'programming' as const }, { id: 'y', role: 'implementing' as const }, { id: 'x', role: 'implementing' as const }, { id: 'x', role: 'implementing' as const }];
    expect(actingOrganisations(list)).toEqual(['x', 'y']);
    expect(actingOrganisations(list.slice(0, 2))).toEqual(['agency']);
    expect(actingOrganisations(list.slice(0, 1))).toEqual(['donor']);
    expect(actingOrganisations([])).toEqual([]);
  });
});

const some = <T>(...items: T[]): fc.Arbitrary<T[]> => fc.subarray(items, { maxLength: 2 });
const date = fc.option(fc.integer({ min: 1, max: 28 }).map((day) => `2025-05-${String(day).padStart(2, '0')}`), { nil: null });
const initiative = fc.record({
  title: fc.constant('x'), kinds: some('awareness' as const, 'legalAid' as const, 'medicalCare' as const, 'other' as const), topic: fc.constantFrom('sexualViolence' as const, 'fistula' as const, 'other' as const),
  targetGroups: some('police' as const, 'displaced' as const, 'returnees' as const), organisations: some('one', 'two', 'three'), areas: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
  start: date, end: date, status: fc.constantFrom('ongoing' as const, 'ongoing' as const, 'completed' as const, 'planned' as const), reportedOn: fc.constant('2025-05-31'),
});
const initiatives = fc.array(initiative, { maxLength: 25 }).map((list) =>
  list.map((one, number): OverlapInitiative => {
    const [start, end] = one.start !== null && one.end !== null && one.start > one.end ? [one.end, one.start] : [one.start, one.end];
    return { ...one, start, end, id: `i${String(number).padStart(2, '0')}` };
  }));

/** Every pair against every rule, in words. */
function slowPairs(list: readonly OverlapInitiative[], areaKm2: readonly number[]): Pair[] {
  return list.flatMap((a) => list.flatMap((b): Pair[] => {
    const [daysA, daysB] = [activeDays(a), activeDays(b)];
    const kind = initiativeKinds.codes.find((code) => code !== 'other' && a.kinds.includes(code) && b.kinds.includes(code));
    const areas = a.areas.filter((area) => b.areas.includes(area)).sort();
    if (a.id >= b.id || !daysA || !daysB || !kind || areas.length === 0 || a.topic !== b.topic || !OVERLAP_TOPICS.includes(a.topic)) return [];
    if (a.organisations.length === 0 || b.organisations.length === 0 || a.organisations.some((one) => b.organisations.includes(one))) return [];
    if (sharedTargetGroups(a.targetGroups, b.targetGroups).length === 0 || daysA.from > daysB.to || daysB.from > daysA.to) return [];
    const from = Math.max(daysA.from, daysB.from);
    const to = Math.min(daysA.to, daysB.to);
    const days = from === -Infinity ? 1 : to === Infinity ? Math.max(1, ASOF - from + 1) : to - from + 1;
    const shorter = Math.min(daysA.to - daysA.from + 1, daysB.to - daysB.from + 1);
    const km2 = (some: readonly number[]): number => some.reduce((sum, area) => sum + areaKm2[area]!, 0);
    const strength = overlapStrength(days, shorter === Infinity ? days : shorter, km2(areas) / Math.min(km2(a.areas), km2(b.areas)));
    return [{ a: a.id, b: b.id, kind, areas, days, strength, undated: daysA.undated || daysB.undated }];
  })).sort((p, q) => (`${p.a}${p.b}` < `${q.a}${q.b}` ? -1 : 1));
}

describe('the sweep', () => {
  it('equals comparing every pair with every rule, whatever the order of rows', () => {
    fc.assert(
      fc.property(initiatives.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
        const expected = slowPairs(list, [1, 2, 4, 8]);
        expect(pairsOf(list, [1, 2, 4, 8])).toEqual(expected);
        expect(pairsOf(shuffled, [1, 2, 4, 8])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
