import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { areaTypes } from '#domain/vocabularies/places';
import { definedOptions } from '#api/services/import/defined-options';
import type { ImportOptions, ImportProgress, ImportReport } from '#api/services/import/import-report';
import { profileNames } from '#interchange/read-result';

/** Path of the import call between a command and the server that holds the data directory, on one machine. */
export const LOCAL_IMPORTS_PATH = '/api/local/imports';

/** Answers 204 as soon as the server answers from what was loaded. */
export const LOCAL_SETTLED_PATH = '/api/local/settled';

/** GET: every load, as `ImportListItem`s. */
export const LOCAL_HISTORY_PATH = '/api/local/history';

/** POST: takes a load back; the answer is an `UndoOutcome`. */
export const LOCAL_UNDO_PATH = '/api/local/undo';
export const localUndoQuery = z.object({ importId: z.string().min(1), laterChanges: z.enum(['ask', 'keep']).default('ask') }).strict();

/** Header that carries the secret of the lock file. */
export const LOCAL_TOKEN_HEADER = 'x-jonction-token';

/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

const flag = z.enum(['true', 'false']).default('false').transform((text) => text === 'true');

/** How to read and take the file, as query parameters; the body is the file itself. */
export const localImportQuery = z.object({
  fileName: z.string().min(1),
  /** Where the file lies on this machine, for one that is too large to be sent; then there is no body. */
  path: z.string().min(1).optional(),
  profile: z.enum(profileNames).optional(),
  sheet: z.string().min(1).optional(),
  areaType: z.enum(areaTypes.codes).optional(),
  province: z.string().min(1).optional(),
  reportedOn: isoDate.optional(),
  source: z.string().min(1).optional(),
  dryRun: flag,
  acceptPartial: flag,
  complete: flag,
}).strict();

/** One line of the answer (NDJSON): progress as it goes, then either the report or the reason why there is none. */
export type LocalImportLine = { kind: 'progress'; progress: ImportProgress } | { kind: 'report'; report: ImportReport } | { kind: 'failed'; message: string };

export function toLocalImportQuery(options: ImportOptions): URLSearchParams {
  return new URLSearchParams(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

export const toImportOptions = ({ path: _path, ...query }: z.infer<typeof localImportQuery>): ImportOptions => definedOptions(query);
