import { z } from 'zod';
import { editedKinds } from '#domain/record-changes';
import { initiativeEdit, structureEdit } from '#domain/record-edits';
import { roles } from '#domain/vocabularies/accounts';
import { changeOrigins, reviewStates } from '#domain/vocabularies/journal';
import { problem } from './records';

const count = z.int().nonnegative();
const words = (most: number) => z.string().trim().min(1).max(most);

/** One field that differs, as the record says it; null: nothing was said, or there was no record. */
const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
const edit = z.union([structureEdit, initiativeEdit]);

/** `GET /api/structures/:id/changes` and of initiatives: newest first. */
export const changesAnswer = z.object({
  /** Of the record as it stands; see `RecordEditStart`. */
  version: count,
  items: z.array(z.object({
    number: count,
    at: z.string(),
    /** By which way; null: written into the database past the tool. */
    origin: z.enum(changeOrigins.codes).nullable(),
    /** Null: whoever runs commands on the server. */
    role: z.enum(roles.codes).nullable(),
    organisation: z.string().nullable(),
    /** The account; null: none, or not for this asker. */
    accountId: z.string().nullable(),
    fileName: z.string().nullable(),
    /** `added`: it was not there before. */
    change: z.enum(['added', 'changed', 'removed']),
    fields: z.array(fieldChange),
  })),
}).meta({ id: 'RecordChanges' });
export type ChangesAnswer = z.infer<typeof changesAnswer>;

/** Where the form of a record begins. */
export const editStart = z.object({
  id: z.string(),
  /** The last change of the record; sent back with the edit, which is refused (409) if there was another since. */
  version: count,
  label: z.string(),
  edit,
  /** `proposed`: what is sent waits for the coordination. `refused`: not in the provinces of the asker. */
  outcome: z.enum(['stored', 'proposed', 'refused']),
}).meta({ id: 'RecordEditStart' });
export type EditStart = z.infer<typeof editStart>;

const sent = {
  /** Made by the page once per draft: sent twice, it is stored once. */
  key: z.uuid(),
  /** Organisation or function; never the name of a person. */
  enteredBy: words(120),
  version: count,
};
const form = { ...sent, source: words(200).nullable() };
export const structureEditBody = z.object({ ...form, edit: structureEdit }).strict();
export const initiativeEditBody = z.object({ ...form, edit: initiativeEdit }).strict();
export type EditBody = z.infer<typeof structureEditBody> | z.infer<typeof initiativeEditBody>;

/** Which change to go back before: the record becomes what it was until then. */
export const restoreBody = z.object({ ...sent, number: count }).strict();
export type RestoreBody = z.infer<typeof restoreBody>;

export const editAnswer = z.object({
  outcome: z.enum(['stored', 'proposed', 'unchanged']),
  /** To take it back with `POST /api/imports/:id/undo`; null: nothing was stored. */
  importId: z.string().nullable(),
  /** The proposal that waits; null: none. */
  reviewId: z.string().nullable(),
  dataVersion: count,
}).meta({ id: 'RecordEditAnswer' });
export type EditAnswer = z.infer<typeof editAnswer>;

/** The 409 `recordChanged`: the record as it stands now, and its version. */
export const staleProblem = problem.extend({ version: count.optional(), theirs: edit.optional() }).meta({ id: 'StaleRecordProblem' });
export type StaleProblem = z.infer<typeof staleProblem>;

export const reviewsAnswer = z.object({
  /** True: the asker decides; false: these are its own. */
  decides: z.boolean(),
  /** Those that wait first, then the newest. */
  items: z.array(z.object({
    id: z.string(),
    kind: z.enum(editedKinds),
    recordId: z.string(),
    /** Null: the record is gone. */
    label: z.string().nullable(),
    proposedAt: z.string(),
    organisation: z.string().nullable(),
    enteredBy: z.string(),
    source: z.string().nullable(),
    state: z.enum(reviewStates.codes),
    reason: z.string().nullable(),
    decidedAt: z.string().nullable(),
    /** Of the record as it stands; sent back with the answer. */
    version: count,
    /** What differs from the record as it stands. Empty once it is decided. */
    fields: z.array(fieldChange),
    /** Where the structure is, and where it would be; null: no position, or no structure. */
    lngLat: z.object({ before: z.tuple([z.number(), z.number()]).nullable(), after: z.tuple([z.number(), z.number()]).nullable() }).nullable(),
  })),
}).meta({ id: 'Reviews' });
export type ReviewsAnswer = z.infer<typeof reviewsAnswer>;

export const reviewBody = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('accepted'), version: count, reason: words(500).nullable().default(null) }).strict(),
  z.object({ verdict: z.literal('returned'), reason: words(500) }).strict(),
]);
export type ReviewBody = z.infer<typeof reviewBody>;
