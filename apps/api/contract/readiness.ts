import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { criterionVerdicts, readinessLevels } from '#domain/vocabularies/flags';
import { needs } from '#domain/vocabularies/programmes';
import { barriers, cadres, services, structureTypes } from '#domain/vocabularies/structures';
import { standardShown } from './facets';
import { gapQuery, judgedByShape, listFromText, numberFromText, resolvedGapParameters } from './gaps';

const count = z.int().nonnegative();
/** Null: not known, or too few to be shown. It is not zero. */
const people = count.nullable();
const limit = numberFromText.pipe(z.int().min(1).max(500)).default(100);
const format = z.enum(['json', 'csv', 'xlsx', 'hxl']).default('json');
const province = listFromText(z.string().min(2)).optional();

const named = z.object({ code: z.string(), name: z.string() }).nullable();
/** Which structure a row of these answers is about, and where. */
const structureShape = {
  structureId: z.string(),
  structureName: z.string(),
  structureType: z.enum(structureTypes.codes),
  healthZone: named,
  province: named,
};
/** What an answer was judged by. `at`: the day it is about; later than `asOf`: a forecast. */
const judgedShape = { dataVersion: count, exercise: z.boolean(), asOf: isoDate, at: isoDate, service: z.enum(services.codes), standard: standardShown };

/** Query of `/api/readiness/needs`: that of the gaps, whose classes and reach say who would gain. `limit`: structures listed; files hold all. */
export const needsQuery = gapQuery.omit({ organisation: true, kind: true, targetGroup: true, domain: true }).extend({ limit, format }).strict();

/** People who would have ready care within reach. Of a group: each person once, however many of its structures reach them. */
const gainShape = { leaveGap: people, leaveBlindSpot: people };
const needCount = z.object({ need: z.enum(needs.codes), structures: count, ...gainShape });
/** How often a barrier was named first, second and third for the service in the newest assessment of a structure. */
const barrierCount = z.object({ barrier: z.enum(barriers.codes), first: count, second: count, third: count });
const needsShape = {
  /** Structures that may give care: lying in the area, whatever their readiness. */
  structures: count,
  ready: count,
  /** Every need, in the order of the vocabulary. */
  needs: z.array(needCount),
  /** Were all of the structures ready. */
  ...gainShape,
  barriers: z.array(barrierCount),
};

/** What stands between each structure and readiness, summed per area and in all (domain.md §6). */
export const needsAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  exercise: z.boolean(),
  /** Over the areas that the filters keep; with no filter also structures that lie in no known area. */
  total: z.object(needsShape),
  /** Areas with at least one structure, most people who gain first. */
  areas: z.array(z.object({ code: z.string(), name: z.string(), provinceCode: z.string().nullable(), provinceName: z.string().nullable(), ...needsShape })),
  structuresTotal: count,
  /** Structures that are not ready, most people who gain first. Without a position nobody can say who gains: null. */
  structures: z.array(z.object({
    ...structureShape,
    need: z.enum(needs.codes),
    readiness: z.enum(readinessLevels.codes),
    missing: z.array(z.string()),
    unknown: z.array(z.string()),
    evidenceOn: isoDate.nullable(),
    ...gainShape,
    barriers: z.array(z.enum(barriers.codes)),
  })),
});
export type NeedsAnswer = z.infer<typeof needsAnswer>;

export const lapsingQuery = z.object({ ...judgedByShape, days: numberFromText.pipe(z.int().min(1).max(365)).default(90), province, format }).omit({ at: true }).strict();

/** Structures that are ready on `asOf` and stop being so within `days` with no resupply and no refresher, the first to lapse first. */
export const lapsingAnswer = z.object({
  ...judgedShape,
  days: count,
  total: count,
  items: z.array(z.object({
    ...structureShape,
    /** Last day on which it is ready. */
    lapsesAfter: isoDate,
    daysLeft: count,
    /** Required criteria that run out within the time, the first first. */
    criteria: z.array(z.object({ code: z.string(), lapsesAfter: isoDate, becomes: z.enum(criterionVerdicts.codes) })),
  })),
});
export type LapsingAnswer = z.infer<typeof lapsingAnswer>;

export const refreshersQuery = z.object({ ...judgedByShape, months: numberFromText.pipe(z.int().min(1).max(24)).default(3), province, format }).omit({ at: true }).strict();

/** Trained staff whose training stops being valid within `months`, or stopped before `asOf` and was not renewed: the first first. */
export const refreshersAnswer = z.object({
  ...judgedShape,
  months: count,
  until: isoDate,
  total: count,
  items: z.array(z.object({
    ...structureShape,
    cadre: z.enum(cadres.codes),
    /** Null: too few to be shown. */
    number: count.nullable(),
    trainedOn: isoDate,
    /** Last day on which the training is valid by the standard. */
    validUntil: isoDate,
    overdue: z.boolean(),
    /** Does the structure still have enough trained staff by the standard once these no longer count? */
    enoughWithout: z.boolean(),
    source: z.string(),
  })),
});
export type RefreshersAnswer = z.infer<typeof refreshersAnswer>;

/** Two versions of a standard, or two standards of one service, each as `code@version`. */
export const compareQuery = z.object({ a: z.string().min(1).max(200), b: z.string().min(1).max(200), asOf: isoDate.optional(), province, limit, format }).strict();

const criterionSide = z.object({ required: z.boolean(), verdict: z.enum(criterionVerdicts.codes), cause: z.string() }).nullable();

/** The same structures and evidence by two standards: which pass, fail or become unknown, and why. */
export const compareAnswer = z.object({
  dataVersion: count,
  exercise: z.boolean(),
  asOf: isoDate,
  service: z.enum(services.codes),
  a: standardShown,
  b: standardShown,
  /** Every change from a to b, those that stay the same included. */
  counts: z.array(z.object({ from: z.enum(readinessLevels.codes), to: z.enum(readinessLevels.codes), structures: count })),
  structuresTotal: count,
  /** Structures whose readiness is not the same, by change and name. */
  structures: z.array(z.object({
    ...structureShape,
    from: z.enum(readinessLevels.codes),
    to: z.enum(readinessLevels.codes),
    /** Criteria that make the difference: those that the two judge, or require, differently. Null: that standard has no such criterion. */
    criteria: z.array(z.object({ code: z.string(), a: criterionSide, b: criterionSide })),
  })),
});
export type CompareAnswer = z.infer<typeof compareAnswer>;
