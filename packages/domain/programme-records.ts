import { z } from 'zod';
import { isoDate } from './dates';
import { lngLat, organisationLinks, peopleCounts, provenance, stockLine } from './record-parts';
import { movementClosure, raster, scenario } from './reach-records';
import { targetGroups } from './vocabularies/initiatives';
import * as p from './vocabularies/programmes';
import * as s from './vocabularies/structures';

/** What makes it the same record on the next load or correction. */
const identity = { scheme: z.string().min(1), externalId: z.string().min(1) };
/** The structure that a record is about: its scheme and external id, as `StructureRecord` has them. */
const structureRef = { structureScheme: z.string().min(1), structureExternalId: z.string().min(1) };
const counted = z.int().nonnegative().nullable();

/** Health staff of one structure who took part. Numbers only, never names; null: not counted. */
export const sessionOrigin = z.object({ ...structureRef, cadre: z.enum(s.cadres.codes), number: counted, women: counted, men: counted });
export type SessionOrigin = z.infer<typeof sessionOrigin>;

/**
 * One session of training for one audience. For `healthStaff` it says which structures people came from, and once held it
 * *proposes* trained staff to each of them; for others it counts against the plan of its audience, area and period.
 */
export const trainingSession = z.object({
  ...identity,
  title: z.string().min(1),
  topic: z.enum(p.sessionTopics.codes),
  audience: z.enum(targetGroups.codes),
  /** Where it is held; null: not said. */
  areaCode: z.string().nullable(),
  start: isoDate,
  end: isoDate,
  status: z.enum(p.sessionStatuses.codes),
  /** People meant to take part, and those who did. Null: not planned in numbers, not counted. */
  planned: counted,
  women: counted,
  men: counted,
  total: counted,
  protocolVersion: z.string().nullable(),
  organisations: organisationLinks,
  origins: z.array(sessionOrigin),
  tier: z.enum(s.tiers.codes),
  ...provenance.shape,
});
export type TrainingSession = z.infer<typeof trainingSession>;

/** One line per batch; expiry null: not recorded, so the batch counts as unknown. */
export const kitLine = stockLine.omit({ countedOn: true });
export type KitLine = z.infer<typeof kitLine>;

/** Kits that came into a structure, were given out, or were lost. A delivery *proposes* its lines; a count is an assessment. */
export const kitMovement = z.object({
  ...identity,
  ...structureRef,
  kind: z.enum(p.kitMovementKinds.codes),
  on: isoDate,
  lines: z.array(kitLine).min(1),
  /** Who supplied, by name; null: not said. */
  organisation: z.string().nullable(),
  ...provenance.shape,
});
export type KitMovement = z.infer<typeof kitMovement>;

/** A team sent for a limited time. It gives its service within its dates and radius, whatever its host's readiness. */
export const mission = z.object({
  ...identity,
  title: z.string().min(1),
  service: z.enum(s.services.codes),
  /** The structure that hosts it; null: a bare point, or an area only. */
  host: z.object(structureRef).nullable(),
  /** The locality, EPSG:4326; null: that of the host, else not known, and then it gives care in `areaCode` only. */
  lngLat: lngLat.nullable(),
  areaCode: z.string().nullable(),
  locality: z.string().nullable(),
  radiusKm: z.number().positive().max(200),
  start: isoDate,
  end: isoDate,
  status: z.enum(p.sessionStatuses.codes),
  /** People that the team can treat; null: not said. */
  capacity: counted,
  /** People operated or treated so far; null: not counted. */
  treated: peopleCounts,
  organisations: organisationLinks,
  tier: z.enum(s.tiers.codes),
  ...provenance.shape,
});
export type Mission = z.infer<typeof mission>;

/** A person's answer to what a session or a delivery proposes to one structure. It holds for that content: a corrected record asks again. */
export const proposalVerdict = z.object({
  ...identity,
  subject: z.enum(p.proposalSubjects.codes),
  subjectScheme: z.string().min(1),
  subjectExternalId: z.string().min(1),
  /** `proposalDigest` of what was proposed. */
  digest: z.string().min(1),
  ...structureRef,
  verdict: z.enum(['accepted', 'rejected']),
  reason: z.string().nullable(),
  /** Organisation or function that decided; never a person's name. */
  decidedBy: z.string().min(1),
  decidedOn: isoDate,
  ...provenance.shape,
});
export type ProposalVerdict = z.infer<typeof proposalVerdict>;

/** The kinds of record by which programmes change the answer, each with its schema. They are kept whole, one row each. */
export const programmeSchemas = { trainingSession, kitMovement, mission, proposalVerdict, raster, movementClosure, scenario } as const;
