import { issue, type Issue } from '#domain/issue';
import { positionsOf, sharedCountry } from './record-places';
import type { StagedRow } from './staged-row';

/** West, south, east, north in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Countries whose place on Earth we know before any area is loaded, by the first two letters of their P-codes. */
const COUNTRY_EXTENTS: Readonly<Record<string, Extent>> = { CD: [12, -13.6, 31.5, 5.5] };

const MARGIN_DEG = 1;

const holds = ([west, south, east, north]: Extent, lng: number, lat: number): boolean =>
  lng >= west - MARGIN_DEG && lng <= east + MARGIN_DEG && lat >= south - MARGIN_DEG && lat <= north + MARGIN_DEG;

/**
 * Longitude and latitude swapped? Both readings are often valid degrees, so only a known extent tells:
 * most positions lie outside it as given, and inside it once swapped. The whole file is then refused.
 * `loaded` is the extent of the areas in the database, null if there are none; areas of a country that is not loaded
 * are not measured against it.
 */
export function findSwappedAxes(rows: readonly StagedRow[], loaded: Extent | null, loadedCountries: ReadonlySet<string>): Issue | null {
  const country = sharedCountry(rows);
  const known = country !== null && !loadedCountries.has(country) ? (COUNTRY_EXTENTS[country] ?? null) : loaded;
  if (known === null) return null;
  let positions = 0;
  let swapped = 0;
  for (const [lng, lat] of positionsOf(rows)) {
    positions += 1;
    if (!holds(known, lng, lat) && holds(known, lat, lng)) swapped += 1;
  }
  if (swapped * 2 <= positions) return null;
  return issue('axesSwapped', 'error', { value: `${swapped} / ${positions}`, expected: `lng ${known[0]} … ${known[2]}, lat ${known[1]} … ${known[3]}` });
}
