import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { DEFAULT_NEARBY_KM } from '#domain/gap-defaults';
import { careLevels, gapClasses, overlapVerdicts, readinessLevels } from '#domain/vocabularies/flags';
import { initiativeKinds, initiativeStatuses, targetGroups } from '#domain/vocabularies/initiatives';
import { organisationRoles } from '#domain/vocabularies/organisations';
import { areaTypes } from '#domain/vocabularies/places';
import { planAims, planVerdicts } from '#domain/vocabularies/plans';
import { needs } from '#domain/vocabularies/programmes';
import { services, structureTypes } from '#domain/vocabularies/structures';
import { dataSources, gapQuery, listFromText, missionShown, numberFromText, resolvedGapParameters } from './gaps';
import { travelMin } from './travel-time';

/** Areas of a plan, and corners of its outline, at most: an address stays short enough to share. */
export const MAX_PLAN_AREAS = 60;
export const MAX_CORNERS = 100;

const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** `lng lat,lng lat,…` in degrees, EPSG:4326, the first corner not repeated. */
export const outlineFromText = z.string().max(4000).transform((text) => text.split(',').map((corner) => corner.trim().split(/\s+/).map(Number))).pipe(z.array(lngLat).max(MAX_CORNERS));

/**
 * Query of `/api/check`: a plan that is not launched yet, and how care is judged, as in `/api/gaps`. Exactly one of `areas` and `outline` says
 * where. `to` left out: the day of `from`. `groups` or `people` left out: not known, and said so. `organisation`: who plans it; its own
 * initiatives are shown and never held to overlap with it.
 */
export const checkQuery = gapQuery.omit({ at: true, province: true, organisation: true, kind: true, targetGroup: true, domain: true }).extend({
  areas: listFromText(z.string().min(2).max(40)).pipe(z.array(z.string()).max(MAX_PLAN_AREAS)).optional(),
  outline: outlineFromText.optional(),
  kind: z.enum(initiativeKinds.codes),
  from: isoDate,
  to: isoDate.optional(),
  groups: listFromText(z.enum(targetGroups.codes)).optional(),
  people: numberFromText.pipe(z.int().min(0).max(1e9)).optional(),
  organisation: z.string().min(1).max(200).optional(),
  nearbyKm: numberFromText.pipe(z.number().min(0).max(1000)).default(DEFAULT_NEARBY_KM),
}).strict();
export type CheckQuery = z.output<typeof checkQuery>;

const count = z.int().nonnegative();
/** Null: not known, or too few to be shown. It is not zero. */
const people = count.nullable();
const share = z.number().min(0).max(1);
const named = z.object({ code: z.string(), name: z.string() });

/** Care within reach of the people of the plan on a day: each person in one level, the first that applies. */
export const careOnDay = z.object({
  moment: z.enum(['start', 'end']),
  /** Never before `asOf`: what is over is judged as it stands now; later: foretold with no resupply. */
  at: isoDate,
  /** The level by θ, as the class of an area; null: nobody is placed there. */
  level: z.enum(careLevels.codes).nullable(),
  /** People whose number is known; shares are of the people placed. */
  levels: z.array(z.object({ level: z.enum(careLevels.codes), people, share })),
});

const nearbyStructure = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(structureTypes.codes),
  /** Null: known by its area only; so is the distance. */
  lngLat: lngLat.nullable(),
  /** Straight line from the plan’s centre of population, km. */
  distanceKm: z.number().nullable(),
  /** Over the surface, from there; null: another metric, or no way in two days. */
  travelMin: travelMin.nullable(),
  evidenceOn: isoDate.nullable(),
});

