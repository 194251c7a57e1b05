/**
 * Default threshold of each reach metric: 5 km is the country's own norm for a health centre, about an hour on foot. Travel time is modelled with whatever
 * moves fastest: two hours is the bound of the Lancet Commission on Global Surgery (2015), commonly taken for emergency care.
 */
export const DEFAULT_THRESHOLD = { straightLine: 5, walkingEstimate: 90, travelTime: 120, sameArea: 0 } as const;

/** Largest threshold that is a question about reach: 200 km, or two days on the way. */
export const MAX_THRESHOLD = { straightLine: 200, walkingEstimate: 2880, travelTime: 2880, sameArea: 0 } as const;

/** Steps of the threshold slider, in the unit of the metric: what `/api/gaps/sweep` answers at once. */
export const THRESHOLD_STEPS = {
  straightLine: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50],
  walkingEstimate: [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480, 720],
  travelTime: [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480, 720],
  sameArea: [0],
} as const;

/** Months in which awareness still counts, unless another window is asked for. */
export const DEFAULT_AWARENESS_MONTHS = 6;
/** Share of an area's people that decides its class, unless another is asked for. */
export const DEFAULT_THETA = 0.5;

/** Days after `asOf` at which a forecast is told: what `/api/gaps/forecast` answers at once. */
export const FORECAST_DAYS = [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 90] as const;

/** How far better-placed areas are looked for around a plan, km, unless another distance is asked for. */
export const DEFAULT_NEARBY_KM = 100;
