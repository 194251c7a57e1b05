import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisArea, AnalysisEvidence, AnalysisInitiative, AnalysisStructure } from '#db/stores/analysis-input';
import { cmrMinimum } from '#domain/shipped-standards';
import type { AreaType } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import { answerGaps, answerSweep } from './answer-gaps';
import { answerOverlaps } from './answer-overlaps';
import { buildDataset, type Dataset, type DatasetRows } from './dataset';
import { explainArea } from './explain-area';
import type { GapQuestion } from './messages';

const question: GapQuestion = { areaType: 'healthZone', service: 'cmr', asOf: '2025-05-31', at: null, reach: 'straightLine', threshold: 5, awarenessMonths: 6, theta: 0.5, standard: null, evidence: 'reported', filters: {} };

const box = (west: number, south: number, size: number): string =>
  JSON.stringify({ type: 'MultiPolygon', coordinates: [[[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]]] });

const area = (type: AreaType, code: string, parentCode: string | null, geojson: string | null, population: number | null = null): AnalysisArea => ({
  id: code, code, type, name: code, parentCode, provinceCode: type === 'province' ? code : 'P', geojson, areaKm2: geojson === null ? null : 100, population: population === null ? null : { value: population, year: 2024, source: 'S' }, source: 'B',
});
const structure = (id: string, lngLat: [number, number] | null, more: Partial<AnalysisStructure> = {}): AnalysisStructure => ({ id, name: id, type: 'CS', lngLat, healthZoneCode: null, territoryCode: null, provinceCode: null, source: 'L', ...more });
const evidence = (structureId: string, more: Partial<AnalysisEvidence['evidence']> = {}): AnalysisEvidence => ({
  structureId,
  evidence: {
    assessedOn: '2025-05-01', assessedBy: null, source: 'A', functionality: 'full', accessibility: 'full', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [],
    trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 1, women: null, men: null, trainedOn: '2025-01-01', protocolVersion: null }],
    stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 5, expiry: '2026-12-31', countedOn: '2025-05-01' }],
    ...more,
  },
});
const campaign = (id: string, areaCodes: AnalysisInitiative['areaCodes'], more: Partial<AnalysisInitiative> = {}): AnalysisInitiative => ({
  id, title: id, kinds: [{ kind: 'awareness', words: [] }], topic: 'sexualViolence', announcedServices: [], toReview: false, domain: null, targetGroups: ['communityAtLarge'], organisations: [{ id: `org-${id}`, name: `Org ${id}`, acronym: null, role: 'implementing' }],
  areaCodes, start: '2025-01-01', end: '2025-12-31', status: 'ongoing', reportedOn: '2025-05-31', targetedTotal: null, source: 'W', sourceRow: 2, ...more,
});

const dataset = (rows: Partial<DatasetRows>, viewer: Viewer = 'coordination'): Dataset =>
  buildDataset({ viewer, dataVersion: 1, exercise: false, today: '2026-01-01', standards: [cmrMinimum] }, { areas: [], places: [], structures: [], evidence: [], programmes: [], initiatives: [], decisions: [], ...rows });
const classesOf = (rows: Partial<DatasetRows>, more: Partial<GapQuestion> = {}) => Object.fromEntries(answerGaps(dataset(rows), { ...question, ...more }).areas.map((one) => [one.code, one.class]));

/** Two zones side by side in one province; the territory T covers the western three quarters of the first, U the rest. */
const province = area('province', 'P', null, null);
const zones = [area('healthZone', 'Z1', 'P', box(20, 0, 1), 1000), area('healthZone', 'Z2', 'P', box(21, 0, 1), 2000)];
const territories = [
  area('territory', 'T', 'P', JSON.stringify({ type: 'MultiPolygon', coordinates: [[[[20, 0], [20.75, 0], [20.75, 1], [20, 1], [20, 0]]]] })),
  area('territory', 'U', 'P', JSON.stringify({ type: 'MultiPolygon', coordinates: [[[[20.75, 0], [22, 0], [22, 1], [20.75, 1], [20.75, 0]]]] })),
];
const places = [{ id: 'a', name: 'a', lngLat: [20.5, 0.5] as [number, number], population: 10, source: 'S' }, { id: 'b', name: 'b', lngLat: [21.5, 0.5] as [number, number], population: 10, source: 'S' }];
const country = { areas: [province, ...zones, ...territories], places };

