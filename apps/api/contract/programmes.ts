import { z } from 'zod';
import { careStandard } from '#domain/care-standard';
import { isoDate } from '#domain/dates';
import { kitLine, kitMovement, mission, sessionOrigin, trainingSession } from '#domain/programme-records';
import { movementClosure } from '#domain/reach-records';
import { readinessLevels } from '#domain/vocabularies/flags';
import { targetGroups } from '#domain/vocabularies/initiatives';
import { areaTypes } from '#domain/vocabularies/places';
import { kitMovementKinds, proposalStates, proposalSubjects, sessionStatuses, sessionTopics, standardStates } from '#domain/vocabularies/programmes';
import { services } from '#domain/vocabularies/structures';
import { listFromText, numberFromText } from './gaps';

const count = z.int().nonnegative();
const words = z.string().min(1).max(200);
const format = { format: z.enum(['json', 'csv', 'xlsx', 'hxl']).default('json') };
const list = <T extends z.ZodType>(item: T) => z.object({ dataVersion: count, exercise: z.boolean(), asOf: isoDate, total: count, items: z.array(item) });

/** Who entered or loaded a record, when, and from where it is known. */
export const enteredBy = z.object({
  /** For `POST /api/imports/:id/undo`; null for the public. */
  importId: z.string().nullable(),
  at: z.string().nullable(),
  /** Organisation or function that filled in the form; null: it came with a file, or for the public. */
  by: z.string().nullable(),
  source: z.string(),
});
const structure = z.object({ id: z.string(), name: z.string(), area: z.string().nullable() });
const area = z.object({ type: z.enum(areaTypes.codes), code: z.string(), name: z.string() });
const stored = { scheme: true, externalId: true, source: true, sourceRow: true } as const;

/** A session; origins at structures that this viewer may not see are not there. */
export const sessionItem = z.object({
  id: z.string(),
  ...trainingSession.omit({ ...stored, origins: true }).shape,
  area: area.nullable(),
  origins: z.array(sessionOrigin.omit({ structureScheme: true, structureExternalId: true }).extend({ structure })),
  entered: enteredBy,
}).meta({ id: 'SessionItem' });
export const sessionsAnswer = list(sessionItem);
export type SessionItem = z.infer<typeof sessionItem>;

/** For the coordination only: quantities at a structure do not leave it. */
export const kitMovementItem = z.object({
  id: z.string(),
  ...kitMovement.omit({ scheme: true, externalId: true, structureScheme: true, structureExternalId: true, source: true, sourceRow: true }).shape,
  structure,
  /** Where a delivery stands; null: uses and losses propose nothing. */
  proposal: z.enum(proposalStates.codes).nullable(),
  entered: enteredBy,
}).meta({ id: 'KitMovementItem' });
export const kitMovementsAnswer = list(kitMovementItem);
export type KitMovementItem = z.infer<typeof kitMovementItem>;

/** A host that this viewer may not see is not there, nor is its point. */
export const missionItem = z.object({
  id: z.string(),
  ...mission.omit({ ...stored, host: true }).shape,
  host: structure.nullable(),
  area: area.nullable(),
  /** On the day asked about; `cancelled` ones give care on no day. */
  phase: z.enum(['before', 'during', 'after', 'cancelled']),
  entered: enteredBy,
}).meta({ id: 'MissionItem' });
export const missionsAnswer = list(missionItem);
export type MissionItem = z.infer<typeof missionItem>;

/** An area closed to movement. Who may know of it is not told by the list: a closure that this viewer may not know of is not in it. */
export const closureItem = z.object({
  id: z.string(),
  ...movementClosure.omit({ ...stored, tier: true }).shape,
  /** The areas of its codes that are loaded. */
  areas: z.array(area),
  /** On the day asked about. */
  inForce: z.boolean(),
  entered: enteredBy,
}).meta({ id: 'ClosureItem' });
export const closuresAnswer = list(closureItem);
export type ClosureItem = z.infer<typeof closureItem>;

