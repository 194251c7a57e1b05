import { describe, expect, it } from 'vitest';
import { buildAreaLevel, peopleAtPoints, type AreaLevel } from './area-level';
import { CLASS_CODES, CLASS_COUNT, classify, sharesOfArea, type Classification, type PointCare } from './classify';
import { buildDemand } from './demand';
import { markAreas, pointsInAreas, reachLimit, sameAreaKm } from './reach';

/** One area, its people at four points that hold 25 % each. */
function fourPoints(population: number | null): AreaLevel {
  const demand = buildDemand([{ geometry: [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]] }], [], { pointsPerArea: 4 });
  return buildAreaLevel(demand, peopleAtPoints(demand, [population]), demand.areaIndex, 1);
}

const nothing: PointCare = {
  aware: Uint8Array.of(0, 0, 0, 0),
  reported: Uint8Array.of(0, 0, 0, 0),
  toReady: Float64Array.of(Infinity, Infinity, Infinity, Infinity),
  toUnknown: Float64Array.of(Infinity, Infinity, Infinity, Infinity),
  readyHere: Uint8Array.of(0, 0, 0, 0),
  unknownHere: Uint8Array.of(0, 0, 0, 0),
};
const rule = { threshold: 5, theta: 0.5 };
const classesOf = (classification: Classification): (string | undefined)[] => [...classification.pointClass].map((number) => CLASS_CODES[number]);
const areaClass = (classification: Classification, area = 0): string => CLASS_CODES[classification.areaClass[area]!] ?? 'none';
const peopleBy = (classification: Classification, area = 0): Record<string, number> =>
  Object.fromEntries(CLASS_CODES.map((code, number) => [code, classification.people[area * CLASS_COUNT + number]!] as const).filter(([, people]) => people > 0));

describe('class of a point', () => {
  it('care is the first that applies: ready before reported before unknown before none', () => {
    const care: PointCare = { ...nothing, aware: Uint8Array.of(1, 1, 1, 1), toReady: Float64Array.of(5, 5.001, 9, 9), reported: Uint8Array.of(1, 1, 0, 0), toUnknown: Float64Array.of(1, 1, 1, 6) };
    expect(classesOf(classify(fourPoints(100), care, rule))).toEqual(['joined', 'verify', 'assess', 'gap']);
    expect(classesOf(classify(fourPoints(100), { ...care, aware: nothing.aware }, rule))).toEqual(['unannounced', 'quiet', 'unassessed', 'blindSpot']);
  });

  it('structure-without-position: at most unknown, never none, whatever the distances; it takes nothing from ready or reported', () => {
    const care: PointCare = { ...nothing, unknownHere: Uint8Array.of(1, 1, 1, 0), toReady: Float64Array.of(2, 9, 9, 9), reported: Uint8Array.of(0, 1, 0, 0) };
    expect(classesOf(classify(fourPoints(100), care, rule))).toEqual(['unannounced', 'quiet', 'unassessed', 'blindSpot']);
  });

  it('the bound of the reach is within reach, for minutes on foot too: 5 km is 60 × 1.3 × 5 ÷ 4.5 = 86.67 min', () => {
    const care: PointCare = { ...nothing, toReady: Float64Array.of(5, 5, 5, 5) };
    expect(classify(fourPoints(1), care, rule).pointClass[0]).toBe(CLASS_CODES.indexOf('unannounced'));
    expect(reachLimit('walkingEstimate', 78)).toBeCloseTo(4.5, 12);
    expect(areaClass(classify(fourPoints(1), care, { ...rule, threshold: reachLimit('walkingEstimate', 86.6) }))).toBe('blindSpot');
    expect(areaClass(classify(fourPoints(1), care, { ...rule, threshold: reachLimit('walkingEstimate', 86.7) }))).toBe('unannounced');
  });

  it('same area: a structure counts where it lies, with or without a position', () => {
    const areaOfPoint = Int32Array.of(0, 0, 1, -1);
    expect([...sameAreaKm(areaOfPoint, markAreas(2, [0, -1]))]).toEqual([0, 0, Infinity, Infinity]);
    const care: PointCare = { ...nothing, toReady: sameAreaKm(areaOfPoint, markAreas(2, [0])) };
    expect(classesOf(classify(fourPoints(1), care, { ...rule, threshold: reachLimit('sameArea', 0) }))).toEqual(['unannounced', 'unannounced', 'blindSpot', 'blindSpot']);
  });

  it('footprints of several levels act point by point', () => {
    const zone = { areaOfPoint: Int32Array.of(0, 0, 1, 1), marked: markAreas(2, [1]) };
    const province = { areaOfPoint: Int32Array.of(-1, 0, 1, 1), marked: markAreas(2, [0, 5]) };
    expect([...pointsInAreas(4, [zone, province])]).toEqual([0, 1, 1, 1]);
  });
});

