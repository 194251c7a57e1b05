import type { z } from 'zod';
import type { ImportAnswer, importIssue, importListItem } from '#api/contract/imports';
import type { ImportBatchItem } from '#db/stores/import-batches';
import type { Issue } from '#domain/issue';
import { issueMessages, type IssueCode } from '#domain/issue-codes';
import { profileNames, type ProfileName } from '#interchange/read-result';
import { batchDetails } from './batch-details';
import { NO_ISSUES } from './issues-by-value';
import type { StagedFile } from './staged-files';

export type ImportListItem = z.infer<typeof importListItem>;

const wordsOf = (code: IssueCode): { fr: string; en: string } => ({ fr: issueMessages[code].fr, en: issueMessages[code].en });
const issueAnswer = ({ code, severity, row, column, value, expected }: Issue): z.infer<typeof importIssue> => ({ code, severity, message: wordsOf(code), row, column, value, expected });

const NO_PREVIEW: ImportAnswer['preview'] = { changes: [], points: [], areas: [], outlines: [] };

/** Outlines that are stored come from the tiles; while something goes on, whoever asks how far it is need not be sent everything again. */
function previewOf({ report, state }: StagedFile): ImportAnswer['preview'] {
  if (report?.preview === null || report?.preview === undefined || state === 'applying' || state === 'undoing') return NO_PREVIEW;
  return state === 'applied' ? { ...report.preview, outlines: [] } : report.preview;
}

/** A file in memory as the contract has it. `dataVersion`: of the data as they are now. */
export function answerOfStaged(file: StagedFile, dataVersion: number): ImportAnswer {
  const { report } = file;
  const byValue = report?.issuesByValue ?? NO_ISSUES;
  return {
    id: file.id,
    state: file.state,
    progress: file.progress,
    fileName: file.fileName,
    profile: report?.profile ?? null,
    certainty: report?.certainty ?? 'none',
    container: report?.container ?? null,
    sheet: report?.sheet ?? null,
    sheets: [...(report?.sheets ?? [])],
    source: report?.source ?? '',
    reportedOn: report?.reportedOn ?? null,
    rows: report?.rows ?? 0,
    accepted: report?.accepted ?? 0,
    unchanged: report?.unchanged ?? 0,
    refused: report?.refused ?? 0,
    repeated: report?.repeated ?? 0,
    records: [...(report?.records ?? [])],
    issueGroups: (report?.issues ?? []).map(({ code, severity, count }) => ({ code, severity, message: wordsOf(code), count })),
    issuesByValue: { ...byValue, listed: byValue.listed.map(({ runs, ...group }) => ({ ...group, message: wordsOf(group.code), runs: runs.map(([from, to]): [number, number] => [from, to]) })) },
    issues: (report?.firstIssues ?? []).map(issueAnswer),
    raster: report?.raster ?? null,
    preview: previewOf(file),
    questions: [...(report?.questions ?? [])],
    missing: report === null ? { count: 0, records: [], closed: false } : { ...report.missing, records: [...report.missing.records] },
    mapping: mappingAnswer(report?.mapping ?? null),
    dataVersion,
    appliedAt: file.appliedAt,
    undoneAt: file.undoneAt,
    canApply: file.bytes !== null && (file.state === 'ready' || file.state === 'undone'),
    besideExercise: report?.besideExercise ?? false,
  };
}

function mappingAnswer(offer: NonNullable<StagedFile['report']>['mapping']): ImportAnswer['mapping'] {
  if (offer === null) return null;
  const { sheet, headerRow, recordKind, columns, saved } = offer;
  return { sheet, headerRow, recordKind, columns: columns.map((column) => ({ ...column, samples: [...column.samples] })), saved };
}

const isProfile = (name: string): name is ProfileName => (profileNames as readonly string[]).includes(name);

/** A load that only the database remembers: its counts, and nothing of its rows. */
export function answerOfBatch(batch: ImportBatchItem, dataVersion: number): ImportAnswer {
  const { rows, accepted, unchanged, refused } = batch.counts ?? { rows: 0, accepted: 0, unchanged: 0, refused: 0 };
  const details = batchDetails.safeParse(batch.details).data ?? null;
  return {
    ...itemOfBatch(batch),
    progress: null,
    certainty: details?.certainty ?? 'none',
    container: details?.container ?? null,
    sheet: details?.sheet ?? null,
    sheets: [],
    rows, accepted, unchanged, refused,
    repeated: details?.repeated ?? 0,
    records: [...(details?.records ?? [])],
    issueGroups: [],
    issuesByValue: { errors: 0, others: 0, listed: [] },
    issues: [],
    raster: null,
    preview: NO_PREVIEW,
    questions: [],
    missing: { count: details?.missing ?? 0, records: [], closed: details?.closed ?? false },
    mapping: null,
    dataVersion,
    canApply: false,
    besideExercise: false,
  };
}

export function itemOfBatch(batch: ImportBatchItem): Omit<ImportListItem, 'exercise'> {
  const { rows, accepted, unchanged, refused } = batch.counts ?? { rows: 0, accepted: 0, unchanged: 0, refused: 0 };
  return {
    id: batch.importId,
    state: batch.undoneAt === null ? 'applied' : 'undone',
    fileName: batch.fileName ?? '',
    profile: isProfile(batch.profile) ? batch.profile : null,
    source: batch.source,
    reportedOn: batch.reportedOn,
    rows, accepted, unchanged, refused,
    appliedAt: batch.finishedAt,
    undoneAt: batch.undoneAt,
  };
}

export function itemOfStaged(file: StagedFile): ImportListItem {
  const { report } = file;
  return {
    id: file.id, state: file.state, fileName: file.fileName, profile: report?.profile ?? null, source: report?.source ?? '', reportedOn: report?.reportedOn ?? null,
    rows: report?.rows ?? 0, accepted: report?.accepted ?? 0, unchanged: report?.unchanged ?? 0, refused: report?.refused ?? 0,
    appliedAt: file.appliedAt, undoneAt: file.undoneAt, exercise: report?.profile === 'exercise',
  };
}