/** Somebody who does the same on a day of the plan. */
const alreadyThere = z.object({
  id: z.string(),
  title: z.string(),
  kinds: z.array(z.enum(initiativeKinds.codes)),
  organisations: z.array(z.object({ name: z.string(), role: z.enum(organisationRoles.codes) })),
  /** Areas that both touch. */
  areas: z.array(named),
  targetGroups: z.array(z.enum(targetGroups.codes)),
  /** Null: one of the two does not say for whom it is. */
  sameGroup: z.boolean().nullable(),
  services: z.array(z.enum(services.codes)),
  start: isoDate.nullable(),
  /** Null: open. */
  until: isoDate.nullable(),
  undated: z.boolean(),
  status: z.enum(initiativeStatuses.codes),
  /** Announced by its own planner, not known to run: shown, and never held to overlap. */
  planned: z.boolean(),
  targeted: people,
  /** As in `/api/overlaps`, the plan being the other of the pair. Null: no shared group that is known, an organisation of the plan’s own, or only planned. */
  overlap: z.object({ days: count, strength: share, peopleTogether: people, populationThere: people, verdict: z.enum(overlapVerdicts.codes) }).nullable(),
  source: z.string(),
  sourceRow: z.int().nullable(),
});

export const checkAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  exercise: z.boolean(),
  sources: dataSources,
  plan: z.object({
    kind: z.enum(initiativeKinds.codes),
    aim: z.enum(planAims.codes),
    from: isoDate,
    to: isoDate,
    groups: z.array(z.enum(targetGroups.codes)),
    people,
    organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
    outline: z.array(lngLat).nullable(),
    nearbyKm: z.number(),
  }),
  /** What to tell the planner, the worst first. */
  verdicts: z.array(z.enum(planVerdicts.codes)).min(1),
  place: z.object({
    /** As asked; of an outline, the areas that it touches. */
    areas: z.array(named.extend({ type: z.enum(areaTypes.codes), provinceName: z.string().nullable(), population: people, onMap: z.boolean() })),
    /** Centre of its people; null where nobody is placed. */
    centre: lngLat.nullable(),
    /** People placed there whose number is known; null: of none it is. */
    people,
    /** Of them, those who hear of the service already on `asOf`. */
    aware: people,
  }),
  care: z.array(careOnDay),
  /** Ready structures within reach on the first day: nearest first. */
  serving: z.array(nearbyStructure.extend({ people, lapsesAfter: isoDate.nullable(), readyAtEnd: z.boolean() })),
  /** Missions of the service that reach the area on a day of the plan. */
  missions: z.array(missionShown.extend({ distanceKm: z.number().nullable() })),
  /** Same target group first, then where that is not said, then others; planned ones last. */
  already: z.array(alreadyThere),
  /** Structures that are not ready on the first day and near: most people gained first. */
  toMakeReady: z.array(nearbyStructure.extend({
    readiness: z.enum(readinessLevels.codes),
    need: z.enum(needs.codes),
    missing: z.array(z.string()),
    unknown: z.array(z.string()),
    /** People of the plan’s area with no care at all who would have ready care within reach; and anywhere. */
    peopleHere: people,
    peopleAnywhere: people,
  })),
  /** Areas near by where the same would do more, best first. */
  betterPlaced: z.array(named.extend({
    provinceName: z.string().nullable(),
    distanceKm: z.number(),
    travelMin: travelMin.nullable(),
    class: z.enum(gapClasses.codes).nullable(),
    population: people,
    peopleReady: people,
    peopleWithoutCare: people,
    /** `readyAndSilent`: care is ready from start to end and nobody does the same. `withoutCare`: care is missing and nobody does the same. `nobodyThere`: nobody does the same. */
    why: z.enum(['readyAndSilent', 'withoutCare', 'nobodyThere']),
  })),
  /** What this answer does not know, or takes for granted. */
  notKnown: z.array(z.object({
    code: z.enum(['notOnMap', 'populationUnknown', 'peoplePlannedUnknown', 'groupsPlannedUnknown', 'groupsUnknown', 'targetsUnknown', 'undated', 'structureWithoutPosition', 'afterReports', 'noResupply', 'over', 'reachEstimated', 'evenSpread', 'outlineByArea', 'moreThanPeople']),
    count: count.nullable(),
    names: z.array(z.string()),
  })),
});
export type CheckAnswer = z.infer<typeof checkAnswer>;
