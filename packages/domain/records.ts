import { z } from 'zod';
import { isoDate } from './dates';
import { areaTypes, placeTypes } from './vocabularies/places';
import type { organisationRoles, organisationTypes } from './vocabularies/organisations';
import * as s from './vocabularies/structures';
import * as i from './vocabularies/initiatives';
import { decisionVerdicts } from './vocabularies/flags';
import { lngLat, namedOrganisation, organisationLinks, peopleCounts, provenance, stockLine } from './record-parts';

export { lngLat, noCounts, type PeopleCounts, peopleCounts, provenance, type Provenance, type StockLine, stockLine } from './record-parts';

/** GeoJSON MultiPolygon, EPSG:4326: closed rings, outer first. Checked before it comes here. */
export const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number())))),
});
export type MultiPolygon = z.infer<typeof multiPolygon>;

export const areaRecord = z.object({
  type: z.enum(areaTypes.codes),
  code: z.string().min(2),
  name: z.string().min(1),
  /** Code of the parent area; null if the source does not say. */
  parentCode: z.string().nullable(),
  /** Null: the area is known by name only and cannot be mapped. */
  geometry: multiPolygon.nullable(),
  population: z.object({ value: z.number().nonnegative(), year: z.int().nullable(), source: z.string() }).nullable(),
  /** Other codings of the same area, by scheme (DHIS2, SNIS, MSF). */
  codes: z.record(z.string(), z.string()),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
  ...provenance.shape,
});
export type AreaRecord = z.infer<typeof areaRecord>;

/** People in an area that is named by code or, failing that, by name. */
export const populationRecord = z.object({
  areaType: z.enum(areaTypes.codes).nullable(),
  areaCode: z.string().nullable(),
  areaName: z.string().nullable(),
  /** Name of the parent, where the file has it: it tells two areas of one name apart. */
  parentName: z.string().nullable(),
  value: z.number().nonnegative(),
  year: z.int().nullable(),
  ...provenance.shape,
});
export type PopulationRecord = z.infer<typeof populationRecord>;

export const placeRecord = z.object({
  externalId: z.string(),
  type: z.enum(placeTypes.codes),
  name: z.string().min(1),
  lngLat,
  population: z.number().nonnegative().nullable(),
  ...provenance.shape,
});
export type PlaceRecord = z.infer<typeof placeRecord>;

export const organisationRecord = z.object({
  ...namedOrganisation.shape,
  aliases: z.array(z.string()),
  ...provenance.shape,
});
export type OrganisationRecord = z.infer<typeof organisationRecord>;

export const structureRecord = z.object({
  /** Scheme and id that make the structure the same one on the next load (`osm`, `kwtrp`, `exercise`, …). */
  scheme: z.string().min(1),
  externalId: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(s.structureTypes.codes),
  typeAsGiven: z.string().nullable(),
  ownership: z.enum(s.ownerships.codes),
  /** Null: known by area only, see `areaCode`. */
  lngLat: lngLat.nullable(),
  /** Declared area code or name, where the source has one. */
  areaCode: z.string().nullable(),
  areaName: z.string().nullable(),
  tier: z.enum(s.tiers.codes),
  supportedBy: z.array(z.string()),
  ...provenance.shape,
});
export type StructureRecord = z.infer<typeof structureRecord>;

export const trainedStaff = z.object({
  service: z.enum(s.services.codes),
  cadre: z.enum(s.cadres.codes),
  /** Numbers only, never names. Null: not counted. */
  number: z.int().nonnegative().nullable(),
  women: z.int().nonnegative().nullable(),
  men: z.int().nonnegative().nullable(),
  /** Null: the date of the training is not known. */
  trainedOn: isoDate.nullable(),
  protocolVersion: z.string().nullable(),
});
export type TrainedStaff = z.infer<typeof trainedStaff>;

export const serviceAvailability = z.object({
  service: z.enum(s.services.codes),
  availability: z.enum(s.availabilities.codes),
  barriers: z.array(z.enum(s.barriers.codes)).max(3),
});

