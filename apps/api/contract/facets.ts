import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { initiativeKinds, targetGroups, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { areaTypes } from '#domain/vocabularies/places';
import { standardStates } from '#domain/vocabularies/programmes';
import { services } from '#domain/vocabularies/structures';
import { surfaceShown } from './travel-time';

const count = z.int().nonnegative();

/** A standard as it can be chosen: `state` on `asOf`. */
export const standardShown = z.object({
  code: z.string(),
  version: z.int(),
  nameFr: z.string(),
  nameEn: z.string(),
  service: z.enum(services.codes),
  authority: z.string(),
  adoptedOn: isoDate.nullable(),
  state: z.enum(standardStates.codes),
  /** True of the one that its service is judged by unless another is asked for, in the version in force. */
  isDefault: z.boolean(),
}).meta({ id: 'StandardShown' });
export type StandardShown = z.infer<typeof standardShown>;

/** Counts beside the filters: initiatives active in the window, whatever the other filters say. */
export const facets = z.object({
  dataVersion: count,
  asOf: isoDate,
  /** First and last month for which anything is known, for the month slider. */
  dateRange: z.object({ from: isoDate, to: isoDate }),
  provinces: z.array(z.object({ code: z.string(), name: z.string(), areas: count })),
  organisations: z.array(z.object({ id: z.string(), name: z.string(), acronym: z.string().nullable(), initiatives: count })),
  kinds: z.array(z.object({ code: z.enum(initiativeKinds.codes), initiatives: count })),
  targetGroups: z.array(z.object({ code: z.enum(targetGroups.codes), initiatives: count })),
  domains: z.array(z.object({ code: z.enum(workingGroupDomains.codes), initiatives: count })),
  /** Every version of every standard: by service, the default first, then by code, the newest version first. */
  standards: z.array(standardShown),
  /** What travel times can be modelled over; null: none is loaded, and `travelTime` cannot be asked. */
  surface: surfaceShown.nullable(),
  areaTypes: z.array(z.object({ code: z.enum(areaTypes.codes), areas: count })),
  toReview: count,
});
export type Facets = z.infer<typeof facets>;
