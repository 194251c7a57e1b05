import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { readinessLevels } from '#domain/vocabularies/flags';
import { needs } from '#domain/vocabularies/programmes';
import { sitingGroups, sitingWeights } from '#domain/vocabularies/siting';
import { structureTypes } from '#domain/vocabularies/structures';
import { dataSources, gapQuery, listFromText, numberFromText, resolvedGapParameters } from './gaps';

const count = z.int().nonnegative();
/** Null: not known, or too few to be shown. It is not zero. */
const people = count.nullable();
const share = z.number().min(0).max(1);
const need = z.enum(needs.codes);
const amount = z.number().nonnegative();

/** Structures that may be chosen together, at most: more is no longer a choice but a programme. */
export const MAX_CHOSEN = 50;

/** `train:5000,equip:12000`: what an upgrade of each type costs, in whatever currency the asker counts. A type that is left out has no known cost. */
const ONE_COST = `(${needs.codes.join('|')}):\\d+(\\.\\d+)?`;
const costsFromText = z.string().regex(new RegExp(`^${ONE_COST}(,${ONE_COST})*$`))
  .transform((text) => Object.fromEntries(text.split(',').map((part) => [part.slice(0, part.indexOf(':')), Number(part.slice(part.indexOf(':') + 1))])))
  .pipe(z.partialRecord(need, amount));

const whereNextShape = {
  /** How many structures to choose together. */
  k: numberFromText.pipe(z.int().min(1).max(MAX_CHOSEN)).default(10),
  weight: z.enum(sitingWeights.codes).default('people'),
  whom: z.enum(sitingGroups.codes).default('gap'),
  /** Upgrades that can be done; left out: all. */
  needs: listFromText(need).optional(),
  costs: costsFromText.optional(),
  /** What may be spent in all, in the currency of `costs`: structures whose upgrade has no cost there cannot be chosen then. */
  budget: numberFromText.pipe(z.number().positive()).optional(),
};

/** Query of `/api/where-next`: that of the gaps, and what is sought. `limit`: structures listed beside the chosen ones; files hold all. */
export const whereNextQuery = gapQuery.extend({
  ...whereNextShape,
  limit: numberFromText.pipe(z.int().min(1).max(500)).default(100),
  format: z.enum(['json', 'csv', 'xlsx', 'hxl']).default('json'),
}).strict();
export type WhereNextQuery = z.output<typeof whereNextQuery>;

/** Query of `/api/where-next/proof`. `seconds`: how long the exact solver may take. */
export const proofQuery = gapQuery.extend({ ...whereNextShape, seconds: numberFromText.pipe(z.int().min(1).max(120)).default(30) }).strict();

/** What was asked, with nothing left open. */
const asked = z.object({
  k: count,
  weight: z.enum(sitingWeights.codes),
  whom: z.enum(sitingGroups.codes),
  /** Null: all. */
  needs: z.array(need).nullable(),
  costs: z.partialRecord(need, amount),
  budget: amount.nullable(),
});
export type WhereNextAsked = z.infer<typeof asked>;

const named = z.object({ code: z.string(), name: z.string() }).nullable();

/** One structure that is not ready: what it lacks, and who would gain. */
export const siteShown = z.object({
  structureId: z.string(),
  structureName: z.string(),
  structureType: z.enum(structureTypes.codes),
  healthZone: named,
  province: named,
  /** Null: known by its area only, which is enough under `reach=sameArea`. */
  lngLat: z.tuple([z.number(), z.number()]).nullable(),
  /** The upgrade: what stands between it and readiness. */
  need,
  readiness: z.enum(readinessLevels.codes),
  missing: z.array(z.string()),
  unknown: z.array(z.string()),
  evidenceOn: isoDate.nullable(),
  /** Null: no cost is given for this upgrade. */
  cost: amount.nullable(),
  /** People of `whom` who would gain were this one ready and no other. */
  alone: people,
  /** Place in the order of `alone`, weighted as asked; equal ones by number of the structure. */
  rankAlone: z.int().positive(),
  /** It also reaches people of whom nobody knows how many they are: every figure of it is "at least". */
  atLeast: z.boolean(),
  /** Place among the chosen; null: not chosen, and so are the four below. */
  step: z.int().positive().nullable(),
  /** People that this step adds to those before it. */
  gained: people,
  /** People gained up to this step, and their share of everybody of `whom`; `weightedShare` counts them as `weight` does. */
  total: people,
  share: share.nullable(),
  weightedShare: share.nullable(),
}).meta({ id: 'WhereNextSite' });
export type SiteShown = z.infer<typeof siteShown>;

