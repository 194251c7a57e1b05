import { issue, type Issue } from '#domain/issue';
import { positionsOf, sharedCountry } from './record-places';
import type { StagedRow } from './staged-row';

/** West, south, east, north in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

const MARGIN_DEG = 1;

const holds = ([west, south, east, north]: Extent, lng: number, lat: number): boolean =>
  lng >= west - MARGIN_DEG && lng <= east + MARGIN_DEG && lat >= south - MARGIN_DEG && lat <= north + MARGIN_DEG;

/**
 * Longitude and latitude swapped? Both readings are often valid degrees, so only a known extent tells:
 * most positions lie outside it as given, and inside it once swapped. The whole file is then refused.
 * `loaded` is the extent of the areas in the database, null if there are none; areas of a country that is not loaded
 * are not measured against it (the reader has measured them against their own country).
 */
export function findSwappedAxes(rows: readonly StagedRow[], loaded: Extent | null, loadedCountries: ReadonlySet<string>): Issue | null {
  const country = sharedCountry(rows);
  if (loaded === null || (country !== null && !loadedCountries.has(country))) return null;
  let positions = 0;
  let swapped = 0;
  for (const [lng, lat] of positionsOf(rows)) {
    positions += 1;
    if (!holds(loaded, lng, lat) && holds(loaded, lat, lng)) swapped += 1;
  }
  if (swapped * 2 <= positions) return null;
  return issue('axesSwapped', 'error', { value: `${swapped} / ${positions}`, expected: `lng ${loaded[0]} … ${loaded[2]}, lat ${loaded[1]} … ${loaded[3]}` });
}
