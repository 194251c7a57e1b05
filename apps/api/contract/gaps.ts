import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { gapParameters } from '#domain/gap-parameters';
import { areaTypes } from '#domain/vocabularies/places';
import { initiativeKinds, targetGroups, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { evidenceLevels, gapClasses, reachMetrics, readinessLevels } from '#domain/vocabularies/flags';
import { organisationRoles } from '#domain/vocabularies/organisations';
import { sessionStatuses } from '#domain/vocabularies/programmes';
import { services, structureTypes } from '#domain/vocabularies/structures';
import { changesTried } from './tried';
import { surfaceShown, travelMin } from './travel-time';

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

/**
 * By which standard, of which service, and on which days readiness is judged. `standard`: `code`, by the version in force on `asOf`, or `code@version`;
 * left out: the default standard of the service. `at`: a later day, foretold with no resupply.
 */
export const judgedByShape = {
  service: z.enum(services.codes).default('cmr'),
  standard: z.string().min(1).max(200).optional(),
  asOf: isoDate.optional(),
  at: isoDate.optional(),
};
export type JudgedByQuery = z.output<z.ZodObject<typeof judgedByShape>>;

/** Query of `/api/gaps` and what stands below it. Left out: the defaults of the domain; `asOf` defaults to the date of the data, `at` to `asOf`. */
export const gapQuery = z.object({
  areaType: z.enum(areaTypes.codes).default('healthZone'),
  reach: z.enum(reachMetrics.codes).default('straightLine'),
  threshold: numberFromText.pipe(z.number().min(0).max(2880)).optional(),
  awarenessMonths: numberFromText.pipe(z.int().min(0).max(60)).optional(),
  theta: numberFromText.pipe(z.number().gt(0).max(1)).optional(),
  ...judgedByShape,
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
  /** From there over the surface, under `travelTime` only. Null: another metric, or no way in two days. */
  travelMin: travelMin.nullable(),
  /** Required criteria that are unmet, by code; empty for a ready one. */
  missing: z.array(z.string()),
  /** Its readiness is tried out; left out: it is what its evidence says. */
  tried: z.literal(true).optional(),
}).meta({ id: 'NearStructure' });

/** Why the area has its class, as codes with values; the interface makes sentences of them. */
export const gapReason = z.object({
  code: z.enum(['awarenessKnown', 'noAwarenessKnown', 'readyWithinReach', 'reportedCareOnly', 'readinessUnknown', 'missionWithinReach', 'careWithheld', 'noStructureWithinReach', 'noGeometry', 'populationUnknown', 'undatedAwareness', 'structureWithoutPosition', 'peopleOffSurface', 'structuresOffSurface']),
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
  /** `initiatives` holds `tried`, campaigns that are tried out here: they are nobody’s and have no end, of which `organisations` and `until` do not speak. */
  awareness: z.object({ initiatives: count, organisations: count, until: isoDate.nullable(), tried: count.optional() }),
  /** Structures, missions and reports of care that lie in, or reach, the area. `missions`: those that give the service on the day. */
  care: z.object({ ready: count, missions: count, reported: count, unknown: count, notReady: count, redundancy: z.object({ twoReady: people, threeReady: people }), nearestReady: nearStructure.nullable(), nearestAlmostReady: nearStructure.nullable() }),
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
  demand: z.enum(['raster', 'places', 'evenSpread', 'mixed', 'mixedRaster', 'none']),
  /** What travel times are modelled over; null under the other metrics, which need none. */
  surface: surfaceShown.nullable(),
}).meta({ id: 'DataSources' });

export const gapsAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  exercise: z.boolean(),
  sources: dataSources,
  summary: gapSummary,
  /** Why the list is empty. `noAreas`: no area of this type is loaded. `noMatch`: the filters leave none. Null: it is not. */
  message: z.enum(['noAreas', 'noMatch']).nullable(),
  changes: changesTried,
  areas: z.array(gapArea),
});
export type GapsAnswer = z.infer<typeof gapsAnswer>;
export type GapArea = z.infer<typeof gapArea>;

/** A mobile mission as it stands on the day asked about: it gives care only while it runs. */
export const missionShown = z.object({
  id: z.string(),
  title: z.string(),
  service: z.enum(services.codes),
  status: z.enum(sessionStatuses.codes),
  /** `running`: gives care on the day; one that is only planned runs in a forecast alone. */
  phase: z.enum(['running', 'coming', 'ended']),
  start: isoDate,
  end: isoDate,
  locality: z.string().nullable(),
  host: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Null: known by its area only. */
  lngLat: z.tuple([z.number(), z.number()]).nullable(),
  radiusKm: z.number(),
  /** People that the team can treat, and those treated so far. Null: not said, or too few to be shown. */
  capacity: people,
  treated: people,
  organisations: z.array(z.object({ name: z.string(), role: z.enum(organisationRoles.codes) })),
  source: z.string(),
  sourceRow: z.int().nullable(),
}).meta({ id: 'MissionShown' });
export type MissionShown = z.infer<typeof missionShown>;

/** One area, explained in full. */
export const gapExplanation = gapArea.extend({
  parameters: resolvedGapParameters,
  dataVersion: count,
  changes: changesTried,
  classPeople: z.array(z.object({ class: z.enum(gapClasses.codes), people: people, share: z.number() })),
  population: z.object({ value: count, year: z.int().nullable(), source: z.string() }).nullable(),
  demand: z.enum(['raster', 'places', 'evenSpread', 'none']),
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
    /** `awareness`: announces the service here. `care`: reports that it gives the service here. `other`: active here, counted in neither. */
    counts: z.enum(['awareness', 'care', 'other']),
    /** Services that its awareness announces: as it says, else as its topic implies. Empty: it raises none. */
    announces: z.array(z.enum(services.codes)),
    words: z.array(z.string()),
    /** It is tried out stopped: `counts` says what it counted for, and it no longer does. */
    stopped: z.literal(true).optional(),
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
  /** Missions of the service that reach the area, whenever they run: those running first, then the next ones, then the last ones. */
  missions: z.array(missionShown.extend({ distanceKm: z.number().nullable() })),
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

/** The same answer day by day with no resupply, small enough to move along without asking again. Everything is known as of `asOf`; `at` of the question is not used. */
export const gapsForecast = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  /** Days after `asOf`, and their dates: the first is `asOf` itself, the rest are forecasts. */
  days: z.array(count),
  dates: z.array(isoDate),
  codes: z.array(z.string()),
  classes: z.array(z.enum(gapClasses.codes)),
  /** Per day, one character per area, as in the sweep. */
  areaClasses: z.array(z.string()),
  /** Per day, per area. */
  peopleInGap: z.array(z.array(people)),
  peopleUncertain: z.array(z.array(people)),
  /** Per day, the summary by class, and structures by readiness. */
  summaries: z.array(gapSummary.pick({ classes: true, peopleInGap: true, peopleUncertain: true, structures: true })),
});
export type GapsForecast = z.infer<typeof gapsForecast>;