/** What a held session or a delivery proposes to one structure, for a person to accept or reject with an entry `proposalVerdict`. Coordination only. */
export const proposalItem = z.object({
  subject: z.enum(proposalSubjects.codes),
  subjectId: z.string(),
  /** Title of the session; of a delivery, who supplied it. */
  title: z.string().nullable(),
  on: isoDate,
  structure,
  state: z.enum(proposalStates.codes),
  /** To be sent back with the verdict. */
  digest: z.string(),
  /** True: an earlier answer was to other content, and the record was corrected since. */
  corrected: z.boolean(),
  /** Staff to be added; empty for a delivery. */
  staff: z.array(z.object({ service: z.enum(services.codes), ...sessionOrigin.omit({ structureScheme: true, structureExternalId: true }).shape, protocolVersion: z.string().nullable() })),
  /** Batches to be added; empty for a session. */
  lines: z.array(kitLine),
  /** While it waits: readiness of the structure by the default standard of each service that it speaks of, on the day asked about, without it and were it accepted. Empty once it is answered. */
  effects: z.array(z.object({ service: z.enum(services.codes), standard: z.string(), without: z.enum(readinessLevels.codes), accepted: z.enum(readinessLevels.codes), missingWithout: z.array(z.string()), missingAccepted: z.array(z.string()) })),
  /** The answer that counts; null while it is open. */
  verdict: z.object({ verdict: z.enum(['accepted', 'rejected']), reason: z.string().nullable(), decidedBy: z.string(), decidedOn: isoDate, entered: enteredBy }).nullable(),
  entered: enteredBy,
}).meta({ id: 'ProposalItem' });
export const proposalsAnswer = list(proposalItem).extend({ counts: z.object({ open: count, accepted: count, rejected: count }) });
export type ProposalItem = z.infer<typeof proposalItem>;

export const standardItem = z.object({
  ...careStandard.shape,
  /** On the day asked about. One adopted later than that day is a draft on it. */
  state: z.enum(standardStates.codes),
  /** Null: it comes with the tool. */
  entered: enteredBy.nullable(),
}).meta({ id: 'StandardItem' });
export const standardsAnswer = list(standardItem);
export type StandardItem = z.infer<typeof standardItem>;

/** People in sessions. Null: of no session is it known; `…NotCounted` says of how many sessions it is not. */
export const coverageCounts = z.object({
  sessionsHeld: count,
  sessionsPlanned: count,
  planned: count.nullable(),
  plannedNotCounted: count,
  women: count.nullable(),
  men: count.nullable(),
  bySexNotCounted: count,
  total: count.nullable(),
  totalNotCounted: count,
});
export const coverageCell = coverageCounts.extend({
  audience: z.enum(targetGroups.codes),
  /** Null: the session does not say where it is held. */
  areaCode: z.string().nullable(),
  /** Month of the first day, `YYYY-MM`. */
  month: z.string(),
});
export const coverageAnswer = z.object({
  dataVersion: count,
  exercise: z.boolean(),
  from: isoDate,
  to: isoDate,
  months: count,
  areaType: z.enum(areaTypes.codes),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Audiences that sessions are held for, in the order of the list. */
  audiences: z.array(z.enum(targetGroups.codes)),
  /** Month by month, every one between the two dates. */
  monthsCovered: z.array(z.string()),
  cells: z.array(coverageCell),
  byAudience: z.array(coverageCounts.extend({ audience: z.enum(targetGroups.codes) })),
  byArea: z.array(coverageCounts.extend({ areaCode: z.string().nullable() })),
  byMonth: z.array(coverageCounts.extend({ month: z.string() })),
  all: coverageCounts,
  /** Audiences and areas without a session held in the last `months` months up to `to`. `lastHeldOn` null: never. `heldSomewhere`: sessions in that time of which nobody said in which area; one may have been here. */
  withoutSessions: z.array(z.object({ audience: z.enum(targetGroups.codes), areaCode: z.string(), lastHeldOn: isoDate.nullable(), nextPlannedOn: isoDate.nullable(), heldSomewhere: count })),
}).meta({ id: 'SessionCoverage' });
export type CoverageAnswer = z.infer<typeof coverageAnswer>;

export const sessionsQuery = z.object({
  audience: listFromText(z.enum(targetGroups.codes)).optional(), topic: listFromText(z.enum(sessionTopics.codes)).optional(), status: listFromText(z.enum(sessionStatuses.codes)).optional(),
  structure: words.optional(), ...format,
}).strict();
export const kitMovementsQuery = z.object({ structure: words.optional(), kind: listFromText(z.enum(kitMovementKinds.codes)).optional(), ...format }).strict();
export const missionsQuery = z.object({ asOf: isoDate.optional(), service: listFromText(z.enum(services.codes)).optional(), structure: words.optional(), ...format }).strict();
export const closuresQuery = z.object({ asOf: isoDate.optional(), format: z.enum(['json', 'csv', 'xlsx', 'hxl', 'geojson']).default('json') }).strict();
export const proposalsQuery = z.object({ asOf: isoDate.optional(), state: z.enum(proposalStates.codes).optional(), structure: words.optional(), ...format }).strict();
export const standardsQuery = z.object({ asOf: isoDate.optional(), service: z.enum(services.codes).optional() }).strict();
/** Sessions whose first day lies between the two dates (default: the twelve months up to today), and who had none in the last `months`. */
export const coverageQuery = z.object({
  from: isoDate.optional(), to: isoDate.optional(),
  months: numberFromText.pipe(z.int().min(1).max(60)).default(6),
  areaType: z.enum(areaTypes.codes).default('province'),
  topic: listFromText(z.enum(sessionTopics.codes)).optional(),
  ...format,
}).strict();
