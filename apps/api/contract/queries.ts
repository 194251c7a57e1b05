import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { areaTypes } from '#domain/vocabularies/places';
import { initiativeKinds, initiativeStatuses, targetGroups, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { overlapKinds, overlapVerdicts, readinessLevels } from '#domain/vocabularies/flags';
import { ownerships, structureTypes } from '#domain/vocabularies/structures';
import { gapQuery, judgedByShape, listFromText, numberFromText } from './gaps';
import { changesText } from './tried';

/** Items of a page unless asked otherwise, and at most. Exports hold everything, whatever the limit. */
export const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 500;

const flagFromText = z.enum(['true', 'false']).transform((text) => text === 'true');
const words = z.string().min(1).max(200);

const pageShape = {
  limit: numberFromText.pipe(z.int().min(1).max(MAX_LIMIT)).default(DEFAULT_LIMIT),
  /** `nextCursor` of the page before. */
  after: words.optional(),
};
const tableFormat = { format: z.enum(['json', 'csv', 'xlsx', 'hxl']).default('json') };
const featureFormat = { format: z.enum(['json', 'csv', 'xlsx', 'hxl', 'geojson']).default('json') };

/** Any list that is asked without a filter, and calls without parameters. */
export const noQuery = z.object({}).strict();

export const areasQuery = z.object({ type: z.enum(areaTypes.codes).optional(), ...pageShape, ...featureFormat }).strict();

export const organisationsQuery = z.object({ search: words.optional(), ...pageShape, ...featureFormat }).strict();

export const structuresQuery = z.object({
  type: listFromText(z.enum(structureTypes.codes)).optional(),
  ownership: listFromText(z.enum(ownerships.codes)).optional(),
  readiness: listFromText(z.enum(readinessLevels.codes)).optional(),
  healthZone: listFromText(words).optional(),
  territory: listFromText(words).optional(),
  province: listFromText(words).optional(),
  search: words.optional(),
  ...judgedByShape,
  ...pageShape,
  ...featureFormat,
}).strict();
export const structureQuery = z.object({ ...judgedByShape, changes: changesText.optional() }).strict();

export const initiativesQuery = z.object({
  ids: listFromText(words).optional(),
  kind: listFromText(z.enum(initiativeKinds.codes)).optional(),
  topic: listFromText(z.enum(topics.codes)).optional(),
  status: listFromText(z.enum(initiativeStatuses.codes)).optional(),
  domain: listFromText(z.enum(workingGroupDomains.codes)).optional(),
  targetGroup: listFromText(z.enum(targetGroups.codes)).optional(),
  organisation: listFromText(words).optional(),
  /** Code of an area of the footprint, or of one that holds it. */
  area: listFromText(words).optional(),
  toReview: flagFromText.optional(),
  search: words.optional(),
  ...pageShape,
  ...featureFormat,
}).strict();

/** `changes`: tried out, in the answer and in its files. */
export const gapsQuery = gapQuery.extend({ ...featureFormat, changes: changesText.optional() }).strict();
export const explanationQuery = gapQuery.extend({ changes: changesText.optional() }).strict();

export const facetsQuery = gapQuery.pick({ areaType: true, asOf: true, awarenessMonths: true }).strict();

/** Pairs that overlap on `asOf`; a record that seems to be there twice is a fault on any day. */
export const overlapsQuery = z.object({
  asOf: isoDate.optional(),
  province: listFromText(words).optional(),
  organisation: listFromText(words).optional(),
  kind: listFromText(z.enum(initiativeKinds.codes)).optional(),
  targetGroup: listFromText(z.enum(targetGroups.codes)).optional(),
  domain: listFromText(z.enum(workingGroupDomains.codes)).optional(),
  overlapKind: listFromText(z.enum(overlapKinds.codes)).optional(),
  verdict: listFromText(z.enum(overlapVerdicts.codes)).optional(),
  /** `true`: those that a person has judged; `false`: the queue. */
  decided: flagFromText.optional(),
  ...pageShape,
  ...featureFormat,
}).strict();

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const month = z.string().regex(MONTH);

/** `period`: those active in a month, or from one month to another; left out: by the month of the report that names them. */
export const presenceQuery = z.object({
  level: z.enum(['adm1', 'adm2', 'healthZone']).default('adm2'),
  period: z.string().refine((text) => text.split('/').length <= 2 && text.split('/').every((part) => MONTH.test(part))).optional(),
  ...pageShape,
  ...featureFormat,
}).strict();

export const reportingQuery = z.object({ month, ...tableFormat }).strict();

export const templateKinds = ['initiatives', 'structures', 'assessments', 'stock'] as const;
export const templateParams = z.object({ kind: z.enum(templateKinds) });
/** `organisation`: whose rows it is filled with; left out: an empty one. */
export const templateQuery = z.object({ organisation: words.optional(), lang: z.enum(['fr', 'en']).default('fr') }).strict();

export const MAX_TILE_ZOOM = 14;
const tileNumber = numberFromText.pipe(z.int().min(0));
export const TILE_LAYERS = [...areaTypes.codes, 'structures', 'missions'] as const;
export const tileParams = z.object({
  layer: z.enum(TILE_LAYERS),
  z: numberFromText.pipe(z.int().min(0).max(MAX_TILE_ZOOM)),
  x: tileNumber,
  y: tileNumber,
});
/** Readiness in the layer of structures, the day in that of missions; no meaning for outlines. */
export const tileQuery = z.object(judgedByShape).strict();

export type StructuresQuery = z.output<typeof structuresQuery>;
export type InitiativesQuery = z.output<typeof initiativesQuery>;
export type OverlapsQuery = z.output<typeof overlapsQuery>;
export type GapsQuery = z.output<typeof gapsQuery>;
export type PresenceQuery = z.output<typeof presenceQuery>;
export type ReportingQuery = z.output<typeof reportingQuery>;
export type TemplateKind = (typeof templateKinds)[number];
export type TileLayer = (typeof TILE_LAYERS)[number];
