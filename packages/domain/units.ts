/** Mean Earth radius, km (IUGG). All straight lines are measured on this sphere. */
export const EARTH_RADIUS_KM = 6371.0088;

/** Walking speed of the estimate, km/h, and the detour factor of paths over the straight line (domain.md §3). */
export const WALKING_SPEED_KMH = 4.5;
export const WALKING_DETOUR = 1.3;

/** Minutes on foot estimated from a straight-line distance. An estimate, never a travel time. */
export const walkingEstimateMin = (distanceKm: number): number => (60 * WALKING_DETOUR * distanceKm) / WALKING_SPEED_KMH;

/** The straight-line distance that the walking estimate allows in the given minutes. */
export const walkingEstimateKm = (minutes: number): number => (minutes * WALKING_SPEED_KMH) / (60 * WALKING_DETOUR);

/** Reported travel times run from as long as modelled ones to about half as long again: shown as a band (domain.md §3). */
export const TRAVEL_TIME_BAND = [1, 1.49] as const;

/** A position, EPSG:4326: longitude first. */
export type LngLat = readonly [lng: number, lat: number];
