import { eachRun, type SiteIndex } from './site-grid';
import { buildPoints, chordSquaredBetween, chordToKm, kmToChordSquared } from './sphere';

/** Sites that may count for something on some days: `counts[day][site]` is 1 on the days when one does. */
export interface SitesOverDays {
  /** NaN where the position is not known: such a site reaches no point. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly counts: readonly Uint8Array[];
}

/**
 * Day by day, at each demand point: 0 where a site that counts is within `km` (the bound included, as in `classify`), Infinity elsewhere.
 * From one day to the next only the sites that changed are looked at: most do not. `demand`: the points, indexed (`indexDemand`).
 */
export function* kmOverDays(demand: SiteIndex, { lng, lat, counts }: SitesOverDays, km: number): Generator<Float64Array> {
  const from = buildPoints(lng, lat);
  const chord = Math.sqrt(kmToChordSquared(km));
  const reaching = new Int32Array(demand.number.length);
  let before = new Uint8Array(lng.length);
  for (const today of counts) {
    for (let site = 0; site < lng.length; site += 1) {
      const change = (today[site] ?? 0) - (before[site] ?? 0);
      if (change === 0 || !Number.isFinite(from.x[site])) continue;
      eachRun(demand, lng[site] ?? 0, lat[site] ?? 0, chord, (first, stop) => {
        for (let place = first; place < stop; place += 1) {
          if (chordToKm(chordSquaredBetween(from, site, demand.points, place)) > km) continue;
          const point = demand.number[place] ?? -1;
          reaching[point] = (reaching[point] ?? 0) + change;
        }
      });
    }
    before = Uint8Array.from(today);
    yield Float64Array.from(reaching, (sites) => (sites > 0 ? 0 : Infinity));
  }
}
