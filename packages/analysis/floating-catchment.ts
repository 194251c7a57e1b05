import { listCount, type Lists } from './siting-lists';

/**
 * Weights by distance band as Luo & Qi (2009) give them for slow decay, of thirds of the reach: a Gaussian curve that falls to 0.22 in the last third.
 * Where people walk, who lives far comes less often. PySAL’s `access` documents the same, 1 up to 10 minutes, 0.68 up to 20 and 0.22 up to 30, as the weights of the original paper (`enhanced_two_stage_fca`).
 */
export const LUO_QI_WEIGHTS = [1, 0.68, 0.22] as const;

export interface CatchmentSites {
  /** For each site, the points within its catchment. */
  readonly reaches: Lists;
  /** Distance band of each item of `reaches`, from 0: places of `bandWeights`. */
  readonly band: Uint8Array;
  /** What each site can give, in any unit. NaN: nobody knows; it is not zero. */
  readonly capacity: Float64Array;
}

export interface FloatingCatchment {
  /** Capacity to each person who may come, by site; NaN where the capacity is not known, or people live in the catchment of whom nobody knows how many, or nobody does. */
  readonly siteRatio: Float64Array;
  /** The sum over the sites within reach whose ratio is known, by point. */
  readonly pointRatio: Float64Array;
  /** 1: a site within reach has no known ratio, so the true figure of the point may be higher. */
  readonly atLeast: Uint8Array;
}

/**
 * Enhanced two-step floating catchment area (Luo & Qi, Health & Place 15, 2009): first each site's capacity is shared out among the people of its catchment, those
 * of farther bands counting for less; then each point adds up the shares of the sites that reach it, weighed by the same bands. `people`: NaN where not known.
 */
export function floatingCatchment({ reaches, band, capacity }: CatchmentSites, people: Float64Array, bandWeights: readonly number[]): FloatingCatchment {
  if (band.length !== reaches.item.length) throw new Error(`${band.length} bands for ${reaches.item.length} items; one each expected`);
  const weightAt = (i: number): number => {
    const weight = bandWeights[band[i] ?? 0];
    if (weight === undefined) throw new Error(`band ${band[i] ?? -1} has no weight; 0–${bandWeights.length - 1} expected`);
    return weight;
  };
  const siteRatio = new Float64Array(listCount(reaches)).fill(NaN);
  const pointRatio = new Float64Array(people.length);
  const atLeast = new Uint8Array(people.length);
  for (let site = 0; site < siteRatio.length; site += 1) {
    const [first, stop] = [reaches.start[site] ?? 0, reaches.start[site + 1] ?? 0];
    let comers = 0;
    for (let i = first; i < stop; i += 1) comers += weightAt(i) * (people[reaches.item[i] ?? 0] ?? NaN);
    const ratio = comers === 0 ? NaN : (capacity[site] ?? NaN) / comers;
    siteRatio[site] = ratio;
    for (let i = first; i < stop; i += 1) {
      const point = reaches.item[i] ?? 0;
      if (Number.isNaN(ratio)) atLeast[point] = capacity[site] === 0 ? (atLeast[point] ?? 0) : 1;
      else pointRatio[point] = (pointRatio[point] ?? 0) + weightAt(i) * ratio;
    }
  }
  return { siteRatio, pointRatio, atLeast };
}

/** Mean ratio of the people of each area: NaN where nobody lives, or nobody knows how many do. `atLeast` 1: so it is for somebody of the area. */
export function catchmentOfAreas({ pointRatio, atLeast }: FloatingCatchment, people: Float64Array, areaOfPoint: Int32Array, areaCount: number): { readonly ratio: Float64Array; readonly atLeast: Uint8Array } {
  const heads = new Float64Array(areaCount);
  const sums = new Float64Array(areaCount);
  const marked = new Uint8Array(areaCount);
  areaOfPoint.forEach((area, point) => {
    if (area < 0) return;
    heads[area] = (heads[area] ?? 0) + (people[point] ?? NaN);
    sums[area] = (sums[area] ?? 0) + (people[point] ?? NaN) * (pointRatio[point] ?? 0);
    if (atLeast[point] === 1 && people[point] !== 0) marked[area] = 1;
  });
  return { ratio: sums.map((sum, area) => ((heads[area] ?? 0) > 0 ? sum / (heads[area] ?? 1) : NaN)), atLeast: marked };
}

/** Band of a distance within the reach: bands are equally wide, their upper bounds included. */
export function bandOf(distance: number, limit: number, bands: number): number {
  if (!(distance >= 0 && distance <= limit)) throw new Error(`distance ${distance}; within 0–${limit} expected`);
  return limit === 0 ? 0 : Math.max(0, Math.ceil((distance / limit) * bands) - 1);
}
