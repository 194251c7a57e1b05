import type { Issue } from '#domain/issue';
import type { ImportRecord, MultiPolygon } from '#domain/records';
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

export function stageRow(result: RowResult): StagedRow {
  const refused = isRefused({ issues: [...result.issues] });
  const outcome = refused ? 'refused' : result.records.length === 0 ? 'unchanged' : 'pending';
  return {
    row: result.row, records: [...result.records], issues: [...result.issues], areaClaims: result.areaClaims, outcome,
    get cells() { return result.cells; },
  };
}

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