describe('class of an area and its people', () => {
  it('half aware, half in reach of ready care: joined; people are counted point by point: 25 in the gap of 101, whole', () => {
    const care: PointCare = { ...nothing, aware: Uint8Array.of(1, 1, 0, 0), toReady: Float64Array.of(1, 9, 1, 9) };
    const classification = classify(fourPoints(101), care, rule);
    expect(areaClass(classification)).toBe('joined');
    // Running totals 25.25, 50.5, 75.75, 101 round to 25, 51, 76, 101
    expect(peopleBy(classification)).toEqual({ joined: 25, gap: 26, unannounced: 25, blindSpot: 25 });
    expect(sharesOfArea(fourPoints(101), classification, 0)).toEqual({ aware: 0.5, ready: 0.5, reported: 0, unknown: 0 });
  });

  it('θ decides column by column: 25 % ready + 25 % reported reach 50 % in the second column, 76 % in none but the last', () => {
    const care: PointCare = { ...nothing, aware: Uint8Array.of(1, 1, 1, 1), toReady: Float64Array.of(1, 9, 9, 9), reported: Uint8Array.of(0, 1, 0, 0), toUnknown: Float64Array.of(9, 9, 1, 9) };
    expect(areaClass(classify(fourPoints(100), care, rule))).toBe('verify');
    expect(areaClass(classify(fourPoints(100), care, { ...rule, theta: 0.25 }))).toBe('joined');
    expect(areaClass(classify(fourPoints(100), care, { ...rule, theta: 0.75 }))).toBe('assess');
    expect(areaClass(classify(fourPoints(100), care, { ...rule, theta: 0.76 }))).toBe('gap');
  });

  it('population-unknown and zero-population: a class by shares of points all the same, and nobody counted', () => {
    const care: PointCare = { ...nothing, aware: Uint8Array.of(1, 1, 1, 0) };
    for (const population of [null, 0]) {
      const classification = classify(fourPoints(population), care, rule);
      expect(areaClass(classification)).toBe('gap');
      expect(peopleBy(classification)).toEqual({});
      expect(sharesOfArea(fourPoints(population), classification, 0)?.aware).toBe(0.75);
    }
    expect([...fourPoints(null).peopleKnown, ...fourPoints(0).peopleKnown]).toEqual([0, 1]);
  });

  it('area-without-geometry: no class, no shares', () => {
    const demand = buildDemand([{ geometry: null }], [], { pointsPerArea: 4 });
    const level = buildAreaLevel(demand, peopleAtPoints(demand, [5000]), demand.areaIndex, 1);
    const none: PointCare = { aware: new Uint8Array(0), reported: new Uint8Array(0), toReady: new Float64Array(0), toUnknown: new Float64Array(0), readyHere: new Uint8Array(0), unknownHere: new Uint8Array(0) };
    const classification = classify(level, none, rule);
    expect([...classification.areaClass]).toEqual([-1]);
    expect(sharesOfArea(level, classification, 0)).toBeNull();
  });

  it('masks of another demand are refused, not read as no', () => {
    expect(() => classify(fourPoints(1), { ...nothing, reported: new Uint8Array(3) }, rule)).toThrow('reported holds 3 points; 4 expected');
  });
});
