import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { areaTypes } from '#domain/vocabularies/places';
import { organisationRoles, organisationTypes } from '#domain/vocabularies/organisations';
import { initiativeKinds, initiativeStatuses, targetGroups, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { criterionVerdicts, decisionVerdicts, overlapKinds, overlapVerdicts, readinessLevels } from '#domain/vocabularies/flags';
import { rasterKinds } from '#domain/vocabularies/reach';
import { ownerships, services, structureTypes, tiers } from '#domain/vocabularies/structures';
import { kindAssignment, lngLat, peopleCounts, provenance, serviceAvailability, stockLine, trainedStaff } from '#domain/records';
import { kitMovementKinds } from '#domain/vocabularies/programmes';
import { standardShown } from './facets';
import { structureHistoryShape } from './structure-history';

const count = z.int().nonnegative();
const page = <T extends z.ZodType>(item: T) => z.object({ dataVersion: count, exercise: z.boolean(), total: count, items: z.array(item), nextCursor: z.string().nullable() });

export const health = z.object({
  status: z.enum(['ok', 'loading']),
  database: z.enum(['pglite', 'postgis']),
  postgisVersion: z.string(),
  dataVersion: count,
  exercise: z.boolean(),
  /** What became of each raster that is loaded, the one loaded last first. `replaced`: a newer one stands in its place. `elsewhere`: it lies over none of the loaded areas. */
  rasters: z.array(z.object({
    id: z.string(),
    kind: z.enum(rasterKinds.codes),
    title: z.string(),
    source: z.string(),
    year: z.int().nullable(),
    state: z.enum(['inUse', 'replaced', 'elsewhere', 'fileMissing', 'fileDamaged']),
  })),
  /** For those who answer for the data only. `daily`: the server makes one a day by itself. `lastAt`: null, there is none. `fault`: why the last attempt failed. */
  backup: z.object({ daily: z.boolean(), lastAt: z.iso.datetime().nullable(), fault: z.string().nullable() }).optional(),
});

export const areaItem = z.object({
  code: z.string(),
  type: z.enum(areaTypes.codes),
  name: z.string(),
  parentCode: z.string().nullable(),
  population: z.object({ value: count, year: z.int().nullable(), source: z.string() }).nullable(),
  hasGeometry: z.boolean(),
  codes: z.record(z.string(), z.string()),
  ...provenance.shape,
}).meta({ id: 'AreaItem' });
export const areasPage = page(areaItem);
export type AreaItem = z.infer<typeof areaItem>;

export const organisationItem = z.object({
  id: z.string(),
  name: z.string(),
  acronym: z.string().nullable(),
  type: z.enum(organisationTypes.codes),
  aliases: z.array(z.string()),
  initiatives: count,
  ...provenance.shape,
}).meta({ id: 'OrganisationItem' });
export const organisationsPage = page(organisationItem);
export type OrganisationItem = z.infer<typeof organisationItem>;

export const structureItem = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(structureTypes.codes),
  ownership: z.enum(ownerships.codes),
  lngLat: lngLat.nullable(),
  healthZone: z.object({ code: z.string(), name: z.string() }).nullable(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  tier: z.enum(tiers.codes),
  readiness: z.enum(readinessLevels.codes),
  missing: z.array(z.string()),
  unknown: z.array(z.string()),
  evidenceOn: isoDate.nullable(),
  lapsesAfter: isoDate.nullable(),
  ...provenance.shape,
}).meta({ id: 'StructureItem' });
export const structuresPage = page(structureItem);
export type StructureItem = z.infer<typeof structureItem>;

export const criterionResult = z.object({
  code: z.string(),
  required: z.boolean(),
  verdict: z.enum(criterionVerdicts.codes),
  cause: z.string(),
  evidenceOn: isoDate.nullable(),
  evidenceAgeDays: z.int().nullable(),
  evidenceSource: z.string().nullable(),
  evidenceKind: z.enum(['assessment', 'training', ...kitMovementKinds.codes]).nullable(),
  lapsesAfter: isoDate.nullable(),
  /** Null below the tier that sees stock levels, and where nothing is counted. */
  quantity: z.int().nullable(),
});

