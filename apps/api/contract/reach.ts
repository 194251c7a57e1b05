import { z } from 'zod';
import { readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';
import { gapFilters, gapQuery, listFromText, numberFromText, resolvedGapParameters } from './gaps';
import { surfaceShown, travelMin } from './travel-time';

const count = z.int().nonnegative();
const position = z.tuple([z.number(), z.number()]);
export const reachQuery = gapQuery.omit({ awarenessMonths: true, theta: true, evidence: true, ...mask(gapFilters.shape) });

/** Query of `/api/nearest`: a position, and how structures are judged and reached as in `/api/gaps`. */
export const nearestQuery = reachQuery.extend({
  lng: numberFromText.pipe(z.number().min(-180).max(180)),
  lat: numberFromText.pipe(z.number().min(-90).max(90)),
}).strict();

/** A structure as seen from a position. */
export const structureFromHere = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(structureTypes.codes),
  readiness: z.enum(readinessLevels.codes),
  lngLat: position,
  /** Straight line, km. */
  distanceKm: z.number(),
  /** Minutes on foot estimated from that line: never a travel time. */
  walkingMin: count,
  /** Over the surface. Null: there is no surface, or no way over it in two days. */
  travelMin: travelMin.nullable(),
  /** Required criteria that are unmet, and those that nobody knows, by code. */
  missing: z.array(z.string()),
  unknown: z.array(z.string()),
  /** By the metric and threshold asked for. Null: under `sameArea`, where nobody knows in which area one of them lies. */
  withinReach: z.boolean().nullable(),
  /** From here to the structure: the modelled way over the surface; without a surface the straight line. Null: there is a surface, and no way over it. */
  way: z.object({ type: z.literal('LineString'), coordinates: z.array(position) }).nullable(),
  wayIs: z.enum(['modelled', 'straightLine']),
}).meta({ id: 'StructureFromHere' });

/**
 * What is nearest to a position: by minutes under `travelTime`, else by the straight line. Where nothing can be reached over the surface, the nearest by
 * the straight line, with `travelMin` and `way` null. Null: the data hold none with a position.
 */
export const nearestAnswer = z.object({
  parameters: resolvedGapParameters.omit({ awarenessMonths: true, theta: true, evidence: true, filters: true }),
  dataVersion: count,
  exercise: z.boolean(),
  lngLat: position,
  /** The area of the level asked for that holds the position; null: none does. */
  area: z.object({ code: z.string(), name: z.string(), provinceCode: z.string().nullable(), provinceName: z.string().nullable() }).nullable(),
  surface: surfaceShown.nullable(),
  /** `offSurface`: outside the surface, or on a cell that cannot be crossed: nothing can be reached from here. Null: there is no surface. */
  ground: z.enum(['onSurface', 'offSurface']).nullable(),
  ready: structureFromHere.nullable(),
  almost: structureFromHere.nullable(),
  unknown: structureFromHere.nullable(),
});
export type NearestAnswer = z.infer<typeof nearestAnswer>;
export type StructureFromHere = z.infer<typeof structureFromHere>;

/** Bands of one answer, and the longest. */
const MAX_BANDS = 8;
const MAX_BAND_MIN = 720;

/** Query of `/api/isochrones`: the bounds of the bands in minutes. Travel time only: a straight line has no bands but circles. */
export const isochronesQuery = reachQuery.omit({ threshold: true }).extend({
  reach: gapQuery.shape.reach.unwrap().default('travelTime'),
  minutes: listFromText(z.string()).transform((texts) => [...new Set(texts)]).pipe(z.array(numberFromText.pipe(z.int().min(1).max(MAX_BAND_MIN))).max(MAX_BANDS)).default([30, 60, 90, 120]),
}).strict();

/** Where ready care is within so many minutes over the surface: one feature for each bound, the longest first; each holds the shorter ones. GeoJSON. */
export const isochronesAnswer = z.object({
  type: z.literal('FeatureCollection'),
  parameters: nearestAnswer.shape.parameters.omit({ threshold: true }),
  dataVersion: count,
  exercise: z.boolean(),
  surface: surfaceShown,
  /** Ready structures that the bands start from: those with a position from which one can move. */
  structures: count,
  features: z.array(z.object({
    type: z.literal('Feature'),
    properties: z.object({ minutes: count, upTo: count }),
    geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
  })),
});
export type IsochronesAnswer = z.infer<typeof isochronesAnswer>;

function mask<Shape extends object>(shape: Shape): { [Key in keyof Shape]: true } {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, true])) as { [Key in keyof Shape]: true };
}
