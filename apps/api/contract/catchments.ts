import { z } from 'zod';
import { dataSources, gapQuery, resolvedGapParameters } from './gaps';

const count = z.int().nonnegative();

/** Query of `/api/catchments`: that of the gaps. */
export const catchmentsQuery = gapQuery;

/**
 * Trained staff of ready structures to 100,000 people, by area: the enhanced two-step floating catchment (Luo & Qi 2009, decision 0033). People of farther bands
 * count for less, and structures whose catchments overlap share them.
 */
export const catchmentsAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  exercise: z.boolean(),
  sources: dataSources,
  /** Bands of the reach, the nearest first, with their weights. */
  bands: z.array(z.object({ upTo: z.number().nonnegative(), weight: z.number().positive() })),
  /** Structures whose trained staff is counted; those of unknown readiness, or whose staff nobody knows; and those of unknown place. */
  structures: z.object({ counted: count, unknown: count, withoutPosition: count }),
  /** False: how many staff a structure has is not shown to this viewer, and no ratio that would tell it. */
  shown: z.boolean(),
  areas: z.array(z.object({
    code: z.string(),
    name: z.string(),
    provinceCode: z.string().nullable(),
    provinceName: z.string().nullable(),
    /** Null: of unknown or no population, or not shown. */
    per100000: z.number().nonnegative().nullable(),
    /** Within reach of some of its people is a structure of which nobody knows what it can give: the true figure may be higher. */
    atLeast: z.boolean(),
  })),
}).meta({ id: 'Catchments' });
export type CatchmentsAnswer = z.infer<typeof catchmentsAnswer>;
