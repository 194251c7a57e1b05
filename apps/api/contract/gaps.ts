import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { gapParameters } from '#domain/gap-parameters';
import { areaTypes } from '#domain/vocabularies/places';
import { initiativeKinds, targetGroups, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { evidenceLevels, gapClasses, reachMetrics, readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';

export const numberFromText = z.string().regex(/^-?\d+(\.\d+)?$/).transform(Number);
/** Comma-separated alternatives. */
export const listFromText = <T extends z.ZodType<string, string>>(item: T) => z.string().transform((text) => text.split(',')).pipe(z.array(item).min(1));

/** Narrow the answer to the areas where a matching initiative is active in the awareness window; the classes themselves do not change. */
export const gapFilters = z.object({
  province: listFromText(z.string().min(2)).optional(),
  organisation: listFromText(z.string().min(1)).optional(),
  kind: listFromText(z.enum(initiativeKinds.codes)).optional(),
  targetGroup: listFromText(z.enum(targetGroups.codes)).optional(),
  domain: listFromText(z.enum(workingGroupDomains.codes)).optional(),
});

/** Query of `/api/gaps`, `/api/gaps/:code`, `/api/gaps/sweep`. Left out: the defaults of the domain; `asOf` defaults to the date of the data. */
export const gapQuery = z.object({
  areaType: z.enum(areaTypes.codes).default('healthZone'),
  asOf: isoDate.optional(),
  reach: z.enum(reachMetrics.codes).default('straightLine'),
  threshold: numberFromText.pipe(z.number().min(0).max(2880)).optional(),
  awarenessMonths: numberFromText.pipe(z.int().min(0).max(60)).optional(),
  theta: numberFromText.pipe(z.number().gt(0).max(1)).optional(),
  standard: z.string().default('cmr-minimum'),
  evidence: z.enum(evidenceLevels.codes).default('reported'),
  ...gapFilters.shape,
}).strict();

const count = z.int().nonnegative();
/** Null: the population of the area is not known. It is not zero. */
const people = count.nullable();

export const nearStructure = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(structureTypes.codes),
  /** Straight line from the area's centre of population, km. */
  distanceKm: z.number(),
  /** Required criteria that are unmet, by code; empty for a ready one. */
  missing: z.array(z.string()),
}).meta({ id: 'NearStructure' });

/** Why the area has its class, as codes with values; the interface makes sentences of them. */
export const gapReason = z.object({
  code: z.enum(['awarenessKnown', 'noAwarenessKnown', 'readyWithinReach', 'reportedCareOnly', 'readinessUnknown', 'noStructureWithinReach', 'noGeometry', 'populationUnknown', 'undatedAwareness', 'structureWithoutPosition']),
  share: z.number().min(0).max(1).nullable(),
  count: z.int().nullable(),
  until: isoDate.nullable(),
});

export const gapArea = z.object({
  code: z.string(),
  name: z.string(),
  provinceCode: z.string().nullable(),
  provinceName: z.string().nullable(),
  /** Null: the area cannot be classed (no geometry). */
  class: z.enum(gapClasses.codes).nullable(),
  population: people,
  peopleInGap: people,
  peopleUncertain: people,
  awareness: z.object({ initiatives: count, organisations: count, until: isoDate.nullable() }),
  /** Structures and reports of care that lie in, or reach, the area. */
  care: z.object({ ready: count, reported: count, unknown: count, notReady: count, redundancy: z.object({ twoReady: people, threeReady: people }), nearestReady: nearStructure.nullable(), nearestAlmostReady: nearStructure.nullable() }),
  reasons: z.array(gapReason),
}).meta({ id: 'GapArea' });

export const gapSummary = z.object({
  /** Areas by their class; people point by point, whatever the area's class. */
  classes: z.array(z.object({ class: z.enum(gapClasses.codes), areas: count, people: count })),
  notClassified: z.object({ areas: count, people: count }),
  populationUnknown: z.object({ areas: count }),
  peopleInGap: count,
  peopleUncertain: count,
  population: count,
  /** Required criteria whose evidence is stale, over all required criteria with any evidence; null if there is no evidence at all. */
  staleEvidenceShare: z.number().nullable(),
  possibleDuplications: count,
  structures: z.record(z.enum(readinessLevels.codes), count),
}).meta({ id: 'GapSummary' });

export const resolvedGapParameters = gapParameters.extend({ filters: z.partialRecord(z.enum(['province', 'organisation', 'kind', 'targetGroup', 'domain']), z.array(z.string())) });

