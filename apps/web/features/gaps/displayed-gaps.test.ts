import { describe, expect, it } from 'vitest';
import type { GapArea, GapsAnswer, GapsForecast, GapsSweep } from '#api/contract/gaps';
import { displayAt, isSameQuestion, isShown, legendKeysOf, rankAreas, rowFigure } from './displayed-gaps';

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
  care: { ready: 0, missions: 0, reported: 0, unknown: 0, notReady: 0, redundancy: { twoReady: 0, threeReady: 0 }, nearestReady: null, nearestAlmostReady: null },
  reasons: [],
  ...values,
});
const all = { off: [], search: null, sort: 'peopleInGap', reach: 'straightLine' } as const;
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
    const near = (distanceKm: number) => ({ ...area('x').care, nearestReady: { id: 's', name: 's', type: 'CS' as const, distanceKm, travelMin: null, missing: [] } });
    const areas = [area('near', { care: near(2) }), area('none'), area('far', { care: near(80) })];
    expect(codes(rankAreas(areas, { ...all, sort: 'nearestReady' }))).toEqual(['none', 'far', 'near']);
  });

  it('ranks by minutes where the question is about travel time: no way known is farther than any way', () => {
    const over = (distanceKm: number, modelled: number | null) => ({ ...area('x').care, nearestReady: { id: 's', name: 's', type: 'CS' as const, distanceKm, missing: [], travelMin: modelled === null ? null : { modelled, upTo: modelled * 1.49 } } });
    const areas = [area('river', { care: over(3, 180) }), area('road', { care: over(20, 40) }), area('island', { care: over(1, null) }), area('none')];
    expect(codes(rankAreas(areas, { ...all, sort: 'nearestReady' }))).toEqual(['none', 'road', 'river', 'island']);
    expect(codes(rankAreas(areas, { ...all, sort: 'nearestReady', reach: 'travelTime' }))).toEqual(['none', 'island', 'river', 'road']);
    expect(areas.map((one) => rowFigure(one, 'nearestReady', 'travelTime'))).toEqual([{ value: 180, unit: 'onTheWay' }, { value: 40, unit: 'onTheWay' }, { value: null, unit: 'noWay' }, { value: null, unit: 'km' }]);
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
    expect(rowFigure(area('A', { population: null, peopleInGap: null }), 'peopleInGap', 'straightLine')).toEqual({ value: null, unit: 'unknown' });
  });

  it('shows uncertain people where nobody is in the gap', () => {
    expect(rowFigure(area('A', { peopleInGap: 0, peopleUncertain: 7 }), 'peopleInGap', 'straightLine')).toEqual({ value: 7, unit: 'peopleUncertain' });
  });
});

describe('displayAt', () => {
  const parameters = { areaType: 'healthZone', service: 'cmr', asOf: '2025-05-31', at: '2025-05-31', reach: 'straightLine', threshold: 5, awarenessMonths: 6, theta: 0.5, standard: 'cmr-minimum', standardVersion: 1, evidence: 'reported', filters: {} } as const;
  const people = { peopleInGap: 40, peopleUncertain: 0 };
  const answer: GapsAnswer = {
    parameters,
    dataVersion: 1,
    exercise: true,
    sources: { populationSources: [], initiativeSources: [], structureSources: [], boundarySources: [], demand: 'evenSpread', surface: null },
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

  const forecast: GapsForecast = {
    ...sweep,
    days: [0, 7],
    dates: ['2025-05-31', '2025-06-07'],
    areaClasses: ['-0', '-0'],
    peopleInGap: [[null, 40], [null, 55]],
    peopleUncertain: [[null, 0], [null, 2]],
    summaries: [
      { classes: [], ...people, structures: { ready: 1, notReady: 0, unknown: 0 } },
      { classes: [], peopleInGap: 55, peopleUncertain: 2, structures: { ready: 0, notReady: 1, unknown: 0 } },
    ],
  };
  const known = { sweep, forecast };
  const none = { sweep: undefined, forecast: undefined };

  it('lays the classes and people of another step over the answer, by code and not by place', () => {
    const shown = displayAt(answer, known, { threshold: 10, foretold: null });
    expect(shown.areas.map((one) => [one.code, one.class, one.peopleInGap])).toEqual([['A', 'joined', 3], ['B', null, null]]);
    expect(shown.summary).toMatchObject({ peopleInGap: 3, peopleUncertain: 9, possibleDuplications: 3 });
    expect(shown).toMatchObject({ threshold: 10, foretold: null, exact: false });
  });

  it('keeps the exact answer where it is the one asked for, and the last one where the sweep has no such step', () => {
    expect(displayAt(answer, known, { threshold: 5, foretold: null })).toMatchObject({ areas: answer.areas, exact: true });
    expect(displayAt(answer, known, { threshold: 7, foretold: null })).toMatchObject({ threshold: 5, exact: false });
    expect(displayAt(answer, none, { threshold: 10, foretold: null })).toMatchObject({ threshold: 5, exact: false });
  });

  it('lays a day ahead over the answer and says that it is foretold', () => {
    const shown = displayAt(answer, known, { threshold: 5, foretold: '2025-06-07' });
    expect(shown).toMatchObject({ foretold: '2025-06-07', threshold: 5, exact: false, summary: { peopleInGap: 55, structures: { ready: 0, notReady: 1 } } });
    expect(shown.areas.map((one) => one.peopleInGap)).toEqual([55, null]);
  });

  it('never says foretold of what it has no forecast for, nor the other way round', () => {
    expect(displayAt(answer, known, { threshold: 5, foretold: '2025-06-08' })).toMatchObject({ foretold: null, areas: answer.areas, exact: false });
    const ahead: GapsAnswer = { ...answer, parameters: { ...parameters, at: '2025-06-07' } };
    expect(displayAt(ahead, none, { threshold: 5, foretold: null })).toMatchObject({ foretold: '2025-06-07', exact: false });
    expect(displayAt(ahead, known, { threshold: 5, foretold: null })).toMatchObject({ foretold: null, exact: false, summary: { peopleInGap: 40 } });
    expect(displayAt(ahead, known, { threshold: 5, foretold: '2025-06-07' })).toMatchObject({ foretold: '2025-06-07', exact: true });
  });

  it('takes steps for those of the answer where only what the slider moves differs', () => {
    const moved = { ...sweep, parameters: { ...parameters, threshold: 20 } };
    expect(isSameQuestion(answer, moved, 'threshold')).toBe(true);
    expect(isSameQuestion(answer, moved, 'at')).toBe(false);
    expect(isSameQuestion(answer, { ...sweep, dataVersion: 2 }, 'threshold')).toBe(false);
  });
});
