import { issue } from '#domain/issue';
import type { OnRows, ReadOptions, ReadResult } from './read-result';

export type { AreaClaim, FileSummary, OnRows, ProfileName, ReadOptions, ReadResult, RowResult } from './read-result';

/**
 * Reads one file: recognises its container by the first bytes and its profile by the content, and hands on every row
 * in batches of at most 500, in the order of the file. All file faults are found before the first row is handed on:
 * if `fileIssues` holds an error, `onRows` was never called.
 * Throws only for a broken invariant; bad input is answered as issues.
 */
export async function readFile(_bytes: Uint8Array, options: ReadOptions, _onRows: OnRows): Promise<ReadResult> {
  return {
    summary: {
      profile: null, container: null, sheet: null, source: options.source ?? options.fileName, reportedOn: null, reportedOnFrom: null,
      columns: [], rows: 0, accepted: 0, repeated: 0, refused: 0, issueCounts: [], recordCounts: {},
    },
    fileIssues: [issue('profileUnknown', 'error')],
  };
}