/** What was found in a structure on a date. Never overwritten: a newer one is added. */
export const assessmentRecord = z.object({
  externalId: z.string().min(1),
  structureScheme: z.string(),
  structureExternalId: z.string(),
  assessedOn: isoDate,
  /** Organisation that assessed, by name; null if the source does not say. */
  assessedBy: z.string().nullable(),
  functionality: z.enum(s.functionalityLevels.codes),
  accessibility: z.enum(s.functionalityLevels.codes),
  protocol: z.enum(s.presences.codes),
  privateRoom: z.enum(s.presences.codes),
  referralPath: z.enum(s.presences.codes),
  services: z.array(serviceAvailability),
  trainedStaff: z.array(trainedStaff),
  stockLines: z.array(stockLine),
  ...provenance.shape,
});
export type AssessmentRecord = z.infer<typeof assessmentRecord>;

/** A kind, the words of the source that caused it, and how sure the rule is. */
export const kindAssignment = z.object({
  kind: z.enum(i.initiativeKinds.codes),
  confidence: z.enum(['stated', 'high', 'medium']),
  /** Identifier of the rule in the kind table; null where the source states the kind itself. */
  rule: z.string().nullable(),
  words: z.array(z.string()),
});
export type KindAssignment = z.infer<typeof kindAssignment>;

export const initiativeRecord = z.object({
  scheme: z.string().min(1),
  /** What makes it the same initiative on the next load. */
  externalId: z.string().min(1),
  title: z.string().min(1),
  description: z.string().nullable(),
  kinds: z.array(kindAssignment),
  topic: z.enum(i.topics.codes),
  topicWords: z.array(z.string()),
  /** True: the text claims something that the rules may not decide; a person should look. */
  toReview: z.boolean(),
  domain: z.enum(i.workingGroupDomains.codes).nullable(),
  targetGroups: z.array(z.enum(i.targetGroups.codes)),
  targetGroupsAsGiven: z.string().nullable(),
  organisations: organisationLinks,
  /** Services that an awareness initiative tells people about; left out or empty: not said, so those of its topic (`servicesAnnounced`). */
  announcedServices: z.array(z.enum(s.services.codes)).optional(),
  /** Footprint: codes of the finest areas that the source names. Empty until resolved where a file gives names only (`areaClaims` of the row). */
  areaCodes: z.array(z.string()),
  /** Cluster or sector in the words of the source; null: not given. */
  sectorAsGiven: z.string().nullable().default(null),
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  status: z.enum(i.initiativeStatuses.codes),
  statusAsGiven: z.string().nullable(),
  reportedOn: isoDate.nullable(),
  targeted: peopleCounts,
  reached: peopleCounts,
  budget: z.number().nonnegative().nullable(),
  currency: z.string().nullable(),
  tier: z.enum(s.tiers.codes),
  ...provenance.shape,
});
export type InitiativeRecord = z.infer<typeof initiativeRecord>;

/** A human verdict on a pair of initiatives that the tool flagged. */
export const decisionRecord = z.object({
  subject: z.literal('overlap'),
  /** The two initiatives, as `scheme:externalId`. */
  subjectA: z.string(),
  subjectB: z.string(),
  verdict: z.enum(decisionVerdicts.codes),
  reason: z.string(),
  /** Organisation or group that decided; never a person’s name. */
  decidedBy: z.string(),
  decidedOn: isoDate,
  ...provenance.shape,
});
export type DecisionRecord = z.infer<typeof decisionRecord>;

export type AreaType = (typeof areaTypes.codes)[number];
export type InitiativeKind = (typeof i.initiativeKinds.codes)[number];
export type Topic = (typeof i.topics.codes)[number];
export type InitiativeStatus = (typeof i.initiativeStatuses.codes)[number];
export type TargetGroup = (typeof i.targetGroups.codes)[number];
export type Service = (typeof s.services.codes)[number];
export type StockItem = (typeof s.stockItems.codes)[number];
export type StructureType = (typeof s.structureTypes.codes)[number];
export type OrganisationType = (typeof organisationTypes.codes)[number];
export type OrganisationRole = (typeof organisationRoles.codes)[number];