export const structureDetail = structureItem.extend({
  dataVersion: count,
  typeAsGiven: z.string().nullable(),
  externalIds: z.array(z.object({ scheme: z.string(), id: z.string() })),
  supportedBy: z.array(z.string()),
  /** Every record behind it, the one that stands first: what each source says. */
  sources: z.array(z.object({ name: z.string(), type: z.enum(structureTypes.codes), ...provenance.shape })),
  asOf: isoDate,
  /** The day that readiness is about; later than `asOf`: a forecast with no resupply. */
  at: isoDate,
  standard: standardShown,
  criteria: z.array(criterionResult),
  lapseCriterion: z.string().nullable(),
  /** What the question tries its readiness out as; left out: nothing is tried of it. Everything else here is what is known. */
  tried: z.enum(readinessLevels.codes).optional(),
  ...structureHistoryShape,
  /** The same rule 30, 60 and 90 days on, with no resupply. */
  forecast: z.array(z.object({ at: isoDate, readiness: z.enum(readinessLevels.codes), missing: z.array(z.string()) })),
  assessments: z.array(z.object({
    assessedOn: isoDate,
    assessedBy: z.string().nullable(),
    functionality: z.string(),
    accessibility: z.string(),
    protocol: z.string(),
    privateRoom: z.string(),
    referralPath: z.string(),
    services: z.array(serviceAvailability),
    trainedStaff: z.array(trainedStaff),
    /** Null below the tier that sees stock levels. */
    stockLines: z.array(stockLine).nullable(),
    ...provenance.shape,
  })),
});
export type StructureDetail = z.infer<typeof structureDetail>;

export const initiativeItem = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  kinds: z.array(kindAssignment),
  topic: z.enum(topics.codes),
  toReview: z.boolean(),
  domain: z.enum(workingGroupDomains.codes).nullable(),
  /** Cluster or sector in the words of the source. */
  sectorAsGiven: z.string().nullable(),
  /** Empty: not said, so those of its topic. */
  announcedServices: z.array(z.enum(services.codes)),
  targetGroups: z.array(z.enum(targetGroups.codes)),
  targetGroupsAsGiven: z.string().nullable(),
  organisations: z.array(z.object({ id: z.string(), name: z.string(), acronym: z.string().nullable(), role: z.enum(organisationRoles.codes) })),
  areas: z.array(z.object({ code: z.string(), name: z.string(), type: z.enum(areaTypes.codes) })),
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  status: z.enum(initiativeStatuses.codes),
  statusAsGiven: z.string().nullable(),
  reportedOn: isoDate.nullable(),
  targeted: peopleCounts,
  reached: peopleCounts,
  budget: z.number().nullable(),
  currency: z.string().nullable(),
  tier: z.enum(tiers.codes),
  ...provenance.shape,
}).meta({ id: 'InitiativeItem' });
export const initiativesPage = page(initiativeItem);
export type InitiativeItem = z.infer<typeof initiativeItem>;

const overlapSide = z.object({
  id: z.string(),
  title: z.string(),
  organisations: z.array(z.string()),
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  targeted: count.nullable(),
  source: z.string(),
  sourceRow: z.int().nullable(),
});

export const overlapPair = z.object({
  /** Stable: the two initiatives’ ids, ordered. */
  id: z.string(),
  overlapKind: z.enum(overlapKinds.codes),
  /** The kind of initiative that both are. */
  kind: z.enum(initiativeKinds.codes),
  areaCodes: z.array(z.string()),
  areaNames: z.array(z.string()),
  targetGroups: z.array(z.enum(targetGroups.codes)),
  a: overlapSide,
  b: overlapSide,
  overlapDays: count,
  strength: z.number().min(0).max(1),
  populationThere: count.nullable(),
  verdict: z.enum(overlapVerdicts.codes),
  decision: z.object({ verdict: z.enum(decisionVerdicts.codes), reason: z.string(), decidedBy: z.string(), decidedOn: isoDate }).nullable(),
}).meta({ id: 'OverlapPair' });
export const overlapsAnswer = z.object({ dataVersion: count, exercise: z.boolean(), asOf: isoDate, total: count, pairs: z.array(overlapPair), nextCursor: z.string().nullable() });
export type OverlapPair = z.infer<typeof overlapPair>;

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  detailFr: z.string(),
  issues: z.array(z.object({ code: z.string(), column: z.string().nullable(), value: z.string().nullable(), expected: z.string().nullable() })),
}).meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** Every code list with its words, in the order of the list. */
export const vocabulariesAnswer = z.object({
  vocabularies: z.array(z.object({
    name: z.string(),
    fr: z.string(),
    en: z.string(),
    source: z.string(),
    terms: z.array(z.object({ code: z.string(), fr: z.string(), en: z.string(), definitionFr: z.string(), definitionEn: z.string(), tag: z.string().nullable() })),
  })),
});
