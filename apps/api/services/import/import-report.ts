import type { EditedVersion } from '#db/stores/record-journal';
import type { ChangeAuthor } from '#domain/change-author';
import type { IsoDate } from '#domain/dates';
import type { Issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';
import type { AreaType } from '#domain/records';
import type { z } from 'zod';
import type { importPreview, missingRecord } from '#api/contract/imports';
import type { RecordCounts } from '#db/stores/batch-changes';
import type { IssuesByValue } from './issues-by-value';
import type { NameQuestion } from '../matching/name-questions';
import type { RasterSummary } from '../rasters/raster-summary';
import type { ColumnMapping, FileSummary, ProfileName } from '#interchange/read-result';

/** How a file is to be read and taken. */
export interface ImportOptions {
  readonly fileName: string;
  readonly profile?: ProfileName;
  readonly sheet?: string;
  readonly areaType?: AreaType;
  /** Name or code of a province: keep what the file places in it. */
  readonly province?: string;
  readonly reportedOn?: IsoDate;
  readonly source?: string;
  /** Which field each column of an unknown table is. */
  readonly mapping?: ColumnMapping;
  /** Read, check and compare as if to load, then change nothing. */
  readonly dryRun: boolean;
  /** Take the rows that can be taken even if others are refused. Without it a file is taken whole or not at all. */
  readonly acceptPartial: boolean;
  /** The partner says that the file is complete: what it no longer has of an earlier file of the same source and organisations is closed. */
  readonly complete?: boolean;
  /** Id of the staged import that this is a step of. */
  readonly importId?: string;
  /** Whose change it is; left out: of whoever runs commands. */
  readonly author?: ChangeAuthor;
  /** A record as whoever edited it has seen it: if it changed since, nothing is kept, and `StaleRecord` is thrown. */
  readonly edited?: EditedVersion;
  /** Also say record by record what changes, for a person to look at. */
  readonly preview?: boolean;
}

export type ImportPreview = z.infer<typeof importPreview>;
export type MissingRecord = z.infer<typeof missingRecord>;

/** `applied`: stored. `unchanged`: everything was known already. `dryRun`: nothing stored, as asked. `refused`: nothing stored, something was refused. */
export type ImportOutcome = 'applied' | 'unchanged' | 'dryRun' | 'refused';

/** All issues of one code in a file, with the first few as examples. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly severity: Issue['severity'];
  readonly count: number;
  readonly examples: readonly Issue[];
}

/** The account of one file: `rows = accepted + unchanged + refused`, always. */
export interface ImportReport {
  readonly fileName: string;
  readonly profile: ProfileName | null;
  readonly source: string;
  readonly reportedOn: IsoDate | null;
  readonly outcome: ImportOutcome;
  readonly rows: number;
  /** Rows that brought something new or changed; in a dry run or a refused file, those that would. */
  readonly accepted: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Rows that repeat an earlier row; they are among the unchanged. */
  readonly repeated: number;
  readonly certainty: FileSummary['certainty'];
  readonly container: FileSummary['container'];
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly mapping: FileSummary['mapping'];
  /** Records by kind: what is stored anew, what changes, what is said again. Empty for a file that is refused whole. */
  readonly records: readonly RecordCounts[];
  /** The first hundred, errors first. */
  readonly firstIssues: readonly Issue[];
  /** All of them, those that say the same of the same value counted together. */
  readonly issuesByValue: IssuesByValue;
  readonly questions: readonly NameQuestion[];
  /** Records of an earlier file of the same source and organisations that this file no longer has: the first hundred, and how many. */
  readonly missing: { readonly count: number; readonly records: readonly MissingRecord[]; readonly closed: boolean };
  /** What a raster holds; null: the file is none, or is refused whole. */
  readonly raster: RasterSummary | null;
  /** Null unless asked for. */
  readonly preview: ImportPreview | null;
  /** True: nothing of the file can be taken. False: at most some of its rows are refused. */
  readonly refusedWhole: boolean;
  readonly issues: readonly IssueGroup[];
  /** Data version after the import; unchanged unless the outcome is `applied`. */
  readonly dataVersion: number;
  /** Refused rows with code, column, value and expectation, to be corrected and loaded again; null if none. */
  readonly refusedRowsCsv: string | null;
  readonly durationMs: number;
  /** Real data now stand beside exercise data in this database: every screen and export says so, and a person should know why. */
  readonly besideExercise: boolean;
}

/** What goes on in a long import. `done` and `total` count rows; `total` is null while the file is still being read. */
export interface ImportProgress {
  readonly step: 'read' | 'check' | 'save' | 'place';
  readonly done: number;
  readonly total: number | null;
}

const EXAMPLES_PER_CODE = 5;
const FIRST_ISSUES = 100;
const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Groups issues by code and severity: errors first, then the most frequent. */
export function groupIssues(issues: Iterable<Issue>): IssueGroup[] {
  const groups = new Map<string, { code: IssueCode; severity: Issue['severity']; count: number; examples: Issue[] }>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    const group = groups.get(key) ?? { code: issue.code, severity: issue.severity, count: 0, examples: [] };
    group.count += 1;
    if (group.examples.length < EXAMPLES_PER_CODE) group.examples.push(issue);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** The first issues for a person to read: errors before warnings before notes, each in the order of the file. */
export function firstIssues(issues: readonly Issue[]): Issue[] {
  const found: Issue[] = [];
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const issue of issues) {
      if (found.length === FIRST_ISSUES) return found;
      if (issue.severity === severity) found.push(issue);
    }
  }
  return found;
}
