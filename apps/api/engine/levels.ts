import { buildAreaLevel, type AreaLevel, type PointPeople } from '#analysis/area-level';
import type { Demand } from '#analysis/demand';
import { locateAll } from '#analysis/polygon-index';
import { buildPoints, type PointSet } from '#analysis/sphere';
import type { AreaType } from '#domain/records';
import type { AreaSets } from './area-sets';

/** Levels that nest: a zone lies in one province, a province in one country. Territories and zones cross, so outlines decide there. */
const NESTED: ReadonlySet<AreaType> = new Set(['province', 'country']);

/** The parent of an area is looked for at these levels, finest first: its code may be of any of them. */
const PARENT_LEVELS: readonly AreaType[] = ['healthZone', 'territory', 'province', 'country'];

/** An area by its level and number. */
export interface AreaRef {
  readonly type: AreaType;
  readonly number: number;
}

/** The demand points as seen at each level, and which areas of one level lie in, or cross, an area of another. Built when first asked. */
export class Levels {
  readonly #levels = new Map<AreaType, AreaLevel>();
  readonly #centres = new Map<AreaType, PointSet>();
  readonly #crossings = new Map<string, readonly (readonly number[])[]>();

  constructor(
    readonly sets: AreaSets,
    readonly base: AreaType,
    readonly demand: Demand,
    readonly people: PointPeople,
  ) {}

  level(type: AreaType): AreaLevel {
    return remembered(this.#levels, type, () => buildAreaLevel(this.demand, this.people, this.#areaOfPoint(type), this.sets[type].areas.length));
  }

  /** Centre of population of each area; NaN where it has no point. */
  centres(type: AreaType): PointSet {
    return remembered(this.#centres, type, () => {
      if (type === this.base) return buildPoints(this.demand.centreLng, this.demand.centreLat);
      return centresOf(this.level(type), this.demand);
    });
  }

  /** The area of `type` that holds an area by the chain of parents; the area itself at its own level; −1 where the chain holds none. */
  ancestor(area: AreaRef, type: AreaType): number {
    let at: AreaRef | null = area;
    // As many steps as there are levels: a chain that turns on itself ends too.
    for (let step = 0; at !== null && step <= PARENT_LEVELS.length; step += 1) {
      if (at.type === type) return at.number;
      at = this.#parent(at);
    }
    return -1;
  }

  /**
   * The area itself if it holds people, or if nothing finer than a whole territory or province is known to hold it. A health area
   * without an outline is held by its health zone, the finest level that answers speak of; a zone without one is held by nothing:
   * one initiative in it says nothing of its whole province (decision 0005).
   */
  holder(area: AreaRef): AreaRef {
    if (area.type !== 'healthArea' || this.#holdsPeople(area)) return area;
    const parent = this.#parent(area);
    return parent !== null && parent.type === this.base && this.#holdsPeople(parent) ? parent : area;
  }

  /** Areas of `type` that share people with an area; by the chain of parents where it has no outline. Ascending. */
  touched(area: AreaRef, type: AreaType): readonly number[] {
    if (area.type === type) return [area.number];
    if ((this.level(area.type).pointCount[area.number] ?? 0) > 0) return this.#crossing(area.type, type)[area.number] ?? [];
    const above = this.ancestor(area, type);
    return above === -1 ? [] : [above];
  }

  #holdsPeople({ type, number }: AreaRef): boolean {
    return (this.level(type).pointCount[number] ?? 0) > 0;
  }

  #parent({ type, number }: AreaRef): AreaRef | null {
    const code = this.sets[type].areas[number]?.parentCode ?? null;
    if (code === null) return null;
    for (const level of PARENT_LEVELS) {
      const parent = this.sets[level].numberOf.get(code);
      if (parent !== undefined && !(level === type && parent === number)) return { type: level, number: parent };
    }
    return null;
  }

  #areaOfPoint(type: AreaType): Int32Array {
    const { demand, base } = this;
    if (type === base) return demand.areaIndex;
    const set = this.sets[type];
    const byChain = Int32Array.from(this.sets[base].areas, (_, number) => this.ancestor({ type: base, number }, type));
    const byOutline = set.hasOutlines ? locateAll(set.index, demand.lng, demand.lat) : new Int32Array(demand.lng.length).fill(-1);
    const nested = NESTED.has(type);
    return demand.areaIndex.map((area, point) => {
      const chain = byChain[area] ?? -1;
      const outline = byOutline[point] ?? -1;
      return nested ? (chain === -1 ? outline : chain) : outline === -1 ? chain : outline;
    });
  }

  #crossing(from: AreaType, to: AreaType): readonly (readonly number[])[] {
    return remembered(this.#crossings, `${from}>${to}`, () => {
      const a = this.level(from);
      const b = this.level(to);
      const found = Array.from({ length: a.areaCount }, () => new Set<number>());
      a.areaOfPoint.forEach((area, point) => {
        const other = b.areaOfPoint[point] ?? -1;
        if (area >= 0 && other >= 0) found[area]?.add(other);
      });
      return found.map((others) => [...others].sort((x, y) => x - y));
    });
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, compute: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = compute();
    known.set(key, value);
  }
  return value;
}

/** Mean of the unit vectors of an area's points, each counting for its people. */
function centresOf(level: AreaLevel, { x, y, z }: PointSet): PointSet {
  const sums = new Float64Array(level.areaCount * 3);
  level.areaOfPoint.forEach((area, point) => {
    if (area < 0) return;
    const mass = level.mass[point] ?? 0;
    [x, y, z].forEach((axis, i) => (sums[area * 3 + i] = (sums[area * 3 + i] ?? 0) + mass * (axis[point] ?? 0)));
  });
  const degrees = 180 / Math.PI;
  const lng = new Float64Array(level.areaCount).fill(NaN);
  const lat = new Float64Array(level.areaCount).fill(NaN);
  for (let area = 0; area < level.areaCount; area += 1) {
    const [sx = 0, sy = 0, sz = 0] = sums.subarray(area * 3, area * 3 + 3);
    if (sx === 0 && sy === 0 && sz === 0) continue;
    lng[area] = Math.atan2(sy, sx) * degrees;
    lat[area] = Math.atan2(sz, Math.hypot(sx, sy)) * degrees;
  }
  return buildPoints(lng, lat);
}
