import type { Issue } from '#domain/issue';
import { withoutContactColumns } from '../contact-columns';
import { fitsColumnLimit, TABLE_PROFILES, type TableProfile } from './table-profiles';
import { offerMapping, readMapped, savedFor } from './mapped';
import type { FileSummary, MappingOffer, ProfileName, ReadOptions } from '../read-result';
import type { ProfileReading, ReadContext } from '../row-draft';
import { findTable, headsOfSheet, likelyTable, type Sheet, type Table } from '../table';
import { analysisOf, type AnalysisName } from '../lists/analyses';
import { recognisesOwnList } from './own-list';
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

/** The analysis of ours that a sheet holds; null: none. */
export function analysisOfSheet(sheet: Sheet): AnalysisName | null {
  const found = findTable(sheet, (keys, head) => analysisOf(keys, head.tags) !== null);
  return found === null ? null : analysisOf(found.keys, found.tags);
}

/** A sheet that a template, a list or an analysis of ours was written on: the other sheets of its workbook explain it or hold its lists. */
export const isOwnSheet = (sheet: Sheet): boolean => findTable(sheet, (keys, head) => recognisesTemplate(keys, head) || recognisesOwnList(keys)) !== null || analysisOfSheet(sheet) !== null;

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

const OWN: ReadonlySet<ProfileName> = new Set(['template', 'ownList']);

function byProfile(given: Table, profile: TableProfile, certainty: ChosenReading['certainty']): ChosenReading {
  const facilities = profile.facilities === true;
  // What the tool wrote itself has no such columns.
  const { table, issues } = OWN.has(profile.name) ? { table: given, issues: [] } : withoutContactColumns(given, facilities);
  return { table, profile: profile.name, certainty, mapping: null, facilities, read: (context) => saying(issues, profile.read(table, context)) };
}

function byMapping(given: Table, mapping: NonNullable<ReadOptions['mapping']>, certainty: ChosenReading['certainty']): ChosenReading {
  const { table, issues } = withoutContactColumns(given, false);
  return { table, profile: 'mapped', certainty, mapping: offerMapping(table, mapping), facilities: false, read: (context) => saying(issues, readMapped(table, mapping, context)) };
}

const saying = (issues: readonly Issue[], reading: ProfileReading): ProfileReading => (issues.length === 0 ? reading : { ...reading, fileIssues: [...issues, ...reading.fileIssues] });

/** The columns of a sheet that nothing reads, for a person to map. */
export const mappingFor = (sheet: Sheet): MappingOffer => offerMapping(likelyTable(sheet));