describe('footprints', () => {
  it('health-area-without-outline: the campaign is somewhere in its zone, so the zone hears of it', () => {
    const areas = [...country.areas, area('healthArea', 'Z1A1', 'Z1', null)];
    expect(classesOf({ areas, places, initiatives: [campaign('c', [{ type: 'healthArea', code: 'Z1A1' }])] })).toEqual({ Z1: 'gap', Z2: 'blindSpot' });
  });

  it('a province, a territory or a zone act on the points that lie in them', () => {
    expect(classesOf({ ...country, initiatives: [campaign('c', [{ type: 'province', code: 'P' }])] })).toEqual({ Z1: 'gap', Z2: 'gap' });
    // The town of zone 1 lies west of 20.75, in T
    expect(classesOf({ ...country, initiatives: [campaign('c', [{ type: 'territory', code: 'T' }])] })).toEqual({ Z1: 'gap', Z2: 'blindSpot' });
    expect(classesOf({ ...country, initiatives: [campaign('c', [{ type: 'territory', code: 'U' }])] })).toEqual({ Z1: 'blindSpot', Z2: 'gap' });
  });

  it('area-unknown: a footprint of no known area raises awareness nowhere', () => {
    expect(classesOf({ ...country, initiatives: [campaign('c', [{ type: 'healthZone', code: 'Z9' }])] })).toEqual({ Z1: 'blindSpot', Z2: 'blindSpot' });
  });

  it('territories and zones cross: the same people, counted at either level', () => {
    const rows = { ...country, initiatives: [campaign('c', [{ type: 'healthZone', code: 'Z1' }])] };
    const byLevel = (areaType: AreaType) => answerGaps(dataset(rows), { ...question, areaType }).summary.peopleInGap;
    expect([byLevel('healthZone'), byLevel('territory'), byLevel('province')]).toEqual([1000, 1000, 1000]);
    expect(answerGaps(dataset(rows), { ...question, areaType: 'territory' }).areas.map(({ code, population }) => [code, population])).toEqual([['T', 1000], ['U', 2000]]);
  });
});

describe('structures without a position', () => {
  it('known by zone: to assess there, neither ready nor absent; under the same area it counts in full', () => {
    const rows = { ...country, structures: [structure('s', null, { healthZoneCode: 'Z1', provinceCode: 'P' })], evidence: [evidence('s')] };
    expect(classesOf(rows)).toEqual({ Z1: 'unassessed', Z2: 'blindSpot' });
    expect(classesOf(rows, { reach: 'sameArea' })).toEqual({ Z1: 'unannounced', Z2: 'blindSpot' });
  });

  it('known by province only: the whole province is to assess, under any metric', () => {
    const rows = { ...country, structures: [structure('s', null, { provinceCode: 'P' })], evidence: [evidence('s')] };
    expect(classesOf(rows)).toEqual({ Z1: 'unassessed', Z2: 'unassessed' });
    expect(classesOf(rows, { reach: 'sameArea' })).toEqual({ Z1: 'unassessed', Z2: 'unassessed' });
  });

  it('not ready: it changes nothing, wherever it is', () => {
    const rows = { ...country, structures: [structure('s', null, { healthZoneCode: 'Z1' })], evidence: [evidence('s', { functionality: 'none' })] };
    expect(classesOf(rows)).toEqual({ Z1: 'blindSpot', Z2: 'blindSpot' });
  });
});

describe('the level at which people are placed', () => {
  it('territories where no zone has an outline, provinces where no territory has', () => {
    const flat = zones.map((zone) => ({ ...zone, geojson: null }));
    expect(answerGaps(dataset({ areas: [province, ...flat, ...territories.map((one) => ({ ...one, population: { value: 700, year: null, source: 'S' } }))] }), { ...question, areaType: 'territory' }).summary.population).toBe(1400);
    const drawn = { ...province, geojson: box(20, 0, 2), population: { value: 3000, year: null, source: 'S' } };
    expect(answerGaps(dataset({ areas: [drawn, ...flat] }), { ...question, areaType: 'province' }).areas).toMatchObject([{ code: 'P', class: 'blindSpot', population: 3000 }]);
  });

  it('zero-population: nobody in the gap, and the class is that of the place', () => {
    const areas = [province, area('healthZone', 'Z1', 'P', box(20, 0, 1), 0)];
    const answer = answerGaps(dataset({ areas, initiatives: [campaign('c', [{ type: 'healthZone', code: 'Z1' }])] }), question);
    expect(answer.areas).toMatchObject([{ class: 'gap', population: 0, peopleInGap: 0 }]);
  });
});

