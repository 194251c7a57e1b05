import type { RecordCounts } from '#db/stores/batch-changes';
import type { StandingInitiative } from '#db/stores/initiative-continuity';
import type { Issue } from '#domain/issue';
import type { FileSummary } from '#interchange/read-file';
import { writeRefusedRows } from '#interchange/refused-rows';
import type { NameQuestion } from '../matching/name-questions';
import type { BatchDetails } from './batch-details';
import { groupByValue } from './issues-by-value';
import { firstIssues, groupIssues, type ImportOptions, type ImportOutcome, type ImportPreview, type ImportReport } from './import-report';
import { withRefusedPoints } from './refused-points';
import { isRefused, type StagedRow } from './staged-row';

/** What saving found out, beside the rows. */
export interface Found {
  readonly outcome: ImportOutcome;
  readonly refusedWhole: boolean;
  readonly dataVersion: number;
  readonly besideExercise: boolean;
  readonly records: readonly RecordCounts[];
  readonly preview: ImportPreview | null;
  readonly missing: ImportReport['missing'];
}
export const NOTHING_FOUND: Found = { outcome: 'unchanged', refusedWhole: false, dataVersion: 0, besideExercise: false, records: [], preview: null, missing: { count: 0, records: [], closed: false } };

/** What is remembered of a load in the database: counts and descriptions, never a value of the file. */
export const detailsOf = ({ container, sheet, certainty, repeated }: FileSummary, { records, missing }: Found): BatchDetails => ({ container, sheet, certainty, repeated, records, missing: missing.count, closed: missing.closed });

const MISSING_SHOWN = 100;

/** What the file no longer has, for a person to look at. */
export const missingOf = (missing: readonly StandingInitiative[], closed: boolean): ImportReport['missing'] => ({
  count: missing.length,
  records: missing.slice(0, MISSING_SHOWN).map(({ id, title, areaName, source, row }) => ({ recordKind: 'initiative', id, label: title, areaName, source, sourceRow: row })),
  closed,
});

export function countOutcomes(rows: readonly StagedRow[]): { accepted: number; unchanged: number; refused: number } {
  const counts = { accepted: 0, unchanged: 0, refused: 0 };
  for (const { row, outcome } of rows) {
    if (outcome === 'pending') throw new Error(`Row ${row} was neither saved nor refused`);
    counts[outcome] += 1;
  }
  return counts;
}

interface Outcome extends Found {
  readonly summary: FileSummary;
  readonly rows: readonly StagedRow[];
  readonly fileIssues: readonly Issue[];
  readonly options: ImportOptions;
  readonly questions: readonly NameQuestion[];
  readonly raster: ImportReport['raster'];
  readonly durationMs: number;
}

/** The account of a file, once it is known what became of every row. */
export function buildReport({ summary, rows, fileIssues, options, questions, ...found }: Outcome): ImportReport {
  const refusedRows = rows.filter((row) => row.outcome === 'refused' && isRefused(row));
  const issues = [...fileIssues, ...rows.flatMap((row) => row.issues)];
  const { profile, source, reportedOn, repeated, certainty, container, sheet, sheets, mapping } = summary;
  return {
    fileName: options.fileName,
    profile,
    source,
    reportedOn,
    rows: rows.length,
    ...countOutcomes(rows),
    repeated,
    certainty,
    container,
    sheet,
    sheets,
    mapping,
    questions,
    issues: groupIssues(issues),
    firstIssues: firstIssues(issues),
    issuesByValue: groupByValue(issues),
    refusedRowsCsv: refusedRows.length === 0 ? null : writeRefusedRows(summary.columns, refusedRows, summary),
    ...found,
    preview: found.preview === null ? null : withRefusedPoints(found.preview, rows, summary),
  };
}
