import type { Issue } from '#domain/issue';
import type { ImportRecord } from '#domain/import-records';
import type { MultiPolygon } from '#domain/records';
import type { AreaClaim, RowResult } from '#interchange/read-file';

/** A row between reading and saving: what it brings, what is to be said about it, what became of it. */
export interface StagedRow {
  readonly row: number;
  records: ImportRecord[];
  readonly issues: Issue[];
  readonly areaClaims: readonly AreaClaim[];
  /** The original cells by column; unpacked when they are asked for. */
  readonly cells: Readonly<Record<string, string>>;
  /** Repeated rows bring nothing and count as unchanged. */
  outcome: 'pending' | 'accepted' | 'unchanged' | 'refused';
  /** What an accepted row does: it brings something new, or changes what is there. */
  effect?: 'added' | 'changed';
}

export const isRefused = (row: Pick<StagedRow, 'issues'>): boolean => row.issues.some(({ severity }) => severity === 'error');

const NO_RECORDS: ImportRecord[] = [];

/** A class, so that 100,000 rows share one getter: a getter of its own would cost each more than its record. */
class ReadRow implements StagedRow {
  readonly row: number;
  records: ImportRecord[];
  readonly issues: Issue[];
  readonly areaClaims: readonly AreaClaim[];
  outcome: StagedRow['outcome'];
  readonly #result: { records: RowResult['records']; readonly cells: RowResult['cells'] };

  constructor(result: RowResult) {
    this.row = result.row;
    this.records = [...result.records];
    this.issues = [...result.issues];
    this.areaClaims = result.areaClaims;
    this.outcome = isRefused(this) ? 'refused' : result.records.length === 0 ? 'unchanged' : 'pending';
    this.#result = result;
  }

  letGo(): void {
    this.records = NO_RECORDS;
    this.#result.records = NO_RECORDS;
  }

  get cells(): StagedRow['cells'] {
    return this.#result.cells;
  }
}

/** Forgets the records of a row, once they are saved and nobody asks for them any more. */
export function letGo(row: StagedRow): void {
  if (row instanceof ReadRow) row.letGo();
  else row.records = NO_RECORDS;
}

export const stageRow = (result: RowResult): StagedRow => new ReadRow(result);

/** Says something about a row; an error refuses it, and then it brings nothing. */
export function addIssue(row: StagedRow, issue: Issue): void {
  row.issues.push(issue);
  if (issue.severity !== 'error') return;
  row.outcome = 'refused';
  row.records = [];
}

/** Number of positions in a geometry; 0 for none. */
export function countVertices(geometry: MultiPolygon | null): number {
  let vertices = 0;
  for (const polygon of geometry?.coordinates ?? []) for (const ring of polygon) vertices += ring.length;
  return vertices;
}
