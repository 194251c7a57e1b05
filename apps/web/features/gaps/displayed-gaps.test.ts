import { describe, expect, it } from 'vitest';
import type { GapArea, GapsAnswer, GapsSweep } from '#api/contract/gaps';
import { displayAt, isShown, legendKeysOf, rankAreas, rowFigure } from './displayed-gaps';

const area = (code: string, values: Partial<GapArea> = {}): GapArea => ({
  code,
  name: code,
  provinceCode: 'XX01',
  provinceName: 'Province',
  class: 'gap',
  population: 1000,
  peopleInGap: 0,
  peopleUncertain: 0,
  awareness: { initiatives: 0, organisations: 0, until: null },
  care: { ready: 0, reported: 0, unknown: 0, notReady: 0, redundancy: { twoReady: 0, threeReady: 0 }, nearestReady: null, nearestAlmostReady: null },
  reasons: [],
  ...values,
});
const all = { off: [], search: null, sort: 'peopleInGap' } as const;
const codes = (areas: readonly GapArea[]): string[] => areas.map(({ code }) => code);

describe('rankAreas', () => {
  it('puts most people in the gap first, then uncertain ones', () => {
    const areas = [area('A', { peopleInGap: 0, peopleUncertain: 900 }), area('B', { peopleInGap: 10 }), area('C', { peopleInGap: 300 }), area('D', { peopleInGap: 0, peopleUncertain: 20 })];
    expect(codes(rankAreas(areas, all))).toEqual(['C', 'B', 'A', 'D']);
  });

  it('ranks an unknown number after someone and before nobody: unknown is not zero', () => {
    const areas = [area('nobody'), area('unknown', { population: null, peopleInGap: null, peopleUncertain: null }), area('one', { peopleInGap: 1 })];
    expect(codes(rankAreas(areas, all))).toEqual(['one', 'unknown', 'nobody']);
  });

  it('takes no known ready structure as the farthest', () => {
    const near = (distanceKm: number) => ({ ...area('x').care, nearestReady: { id: 's', name: 's', type: 'CS' as const, distanceKm, missing: [] } });
    const areas = [area('near', { care: near(2) }), area('none'), area('far', { care: near(80) })];
    expect(codes(rankAreas(areas, { ...all, sort: 'nearestReady' }))).toEqual(['none', 'far', 'near']);
  });

  it('finds a name without its accents, and leaves out what the legend switched off', () => {
    const areas = [area('A', { name: 'Kalémie' }), area('B', { name: 'Goma', class: 'joined' })];
    expect(codes(rankAreas(areas, { ...all, search: ' kalemie ' }))).toEqual(['A']);
    expect(codes(rankAreas(areas, { ...all, off: ['gap'] }))).toEqual(['B']);
  });
});

describe('legend entries', () => {
  it('keep no class and no population apart', () => {
    expect(legendKeysOf(area('A', { class: null }))).toEqual(['notClassified']);
    expect(legendKeysOf(area('A', { population: null }))).toEqual(['gap', 'populationUnknown']);
    expect(isShown(area('A', { population: null }), ['populationUnknown'])).toBe(false);
  });
});

describe('rowFigure', () => {
  it('says unknown where the population is, and never 0', () => {
    expect(rowFigure(area('A', { population: null, peopleInGap: null }), 'peopleInGap')).toEqual({ value: null, unit: 'unknown' });
  });

  it('shows uncertain people where nobody is in the gap', () => {
    expect(rowFigure(area('A', { peopleInGap: 0, peopleUncertain: 7 }), 'peopleInGap')).toEqual({ value: 7, unit: 'peopleUncertain' });
  });
});

describe('displayAt', () => {
  const parameters = { areaType: 'healthZone', asOf: '2025-05-31', reach: 'straightLine', threshold: 5, awarenessMonths: 6, theta: 0.5, standard: 'cmr-minimum', evidence: 'reported', filters: {} } as const;
  const people = { peopleInGap: 40, peopleUncertain: 0 };
  const answer: GapsAnswer = {
    parameters,
    dataVersion: 1,
    exercise: true,
    sources: { populationSources: [], initiativeSources: [], structureSources: [], boundarySources: [], demand: 'evenSpread' },
    summary: { classes: [], notClassified: { areas: 1, people: 0 }, populationUnknown: { areas: 0 }, ...people, population: 2000, staleEvidenceShare: null, possibleDuplications: 3, structures: { ready: 1, notReady: 0, unknown: 0 } },
    message: null,
    areas: [area('A', { peopleInGap: 40 }), area('B', { class: null })],
  };
  const sweep: GapsSweep = {
    parameters,
    dataVersion: 1,
    steps: [5, 10],
    codes: ['B', 'A'],
    classes: ['gap', 'joined'],
    areaClasses: ['-0', '-1'],
    peopleInGap: [[null, 40], [null, 3]],
    peopleUncertain: [[null, 0], [null, 9]],
    summaries: [{ classes: [], ...people }, { classes: [], peopleInGap: 3, peopleUncertain: 9 }],
  };

  it('lays the classes and people of another step over the answer, by code and not by place', () => {
    const shown = displayAt(answer, sweep, 10);
    expect(shown.areas.map((one) => [one.code, one.class, one.peopleInGap])).toEqual([['A', 'joined', 3], ['B', null, null]]);
    expect(shown.summary).toMatchObject({ peopleInGap: 3, peopleUncertain: 9, possibleDuplications: 3 });
    expect(shown).toMatchObject({ threshold: 10, exact: false });
  });

  it('keeps the exact answer where it is the one asked for, and the last one where the sweep has no such step', () => {
    expect(displayAt(answer, sweep, 5)).toMatchObject({ areas: answer.areas, exact: true });
    expect(displayAt(answer, sweep, 7)).toMatchObject({ threshold: 5, exact: false });
    expect(displayAt(answer, undefined, 10)).toMatchObject({ threshold: 5, exact: false });
  });
});
