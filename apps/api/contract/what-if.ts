import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { gapClasses } from '#domain/vocabularies/flags';
import { tiers } from '#domain/vocabularies/structures';
import { gapArea, gapQuery, gapsSweep, gapSummary, resolvedGapParameters } from './gaps';
import { enteredBy } from './programmes';
import { changesText, triedChange } from './tried';

/** The question of `/api/gaps` with changes that are tried out; empty: today. */
export const whatIfQuery = gapQuery.extend({ changes: changesText.default('') }).strict();

const count = z.int().nonnegative();
const people = count.nullable();

const summaryPart = gapSummary.pick({ classes: true, peopleInGap: true, peopleUncertain: true, structures: true });

/** People who leave or enter the gap, care that nobody has established, and the reach of ready care, each counted where they live. */
const moved = z.object({ gap: people, uncertain: people, ready: people });

/** Areas listed of those that change; `changedTotal` counts them all. */
export const MOST_CHANGED_AREAS = 50;

export const whatIfAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  changes: z.array(triedChange),
  codes: z.array(z.string()),
  classes: z.array(z.enum(gapClasses.codes)),
  /** One character per area, as in the sweep. */
  areaClasses: z.string(),
  peopleInGap: gapsSweep.shape.peopleInGap.element,
  peopleUncertain: gapsSweep.shape.peopleUncertain.element,
  summary: summaryPart,
  /** The same without the changes. */
  before: z.object({ summary: summaryPart }),
  /** For the better: who leaves the gap, who leaves what is uncertain, who comes within reach of ready care. */
  gained: moved,
  /** The other way: who enters the gap, who becomes uncertain, who loses ready care. */
  lost: moved,
  /** Areas whose class or people change, the most people first. `people…` : how many more (or fewer, negative) people; null: not known, or too few to be shown. */
  changedAreas: z.array(z.object({ code: z.string(), name: z.string(), from: z.enum(gapClasses.codes).nullable(), to: z.enum(gapClasses.codes).nullable(), peopleInGap: z.int().nullable(), peopleUncertain: z.int().nullable(), peopleReady: z.int().nullable() })),
  changedTotal: count,
}).meta({ id: 'WhatIfAnswer' });
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;

/** What `/api/gaps` says of the areas of which the changes make it say something else, beside their class and people: in its order, none of those that stay as they are. */
export const triedAreasAnswer = z.object({
  parameters: resolvedGapParameters,
  dataVersion: count,
  changes: z.array(triedChange),
  areas: z.array(gapArea),
}).meta({ id: 'TriedAreasAnswer' });
export type TriedAreasAnswer = z.infer<typeof triedAreasAnswer>;

/** Changes kept under a name. */
export const scenarioItem = z.object({
  id: z.string(),
  name: z.string(),
  /** Query of `/api/gaps`, without `?`. */
  question: z.string(),
  /** As `/api/what-if` takes them. */
  changes: z.string(),
  savedOn: isoDate,
  tier: z.enum(tiers.codes),
  entered: enteredBy,
  /** False: something that it changes is no longer there. To others than the coordination such a scenario is not shown: it may name what they may not see. */
  known: z.boolean(),
}).meta({ id: 'ScenarioItem' });
export type ScenarioItem = z.infer<typeof scenarioItem>;
export const scenariosAnswer = z.object({ dataVersion: count, exercise: z.boolean(), items: z.array(scenarioItem) });
export type ScenariosAnswer = z.infer<typeof scenariosAnswer>;
