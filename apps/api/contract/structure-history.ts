import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { kitLine, kitMovement, sessionOrigin, trainingSession } from '#domain/programme-records';
import { criterionVerdicts } from '#domain/vocabularies/flags';
import { needs } from '#domain/vocabularies/programmes';
import { stockItems } from '#domain/vocabularies/structures';

/** What a structure lacks, what is known of it besides its assessments, and where its sources do not agree. Part of the answer of one structure. */
export const structureHistoryShape = {
  /** What stands between it and readiness; null: it is ready. */
  need: z.enum(needs.codes).nullable(),
  /** Health staff trained, as a person accepted it. */
  trainings: z.array(z.object({
    heldOn: isoDate,
    ...trainingSession.pick({ topic: true, title: true, protocolVersion: true, source: true }).shape,
    ...sessionOrigin.pick({ cadre: true, number: true, women: true, men: true }).shape,
  })),
  /** Deliveries that a person accepted, uses and losses. */
  movements: z.array(z.object({
    ...kitMovement.pick({ kind: true, on: true, organisation: true, source: true }).shape,
    /** Null below the tier that sees stock levels. */
    lines: z.array(kitLine).nullable(),
  })),
  /** Criteria of which two sources, both young enough to count, say opposite things. */
  disagreements: z.array(z.object({
    code: z.string(),
    required: z.boolean(),
    /** `newest`: the assessment of the latest day counts. `sameDay`: those of the latest day contradict each other, none counts. */
    rule: z.enum(['newest', 'sameDay']),
    /** Newest first. */
    sides: z.array(z.object({ source: z.string(), assessedBy: z.string().nullable(), on: isoDate, verdict: z.enum(criterionVerdicts.codes), cause: z.string(), counts: z.boolean() })),
  })),
  /** Each item on `asOf`, with no resupply. Null below the tier that sees stock levels. */
  stockOutlook: z.array(z.object({
    item: z.enum(stockItems.codes),
    usable: z.int().nonnegative(),
    /** False: at least that many; the rest is not known. */
    isComplete: z.boolean(),
    /** Given out a month; null: nothing was recorded as given out. */
    usedPerMonth: z.number().nullable(),
    /** Null: the rate or the stock is not known. */
    monthsOfStock: z.number().nullable(),
    /** Last day on which any is usable; null: none is. */
    lapsesAfter: isoDate.nullable(),
    /** Not used at that rate before it expires; null: the rate or the stock is not known. */
    expiresUnused: z.int().nonnegative().nullable(),
  })).nullable(),
};
