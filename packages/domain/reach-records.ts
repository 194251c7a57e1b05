import { z } from 'zod';
import { isoDate } from './dates';
import { lngLat, provenance } from './record-parts';
import * as r from './vocabularies/reach';
import { tiers } from './vocabularies/structures';

/** What makes it the same record on the next load or correction. */
const identity = { scheme: z.string().min(1), externalId: z.string().min(1) };

/** A grid of values that lies in a file beside the database, by the digest of its bytes; this record is what points to it. */
export const raster = z.object({
  ...identity,
  kind: z.enum(r.rasterKinds.codes),
  title: z.string().min(1),
  /** SHA-256 of the file, hex: also its name on disk. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
  /** For example `EPSG:4326`, `EPSG:32735`. */
  crs: z.string().min(1),
  /** West, south, east, north, degrees, EPSG:4326. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Cells with a value, and the smallest and largest of those. */
  cellsKnown: z.int().positive(),
  min: z.number(),
  max: z.number(),
  /** People in all; null for friction. */
  total: z.number().nonnegative().nullable(),
  /** Year that the values speak of; null: not said. */
  year: z.int().nullable(),
  ...provenance.shape,
});
export type RasterRecord = z.infer<typeof raster>;
export type RasterKind = RasterRecord['kind'];

/** Where people cannot move, or only slowly, for a time. Where: areas by code, or an outline that was drawn; at least one of them. */
export const movementClosure = z.object({
  ...identity,
  title: z.string().min(1),
  areaCodes: z.array(z.string().min(1)),
  /** Rings of longitude and latitude, as in a GeoJSON MultiPolygon; null: by area only. */
  outline: z.array(z.array(z.array(lngLat).min(4)).min(1)).nullable(),
  effect: z.enum(r.closureEffects.codes),
  /** How many times as long the way takes where it is slowed; null where it is closed. */
  factor: z.number().gt(1).max(100).nullable(),
  start: isoDate,
  /** Last day; null: until further notice. */
  end: isoDate.nullable(),
  tier: z.enum(tiers.codes),
  ...provenance.shape,
});
export type MovementClosure = z.infer<typeof movementClosure>;

/** A question with changes that somebody tried out and wants to find again. It changes nothing: it is asked anew against the data of the day. */
export const scenario = z.object({
  ...identity,
  name: z.string().min(1),
  /** Query of `/api/gaps`, without `?`. */
  question: z.string(),
  /** As `writeChanges` gives it. */
  changes: z.string().min(1),
  savedOn: isoDate,
  tier: z.enum(tiers.codes),
  ...provenance.shape,
});
export type Scenario = z.infer<typeof scenario>;
