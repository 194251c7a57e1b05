import { fitsColumnLimit, TABLE_PROFILES, type TableProfile } from './table-profiles';
import { offerMapping, readMapped, savedFor } from './mapped';
import type { FileSummary, MappingOffer, ProfileName, ReadOptions } from '../read-result';
import type { ProfileReading, ReadContext } from '../row-draft';
import { findTable, headsOfSheet, likelyTable, type Sheet, type Table } from '../table';
import { recognisesTemplate } from './template';

/** How a sheet is read: under which headers, by what, and how sure that is. */
export interface ChosenReading {
  readonly table: Table;
  readonly profile: ProfileName;
  readonly certainty: FileSummary['certainty'];
  readonly mapping: MappingOffer | null;
  /** Rows are facilities of a public list, whose telephone numbers are not read. */
  readonly facilities: boolean;
  readonly read: (context: ReadContext) => ProfileReading;
}

/** A sheet that a template of ours was written on: the other sheets of its workbook explain it or hold its lists. */
export const isTemplateSheet = (sheet: Sheet): boolean => findTable(sheet, recognisesTemplate) !== null;

/**
 * What reads a sheet: the mapping or profile that a person chose, else a saved mapping of tables with the same headers, else the profile that
 * recognises it. Null: nothing does, and the columns have to be mapped (`mappingFor`).
 */
export function chooseReading(sheet: Sheet, options: ReadOptions): ChosenReading | null {
  const heads = headsOfSheet(sheet);
  return choose(likelyTable(sheet), options, (recognises) => findTable(sheet, recognises, heads));
}

/** The same for a table whose headers are not in question: the properties of features. */
export const chooseReadingOfTable = (table: Table, options: ReadOptions): ChosenReading | null =>
  choose(table, options, (recognises) => (recognises(table.keys, { ...table, dataIndex: 0, skip: 0 }) ? table : null));

function choose(likely: Table, options: ReadOptions, find: (recognises: TableProfile['recognises']) => Table | null): ChosenReading | null {
  if (options.mapping !== undefined) return byMapping(likely, options.mapping, 'chosen');
  const saved = options.profile === undefined || options.profile === 'mapped' ? savedFor(likely, options.savedMappings) : null;
  if (saved !== null) return { ...byMapping(likely, saved, 'saved'), mapping: offerMapping(likely, saved, saved) };
  for (const profile of TABLE_PROFILES) {
    if (options.profile !== undefined && options.profile !== profile.name) continue;
    const table = find((keys, head) => fitsColumnLimit(keys) && profile.recognises(keys, head));
    if (table) return byProfile(table, profile, options.profile === undefined ? profile.certainty : 'chosen');
  }
  return null;
}

const byProfile = (table: Table, profile: TableProfile, certainty: ChosenReading['certainty']): ChosenReading => ({
  table, profile: profile.name, certainty, mapping: null, facilities: profile.facilities === true, read: (context) => profile.read(table, context),
});

const byMapping = (table: Table, mapping: NonNullable<ReadOptions['mapping']>, certainty: ChosenReading['certainty']): ChosenReading => ({
  table, profile: 'mapped', certainty, mapping: offerMapping(table, mapping), facilities: false, read: (context) => readMapped(table, mapping, context),
});

/** The columns of a sheet that nothing reads, for a person to map. */
export const mappingFor = (sheet: Sheet): MappingOffer => offerMapping(likelyTable(sheet));
