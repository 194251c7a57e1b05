import { z } from 'zod';
import { isoDate } from './dates';
import { organisationRoles, organisationTypes } from './vocabularies/organisations';
import { stockItems } from './vocabularies/structures';

/** Longitude, latitude in degrees, EPSG:4326. */
export const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Where a record came from: which publisher or file, and which row of it (1-based, as a spreadsheet counts). */
export const provenance = z.object({ source: z.string().min(1), sourceRow: z.int().positive().nullable() });
export type Provenance = z.infer<typeof provenance>;

/** One line per batch. An item counted as absent is a line of quantity 0. */
export const stockLine = z.object({
  item: z.enum(stockItems.codes),
  batch: z.string().nullable(),
  quantity: z.int().nonnegative(),
  /** Null: no expiry recorded, so the batch counts as unknown. */
  expiry: isoDate.nullable(),
  countedOn: isoDate,
});
export type StockLine = z.infer<typeof stockLine>;

/** People by group. Null: not given; it is not zero. */
export const peopleCounts = z.object({
  women: z.int().nonnegative().nullable(),
  men: z.int().nonnegative().nullable(),
  girls: z.int().nonnegative().nullable(),
  boys: z.int().nonnegative().nullable(),
  total: z.int().nonnegative().nullable(),
});
export type PeopleCounts = z.infer<typeof peopleCounts>;
export const noCounts: PeopleCounts = { women: null, men: null, girls: null, boys: null, total: null };

/** An organisation as another record names it. */
export const namedOrganisation = z.object({
  name: z.string().min(1),
  acronym: z.string().nullable(),
  type: z.enum(organisationTypes.codes),
  /** The type in the words of the source, where it does not fit the list. */
  typeAsGiven: z.string().nullable(),
});

/** Who did what: every organisation with its role. */
export const organisationLinks = z.array(z.object({ role: z.enum(organisationRoles.codes), organisation: namedOrganisation }));
