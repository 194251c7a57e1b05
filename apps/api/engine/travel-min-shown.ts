import { TRAVEL_TIME_BAND } from '#domain/units';
import type { TravelMin } from '../contract/travel-time';

/** Minutes over the surface as they are told: the band that reports run in (domain.md §3), whole and rounded up. Null: not known, or no way. */
export function travelMinShown(minutes: number | null): TravelMin | null {
  if (minutes === null || !Number.isFinite(minutes)) return null;
  const [least, most] = TRAVEL_TIME_BAND;
  return { modelled: Math.ceil(minutes * least), upTo: Math.ceil(minutes * most) };
}