/** Which structures, made ready, close most of the gap together, and each alone (domain.md §6). Existing ready structures are locked in. */
export const whereNextAnswer = z.object({
  parameters: resolvedGapParameters,
  asked,
  dataVersion: count,
  exercise: z.boolean(),
  sources: dataSources,
  /** Everybody of `whom` in the areas that the filters keep. */
  people: count,
  /**
   * People that the chosen gain together, their share, and the cost; `costUnknown`: chosen ones for whose upgrade no cost is given. `ofBest`: at least this share of
   * the best possible, weighted as asked; 1: nothing better exists. Null: the list ends early in public answers.
   */
  chosen: z.object({ structures: count, people: count, share, weightedShare: share, ofBest: share.nullable(), cost: amount, costUnknown: count }),
  /** The chosen first, in their order; then the others by what they gain alone. Those that gain nobody are not listed. In public answers the chosen end before one that would add fewer than five people. */
  structuresTotal: count,
  structures: z.array(siteShown),
  /** Most people that so many structures were found to gain, from none on: it never falls. Under a budget or `equity`: along the list of the chosen. */
  curve: z.array(z.object({ structures: count, people: count, share })),
  /** What the figures leave out, said. */
  notCounted: z.object({
    /** Structures that are not ready and of which nobody knows where they are. */
    withoutPosition: count,
    /** Areas with points where nobody knows how many people live. */
    areasOfUnknownPopulation: count,
    /** Structures left out because their upgrade is not among `needs`, or has no cost under a budget. */
    otherNeeds: count,
    costUnknown: count,
    /** Structures that are not ready and gain nobody of `whom`: who they reach has care, or is not of `whom`. */
    gainNobody: count,
    /** Structures that reach only people of whom nobody knows how many they are. */
    gainUnknown: count,
  }),
});
export type WhereNextAnswer = z.infer<typeof whereNextAnswer>;

/** How good the list is: what the exact solver found or could rule out in the time. Figures are people, weighted as asked. */
export const proofAnswer = z.object({
  asked,
  dataVersion: count,
  /** `optimal`: `bound` is the best possible. `timeLimit`: nothing better than `bound` exists; more was not proved in time. */
  status: z.enum(['optimal', 'timeLimit']),
  /** What the list of `/api/where-next` reaches. */
  list: z.number().nonnegative(),
  /** The best that was found, never less than the list; null ids: it is the list itself. */
  objective: z.number().nonnegative(),
  better: z.array(z.object({ structureId: z.string(), structureName: z.string() })).nullable(),
  bound: z.number().nonnegative(),
  /** `list ÷ bound`, 1 where there is nothing to gain. */
  reached: share,
  /** `(bound − objective) ÷ bound`. */
  gap: share,
  seconds: z.number().nonnegative(),
  /** Size of what was solved, after merging people whom the same structures reach and dropping structures that another one outdoes. */
  solved: z.object({ points: count, structures: count }),
});
export type ProofAnswer = z.infer<typeof proofAnswer>;

/** What the solver is at; null: nothing is being proved. */
export const proofProgress = z.object({
  running: z.object({ seconds: z.number().nonnegative(), objective: z.number().nonnegative(), bound: z.number().nonnegative().nullable(), nodes: count }).nullable(),
});
export type ProofProgress = z.infer<typeof proofProgress>;
