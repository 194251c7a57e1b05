import { z } from 'zod';
import { careStandard } from '#domain/care-standard';
import { isoDate } from '#domain/dates';
import { kitMovement, mission, sessionOrigin, trainingSession } from '#domain/programme-records';
import { movementClosure, scenario } from '#domain/reach-records';
import { assessmentRecord, serviceAvailability, stockLine, trainedStaff } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import { proposalSubjects } from '#domain/vocabularies/programmes';
import { functionalityLevels, presences, structureTypes } from '#domain/vocabularies/structures';
import { importIssue } from './imports';
import { problem } from './records';

const count = z.int().nonnegative();
const words = (most: number) => z.string().trim().min(1).max(most);
/** Id of a structure as the lists give it; the server finds what the record calls it. */
const structureId = words(200);
/** `id` of the list item that this entry corrects; left out: a new record. */
const correct = words(200).optional();
/** Ids and provenance are the server's to give. */
const given = { scheme: true, externalId: true, source: true, sourceRow: true } as const;

export const assessmentEntry = z.object({
  kind: z.literal('assessment'),
  structureId,
  /** A second one of the same structure, day and source corrects the first; both are kept. */
  record: assessmentRecord.omit({ externalId: true, structureScheme: true, structureExternalId: true, source: true, sourceRow: true }).strict(),
}).strict();

export const trainingSessionEntry = z.object({
  kind: z.literal('trainingSession'),
  correct,
  record: trainingSession.omit(given).extend({ origins: z.array(sessionOrigin.omit({ structureScheme: true, structureExternalId: true }).extend({ structureId }).strict()) }).strict(),
}).strict();

export const kitMovementEntry = z.object({
  kind: z.literal('kitMovement'),
  structureId,
  correct,
  record: kitMovement.omit({ ...given, structureScheme: true, structureExternalId: true }).strict(),
}).strict();

export const missionEntry = z.object({
  kind: z.literal('mission'),
  /** The structure that hosts it; null: a bare point, or an area only. */
  hostStructureId: structureId.nullable(),
  correct,
  record: mission.omit({ ...given, host: true }).strict(),
}).strict();

/** The answer to one proposal of `GET /api/proposals`: `enteredBy` decides. A later answer to the same proposal replaces it. */
export const proposalVerdictEntry = z.object({
  kind: z.literal('proposalVerdict'),
  subject: z.enum(proposalSubjects.codes),
  subjectId: words(200),
  structureId,
  verdict: z.enum(['accepted', 'rejected']),
  reason: words(500).nullable(),
  /** As the proposal gave it: what was read is what is decided, and a record corrected meanwhile asks again. */
  digest: words(200),
  decidedOn: isoDate,
}).strict();

/** A version that is entered again is changed: a draft is edited, or adopted by giving it its date. */
export const careStandardEntry = z.object({ kind: z.literal('careStandard'), record: careStandard.strict() }).strict();

export const movementClosureEntry = z.object({ kind: z.literal('movementClosure'), correct, record: movementClosure.omit(given).strict() }).strict();
export const scenarioEntry = z.object({ kind: z.literal('scenario'), correct, record: scenario.omit(given).strict() }).strict();

export const entry = z.discriminatedUnion('kind', [assessmentEntry, trainingSessionEntry, kitMovementEntry, missionEntry, proposalVerdictEntry, careStandardEntry, movementClosureEntry, scenarioEntry]);
export type Entry = z.infer<typeof entry>;
export type EntryKind = Entry['kind'];

/** Body of `POST /api/entries`: everything in it is stored together, or nothing. */
export const entriesBody = z.object({
  /** Made by the page once per draft: the same content sent twice is stored once; other content under a key that was stored is refused (409 `entryKeyUsed`). */
  key: z.uuid(),
  /** Organisation or function; never the name of a person. */
  enteredBy: words(120),
  /** Where it is known from; null: whoever enters it. */
  source: words(200).nullable(),
  entries: z.array(entry).min(1).max(100),
}).strict();
export type EntriesBody = z.infer<typeof entriesBody>;

export const entriesAnswer = z.object({
  /** To take it back with `POST /api/imports/:id/undo`; null: all of it was known already, and nothing was stored. */
  importId: z.string().nullable(),
  dataVersion: count,
  /** True: this was stored before; nothing was stored now. */
  repeated: z.boolean(),
  /** Things to look at that do not keep it from being stored. `row`: which entry, from 1; `column`: path of the field. */
  warnings: z.array(importIssue),
}).meta({ id: 'EntriesAnswer' });
export type EntriesAnswer = z.infer<typeof entriesAnswer>;

/** The 422: `column` is the path of the field within its entry (`stockLines.0.expiry`, `structureId`); `entryIssues` also says which entry (`row`, from 1) and gives words. */
export const entriesProblem = problem.extend({ entryIssues: z.array(importIssue) }).meta({ id: 'EntriesProblem' });
export type EntriesProblem = z.infer<typeof entriesProblem>;

/** Day and source of the evidence, and who assessed; null: the source does not say, or it was no assessment. */
const foundBy = { on: isoDate, source: z.string(), assessedBy: z.string().nullable() };
const known = <T extends z.ZodType>(value: T) => z.object({ value, ...foundBy }).nullable();

/** `GET /api/structures/:id/entry-start`: what is known last of each question, with its date and source; null: nobody has said it. For the coordination only. */
export const entryStart = z.object({
  structure: z.object({ id: z.string(), name: z.string(), type: z.enum(structureTypes.codes), area: z.object({ type: z.enum(areaTypes.codes), code: z.string(), name: z.string() }).nullable() }),
  dataVersion: count,
  today: isoDate,
  /** The newest assessment; null: never assessed. */
  lastAssessedOn: isoDate.nullable(),
  functionality: known(z.enum(functionalityLevels.codes)),
  accessibility: known(z.enum(functionalityLevels.codes)),
  protocol: known(z.enum(presences.codes)),
  privateRoom: known(z.enum(presences.codes)),
  referralPath: known(z.enum(presences.codes)),
  /** One line per service that was ever assessed. */
  services: z.array(z.object({ ...serviceAvailability.shape, ...foundBy })),
  /** Of each service the lines of the newest assessment that lists staff for it, then what accepted trainings added since. */
  trainedStaff: z.array(z.object({ ...trainedStaff.shape, ...foundBy })),
  /** Of each item the lines of the newest assessment that counts it, as counted then; what came in or went out since is in `movements`. */
  stockLines: z.array(z.object({ ...stockLine.shape, ...foundBy })),
  /** Accepted deliveries, uses and losses, the oldest first; each acts on what was counted before its day. */
  movements: z.array(z.object({ kind: kitMovement.shape.kind, on: isoDate, lines: kitMovement.shape.lines, source: z.string() })),
}).meta({ id: 'EntryStart' });
export type EntryStart = z.infer<typeof entryStart>;
