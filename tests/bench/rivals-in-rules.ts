import type { AreaLevel } from '#analysis/area-level';
import { CLASS_CODES, CLASS_COUNT, type ClassRule, type PointCare } from '#analysis/classify';
import type { OverlapInitiative } from '#analysis/overlap-sweep';
import { classOf, classOfArea, type CareLevel } from '#domain/gap-classes';
import { activeDays } from '#domain/initiative-rules';
import { OVERLAP_TOPICS, sharedTargetGroups } from '#domain/overlap-rules';

/** The rules as domain.md words them: an object a point, a map an area. */
export function classifyByObjects(level: AreaLevel, care: PointCare, { threshold, theta }: ClassRule): { areaClass: number[]; people: Float64Array } {
  const people = new Float64Array(level.areaCount * CLASS_COUNT);
  const masses = Array.from({ length: level.areaCount }, () => ({ aware: 0, ready: 0, reported: 0, unknown: 0, none: 0 }));
  const points = Array.from(level.areaOfPoint, (area, point) => {
    const ready = care.readyHere[point] === 1 || care.toReady[point]! <= threshold;
    const unknown = care.toUnknown[point]! <= threshold || care.unknownHere[point] === 1;
    const careLevel: CareLevel = ready ? 'ready' : care.reported[point] === 1 ? 'reported' : unknown ? 'unknown' : 'none';
    return { area, aware: care.aware[point] === 1, care: careLevel, people: level.people[point]!, mass: level.mass[point]! };
  });
  for (const point of points) {
    const mass = masses[point.area];
    if (!mass) continue;
    people[point.area * CLASS_COUNT + CLASS_CODES.indexOf(classOf(point.aware, point.care))]! += point.people;
    mass[point.care] += point.mass;
    if (point.aware) mass.aware += point.mass;
  }
  const areaClass = masses.map((mass, area) => {
    const total = level.totalMass[area]!;
    if (total === 0) return -1;
    return CLASS_CODES.indexOf(classOfArea({ aware: mass.aware / total, ready: mass.ready / total, reported: mass.reported / total, unknown: mass.unknown / total }, theta));
  });
  return { areaClass, people };
}

/** Possible overlaps as `a number, b number, shared areas`, one line a pair: every pair of initiatives that meet in an area, against every rule. */
export function overlapsByArea(initiatives: readonly OverlapInitiative[]): string[] {
  const known = initiatives.map((one) => ({ ...one, days: activeDays(one), kinds: one.kinds.filter((kind) => kind !== 'other') }));
  const byArea = new Map<number, number[]>();
  initiatives.forEach((one, number) => {
    for (const area of one.areas) {
      const list = byArea.get(area);
      if (list) list.push(number);
      else byArea.set(area, [number]);
    }
  });
  const shared = new Map<string, number[]>();
  for (const [area, numbers] of byArea) {
    for (const [i, first] of numbers.entries()) for (const second of numbers.slice(i + 1)) {
      const [a, b] = [known[first]!, known[second]!];
      if (!a.days || !b.days || a.topic !== b.topic || !OVERLAP_TOPICS.includes(a.topic) || a.days.from > b.days.to || b.days.from > a.days.to) continue;
      if (!a.kinds.some((kind) => b.kinds.includes(kind)) || a.organisations.some((one) => b.organisations.includes(one))) continue;
      if (sharedTargetGroups(a.targetGroups, b.targetGroups).length === 0) continue;
      const key = a.id < b.id ? `${first} ${second}` : `${second} ${first}`;
      const list = shared.get(key);
      if (list) list.push(area);
      else shared.set(key, [area]);
    }
  }
  return [...shared].map(([key, areas]) => `${key} ${areas.sort((p, q) => p - q).join(',')}`).sort();
}