describe('counts of people in public answers', () => {
  it('one to four people are not told apart from not known', () => {
    const areas = [province, area('healthZone', 'Z1', 'P', box(20, 0, 1), 4), area('healthZone', 'Z2', 'P', box(21, 0, 1), 5)];
    const initiatives = [campaign('c', [{ type: 'province', code: 'P' }], { targetedTotal: 3 }), campaign('d', [{ type: 'province', code: 'P' }], { targetedTotal: 900 })];
    const inGap = (viewer: Viewer) => answerGaps(dataset({ areas, initiatives }, viewer), question).areas.map(({ code, peopleInGap }) => [code, peopleInGap]);
    expect(inGap('coordination')).toEqual([['Z2', 5], ['Z1', 4]]);
    expect(inGap('public')).toEqual([['Z2', 5], ['Z1', null]]);
    expect(explainArea(dataset({ areas, initiatives }, 'public'), { ...question, code: 'Z1' }).classPeople.find((one) => one.class === 'gap')).toMatchObject({ people: null, share: 1 });
    expect(answerOverlaps(dataset({ areas, initiatives }, 'public'), { limit: 10 }).pairs).toMatchObject([{ a: { targeted: null }, b: { targeted: 900 } }]);
  });
});

describe('properties', () => {
  const position = fc.tuple(fc.integer({ min: 2000, max: 2200 }), fc.integer({ min: 0, max: 100 })).map(([lng, lat]): [number, number] => [lng / 100, lat / 100]);
  const structures = fc.array(fc.record({ lngLat: fc.option(position), ready: fc.constantFrom('ready', 'not', 'never') }), { maxLength: 8 }).map((all) => ({
    structures: all.map(({ lngLat }, i) => structure(`s${i}`, lngLat, { healthZoneCode: i % 2 === 0 ? 'Z1' : null, provinceCode: 'P' })),
    evidence: all.flatMap(({ ready }, i) => (ready === 'never' ? [] : [evidence(`s${i}`, { functionality: ready === 'ready' ? 'full' : 'none' })])),
  }));
  const initiatives = fc.array(fc.record({ area: fc.constantFrom('Z1', 'Z2'), kind: fc.constantFrom('awareness' as const, 'medicalCare' as const), end: fc.constantFrom('2025-02-01', '2025-12-31') }), { maxLength: 5 })
    .map((all) => all.map(({ area: code, kind, end }, i) => campaign(`c${i}`, [{ type: 'healthZone', code }], { kinds: [{ kind, words: [] }], end, targetedTotal: 1500 })));
  const rows = fc.record({ placed: structures, initiatives }).map(({ placed, initiatives: all }) => ({ ...country, ...placed, initiatives: all }));
  const shuffled = (all: Partial<DatasetRows>): Partial<DatasetRows> => Object.fromEntries(Object.entries(all).map(([key, values]) => [key, [...values].reverse()]));

  it('the order of rows never matters', () => {
    fc.assert(fc.property(rows, (all) => {
      expect(answerGaps(dataset(shuffled(all)), question)).toEqual(answerGaps(dataset(all), question));
      expect(answerOverlaps(dataset(shuffled(all)), { limit: 100 })).toEqual(answerOverlaps(dataset(all), { limit: 100 }));
    }), { numRuns: 40 });
  });

  it('the people of the classes sum to the whole, at every level and step', () => {
    fc.assert(fc.property(rows, (all) => {
      const built = dataset(all);
      for (const areaType of ['healthZone', 'territory', 'province'] as const) {
        const sum = (classes: { people: number }[]) => classes.reduce((total, { people }) => total + people, 0);
        expect(sum(answerGaps(built, { ...question, areaType }).summary.classes)).toBe(3000);
        for (const step of answerSweep(built, { ...question, areaType }).summaries) expect(sum(step.classes)).toBe(3000);
      }
    }), { numRuns: 40 });
  });

  it('making a structure ready never adds a person to the gap', () => {
    fc.assert(fc.property(rows, fc.nat(), (all, pick) => {
      if (all.structures.length === 0) return;
      const chosen = all.structures[pick % all.structures.length]?.id ?? '';
      const better = { ...all, evidence: [...all.evidence.filter(({ structureId }) => structureId !== chosen), evidence(chosen)] };
      for (const reach of ['straightLine', 'sameArea'] as const) {
        expect(answerGaps(dataset(better), { ...question, reach }).summary.peopleInGap).toBeLessThanOrEqual(answerGaps(dataset(all), { ...question, reach }).summary.peopleInGap);
      }
    }), { numRuns: 60 });
  });
});
