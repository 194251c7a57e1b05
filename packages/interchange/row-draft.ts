import { createHash } from 'node:crypto';
import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import type { ImportRecord } from '#domain/import-records';
import type { AreaClaim, ReadOptions } from './read-result';

/** A row as a profile understood it, before the account decides: refused, repeated or accepted. */
export interface RowDraft {
  readonly row: number;
  readonly records: readonly ImportRecord[];
  readonly issues: Issue[];
  readonly areaClaims: readonly AreaClaim[];
  /** Content without its place in the file: two rows of one fingerprint say the same. */
  readonly fingerprint: string;
  /** The original cells by column, made when the row is handed on. */
  readonly cells: () => Record<string, string>;
}

/** What a profile knows besides the content. */
export interface ReadContext {
  readonly options: ReadOptions;
  readonly source: string;
  readonly reportedOn: IsoDate | null;
}

/** A profile’s answer: either a fault of the whole file or the rows, in the order of the file. */
export interface ProfileReading {
  readonly fileIssues: readonly Issue[];
  readonly rows: Iterable<RowDraft>;
}

export const refusedFile = (fault: Issue): ProfileReading => ({ fileIssues: [fault], rows: [] });

/** Stable short digest of a content. */
export const digestOf = (content: unknown): string => createHash('sha1').update(JSON.stringify(content)).digest('hex').slice(0, 24);

/**
 * A code that stands for two different contents refuses every row that carries it: which one is right is not ours to say.
 * Rows that say exactly the same are left to the account, which counts them as repeated.
 */
export function refuseRepeatedCodes(drafts: readonly RowDraft[], column: string, codeOf: (draft: RowDraft) => string | null): void {
  const byCode = new Map<string, RowDraft[]>();
  for (const draft of drafts) {
    const code = codeOf(draft);
    if (code === null) continue;
    const same = byCode.get(code);
    if (same) same.push(draft);
    else byCode.set(code, [draft]);
  }
  for (const [code, sameCode] of byCode) {
    if (new Set(sameCode.map(({ fingerprint }) => fingerprint)).size < 2) continue;
    const rows = sameCode.map(({ row }) => row).join(', ');
    for (const draft of sameCode) draft.issues.push(issue('codeRepeated', 'error', { row: draft.row, column, value: code, expected: rows }));
  }
}
