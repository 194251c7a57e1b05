import type { TravelRuns } from './travel-runs';

/** Sites that an area reaches, ascending, and the minutes from its nearest cell to each. */
export interface SitesOfArea {
  readonly site: Int32Array;
  readonly minutes: Float32Array;
}

/**
 * The sites (their cells; −1: none) that somebody who sets out from any of these cells of an area reaches within the cap, included. Ways are as long there
 * as back, so that each area is left once, however many sites there are.
 */
export function sitesReached(runs: TravelRuns, start: Int32Array, sites: Int32Array, capMin: number): SitesOfArea {
  return runs.from(start, capMin, ({ minutes }) => {
    const found: number[] = [];
    sites.forEach((cell, site) => {
      if ((minutes[cell] ?? Infinity) < Infinity) found.push(site);
    });
    return { site: Int32Array.from(found), minutes: Float32Array.from(found, (site) => minutes[sites[site] ?? -1] ?? Infinity) };
  });
}