/** What every number stands on: shown on the map and in every export. */
export const dataSources = z.object({
  populationSources: z.array(z.string()),
  initiativeSources: z.array(z.object({ source: z.string(), reportedOn: isoDate.nullable() })),
  structureSources: z.array(z.string()),
  boundarySources: z.array(z.string()),
  /** How people are placed inside an area. */
  demand: z.enum(['places', 'evenSpread', 'mixed', 'none']),
}).meta({ id: 'DataSources' });

export const gapsAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  exercise: z.boolean(),
  sources: dataSources,
  summary: gapSummary,
  /** Why the list is empty. `noAreas`: no area of this type is loaded. `noMatch`: the filters leave none. Null: it is not. */
  message: z.enum(['noAreas', 'noMatch']).nullable(),
  areas: z.array(gapArea),
});
export type GapsAnswer = z.infer<typeof gapsAnswer>;
export type GapArea = z.infer<typeof gapArea>;

/** One area, explained in full. */
export const gapExplanation = gapArea.extend({
  parameters: resolvedGapParameters,
  dataVersion: count,
  classPeople: z.array(z.object({ class: z.enum(gapClasses.codes), people: people, share: z.number() })),
  population: z.object({ value: count, year: z.int().nullable(), source: z.string() }).nullable(),
  demand: z.enum(['places', 'evenSpread', 'none']),
  centre: z.tuple([z.number(), z.number()]).nullable(),
  /** One that raises awareness and reports care stands here twice, once for each. */
  initiatives: z.array(z.object({
    id: z.string(),
    title: z.string(),
    kinds: z.array(z.enum(initiativeKinds.codes)),
    organisations: z.array(z.string()),
    start: isoDate.nullable(),
    until: isoDate.nullable(),
    undated: z.boolean(),
    /** `awareness`: raises awareness here. `medicalCare`: reports care here. `other`: active here, counted in neither. */
    counts: z.enum(['awareness', 'medicalCare', 'other']),
    words: z.array(z.string()),
    source: z.string(),
    sourceRow: z.int().nullable(),
  })),
  structures: z.array(nearStructure.extend({
    /** Null: the structure is known by its area only. */
    distanceKm: z.number().nullable(),
    readiness: z.enum(readinessLevels.codes),
    unknown: z.array(z.string()),
    withinReach: z.boolean().nullable(),
    evidenceOn: isoDate.nullable(),
    evidenceAgeDays: z.int().nullable(),
    lapsesAfter: isoDate.nullable(),
    lapseCriterion: z.string().nullable(),
  })),
  /** What would close the gap, in order of effort: make ready the almost-ready one, assess the unknown one, verify the report, or bring care. */
  nextActions: z.array(z.object({
    code: z.enum(['makeReady', 'assessStructure', 'verifyReport', 'bringCare', 'announceCare', 'raiseAwareness', 'renewEvidence', 'keepReady']),
    structureId: z.string().nullable(),
    structureName: z.string().nullable(),
    missing: z.array(z.string()),
  })),
});
export type GapExplanation = z.infer<typeof gapExplanation>;

/** The same answer at every step of the threshold slider, small enough to move it without asking again. */
export const gapsSweep = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  steps: z.array(z.number()),
  codes: z.array(z.string()),
  /** Per step, one character per area: the index of its class in `classes`, or `-` if it cannot be classed. */
  classes: z.array(z.enum(gapClasses.codes)),
  areaClasses: z.array(z.string()),
  /** Per step, per area. */
  peopleInGap: z.array(z.array(people)),
  peopleUncertain: z.array(z.array(people)),
  /** Per step, the summary by class. */
  summaries: z.array(gapSummary.pick({ classes: true, peopleInGap: true, peopleUncertain: true })),
});
export type GapsSweep = z.infer<typeof gapsSweep>;

/** Counts beside the filters: initiatives active in the window, whatever the other filters say. */
export const facets = z.object({
  dataVersion: count,
  asOf: isoDate,
  /** First and last month for which anything is known, for the month slider. */
  dateRange: z.object({ from: isoDate, to: isoDate }),
  provinces: z.array(z.object({ code: z.string(), name: z.string(), areas: count })),
  organisations: z.array(z.object({ id: z.string(), name: z.string(), acronym: z.string().nullable(), initiatives: count })),
  kinds: z.array(z.object({ code: z.enum(initiativeKinds.codes), initiatives: count })),
  targetGroups: z.array(z.object({ code: z.enum(targetGroups.codes), initiatives: count })),
  domains: z.array(z.object({ code: z.enum(workingGroupDomains.codes), initiatives: count })),
  standards: z.array(z.object({ code: z.string(), version: z.int(), nameFr: z.string(), nameEn: z.string() })),
  areaTypes: z.array(z.object({ code: z.enum(areaTypes.codes), areas: count })),
  toReview: count,
});
export type Facets = z.infer<typeof facets>;
