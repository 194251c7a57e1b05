import type { IsoDate } from '#domain/dates';
import type { Issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';
import type { ImportRecord } from '#domain/import-records';
import type { AreaType } from '#domain/records';

/** What a file turned out to be, by its content: one reader each. */
export const profileNames = [
  'areas', 'areaTable', 'population', 'structuresKwtrp', 'structuresHealthsites', 'structuresDhis2', 'structuresFhir',
  'organisationAliases', 'ocha3w', 'hxl', 'template', 'ownList', 'assessmentsHerams', 'stockCounts', 'kobo', 'mapped', 'rasterPopulation', 'rasterFriction', 'exercise', 'form',
] as const;
export type ProfileName = (typeof profileNames)[number];

/** What an unknown table brings, and which field each column is, by 0-based index. Field names are those of `fields/field-names.ts`. */
export interface ColumnMapping {
  readonly recordKind: 'initiative' | 'structure' | 'organisation' | 'area' | 'population' | 'assessment' | 'stock';
  readonly columns: Readonly<Record<number, string>>;
}
/** `signature`: the compared headers, in order, so that the same table is recognised next time. */
export interface SavedMapping extends ColumnMapping {
  readonly id: string;
  readonly name: string;
  readonly signature: string;
}

/** Columns of a table that no profile fits, for a person to map. */
export interface MappingOffer {
  readonly sheet: string | null;
  /** Row of the headers, as the spreadsheet counts. */
  readonly headerRow: number;
  readonly signature: string;
  readonly recordKind: ColumnMapping['recordKind'] | null;
  readonly columns: readonly { readonly index: number; readonly header: string; readonly samples: readonly string[]; readonly suggested: string | null }[];
  readonly saved: { readonly id: string; readonly name: string } | null;
}

/** `json`: a container of our own, the exercise data set. */
export type Container = 'xlsx' | 'csv' | 'geojson' | 'topojson' | 'json' | 'shapefile' | 'kml' | 'geopackage' | 'geotiff';

export interface ReadOptions {
  readonly fileName: string;
  /** Read as this profile instead of recognising it. The content must still fit. */
  readonly profile?: ProfileName;
  /** Which sheet of a workbook that has several filled ones. */
  readonly sheet?: string;
  /** Type of the areas where the form of their codes does not tell. */
  readonly areaType?: AreaType;
  /** Name of the province that the whole file is about: tells areas of one name apart where the rows name no province themselves. */
  readonly province?: string;
  /** Date of the report, where it is known better than the file says it. */
  readonly reportedOn?: IsoDate;
  /** Mappings of unknown tables that people saved: a table with the same headers is read by them. */
  readonly savedMappings?: readonly SavedMapping[];
  /** The mapping to read this file by. */
  readonly mapping?: ColumnMapping;
  /** Publisher, as it should stand under the map; default: the name of the file. */
  readonly source?: string;
}

/** A place that a row claims, as it stands in the file, for the import service to check against the areas it holds. */
export interface AreaClaim {
  readonly column: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly level: AreaType;
}

/** What one row of the file became. Refused if any issue is an `error`: then `records` is empty. A repeated row has no records and an info `rowRepeated`. */
export interface RowResult {
  /** As the spreadsheet counts (the header is a row), or 1-based feature or record. */
  readonly row: number;
  readonly records: readonly ImportRecord[];
  readonly issues: readonly Issue[];
  readonly areaClaims: readonly AreaClaim[];
  /** The original cells by column, of every row: the import service may refuse a row that the reader took, and writes it to the same file. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface IssueCount {
  readonly code: IssueCode;
  readonly severity: Issue['severity'];
  readonly count: number;
}

/** Where the date of the report was found; null: nowhere, so it is not known. */
export type ReportDateOrigin = 'option' | 'fileName' | 'workbookModified' | null;

/** The account of a file: `rows = accepted + repeated + refused`, always. */
export interface FileSummary {
  readonly profile: ProfileName | null;
  readonly container: Container | null;
  readonly sheet: string | null;
  readonly source: string;
  readonly reportedOn: IsoDate | null;
  readonly reportedOnFrom: ReportDateOrigin;
  readonly columns: readonly string[];
  /** HXL hashtags of the columns, null where one has none; null: no row of hashtags. With the mark of a template they go into the file of refused rows, so that it is recognised when it comes back. */
  readonly tags: readonly (string | null)[] | null;
  /** The mark of a template of ours; null: it is none. */
  readonly mark: string | null;
  /** How sure the reader is of the profile. */
  readonly certainty: 'chosen' | 'sure' | 'likely' | 'saved' | 'none';
  /** Names of all sheets or layers with content. */
  readonly sheets: readonly string[];
  readonly mapping: MappingOffer | null;
  readonly rows: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: number;
  readonly issueCounts: readonly IssueCount[];
  /** Records of the accepted rows, by kind of record. */
  readonly recordCounts: Readonly<Partial<Record<ImportRecord['kind'], number>>>;
}

/** The whole answer. A `fileIssues` error refuses the file: then no row was handed on. */
export interface ReadResult {
  readonly summary: FileSummary;
  readonly fileIssues: readonly Issue[];
}

/** At most this many rows are handed on at a time. */
export const ROWS_PER_BATCH = 500;

export type OnRows = (rows: readonly RowResult[]) => Promise<void> | void;
