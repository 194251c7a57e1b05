/**
 * Which side of closed borders points and sites are on: those with the same number are inside the same closed areas, and so can reach each other.
 * 0: outside all of them.
 */
export interface ClosedRegions {
  readonly count: number;
  readonly ofPoint: Int32Array;
  readonly ofSite: Int32Array;
}

/** One area closed to movement, as masks: 1 where a point, or a site, is inside. */
export interface ClosedArea {
  readonly points: Uint8Array;
  readonly sites: Uint8Array;
}

/** Numbers the sides of closed borders. Areas that lie in each other, or cross, make one region of each overlap. Null: nothing is closed. */
export function closedRegions(areas: readonly ClosedArea[]): ClosedRegions | null {
  const [first] = areas;
  if (first === undefined) return null;
  const ofPoint = new Int32Array(first.points.length);
  const ofSite = new Int32Array(first.sites.length);
  let count = 1;
  for (const { points, sites } of areas) {
    const inside = new Map<number, number>();
    const cross = (regions: Int32Array, mask: Uint8Array): void => {
      for (let i = 0; i < regions.length; i += 1) if (mask[i] === 1) regions[i] = insideOf(regions[i] ?? 0);
    };
    const insideOf = (outer: number): number => {
      const known = inside.get(outer);
      if (known !== undefined) return known;
      inside.set(outer, count);
      count += 1;
      return count - 1;
    };
    cross(ofPoint, points);
    cross(ofSite, sites);
  }
  return { count, ofPoint, ofSite };
}
